"""Quality: what is doubtful, one click from its field; rules that can be tuned; the sign-off."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import Lang, text
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore
from assessment.engagement import Person
from assessment.ratings import Rating
from assessment.sign_off import sign_off, standing_of

Open = Callable[..., AppTest]
ENGAGEMENT = "china-telecom-2003"
FUZHOU = "fuzhou-telecom"
STRATEGY = "insight.collect.strategy"
UNSURE = "interaction.channels.strategy"
PLACE = (ENGAGEMENT, FUZHOU, "2003")
REASON = "reopen-reason:" + ":".join(PLACE)


@pytest.fixture
def rated(store: SqliteStore) -> SqliteStore:
    """Fuzhou with one sound rating, one high score without evidence and one unsure rating, by Li Wei."""
    store.add_person(ENGAGEMENT, Person(id="li", name="Li Wei"))
    store.save_ratings(
        ENGAGEMENT,
        [
            vote("insight.collect.internal", 2.0),
            vote(UNSURE, 2.0, confidence="low"),
            vote(STRATEGY, 4.5),
        ],
    )
    return store


def vote(indicator: str, score: float, **more: object) -> Rating:
    said = {"unit": FUZHOU, "wave": "2003", "rater": "li", "indicator": indicator, "score": score}
    return Rating.model_validate({**said, **more})


def mended(store: SqliteStore) -> None:
    store.save_rating(ENGAGEMENT, vote(STRATEGY, 2.0))


def opened(open_app: Open, lang: Lang = "en", who: str | None = "li") -> AppTest:
    app = open_app("quality", lang, unit=FUZHOU)
    if who:
        app.session_state["rater"] = who
        app.run()
    return app


def shown(app: AppTest) -> str:
    return "\n".join(found.value for found in [*app.markdown, *app.caption]).replace("\\", "")


def links(app: AppTest) -> list[Any]:
    return [found.proto for found in app.get("page_link")]


def in_the_list(app: AppTest) -> list[str]:
    return [link.label for link in links(app) if "node=" in link.query_string]


@pytest.mark.usefixtures("rated")
def test_the_page_says_what_is_doubtful_errors_first(open_app: Open) -> None:
    app = opened(open_app)

    assert not app.exception
    assert app.header[0].value.replace("\\", "") == "Fuzhou Telecom: 1 error, 1 warning"
    words = shown(app)
    assert words.index("4.5 with no evidence on record") < words.index("Confidence is low (Li Wei)")


@pytest.mark.usefixtures("rated")
def test_every_entry_leads_to_its_field(open_app: Open) -> None:
    link = next(found for found in links(opened(open_app)) if STRATEGY in found.query_string)

    assert link.page == "interview"
    assert f"unit={FUZHOU}" in link.query_string
    assert "wave=2003" in link.query_string


@pytest.mark.usefixtures("rated")
@pytest.mark.parametrize("who", [None, "wang"])
def test_an_entry_about_somebodys_rating_leads_to_that_persons_field(
    rated: SqliteStore, open_app: Open, who: str | None
) -> None:
    rated.add_person(ENGAGEMENT, Person(id="wang", name="Wang Fang"))
    unsure = next(
        found for found in links(opened(open_app, who=who)) if UNSURE in found.query_string
    ).query_string
    assert "rater=li" in unsure

    link = dict(pair.split("=") for pair in unsure.split("&"))
    app = open_app("interview", **{name: value for name, value in link.items() if name != "lang"})
    assert app.session_state["rater"] == "li"
    assert "rater" not in app.query_params
    assert app.selectbox(key="pick-rater").value == "li"


@pytest.mark.usefixtures("rated")
def test_an_entry_about_ones_own_rating_changes_nobody(open_app: Open) -> None:
    assert all("rater=" not in found.query_string for found in links(opened(open_app)))


@pytest.mark.usefixtures("rated")
def test_the_page_speaks_chinese(open_app: Open) -> None:
    app = opened(open_app, "zh")

    assert not app.exception
    assert app.header[0].value == "福州电信：1 个错误，1 个提醒"
    assert "得分 4.5，但没有证据" in shown(app)


@pytest.mark.usefixtures("rated")
def test_one_rule_can_be_looked_at_alone(open_app: Open) -> None:
    app = opened(open_app)
    app.selectbox(key="quality-rule").select("low-confidence").run()

    assert len(in_the_list(app)) == 1
    assert "4.5 with no evidence" not in shown(app)


@pytest.mark.usefixtures("rated")
def test_all_units_are_one_click_away_and_named(open_app: Open) -> None:
    app = opened(open_app)
    before = len(in_the_list(app))
    app.segmented_control(key="quality-scope").set_value("all").run()

    assert not app.exception
    assert len(in_the_list(app)) > before
    assert "Fuzhou Telecom › Customer Insight › " in shown(app)


def test_a_rule_can_be_taken_less_seriously(rated: SqliteStore, open_app: Open) -> None:
    app = opened(open_app)
    app.segmented_control(key="weight-high-no-evidence").set_value("warning").run()

    assert rated.quality_rules(ENGAGEMENT) == {"high-no-evidence": "warning"}
    assert app.header[0].value.replace("\\", "") == "Fuzhou Telecom: 0 errors, 2 warnings"
    assert not app.button(key="sign-off-now").disabled

    app.button(key="quality-rules-back").click().run()
    assert app.button(key="sign-off-now").disabled


@pytest.mark.usefixtures("rated")
def test_open_errors_stand_in_the_way_of_the_sign_off(open_app: Open) -> None:
    app = opened(open_app)

    assert app.button(key="sign-off-now").disabled
    assert "1 error to mend first" in shown(app)


def test_a_sound_unit_is_signed_off_after_a_second_question(rated: SqliteStore, open_app: Open) -> None:
    mended(rated)
    app = opened(open_app)
    app.button(key="sign-off-now").click().run()

    standing = standing_of(rated, *PLACE)
    assert standing is not None
    assert (standing.signed, standing.by) == (True, "li")
    assert "Signed off by Li Wei, " in shown(app)


def test_who_says_nothing_about_themselves_cannot_sign(rated: SqliteStore, open_app: Open) -> None:
    mended(rated)
    app = opened(open_app, who=None)

    assert app.button(key="sign-off-now").disabled
    assert text("sign-off.nobody", "en") in shown(app)


def test_a_sign_off_that_comes_too_late_says_what_came_in_between(rated: SqliteStore, open_app: Open) -> None:
    mended(rated)
    app = opened(open_app)
    rated.save_rating(ENGAGEMENT, vote(STRATEGY, 5.0))
    app.button(key="sign-off-now").click().run()

    assert "1 error(s) are open (High score without evidence: 1)" in app.error[0].value.replace("\\", "")


def test_reopening_asks_for_a_reason_and_both_stay_on_record(rated: SqliteStore, open_app: Open) -> None:
    mended(rated)
    sign_off(rated, FileShelf(), *PLACE, "li")
    app = opened(open_app)
    app.button(key="reopen-now").click().run()
    assert app.error[0].value.replace("\\", "") == text("error.ReasonMissingError", "en")

    app.text_area(key=REASON).input("churn report came in")
    app.button(key="reopen-now").click().run()
    assert not app.exception
    assert "Reopened by Li Wei" in shown(app)
    assert "churn report came in" in shown(app)
    assert app.button(key="sign-off-now")


def test_a_reason_begun_for_one_unit_is_not_there_for_the_next(rated: SqliteStore, open_app: Open) -> None:
    for unit in (FUZHOU, "shenzhen-telecom"):
        rated.sign_off(ENGAGEMENT, unit, "2003", "li")
    app = opened(open_app)
    app.text_area(key=REASON).input("churn report came in").run()
    app.selectbox(key="pick-unit").set_value("shenzhen-telecom").run()

    assert [found.value for found in app.text_area] == [""]


def test_a_clean_unit_has_nothing_to_mend(rated: SqliteStore, open_app: Open) -> None:
    mended(rated)
    rated.save_rating(ENGAGEMENT, vote("interaction.channels.strategy", 2.0, confidence="high"))
    app = opened(open_app)

    assert app.header[0].value.replace("\\", "") == "Fuzhou Telecom: nothing to mend"
    assert [found.value for found in app.success] == [text("quality.empty", "en")]


@pytest.mark.usefixtures("store")
def test_a_unit_without_ratings_leads_to_the_interview(open_app: Open) -> None:
    app = open_app("quality", unit=FUZHOU)

    assert not app.exception
    assert app.button(key="to-interview").label
    assert app.button(key="sign-off-now").disabled


def test_a_locked_wave_says_so(rated: SqliteStore, open_app: Open) -> None:
    rated.lock_wave(ENGAGEMENT, "2003")
    app = opened(open_app)

    assert text("sign-off.wave-locked", "en") in shown(app)
    assert "sign-off-now" not in [found.key for found in app.button]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("empty_store")
def test_an_empty_store_teaches_and_leads_home(open_app: Open, lang: Lang) -> None:
    app = open_app("quality", lang)

    assert [found.value for found in app.markdown] == [text("empty.quality", lang)]
    assert app.button(key="go-home").label == text("empty.go-home", lang)


@pytest.mark.usefixtures("rated")
def test_the_rules_say_from_which_level_they_speak(open_app: Open) -> None:
    told = shown(opened(open_app))
    assert "Level 4 or more" in told
    assert "Scores 1.5 levels or more apart" in told
    assert "2 levels or more from the median" in told
