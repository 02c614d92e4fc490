"""What holds for a unit at a node, and from where: its own setting, or one from above."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from assessment.engagement import Unit
from assessment.ports import Place
from assessment.rubric import Rubric

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Setting(Generic[_Value]):
    """A value and where it was set: the unit's id ("" for all units) and the node's."""

    value: _Value
    unit: str
    node: str


def in_force(
    values: Mapping[Place, _Value], rubric: Rubric, units: Sequence[Unit], unit: str, node: str
) -> Setting[_Value] | None:
    """The setting that holds, the nearest first; None where none is set.

    A node's own settings come before those of the nodes above it; at each node the unit's own comes before
    those of the units above it, and these before the one for all units.

    Args:
        values: settings by (unit id or "" for all units, node id).
        rubric: the tree of nodes.
        units: the tree of units.
        unit: whom it is about.
        node: what it is about.
    """
    path = [above.id for above in reversed(rubric.path(node))]
    return _nearest(values, path, [*_upwards(units, unit), ""])


def all_in_force(
    values: Mapping[Place, _Value], rubric: Rubric, units: Sequence[Unit]
) -> dict[Place, Setting[_Value]]:
    """(unit, node) -> the setting that holds there, wherever one does; see `in_force`."""
    paths = {node.id: [above.id for above in reversed(rubric.path(node.id))] for node in rubric.nodes}
    set_at = {node for _, node in values}
    reached = {node: path for node, path in paths.items() if set_at & set(path)}
    found = {}
    for unit in units:
        line = [*_upwards(units, unit.id), ""]
        for node, path in reached.items():
            setting = _nearest(values, path, line)
            if setting is not None:
                found[unit.id, node] = setting
    return found


def _nearest(
    values: Mapping[Place, _Value], path: Sequence[str], line: Sequence[str]
) -> Setting[_Value] | None:
    for node in path:
        for whose in line:
            if (whose, node) in values:
                return Setting(values[whose, node], whose, node)
    return None


def _upwards(units: Sequence[Unit], unit: str) -> list[str]:
    parents = {each.id: each.parent for each in units}
    line: list[str] = []
    here: str | None = unit
    while here is not None and here not in line:
        line.append(here)
        here = parents.get(here)
    return line
