"""Waves: how far each has come, the next one from the last, confirming, locking."""

import datetime as dt
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from assessment.catalogue import Lang, text
from assessment.edges.store import SqliteStore
from assessment.engagement import Person
from assessment.ratings import Rating
from assessment.waves import NewWave, start_wave

Open = Callable[..., AppTest]
ENGAGEMENT = "china-telecom-2003"
FUZHOU = "fuzhou-telecom"
COLLECT = ("insight.collect.strategy", "insight.collect.internal")


@pytest.fixture
def rated(store: SqliteStore) -> SqliteStore:
    """Fuzhou with two ratings of one capability, by Li Wei."""
    store.add_person(ENGAGEMENT, Person(id="li", name="Li Wei", name_zh="李伟"))
    store.save_ratings(ENGAGEMENT, [vote(indicator, 2.5) for indicator in COLLECT])
    return store


@pytest.fixture
def carried(rated: SqliteStore) -> SqliteStore:
    """The same with a second wave, carried over and not confirmed."""
    start_wave(
        rated, ENGAGEMENT, NewWave("Autumn 2004", dt.date(2004, 9, 28), "2004 年秋季", origin="2003"), "li"
    )
    return rated


def vote(indicator: str, score: float, wave: str = "2003") -> Rating:
    said = {"unit": FUZHOU, "wave": wave, "rater": "li", "indicator": indicator, "score": score}
    return Rating.model_validate(said)


def opened(open_app: Open, lang: Lang = "en", who: str | None = "li", wave: str = "autumn-2004") -> AppTest:
    app = open_app("waves", lang, unit=FUZHOU, wave=wave)
    if who:
        app.session_state["rater"] = who
        app.run()
    return app


def shown(app: AppTest) -> str:
    return "\n".join(found.value for found in [*app.markdown, *app.caption]).replace("\\", "")


def said(found: Element) -> str:
    return str(found.value).replace("\\", "")


def fuzhou(store: SqliteStore, wave: str = "autumn-2004") -> list[Rating]:
    return store.ratings(ENGAGEMENT, FUZHOU, wave)


def start_fields(app: AppTest, name: str) -> AppTest:
    app.session_state["wave-start"] = True
    app.run()
    app.text_input(key=f"wave-start-name-{ENGAGEMENT}-1").input(name)
    app.date_input(key=f"wave-start-date-{ENGAGEMENT}-1").set_value(dt.date(2004, 9, 28))
    return app.run()


@pytest.mark.usefixtures("carried")
def test_the_page_says_how_far_the_wave_has_come_and_what_a_proposal_is_worth(open_app: Open) -> None:
    app = opened(open_app)

    assert not app.exception
    assert "0 of 200 answered, " in said(app.header[0])
    assert "carried over and not confirmed" in said(app.header[0])
    assert text("waves.rule", "en") in shown(app)
    assert "| Fuzhou Telecom | 0 | 2 | 48 | going on |" in shown(app)


@pytest.mark.usefixtures("carried")
def test_the_page_speaks_chinese(open_app: Open) -> None:
    app = opened(open_app, "zh")

    assert not app.exception
    assert "2004 年秋季：已答 0/200 项" in said(app.header[0])
    assert "2003 年评估：**2.5**（李伟）" in shown(app)


def test_a_wave_is_started_from_the_last_one(rated: SqliteStore, open_app: Open) -> None:
    app = start_fields(opened(open_app, wave="2003"), "Autumn 2004")
    counted = sum(rating.counts for rating in rated.ratings(ENGAGEMENT, wave="2003"))
    assert f"{counted} ratings of 4 units by 2 raters" in said(app.info[-1])
    app.button(key="wave-start-now").click().run()

    assert not app.exception
    assert [wave.id for wave in rated.waves(ENGAGEMENT)] == ["2003", "autumn-2004"]
    assert f"Autumn 2004 has begun with {counted} proposals" in said(app.success[0])
    assert app.session_state["wave"] == "autumn-2004"
    assert all(rating.proposed for rating in fuzhou(rated))
    assert "wave-start-now" not in [button.key for button in app.button]


def test_a_wave_without_a_name_is_not_started(rated: SqliteStore, open_app: Open) -> None:
    app = start_fields(opened(open_app, wave="2003"), " ")
    app.button(key="wave-start-now").click().run()

    assert said(app.error[0]) == text("problem.wave.no-name", "en")
    assert len(rated.waves(ENGAGEMENT)) == 1


@pytest.mark.usefixtures("rated")
def test_who_says_nothing_about_themselves_only_reads(open_app: Open) -> None:
    app = start_fields(opened(open_app, who=None, wave="2003"), "Autumn 2004")

    assert app.button(key="wave-start-now").disabled
    assert said(app.info[0]) == text("waves.nobody", "en")


