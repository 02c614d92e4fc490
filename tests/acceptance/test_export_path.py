"""The deck's way back in a real browser: made, edited as in PowerPoint, one more rating, refreshed."""
# ruff: noqa: ANN401 - python-pptx is not typed

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Inches, Pt

from assessment import service
from assessment.edges.demo import load_demo
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from assessment.ratings import Rating
from tests.acceptance.interviewing import rate, say_who_rates
from tests.acceptance.patience import settled

pytestmark = pytest.mark.browser

STUDY, UNIT, WAVE = "china-telecom-2003", "fuzhou-telecom", "2003"
RATED = {"strategy": 3.0, "internal": 2.5, "external": 3.5}
"""Of data collection; its fourth indicator comes later: from 3 to (3 + 2.5 + 3.5 + 5) / 4 = 3.5."""
LATER, SCORE = "insight.collect.privacy", 5.0
HEADLINE = "What the board has to know about Fuzhou"
"""Instead of a title that new figures change, too; the next one instead of a title that they do not."""
ASIDE = "Nobody has been asked about managing data so far"
OWN_SLIDE = "A slide of our own"
CHART = "capability.insight.collect"
AFTER = "capability.insight.manage.indicators"
ORANGE = RGBColor(0xFF, 0x66, 0x00)  # type: ignore[no-untyped-call]  # python-pptx is not typed


@pytest.fixture
def address(tmp_path: Path, serve: Callable[..., AbstractContextManager[str]]) -> Iterator[str]:
    """An app in which Fuzhou has three ratings."""
    store, shelf = open_store(tmp_path / "store.sqlite3"), FileShelf()
    load_demo(store, shelf)
    for name, score in RATED.items():
        rating = Rating(
            unit=UNIT, wave=WAVE, indicator=f"insight.collect.{name}", rater="Li Wei", score=score
        )
        service.rate(store, shelf, STUDY, rating, None)
    store.close()
    with serve(tmp_path) as found:
        yield found


def show(tab: Page, address: str, page: str, sign: str) -> None:
    """Open a page and wait until what tells it stands there."""
    tab.goto(f"{address}/{page}?lang=en&engagement={STUDY}&unit={UNIT}&wave={WAVE}")
    expect(tab.locator(sign)).to_be_visible()
    settled(tab)


def downloaded(tab: Page, button: Locator, path: Path) -> Path:
    expect(button).to_be_visible()
    settled(tab)
    with tab.expect_download() as started:
        button.click()
    started.value.save_as(path)
    return path


def edited_as_a_person_would(made: Path, path: Path) -> Path:
    """A chart moved and recoloured, a title rewritten and restyled, its slide to the front, a slide added."""
    deck: Any = Presentation(str(made))
    slide, chart = charted(deck)
    chart.left, chart.top = Inches(1.25), Inches(2.5)
    fill = chart.chart.plots[0].series[0].format.fill
    fill.solid()
    fill.fore_color.rgb = ORANGE
    title = deck.slides[1].shapes.title
    title.text = HEADLINE
    title.text_frame.paragraphs[0].runs[0].font.size = Pt(31)
    next(
        one for one in deck.slides if AFTER in {shape.name for shape in one.shapes}
    ).shapes.title.text = ASIDE
    order = deck.slides._sldIdLst
    own = list(order)[deck.slides.index(slide)]
    order.remove(own)
    order.insert(0, own)
    deck.slides.add_slide(slide.slide_layout).shapes.title.text = OWN_SLIDE
    deck.save(str(path))
    return path


def charted(deck: Any) -> tuple[Any, Any]:
    """The slide of data collection and the chart on it."""
    return next(
        (slide, shape)
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_chart and shape.name.startswith(CHART)
    )


def said_on(slide: Any) -> str:
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    cells = [cell.text for table in tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)])


def figures(chart: Any) -> list[float | None]:
    return list(chart.chart.plots[0].series[0].values)


def test_edits_stay_and_new_figures_come_in(address: str, browser_page: Page, tmp_path: Path) -> None:
    tab = browser_page
    show(tab, address, "export", ".st-key-card-data")
    tab.locator(".st-key-export-deck-make button").click()
    made = downloaded(tab, tab.locator(".st-key-export-deck-download button"), tmp_path / "made.pptx")
    slide, chart = charted(Presentation(str(made)))
    assert SCORE not in figures(chart)
    assert "3.5" not in slide.shapes.title.text
    own = edited_as_a_person_would(made, tmp_path / "edited.pptx")

    show(tab, address, "interview", f'.gl-card[data-indicator="{LATER}"]')
    say_who_rates(tab, "Li Wei")
    rate(tab, LATER, SCORE)

    show(tab, address, "export", ".st-key-card-data")
    tab.locator(".st-key-refresh-file input[type=file]").set_input_files(own)
    card = tab.locator(".st-key-card-refresh")
    button = tab.locator(".st-key-refresh-download button")
    expect(button).to_be_visible()
    expect(card).to_contain_text("Slide 1, chart: updated")
    expect(card).to_contain_text(re.compile(f"conflict[^“]*“{HEADLINE}"))
    expect(card).to_contain_text("kept because a person changed it")
    done: Any = Presentation(str(downloaded(tab, button, tmp_path / "refreshed.pptx")))

    slide, chart = charted(done)
    assert done.slides.index(slide) == 0
    assert SCORE in figures(chart)
    assert (chart.left, chart.top) == (Inches(1.25), Inches(2.5))
    assert chart.chart.plots[0].series[0].format.fill.fore_color.rgb == ORANGE
    assert "3.5" in said_on(slide)
    titles = [one.shapes.title.text for one in done.slides if one.shapes.title is not None]
    assert titles[-1] == OWN_SLIDE
    assert {HEADLINE, ASIDE} <= set(titles)
    headline = next(one for one in done.slides if one.shapes.title and one.shapes.title.text == HEADLINE)
    assert headline.shapes.title.text_frame.paragraphs[0].runs[0].font.size == Pt(31)
