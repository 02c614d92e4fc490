"""The interview by keyboard alone, in a real browser: what is typed is what is stored."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore, open_store
from assessment.engagement import Person
from assessment.ratings import Evidence, Rating
from tests.acceptance.interviewing import (
    all_arrived,
    bar,
    card,
    editor,
    level,
    rate,
    say_who_rates,
    sheet,
)
from tests.acceptance.patience import A_WHILE, settled, until

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
    say_who_rates(tab, "Li Wei")
    expect(card(tab, INDICATORS[0])).to_be_visible()
    expect(bar(tab)).to_have_attribute("data-indicator", INDICATORS[0])


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


def press(tab: Page, keys: str) -> None:
    for key in keys:
        tab.keyboard.press(key)
    all_arrived(tab)


def test_every_key_says_what_its_list_promises(demo_app: str, browser_page: Page, store: SqliteStore) -> None:
    begin(browser_page, demo_app)
    press(browser_page, "3.n4.nxnc")
    first, second, third, fourth = INDICATORS[:4]
    found = stored(store)
    assert (found[first].score, found[second].score, found[third].state) == (3.5, 4.5, "unknown")
    assert found[fourth].flagged
    assert not found[fourth].counts
    press(browser_page, "pph")
    assert stored(store)[second].score == 4.0
    press(browser_page, "uu")
    assert stored(store)[second].score == 4.5
    assert not stored(store)[fourth].flagged


def test_the_confidence_may_come_before_the_score(
    demo_app: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, demo_app)
    press(browser_page, "g4")
    saved = stored(store)[INDICATORS[0]]
    assert (saved.score, saved.confidence) == (4.0, "high")


def test_not_applicable_asks_for_its_reason(demo_app: str, browser_page: Page, store: SqliteStore) -> None:
    begin(browser_page, demo_app)
    press(browser_page, "a")
    browser_page.keyboard.type("no dealers here 3")
    browser_page.keyboard.press("Escape")
    assert stored(store) == {}
    press(browser_page, "a")
    browser_page.keyboard.type("No dealers here")
    browser_page.keyboard.press("Enter")
    all_arrived(browser_page)
    saved = stored(store)[INDICATORS[0]]
    assert (saved.state, saved.note) == ("na", "No dealers here")


def test_evidence_opens_ready_to_type(demo_app: str, browser_page: Page, store: SqliteStore) -> None:
    begin(browser_page, demo_app)
    press(browser_page, "e")
    field = browser_page.locator('[class*="st-key-said-"] textarea')
    expect(field).to_be_focused()
    browser_page.keyboard.type("3n5")
    expect(field).to_have_value("3n5")
    assert stored(store) == {}


def test_after_a_statement_is_added_the_keys_work_again(
    demo_app: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, demo_app)
    press(browser_page, "e")
    expect(browser_page.locator('[class*="st-key-said-"] textarea')).to_be_focused()
    browser_page.keyboard.type("No list of customers")
    browser_page.keyboard.press("Control+Enter")
    browser_page.keyboard.press("n")
    expect(bar(browser_page)).to_have_attribute("data-indicator", INDICATORS[1])
    expect(card(browser_page, INDICATORS[0])).to_contain_text("Evidence · 1")
    assert [item.text for item in store.evidence(ENGAGEMENT)][-1] == "No list of customers"
    expect(browser_page.locator('[class*="st-key-said-"] textarea')).to_have_value("")


def test_escape_leaves_the_field_and_then_closes_the_part(
    demo_app: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, demo_app)
    press(browser_page, "3e")
    field = browser_page.locator('[class*="st-key-said-"] textarea')
    expect(field).to_be_focused()
    browser_page.keyboard.type("half a sent")
    browser_page.keyboard.press("Escape")
    press(browser_page, "4")
    expect(field).to_have_value("half a sent")
    browser_page.keyboard.press("Escape")
    expect(editor(browser_page, INDICATORS[0])).to_have_count(0)
    press(browser_page, "w")
    note = browser_page.locator('[class*="st-key-note-"] textarea')
    expect(note).to_be_focused()
    browser_page.keyboard.type("n? asked")
    browser_page.keyboard.press("Escape")
    press(browser_page, "n")
    expect(card(browser_page, INDICATORS[0])).to_contain_text("n? asked")
    found = stored(store)[INDICATORS[0]]
    assert (found.score, found.note) == (4.0, "n? asked")


def test_escape_belongs_to_the_input_method_while_it_composes(
    demo_app: str, browser_page: Page, store: SqliteStore
) -> None:
    assert store.revision()
    begin(browser_page, demo_app)
    press(browser_page, "e")
    field = browser_page.locator('[class*="st-key-said-"] textarea')
    expect(field).to_be_focused()
    field.evaluate("""field => field.dispatchEvent(new KeyboardEvent('keydown',
        {key: 'Escape', isComposing: true, keyCode: 229, bubbles: true, composed: true}))""")
    expect(field).to_be_focused()


def test_the_bar_says_what_was_undone_and_that_a_reason_is_needed(
    demo_app: str, browser_page: Page, store: SqliteStore
) -> None:
    assert store.revision()
    begin(browser_page, demo_app)
    press(browser_page, "34u")
    expect(bar(browser_page)).to_contain_text("is 3 again, no longer 4")
    press(browser_page, "u")
    expect(bar(browser_page)).to_contain_text("is open again, no longer 3")
    press(browser_page, "9")
    expect(bar(browser_page)).to_contain_text("Levels go from 0 to 5")
    press(browser_page, "a")
    browser_page.keyboard.press("Enter")
    expect(bar(browser_page)).to_contain_text("A reason is needed")


def test_the_heading_is_whole_at_the_first_card_of_a_capability(
    demo_app: str, browser_page: Page, store: SqliteStore
) -> None:
    assert store.revision()
    browser_page.set_viewport_size({"width": 1280, "height": 720})
    begin(browser_page, demo_app)
    nodes = FileShelf().rubric("crm-five-capabilities")
    above = [nodes.parent(indicator) for indicator in INDICATORS]
    second = next(place for place, parent in enumerate(above) if parent != above[0])
    press(browser_page, "n" * second)
    expect(card(browser_page, INDICATORS[second])).to_be_visible()
    settled(browser_page)
    heading = browser_page.locator('[data-testid="stMain"] h3')
    top = heading.bounding_box()
    assert top is not None
    assert browser_page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).closest('h3') !== null", [top["x"] + 4, top["y"] + 4]
    )
    expect(heading).to_be_in_viewport(ratio=1)


CHINESE = """([key, code]) => document.body.dispatchEvent(new KeyboardEvent(
    'keydown', {key, code, keyCode: 229, bubbles: true, composed: true, cancelable: true}))"""


def test_a_chinese_input_method_makes_no_difference(
    demo_app: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, demo_app)
    for key, code in (("Process", "Digit2"), ("。", "Period"), ("Process", "KeyM"), ("ｎ", "KeyN")):
        browser_page.evaluate(CHINESE, [key, code])
    all_arrived(browser_page)
    saved = stored(store)[INDICATORS[0]]
    assert (saved.score, saved.confidence) == (2.5, "medium")
    expect(bar(browser_page)).to_have_attribute("data-indicator", INDICATORS[1])


def test_two_tabs_that_differ_must_choose(demo_app: str, browser_page: Page, store: SqliteStore) -> None:
    hears = listening(browser_page)
    begin(browser_page, demo_app)
    other = browser_page.context.new_page()
    begin(other, demo_app)
    press(other, "1")
    expect(level(browser_page, INDICATORS[0], 1)).to_have_attribute("aria-pressed", "true")
    settled(browser_page)
    hears["now"] = False
    press(other, "5")
    assert scores(store) == {INDICATORS[0]: 5.0}
    browser_page.keyboard.type("2n4")
    hears["now"] = True
    all_arrived(browser_page)
    assert scores(store) == {INDICATORS[0]: 5.0, INDICATORS[1]: 4.0}
    warning = sheet(browser_page, INDICATORS[0]).get_by_role("alert")
    expect(warning).to_contain_text("Saved there: 5")
    expect(warning).to_contain_text("Yours, not saved yet: 2")
    press(browser_page, "ps")
    expect(warning).to_have_count(0)
    assert scores(store)[INDICATORS[0]] == 2.0


def listening(tab: Page) -> dict[str, bool]:
    """Lets a tab be deaf to the server for a while, so that it shows what is no longer so."""
    hears, missed = {"now": True}, []

    def between(page: WebSocketRoute) -> None:
        server = page.connect_to_server()

        def hear(message: str | bytes) -> None:
            missed.append(message)
            while hears["now"] and missed:
                page.send(missed.pop(0))

        server.on_message(hear)

    tab.route_web_socket(re.compile("_stcore/stream"), between)
    return hears


def test_what_another_session_says_appears_within_three_seconds(
    demo_app: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, demo_app)
    settled(browser_page)
    place = {"unit": UNIT, "wave": WAVE, "rater": RATER, "indicator": INDICATORS[1]}
    store.save_rating(ENGAGEMENT, Rating(**place, score=3.0))
    expect(level(browser_page, INDICATORS[1], 3)).to_have_attribute("aria-pressed", "true")


def test_a_tab_opened_again_stands_at_the_same_indicator(
    demo_app: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, demo_app)
    press(browser_page, "3n2nnnn")
    expect(browser_page).to_have_url(re.compile(re.escape(f"node={INDICATORS[5]}")))
    browser_page.reload()
    expect(bar(browser_page)).to_have_attribute("data-indicator", INDICATORS[5])
    expect(browser_page.locator(".st-key-pick-rater input")).to_have_value("Li Wei")
    press(browser_page, "1")
    assert scores(store) == {INDICATORS[0]: 3.0, INDICATORS[1]: 2.0, INDICATORS[5]: 1.0}


def test_a_rater_stands_at_the_same_indicator_in_another_tab_and_after_a_restart(
    serve: Serve, browser_page: Page, tmp_path: Path
) -> None:
    with serve(tmp_path) as address:
        store = with_rater(tmp_path)
        begin(browser_page, address)
        press(browser_page, "3nnnnnn")
        expect(browser_page).to_have_url(re.compile(re.escape(f"node={INDICATORS[6]}")))
        other = browser_page.context.new_page()
        other.goto(f"{address}/interview?lang=en&engagement={ENGAGEMENT}&unit={UNIT}")
        say_who_rates(other, "Li Wei")
        expect(bar(other)).to_have_attribute("data-indicator", INDICATORS[6])
        expect(card(other, INDICATORS[6])).to_be_visible()
        other.close()
    port = int(address.rsplit(":", 1)[1])
    with serve(tmp_path, port=port) as address:
        browser_page.goto(f"{address}/interview?lang=en&engagement={ENGAGEMENT}&unit={UNIT}")
        expect(bar(browser_page)).to_have_attribute("data-indicator", INDICATORS[6])
        press(browser_page, "2")
        assert scores(store) == {INDICATORS[0]: 3.0, INDICATORS[6]: 2.0}


def test_clicks_faster_than_the_server_are_all_saved_where_they_were_made(
    serve: Serve, browser_page: Page, tmp_path: Path
) -> None:
    with serve(tmp_path, "tests/acceptance/slow_app.py") as address:
        store = with_rater(tmp_path)
        begin(browser_page, address)
        settled(browser_page)
        clicked = dict(zip(INDICATORS[:4], [2.0, 0.5, 5.0, 3.5], strict=True))
        for indicator, score in clicked.items():
            level(browser_page, indicator, 1).click()
            level(browser_page, indicator, score).click()
        all_arrived(browser_page)
        assert scores(store) == clicked
        for indicator, score in clicked.items():
            expect(level(browser_page, indicator, score)).to_have_attribute("aria-pressed", "true")


def test_evidence_that_is_on_record_supports_one_more_rating(
    demo_app: str, browser_page: Page, store: SqliteStore
) -> None:
    item = Evidence(id="e1", text="Customer files lie in three systems.", source="Head of IT")
    store.add_evidence(ENGAGEMENT, [item], [])
    begin(browser_page, demo_app)
    press(browser_page, "e")
    below = editor(browser_page, INDICATORS[0])
    below.get_by_label("Or use what is on record: search").fill("three systems")
    browser_page.keyboard.press("Enter")
    known, tags = below.get_by_label("One or several of these"), below.locator("[data-tag]")

    def take() -> None:
        known.click(timeout=A_WHILE)
        browser_page.get_by_role("option", name=re.compile("Customer files lie")).click(timeout=A_WHILE)

    until(browser_page, take, lambda wait: expect(tags).to_have_count(1, timeout=wait))
    browser_page.keyboard.press("Escape")
    settled(browser_page)
    below.get_by_role("button", name="Use here, too").click()
    expect(card(browser_page, INDICATORS[0])).to_contain_text("Evidence · 1")
    assert [link.indicator for link in store.evidence_links(ENGAGEMENT, UNIT)] == [INDICATORS[0]]


def test_the_last_change_is_undone_with_a_reason(
    demo_app: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, demo_app)
    rate(browser_page, INDICATORS[1], 2)
    rate(browser_page, INDICATORS[1], 4)
    card(browser_page, INDICATORS[1]).get_by_role("button", name="History", exact=True).click()
    below = editor(browser_page, INDICATORS[1])
    below.get_by_label("Why? (if you like)").fill("Misheard")
    below.get_by_role("button", name="Undo the last change").click()
    expect(level(browser_page, INDICATORS[1], 2)).to_have_attribute("aria-pressed", "true")
    saved = stored(store)[INDICATORS[1]]
    assert (saved.score, saved.why, saved.revision) == (2.0, "Misheard", 3)
