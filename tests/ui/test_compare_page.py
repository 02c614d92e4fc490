"""Compare: two to eight units side by side, the largest differences first."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]
TWO = "shenzhen-telecom,china-telecom"


def charts(app: AppTest) -> list[str]:
    return [found.proto.alt for found in app.get("vega_lite_chart")]


def words(app: AppTest) -> str:
    return "\n".join(found.value for found in [*app.markdown, *app.caption]).replace("\\", "")


@pytest.mark.parametrize(
    ("lang", "finding"),
    [
        ("en", "Shenzhen Telecom and Guangzhou Telecom are furthest apart in Customer Products & Services"),
        ("zh", "深圳电信与广州电信在“客户产品与服务”上差距最大"),
    ],
)
@pytest.mark.usefixtures("store")
def test_the_largest_difference_comes_first(open_app: Open, lang: str, finding: str) -> None:
    app = open_app("compare", lang, unit="shenzhen-telecom")
    assert not app.exception
    assert app.header[0].value.replace("\\", "").startswith(finding)


@pytest.mark.usefixtures("store")
def test_the_common_scope_is_stated(open_app: Open) -> None:
    assert "50 of 50 indicators apply to both." in words(open_app("compare", units=TWO))


@pytest.mark.usefixtures("store")
def test_the_link_says_who_stands_side_by_side(open_app: Open) -> None:
    app = open_app("compare", units=TWO, peers="telstra", show="table")
    assert list(app.dataframe[0].value.columns) == [
        *("node", "spread", "unit.shenzhen-telecom", "unit.china-telecom", "peer.telstra"),
    ]
    assert app.multiselect(key="compare-units").value == TWO.split(",")


@pytest.mark.usefixtures("store")
def test_a_choice_goes_into_the_link(open_app: Open) -> None:
    app = open_app("compare", unit="shenzhen-telecom")
    app.multiselect(key="compare-units").set_value(TWO.split(",")).run()
    assert app.query_params["units"] == TWO
    assert "Guangzhou" not in charts(app)[0]


@pytest.mark.usefixtures("store")
def test_the_differences_are_drawn_as_dots_and_radar_with_what_lies_behind(open_app: Open) -> None:
    app = open_app("compare", units=TWO)
    assert len(charts(app)) == 2
    assert len(app.expander) >= 5
    assert [button for button in app.button if (button.key or "").startswith("side-why-")]


@pytest.mark.usefixtures("store")
def test_why_opens_from_a_difference(open_app: Open) -> None:
    app = open_app("compare", units=TWO)
    button = next(found for found in app.button if (found.key or "").startswith("side-why-"))
    button.click().run()
    assert not app.exception
    assert app.metric


@pytest.mark.parametrize(("tier", "rows"), [("dimension", 6), ("capability", 16), ("indicator", 50)])
@pytest.mark.usefixtures("store")
def test_the_tier_is_in_the_link(open_app: Open, tier: str, rows: int) -> None:
    app = open_app("compare", units=TWO, tier=tier, show="table")
    assert not app.exception
    assert len(app.dataframe[0].value) == rows


@pytest.mark.usefixtures("store")
def test_missing_figures_are_words_and_daggers_stay(open_app: Open) -> None:
    app = open_app("compare", units="shenzhen-telecom,guangzhou-telecom", peers="att-wireless", show="table")
    table = app.dataframe[0].value
    assert "not enough data" in set(table["unit.guangzhou-telecom"])
    assert "not published" in set(table["peer.att-wireless"])
    assert any(str(cell).endswith("†") for cell in table["unit.shenzhen-telecom"])


@pytest.mark.usefixtures("store")
def test_bars_show_all_sides(open_app: Open) -> None:
    app = open_app("compare", units=TWO, peers="telstra", show="bars")
    assert "Telstra" in charts(app)[0]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("store")
def test_one_unit_alone_says_what_to_do(open_app: Open, lang: str) -> None:
    app = open_app("compare", lang, units="shenzhen-telecom")
    assert not app.exception
    assert {"en": "Choose at least two units", "zh": "至少选择两个单位"}[lang] in app.info[0].value


@pytest.mark.usefixtures("store")
def test_a_unit_without_ratings_still_sees_the_others(open_app: Open) -> None:
    app = open_app("compare", unit="fuzhou-telecom")
    assert not app.exception
    assert "fuzhou-telecom" not in app.multiselect(key="compare-units").value
