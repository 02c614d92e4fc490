"""From a target to a plan in a real browser: urgency, a suggestion, the best plan, a pin and its clash."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from assessment.edges.store import SqliteStore, open_store
from assessment.initiatives import Initiative
from tests.acceptance.patience import choose, settled

pytestmark = pytest.mark.browser

STUDY, UNIT, WAVE = "china-telecom-2003", "shenzhen-telecom", "2003"
LAST = "customer-differentiation"
"""A suggestion that needs another initiative to be finished before."""
LINK = f"lang=en&engagement={STUDY}&unit={UNIT}&wave={WAVE}"


def show(tab: Page, address: str, page: str) -> None:
    tab.goto(f"{address}/{page}?{LINK}")
    expect(tab.locator('[data-testid="stMain"] h2').first).to_be_visible()
    settled(tab)


def click(tab: Page, button: Locator) -> None:
    """Click what the app shows now; a button with a hint stands in the page twice."""
    settled(tab)
    button.first.click()
    settled(tab)


def pick(tab: Page, key: str, option: str | re.Pattern[str]) -> None:
    """Choose an option of the list whose key begins so."""
    choose(tab.locator(f'[class*="st-key-{key}"] input'), option)


def a_target_changes_urgency(tab: Page, store: SqliteStore) -> None:
    """Raise the target of the most urgent node: its class rises, and the target is set for this unit."""
    before = store.targets(STUDY)
    what_if = tab.locator(".st-key-priorities-what-if")
    thumb = what_if.locator('[class*="st-key-try-target-"]').get_by_role("slider")
    thumb.focus()
    thumb.press("End")
    expect(what_if.locator("li")).to_have_count(1)
    assert store.targets(STUDY) == before
    click(tab, tab.locator(".st-key-priorities-set button"))
    expect(what_if.locator("li")).to_have_count(0)
    changed = {place: target for place, target in store.targets(STUDY).items() if before.get(place) != target}
    assert [(unit, target.level) for (unit, _), target in changed.items()] == [(UNIT, 5.0)]


def a_suggestion_is_picked(tab: Page, store: SqliteStore) -> list[Initiative]:
    """A suggestion that waits for others is picked together with them."""
    click(tab, tab.locator(".st-key-initiatives-show-all button"))
    click(tab, tab.locator(f".st-key-pick-with-{LAST} button"))
    expect(tab.locator(f".st-key-suggestion-{LAST}")).to_have_count(0)
    picked = [one.initiative for one in store.initiatives(STUDY, UNIT)]
    assert LAST in {one.id for one in picked}
    return picked


def the_best_plan_is_made(tab: Page) -> None:
    click(tab, tab.locator(".st-key-roadmap-make button"))
    expect(tab.locator(".gl-board")).to_be_visible()
    expect(tab.get_by_text("Proved best")).to_be_visible()


def a_pin_clashes(tab: Page, last: Initiative, before: Initiative) -> None:
    """What waits for another is pinned to the first phase: the message names both and says why."""
    pick(tab, "roadmap-move-who", last.name)
    pick(tab, "roadmap-move-to-", re.compile(r"^Phase 1\b"))
    click(tab, tab.locator(".st-key-roadmap-move-pin button"))
    expect(tab.get_by_text(f"{last.name} is pinned to phase 1", exact=True)).to_have_count(1)
    click(tab, tab.locator(".st-key-roadmap-make button"))
    clash = tab.locator('[data-testid="stAlert"]').filter(has_text="No plan meets all of this together")
    expect(clash).to_contain_text(f"{last.name} is pinned to phase 1 but needs {before.name}")


def test_from_a_target_to_a_plan_and_its_clash(demo_app: str, browser_page: Page, tmp_path: Path) -> None:
    store, tab = open_store(tmp_path / "store.sqlite3"), browser_page
    show(tab, demo_app, "priorities")
    a_target_changes_urgency(tab, store)
    show(tab, demo_app, "initiatives")
    picked = a_suggestion_is_picked(tab, store)
    chosen = {one.id: one for one in picked}
    last = chosen[LAST]
    before = chosen[last.predecessors[0]]
    show(tab, demo_app, "roadmap")
    the_best_plan_is_made(tab)
    a_pin_clashes(tab, last, before)
    store.close()
