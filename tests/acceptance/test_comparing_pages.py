"""Comparing in a real browser: clicks, keys, links and downloads on the pages of diagnosis."""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from assessment.edges.demo import load_demo
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.ratings import CONSENSUS, Rating
from tests.acceptance.patience import choose, settled, until

pytestmark = pytest.mark.browser

STUDY, NORTH, WAVE = "china-telecom-2003", "north-2026", "1"
RUBRIC = FileShelf().rubric("crm-five-capabilities")
INDICATORS = [node.id for node in RUBRIC.indicators]
BRANCHES = [f"branch-{number:03}" for number in range(1, 401)]
LAKE = {
    "branch-001": ("products", 5.0),
    "branch-002": ("interaction", 4.5),
    "branch-003": ("interaction", 1.0),
}
"""Branches of one province that are on level 3, but for one dimension each: overall 3.4, 3.3 and 2.6."""
DISPUTED = "insight.collect.strategy"
FRESH = iter(BRANCHES[4:8])
"""Branches on which An Lin differs; who adopts a consensus takes the next one, also when trying again."""
EDGE = 2
EVIDENCE = "External data is seldom bought"


def level(branch: str, indicator: str) -> float:
    """What Li Wei says."""
    if branch in LAKE:
        dimension, score = LAKE[branch]
        return score if indicator.startswith(f"{dimension}.") else 3.0
    return (7 * BRANCHES.index(branch) + 3 * INDICATORS.index(indicator)) % 11 / 2


def fill(path: Path) -> None:
    """Beside the study of 2003 an operator of 400 branches; on one indicator An Lin differs from Li Wei."""
    store = open_store(path)
    load_demo(store, FileShelf())
    engagement = Engagement(
        id=NORTH,
        name="North Mobile 2026",
        rubric=RUBRIC.id,
        rubric_version=RUBRIC.version,
        rubric_fingerprint=RUBRIC.fingerprint,
    )
    units = [
        Unit(id="north", name="North Mobile", kind="operator"),
        Unit(id="lake", name="Lake Province", kind="province", parent="north"),
    ]
    units += [Unit(id=one, name=called(one), parent="lake" if one in LAKE else "north") for one in BRANCHES]
    people = [Person(id="li", name="Li Wei"), Person(id="an", name="An Lin")]
    store.add_engagement(engagement, units, [Wave(id=WAVE, name="First", date=dt.date(2026, 9, 1))], people)
    said = [vote("li", branch, one, level(branch, one)) for branch in BRANCHES for one in INDICATORS]
    store.save_ratings(NORTH, [*said, *(vote("an", branch, DISPUTED, 0.0) for branch in BRANCHES[4:8])])
    store.close()


def vote(rater: str, branch: str, indicator: str, score: float) -> Rating:
    return Rating(unit=branch, wave=WAVE, rater=rater, indicator=indicator, score=score)


def called(branch: str) -> str:
    return branch.replace("branch-", "Branch ")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("comparing")


@pytest.fixture(scope="module")
def address(serve: Callable[..., AbstractContextManager[str]], folder: Path) -> Iterator[str]:
    """One app for all: whoever writes does so on a branch of their own."""
    fill(folder / "store.sqlite3")
    with serve(folder) as found:
        yield found


@pytest.fixture
def show(address: str, browser_page: Page) -> Callable[..., Page]:
    """Opens a page by its link."""

    def shown(page: str, **link: str) -> Page:
        query = "&".join(f"{name}={value}" for name, value in link.items())
        browser_page.goto(f"{address}/{page}?lang=en&{query}")
        settled(browser_page)
        if page == "heatmap":
            expect(browser_page.locator(".frame tbody td").first).to_be_visible()
        return browser_page

    return shown


Show = Callable[..., Page]


def names(tab: Page) -> list[str]:
    """Names of the heat-map's columns; one that sorts also has an arrow."""
    return [name.rstrip("▲▼") for name in tab.locator(".frame thead .names th button").all_inner_texts()]


def row(tab: Page, unit: str) -> Locator:
    """A unit's row in the body of the heat-map."""
    return tab.locator(".frame tbody tr").filter(has=tab.get_by_role("button", name=unit, exact=True))


def cell(tab: Page, unit: str, column: str) -> Locator:
    return row(tab, unit).locator("td").nth(names(tab).index(column) - 1)


def edges(found: Locator) -> tuple[float, float]:
    """Where something that is drawn begins and ends, from the top in pixels."""
    box = found.bounding_box()
    assert box is not None
    return box["y"], box["y"] + box["height"]


def dialog(tab: Page) -> Locator:
    return tab.get_by_role("dialog")


def pick(tab: Page, name: str, option: str) -> None:
    choose(tab.locator(f".st-key-pick-{name} input"), option)


