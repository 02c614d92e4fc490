"""From the text of mappings between rubrics to checked ones: nothing dangles, nothing informs itself."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Any, Final, NamedTuple

from assessment.errors import Problem
from assessment.mapping import NodeMapping
from assessment.rubric import OVERALL, Rubric
from assessment.rubric_fields import Notes, is_number
from assessment.yaml_source import (
    MAX_PROBLEMS,
    Path,
    TooManyProblemsError,
    YamlDocument,
    capped,
    nearest,
    read_yaml,
)

KEYS: Final = ("from", "to", "links")
_MOST_GUESSES: Final = 20
_Place = tuple[str, str]
"""(rubric id, node id)."""


class _Read(NamedTuple):
    """A mapping without defects of its own, and where it stands."""

    mapping: NodeMapping
    document: YamlDocument


def parse_mapping(
    text: str, source: str, rubrics: Mapping[str, Rubric]
) -> tuple[NodeMapping | None, list[Problem]]:
    """The mapping that a text describes, and everything that is wrong with it, in one pass.

    Args:
        text: the content of a file of `mappings/`.
        source: the file as the person named it.
        rubrics: id -> rubric, of all that a mapping may name.

    Returns:
        The mapping, None where there is an error; the problems in the order of the file.
    """
    read, problems = _parse(text, source, rubrics)
    return (read.mapping if read else None), problems


def parse_mappings(
    texts: Mapping[str, str], rubrics: Mapping[str, Rubric]
) -> tuple[dict[str, NodeMapping], list[Problem]]:
    """All mappings of a shelf, held against each other as well.

    Args:
        texts: file as the person named it -> its content.
        rubrics: as for `parse_mapping`.

    Returns:
        File -> mapping, of those without defects, none where they go in a circle; and all problems, file by
        file.
    """
    found: list[_Read] = []
    problems: list[Problem] = []
    for source, text in texts.items():
        read, wrong = _parse(text, source, rubrics)
        problems += wrong
        if read is not None:
            found.append(read)
    twice = _twice(found)
    circle = [] if twice else _circle(found, rubrics)
    problems += [*twice, *circle]
    return ({} if twice or circle else {read.document.source: read.mapping for read in found}), problems


def check_keys(
    notes: Notes, path: Path, value: object, keys: tuple[str, ...], needed: Collection[str]
) -> bool:
    """Note what a group lacks or holds too much; answers whether it is a group at all."""
    if not isinstance(value, dict):
        notes.add("rubric-not-group", path)
        return False
    unknown = [key for key in value if key not in keys]
    for key in unknown:
        likely = nearest(str(key), keys) or ", ".join(keys)
        notes.add("rubric-unknown-key", (*path, key), found=str(key), allowed=likely)
    for key in needed:
        if key not in value:
            notes.add("rubric-missing-field", (*path, key), found=key)
    return True


def read_weights(
    notes: Notes, path: Path, value: object, rubric: Rubric, *, indicators: bool
) -> dict[str, float]:
    """Nodes of a rubric with their weights, as far as they can be understood.

    Args:
        notes: takes what is wrong.
        path: where the group stands.
        value: what stands there, `node: weight`.
        rubric: whose nodes are named.
        indicators: whether only indicators may be named.
    """
    if not isinstance(value, dict) or not value:
        notes.add("mapping-no-nodes", path, found="")
        return {}
    found: dict[str, float] = {}
    for node, weight in value.items():
        known = check_node(notes, (*path, node), node, rubric, indicators=indicators)
        if not is_number(weight) or weight <= 0:
            notes.add("mapping-weight", (*path, node))
        elif known:
            found[str(node)] = float(weight)
    return found


def check_node(notes: Notes, path: Path, node: object, rubric: Rubric, *, indicators: bool) -> bool:
    """Whether a rubric has this node, and whether it is an indicator where one is wanted; notes why not."""
    if not isinstance(node, str) or node not in rubric or node == OVERALL:
        _note_unknown_node(notes, path, str(node), rubric)
        return False
    if indicators and not rubric.node(node).is_indicator:
        notes.add("mapping-not-indicator", path, found=node)
        return False
    return True


def _note_unknown_node(notes: Notes, path: Path, name: str, rubric: Rubric) -> None:
    guessing = len(notes.problems) < _MOST_GUESSES
    known = [node.id for node in rubric.nodes if node.id != OVERALL] if guessing else []
    alike = next((node for node in known if node.casefold() == name.casefold()), "")
    if alike:
        notes.add("mapping-case", path, found=name, allowed=alike)
    else:
        notes.add("mapping-unknown-node", path, found=name, allowed=nearest(name, known) or rubric.id)


def named_rubric(notes: Notes, path: Path, name: object, rubrics: Mapping[str, Rubric]) -> Rubric | None:
    """The rubric of this id; noted where there is none."""
    if isinstance(name, str) and name in rubrics:
        return rubrics[name]
    likely = nearest(str(name), rubrics) or ", ".join(rubrics)
    notes.add("mapping-unknown-rubric", path, found=str(name), allowed=likely)
    return None


def finished(notes: Notes, before: list[Problem]) -> tuple[bool, list[Problem]]:
    """Whether a document is free of errors, and its problems from the top to the bottom."""
    found = [*before, *notes.problems]
    problems = sorted(found, key=lambda problem: (problem.line or 0, problem.column or 0))
    good = not any(problem.severity == "error" for problem in problems)
    return good and len(problems) <= MAX_PROBLEMS, capped(problems, notes.document.source)


def _parse(text: str, source: str, rubrics: Mapping[str, Rubric]) -> tuple[_Read | None, list[Problem]]:
    document, problems = read_yaml(text, source)
    if document is None:
        return None, problems
    notes, mapping = Notes(document), None
    with suppress(TooManyProblemsError):
        mapping = _mapping(notes, document.data, rubrics)
    good, problems = finished(notes, problems)
    return (_Read(mapping, document) if good and mapping else None), problems


def _mapping(notes: Notes, data: Any, rubrics: Mapping[str, Rubric]) -> NodeMapping | None:  # noqa: ANN401 - plain data of any kind
    if not check_keys(notes, (), data, KEYS, KEYS):
        return None
    source = named_rubric(notes, ("from",), data["from"], rubrics) if "from" in data else None
    target = named_rubric(notes, ("to",), data["to"], rubrics) if "to" in data else None
    links = data.get("links")
    if source is None or target is None or "links" not in data:
        return None
    if source.id == target.id:
        notes.add("mapping-same-rubric", ("to",))
        return None
    if not isinstance(links, dict) or not links:
        notes.add("mapping-no-nodes", ("links",), found="")
        return None
    found = {}
    for indicator, nodes in links.items():
        known = check_node(notes, ("links", indicator), indicator, target, indicators=True)
        weights = read_weights(notes, ("links", indicator), nodes, source, indicators=False)
        if known:
            found[str(indicator)] = weights
    return NodeMapping(source.id, target.id, found)


def _twice(found: Iterable[_Read]) -> list[Problem]:
    """A second file for the same two rubrics."""
    seen: dict[_Place, str] = {}
    problems = []
    for mapping, document in found:
        first = seen.setdefault((mapping.source, mapping.target), document.source)
        if first != document.source:
            problems.append(document.problem("mapping-twice", ("to",), allowed=first))
    return problems


def _circle(found: Iterable[_Read], rubrics: Mapping[str, Rubric]) -> list[Problem]:
    """A node that informs itself by way of other rubrics, placed at one of the links that make it so."""
    before: dict[_Place, set[_Place]] = {}
    places: dict[tuple[_Place, _Place], tuple[YamlDocument, Path]] = {}
    for mapping, document in found:
        for indicator, nodes in mapping.links.items():
            target = (mapping.target, indicator)
            for node in nodes:
                source = (mapping.source, node)
                before.setdefault(target, set()).add(source)
                places[source, target] = (document, ("links", indicator, node))
                _add_parts(before, rubrics[mapping.source], node)
    try:
        TopologicalSorter(before).prepare()
    except CycleError as error:
        circle: list[_Place] = error.args[1]
        steps = list(pairwise(circle))
        document, path = next(places[step] for step in reversed(steps) if step in places)
        shown = " → ".join(f"{rubric}:{node}" for rubric, node in circle)
        return [document.problem("mapping-circle", path, found="", allowed=shown)]
    return []


def _add_parts(before: dict[_Place, set[_Place]], rubric: Rubric, node: str) -> None:
    """A node above indicators is made of them, so what informs one of them informs it."""
    if (rubric.id, node) in before:
        return
    for part in rubric.node(node).walk():
        if part.children:
            before.setdefault((rubric.id, part.id), set()).update((rubric.id, c.id) for c in part.children)
