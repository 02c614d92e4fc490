"""The manifest of a published data set: whose scores, from where, in which files."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from assessment.errors import Problem
from assessment.rubric import Name, NodeId, Rubric
from assessment.yaml_source import MAX_PROBLEMS, YamlDocument, nearest

MANIFEST: Final = "manifest.yaml"
_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _day(value: object) -> dt.date:
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value):
        raise ValueError("not a day written as YYYY-MM-DD")
    return dt.date.fromisoformat(value)


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class WrittenOperator(_Written):
    """An operator as the manifest names it."""

    id: NodeId
    name: Name
    name_zh: str = ""
    kind: Literal["peer", "subject"] = "peer"


class WrittenOutsideNode(_Written):
    """A node that the study scores and the rubric lacks."""

    id: NodeId
    name: Name
    name_zh: str = ""
    why: Name
    why_zh: str = ""


class Manifest(_Written):
    """A manifest without defects; `scores` and `findings` name the CSV files beside it."""

    id: NodeId
    title: Name
    title_zh: str = ""
    publisher: Name
    publisher_zh: str = ""
    date: Annotated[dt.date, BeforeValidator(_day)]
    obtained: Name
    obtained_zh: str = ""
    missing: str = ""
    missing_zh: str = ""
    rubric: NodeId
    operators: Annotated[list[WrittenOperator], Field(min_length=1)]
    outside_nodes: list[WrittenOutsideNode] = Field(default_factory=list)
    scores: Annotated[list[Name], Field(min_length=1)]
    findings: list[Name] = Field(default_factory=list)


_FIELDS: Final[dict[str, type[BaseModel]]] = {
    "operators": WrittenOperator,
    "outside_nodes": WrittenOutsideNode,
}
_CODES: Final = {
    "missing": "published-field-missing",
    "extra_forbidden": "published-field-unknown",
    "invalid_key": "published-field-unknown",
    "string_too_short": "published-field-empty",
    "too_short": "published-field-empty",
    "list_type": "published-not-a-list",
    "model_type": "published-not-a-mapping",
    "string_pattern_mismatch": "published-id",
    "string_too_long": "published-id",
    "literal_error": "published-kind",
    "value_error": "published-date",
}


@dataclass(frozen=True, slots=True)
class Outline:
    """What the rows of the CSV files are checked against, as far as the manifest could be understood.

    Attributes:
        operators: ids that rows may name; None where the manifest has no readable list of them.
        nodes: ids that rows may name: the rubric's and the data set's outside nodes.
        scores: names of the files of scores, as listed.
        findings: names of the files of findings, as listed.
    """

    operators: frozenset[str] | None
    nodes: frozenset[str]
    scores: tuple[str, ...]
    findings: tuple[str, ...]


def outline(document: YamlDocument, rubric: Rubric) -> Outline:
    """Whatever a manifest says about its rows, also when other parts of it are wrong."""
    data = document.data if isinstance(document.data, dict) else {}
    outside = [found for _, found in _ids(data.get("outside_nodes"))]
    return Outline(
        operators=frozenset(found for _, found in _ids(data.get("operators"))) or None,
        nodes=frozenset([*(node.id for node in rubric.nodes), *outside]),
        scores=_texts(data.get("scores")),
        findings=_texts(data.get("findings")),
    )


def read_manifest(document: YamlDocument, rubric: Rubric) -> tuple[Manifest | None, list[Problem]]:
    """The manifest, None where it has defects, and all of them with their places."""
    problems = _identity_problems(document, rubric)
    try:
        manifest = Manifest.model_validate(document.data)
    except ValidationError as error:
        details = error.errors(include_url=False)[: MAX_PROBLEMS + 1]
        found = [_problem(document, detail) for detail in details]
        return None, [*found, *problems]
    return (None if problems else manifest), problems


def _problem(document: YamlDocument, detail: ErrorDetails) -> Problem:
    """A pydantic error in the words of the catalogue."""
    path = detail["loc"]
    code = _CODES.get(detail["type"], "published-not-text")
    if code == "published-field-missing":
        return document.problem(code, path, found="")
    if code == "published-field-unknown":
        fields = (_FIELDS.get(str(path[0]), Manifest) if len(path) > 1 else Manifest).model_fields
        name = str(path[-1])
        return document.problem(code, path, found=name, allowed=nearest(name, fields) or ", ".join(fields))
    if code == "published-kind":
        return document.problem(code, path, allowed="peer, subject")
    return document.problem(code, path)


def _identity_problems(document: YamlDocument, rubric: Rubric) -> list[Problem]:
    """Ids that are taken, and a rubric that is not this one."""
    data = document.data if isinstance(document.data, dict) else {}
    problems = []
    if isinstance(data.get("rubric"), str) and data["rubric"] != rubric.id:
        problems.append(document.problem("published-other-rubric", ("rubric",), allowed=rubric.id))
    for field in _FIELDS:
        seen: set[str] = set()
        for place, found in _ids(data.get(field)):
            if len(problems) > MAX_PROBLEMS:
                return problems
            if found in seen:
                problems.append(document.problem("published-id-twice", (field, place, "id")))
            elif field == "outside_nodes" and found in rubric:
                problems.append(document.problem("published-outside-known", (field, place, "id")))
            seen.add(found)
    return problems


def _ids(items: object) -> list[tuple[int, str]]:
    """The ids in a list of mappings with their positions, leaving out what is no such thing."""
    found = enumerate(items) if isinstance(items, list) else ()
    return [
        (place, item["id"])
        for place, item in found
        if isinstance(item, dict) and isinstance(item.get("id"), str)
    ]


def _texts(items: object) -> tuple[str, ...]:
    found = items if isinstance(items, list) else []
    return tuple(dict.fromkeys(item for item in found if isinstance(item, str) and item))
