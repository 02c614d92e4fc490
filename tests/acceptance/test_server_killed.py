"""The server is killed while somebody rates: what the screen called saved is there; the work goes on."""

import random
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # it ships no types
import pytest
from playwright.sync_api import Page, expect

from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from assessment.engagement import Person
from tests.acceptance.interviewing import bar, card, say_who_rates
from tests.acceptance.patience import PATIENCE

pytestmark = pytest.mark.browser

Serve = Callable[..., AbstractContextManager[str]]
ENGAGEMENT, UNIT, WAVE, RATER = "china-telecom-2003", "fuzhou-telecom", "2003", "li"
INDICATORS = [node.id for node in FileShelf().rubric("crm-five-capabilities").indicators]
KILLS, TYPED = 3, 12
MOMENTS = random.Random(2003)  # noqa: S311 - the same moments in every run


def sit_down(tab: Page, address: str, indicator: str) -> None:
    tab.goto(f"{address}/interview?lang=en&engagement={ENGAGEMENT}&unit={UNIT}&node={indicator}")
    say_who_rates(tab, "Li Wei")
    expect(card(tab, indicator)).to_be_visible()
    expect(bar(tab)).to_have_attribute("data-indicator", indicator)


def kill_the_server() -> None:
    for child in psutil.Process().children(recursive=True):
        if "streamlit" in child.cmdline():
            child.kill()
            child.wait(timeout=PATIENCE)


def stored(folder: Path) -> list[float | None]:
    """The scores in the order of the rubric, which is the order in which they were typed."""
    store = open_store(folder / "store.sqlite3")
    ratings = {r.indicator: r for r in store.ratings(ENGAGEMENT, UNIT, WAVE) if r.rater == RATER}
    store.close()
    found = [ratings[indicator].score for indicator in INDICATORS if indicator in ratings]
    assert list(ratings) == [] or set(ratings) == set(INDICATORS[: len(found)])
    return found


def test_what_was_saved_when_the_server_was_killed_is_there_and_the_interview_goes_on(
    serve: Serve, browser_page: Page, tmp_path: Path
) -> None:
    script = [float((7 * place + 3) % 6) for place in range(len(INDICATORS))]
    done = 0
    for turn in range(KILLS):
        with serve(tmp_path) as address:
            if turn == 0:
                store = open_store(tmp_path / "store.sqlite3")
                store.add_person(ENGAGEMENT, Person(id=RATER, name="Li Wei"))
                store.close()
            sit_down(browser_page, address, INDICATORS[done])
            typed = script[done : done + TYPED]
            browser_page.keyboard.type("".join(f"{score:g}n" for score in typed), delay=20)
            browser_page.wait_for_timeout(MOMENTS.uniform(0, 600))
            unsent = int(bar(browser_page).get_attribute("data-unsent") or 0)
            kill_the_server()
        found = stored(tmp_path)
        assert found == script[: len(found)]
        assert len(found) >= done + len(typed) - unsent
        done = len(found)
    assert done > 0
