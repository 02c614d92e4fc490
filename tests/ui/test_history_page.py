"""History: every change with who, when, old, new and why, and the way back."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import Lang, text
from assessment.edges.store import SqliteStore
from assessment.engagement import Person
from assessment.ratings import Rating

Open = Callable[..., AppTest]
ENGAGEMENT = "china-telecom-2003"
FUZHOU = "fuzhou-telecom"
STRATEGY = "insight.collect.strategy"
INTERNAL = "insight.collect.internal"
KEY = (FUZHOU, "2003", "li", STRATEGY)


def vote(score: float | None, indicator: str = STRATEGY, **more: object) -> Rating:
    said = {"unit": FUZHOU, "wave": "2003", "rater": "li", "indicator": indicator, "score": score}
    return Rating.model_validate({**said, **more})


@pytest.fixture
def rated(store: SqliteStore) -> SqliteStore:
    """Fuzhou with one rating changed by somebody else, and another one of one word."""
    store.add_person(ENGAGEMENT, Person(id="li", name="Li Wei", name_zh="李伟"))
    store.add_person(ENGAGEMENT, Person(id="an", name="Anna Berg"))
    store.save_rating(ENGAGEMENT, vote(3.0, INTERNAL, rater="an"))
    store.save_rating(ENGAGEMENT, vote(2.0, confidence="low"))
    store.save_rating(ENGAGEMENT, vote(2.5, confidence="high", why="a second interview", by="an"))
    return store


def opened(open_app: Open, lang: Lang = "en", who: str | None = "li", **link: str) -> AppTest:
    app = open_app("history", lang, **{"unit": FUZHOU, **link})
    if who:
        app.session_state["rater"] = who
        app.run()
    return app


def shown(app: AppTest) -> str:
    return "\n".join(found.value for found in [*app.markdown, *app.caption]).replace("\\", "")


def name(rating: Rating, revision: int) -> str:
    return ":".join((*rating.key, str(revision)))


def closer(app: AppTest, revision: int) -> AppTest:
    return app.button(key=f"history-open-{name(vote(1.0), revision)}").click().run()


def bring_back(app: AppTest, revision: int, why: str = "heard wrongly") -> AppTest:
    app = closer(app, revision)
    app.text_input(key=f"history-reason:{name(vote(1.0), revision)}").input(why)
    return app.button(key="history-bring-back").click().run()


@pytest.mark.usefixtures("rated")
def test_every_change_is_listed_with_who_what_and_why(open_app: Open) -> None:
    app = opened(open_app)

    assert not app.exception
    assert "by Anna Berg" in app.header[0].value.replace("\\", "")
    words = shown(app)
    assert "2 → **2.5**" in words
    assert "confidence low → high" in words
    assert "Why: a second interview" in words
    assert "Anna Berg for Li Wei" in words
    assert words.index("2 → **2.5**") < words.index("open → **2**") < words.index("open → **3**")


@pytest.mark.usefixtures("rated")
def test_the_page_speaks_chinese(open_app: Open) -> None:
    app = opened(open_app, "zh")

    assert not app.exception
    assert "原因：a second interview" in shown(app)
    assert "把握 低 → 高" in shown(app)
    assert "待评 → **2**" in shown(app)


def test_a_change_is_taken_back_with_a_reason(rated: SqliteStore, open_app: Open) -> None:
    app = bring_back(opened(open_app), 2)

    assert not app.exception
    now = rated.history(ENGAGEMENT, KEY)[-1]
    assert (now.score, now.confidence, now.revision, now.why) == (2.0, "low", 3, "heard wrongly")
    assert "brought back 2." in app.success[0].value.replace("\\", "")


def test_any_earlier_state_is_brought_back(rated: SqliteStore, open_app: Open) -> None:
    app = closer(opened(open_app, who="an"), 1)
    app.radio[0].set_value("before")
    app.text_input(key=f"history-reason:{name(vote(1.0), 1)}").input("never said")
    app.button(key="history-bring-back").click().run()

    now = rated.history(ENGAGEMENT, KEY)[-1]
    assert (now.withdrawn, now.by, now.rater, now.revision) == (True, "an", "li", 3)


def test_without_a_reason_nothing_changes_and_the_page_says_so(rated: SqliteStore, open_app: Open) -> None:
    app = bring_back(opened(open_app), 2, why=" ")

    assert app.error[0].value.replace("\\", "") == text("error.WhyMissingError", "en")
    assert len(rated.history(ENGAGEMENT, KEY)) == 2


def test_a_change_made_meanwhile_is_shown_and_not_overwritten(rated: SqliteStore, open_app: Open) -> None:
    app = closer(opened(open_app), 2)
    rated.save_rating(ENGAGEMENT, vote(4.0, by="an"))
    app.text_input(key=f"history-reason:{name(vote(1.0), 2)}").input("heard wrongly")
    app.button(key="history-bring-back").click().run()

    words = app.error[0].value.replace("\\", "")
    assert "Anna Berg" in words
    assert "4" in words
    assert rated.history(ENGAGEMENT, KEY)[-1].score == 4.0


def test_what_is_signed_off_is_read_only_and_says_why(rated: SqliteStore, open_app: Open) -> None:
    rated.sign_off(ENGAGEMENT, FUZHOU, "2003", by="li")
    app = closer(opened(open_app), 2)

    assert "Fuzhou Telecom is signed off for 2003 study" in app.info[0].value.replace("\\", "")
    assert "Signed off" in shown(app)
    assert "history-bring-back" not in [button.key for button in app.button]


def test_a_locked_wave_is_read_only(rated: SqliteStore, open_app: Open) -> None:
    rated.lock_wave(ENGAGEMENT, "2003")
    app = closer(opened(open_app), 2)

    assert "is signed off: everything can be read" in app.info[0].value.replace("\\", "")
    assert "history-bring-back" not in [button.key for button in app.button]


@pytest.mark.usefixtures("rated")
def test_who_says_nothing_about_themselves_only_reads(open_app: Open) -> None:
    app = closer(opened(open_app, who=None), 2)

    assert app.info[0].value.replace("\\", "") == text("history.nobody", "en")
    assert "history-bring-back" not in [button.key for button in app.button]


@pytest.mark.usefixtures("rated")
def test_the_link_of_an_indicator_shows_its_changes_only(open_app: Open) -> None:
    app = opened(open_app, node=INTERNAL)

    assert "open → **3**" in shown(app)
    assert "2.5" not in shown(app)


@pytest.mark.usefixtures("rated")
def test_filters_narrow_the_list(open_app: Open) -> None:
    app = opened(open_app)
    app.segmented_control(key="history-kind").set_value("again").run()
    assert "→ **2.5**" in shown(app)
    assert "open →" not in shown(app)

    app.segmented_control(key="history-kind").set_value("taken-back").run()
    assert app.info[-1].value == text("history.none", "en")

    app.segmented_control(key="history-kind").set_value("all").run()
    app.selectbox(key="history-who").select("an").run()
    assert "open → **2**" not in shown(app)


@pytest.mark.usefixtures("rated")
def test_all_units_are_one_click_away_and_named(open_app: Open) -> None:
    app = opened(open_app)
    app.segmented_control(key="history-scope").set_value("all").run()

    assert not app.exception
    assert "Shenzhen Telecom" in shown(app)
    app.button(key="history-older").click().run()
    assert "Changes 101 to" in shown(app)
    app.button(key="history-newer").click().run()
    assert "Changes 1 to 100" in shown(app)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("store")
def test_a_unit_without_ratings_leads_to_the_interview(open_app: Open, lang: Lang) -> None:
    app = open_app("history", lang, unit=FUZHOU)

    assert not app.exception
    assert app.info[-1].value == text("history.none.unrated", lang)
    assert app.button(key="to-interview").label


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("empty_store")
def test_an_empty_store_teaches_and_leads_home(open_app: Open, lang: Lang) -> None:
    app = open_app("history", lang)

    assert [found.value for found in app.markdown] == [text("empty.history", lang)]
    assert app.button(key="go-home").label == text("empty.go-home", lang)
