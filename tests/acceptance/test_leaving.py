"""Who leaves the interview while the server still saves: the next page stands, and nothing typed is lost."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore, open_store
from assessment.engagement import Person
from tests.acceptance.interviewing import all_arrived, bar, say_who_rates
from tests.acceptance.patience import settled

pytestmark = pytest.mark.browser

ENGAGEMENT, UNIT, WAVE, RATER = "china-telecom-2003", "fuzhou-telecom", "2003", "li"
INDICATORS = [node.id for node in FileShelf().rubric("crm-five-capabilities").indicators]
TYPED = dict(zip(INDICATORS, [1.0, 2.0, 3.0, 4.0, 5.0], strict=False))


@pytest.fixture
def store(
    serve: Callable[..., AbstractContextManager[str]], browser_page: Page, tmp_path: Path
) -> Iterator[SqliteStore]:
    """The store of an app whose saves take long; in the tab, Li Wei has just typed five scores."""
    with serve(tmp_path, "tests/acceptance/slow_app.py") as address:
        store = open_store(tmp_path / "store.sqlite3")
        store.add_person(ENGAGEMENT, Person(id=RATER, name="Li Wei"))
        place = f"engagement={ENGAGEMENT}&unit={UNIT}&node={INDICATORS[0]}"
        browser_page.goto(f"{address}/interview?lang=en&{place}")
        say_who_rates(browser_page, "Li Wei")
        expect(bar(browser_page)).to_have_attribute("data-indicator", INDICATORS[0])
        browser_page.keyboard.type("1n2n3n4n5n", delay=20)
        yield store
        store.close()


def scores(store: SqliteStore) -> dict[str, float | None]:
    return {r.indicator: r.score for r in store.ratings(ENGAGEMENT, UNIT, WAVE) if r.rater == RATER}


def test_what_was_typed_before_a_reload_is_not_lost(browser_page: Page, store: SqliteStore) -> None:
    browser_page.on("dialog", lambda dialog: dialog.accept())
    browser_page.reload()
    expect(bar(browser_page)).to_be_visible()
    all_arrived(browser_page)
    assert scores(store) == TYPED


@pytest.mark.parametrize("pause", [0, 150, 350])
def test_the_next_page_is_whole_and_coming_back_finds_everything_saved(
    browser_page: Page, store: SqliteStore, pause: int
) -> None:
    browser_page.wait_for_timeout(pause)
    browser_page.get_by_role("link", name="Rubric", exact=True).click()
    expect(browser_page.get_by_placeholder("Search names, questions")).to_be_visible()
    browser_page.wait_for_timeout(1500)  # what was on its way arrives late and is saved
    settled(browser_page)
    expect(browser_page.get_by_placeholder("Search names, questions")).to_be_visible()
    browser_page.get_by_role("link", name="Interview").click()
    expect(bar(browser_page)).to_be_visible()
    all_arrived(browser_page)
    assert scores(store) == TYPED
