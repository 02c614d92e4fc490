"""Refreshing a deck of about sixty slides, against opening and saving it bare with python-pptx.

The whole storyline of one unit is written and saved once more, as PowerPoint would. Then it is refreshed with
the same report, with the one after a single rating rose by a level, and with one in which every figure of the
unit is another.
"""

import tempfile
from functools import partial
from io import BytesIO
from pathlib import Path

from pptx import Presentation

from assessment import service
from assessment.edges.demo import load_demo
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from assessment.report.shapes import Report
from assessment.storyline.full import full_report
from exports.deck import deck
from exports.refresh.refreshing import Refreshed
from exports.refresh.whole_deck import refresh
from tests.exports.edited_decks import newer
from tests.perf.timing import ratio, report, side_by_side, total

STUDY, UNIT = "china-telecom-2003", "shenzhen-telecom"


def told() -> tuple[Report, Report]:
    """The whole storyline of one unit, before and after one of its ratings rose by a level."""
    with tempfile.TemporaryDirectory() as folder:
        store, shelf = open_store(Path(folder) / "store.sqlite3"), FileShelf()
        load_demo(store, shelf)
        place = STUDY, UNIT, service.default_view(store, STUDY)[1]
        before = full_report(store, shelf, place, "en").report
        rating = next(one for one in store.ratings(STUDY, UNIT) if one.score == 1.0)
        store.save_rating(STUDY, rating.model_copy(update={"score": 2.0}), None)
        after = full_report(store, shelf, place, "en").report
        store.close()
    return before, after


def saved(data: bytes) -> bytes:
    """The deck opened and saved bare."""
    stream = BytesIO()
    Presentation(BytesIO(data)).save(stream)
    return stream.getvalue()


def refreshed(data: bytes, wanted: Report) -> Refreshed:
    """The deck with the figures of a report."""
    return refresh(data, "deck.pptx", STUDY, lambda _: wanted)


def main() -> None:
    """Print the ratios; the reports of today are made beforehand, planning their slides counts."""
    before, after = told()
    data = saved(deck(before))
    reports = {"nothing new": before, "one rating changed": after, "every figure changed": newer(before)}
    slides = len(Presentation(BytesIO(data)).slides)
    for name, wanted in reports.items():
        done = refreshed(data, wanted)
        assert refreshed(done.data, wanted).data == done.data
        assert len(Presentation(BytesIO(done.data)).slides) == slides
        print(f"    {name}: {done.counts['updated']} of {len(done.found)} shapes updated", flush=True)
    measures = {name: total(partial(refreshed, data, wanted)) for name, wanted in reports.items()}
    costs = side_by_side({**measures, "bare": total(partial(saved, data))})
    for number, name in enumerate(reports, start=1):
        what = f"refresh of a {slides}-slide deck, {name}, against opening and saving it"
        report(f"R{number}", what, ratio(costs, name, "bare"), "<= 2", "<= 2")


if __name__ == "__main__":
    main()
