"""Heat-map: rows, columns and reference as the link says; a click sorts, pins, or asks why."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.edges.store import SqliteStore
from assessment.engagement import Wave
from assessment.heatmap_cells import NO_FIGURE, unpacked

Open = Callable[..., AppTest]
ENGAGEMENT, SHENZHEN, GUANGZHOU = "china-telecom-2003", "shenzhen-telecom", "guangzhou-telecom"


def told(app: AppTest) -> dict[str, Any]:
    return unpacked(app.get("bidi_component")[0].proto.bytes)[0]


def shown(app: AppTest) -> dict[str, list[int | None]]:
    """Unit -> the figures in its row, in tenths."""
    data, cells = unpacked(app.get("bidi_component")[0].proto.bytes)
    figures = [None if one == NO_FIGURE else one for one in cells["shown"].tolist()]
    width = len(data["columns"])
    rows = zip(data["rows"], data["at"], strict=True)
    return {row[0]: figures[at * width : (at + 1) * width] for row, at in rows}


def opened(open_app: Open, lang: Lang = "en", **link: str) -> AppTest:
    app = open_app("heatmap", lang, **{"unit": SHENZHEN, **link})
    assert not app.exception
    return app


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.usefixtures("store")
def test_the_message_comes_first(open_app: Open, lang: Lang) -> None:
    app = opened(open_app, lang)
    said = {"en": "Shenzhen Telecom reaches 1.8 overall", "zh": "深圳电信总体得分 1.8"}[lang]
    assert app.header[0].value.replace("\\", "").startswith(said)
    assert told(app)["words"]["copy"] == text("heatmap.copy", lang)


@pytest.mark.usefixtures("store")
def test_it_opens_with_the_capabilities_of_every_rated_unit_the_own_one_marked(open_app: Open) -> None:
    app = opened(open_app)
    data = told(app)
    assert len(data["columns"]) == 17
    assert [row[0] for row in data["rows"]] == ["china-telecom", SHENZHEN, GUANGZHOU]
    assert data["rows"][data["own"]][0] == SHENZHEN
    assert shown(app)[SHENZHEN][0] == 18
    assert shown(app)[GUANGZHOU][0] is None


@pytest.mark.usefixtures("store")
def test_the_link_carries_columns_order_and_reference(open_app: Open) -> None:
    app = opened(open_app, tier="dimension", sort="-overall", against="best")
    data = told(app)
    assert data["sort"] == {"i": "overall", "low": True}
    assert [row[0] for row in data["rows"]][-1] == GUANGZHOU
    assert len(data["columns"]) == 6
    assert data["signed"]
    assert max(row[0] for row in shown(app).values() if row[0] is not None) == 0
    assert "Against" in app.header[0].value


@pytest.mark.parametrize("reference", ["average", "best", "parent", "att-wireless", SHENZHEN])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.usefixtures("store")
def test_every_reference_is_drawn(open_app: Open, reference: str, lang: Lang) -> None:
    app = opened(open_app, lang, against=reference)
    assert told(app)["signed"]
    assert app.selectbox(key="pick-against").value == reference


@pytest.mark.usefixtures("store")
def test_another_choice_changes_the_link(open_app: Open) -> None:
    app = opened(open_app)
    app.segmented_control(key="pick-tier").set_value("all").run()
    assert len(told(app)["columns"]) == 72
    assert app.query_params["tier"] in ("all", ["all"])


@pytest.mark.usefixtures("store")
def test_what_the_store_does_not_hold_falls_back(open_app: Open) -> None:
    app = opened(open_app, tier="gone", sort="gone", against="gone", below="gone", tag="gone")
    assert len(told(app)["columns"]) == 17
    assert not told(app)["signed"]


def test_a_wave_without_ratings_says_what_will_stand_here(store: SqliteStore, open_app: Open) -> None:
    store.add_wave(ENGAGEMENT, Wave(id="2004", name="2004", date=dt.date(2004, 9, 1)))
    app = opened(open_app, wave="2004")
    assert "Nobody has been rated" in app.info[0].value
    assert app.button(key="to-branches")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.usefixtures("empty_store")
def test_an_empty_store_says_what_the_page_shows(open_app: Open, lang: Lang) -> None:
    app = open_app("heatmap", lang)
    assert not app.exception
    assert app.button(key="go-home")
