"""Capability map: the house as the page tells the browser, its choices in the link, what a click opens."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore
from assessment.ratings import Rating, Target
from assessment.starting import Beginning, start_engagement

Open = Callable[..., AppTest]
SHENZHEN, MAP = "shenzhen-telecom", "crm-capability-map"
HOSTILE = "<img src=x onerror=alert(1) **Bold**"


def told(app: AppTest) -> dict[str, Any]:
    """What the browser is told."""
    found: dict[str, Any] = json.loads(app.get("bidi_component")[0].proto.json)[0]
    return found


def box(app: AppTest, node: str) -> dict[str, Any]:
    return next(one for one in told(app)["boxes"] if one["node"] == node)


def click(app: AppTest, node: str) -> AppTest:
    states = app._tree.get_widget_states()
    sent = json.dumps({"opened": {"node": node, "at": 1}})
    states.widgets.append(WidgetState(id=app.get("bidi_component")[0].proto.id, json_value=sent))
    return app._run(states)


def opened(open_app: Open, lang: Lang = "en", **link: str) -> AppTest:
    app = open_app("map", lang, **{"unit": SHENZHEN, **link})
    assert not app.exception
    return app


def header(app: AppTest) -> str:
    return str(app.header[0].value).replace("\\", "")


def begun(store: SqliteStore, name: str = "Beijing") -> str:
    """An engagement on the capability map with one rating of each kind, a target and two importances."""
    typed = Beginning("Beijing", MAP, "1", name, "First", dt.date(2026, 11, 1), "Li")
    engagement, _ = start_engagement(store, FileShelf(), typed)
    assert engagement is not None
    unit, wave = store.units(engagement)[0].id, store.waves(engagement)[0].id
    place = {"unit": unit, "wave": wave, "rater": store.people(engagement)[0].id}
    for indicator, score in {"marketing.promotions": 2.0, "marketing.brand": 4.0, "sales.bids": 1.0}.items():
        store.save_rating(engagement, Rating(**place, indicator=indicator, score=score))
    store.save_rating(
        engagement, Rating(**place, indicator="channels.fax", state="na", note="Nobody sends a fax")
    )
    store.set_targets(engagement, {("", "marketing.brand"): Target(level=3)})
    store.set_importance(engagement, {("", "sales.bids"): "high", ("", "marketing.brand"): "high"})
    return unit


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.usefixtures("store")
def test_any_rubric_is_drawn_band_by_band_with_the_message_first(open_app: Open, lang: Lang) -> None:
    app = opened(open_app, lang)
    data = told(app)

    assert header(app).startswith(
        {"en": "Shenzhen Telecom reaches 1.8 of 5", "zh": "深圳电信总体得分 1.8"}[lang]
    )
    assert (len(data["panels"]), len(data["boxes"])) == (5, 16)
    assert box(app, "insight.collect")["figure"] == "1.4"
    assert data["lang"] == lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_map_of_its_own_rubric_is_a_house(empty_store: SqliteStore, open_app: Open, lang: Lang) -> None:
    app = opened(open_app, lang, unit=begun(empty_store))
    data = told(app)

    titles = [panel["label"] for panel in data["panels"]]
    assert titles[0] == {"en": "Operations", "zh": "经营运作"}[lang]
    assert len(data["boxes"]) == 39
    assert box(app, "sales.bids")["dots"] == 3
    assert box(app, "channels.fax")["figure"] == text("state.na", lang)
    assert box(app, "channels.sms")["figure"] == text("state.unknown", lang)
    assert [one["words"] for one in data["legend"]][-2:] == [
        text("state.unknown", lang),
        text("state.na", lang),
    ]
    assert not app.info


def test_one_control_chooses_what_the_colours_say_and_the_link_keeps_it(
    empty_store: SqliteStore, open_app: Open
) -> None:
    app = opened(open_app, unit=begun(empty_store))
    assert box(app, "sales.bids")["role"] == "level-0"

    app.segmented_control(key="pick-colour").set_value("gap").run()
    assert (box(app, "sales.bids")["role"], box(app, "sales.bids")["figure"]) == ("gap-3", "−4.0")
    assert app.query_params["colour"] == "gap"

    app.segmented_control(key="pick-colour").set_value("urgency").run()
    assert (box(app, "sales.bids")["role"], box(app, "sales.bids")["figure"]) == ("now", "1.00")
    assert box(app, "marketing.brand")["role"] == "above"
    assert box(app, "marketing.promotions")["role"] == "no-importance"
    assert "1 of 2 call for change now" in header(app)
    assert any("√" in caption.value for caption in app.caption)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.usefixtures("store")
def test_an_interview_is_read_as_the_map_and_its_coverage_stands_above(open_app: Open, lang: Lang) -> None:
    app = opened(open_app, lang)
    app.selectbox(key="pick-read").set_value(MAP).run()

    assert len(told(app)["boxes"]) == 39
    assert box(app, "service.invoices")["figure"] == text("map.state.unread", lang)
    assert box(app, "channels.partners")["figure"] == "1.8"
    assert "26" in app.info[0].value
    assert "67" in app.info[0].value
    assert app.query_params["read"] == MAP


@pytest.mark.usefixtures("store")
def test_a_box_of_the_own_rubric_opens_why(open_app: Open) -> None:
    app = click(opened(open_app), "insight.collect")

    assert not app.exception
    assert app.metric[0].label.replace("\\", "") == "Data Collection"
    assert app.metric[0].value == "1.4"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.usefixtures("store")
def test_a_box_that_was_read_opens_what_it_was_read_from(open_app: Open, lang: Lang) -> None:
    app = click(opened(open_app, lang, read=MAP), "channels.partners")
    assert app.metric[0].value == "1.8"
    keys = [key for key in (button.key or "" for button in app.button) if key.startswith("map-told-")]
    assert keys == ["map-told-integration.partners.integration", "map-told-integration.partners.alliances"]

    app.button(key=keys[0]).click().run()
    rubric = FileShelf().rubric("crm-five-capabilities")
    name = rubric.name_of("integration.partners.integration", lang)
    assert [one.label.replace("\\", "") for one in app.metric] == [name]


@pytest.mark.usefixtures("store")
def test_a_box_that_nothing_speaks_of_says_so_and_a_panel_shows_its_boxes(open_app: Open) -> None:
    app = click(opened(open_app, read=MAP), "service.invoices")
    assert any("No question of" in one.value for one in app.info)

    app = click(opened(open_app, read=MAP), "strategy.segmentation")
    assert app.warning[0].value == text("map.told.too-little", "en")

    app = click(opened(open_app, read=MAP), "service")
    assert app.metric[0].value == "2.5"
    assert not app.exception


@pytest.mark.usefixtures("store")
def test_a_click_on_what_the_map_does_not_hold_opens_nothing(open_app: Open) -> None:
    app = click(opened(open_app), "nowhere")
    assert not app.exception
    assert not app.metric


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.usefixtures("store")
def test_a_unit_without_ratings_is_invited_to_the_interview(open_app: Open, lang: Lang) -> None:
    app = opened(open_app, lang, unit="fuzhou-telecom")
    assert app.info
    assert not app.get("bidi_component")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.usefixtures("empty_store")
def test_an_empty_store_says_what_the_page_is_for(open_app: Open, lang: Lang) -> None:
    app = open_app("map", lang)
    assert not app.exception
    assert any(text("empty.map", lang)[:20] in each.value for each in [*app.info, *app.markdown])


def test_names_that_look_like_code_stay_words(empty_store: SqliteStore, open_app: Open) -> None:
    unit = begun(empty_store, HOSTILE)
    app = opened(open_app, unit=unit, colour="gap")

    assert HOSTILE in header(app)
    assert "<img" not in app.header[0].value.replace("\\<", "")
