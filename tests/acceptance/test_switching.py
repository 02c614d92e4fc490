"""What is typed or clicked while unit, wave or rating change: it lands where the person saw it, or not."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore, open_store
from assessment.engagement import Person
from assessment.ratings import Rating
from tests.acceptance.interviewing import all_arrived, bar, card, editor, level, say_who_rates, sheet
from tests.acceptance.patience import settled, type_in

pytestmark = pytest.mark.browser

ENGAGEMENT, UNIT, RATER = "china-telecom-2003", "fuzhou-telecom", "li"
INDICATORS = [node.id for node in FileShelf().rubric("crm-five-capabilities").indicators]
FIRST = INDICATORS[0]


@pytest.fixture
def store(demo_app: str, browser_page: Page, tmp_path: Path) -> SqliteStore:
    """Li Wei sits at the first indicator of a unit that nobody has rated."""
    store = open_store(tmp_path / "store.sqlite3")
    store.add_person(ENGAGEMENT, Person(id=RATER, name="Li Wei"))
    browser_page.goto(f"{demo_app}/interview?lang=en&engagement={ENGAGEMENT}&unit={UNIT}&node={FIRST}")
    say_who_rates(browser_page, "Li Wei")
    return store


def stored(store: SqliteStore) -> dict[tuple[str, str], Rating]:
    return {(r.unit, r.indicator): r for r in store.ratings(ENGAGEMENT) if r.rater == RATER}


def test_a_reason_that_was_begun_for_one_unit_is_not_given_for_the_next(
    browser_page: Page, store: SqliteStore
) -> None:
    browser_page.keyboard.press("a")
    reason = browser_page.locator(".reason input")
    reason.fill("No dealers here")
    choose_unit(browser_page, "Guangzhou")
    settled(browser_page)
    expect(reason).to_be_hidden()
    assert stored(store) == {}


def choose_unit(tab: Page, name: str) -> None:
    def left(wait: float) -> None:
        expect(bar(tab)).not_to_have_attribute("data-place", re.compile(f"/{UNIT}/"), timeout=wait)

    type_in(tab.locator(".st-key-pick-unit input"), name, left)


def test_a_click_right_after_typing_a_note_is_no_conflict_with_oneself(
    browser_page: Page, store: SqliteStore
) -> None:
    level(browser_page, FIRST, 2).click()
    all_arrived(browser_page)
    settled(browser_page)
    browser_page.keyboard.press("w")
    editor(browser_page, FIRST).locator("textarea").fill("Three systems")
    level(browser_page, FIRST, 4).click()
    all_arrived(browser_page)
    settled(browser_page)
    expect(sheet(browser_page, FIRST).get_by_role("alert")).to_have_count(0)
    saved = stored(store)[UNIT, FIRST]
    assert (saved.score, saved.note) == (4.0, "Three systems")


NUMPAD = """() => document.body.dispatchEvent(new KeyboardEvent(
    'keydown', {key: 'ArrowDown', code: 'Numpad2', bubbles: true, composed: true, cancelable: true}))"""


def test_an_arrow_on_the_number_pad_is_no_score(browser_page: Page, store: SqliteStore) -> None:
    browser_page.evaluate(NUMPAD)
    browser_page.keyboard.press("n")
    browser_page.keyboard.press("3")
    all_arrived(browser_page)
    assert {place[1]: r.score for place, r in stored(store).items()} == {INDICATORS[1]: 3.0}


AT_ONCE = """field => {
    const press = (key, ctrlKey) => field.dispatchEvent(new KeyboardEvent(
        'keydown', {key, ctrlKey, bubbles: true, composed: true, cancelable: true}));
    press("Enter", true);
    press("n", false);
}"""


def test_the_key_after_a_statement_is_no_part_of_it_however_quick_it_comes(
    browser_page: Page, store: SqliteStore
) -> None:
    browser_page.keyboard.press("e")
    said = editor(browser_page, FIRST).locator("textarea").first
    expect(said).to_be_focused()
    browser_page.keyboard.type("No list of customers")
    said.evaluate(AT_ONCE)
    expect(bar(browser_page)).to_have_attribute("data-indicator", INDICATORS[1])
    expect(card(browser_page, FIRST)).to_contain_text("Evidence · 1")
    assert store.evidence(ENGAGEMENT)[-1].text == "No list of customers"


def test_a_click_on_a_card_left_over_from_another_unit_says_nothing(
    browser_page: Page, store: SqliteStore
) -> None:
    old = card(browser_page, FIRST)
    old.evaluate("card => card.dataset.place = card.dataset.place.replace('fuzhou', 'guangzhou')")
    level(browser_page, FIRST, 5).click()
    level(browser_page, INDICATORS[1], 2).click()
    all_arrived(browser_page)
    assert {place: r.score for place, r in stored(store).items()} == {(UNIT, INDICATORS[1]): 2.0}
