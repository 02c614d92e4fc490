"""What a refresh did, or would do, in words: counts, and a line for every shape that is not as it was."""

from typing import Final

from assessment.catalogue import Lang, text
from exports.refresh.refreshing import STATUSES, Found, Refreshed, Status

_FIRST_TO_LAST: Final[tuple[Status, ...]] = ("conflict", "new", "orphan", "kept", "deleted", "updated")


def counted(done: Refreshed, lang: Lang) -> str:
    """How many shapes there are of each status, in one sentence."""
    counts = done.counts
    parts = [text(f"refresh.count.{status}", lang, count=counts[status]) for status in STATUSES]
    return text("refresh.counts", lang, counts=(", " if lang == "en" else "，").join(parts))


def listed(done: Refreshed, lang: Lang) -> list[str]:
    """A line for every shape that is not simply unchanged, in the order of the slides; notes together."""
    shown = [found for found in done.found if found.status != "unchanged" and not _is_new_note(found)]
    notes = sum(map(_is_new_note, done.found))
    key = "one" if notes == 1 else "many"
    last = [text(f"refresh.notes.{key}", lang, count=notes)] if notes else []
    return [*(line(found, lang) for found in shown), *last]


def grouped(done: Refreshed, lang: Lang) -> list[tuple[Status, str, list[str]]]:
    """Status, how many, and a line for each: first what a person may want to decide, last what is updated."""
    counts, groups = done.counts, []
    for status in _FIRST_TO_LAST:
        lines = [
            line(found, lang) for found in done.found if found.status == status and not _is_new_note(found)
        ]
        if status == "updated":
            lines += listed(done, lang)[-1:] if any(map(_is_new_note, done.found)) else []
        if lines:
            said = text(f"refresh.count.{status}", lang, count=counts[status])
            groups.append((status, said, lines))
    return groups


def _is_new_note(found: Found) -> bool:
    """Speaker notes with the newer recipe in them, as on every slide once a rating changed."""
    return found.kind == "notes" and found.status == "updated" and not found.cells


def line(found: Found, lang: Lang) -> str:
    """One shape: its status, where it stands and what it is."""
    whole = found.status in {"new", "deleted"} and found.id.endswith(":")
    kind = text("refresh.kind.slide" if whole else f"refresh.kind.{found.kind}", lang)
    said = {"status": text(f"refresh.status.{found.status}", lang), "kind": kind, "title": found.title}
    where = text("refresh.line.new" if not found.slide else "refresh.line", lang, slide=found.slide, **said)
    if not found.cells:
        return where
    own = "one" if found.cells == 1 else "many"
    return where + text(f"refresh.own.{found.kind}.{own}", lang, count=found.cells)
