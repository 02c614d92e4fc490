"""Charts: what is drawn for a `ChartSpec`, on the screen and as a picture."""

from dataclasses import replace
from typing import Any

import altair as alt
import pytest

from assessment.report.shapes import ChartSpec, Series
from assessment.ui.components.bar_chart import bar_chart
from assessment.ui.components.chart_frame import PICK, breadth, wrapped
from assessment.ui.components.palette import DARK, LIGHT, palette, tint
from assessment.ui.components.pictures import PictureKind, can_draw_chinese, picture
from assessment.ui.components.radar_chart import radar_chart
from exports import style

PNG = b"\x89PNG\r\n\x1a\n"
UNIT = Series("Shenzhen", "unit", (1.4, None, 2.0), ("1.4†", "not enough data", "2.0"), "sz")
BEST = Series("Best practice", "best", (4.0, 3.0, None), ("4.0", "3.0", "not published"))
SPEC = ChartSpec(
    id="c",
    kind="bar",
    title="Shenzhen against best practice",
    alt="in words",
    categories=("Insight", "Interaction", "A rather long name of one more dimension"),
    category_ids=("insight", "interaction", "more"),
    series=(UNIT, BEST),
    axis_min=0,
    axis_max=5,
    axis_title="Level, 0 to 5",
    notes=("† illegible",),
)


def rows(chart: alt.LayerChart) -> list[dict[str, Any]]:
    return [row for data in chart.to_dict()["datasets"].values() for row in data]


def texts(chart: alt.LayerChart) -> set[str]:
    return {row["label"] for row in rows(chart) if "label" in row}


def domains(chart: alt.LayerChart) -> list[list[float]]:
    channels = [layer["encoding"].get("x", {}) for layer in chart.to_dict()["layer"]]
    return [channel["scale"]["domain"] for channel in channels if channel.get("scale")]


def test_bars_stand_on_the_whole_scale() -> None:
    assert set(map(tuple, domains(bar_chart(SPEC, LIGHT)))) == {(0, 5)}


def test_every_figure_is_labelled_as_the_report_words_it() -> None:
    assert {"1.4†", "2.0", "4.0", "3.0"} <= texts(bar_chart(SPEC, LIGHT))


def test_a_missing_figure_is_a_word_and_never_a_bar() -> None:
    drawn = rows(bar_chart(SPEC, LIGHT))
    assert [row["id"] for row in drawn if row.get("label") == "not enough data"] == ["interaction"]
    assert any(row.get("label", "").split() == ["not", "published"] for row in drawn)


def test_rows_keep_the_order_of_the_report() -> None:
    layers = bar_chart(SPEC, LIGHT).to_dict()["layer"]
    assert {tuple(layer["encoding"]["y"]["sort"]) for layer in layers if "y" in layer["encoding"]} == {
        SPEC.category_ids
    }


def test_a_click_on_a_row_names_its_node() -> None:
    parameters = bar_chart(SPEC, LIGHT).to_dict()["params"]
    assert [(p["name"], p["select"]["fields"]) for p in parameters] == [(PICK, ["id"])]


def test_the_unit_is_in_the_accent_and_the_reference_a_dark_diamond() -> None:
    marks = [layer["mark"] for layer in bar_chart(SPEC, LIGHT).to_dict()["layer"]]
    assert style.ACCENT in [mark.get("color") for mark in marks if mark["type"] == "bar"]
    assert ("diamond", style.INK) in [(mark.get("shape"), mark.get("fill")) for mark in marks]


def test_a_label_goes_inside_the_bar_where_the_diamond_stands_beside_its_end() -> None:
    close = replace(SPEC, series=(replace(UNIT, values=(3.9, None, 2.0)), BEST))
    assert {row["inside"] for row in rows(bar_chart(close, LIGHT)) if row.get("value") == 3.9} == {True}


def test_several_bars_in_a_row_name_their_series() -> None:
    other = Series("Guangzhou", "second", (1.7, 2.0, 4.5), ("1.7", "2.0", "4.5"), "gz")
    drawn = bar_chart(replace(SPEC, series=(UNIT, other)), LIGHT)
    assert {"1.4†  Shenzhen", "4.5  Guangzhou", "not enough data  Shenzhen"} <= texts(drawn)


def test_two_series_of_one_name_stay_two_bars() -> None:
    twins = bar_chart(replace(SPEC, series=(UNIT, replace(UNIT, role="peer", values=(3.0, 3.0, 3.0)))), LIGHT)
    assert len([row for row in rows(twins) if row.get("value") is not None]) == 2 + 3


def test_a_radar_leaves_its_line_open_where_a_figure_is_missing() -> None:
    layers = radar_chart(replace(SPEC, kind="radar"), LIGHT).to_dict()["layer"]
    lines = [layer["mark"] for layer in layers if layer["mark"]["type"] == "line"]
    closed = [mark["interpolate"] == "linear-closed" for mark in lines]
    assert closed == [True, False, False]  # the rings, best practice, the unit


def test_a_radar_puts_the_figures_beside_the_names() -> None:
    figures = {row.get("figures") for row in rows(radar_chart(replace(SPEC, kind="radar"), LIGHT))}
    assert "1.4† · ◆ 4.0" in figures
    assert "not enough data\n◆ 3.0" in figures


def test_the_dark_screen_has_its_own_colours() -> None:
    assert palette("dark") is DARK
    assert palette(None) is palette("light") is LIGHT
    assert bar_chart(SPEC, DARK).to_dict()["config"]["background"] == style.DARK["background"]


def test_tints_grow_with_the_level_and_keep_readable_ink() -> None:
    assert tint(LIGHT, 0.0) == (style.LEVELS[0], style.INK)
    assert tint(LIGHT, 1.0) == (style.LEVELS[-1], style.WHITE)
    assert len({tint(DARK, level / 5)[0] for level in range(6)}) == 6


def test_long_names_wrap_at_words_and_chinese_ones_evenly() -> None:
    assert wrapped("A rather long name of one more dimension", 28).split("\n") == [
        "A rather long name of one",
        "more dimension",
    ]
    assert [breadth(line) for line in wrapped("企业集成能力与合作伙伴管理", 14).split("\n")] == [14, 12]


@pytest.mark.parametrize("kind", ["bar", "radar"])
def test_pictures_carry_title_footnote_and_source(kind: str) -> None:
    spec = replace(SPEC, kind="radar" if kind == "radar" else "bar")
    drawn = picture(spec, "svg", "Ratings 2003").decode()
    assert all(words in drawn for words in ("Shenzhen against best practice", "† illegible", "Ratings 2003"))
    assert picture(spec, "png").startswith(PNG)


def test_chinese_words_show_in_pictures_where_a_font_is_there() -> None:
    if not can_draw_chinese():
        pytest.skip("no Chinese font here: install one, for example fonts-noto-cjk")
    kind: PictureKind = "png"
    chinese, blank = (
        replace(SPEC, title=title) for title in ("深圳电信与最佳实践对比", "　　　　　　　　　　　")
    )
    assert len(picture(chinese, kind)) > len(picture(blank, kind)) + 500
