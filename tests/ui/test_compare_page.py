"""Compare: units and published operators side by side."""

from collections.abc import Callable

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]


def comparison(app: AppTest) -> pd.DataFrame:
    return app.dataframe[0].value


def charts(app: AppTest) -> list[str]:
    return [found.proto.alt for found in app.get("vega_lite_chart")]


def words(app: AppTest) -> str:
    return "\n".join(found.value for found in [*app.markdown, *app.caption]).replace("\\", "")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("store")
def test_the_finding_comes_first(open_app: Open, lang: str) -> None:
    app = open_app("compare", lang, unit="shenzhen-telecom")
    assert not app.exception
    name = {"en": "Shenzhen Telecom ranks 2 of 2", "zh": "深圳电信总体得分 1.80，在 2 个单位中排第 2"}[lang]
    assert app.header[0].value.replace("\\", "").startswith(name)


@pytest.mark.usefixtures("store")
def test_it_opens_with_the_units_and_operators_per_dimension(open_app: Open) -> None:
    table = comparison(open_app("compare", unit="shenzhen-telecom"))
    assert list(table.columns[:5]) == [
        "node",
        "unit.shenzhen-telecom",
        "unit.china-telecom",
        "unit.guangzhou-telecom",
        "peer.att-wireless",
    ]
    assert len(table) == 6
    assert list(table.iloc[1, 1:5]) == ["1.4†", "1.7", "1.7", "2.0"]


@pytest.mark.usefixtures("store")
def test_missing_figures_are_words(open_app: Open) -> None:
    table = comparison(open_app("compare", unit="shenzhen-telecom"))
    assert table["unit.guangzhou-telecom"].iloc[4] == "not enough data"
    assert table["peer.att-wireless"].iloc[0] == "not published"
    assert "" not in table.to_numpy()


@pytest.mark.usefixtures("store")
def test_daggers_have_their_footnotes(open_app: Open) -> None:
    shown = words(open_app("compare", unit="shenzhen-telecom"))
    assert "† Illegible in the source" in shown
    assert "† Inferred" in shown


@pytest.mark.usefixtures("store")
def test_units_and_operators_are_chosen(open_app: Open) -> None:
    app = open_app("compare", unit="shenzhen-telecom")
    app.multiselect(key="compare-sides").set_value(["unit.china-telecom", "peer.telstra"]).run()
    assert list(comparison(app).columns) == ["node", "unit.china-telecom", "peer.telstra"]
    assert "Telstra" in charts(app)[0]
    assert "Shenzhen" not in charts(app)[0]


@pytest.mark.parametrize(
    ("tier", "rows"), [("dimensions", 6), ("capabilities", 16), ("all", 22), ("indicators", 50)]
)
@pytest.mark.usefixtures("store")
def test_the_tier_is_chosen(open_app: Open, tier: str, rows: int) -> None:
    app = open_app("compare", unit="shenzhen-telecom")
    app.segmented_control(key="compare-tier").set_value(tier).run()
    assert not app.exception
    assert len(comparison(app)) == rows


@pytest.mark.usefixtures("store")
def test_choosing_nobody_says_what_to_do(open_app: Open) -> None:
    app = open_app("compare", unit="shenzhen-telecom")
    app.multiselect(key="compare-sides").set_value([]).run()
    assert not app.exception
    assert "Choose at least one" in app.info[0].value


@pytest.mark.usefixtures("store")
def test_published_composites_stand_against_ours_with_a_verdict(open_app: Open) -> None:
    app = open_app("compare", unit="shenzhen-telecom")
    table = next(found.value for found in app.dataframe if "verdict" in found.value.columns)
    assert len(table) == 41
    impossible = table[table["verdict"].str.startswith("no: outside")]
    assert len(impossible) == 5
    assert set(impossible["operator"]) == {"Shenzhen Telecom"}


@pytest.mark.parametrize("unit", ["guangdong-telecom", "fuzhou-telecom"])
@pytest.mark.usefixtures("store")
def test_a_unit_without_ratings_still_sees_the_others(open_app: Open, unit: str) -> None:
    app = open_app("compare", unit=unit)
    assert not app.exception
    assert f"unit.{unit}" not in comparison(app).columns
    assert "unit.shenzhen-telecom" in comparison(app).columns
