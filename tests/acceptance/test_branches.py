"""The grid over branches, in a real browser: what is typed or pasted is what is stored, on its own row."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore, open_store
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.ratings import Rating
from tests.acceptance.patience import choose, restless, settled, type_in

pytestmark = pytest.mark.browser

Serve = Callable[..., AbstractContextManager[str]]
ENGAGEMENT, WAVE, RATER = "north-2026", "1", "li"
BRANCHES = [f"branch-{number:02}" for number in range(1, 17)]
RUBRIC = FileShelf().rubric("crm-five-capabilities")
COLLECT = [node.id for node in RUBRIC.node("insight.collect").children]
FIRST = COLLECT[0]
SLOW, QUICK = "tests/acceptance/slow_app.py", "app.py"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """A store with an operator of sixteen branches that nobody has rated."""
    store = open_store(tmp_path / "store.sqlite3")
    engagement = Engagement(
        id=ENGAGEMENT,
        name="North Mobile 2026",
        rubric=RUBRIC.id,
        rubric_version=RUBRIC.version,
        rubric_fingerprint=RUBRIC.fingerprint,
    )
    branches = [Unit(id=branch, name=branch, parent="north") for branch in BRANCHES]
    store.add_engagement(
        engagement,
        [Unit(id="north", name="North Mobile", kind="operator"), *branches],
        [Wave(id=WAVE, name="First", date=dt.date(2026, 9, 1))],
        [Person(id=RATER, name="Li Wei")],
    )
    yield store
    store.close()


@pytest.fixture
def address(serve: Serve, store: SqliteStore, tmp_path: Path) -> Iterator[str]:
    assert store.revision()
    with serve(tmp_path) as found:
        yield found


def begin(
    tab: Page, address: str, node: str = "insight.collect", rest: Callable[[Page], object] = settled
) -> None:
    """Li Wei opens the grid of one capability for all branches."""
    tab.goto(f"{address}/branches?lang=en&engagement={ENGAGEMENT}&node={node}")
    first = tab.get_by_label(f"{BRANCHES[0]}, ", exact=False).first
    type_in(
        tab.locator(".st-key-pick-rater input"),
        "Li Wei",
        lambda wait: expect(first).to_be_editable(timeout=wait),
        rest,
    )
    expect(tab.get_by_text("To rate, choose who you are")).to_have_count(0)


def cell(tab: Page, branch: str, column: str = RUBRIC.name_of(FIRST, "en")) -> Locator:
    return tab.get_by_label(f"{branch}, {column}", exact=True)


def all_arrived(tab: Page) -> None:
    expect(tab.locator(".bar[data-unsent]")).to_have_attribute("data-unsent", "0")


def stored(store: SqliteStore) -> dict[tuple[str, str], float | None]:
    return {(r.unit, r.indicator): r.score for r in store.ratings(ENGAGEMENT) if r.counts}


def paste(tab: Page, words: str) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.evaluate("words => navigator.clipboard.writeText(words)", words)
    tab.keyboard.press("Control+v")


@pytest.mark.parametrize("script", [QUICK, SLOW])
@pytest.mark.parametrize("key", ["Enter", "ArrowDown"])
def test_keys_typed_fast_land_each_on_its_own_row(
    serve: Serve, browser_page: Page, store: SqliteStore, tmp_path: Path, key: str, script: str
) -> None:
    with serve(tmp_path, script) as address:
        begin(browser_page, address)
        cell(browser_page, BRANCHES[0]).click()
        script_of = {branch: float((7 * place + 3) % 6) for place, branch in enumerate(BRANCHES)}
        for score in script_of.values():
            for press in (f"{score:g}", key):
                browser_page.keyboard.press(press)
                browser_page.wait_for_timeout(20)
        all_arrived(browser_page)
        assert stored(store) == {(branch, FIRST): score for branch, score in script_of.items()}


@pytest.mark.parametrize("script", [QUICK, SLOW])
def test_a_pasted_block_is_stored_exactly_and_as_one_save(
    serve: Serve, browser_page: Page, store: SqliteStore, tmp_path: Path, script: str
) -> None:
    block = {branch: (place % 11 / 2, (3 * place + 1) % 11 / 2) for place, branch in enumerate(BRANCHES[:10])}
    words = "\r\n".join(f"{one:g}\t{other:g}".replace(".", ",") for one, other in block.values())
    with serve(tmp_path, script) as address:
        begin(browser_page, address)
        cell(browser_page, BRANCHES[0]).click()
        paste(browser_page, f"{words}\r\n")
        all_arrived(browser_page)
        expected = {
            (branch, column): score
            for branch, pair in block.items()
            for column, score in zip(COLLECT, pair, strict=False)
        }
        assert stored(store) == expected
        expect(browser_page.get_by_text("Undo the last save (20)")).to_be_visible()
        browser_page.locator(".st-key-branches-undo button").click()
        expect(browser_page.get_by_text("20 cells are as they were before.")).to_be_visible()
        assert stored(store) == {}
        expect(cell(browser_page, BRANCHES[1])).to_have_value("")


def test_keys_without_any_pause_land_on_their_rows_too(
    address: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, address)
    cell(browser_page, BRANCHES[0]).click()
    scores = [float(place % 6) for place in range(2 * len(BRANCHES))]
    for score in scores:  # Enter in the last row goes on at the head of the next column
        browser_page.keyboard.press(f"{score:g}")
        browser_page.keyboard.press("Enter")
    all_arrived(browser_page)
    places = [(branch, column) for column in COLLECT[:2] for branch in BRANCHES]
    assert stored(store) == dict(zip(places, scores, strict=True))


def test_what_is_unclear_is_listed_and_the_rest_of_the_block_is_saved(
    address: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, address)
    cell(browser_page, BRANCHES[0]).click()
    paste(browser_page, '3\n2½\n２\nmany\n7\n2.3\n?\nn/a: no dealers\n不适用\n"4"\n')
    all_arrived(browser_page)
    flaws = browser_page.locator(".st-key-branches-flaws")
    expect(flaws.get_by_role("listitem")).to_have_count(3)
    expect(flaws.get_by_role("listitem").first).to_contain_text("branch-04")
    expect(cell(browser_page, "branch-04")).to_have_value("many")
    assert [stored(store).get((branch, FIRST)) for branch in BRANCHES[:3]] == [3.0, 2.5, 2.0]
    assert stored(store)["branch-10", FIRST] == 4.0
    browser_page.locator(".st-key-branches-reasons input").fill("No shops")
    browser_page.keyboard.press("Enter")
    expect(browser_page.locator(".st-key-branches-reasons")).to_have_count(0)
    notes = {r.unit: (r.state, r.note) for r in store.ratings(ENGAGEMENT)}
    assert notes["branch-08"] == ("na", "no dealers")
    assert notes["branch-09"] == ("na", "No shops")
    cell(browser_page, "branch-04").click()
    browser_page.keyboard.type("1\n")
    expect(flaws.get_by_role("listitem")).to_have_count(2)
    assert stored(store)["branch-04", FIRST] == 1.0


def test_a_block_that_does_not_fit_says_how_much_was_left_out(
    address: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, address)
    cell(browser_page, BRANCHES[-1]).click()
    paste(browser_page, "1\n2\n3")
    expect(browser_page.get_by_text("2 pasted cells lay outside the grid")).to_be_visible()
    all_arrived(browser_page)
    assert stored(store) == {(BRANCHES[-1], FIRST): 1.0}


def test_a_change_elsewhere_is_told_and_waits_to_be_shown(
    address: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, address)
    settled(browser_page)
    for branch in BRANCHES[:3]:
        store.save_rating(ENGAGEMENT, said(branch, 5.0))
    notice = browser_page.locator(".st-key-branches-elsewhere")
    expect(notice).to_contain_text("3 cells were changed elsewhere.")
    expect(cell(browser_page, BRANCHES[0])).to_have_value("")
    cell(browser_page, BRANCHES[3]).click()
    browser_page.keyboard.type("2\n")
    all_arrived(browser_page)
    browser_page.locator(".st-key-branches-show button").click()
    expect(cell(browser_page, BRANCHES[0])).to_have_value("5")
    expect(notice).to_have_count(0)
    assert stored(store)[BRANCHES[3], FIRST] == 2.0


def test_who_differs_from_somebody_quicker_must_choose(
    address: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, address)
    for branch in BRANCHES[:2]:
        store.save_rating(ENGAGEMENT, said(branch, 5.0, by="An Lin"))
    cell(browser_page, BRANCHES[0]).click()
    browser_page.keyboard.type("1\n2\n3\n")
    all_arrived(browser_page)
    conflicts = browser_page.locator(".st-key-branches-conflicts")
    expect(conflicts).to_contain_text("saved there 5 (An Lin")
    settled(browser_page)
    assert [stored(store)[branch, FIRST] for branch in BRANCHES[:3]] == [5.0, 5.0, 3.0]
    conflicts.get_by_role("button", name="Save 1").click()
    expect(conflicts.get_by_role("button", name="Save 1")).to_have_count(0)
    conflicts.get_by_role("button", name="Keep 5").click()
    expect(conflicts).to_have_count(0)
    expect(cell(browser_page, BRANCHES[1])).to_have_value("5")
    assert [stored(store)[branch, FIRST] for branch in BRANCHES[:3]] == [1.0, 5.0, 3.0]


def test_one_indicator_takes_confidence_and_note_beside_the_score(
    address: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, address)
    choose(browser_page.locator(".st-key-pick-columns input"), f"Only: {RUBRIC.name_of(FIRST, 'en')}")
    cell(browser_page, BRANCHES[0], "Score").click()
    paste(browser_page, '3\thigh\t"said ""yes"",\ntwice"\n2\t低\tas seen\n')
    all_arrived(browser_page)
    said = {r.unit: (r.score, r.confidence, r.note) for r in store.ratings(ENGAGEMENT)}
    assert said[BRANCHES[1]] == (2.0, "low", "as seen")
    assert said[BRANCHES[0]][:2] == (3.0, "high")
    assert re.sub(r"\s+", " ", said[BRANCHES[0]][2]) == 'said "yes", twice'


def test_a_cell_is_emptied_and_arrows_move_without_writing(
    address: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, address)
    cell(browser_page, BRANCHES[0]).click()
    for key in ("3", "ArrowDown", "4", "ArrowUp", "ArrowRight", "5", "ArrowDown", "ArrowLeft", "Delete"):
        browser_page.keyboard.press(key)
    all_arrived(browser_page)
    browser_page.keyboard.type("9")
    browser_page.keyboard.press("Escape")
    expect(cell(browser_page, BRANCHES[1])).to_have_value("")
    assert stored(store) == {(BRANCHES[0], FIRST): 3.0, (BRANCHES[0], COLLECT[1]): 5.0}
    assert browser_page.locator(".st-key-branches-flaws").count() == 0


def test_who_is_typing_goes_on_where_a_row_is_signed_off_meanwhile(
    address: str, browser_page: Page, store: SqliteStore
) -> None:
    begin(browser_page, address)
    store.save_rating(ENGAGEMENT, said(BRANCHES[0], 1.0))
    browser_page.locator(".st-key-branches-show button").click()
    expect(cell(browser_page, BRANCHES[0])).to_have_value("1")
    cell(browser_page, BRANCHES[0]).click()
    browser_page.keyboard.type("2")
    store.sign_off(ENGAGEMENT, BRANCHES[5], WAVE, RATER)
    expect(browser_page.get_by_role("row", name=BRANCHES[5])).to_have_class("closed")
    expect(cell(browser_page, BRANCHES[0])).to_have_value("2")
    browser_page.keyboard.type(".5\n")
    all_arrived(browser_page)
    expect(browser_page.locator(".st-key-branches-conflicts")).to_have_count(0)
    assert stored(store)[BRANCHES[0], FIRST] == 2.5


@pytest.mark.parametrize("way", ["another page", "reload"])
def test_who_leaves_the_page_at_once_finds_everything_saved_on_coming_back(
    serve: Serve, browser_page: Page, store: SqliteStore, tmp_path: Path, way: str
) -> None:
    with serve(tmp_path, SLOW) as address:
        begin(browser_page, address)
        cell(browser_page, BRANCHES[0]).click()
        browser_page.keyboard.type("1\n2\n3\n4\n", delay=20)
        if way == "reload":
            browser_page.on("dialog", lambda dialog: dialog.accept())
            browser_page.reload()
        else:
            browser_page.get_by_role("link", name="Rubric", exact=True).click()
            expect(browser_page.get_by_placeholder("Search names, questions")).to_be_visible()
            browser_page.get_by_role("link", name="Branches").click()
        expect(cell(browser_page, BRANCHES[3])).to_have_value("4")
        all_arrived(browser_page)
        assert stored(store) == {
            (branch, FIRST): float(place) for place, branch in enumerate(BRANCHES[:4], 1)
        }


def said(branch: str, score: float, by: str = "") -> Rating:
    return Rating(unit=branch, wave=WAVE, rater=RATER, indicator=FIRST, score=score, by=by)


def test_who_comes_for_one_indicator_begins_in_its_column_and_sees_what_others_said(
    address: str, browser_page: Page, store: SqliteStore
) -> None:
    store.add_person(ENGAGEMENT, Person(id="an", name="An Lin"))
    place = {"unit": BRANCHES[1], "wave": WAVE, "rater": "an", "indicator": COLLECT[1]}
    store.save_rating(ENGAGEMENT, Rating.model_validate({**place, "score": 2.0}))
    begin(browser_page, address, COLLECT[1])
    column = RUBRIC.name_of(COLLECT[1], "en")
    expect(cell(browser_page, BRANCHES[1], column)).to_have_attribute("placeholder", "2")
    expect(cell(browser_page, BRANCHES[1], column)).to_have_attribute("title", "An Lin: 2")
    expect(browser_page.locator("thead th.at")).to_have_text(column)


def test_what_was_left_out_and_what_is_not_saved_are_both_told_until_the_next_undo(
    address: str, browser_page: Page
) -> None:
    begin(browser_page, address)
    cell(browser_page, BRANCHES[-2]).click()
    paste(browser_page, "1\nmany\n3")
    expect(browser_page.get_by_text("1 pasted cell lay outside the grid")).to_be_visible()
    expect(browser_page.get_by_text("1 not saved, see below")).to_be_visible()
    browser_page.get_by_role("button", name="Undo the last save").click()
    expect(browser_page.get_by_text("1 pasted cell lay outside the grid")).to_have_count(0)
    expect(browser_page.get_by_text("1 not saved, see below")).to_be_visible()


def test_the_grid_stands_also_where_the_server_is_late_and_looks_for_changes_meanwhile(
    serve: Serve, browser_page: Page, store: SqliteStore, tmp_path: Path
) -> None:
    assert store.revision()
    with serve(tmp_path, "tests/acceptance/jammed_app.py") as address:
        begin(browser_page, address, rest=restless)
        for capability in ("insight.manage", "insight.collect"):
            field = browser_page.locator(".st-key-pick-capability input")
            choose(field, RUBRIC.name_of(capability, "en"), rest=restless)
            column = RUBRIC.node(capability).children[0].id
            expect(cell(browser_page, BRANCHES[0], RUBRIC.name_of(column, "en"))).to_be_editable()
            restless(browser_page)
            expect(cell(browser_page, BRANCHES[0], RUBRIC.name_of(column, "en"))).to_be_editable()
