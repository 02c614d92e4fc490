"""The decks of the real 2003 engagement."""

from itertools import product
from pathlib import Path

import pytest
from openxml_audit import validate_pptx

from assessment.catalogue import LANGUAGES, Lang
from assessment.edges.demo import load_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.report.shapes import Report
from assessment.service import make_report
from exports.deck import deck
from tests.exports.deck_reading import charts_that_differ, figures_left_out, outside, overlapping, titles
from tests.exports.rendering import colliding_words, pdf_of

UNITS = ("shenzhen-telecom", "guangzhou-telecom", "fuzhou-telecom")
"""Fully, partly and never assessed."""


@pytest.fixture(scope="module", params=product(UNITS, LANGUAGES), ids="-".join)
def report(request: pytest.FixtureRequest) -> Report:
    return _report(*request.param)


def _report(unit: str, lang: Lang) -> Report:
    store, shelf = MemoryStore(), FileShelf()
    return make_report(store, shelf, load_demo(store, shelf), unit, "2003", lang)


@pytest.fixture(scope="module")
def made(report: Report) -> bytes:
    return deck(report)


def test_openxml_audit_finds_nothing_in_a_real_deck(made: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(made)

    assert [str(finding) for finding in validate_pptx(str(path)).errors] == []


def test_every_figure_of_the_real_report_is_in_the_deck(report: Report, made: bytes) -> None:
    others = {
        table.id
        for table in report.section("evidence").tables
        if table.id != f"evidence.{report.recipe.unit}"
    }

    assert charts_that_differ(report, made, {"profile.dimensions"}) == []  # drawn as the radar
    assert figures_left_out(report, made, {"guide.scale", *others}) == []


def test_nothing_of_a_real_deck_overlaps_or_reaches_over_an_edge(made: bytes) -> None:
    assert overlapping(made) == []
    assert outside(made) == []


def test_all_sixteen_capabilities_have_their_slide(report: Report, made: bytes) -> None:
    capabilities = [section.title for section in report.of_kind("capability")]

    assert len(capabilities) == 16
    assert set(capabilities) <= set(titles(made))


@pytest.mark.office
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_words_of_a_real_deck_are_drawn_over_others(lang: Lang, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck(_report("guangzhou-telecom", lang)))

    assert colliding_words(pdf_of(path, tmp_path)) == []
