"""Priorities: the list in order, what-if that is not stored until set, importance said by several."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore
from assessment.engagement import Person
from assessment.ratings import Target
from assessment.ui.components.priority_settings import written_grades, written_targets

Open = Callable[..., AppTest]
ENGAGEMENT, SHENZHEN = "china-telecom-2003", "shenzhen-telecom"
RUBRIC = FileShelf().rubric("crm-five-capabilities")


@pytest.fixture
def opened(open_app: Open, store: SqliteStore) -> Open:
    """Opens the page on Shenzhen."""
    del store

    def page(lang: Lang = "en", **link: str) -> AppTest:
        app = open_app("priorities", lang, engagement=ENGAGEMENT, unit=SHENZHEN, **link)
        assert not app.exception
        return app

    return page


def order(app: AppTest) -> list[str]:
    """The names in the ranked list."""
    frame = app.dataframe[-1].value
    return [str(name) for name in frame["node"]]


def said(app: AppTest) -> str:
    """All words of the page."""
    return " ".join(str(one.value) for one in (*app.markdown, *app.caption, *app.info)).replace("\\", "")


def try_target(app: AppTest, node: str, level: float) -> AppTest:
    app.selectbox(key="priorities-try-node").set_value(node).run()
    return app.slider(key=f"try-target-{SHENZHEN}-{node}").set_value(level).run()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_message_and_the_list_begin_with_what_is_most_urgent(opened: Open, lang: Lang) -> None:
    app = opened(lang)
    first = RUBRIC.name_of("insight.generate", lang)
    assert first in app.header[0].value
    assert order(app)[0] == first
    assert len(order(app)) == 16


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "link",
    [
        {"tier": "indicator"},
        {"view": "level"},
        {"view": "required"},
        {"part": "tracks"},
    ],
)
def test_every_view_is_drawn(opened: Open, lang: Lang, link: dict[str, str]) -> None:
    app = opened(lang, **link)
    assert app.get("vega_lite_chart") or app.get("arrow_vega_lite_chart")


def test_without_importance_the_page_says_so_and_guesses_nothing(opened: Open) -> None:
    app = opened(tier="dimension")
    assert app.header[0].value == "What matters first cannot be told yet at Shenzhen Telecom"
    assert "no importance is set" in said(app)
    app.button(key="to-set").click().run()
    assert "Write in the table" in said(app)


def test_what_is_tried_out_moves_the_list_and_is_not_stored(opened: Open, store: SqliteStore) -> None:
    app, before = opened(), store.revision()
    try_target(app, "insight.generate", 1.5)
    assert order(app)[0] == "Insight Application"
    assert "Insight Generation: soon → watch" in said(app)
    assert store.revision() == before
    app.button(key="priorities-back").click().run()
    assert order(app)[0] == "Insight Generation"


def test_what_was_tried_out_can_be_set(opened: Open, store: SqliteStore) -> None:
    app = try_target(opened(), "insight.generate", 1.5)
    app.select_slider(key=f"try-importance-{SHENZHEN}-insight.generate").set_value("low").run()
    app.button(key="priorities-set").click().run()
    assert store.targets(ENGAGEMENT)[SHENZHEN, "insight.generate"].level == 1.5
    assert store.importance(ENGAGEMENT)[SHENZHEN, "insight.generate"] == "low"
    assert "priorities-set" not in {button.key for button in app.button}
    assert order(app)[0] == "Insight Application"


def test_another_weight_is_tried_and_never_set(opened: Open, store: SqliteStore) -> None:
    app, before = opened(), store.revision()
    app.selectbox(key="priorities-try-node").set_value("insight.collect").run()
    app.number_input(key=f"try-weight-{SHENZHEN}-insight.collect.strategy").set_value(50).run()
    assert "Weights belong to the rubric" in said(app)
    assert app.button(key="priorities-set").disabled
    assert store.revision() == before


def test_what_is_tried_out_for_one_unit_is_not_tried_for_another(opened: Open) -> None:
    app = try_target(opened(), "insight.generate", 1.5)
    app.selectbox(key="pick-unit").set_value("guangzhou-telecom").run()
    assert "priorities-back" not in {button.key for button in app.button}


def test_a_click_says_score_target_best_practice_and_importance(opened: Open) -> None:
    app = opened()
    app.session_state["why-asked"] = ["priorities", "insight.generate", ""]
    words = said(app.run())
    assert "Urgency 0.66: soon." in words
    assert "Target 3.5 (own target)." in words
    assert "Best practice 1.5 (AT&T Wireless)." in words
    assert "Importance high, set for" in words


def test_votes_of_several_people_stand_beside_what_holds(opened: Open, store: SqliteStore) -> None:
    for name in ("li", "an"):
        store.add_person(ENGAGEMENT, Person(id=name, name=name.capitalize()))
    store.vote_importance(
        ENGAGEMENT, {("", "insight.collect", "li"): "high", ("", "insight.collect", "an"): "low"}
    )
    app = opened(part="set", whose="all")
    assert "What everybody says" in said(app)
    table = app.table[-1].value
    assert list(table.iloc[0]) == ["Data Collection", "low", "high", "low to high, 2 people"]


def test_an_opinion_needs_a_name(opened: Open) -> None:
    assert "Say who you are" in said(opened(part="set", how="vote"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_unit_without_ratings_is_invited_to_rate_and_can_be_given_targets(
    open_app: Open, store: SqliteStore, lang: Lang
) -> None:
    del store
    app = open_app("priorities", lang, engagement=ENGAGEMENT, unit="fuzhou-telecom")
    assert not app.exception
    assert app.button(key="to-interview").label == text("results.to-interview", lang)
    assert not open_app(
        "priorities", lang, engagement=ENGAGEMENT, unit="fuzhou-telecom", part="set"
    ).exception


@pytest.mark.parametrize("lang", LANGUAGES)
def test_in_an_empty_store_the_page_says_what_it_is_for(
    open_app: Open, empty_store: SqliteStore, lang: Lang
) -> None:
    del empty_store
    app = open_app("priorities", lang)
    assert text("empty.priorities", lang) in said(app)


NODES = ["a", "b", "c"]


def test_what_is_written_in_the_table_is_read_as_grades() -> None:
    edited: dict[int, dict[str, Any]] = {
        0: {"importance": "fairly high"},
        2: {"importance": None},
        1: {"target": 3},
    }
    assert written_grades(edited, NODES, RUBRIC, "en") == {"a": "fairly-high", "c": None}
    assert written_grades({0: {"importance": "较高"}}, NODES, RUBRIC, "zh") == {"a": "fairly-high"}


def test_what_is_written_in_the_table_is_read_as_targets() -> None:
    before = {"a": Target(level=3.0), "b": Target(level=2.0)}
    edited: dict[int, dict[str, Any]] = {
        0: {"due": "2027-06-30"},
        1: {"target": None},
        2: {"due": "2027-06-30"},
    }
    found = written_targets(edited, NODES, before)
    assert found["a"] == Target.model_validate({"level": 3.0, "due": "2027-06-30"})
    assert (found["b"], found["c"]) == (None, None)
