"""Home: what to do next, progress, last changes, and how an engagement begins."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import text
from assessment.edges.store import SqliteStore
from assessment.engagement import Person
from assessment.ratings import Rating
from assessment.ui.words import plain
from tests.ui.answering import answer

Open = Callable[..., AppTest]
ENGAGEMENT = "china-telecom-2003"


def progress(app: AppTest) -> list[str]:
    return [found.proto.text for found in app.get("progress")]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("store")
def test_home_says_in_a_sentence_what_to_do_next(open_app: Open, lang: str) -> None:
    app = open_app(lang=lang)
    sentence = {"en": "Fuzhou Telecom has not been assessed yet.", "zh": "福州电信尚未评估。"}
    assert app.subheader[0].value.replace("\\", "") == sentence[lang]


@pytest.mark.usefixtures("store")
def test_the_button_below_it_gets_there(open_app: Open) -> None:
    app = open_app()
    app.button(key="next-step").click().run()
    assert app.query_params["unit"] == "fuzhou-telecom"
    assert app.query_params["node"] == "insight.collect"


@pytest.mark.usefixtures("store")
def test_every_unit_shows_its_progress_below_its_parent(open_app: Open) -> None:
    app = open_app()
    assert progress(app) == ["50/50 ✓", "not started", "50/50 ✓", "36/50", "not started", "not started"]
    names = [found.value for found in app.markdown if "Telecom" in found.value][:6]
    assert names == [
        "China Telecom",
        "&emsp;Guangdong Telecom",
        "&emsp;&emsp;Shenzhen Telecom",
        "&emsp;&emsp;Guangzhou Telecom",
        "&emsp;Fujian Telecom",
        "&emsp;&emsp;Fuzhou Telecom",
    ]


def test_the_newest_change_stands_first(store: SqliteStore, open_app: Open) -> None:
    store.add_person(ENGAGEMENT, Person(id="li", name="Li Wei"))
    place = {"unit": "fuzhou-telecom", "wave": "2003", "rater": "li"}
    store.save_rating(ENGAGEMENT, Rating(**place, indicator="insight.collect.strategy", score=2.5))
    app = open_app()
    changes = next(found.value for found in app.markdown if found.value.startswith("- "))
    first = changes.split("\n")[0].replace("\\", "")
    assert first.startswith("- Fuzhou Telecom · Customer data strategy: **2.5** :small[:gray[Li Wei · ")


def test_a_person_is_sent_back_to_their_own_unfinished_interview(store: SqliteStore, open_app: Open) -> None:
    store.add_person(ENGAGEMENT, Person(id="li", name="Li Wei"))
    place = {"unit": "guangdong-telecom", "wave": "2003", "rater": "li"}
    store.save_rating(ENGAGEMENT, Rating(**place, indicator="insight.collect.strategy", score=2.5))
    app = open_app()
    app.session_state["rater"] = "li"
    app.run()
    assert app.subheader[0].value == text(
        "home.next.continue", "en", unit=plain("Guangdong Telecom"), done=1, total=50
    )


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("empty_store")
def test_an_empty_store_offers_the_example_and_ones_own_start(open_app: Open, lang: str) -> None:
    app = open_app(lang=lang)
    assert app.title[0].value == text("home.welcome", "en" if lang == "en" else "zh")
    assert app.button(key="load-example").proto.type == "primary"
    assert app.get_by_key("begin-name")


def test_the_example_is_loaded_by_one_click(empty_store: SqliteStore, open_app: Open) -> None:
    app = open_app()
    app.button(key="load-example").click().run()
    assert not app.exception
    assert [found.id for found in empty_store.engagements()] == [ENGAGEMENT]
    assert app.query_params["engagement"] == ENGAGEMENT
    assert "load-example" not in [found.key for found in app.button]


def test_an_own_operator_is_ready_to_be_rated_in_one_form(empty_store: SqliteStore, open_app: Open) -> None:
    app = open_app()
    app.text_input(key="begin-name").input("North Mobile 2026")
    app.text_area(key="begin-units").input("North > Harbour City\nNorth > Hill City")
    app.text_input(key="begin-person").input("Li Wei")
    app.button(key="begin-submit").click().run()
    assert not app.exception
    assert app.query_params["engagement"] == "north-mobile-2026"
    assert app.query_params["unit"] == "harbour-city"
    assert [unit.parent for unit in empty_store.units("north-mobile-2026")] == [None, "north", "north"]
    answer(app, "insight.collect.strategy", "score", 2.0)
    assert [rating.rater for rating in empty_store.ratings("north-mobile-2026")] == ["Li Wei"]


def test_a_form_with_mistakes_tells_all_of_them_and_keeps_what_was_typed(
    empty_store: SqliteStore, open_app: Open
) -> None:
    app = open_app()
    app.text_area(key="begin-units").input("North >\nA > C\nB > C")
    app.button(key="begin-submit").click().run()
    assert len(app.error) == 3
    assert app.error[1].value.startswith(plain("Line 1: "))
    assert app.text_area(key="begin-units").value == "North >\nA > C\nB > C"
    assert empty_store.engagements() == []


def test_other_engagements_are_one_click_away(empty_store: SqliteStore, open_app: Open) -> None:
    app = open_app()
    for name in ("One", "Two"):
        app.text_input(key="begin-name").input(name)
        app.text_area(key="begin-units").input("A\nB")
        app.button(key="begin-submit").click().run()
        app = open_app()
    assert [found.id for found in empty_store.engagements()] == ["one", "two"]
    app.button(key="open-two").click().run()
    assert app.query_params["engagement"] == "two"
