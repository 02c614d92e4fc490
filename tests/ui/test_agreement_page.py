"""The Agreement page: most disputed first, why, and a consensus with a reason."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import Lang, text
from assessment.edges.store import SqliteStore
from assessment.engagement import Person
from assessment.ratings import CONSENSUS, Rating

Open = Callable[..., AppTest]
ENGAGEMENT = "china-telecom-2003"
FUZHOU = "fuzhou-telecom"
DISPUTED, AGREED = "insight.collect.strategy", "interaction.channels.strategy"
LINK = {"engagement": ENGAGEMENT, "unit": FUZHOU, "wave": "2003"}
PLACE = f"{FUZHOU}:{DISPUTED}"


def vote(rater: str, indicator: str, score: float) -> Rating:
    return Rating(unit=FUZHOU, wave="2003", rater=rater, indicator=indicator, score=score)


@pytest.fixture
def voted(store: SqliteStore) -> SqliteStore:
    """Fuzhou, rated by two people who differ by three levels on one indicator and agree on the other."""
    for one, name in (("li", "Li Wei"), ("ma", "Ma Lin")):
        store.add_person(ENGAGEMENT, Person(id=one, name=name))
    store.save_ratings(
        ENGAGEMENT,
        [vote("li", DISPUTED, 1), vote("ma", DISPUTED, 4), vote("li", AGREED, 2), vote("ma", AGREED, 2)],
    )
    return store


def words(app: AppTest) -> str:
    shown = [*app.header, *app.markdown, *app.caption, *app.success, *app.error, *app.warning, *app.info]
    return "\n".join(found.value for found in shown).replace("\\", "")


def opened(open_app: Open, lang: Lang = "en", **link: str) -> AppTest:
    app = open_app("agreement", lang, **LINK, **link)
    app.session_state["rater"] = "li"
    return app.run()


def adopt(app: AppTest, reason: str) -> AppTest:
    app.text_input(key=f"adopt-reason:{PLACE}").input(reason)
    app.selectbox(key=f"adopt-score:{PLACE}").set_value(3.0)
    return app.button(key=f"adopt-do:{PLACE}").click().run()


def consensus(store: SqliteStore) -> list[Rating]:
    return [rating for rating in store.ratings(ENGAGEMENT, FUZHOU, "2003") if rating.rater == CONSENSUS]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("voted")
def test_the_disputed_one_is_counted_and_its_votes_are_named(open_app: Open, lang: Lang) -> None:
    app = opened(open_app, lang)
    title = {"en": "1 of 2 indicators are disputed", "zh": "2 项指标中 1 项分歧大"}[lang]
    assert not app.exception
    assert title in words(app)
    assert "Li Wei: 1" in words(app)
    assert "Ma Lin: 4" in words(app)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("voted")
def test_the_panel_says_what_alpha_takes(open_app: Open, lang: Lang) -> None:
    assert text("agreement.alpha.too-few", lang) in words(opened(open_app, lang, look="panel"))


@pytest.mark.usefixtures("voted")
def test_the_table_holds_what_the_filters_let_through(open_app: Open) -> None:
    assert len(opened(open_app, look="table").dataframe[0].value) == 1
    assert len(opened(open_app, look="table", lights="everything").dataframe[0].value) == 2


def test_a_consensus_is_adopted_with_its_reason(open_app: Open, voted: SqliteStore) -> None:
    app = adopt(opened(open_app), "agreed after seeing the reports")
    (adopted,) = consensus(voted)
    assert (adopted.score, adopted.by, adopted.why) == (3.0, "li", "agreed after seeing the reports")
    assert "agreed after seeing the reports" in words(app)


def test_without_a_reason_nothing_is_adopted(open_app: Open, voted: SqliteStore) -> None:
    app = adopt(opened(open_app), " ")
    assert consensus(voted) == []
    assert len(app.error) == 1


def test_who_was_slower_chooses_between_the_two(open_app: Open, voted: SqliteStore) -> None:
    app = opened(open_app)
    theirs = vote(CONSENSUS, DISPUTED, 2).model_copy(update={"by": "ma", "why": "first"})
    voted.save_rating(ENGAGEMENT, theirs)
    app = adopt(app, "mine")
    assert [one.score for one in consensus(voted)] == [2]
    app.button(key="agreement-mine").click().run()
    assert [(one.score, one.revision) for one in consensus(voted)] == [(3, 2)]


def test_votes_that_changed_meanwhile_are_looked_at_first(open_app: Open, voted: SqliteStore) -> None:
    app = opened(open_app)
    voted.save_rating(ENGAGEMENT, vote("ma", DISPUTED, 2), 1)
    app = adopt(app, "mine")
    assert consensus(voted) == []
    assert len(app.error) == 1


def test_a_locked_wave_says_why_nothing_can_be_adopted(open_app: Open, voted: SqliteStore) -> None:
    voted.lock_wave(ENGAGEMENT, "2003")
    app = opened(open_app)
    assert [button for button in app.button if button.key == f"adopt-do:{PLACE}"] == []
    assert not app.exception


@pytest.mark.usefixtures("store")
def test_a_unit_rated_by_nobody_is_told_what_agreement_takes(open_app: Open) -> None:
    assert "Agreement needs two people" in words(open_app("agreement", **LINK))


@pytest.mark.usefixtures("empty_store")
def test_an_empty_store_says_what_the_page_is_for(open_app: Open) -> None:
    assert text("empty.agreement", "en") in words(open_app("agreement"))
