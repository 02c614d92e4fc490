"""Whether the nodes of a rubric's file fit each other and the scale."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from assessment.errors import Problem
from assessment.rubric import Scale
from assessment.rubric_fields import Notes, is_number, span
from assessment.yaml_source import Path, TooManyProblemsError, YamlDocument, nearest

MAX_NODES: Final = 8_000
"""Far more than anybody is asked about; beyond, pages and files would no longer answer."""
_ABOVE_ZERO: Final = ("geometric", "harmonic")


@dataclass(frozen=True, slots=True)
class _Place:
    """A node as it stands in the file, whatever its values; `rule` is that of the node above."""

    node: dict[str, Any]
    path: Path
    depth: int
    rule: object

    @property
    def children(self) -> list[Any]:
        """What stands under `children`; empty for an indicator and for what is no list."""
        children = self.node.get("children")
        return children if isinstance(children, list) else []

    @property
    def is_indicator(self) -> bool:
        return "children" not in self.node


def check_tree(document: YamlDocument, scale: Scale | None) -> list[Problem]:
    """What is wrong between nodes; what concerns the scale only where the scale itself is good.

    Stops after `MAX_PROBLEMS`.
    """
    notes = Notes(document)
    data = document.data if isinstance(document.data, dict) else {}
    top = data.get("tree")
    places = list(_walk(top, ("tree",), 0, None)) if isinstance(top, list) else []
    if len(places) > MAX_NODES:
        notes.add("rubric-too-many-nodes", ("tree",), found=str(len(places)), allowed=str(MAX_NODES))
    with suppress(TooManyProblemsError):
        _check_ids(notes, places)
        _check_weights(notes, ("tree",), top)
        _check_places(notes, places, data.get("tiers"), scale)
        _check_house(notes, places, data.get("house"))
    return notes.problems


def _check_places(notes: Notes, places: list[_Place], tiers: object, scale: Scale | None) -> None:
    for place in places:
        _check_weights(notes, (*place.path, "children"), place.children)
        _check_stages(notes, place)
        _check_depth(notes, place, tiers)
        _check_use(notes, place)
        if scale is not None:
            _check_rule(notes, place, scale)
            _check_descriptors(notes, place, scale)


def _check_house(notes: Notes, places: list[_Place], house: object) -> None:
    """Every node right below the top stands in one band, and nothing else does."""
    if not isinstance(house, list) or not house:
        return
    tops = [place for place in places if place.depth == 0]
    if len(tops) == 1 and tops[0].children:
        tops = [place for place in places if place.depth == 1]
    left = [str(place.node.get("id", "")) for place in tops]
    known = set(left)
    for path, node in _named_in_house(house):
        if node in left:
            left.remove(node)
        elif node in known:
            notes.add("rubric-house-twice", path, found=node)
        else:
            likely = nearest(node, known) or ", ".join(sorted(known))
            notes.add("rubric-house-unknown", path, found=node, allowed=likely)
    if left:
        notes.add("rubric-house-missing", ("house",), found=", ".join(left))


def _named_in_house(house: list[Any]) -> Iterator[tuple[Path, str]]:
    """Every node that a band names, with its place in the file."""
    for position, band in enumerate(house):
        nodes = band.get("nodes") if isinstance(band, dict) else None
        for place, node in enumerate(nodes if isinstance(nodes, list) else ()):
            if isinstance(node, str):
                yield ("house", position, "nodes", place), node


def _walk(nodes: list[Any], path: Path, depth: int, rule: object) -> Iterator[_Place]:
    for position, node in enumerate(nodes):
        if isinstance(node, dict):
            place = _Place(node, (*path, position), depth, rule)
            yield place
            yield from _walk(place.children, (*place.path, "children"), depth + 1, node.get("rule", "mean"))


def _check_ids(notes: Notes, places: list[_Place]) -> None:
    seen: dict[str, tuple[str, Path]] = {}
    for place in places:
        node_id, here = place.node.get("id"), (*place.path, "id")
        if not isinstance(node_id, str):
            continue
        first_id, first = seen.setdefault(node_id.casefold(), (node_id, here))
        if first != here:
            code = "rubric-duplicate-id" if first_id == node_id else "rubric-similar-id"
            line, _ = notes.document.line_and_column(first)
            notes.add(code, here, allowed=str(line))


def _check_weights(notes: Notes, path: Path, children: object) -> None:
    nodes = [child for child in children if isinstance(child, dict)] if isinstance(children, list) else []
    weights = [node.get("weight", 1) for node in nodes]
    if weights and all(is_number(weight) and weight == 0 for weight in weights):
        notes.add("rubric-weights-zero", path)


def _check_stages(notes: Notes, place: _Place) -> None:
    staged = place.rule == "staged"
    has_stage = place.node.get("stage") is not None
    if staged and not has_stage:
        notes.add("rubric-stage-missing", place.path, found=str(place.node.get("id", "")))
    if has_stage and not staged:
        notes.add("rubric-stage-unused", (*place.path, "stage"))
    if place.node.get("met_at") is not None and place.node.get("rule") != "staged":
        notes.add("rubric-met-at-unused", (*place.path, "met_at"))


def _check_depth(notes: Notes, place: _Place, tiers: object) -> None:
    if isinstance(tiers, list) and place.depth == len(tiers) - 1 and place.children:
        notes.add("rubric-too-deep", (*place.path, "children"), allowed=str(len(tiers)))


def _check_use(notes: Notes, place: _Place) -> None:
    if place.is_indicator and "rule" in place.node:
        notes.add("rubric-rule-unused", (*place.path, "rule"), severity="warning")
    if not place.is_indicator and place.node.get("descriptors"):
        notes.add("rubric-descriptors-inner", (*place.path, "descriptors"))


def _check_rule(notes: Notes, place: _Place, scale: Scale) -> None:
    rule, met_at = place.node.get("rule"), place.node.get("met_at")
    if rule in _ABOVE_ZERO and scale.min <= 0:
        notes.add("rubric-rule-impossible", (*place.path, "rule"), allowed=f"{scale.min:g}")
    if is_number(met_at) and not scale.min <= met_at <= scale.max:
        notes.add("rubric-met-at-off-scale", (*place.path, "met_at"), allowed=span(scale))


def _check_descriptors(notes: Notes, place: _Place, scale: Scale) -> None:
    if not place.is_indicator:
        return
    written = place.node.get("descriptors", {})
    if not isinstance(written, dict):
        return
    missing = [level for level in scale.levels if level not in written]
    if missing:
        path = (*place.path, "descriptors")
        notes.add("rubric-descriptor-missing", path, found=", ".join(f"{level:g}" for level in missing))
    for level in filter(is_number, written):
        here = (*place.path, "descriptors", level)
        if not scale.min <= level <= scale.max:
            notes.add("rubric-descriptor-off-scale", here, found=f"{level:g}", allowed=span(scale))
        elif not scale.holds(level):
            notes.add("rubric-descriptor-off-step", here, found=f"{level:g}", allowed=f"{scale.step:g}")
