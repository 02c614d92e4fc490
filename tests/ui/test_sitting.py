"""Who rates: remembered by the browser, each engagement for itself; somebody else only for a look."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from assessment.edges.store import SqliteStore
from assessment.engagement import Person

Open = Callable[..., AppTest]
ENGAGEMENT, TEAM, ANNA = "china-telecom-2003", "study-2003", "李 安娜"
PAGES = ("interview", "branches", "evidence", "quality", "waves", "history", "offline")


@pytest.fixture
def browser(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The cookies of a browser in which Anna said once who she is."""
    store.add_person(ENGAGEMENT, Person(id=ANNA, name="Anna Berg"))
    cookies = {f"gapline-rater-{ENGAGEMENT}": quote(ANNA, safe="")}
    monkeypatch.setattr(ContextProxy, "cookies", cookies)
    return cookies


def rater(app: AppTest) -> str | None:
    assert not app.exception
    chosen: str | None = app.selectbox(key="pick-rater").value
    return chosen


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("page", PAGES)
def test_whoever_said_who_they_are_is_known_on_every_page_after_a_reload(open_app: Open, page: str) -> None:
    app = open_app(page)
    assert rater(app) == ANNA
    assert "rater" not in app.query_params


def test_a_cookie_that_names_nobody_of_the_engagement_counts_for_nothing(
    browser: dict[str, str], open_app: Open
) -> None:
    browser[f"gapline-rater-{ENGAGEMENT}"] = "somebody-else"
    assert rater(open_app("waves")) is None


@pytest.mark.usefixtures("browser")
def test_who_takes_the_name_away_stays_nobody_on_the_next_page(open_app: Open) -> None:
    app = open_app("waves")
    app.selectbox(key="pick-rater").set_value(None).run()
    app.switch_page("assessment/ui/pages/history.py").run()
    assert rater(app) is None


@pytest.mark.usefixtures("browser")
def test_an_entry_about_what_counts_leads_to_the_field_of_the_one_who_said_it(open_app: Open) -> None:
    quality = open_app("quality", unit="china-telecom")
    outlier = next(link.proto for link in quality.get("page_link") if "node=" in link.proto.query_string)
    assert f"rater={TEAM}" in outlier.query_string

    app = open_app("interview", unit="china-telecom", rater=TEAM)
    assert rater(app) == TEAM
    assert "rating in that name" in "".join(found.value for found in app.markdown)

    app.switch_page("assessment/ui/pages/waves.py").run()
    assert rater(app) == TEAM
    app.button(key="visiting-back").click().run()
    assert rater(app) == ANNA
    assert "visiting-back" not in [found.key for found in app.button]


@pytest.mark.usefixtures("store")
def test_who_had_said_no_name_goes_back_to_reading(open_app: Open) -> None:
    app = open_app("waves", rater=TEAM)
    app.button(key="visiting-back").click().run()
    assert rater(app) is None


@pytest.mark.usefixtures("browser")
def test_the_bar_says_whose_answers_it_counts(open_app: Open) -> None:
    app = open_app("interview", unit="china-telecom")
    said = app.get("progress")[0].proto.text.replace("\\", "")
    assert said == "Anna Berg: 0 of 50 answered · all raters: 50 of 50"
