"""What is wrong with an initiative, wherever it comes from: a library's file, or a form on the screen."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Final, NamedTuple

from assessment.initiatives import Initiative
from assessment.rubric import OVERALL, TOLERANCE, Rubric
from assessment.yaml_source import nearest

LONGEST: Final = 120
"""Months that an initiative may take at most."""
_MOST_TOLD: Final = 3


class Defect(NamedTuple):
    """One thing that is wrong.

    Attributes:
        path: which part of the initiative, such as `("lifts", "insight.collect")` or `("months",)`.
        code: of the problem; its sentence is `problem.<code>`.
        found, allowed: what the sentence quotes.
    """

    path: tuple[str | int, ...]
    code: str
    found: str
    allowed: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What an initiative may name.

    Attributes:
        rubric: whose nodes it lifts and needs.
        roles: ids of the roles.
        initiatives: ids of all initiatives, its own among them.
        themes: ids of the solution themes; None where nobody knows them, so that they are not checked.
    """

    rubric: Rubric
    roles: Collection[str]
    initiatives: Collection[str]
    themes: Collection[str] | None = None


def defects(one: Initiative, known: Known) -> Iterator[Defect]:
    """Everything that is wrong with the values of one initiative, field by field.

    That several follow each other in a circle is not seen here: see `circle`.
    """
    if not one.name.strip():
        yield Defect(("name",), "initiative-no-name", "")
    yield from _lifts(one, known.rubric)
    yield from _effort(one, known)
    if not 1 <= one.months <= LONGEST:
        yield Defect(("months",), "initiative-months", str(one.months), str(LONGEST))
    low, high = one.cost
    if not 0 <= low <= high:
        yield Defect(("cost",), "initiative-cost", f"{low:g}, {high:g}")
    yield from _predecessors(one, known)
    yield from _needs(one, known.rubric)
    if one.owner and one.owner not in known.roles:
        yield _unknown(("owner",), "initiative-unknown-role", one.owner, known.roles)
    if one.theme and known.themes is not None and one.theme not in known.themes:
        yield _unknown(("theme",), "initiative-unknown-theme", one.theme, known.themes)


def circle(before: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Ids that wait for one another, in the order in which they would have to be done; empty without any.

    Args:
        before: id -> ids of what must be finished before it.

    Returns:
        The circle, its first id again at the end.
    """
    try:
        TopologicalSorter(before).prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return ()


def _lifts(one: Initiative, rubric: Rubric) -> Iterator[Defect]:
    most, seen = rubric.scale.max - rubric.scale.min, set()
    for lift in one.lifts:
        path = ("lifts", lift.node)
        yield from lifted_node(path, lift.node, rubric)
        if lift.node in seen:
            yield Defect(path, "initiative-node-twice", lift.node)
        seen.add(lift.node)
        if not 0 < lift.levels <= most + TOLERANCE:
            yield Defect(path, "initiative-lift", f"{lift.levels:g}", f"{most:g}")


def _needs(one: Initiative, rubric: Rubric) -> Iterator[Defect]:
    scale, seen = rubric.scale, set()
    for need in one.needs:
        path = ("needs", need.node)
        yield from needed_node(path, need.node, rubric)
        if need.node in seen:
            yield Defect(path, "initiative-node-twice", need.node)
        seen.add(need.node)
        if not scale.min < need.level <= scale.max + TOLERANCE:
            yield Defect(path, "initiative-need", f"{need.level:g}", f"{scale.min:g} … {scale.max:g}")


def needed_node(path: tuple[str, ...], node: str, rubric: Rubric) -> Iterator[Defect]:
    """Why a node can be no prerequisite; nothing where it can."""
    if node not in rubric:
        yield _unknown(path, "initiative-unknown-node", node, (one.id for one in rubric.indicators))
    elif not rubric.node(node).is_indicator:
        below = [one.id for one in rubric.node(node).walk() if one.is_indicator]
        yield Defect(path, "initiative-need-above", node, ", ".join(below[:_MOST_TOLD]))


def lifted_node(path: tuple[str, ...], node: str, rubric: Rubric) -> Iterator[Defect]:
    """Why a node cannot be lifted; nothing where it can."""
    if node not in rubric or node == OVERALL:
        known = (one.id for one in rubric.nodes if one.id != OVERALL)
        yield _unknown(path, "initiative-unknown-node", node, known)


def _effort(one: Initiative, known: Known) -> Iterator[Defect]:
    for role, months in one.effort.items():
        if role not in known.roles:
            yield _unknown(("effort", role), "initiative-unknown-role", role, known.roles)
        if months < 0:
            yield Defect(("effort", role), "initiative-effort", f"{months:g}")


def _predecessors(one: Initiative, known: Known) -> Iterator[Defect]:
    for position, name in enumerate(one.predecessors):
        path = ("predecessors", position)
        if name == one.id:
            yield Defect(path, "initiative-own-predecessor", name)
        elif name not in known.initiatives:
            others = (other for other in known.initiatives if other != one.id)
            yield _unknown(path, "initiative-unknown-predecessor", name, others)
        if name in one.predecessors[:position]:
            yield Defect(path, "links-listed-twice", name)


def _unknown(path: tuple[str | int, ...], code: str, name: str, known: Iterable[str]) -> Defect:
    return Defect(path, code, name, likely(name, known))


def likely(name: str, known: Iterable[str]) -> str:
    """What a mistyped id was probably meant to be: one in other capitals, else the nearest."""
    listed = list(known)
    alike = next((one for one in listed if one.casefold() == name.casefold()), "")
    return alike or nearest(name, listed) or ", ".join(listed[:12])
