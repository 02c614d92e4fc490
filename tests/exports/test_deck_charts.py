from dataclasses import replace
from xml.etree import ElementTree as ET

from assessment.report.shapes import ChartSpec, Role, Series
from exports.deck.blocks import ChartBlock
from exports.deck.chart_book import column_name
from exports.deck.charts import chart_colours, chart_xml, shown_categories
from exports.deck.parts import charts_in
from exports.grid import Box
from exports.ooxml import NAMESPACES
from exports.style import ACCENT, GREY, INK, ROLE_COLOURS
from tests.exports.sample_report import chart, series

BOX = Box(1, 1, 6, 4)
NAMES = ("First", "Second", "Third")


def _one(*values: float | None, role: str = "unit", name: str = "North") -> Series:
    return series("en", name, role, values)


def _drawn(spec: ChartSpec) -> ET.Element:
    return ET.fromstring(chart_xml(ChartBlock(BOX, spec), "en"))  # noqa: S314 - made here


def _values(root: ET.Element, path: str) -> list[str]:
    return [found.get("val", "") for found in root.findall(f".//{path}", NAMESPACES)]


def test_bars_stand_on_the_whole_scale_with_the_first_category_on_top() -> None:
    root = _drawn(chart("x", "bar", NAMES, _one(1.0, 2.0, 3.0)))

    assert (_values(root, "c:valAx/c:scaling/c:min"), _values(root, "c:valAx/c:scaling/c:max")) == (
        ["0.0"],
        ["5.0"],
    )
    assert _values(root, "c:catAx/c:scaling/c:orientation") == ["maxMin"]
    assert _values(root, "c:valAx/c:crosses") == ["max"]


def test_axis_ids_are_unsigned_and_cross_each_other() -> None:
    for kind in ("bar", "radar"):
        root = _drawn(chart("x", kind, NAMES, _one(1.0, 2.0, 3.0)))
        ids = _values(root, "c:barChart/c:axId") + _values(root, "c:radarChart/c:axId")
        assert all(int(one) > 0 for one in ids)
        assert sorted(_values(root, "c:crossAx")) == sorted(ids)


def test_radars_bear_no_smooth_lines() -> None:
    root = _drawn(chart("x", "radar", NAMES, _one(1.0, 2.0, 3.0)))

    assert _values(root, "c:smooth") == []


def test_a_legend_stands_only_where_there_are_two_series() -> None:
    alone = _drawn(chart("x", "bar", NAMES, _one(1.0, 2.0, 3.0)))
    both = _drawn(chart("x", "bar", NAMES, _one(1.0, 2.0, 3.0), _one(4.0, 4.0, 4.0, role="best")))

    assert len(_values(alone, "c:legend")) == 0
    assert len(_values(both, "c:legend")) == 1


def test_labels_use_a_number_format_and_own_words_only_where_they_differ() -> None:
    root = _drawn(chart("x", "bar", NAMES, _one(1.375, 2.25, 3.0)))

    assert [found.get("formatCode") for found in root.findall(".//c:dLbls/c:numFmt", NAMESPACES)] == ["0.0"]
    assert _values(root, "c:dLbl/c:idx") == ["0"]
    assert [found.text for found in root.findall(".//c:dLbl//a:t", NAMESPACES)] == ["1.4†"]


def test_halves_are_shown_as_office_rounds_them() -> None:
    exact = Series("North", "unit", (1.25, 2.35), ("1.3", "2.4"))
    root = _drawn(replace(chart("x", "bar", NAMES[:2]), series=(exact,)))

    assert _values(root, "c:dLbl/c:idx") == []


def test_a_missing_figure_has_no_bar_and_its_state_stands_behind_the_name() -> None:
    spec = chart("x", "bar", NAMES, _one(1.0, None, 3.0))

    assert shown_categories(spec, "en") == ("First", "Second (not assessed)", "Third")
    assert shown_categories(spec, "zh")[1] == "Second（not assessed）"
    assert [point.get("idx") for point in _drawn(spec).findall(".//c:numCache/c:pt", NAMESPACES)] == [
        "0",
        "2",
    ]


def test_the_missing_figure_of_another_series_is_named() -> None:
    spec = chart("x", "bar", NAMES, _one(1.0, 2.0, 3.0), _one(4.0, None, 4.0, role="best", name="AT&T"))

    assert shown_categories(spec, "en")[1] == "Second (AT&T: not assessed)"


def test_a_state_that_all_series_share_is_said_once() -> None:
    spec = chart("x", "bar", NAMES, _one(1.0, None, 3.0), _one(1.0, None, 2.0, role="second", name="South"))

    assert shown_categories(spec, "en")[1] == "Second (not assessed)"


def test_a_unit_without_any_figure_is_said_to_have_none() -> None:
    spec = chart("x", "bar", NAMES[:1], _one(None), _one(4.0, role="best"), _one(None, role="peer"))

    assert shown_categories(spec, "en") == ("First (not assessed†)",)


def test_the_unit_is_drawn_in_the_accent_and_the_reference_dark() -> None:
    assert chart_colours([_one(1.0), _one(2.0, role="best")]) == [ACCENT, INK]


def test_no_two_of_seven_series_share_a_colour() -> None:
    roles: list[Role] = ["unit", "second", "peer", "peer", "peer", "peer", "best"]
    colours = chart_colours([replace(_one(1.0), role=role) for role in roles])

    assert colours[2] == GREY == ROLE_COLOURS["peer"]
    assert len(set(colours)) == len(roles)


def test_a_crowded_chart_is_drawn_in_two_halves_that_hold_every_category_once() -> None:
    names = tuple(f"Category {k}" for k in range(16))
    values = tuple(float(k % 5) for k in range(16))
    spec = chart("x", "bar", names, _one(*values), _one(*values, role="best", name="Best"))
    halves = charts_in(spec, Box(0.5, 1, 12, 5))

    assert tuple(name for half in halves for name in half.spec.categories) == names
    assert tuple(value for half in halves for value in half.spec.series[0].values) == values
    assert halves[0].box.right < halves[1].box.left


def test_a_chart_of_one_bar_does_not_fill_the_slide() -> None:
    spec = chart("x", "bar", ("Only",), _one(1.0))

    assert charts_in(spec, Box(0, 0, 4, 5))[0].box.height < 2


def test_columns_of_the_workbook_are_named_as_spreadsheets_name_them() -> None:
    assert [column_name(k) for k in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]
