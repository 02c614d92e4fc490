"""Whether each value of a rubric's file can stand by itself: names of keys, types, ranges."""

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final, TypeGuard, get_args

from assessment.errors import Problem, Severity
from assessment.rubric import OVERALL, RESERVED_IDS, TOLERANCE, Complexity, NodeId, Rule, Scale
from assessment.yaml_source import MAX_PROBLEMS, Path, TooManyProblemsError, YamlDocument, nearest

RULES: Final[tuple[str, ...]] = get_args(Rule)
COMPLEXITIES: Final[tuple[str, ...]] = get_args(Complexity)
MOST_STEPS: Final = 1000
_MOST_GUESSES: Final = 200
_ID: Final = re.compile(get_args(NodeId)[1].pattern)
_LONGEST_ID: Final[int] = get_args(NodeId)[1].max_length
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DIRECTION: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of what follows: a name could read as another one."""
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Notes:
    """What was found wrong in one document so far."""

    document: YamlDocument
    problems: list[Problem] = field(default_factory=list)

    def add(
        self,
        code: str,
        path: Path,
        *,
        found: str | None = None,
        allowed: str = "",
        severity: Severity = "error",
    ) -> None:
        """One more problem, placed by its path.

        Raises:
            TooManyProblemsError: this is one more than `MAX_PROBLEMS`; it is kept, so that `capped` knows.
        """
        self.problems.append(
            self.document.problem(code, path, found=found, allowed=allowed, severity=severity)
        )
        if len(self.problems) > MAX_PROBLEMS:
            raise TooManyProblemsError


Check = Callable[[Notes, Path, Any], None]
"""Notes what is wrong with the value at a path."""


def is_number(value: object) -> TypeGuard[float]:
    """Whether the value is a finite number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def check_text(notes: Notes, path: Path, value: object) -> None:
    """A text that says something and that every program can show."""
    if value is None or (isinstance(value, str) and not value.strip()):
        notes.add("rubric-empty-text", path)
    elif not isinstance(value, str):
        notes.add("rubric-not-text", path)
    elif match := _CONTROL.search(value):
        notes.add("rubric-control-character", path, found=f"U+{ord(match[0]):04X}")
    elif match := _DIRECTION.search(value):
        notes.add("rubric-direction-character", path, found=f"U+{ord(match[0]):04X}")


def check_fields(document: YamlDocument) -> list[Problem]:
    """What is wrong with single values, in the order of the file's keys; stops after `MAX_PROBLEMS`."""
    notes = Notes(document)
    with suppress(TooManyProblemsError):
        _check_group(notes, (), document.data, RUBRIC, ("id", "version", "name", "tiers", "tree"))
    return notes.problems


def _check_group(
    notes: Notes, path: Path, value: object, checks: Mapping[str, Check], required: tuple[str, ...] = ()
) -> None:
    if not isinstance(value, dict):
        notes.add("rubric-not-group", path)
        return
    meant = {_note_unknown_key(notes, (*path, key), checks) for key in value if key not in checks}
    for key in required:
        if key not in value and key not in meant:
            notes.add("rubric-missing-field", (*path, key), found=key)
    for key, check in checks.items():
        if key in value:
            check(notes, (*path, key), value[key])


def _note_unknown_key(notes: Notes, path: Path, checks: Mapping[str, Check]) -> str:
    """Note a key that nothing has; answers the one that was probably meant."""
    key = str(path[-1])
    likely = nearest(key, checks) if len(notes.problems) < _MOST_GUESSES else ""
    notes.add("rubric-unknown-key", path, found=key, allowed=likely or ", ".join(checks))
    return likely.partition(",")[0]


def _check_list(notes: Notes, path: Path, value: object, check: Check) -> None:
    if not isinstance(value, list):
        notes.add("rubric-not-list", path)
        return
    for position, item in enumerate(value):
        check(notes, (*path, position), item)


