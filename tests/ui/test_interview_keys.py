"""The server's side of the keyboard, without a browser: what the page is told and what it may send."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import text
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore
from assessment.engagement import Person, Wave
from assessment.errors import StoreRefusedError
from assessment.ratings import Evidence, Rating, Target, says_rerated
from assessment.starting import Beginning, start_engagement
from assessment.ui.components import keys
from tests.ui.answering import answer, card, chosen, item, open_part, say, told, words

APP = Path(__file__).parents[2] / "app.py"
Open = Callable[..., AppTest]
ENGAGEMENT = "china-telecom-2003"
STRATEGY, INTERNAL = "insight.collect.strategy", "insight.collect.internal"
PLACE: dict[str, Any] = {"unit": "fuzhou-telecom", "wave": "2003", "rater": "li"}
FUZHOU = f"{ENGAGEMENT}:fuzhou-telecom:2003"


@pytest.fixture
def interview(store: SqliteStore, open_app: Open) -> AppTest:
    store.add_person(ENGAGEMENT, Person(id="li", name="Li Wei"))
    app = open_app("interview", unit="fuzhou-telecom")
    app.session_state["rater"] = "li"
    return app.run()


def test_the_page_knows_every_indicator_of_the_interview(interview: AppTest) -> None:
    assert len(told(interview)["items"]) == 50
    assert told(interview)["at"] == STRATEGY
    assert told(interview)["place"] == [ENGAGEMENT, "fuzhou-telecom", "2003", "li"]


def test_the_list_of_keys_speaks_of_half_points_only_where_the_scale_has_them(
    interview: AppTest, store: SqliteStore, open_app: Open
) -> None:
    half = text("keys.list.half", "en")
    assert half in [said for _, said in told(interview)["words"]["keys"]]
    rubric = FileShelf().rubric("account-team-self-check")
    beginning = Beginning("Teams", rubric.id, rubric.version, "North", "", dt.date(2026, 3, 1), "Li Wei")
    start_engagement(store, FileShelf(), beginning)
    listed = [said for _, said in told(open_app("interview", engagement="teams"))["words"]["keys"]]
    assert text("keys.list.level", "en") in listed
    assert half not in listed


def test_the_page_knows_what_a_click_saved(interview: AppTest) -> None:
    answer(interview, STRATEGY, "score", 2.0)
    assert (item(interview, STRATEGY)["v"], item(interview, STRATEGY)["r"]) == (2.0, 1)


def test_without_a_rater_the_page_is_told_why_keys_do_nothing(store: SqliteStore, open_app: Open) -> None:
    assert store.revision()
    app = open_app("interview", unit="fuzhou-telecom")
    assert told(app)["refused"] == text("interview.nobody", "en")


def test_a_link_to_an_indicator_puts_the_cursor_there(store: SqliteStore, open_app: Open) -> None:
    assert store.revision()
    app = open_app("interview", unit="fuzhou-telecom", node=INTERNAL)
    assert told(app)["at"] == INTERNAL


def test_a_rater_without_a_link_stands_at_the_newest_rating(store: SqliteStore) -> None:
    store.add_person(ENGAGEMENT, Person(id="li", name="Li Wei"))
    last = FileShelf().rubric("crm-five-capabilities").indicators[-1].id
    store.save_rating(ENGAGEMENT, Rating(**PLACE, indicator=last, score=2.0))
    app = AppTest.from_file(APP, default_timeout=180)
    app.query_params["unit"] = "fuzhou-telecom"
    app.session_state["rater"] = "li"
    app.run().switch_page("assessment/ui/pages/interview.py").run()
    assert told(app)["at"] == last


def test_a_proposal_waits_to_be_confirmed(store: SqliteStore, interview: AppTest) -> None:
    store.save_rating(ENGAGEMENT, Rating(**PLACE, indicator=STRATEGY, score=3.0, proposed=True))
    interview.run()
    assert item(interview, STRATEGY)["p"]
    assert chosen(card(interview, STRATEGY)) == []
    assert "last wave 3, to be confirmed" in words(card(interview, STRATEGY))
    assert "0/4" in interview.button(key="tree-below-insight.collect").label
    answer(interview, STRATEGY, "confirm", value=True)
    assert "1/4" in interview.button(key="tree-below-insight.collect").label


def test_come_back_is_no_answer(store: SqliteStore, interview: AppTest) -> None:
    answer(interview, STRATEGY, "flag", value=True)
    assert item(interview, STRATEGY)["f"]
    assert "0/4" in interview.button(key="tree-below-insight.collect").label
    answer(interview, STRATEGY, "score", 2.0)
    saved = store.ratings(ENGAGEMENT, "fuzhou-telecom")[0]
    assert (saved.score, saved.flagged, saved.counts) == (2.0, True, True)


def test_importance_comes_from_above_until_it_is_set(store: SqliteStore, interview: AppTest) -> None:
    open_part(interview, STRATEGY, "aim")
    key = f"importance-None:{FUZHOU}:li:{STRATEGY}"
    assert interview.selectbox(key=key).value is None
    inherited = [found.value for found in interview.caption if "Inherited" in found.value]
    assert "all units" in inherited[0]
    interview.selectbox(key=key).set_value("high").run()
    assert store.importance(ENGAGEMENT)["fuzhou-telecom", STRATEGY] == "high"


def test_a_target_level_can_be_set_for_one_indicator(store: SqliteStore, interview: AppTest) -> None:
    open_part(interview, STRATEGY, "aim")
    interview.number_input(key=f"target-None:{FUZHOU}:li:{STRATEGY}").set_value(4.0).run()
    assert store.targets(ENGAGEMENT)["fuzhou-telecom", STRATEGY] == Target(level=4.0)


def test_a_tag_is_saved_by_itself(store: SqliteStore, interview: AppTest) -> None:
    answer(interview, STRATEGY, "score", 2.0)
    open_part(interview, STRATEGY, "aim")
    interview.text_input(key=f"tag:{FUZHOU}:li:{STRATEGY}:1").input("board").run()
    assert store.ratings(ENGAGEMENT, "fuzhou-telecom")[0].tag == "board"


@pytest.mark.parametrize(("lang", "word"), [("en", "re-rated"), ("zh", "重评")])
def test_in_a_later_wave_the_tag_that_change_looks_for_is_one_click_away(
    store: SqliteStore, open_app: Open, lang: str, word: str
) -> None:
    store.add_wave(ENGAGEMENT, Wave(id="2004", name="2004", date=dt.date(2004, 9, 28)))
    store.add_person(ENGAGEMENT, Person(id="li", name="Li Wei"))
    app = open_app("interview", lang, unit="fuzhou-telecom", wave="2004")
    app.session_state["rater"] = "li"
    answer(app.run(), STRATEGY, "score", 2.0)
    open_part(app, STRATEGY, "aim")
    offered = f"rerated:{ENGAGEMENT}:fuzhou-telecom:2004:li:{STRATEGY}"
    app.button(key=offered).click().run()
    [saved] = store.ratings(ENGAGEMENT, "fuzhou-telecom", "2004")
    assert (saved.tag, says_rerated(saved.tag), saved.score) == (word, True, 2.0)
    assert not [button for button in app.button if button.key == offered]


def test_the_first_wave_has_nothing_to_judge_anew(interview: AppTest) -> None:
    answer(interview, STRATEGY, "score", 2.0)
    open_part(interview, STRATEGY, "aim")
    assert not [button for button in interview.button if str(button.key).startswith("rerated:")]


def test_a_unit_that_is_signed_off_is_read_only(store: SqliteStore, interview: AppTest) -> None:
    store.sign_off(ENGAGEMENT, "fuzhou-telecom", "2003", by="li")
    interview.run()
    assert told(interview)["refused"].startswith("Fuzhou Telecom is signed off for the wave 2003 study")
    assert told(interview)["closed"]
    before = store.revision()
    answer(interview, STRATEGY, "score", 2.0)
    assert store.revision() == before


def test_the_last_wave_stands_beside(store: SqliteStore, interview: AppTest) -> None:
    neighbour = {**PLACE, "unit": "shenzhen-telecom"}
    store.add_wave(ENGAGEMENT, Wave(id="2004", name="Second round", date=dt.date(2004, 9, 1)))
    store.save_rating(ENGAGEMENT, Rating(**PLACE, indicator=INTERNAL, score=2.5))
    store.save_rating(ENGAGEMENT, Rating(**neighbour, indicator=INTERNAL, score=4.0))
    interview.query_params["wave"] = "2004"
    interview.run()
    beside = words(card(interview, INTERNAL))
    assert "Last wave, 2003" in beside
    assert "this unit: 2.5" in beside


def test_evidence_on_record_is_used_for_one_more_rating(store: SqliteStore, interview: AppTest) -> None:
    said = [
        Evidence(id="e1", text="Three systems"),
        Evidence(id="e2", text="No plan"),
        Evidence(id="e3", text="x"),
    ]
    store.add_evidence(ENGAGEMENT, said, [])
    open_part(interview, STRATEGY, "evidence")
    interview.multiselect(key=f"picked:{FUZHOU}:li:{STRATEGY}").set_value(["e1", "e2"])
    interview.button(key=f"use-{STRATEGY}").click().run()
    assert [link.evidence for link in store.evidence_links(ENGAGEMENT, "fuzhou-telecom")] == ["e1", "e2"]
    assert "Evidence · 2" in words(card(interview, STRATEGY))


def test_evidence_on_record_is_found_by_its_words(store: SqliteStore, interview: AppTest) -> None:
    said = [Evidence(id="e1", text="蓝莓档案"), Evidence(id="e2", text="No plan")]
    store.add_evidence(ENGAGEMENT, said, [])
    open_part(interview, STRATEGY, "evidence")
    interview.text_input(key=f"search:{FUZHOU}:li:{STRATEGY}").set_value("蓝莓").run()
    assert interview.multiselect(key=f"picked:{FUZHOU}:li:{STRATEGY}").options == ["蓝莓档案"]
    interview.text_input(key=f"search:{FUZHOU}:li:{STRATEGY}").set_value("blueberries").run()
    assert text("interview.evidence.no-match", "en") in [found.value for found in interview.caption]


def test_the_last_change_is_taken_back_with_its_reason(store: SqliteStore, interview: AppTest) -> None:
    answer(interview, STRATEGY, "score", 2.0)
    answer(interview, STRATEGY, "score", 4.0)
    open_part(interview, STRATEGY, "history")
    interview.text_input(key=f"why:{FUZHOU}:li:{STRATEGY}:2").set_value("Misheard")
    interview.button(key=f"undo-{STRATEGY}").click().run()
    saved = store.ratings(ENGAGEMENT, "fuzhou-telecom")[0]
    assert (saved.score, saved.why, saved.revision) == (2.0, "Misheard", 3)


def test_one_part_is_open_at_a_time(interview: AppTest) -> None:
    open_part(interview, STRATEGY, "note")
    open_part(interview, INTERNAL, "aim")
    assert "note" not in chosen(card(interview, STRATEGY))
    assert "aim" in chosen(card(interview, INTERNAL))
    interview.button(key=f"close-{INTERNAL}").click().run()
    assert chosen(card(interview, INTERNAL)) == []


def test_a_page_that_sends_no_rater_says_nothing(store: SqliteStore, open_app: Open) -> None:
    app = open_app("interview", unit="fuzhou-telecom")
    before = store.revision()
    answer(app, STRATEGY, "score", 3.0)
    assert store.revision() == before


def test_what_is_typed_stays_text(store: SqliteStore, interview: AppTest) -> None:
    store.save_rating(
        ENGAGEMENT, Rating(**PLACE, indicator=STRATEGY, score=3.0, note="<img src=x onerror=1>")
    )
    interview.run()
    assert "<img" not in card(interview, STRATEGY)


def test_a_store_that_cannot_be_read_while_somebody_answers_is_a_sentence(
    interview: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> list[Rating]:
        raise StoreRefusedError("store.sqlite3", "damaged")

    monkeypatch.setattr(keys, "apply_events", broken)
    say(interview, STRATEGY, "score", 2.0)
    assert not interview.exception
    assert StoreRefusedError("store.sqlite3", "damaged").sentence("en") in [
        found.value.replace("\\", "") for found in interview.error
    ]
