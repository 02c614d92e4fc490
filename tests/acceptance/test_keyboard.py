"""The interview by keyboard alone, in a real browser: what is typed is what is stored."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore, open_store
from assessment.engagement import Person
from assessment.ratings import Rating

pytestmark = pytest.mark.browser

Serve = Callable[..., AbstractContextManager[str]]
ENGAGEMENT, UNIT, WAVE, RATER = "china-telecom-2003", "fuzhou-telecom", "2003", "li"
INDICATORS = [node.id for node in FileShelf().rubric("crm-five-capabilities").indicators]


@pytest.fixture
def store(demo_app: str, tmp_path: Path) -> SqliteStore:
    assert demo_app
    return with_rater(tmp_path)


def with_rater(folder: Path) -> SqliteStore:
    store = open_store(folder / "store.sqlite3")
    store.add_person(ENGAGEMENT, Person(id=RATER, name="Li Wei"))
    return store


def begin(tab: Page, address: str) -> None:
    """Li Wei sits down at the first indicator of a unit that nobody has rated."""
    tab.goto(f"{address}/interview?lang=en&engagement={ENGAGEMENT}&unit={UNIT}&node={INDICATORS[0]}")
    field = tab.locator(".st-key-pick-rater input")
    field.click()
    field.fill("Li Wei")
    field.press("Enter")
    expect(tab.get_by_text("To rate, choose who you are")).to_have_count(0)
    expect(tab.locator(f".st-key-sheet-{css(INDICATORS[0])}")).to_be_visible()
    tab.evaluate("document.activeElement.blur()")
    expect(bar(tab)).to_have_attribute("data-indicator", INDICATORS[0])


def css(key: str) -> str:
    return re.sub(r"[^a-zA-Z0-9_-]", "-", key)


def bar(tab: Page) -> object:
    return tab.locator(".bar[data-indicator]")


def all_arrived(tab: Page) -> None:
    expect(bar(tab)).to_have_attribute("data-unsent", "0")


def stored(store: SqliteStore) -> dict[str, Rating]:
    return {r.indicator: r for r in store.ratings(ENGAGEMENT, UNIT, WAVE) if r.rater == RATER}


def scores(store: SqliteStore) -> dict[str, float | None]:
    return {indicator: rating.score for indicator, rating in stored(store).items()}


def test_fifty_indicators_take_three_keys_each(demo_app: str, browser_page: Page, store: SqliteStore) -> None:
    begin(browser_page, demo_app)
    script = {indicator: (place % 6, "lmg"[place % 3]) for place, indicator in enumerate(INDICATORS)}
    presses = 0
    for score, confidence in script.values():
        for key in (str(score), confidence, "n"):
            browser_page.keyboard.press(key)
            presses += 1
    all_arrived(browser_page)
    said = {"l": "low", "m": "medium", "g": "high"}
    expected = {indicator: (float(score), said[key]) for indicator, (score, key) in script.items()}
    assert {i: (r.score, r.confidence) for i, r in stored(store).items()} == expected
    assert presses <= 3 * len(INDICATORS)


def test_a_burst_of_fifty_scores_lands_each_on_its_own_indicator(
    demo_app: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, demo_app)
    assert burst(browser_page) == scores(store)


def test_a_burst_lands_also_where_the_server_is_slow(
    serve: Serve, browser_page: Page, tmp_path: Path
) -> None:
    with serve(tmp_path, "tests/acceptance/slow_app.py") as address:
        store = with_rater(tmp_path)
        begin(browser_page, address)
        assert burst(browser_page) == scores(store)


def burst(tab: Page) -> dict[str, float]:
    """A digit and `n` for every indicator, 20 ms apart; what should be stored."""
    script = {indicator: float((7 * place + 3) % 6) for place, indicator in enumerate(INDICATORS)}
    tab.keyboard.type("".join(f"{score:g}n" for score in script.values()), delay=20)
    all_arrived(tab)
    return script
