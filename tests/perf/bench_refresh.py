"""Refreshing a deck of about sixty slides, against opening and saving it bare with python-pptx."""

import tempfile
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
from exports.refresh.whole_deck import refresh
from tests.exports.edited_decks import newer
from tests.perf.timing import ratio, report, side_by_side, total

STUDY, UNIT = "china-telecom-2003", "shenzhen-telecom"


def told() -> Report:
    """The whole storyline of one unit."""
    with tempfile.TemporaryDirectory() as folder:
        store, shelf = open_store(Path(folder) / "store.sqlite3"), FileShelf()
        load_demo(store, shelf)
        wave = service.default_view(store, STUDY)[1]
        found = full_report(store, shelf, (STUDY, UNIT, wave), "en").report
        store.close()
    return found


def main() -> None:
    """Print the ratio; the report of today is made beforehand, planning its slides counts."""
    before = told()
    after, data = newer(before), deck(before)

    def refreshed() -> bytes:
        return refresh(data, "deck.pptx", STUDY, lambda _: after).data

    def bare() -> bytes:
        stream = BytesIO()
        Presentation(BytesIO(data)).save(stream)
        return stream.getvalue()

    slides = [len(Presentation(BytesIO(made)).slides) for made in (data, refreshed(), bare())]
    assert len(set(slides)) == 1
    assert refresh(refreshed(), "deck.pptx", STUDY, lambda _: after).counts["updated"] == 0
    costs = side_by_side({"refresh": total(refreshed), "bare": total(bare)})
    what = f"refresh of a {slides[0]}-slide deck against opening and saving it"
    report("R1", what, ratio(costs, "refresh", "bare"), "<= 2", "<= 2")


if __name__ == "__main__":
    main()
