"""Differences between two versions of a rubric in the words of a page: names, not ids."""

from collections.abc import Iterable
from typing import Final

from assessment.catalogue import Lang, text
from assessment.rubric import Rubric
from assessment.rubric_difference import RubricChange, RubricDifference
from assessment.rubric_sheets import marked

_SHOWN: Final = 90
_NUMBERED: Final = {"descriptors": 0, "evidence": 1, "scale.levels": 0}
"""Parts that end in a number, and what is added to it for people."""


def worded(
    found: RubricDifference, before: Rubric, after: Rubric, lang: Lang, most: int | None = None
) -> list[str]:
    """A line for every difference, at most so many, and how many more there are.

    Args:
        found: between the two versions.
        before: the version that is left, which knows what its nodes are called.
        after: the other version.
        lang: of the reader.
        most: lines at most; all without.
    """
    lines = [_line(change, before, after, lang) for change in found.changes[:most]]
    left = len(found.changes) - len(lines)
    return [*lines, *([text("rubric-diff.more", lang, count=left)] if left else [])]


def without_kinds(found: RubricDifference, kinds: Iterable[str]) -> RubricDifference:
    """The differences of all other kinds."""
    left_out = set(kinds)
    kept = tuple(change for change in found.changes if change.kind not in left_out)
    return RubricDifference(found.before, found.after, kept)


def _line(change: RubricChange, before: Rubric, after: Rubric, lang: Lang) -> str:
    kind = text(f"rubric-diff.kind.{change.kind}", lang)
    name, part = _named(change, before, after, lang)
    if change.kind in {"added", "removed"}:
        return text("rubric-diff.worded.whole", lang, kind=kind, name=name)
    old, new = (_value(change, value, before, after, lang) for value in (change.before, change.after))
    if change.kind == "renamed":
        names = text("migration.arrow", lang, before=old, after=new)
        return text("rubric-diff.worded.whole", lang, kind=kind, name=names)
    return text("rubric-diff.worded", lang, kind=kind, name=name, part=part, before=old, after=new)


def _named(change: RubricChange, before: Rubric, after: Rubric, lang: Lang) -> tuple[str, str]:
    """What a change is about, and which part of it: `Answering` and `weight`, `level 3`, `name (Chinese)`."""
    if change.kind != "translated":
        return _name(change.node, change.name, before, after, lang), _part(change.part, lang)
    language, _, path = change.part.partition(": ")
    node = _node_of(path, after) or _node_of(path, before)
    part = _part(path.removeprefix(f"{node}."), lang)
    return _name(node, change.name, before, after, lang), marked(part, language, lang)


def _name(node: str, name: str, before: Rubric, after: Rubric, lang: Lang) -> str:
    if not node:
        return text("rubric-diff.rubric", lang)
    rubric = after if node in after else before
    return rubric.name_of(node, lang) if node in rubric else name


def _node_of(path: str, rubric: Rubric) -> str:
    """The node that a path of a translation begins with; empty for none."""
    found = path
    while found and found not in rubric:
        found = found.rpartition(".")[0]
    return found


def _part(part: str, lang: Lang) -> str:
    stem, _, number = part.rpartition(".")
    if stem in _NUMBERED and number.lstrip("-").replace(".", "").isdigit():
        figure = f"{float(number) + _NUMBERED[stem]:g}"
        return text(f"rubric-diff.part.{stem}.number", lang, number=figure)
    key = f"rubric-diff.part.{part}"
    return text(key, lang) if key in PARTS else part


PARTS: Final = frozenset(
    f"rubric-diff.part.{part}"
    for part in (
        *("name", "weight", "rule", "met_at", "stage", "complexity", "question", "parent", "place", "id"),
        *("descriptors", "source.title", "source.date", "scale.min", "scale.max", "scale.step"),
        *("scale.levels", "importance", "tiers", "min_coverage", "blank_as", "layout"),
    )
)
"""Parts that have a name in the catalogue."""


def _value(change: RubricChange, value: str, before: Rubric, after: Rubric, lang: Lang) -> str:
    if not value:
        return text("rubric-diff.nothing", lang)
    if change.part == "parent":
        rubric = after if value in after else before
        value = rubric.name_of(value, lang) if value in rubric else value
    return value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
