"""Who rates is known to the browser: after a reload and in a new tab, but never to whoever gets the link."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.acceptance.patience import settled, type_in

pytestmark = pytest.mark.browser


def field(tab: Page) -> Locator:
    return tab.locator(".st-key-pick-rater input")


def say(tab: Page, name: str) -> None:
    asked = tab.get_by_text("choose who you are in the sidebar")
    expect(asked).to_have_count(1)
    type_in(field(tab), name, lambda wait: expect(asked).to_have_count(0, timeout=wait))


def test_a_name_said_once_holds_on_every_page_after_a_reload_and_in_a_new_tab(
    browser_page: Page, demo_app: str
) -> None:
    browser_page.goto(f"{demo_app}/waves?lang=en")
    say(browser_page, "Анна / Berg; 100 %")

    browser_page.reload()
    expect(field(browser_page)).to_have_value("Анна / Berg; 100 %")
    other = browser_page.context.new_page()
    other.goto(f"{demo_app}/branches?lang=en")
    expect(field(other)).to_have_value("Анна / Berg; 100 %")

    assert browser_page.context.browser is not None
    colleague = browser_page.context.browser.new_context().new_page()
    colleague.goto(other.url)
    expect(field(colleague)).to_have_value("")


def test_a_name_taken_away_stays_away(browser_page: Page, demo_app: str) -> None:
    browser_page.goto(f"{demo_app}/waves?lang=en")
    say(browser_page, "Li Wei")
    browser_page.locator(".st-key-pick-rater").get_by_role("button").first.click()
    expect(field(browser_page)).to_have_value("")
    settled(browser_page)

    browser_page.reload()
    expect(browser_page.get_by_text("choose who you are in the sidebar")).to_have_count(1)
    expect(field(browser_page)).to_have_value("")