def _optional(check: Check) -> Check:
    def unless_left_open(notes: Notes, path: Path, value: object) -> None:
        if value is not None:
            check(notes, path, value)

    return unless_left_open


def _check_question(notes: Notes, path: Path, value: object) -> None:
    if value != "":
        check_text(notes, path, value)


def check_id(notes: Notes, path: Path, value: object) -> None:
    """An id that can stand in a path and an address."""
    if not isinstance(value, str) or not _ID.fullmatch(value) or len(value) > _LONGEST_ID:
        notes.add("rubric-bad-id", path, allowed=str(_LONGEST_ID))


def _check_node_id(notes: Notes, path: Path, value: object) -> None:
    check_id(notes, path, value)
    if isinstance(value, str) and value in RESERVED_IDS:
        notes.add("rubric-reserved-id", path, allowed=", ".join(sorted(RESERVED_IDS)))


def _check_version(notes: Notes, path: Path, value: object) -> None:
    if isinstance(value, int | float):
        notes.add("rubric-version-text", path)
    else:
        check_text(notes, path, value)


def _check_date(notes: Notes, path: Path, value: object) -> None:
    if not isinstance(value, str) or not _DATE.fullmatch(value) or not _is_day(value):
        notes.add("rubric-bad-date", path)


def _is_day(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _check_number(notes: Notes, path: Path, value: object) -> None:
    if not is_number(value):
        notes.add("rubric-not-number", path)


def _check_weight(notes: Notes, path: Path, value: object) -> None:
    if not is_number(value):
        notes.add("rubric-not-number", path)
    elif value < 0:
        notes.add("rubric-weight-negative", path)


def _check_share(notes: Notes, path: Path, value: object) -> None:
    if not is_number(value):
        notes.add("rubric-not-number", path)
    elif not 0 <= value <= 1:
        notes.add("rubric-not-share", path)


def _check_stage(notes: Notes, path: Path, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        notes.add("rubric-bad-stage", path)


def _check_rule(notes: Notes, path: Path, value: object) -> None:
    if value not in RULES:
        likely = nearest(str(value), RULES, 1)
        others = (rule for rule in RULES if rule != likely)
        notes.add("rubric-unknown-rule", path, allowed=", ".join(filter(None, (likely, *others))))


def _check_complexity(notes: Notes, path: Path, value: object) -> None:
    if value not in COMPLEXITIES:
        notes.add("rubric-unknown-complexity", path, allowed=", ".join(COMPLEXITIES))


def _check_blank_as(notes: Notes, path: Path, value: object) -> None:
    if value != "min":
        notes.add("rubric-blank-as", path)


def _check_levels(notes: Notes, path: Path, value: object) -> None:
    if not isinstance(value, dict):
        notes.add("rubric-not-group", path)
        return
    for level, words in value.items():
        if not is_number(level):
            notes.add("rubric-level-not-number", (*path, level), found=str(level))
        check_text(notes, (*path, level), words)


def _check_texts(notes: Notes, path: Path, value: object) -> None:
    _check_list(notes, path, value, check_text)


def _check_tiers(notes: Notes, path: Path, value: object) -> None:
    _check_list(notes, path, value, check_text)
    if not isinstance(value, list):
        return
    if not value:
        notes.add("rubric-no-tiers", path)
    seen = {OVERALL}
    for position, tier in enumerate(value):
        if isinstance(tier, str):
            if tier in seen:
                notes.add("rubric-duplicate-tier", (*path, position))
            seen.add(tier)


def _check_importance(notes: Notes, path: Path, value: object) -> None:
    if not isinstance(value, dict) or not value:
        notes.add("rubric-not-group", path)
        return
    before = -math.inf
    for grade, weight in value.items():
        here = (*path, grade)
        if not isinstance(grade, str) or not _ID.fullmatch(grade):
            notes.add("rubric-bad-id", here, found=str(grade), allowed=str(_LONGEST_ID))
        _check_share(notes, here, weight)
        if is_number(weight) and 0 <= weight <= 1:
            if weight <= before:
                notes.add("rubric-importance-order", here)
            before = weight


def _check_scale(notes: Notes, path: Path, value: object) -> None:
    before = len(notes.problems)
    _check_group(notes, path, value, SCALE)
    if len(notes.problems) > before or not isinstance(value, dict):
        return
    scale = Scale.model_construct(**{"levels": {}, **value})
    if scale.min >= scale.max:
        notes.add("rubric-scale-range", (*path, "max"), found=f"{scale.min:g} … {scale.max:g}")
        return
    if scale.step is not None and not _divides(scale.step, scale.max - scale.min):
        notes.add("rubric-scale-step", (*path, "step"), found=f"{scale.step:g}", allowed=str(MOST_STEPS))
        scale = scale.model_copy(update={"step": None})
    for level in scale.levels:
        if not scale.holds(level):
            here = (*path, "levels", level)
            notes.add("rubric-level-off-scale", here, found=f"{level:g}", allowed=span(scale))


def span(scale: Scale) -> str:
    """The scale's two ends, as in `0 … 5`."""
    return f"{scale.min:g} … {scale.max:g}"


def _divides(step: float, length: float) -> bool:
    parts = length / step if step > 0 else 0.0
    return 1 <= parts <= MOST_STEPS and abs(parts - round(parts)) < TOLERANCE


def _check_nodes(notes: Notes, path: Path, value: object) -> None:
    _check_list(notes, path, value, _check_node)


def _check_children(notes: Notes, path: Path, value: object) -> None:
    if value is None or value == []:
        notes.add("rubric-empty-branch", path)
    else:
        _check_nodes(notes, path, value)


def _check_tree(notes: Notes, path: Path, value: object) -> None:
    if value is None or value == []:
        notes.add("rubric-no-indicators", path)
    else:
        _check_nodes(notes, path, value)


def _check_node(notes: Notes, path: Path, value: object) -> None:
    _check_group(notes, path, value, NODE, ("id", "name"))


def _check_house(notes: Notes, path: Path, value: object) -> None:
    _check_list(notes, path, value, _check_band)


def _check_band(notes: Notes, path: Path, value: object) -> None:
    _check_group(notes, path, value, BAND, ("nodes",))


def _check_band_nodes(notes: Notes, path: Path, value: object) -> None:
    _check_texts(notes, path, value)
    if value == []:
        notes.add("rubric-house-empty", path)


def _check_source(notes: Notes, path: Path, value: object) -> None:
    _check_group(notes, path, value, SOURCE, ("title",))


SOURCE: Final[dict[str, Check]] = {"title": check_text, "date": _optional(_check_date)}
SCALE: Final[dict[str, Check]] = {
    "min": _check_number,
    "max": _check_number,
    "step": _optional(_check_number),
    "levels": _check_levels,
}
NODE: Final[dict[str, Check]] = {
    "id": _check_node_id,
    "name": check_text,
    "weight": _check_weight,
    "rule": _check_rule,
    "met_at": _optional(_check_number),
    "stage": _optional(_check_stage),
    "question": _check_question,
    "descriptors": _check_levels,
    "evidence": _check_texts,
    "complexity": _optional(_check_complexity),
    "children": _check_children,
}
BAND: Final[dict[str, Check]] = {"nodes": _check_band_nodes, "name": _check_question}
RUBRIC: Final[dict[str, Check]] = {
    "id": check_id,
    "version": _check_version,
    "name": check_text,
    "source": _optional(_check_source),
    "scale": _check_scale,
    "importance": _check_importance,
    "tiers": _check_tiers,
    "min_coverage": _check_share,
    "blank_as": _optional(_check_blank_as),
    "tree": _check_tree,
    "house": _check_house,
}
"""Every key that a rubric's file may hold, and what is checked of its value."""
