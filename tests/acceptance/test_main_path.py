"""The main job in a real browser: from Home over three ratings to a deck that holds them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation
from pptx.chart.plot import XyPlot

from tests.acceptance.interviewing import rate, say_who_rates
from tests.acceptance.patience import settled

RATED = {"strategy": 3.0, "internal": 2.5, "external": 3.5}
"""Of Fuzhou's data collection: three of its four indicators, enough for a score: (3 + 2.5 + 3.5) / 3 = 3."""


@pytest.fixture
def home(demo_app: str, browser_page: Page) -> Page:
    browser_page.goto(f"{demo_app}/?lang=en")
    return browser_page


def start_at_what_to_do_next(tab: Page) -> None:
    expect(tab.get_by_text("Fuzhou Telecom has not been assessed yet.")).to_be_visible()
    settled(tab)
    tab.locator(".st-key-next-step button").click()
    expect(tab).to_have_url(re.compile("interview.*unit=fuzhou-telecom"))


def go_to(tab: Page, page: str) -> None:
    tab.get_by_test_id("stSidebarNav").get_by_role("link", name=page).click()


def download_the_deck(tab: Page, folder: Path) -> Path:
    settled(tab)
    tab.locator(".st-key-export-deck-make button").click()
    settled(tab)
    with tab.expect_download() as started:
        tab.locator(".st-key-export-deck-download button").click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def figures_of(deck: Path, category: str) -> Iterator[float | None]:
    """Every charted figure of one category, over all slides; points of an XY chart have none."""
    for slide in Presentation(str(deck)).slides:
        for shape in slide.shapes:
            plot = shape.chart.plots[0] if shape.has_chart else None
            if plot is None or isinstance(plot, XyPlot):
                continue
            for name, value in zip(plot.categories, plot.series[0].values, strict=True):
                if str(name).startswith(category):
                    yield value


@pytest.mark.browser
def test_three_ratings_travel_from_the_interview_to_the_deck(home: Page, tmp_path: Path) -> None:
    start_at_what_to_do_next(home)
    say_who_rates(home, "Li Wei")
    for indicator, score in RATED.items():
        rate(home, f"insight.collect.{indicator}", score)

    settled(home)
    go_to(home, "Profile")
    expect(home.get_by_text("3 of 50 indicators are scored.")).to_be_visible()
    chart = home.get_by_label(re.compile("Data Collection: Fuzhou Telecom 3.0"))
    expect(chart.first).to_be_attached()

    settled(home)
    go_to(home, "Export")
    deck = download_the_deck(home, tmp_path)
    assert deck.name == "China-Telecom-2003-Fuzhou-Telecom-2003-study.pptx"
    assert 3.0 in set(figures_of(deck, "Data Collection"))
    assert set(figures_of(deck, "Customer data strategy")) == {3.0}
    assert set(figures_of(deck, "Internal data capture")) == {2.5}
    assert set(figures_of(deck, "External data acquisition")) == {3.5}
