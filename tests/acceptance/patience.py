"""What one does before a slow screen: wait until it rests, and try again where nothing came of it."""

import re
from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import Error, Locator, Page, expect

PATIENCE = 120.0
"""Seconds for which one state is waited for."""
TRIES = 5
A_WHILE = 15_000.0
"""Milliseconds after which a person tries again."""

_BEGIN = "window.resting = {since: performance.now(), looks: 0}"
_RESTS = """() => {
    const app = document.querySelector('[data-testid="stApp"]'), now = performance.now();
    const rests = app?.dataset.testScriptState === "notRunning"
        && app.dataset.testConnectionState === "CONNECTED"
        && document.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]')
        && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]');
    const resting = window.resting ??= {since: now, looks: 0};
    if (!rests) Object.assign(resting, {since: now, looks: 0});
    resting.looks += 1;
    return now - resting.since > 500 && resting.looks > 10;
}"""
"""Connected, something drawn, and at rest for half a second in which the browser came to look often."""


def settled(tab: Page) -> None:
    """A page drawn anew stands beside the old one for a moment: wait until the app has rested."""
    tab.evaluate(_BEGIN)
    tab.wait_for_function(_RESTS)


def until(
    tab: Page,
    act: Callable[[], object],
    seen: Callable[[float], object],
    rest: Callable[[Page], object] = settled,
) -> None:
    """Do something, and again only as long as nothing came of it though the app has rested.

    Never for what must not be done twice: there wait for a state instead.

    Args:
        tab: where it is done.
        act: does it.
        seen: waits so many milliseconds at most for what should come of it, and fails where it did not.
        rest: waits before each try.
    """
    for _ in range(TRIES):
        rest(tab)
        with suppress(AssertionError, Error):
            act()
            seen(A_WHILE)
            return
        with suppress(AssertionError, Error):
            rest(tab)
            seen(1)  # it came late
            return
    act()
    seen(A_WHILE)


def choose(
    field: Locator,
    option: str | re.Pattern[str],
    seen: Callable[[float], object] | None = None,
    rest: Callable[[Page], object] = settled,
) -> None:
    """Choose an option of a list; a list that the page closed meanwhile is opened again.

    Args:
        field: the list's input.
        option: the option's name, exactly, or a pattern of it.
        seen: waits for what comes of it; without it, for the option in the field.
        rest: waits before and after.
    """
    tab = field.page

    def act() -> None:
        field.click(timeout=A_WHILE)
        if isinstance(option, str):
            field.fill(option, timeout=A_WHILE)
        offered = tab.get_by_role("option", name=option, exact=isinstance(option, str))
        offered.first.click(timeout=A_WHILE)

    until(tab, act, seen or (lambda wait: expect(field).to_have_value(option, timeout=wait)), rest)
    rest(tab)


def type_in(
    field: Locator,
    words: str,
    seen: Callable[[float], object],
    rest: Callable[[Page], object] = settled,
) -> None:
    """Type into a list that also takes what is not in it, and press Enter once it offers something."""
    tab = field.page

    def act() -> None:
        field.click(timeout=A_WHILE)
        field.fill(words, timeout=A_WHILE)
        expect(tab.get_by_role("option").first).to_be_visible(timeout=A_WHILE)
        field.press("Enter")

    until(tab, act, seen, rest)
    rest(tab)


def restless(tab: Page) -> None:
    """Instead of `settled`, where the app looks for changes so often that it never rests: a moment."""
    tab.wait_for_timeout(1500)
