"""A small deck with every kind of shape, edited and refreshed, with all that holds whatever the edit."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openxml_audit import validate_pptx

from assessment.catalogue import Lang
from assessment.report.pictures import Tracks
from assessment.report.shapes import Report, Section
from exports.deck import OWN, House, deck
from exports.refresh.refreshing import Found, Refreshed
from tests.exports.edited_decks import edited, hashes, newer, packed_bytes, refresh_with
from tests.exports.foreign_templates import RENAMED, bare_template, renamed_template, standard_template
from tests.exports.sample_report import chart, sample_report, series

RADAR, BARS, TABLE, TRACKS = "profile.radar", "profile.capabilities 1", "profile.scores", "practice.tracks"
KINDS = {"cover", "guide", "profile", "published"}
CONFIDENTIAL = "Board only"
HOUSES = {
    "own": lambda: replace(OWN, confidential=CONFIDENTIAL),
    "standard": lambda: House(standard_template(), "standard.pptx", confidential=CONFIDENTIAL),
    "bare": lambda: House(bare_template(), "bare.pptx", confidential=CONFIDENTIAL),
    "renamed": lambda: House(renamed_template(), "renamed.pptx", RENAMED, CONFIDENTIAL),
}


@dataclass(frozen=True)
class Golden:
    """A report, the same with newer figures, and the deck of the former."""

    old: Report
    new: Report
    made: bytes


@cache
def golden(lang: Lang, house: str = "own") -> Golden:
    """A deck of a dozen slides with charts, tables, words and a drawing."""
    whole = sample_report(lang)
    kept = [one for one in whole.sections if one.kind in KINDS or one.id == "capability.c0"]
    old = replace(whole, sections=(*kept, _practice(lang)))
    return Golden(old, newer(old), deck(old, None, HOUSES[house]()))


def _practice(lang: Lang) -> Section:
    english = lang == "en"
    names = ("Collect data", "Apply insight", "Segment") if english else ("数据收集", "洞察应用", "客户细分")
    drawn = chart(
        TRACKS,
        "track",
        names,
        replace(series(lang, "North", "unit", (1.0, 2.25, 3.5)), id="level"),
        replace(series(lang, "Best", "best", (4.0, 4.0, 4.5)), id="best"),
    )
    tracks = Tracks(TRACKS, "Current against best practice", "Levels", drawn, "Level")
    return Section("practice", "practice", "Practice trails" if english else "做法落后", pictures=(tracks,))


def after(
    which: Golden, edit: Callable[[Any], None], *, overwrite: bool = False, new: Report | None = None
) -> tuple[bytes, Refreshed]:
    """The deck as somebody edited it, and refreshed: once is enough, what nobody touched keeps its bytes."""
    mine, wanted = edited(which.made, edit), new or which.new
    done = refresh_with(mine, wanted, overwrite=overwrite)
    again = refresh_with(done.data, wanted, overwrite=overwrite)
    assert again.data == done.data
    assert again.changed_parts == ()
    assert not again.counts["updated"]
    untouched_parts_keep_their_bytes(mine, done)
    if wanted.lang == "zh":  # of one language, since an audit takes longer than all else
        assert faults(done.data) == []
    return mine, done


def untouched_parts_keep_their_bytes(mine: bytes, done: Refreshed) -> None:
    """Parts that the refresh does not name are the same, hash by hash, and packed as they were."""
    before, now = hashes(mine), hashes(done.data)
    assert list(now) == list(before)
    assert {name for name in now if now[name] != before[name]} == set(done.changed_parts)
    packed, packed_now = packed_bytes(mine), packed_bytes(done.data)
    assert all(packed[name] == packed_now[name] for name in now if name not in done.changed_parts)


def faults(data: bytes) -> list[str]:
    """What an auditor of Office files finds."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.pptx"
        path.write_bytes(data)
        return [str(finding) for finding in validate_pptx(str(path)).errors]


def of(done: Refreshed, ending: str) -> list[Found]:
    """What became of the shapes whose ids end so."""
    return [found for found in done.found if found.id.endswith(ending)]


def statuses(done: Refreshed, ending: str) -> list[str]:
    """The same in one word each."""
    return [found.status for found in of(done, ending)]
