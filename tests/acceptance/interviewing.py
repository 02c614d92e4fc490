"""What a person does at the interview, in a real browser; each step waits for a state, never for a time."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.acceptance.patience import settled, type_in


def say_who_rates(tab: Page, name: str) -> None:
    """Choose or type a name, and wait until the page and its keyboard know it."""

    def sits(wait: float) -> None:
        expect(bar(tab)).to_have_attribute("data-place", re.compile("/[^/]+$"), timeout=wait)

    type_in(tab.locator(".st-key-pick-rater input"), name, sits)
    expect(tab.get_by_text("To rate, choose who you are")).to_have_count(0)
    expect(tab.locator(".gl-card .gl-tile:disabled")).to_have_count(0)
    settled(tab)
    tab.evaluate("document.activeElement.blur()")


def bar(tab: Page) -> Locator:
    """The keyboard's bar: it tells the cursor, and how much is on its way."""
    return tab.locator(".bar[data-indicator]")


def all_arrived(tab: Page) -> None:
    """Wait until the server has answered for everything that was said."""
    expect(bar(tab)).to_have_attribute("data-unsent", "0")


def card(tab: Page, indicator: str) -> Locator:
    """The card of one indicator."""
    return tab.locator(f'.gl-card[data-indicator="{indicator}"]')


def level(tab: Page, indicator: str, score: float) -> Locator:
    """The button of one score."""
    return card(tab, indicator).locator(f'[data-say="score"][data-value="{score:g}"]')


def rate(tab: Page, indicator: str, score: float) -> None:
    """Click a score, and wait until the card shows it as saved."""
    settled(tab)
    level(tab, indicator, score).click()
    all_arrived(tab)
    expect(level(tab, indicator, score)).to_have_attribute("aria-pressed", "true")


def sheet(tab: Page, indicator: str) -> Locator:
    """The card with what stands above and below it: failures, conflicts, the open editor."""
    return tab.locator(f".st-key-sheet-{_css(indicator)}")


def editor(tab: Page, indicator: str) -> Locator:
    """What is open below a card."""
    return tab.locator(f".st-key-editor-{_css(indicator)}")


def _css(key: str) -> str:
    return re.sub(r"[^a-zA-Z0-9_-]", "-", key)
