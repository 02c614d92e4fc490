"""From the text of a diagnosis rubric's links to the checked model."""

from collections.abc import Mapping
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter
from typing import Any, Final, TypeVar

from assessment.diagnosis_links import DiagnosisLink, DiagnosisLinks, Theme
from assessment.engagement import Named
from assessment.errors import Problem
from assessment.mapping import NodeWeights
from assessment.mapping_parsing import (
    check_keys,
    check_node,
    finished,
    named_rubric,
    read_weights,
)
from assessment.rubric import Rubric
from assessment.rubric_fields import Notes, check_text
from assessment.yaml_source import Path, TooManyProblemsError, nearest, read_yaml

KEYS: Final = ("themes", "goals", "analytics", "links")
LINK_KEYS: Final = ("origin", "theme", "goals", "analytics", "causes", "shows_in")
_NAMED: Final = ("id", "name", "name_zh")
_THEME: Final = (*_NAMED, "area", "area_zh")

Label = TypeVar("Label", bound=Named)


def parse_links(
    text: str, source: str, rubric: Rubric, rubrics: Mapping[str, Rubric]
) -> tuple[DiagnosisLinks | None, list[Problem]]:
    """The links that a text describes, and everything that is wrong with them, in one pass.

    Args:
        text: the content of a `links.yaml`.
        source: the file as the person named it.
        rubric: the diagnosis rubric that the file stands beside.
        rubrics: id -> rubric, of all in which something may show.

    Returns:
        The links, None where there is an error (an indicator without links is a warning); the problems in
        the order of the file.
    """
    document, problems = read_yaml(text, source)
    if document is None:
        return None, problems
    notes, links = Notes(document), None
    with suppress(TooManyProblemsError):
        links = _links(notes, document.data, rubric, rubrics)
    good, problems = finished(notes, problems)
    return (links if good else None), problems


def _links(
    notes: Notes,
    data: Any,  # noqa: ANN401 - plain data of any kind
    rubric: Rubric,
    rubrics: Mapping[str, Rubric],
) -> DiagnosisLinks | None:
    if not check_keys(notes, (), data, KEYS, KEYS):
        return None
    themes = _labels(notes, data, "themes", Theme)
    goals = _labels(notes, data, "goals", Named)
    analytics = _labels(notes, data, "analytics", Named)
    links = data.get("links")
    if not isinstance(links, dict):
        if "links" in data:
            notes.add("rubric-not-group", ("links",))
        return None
    known: dict[str, Mapping[str, Named]] = {"themes": themes, "goals": goals, "analytics": analytics}
    found = {}
    for node, written in links.items():
        path: Path = ("links", node)
        check_node(notes, path, node, rubric, indicators=True)
        link = _link(notes, path, written, known, rubric, rubrics)
        if link is not None:
            found[str(node)] = link
    _note_circle(notes, found)
    _note_without_links(notes, rubric, links)
    return DiagnosisLinks(themes, goals, analytics, found)


def _labels(notes: Notes, data: dict[str, Any], key: str, kind: type[Label]) -> dict[str, Label]:
    """A list of things with an id and a name, by id."""
    if key not in data:
        return {}
    if not isinstance(data[key], list):
        notes.add("rubric-not-list", (key,))
        return {}
    keys = _THEME if kind is Theme else _NAMED
    found: dict[str, Label] = {}
    seen: dict[str, Path] = {}
    for position, item in enumerate(data[key]):
        path: Path = (key, position)
        before = len(notes.problems)
        if not check_keys(notes, path, item, keys, _NAMED):
            continue
        for part in keys:
            if part in item:
                check_text(notes, (*path, part), item[part])
        if len(notes.problems) > before:
            continue
        first = seen.setdefault(item["id"].casefold(), path)
        if first != path:
            line, _ = notes.document.line_and_column(first)
            notes.add("links-id-twice", (*path, "id"), allowed=str(line))
        else:
            found[item["id"]] = kind.model_validate(item)
    return found


def _link(
    notes: Notes,
    path: Path,
    written: Any,  # noqa: ANN401 - plain data of any kind
    known: Mapping[str, Mapping[str, Named]],
    rubric: Rubric,
    rubrics: Mapping[str, Rubric],
) -> DiagnosisLink | None:
    if not check_keys(notes, path, written, LINK_KEYS, ("theme", "shows_in")):
        return None
    if "origin" in written:
        check_text(notes, (*path, "origin"), written["origin"])
    theme = written.get("theme")
    if "theme" in written:
        _note_unknown_id(notes, (*path, "theme"), theme, known["themes"])
    causes = _listed(notes, path, "causes", written)
    for position, cause in enumerate(causes):
        check_node(notes, (*path, "causes", position), cause, rubric, indicators=True)
    blocked = {key: _listed(notes, path, key, written) for key in ("goals", "analytics")}
    for key, listed in blocked.items():
        for position, name in enumerate(listed):
            _note_unknown_id(notes, (*path, key, position), name, known[key])
    return DiagnosisLink(
        theme=str(theme),
        goals=blocked["goals"],
        analytics=blocked["analytics"],
        causes=causes,
        shows_in=_shows_in(notes, (*path, "shows_in"), written.get("shows_in"), rubric, rubrics),
        origin=str(written.get("origin", "")),
    )


def _listed(notes: Notes, path: Path, key: str, written: dict[str, Any]) -> tuple[str, ...]:
    """A list of ids, each of them once."""
    value, here = written.get(key, []), (*path, key)
    if not isinstance(value, list):
        notes.add("rubric-not-list", here)
        return ()
    for position, name in enumerate(value):
        if name in value[:position]:
            notes.add("links-listed-twice", (*here, position))
    return tuple(map(str, value))


def _note_unknown_id(notes: Notes, path: Path, name: object, known: Mapping[str, Named]) -> None:
    if not isinstance(name, str) or name not in known:
        alike = next((one for one in known if one.casefold() == str(name).casefold()), "")
        likely = alike or nearest(str(name), known) or ", ".join(known)
        notes.add("links-unknown-id", path, found=str(name), allowed=likely)


def _shows_in(
    notes: Notes, path: Path, written: object, rubric: Rubric, rubrics: Mapping[str, Rubric]
) -> dict[str, NodeWeights]:
    if written is None:
        return {}
    if not isinstance(written, dict):
        notes.add("rubric-not-group", path)
        return {}
    found: dict[str, NodeWeights] = {}
    for name, nodes in written.items():
        here = (*path, name)
        if name == rubric.id:
            notes.add("mapping-same-rubric", here, found=rubric.id)
            continue
        other = named_rubric(notes, here, name, rubrics)
        if other is not None:
            found[other.id] = read_weights(notes, here, nodes, other, indicators=True)
    return found


def _note_circle(notes: Notes, found: Mapping[str, DiagnosisLink]) -> None:
    try:
        TopologicalSorter({node: link.causes for node, link in found.items()}).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        caused = circle[1]
        position = found[caused].causes.index(circle[0])
        path = ("links", caused, "causes", position)
        notes.add("links-circle", path, found="", allowed=" → ".join(circle))


def _note_without_links(notes: Notes, rubric: Rubric, links: Mapping[Any, Any]) -> None:
    for node in rubric.indicators:
        if node.id not in links:
            notes.add("links-none", ("links", node.id), found=node.id, severity="warning")