def test_ticked_proposals_are_confirmed_and_the_others_wait(carried: SqliteStore, open_app: Open) -> None:
    app = opened(open_app)
    assert app.button(key="waves-confirm").disabled
    next(box for box in app.checkbox if COLLECT[0] in str(box.key)).check().run()
    app.button(key="waves-confirm").click().run()

    assert not app.exception
    assert {rating.indicator: rating.proposed for rating in fuzhou(carried)} == {
        COLLECT[0]: False,
        COLLECT[1]: True,
    }
    assert said(app.success[0]) == "1 confirmed. They count from now on."
    assert "1 of 200 answered" in said(app.header[0])


def test_a_group_is_ticked_by_one_click_and_left_open_by_another(
    carried: SqliteStore, open_app: Open
) -> None:
    app = opened(open_app)
    app.button(key="tick-insight.collect").click().run()
    assert app.button(key="waves-leave").label == "Leave these 2 open"
    app.button(key="waves-leave").click().run()

    assert [rating.withdrawn for rating in fuzhou(carried)] == [True, True]
    assert text("waves.confirm.none", "en", unit="Fuzhou Telecom") in shown(app)


def test_what_was_confirmed_meanwhile_stays_and_the_page_says_so(
    carried: SqliteStore, open_app: Open
) -> None:
    app = opened(open_app)
    app.button(key="tick-unit").click().run()
    carried.save_rating(ENGAGEMENT, vote(COLLECT[0], 4.0, "autumn-2004"))
    app.button(key="waves-leave").click().run()

    assert "4" in said(app.error[0])
    assert [rating.withdrawn for rating in fuzhou(carried)] == [False, False]


@pytest.mark.usefixtures("carried")
def test_every_proposal_leads_to_its_field_and_tells_what_it_rested_on(open_app: Open) -> None:
    app = opened(open_app)
    links = [found.proto for found in app.get("page_link") if COLLECT[0] in found.proto.query_string]

    assert links[0].page == "interview"
    assert "wave=autumn-2004" in links[0].query_string
    assert "no evidence" in shown(app)


@pytest.mark.usefixtures("carried")
def test_other_units_that_wait_are_one_click_away(open_app: Open) -> None:
    app = opened(open_app)
    app.button(key="waiting-shenzhen-telecom").click().run()

    assert said(app.subheader[-1]) == "To confirm for Shenzhen Telecom"
    assert "1 item of evidence, the newest of 2003-09-28, a year before this wave" in shown(app)


def test_a_unit_that_is_signed_off_confirms_nothing(carried: SqliteStore, open_app: Open) -> None:
    carried.sign_off(ENGAGEMENT, FUZHOU, "autumn-2004", by="li")
    app = opened(open_app)

    assert "Fuzhou Telecom is signed off for this wave" in said(app.info[-1])
    assert "waves-confirm" not in [button.key for button in app.button]
    assert "signed off |" in shown(app)


def test_locking_warns_asks_and_is_final(carried: SqliteStore, open_app: Open) -> None:
    app = opened(open_app)
    app.session_state["waves-lock"] = True
    app.run()
    assert "carried-over scores stay unconfirmed and never count" in said(app.warning[0])
    assert "4 units are not signed off" in said(app.warning[0])
    assert app.button(key="waves-lock-now").disabled

    app.session_state["waves-lock"] = True
    app.checkbox(key=f"waves-lock-sure:{ENGAGEMENT}:autumn-2004").check().run()
    app.session_state["waves-lock"] = True
    app.button(key="waves-lock-now").click().run()
    assert carried.waves(ENGAGEMENT)[-1].locked
    assert said(app.success[0]) == "Autumn 2004 is locked."
    assert said(app.info[0]) == text("waves.locked", "en")
    assert not [box for box in app.checkbox if str(box.key).startswith("tick:")]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("empty_store")
def test_an_empty_store_teaches_and_leads_home(open_app: Open, lang: Lang) -> None:
    app = open_app("waves", lang)

    assert [found.value for found in app.markdown] == [text("empty.waves", lang)]
    assert app.button(key="go-home").label == text("empty.go-home", lang)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_engagement_without_ratings_begins_from_nothing(
    rated: SqliteStore, open_app: Open, lang: Lang
) -> None:
    found = rated.engagement(ENGAGEMENT).model_copy(update={"id": "new"})
    rated.add_engagement(found, rated.units(ENGAGEMENT), rated.waves(ENGAGEMENT))
    app = open_app("waves", lang, engagement="new")

    assert not app.exception
    assert "2003" in said(app.header[0])
    assert text("waves.not-begun", lang) in shown(app)