def handed_out(tab: Page, key: str) -> tuple[str, bytes]:
    """Name and bytes of what a download button hands out."""
    button = tab.locator(f".st-key-{key} button")
    settled(tab)
    button.scroll_into_view_if_needed()
    with tab.expect_download() as started:
        button.click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def test_a_cell_leads_over_why_to_the_rating_and_its_evidence_in_two_clicks(show: Show) -> None:
    tab = show("heatmap", engagement=STUDY, unit="shenzhen-telecom", wave="2003")
    cell(tab, "Shenzhen Telecom", "Data Collection").click()
    expect(dialog(tab)).to_contain_text("Shenzhen Telecom: why this score?")
    expect(dialog(tab)).to_contain_text("Data Collection")
    settled(tab)
    dialog(tab).get_by_role("button", name="External data acquisition").click()
    expect(dialog(tab)).to_contain_text(EVIDENCE)
    expect(dialog(tab)).to_contain_text("0.5")
    expect(tab.locator(".frame")).not_to_have_class(re.compile("busy"))


def test_arrows_walk_the_heat_map_and_enter_asks_why(show: Show) -> None:
    tab = show("heatmap", engagement=STUDY, unit="shenzhen-telecom", wave="2003", tier="dimension")
    units = tab.locator(".frame tbody th button").all_inner_texts()
    tab.locator(".frame").focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowRight"):
        tab.keyboard.press(key)
    expect(tab.locator(".frame td.at")).to_have_count(1)
    expect(tab.locator(".tip")).to_contain_text(units[1])
    expect(tab.locator(".tip")).to_contain_text(names(tab)[2])
    tab.keyboard.press("Enter")
    expect(dialog(tab)).to_contain_text(f"{units[1]}: why this score?")
    expect(dialog(tab)).to_contain_text(names(tab)[2])
    settled(tab)
    tab.keyboard.press("Escape")
    expect(dialog(tab)).to_have_count(0)
    tab.locator(".frame").focus()
    tab.keyboard.press("Enter")
    expect(dialog(tab)).to_contain_text(f"{units[1]}: why this score?")


def test_who_leaves_right_after_a_click_is_not_followed_by_the_explanation(show: Show) -> None:
    tab = show("heatmap", engagement=STUDY, unit="shenzhen-telecom", wave="2003")
    cell(tab, "Shenzhen Telecom", "Data Collection").click()
    tab.get_by_role("link", name="Rubric", exact=True).evaluate("link => link.click()")
    expect(tab.get_by_placeholder("Search names, questions")).to_be_visible()
    settled(tab)
    expect(tab.get_by_placeholder("Search names, questions")).to_be_visible()
    tab.get_by_role("link", name="Profile").click()
    expect(tab.get_by_role("heading", name="Shenzhen Telecom")).to_be_visible()
    settled(tab)
    expect(dialog(tab)).to_have_count(0)


def test_four_hundred_units_scroll_under_their_header_and_below_the_own_one(show: Show) -> None:
    tab = show("heatmap", engagement=NORTH, unit="branch-200", tier="dimension")
    frame = tab.locator(".frame")
    expect(frame).to_have_attribute("aria-rowcount", "401")
    expect(row(tab, "Branch 399")).to_have_count(0)
    frame.evaluate("frame => frame.scrollTo(0, frame.scrollHeight)")
    expect(row(tab, "Branch 400")).to_be_visible()
    own = frame.locator("thead .own")
    expect(own).to_contain_text("Branch 200")
    top, head, pinned, last = map(edges, (frame, frame.locator("thead .names"), own, row(tab, "Branch 400")))
    assert abs(head[0] - top[0]) <= EDGE
    assert head[1] <= pinned[0] + EDGE
    assert pinned[1] <= last[0] + EDGE
    assert last[1] <= top[1] + EDGE


def test_a_click_sorts_another_pins_and_the_link_shows_a_colleague_the_same(show: Show) -> None:
    tab = show("heatmap", engagement=NORTH, unit="branch-200", tier="dimension")
    head = tab.locator(".frame thead .names th").nth(2)
    for order, extreme in (("descending", max), ("ascending", min)):
        head.get_by_role("button").click()
        expect(head).to_have_attribute("aria-sort", order)
        settled(tab)
        shown = [float(one) for one in tab.locator(".frame tbody td:nth-child(3)").all_inner_texts()]
        assert shown == sorted(shown, reverse=order == "descending")
        assert shown[0] == extreme(shown)
    first = tab.locator(".frame tbody th button").first.inner_text()
    row(tab, first).get_by_role("button").click()
    expect(tab.locator(".frame thead .own")).to_contain_text(first)
    settled(tab)
    other = tab.context.new_page()
    other.goto(tab.url)
    settled(other)
    expect(other.locator(".frame thead .own")).to_contain_text(first)
    expect(other.locator(".frame thead .names th").nth(2)).to_have_attribute("aria-sort", "ascending")
    rows = tab.locator(".frame tbody").inner_text()
    expect(other.locator(".frame tbody tr.own td.at, .frame tbody tr.own").first).to_be_visible()
    assert other.locator(".frame tbody").inner_text() == rows


