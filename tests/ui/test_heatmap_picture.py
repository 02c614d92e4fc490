"""The heat-map as a picture: its figures and names, the own unit always on it, what is cut off told."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.ui.components import heatmap_picture
from assessment.ui.components.drawn_chart import DrawnChart, drawn_picture

Open = Callable[..., AppTest]
SHENZHEN = "shenzhen-telecom"


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[DrawnChart]:
    """The charts whose pictures the page offers."""
    found: list[DrawnChart] = []
    monkeypatch.setattr(heatmap_picture, "picture_files", lambda chart, *_: found.append(chart))
    return found


def words(picture: bytes) -> list[str]:
    return [one.strip() for one in re.findall(r">([^<>]+)<", picture.decode())]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.usefixtures("store")
def test_it_shows_names_figures_and_what_colours_mean(
    open_app: Open, handed: list[DrawnChart], lang: Lang
) -> None:
    assert not open_app("heatmap", lang, unit=SHENZHEN, tier="dimension").exception
    drawn = words(drawn_picture(handed[-1], "svg"))
    assert {"1.8†", "2.0"} <= set(drawn)
    assert {"en": "Shenzhen Telecom", "zh": "深圳电信"}[lang] in drawn
    assert text("heatmap.short.no-data", lang) in {one.rstrip("†") for one in drawn}
    assert any(one.startswith("5 ") for one in drawn)


@pytest.mark.usefixtures("store")
def test_differences_keep_their_signs_and_say_what_they_are_held_against(
    open_app: Open, handed: list[DrawnChart]
) -> None:
    open_app("heatmap", unit=SHENZHEN, tier="dimension", against="att-wireless")
    drawn = words(drawn_picture(handed[-1], "svg"))
    assert any(re.fullmatch(r"−\d\.\d†?", one) for one in drawn)
    assert any("AT&amp;T" in one for one in drawn)


@pytest.mark.usefixtures("store")
def test_of_many_units_the_first_and_the_own_one_are_drawn_and_the_page_says_so(
    open_app: Open, handed: list[DrawnChart], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heatmap_picture, "MOST_UNITS", 2)
    app = open_app("heatmap", unit="guangzhou-telecom", tier="dimension")
    drawn = words(drawn_picture(handed[-1], "svg"))
    assert {"Guangzhou Telecom", "China Telecom"} <= set(drawn)
    assert "Shenzhen Telecom" not in drawn
    said = text("heatmap.picture.cut", "en", shown=2, count=3)
    assert said in [caption.value for caption in app.caption]
    assert said in drawn


@pytest.mark.usefixtures("store")
def test_more_columns_than_a_picture_takes_are_told(
    open_app: Open, handed: list[DrawnChart], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heatmap_picture, "MOST_COLUMNS", 5)
    app = open_app("heatmap", unit=SHENZHEN, tier="dimension")
    assert handed == []
    assert text("heatmap.picture.wide", "en", most=5) in [caption.value for caption in app.caption]


@pytest.mark.usefixtures("store")
def test_it_is_also_a_png(open_app: Open, handed: list[DrawnChart]) -> None:
    open_app("heatmap", unit=SHENZHEN)
    assert drawn_picture(handed[-1], "png").startswith(b"\x89PNG")
