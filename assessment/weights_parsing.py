"""Who decided a rubric's weights, how and why: `weights.yaml` read strictly."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final, get_args

from assessment.errors import Problem
from assessment.mapping_parsing import check_keys, finished
from assessment.rubric import OVERALL, Rubric
from assessment.rubric_fields import Notes, check_text, is_number
from assessment.weights import Method, WeightDecision, siblings
from assessment.yaml_source import Path, TooManyProblemsError, read_yaml

KEYS: Final = ("from", "decisions")
DECISION: Final = ("group", "method", "said", "consistency_ratio", "weights", "by", "at", "why")
_NEEDED: Final = ("group", "method", "weights", "by", "at", "why")
_CLOSE: Final = 1e-9


def parse_weights(text: str, source: str, rubric: Rubric) -> tuple[tuple[WeightDecision, ...], list[Problem]]:
    """The decisions that a `weights.yaml` records, and everything that is wrong with it, in one pass.

    A decision whose weights are no longer the rubric's is a warning: somebody changed them since.

    Args:
        text: the content of the file.
        source: the file as the person named it.
        rubric: beside which it lies.

    Returns:
        The decisions in the order of the file, none where there is an error; the problems.
    """
    document, problems = read_yaml(text, source)
    if document is None:
        return (), problems
    notes = Notes(document)
    found: list[WeightDecision] = []
    with suppress(TooManyProblemsError):
        if check_keys(notes, (), document.data, KEYS, ("decisions",)):
            found = _decisions(notes, document.data.get("decisions"), rubric)
    good, problems = finished(notes, problems)
    return (tuple(found) if good else ()), problems


def _decisions(notes: Notes, said: object, rubric: Rubric) -> list[WeightDecision]:
    if not isinstance(said, list):
        notes.add("weights-not-list", ("decisions",), found="")
        return []
    read = [_decision(notes, ("decisions", place), one, rubric) for place, one in enumerate(said)]
    return [one for one in read if one is not None]


def _decision(notes: Notes, path: Path, data: Any, rubric: Rubric) -> WeightDecision | None:  # noqa: ANN401 - plain data of any kind
    before = len(notes.problems)
    if not check_keys(notes, path, data, DECISION, _NEEDED) or any(key not in data for key in _NEEDED):
        return None
    for key in ("by", "why"):
        check_text(notes, (*path, key), data[key])
    if data["method"] not in get_args(Method):
        notes.add("weights-method", (*path, "method"), allowed=", ".join(get_args(Method)))
    ratio = data.get("consistency_ratio")
    if ratio is not None and (not is_number(ratio) or ratio < 0):
        notes.add("weights-ratio", (*path, "consistency_ratio"))
    at = _time(data["at"])
    if at is None:
        notes.add("weights-time", (*path, "at"))
    weights = _weights(notes, path, data, rubric)
    if at is None or any(one.severity == "error" for one in notes.problems[before:]):
        return None
    return WeightDecision(
        data["group"], data["method"], weights, data["by"], at, data["why"], str(data.get("said", "")), ratio
    )


def _weights(notes: Notes, path: Path, data: Mapping[str, Any], rubric: Rubric) -> dict[str, float]:
    """The weights of a group's parts; noted where the group or a part is not there, or others count now."""
    try:
        nodes = siblings(rubric, data["group"])
    except (KeyError, TypeError):
        notes.add("weights-group", (*path, "group"), found=str(data["group"]), allowed=OVERALL)
        return {}
    said, known = data["weights"], {node.id: node.weight for node in nodes}
    if not isinstance(said, dict) or set(said) != set(known):
        notes.add("weights-parts", (*path, "weights"), found="", allowed=", ".join(known))
        return {}
    wrong = [node for node, weight in said.items() if not is_number(weight) or weight < 0]
    for node in wrong:
        notes.add("weights-figure", (*path, "weights", node))
    if wrong:
        return {}
    if any(abs(float(said[node]) - weight) > _CLOSE for node, weight in known.items()):
        notes.add("weights-changed", (*path, "weights"), found=str(data["group"]), severity="warning")
    return {str(node): float(weight) for node, weight in said.items()}


def _time(said: object) -> dt.datetime | None:
    """A time with its zone; a time without one is UTC."""
    try:
        found = dt.datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
    return found.replace(tzinfo=dt.UTC) if found and found.tzinfo is None else found