def test_a_wider_spread_of_the_weights_ties_who_could_be_told_apart(show: Show) -> None:
    tab = show("ranking", engagement=NORTH, unit="branch-001", among="lake", spread="5")
    expect(tab.get_by_text("It can be told apart from every other unit.")).to_be_visible()
    expect(tab.get_by_text("every two units shown here can be told apart")).to_be_visible()
    pick(tab, "spread", "± 100 %")
    expect(tab.get_by_text("It cannot be told apart from Branch 002.")).to_be_visible()
    expect(
        tab.get_by_text(re.compile(r"Ranks 1.2 cannot be told apart.*Branch 001 and Branch 002"))
    ).to_be_visible()
    expect(tab).to_have_url(re.compile("spread=100"))


def test_the_largest_difference_comes_first_and_what_is_shown_can_be_taken_away(show: Show) -> None:
    link = {"engagement": NORTH, "unit": "branch-001", "units": ",".join(LAKE)}
    tab = show("compare", **link)
    apart = [
        float(found.group(1))
        for words in tab.locator('[data-testid="stExpander"] summary').all_inner_texts()
        if (found := re.search(r": ([\d.]+) apart", words))
    ]
    assert apart == [3.5, 2.0]
    fold = tab.locator('[data-testid="stExpander"]').filter(has_text="Figures and downloads").first
    fold.locator("summary").click()
    key = "picture-side-dumbbell"
    name, picture = handed_out(tab, f"{key}-png")
    assert name.endswith(".png")
    assert picture.startswith(b"\x89PNG")
    drawing = handed_out(tab, f"{key}-svg")[1].decode()
    assert {"Branch 001", "Branch 003"} <= set(re.findall(r">([^<>]+)<", drawing))
    tab = show("compare", **link, show="table")
    rows = list(csv.reader(io.StringIO(handed_out(tab, "side-scores-files-csv")[1].decode("utf-8-sig"))))
    by_name = {line[0]: line for line in rows}
    product, interaction = (RUBRIC.name_of(node, "en") for node in ("products", "interaction"))
    places = [rows[0].index(called(branch)) for branch in LAKE]
    assert [float(by_name[product][place]) for place in places] == [5.0, 3.0, 3.0]
    assert [float(by_name[interaction][place]) for place in places] == [3.0, 4.5, 1.0]
    sheet = load_workbook(io.BytesIO(handed_out(tab, "side-scores-files-xlsx")[1])).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == rows[0]
    figures = {line[0]: line for line in sheet.iter_rows(min_row=2, values_only=True)}
    assert [figures[product][place] for place in places] == [5.0, 3.0, 3.0]


def test_up_to_eight_units_stand_side_by_side(show: Show) -> None:
    tab = show("compare", engagement=NORTH, unit="branch-001", units=",".join(BRANCHES[:7]))
    box = tab.locator(".st-key-compare-units")
    tags = box.locator(".react-aria-ComboBox [data-tag]")
    expect(tags).to_have_count(7)
    choose(box.locator("input"), "Branch 008", lambda wait: expect(tags).to_have_count(8, timeout=wait))
    expect(tab).to_have_url(re.compile("branch-008"))
    full = tab.get_by_text("You can only select up to 8 options")
    until(tab, box.locator("input").click, lambda wait: expect(full).to_be_visible(timeout=wait))
    expect(tags).to_have_count(8)


def test_a_consensus_with_its_reason_is_what_the_profile_shows(show: Show, folder: Path) -> None:
    branch, reason = next(FRESH), "Seen together in the reports"
    tab = show("agreement", engagement=NORTH, unit=branch)
    pick(tab, "rater", "Li Wei")
    place = f"{branch}-{DISPUTED}".replace(".", "-")
    dispute = tab.locator(f".st-key-dispute-{place}")
    expect(dispute).to_contain_text("An Lin: 0")
    adopt = dispute.get_by_role("button", name="Adopt", exact=True)
    fold = dispute.get_by_text("Adopt a consensus")
    until(tab, fold.click, lambda wait: expect(adopt).to_be_visible(timeout=wait))
    choose(dispute.locator(f".st-key-adopt-score-{place} input"), "4.5")
    dispute.locator(f".st-key-adopt-reason-{place} input").fill(reason)
    settled(tab)
    adopt.click()
    expect(tab.get_by_text("4.5 stands for all raters")).to_be_visible()
    expect(dispute).to_contain_text(f"Consensus adopted: 4.5, by Li Wei: “{reason}”")
    settled(tab)
    store = open_store(folder / "store.sqlite3")
    adopted = [one for one in store.ratings(NORTH, branch, WAVE) if one.rater == CONSENSUS]
    store.close()
    assert [(one.indicator, one.score, one.by, one.why) for one in adopted] == [(DISPUTED, 4.5, "li", reason)]
    tab.get_by_role("link", name="Profile").click()
    name = RUBRIC.name_of(DISPUTED, "en")
    expect(tab.get_by_role("row", name=re.compile(f"^{name} 4.5 "))).to_be_visible()
