"""Benchmark: a unit beside published operators, and one's own data sets."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment import published_sets
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore

Open = Callable[..., AppTest]
RUBRIC = FileShelf().rubric("crm-five-capabilities")


def upload(app: AppTest, files: dict[str, str]) -> AppTest:
    handed = [(name, content.encode(), "text/plain") for name, content in files.items()]
    app.file_uploader(key="own-set-0").set_value(handed).run()
    return app


def words(app: AppTest) -> str:
    found = [*app.header, *app.markdown, *app.caption, *app.error, *app.info, *app.success]
    return "\n".join(one.value for one in found).replace("\\", "")


@pytest.mark.parametrize(
    ("lang", "finding"),
    [
        ("en", "Shenzhen Telecom lies behind best practice in all 5; the widest gap is"),
        ("zh", "深圳电信在全部 5 项中均落后于最佳实践"),
    ],
)
@pytest.mark.usefixtures("store")
def test_the_widest_gap_comes_first(open_app: Open, lang: str, finding: str) -> None:
    app = open_app("benchmark", lang, unit="shenzhen-telecom")
    assert not app.exception
    assert app.header[0].value.replace("\\", "").startswith(finding)
    assert len(app.get("vega_lite_chart")) == 4


@pytest.mark.usefixtures("store")
def test_quartiles_come_with_their_n_and_the_gap(open_app: Open) -> None:
    table = open_app("benchmark", unit="shenzhen-telecom", show="gaps").dataframe[0].value
    assert set(table["peers"]) == {"7"}
    assert {"median", "q1", "q3", "gap", "best_operator"} <= set(table.columns)
    assert all(str(gap).startswith("+") for gap in table["gap"])


@pytest.mark.usefixtures("store")
def test_fewer_than_five_are_hidden_until_asked_for_by_name(open_app: Open) -> None:
    hidden = open_app("benchmark", unit="shenzhen-telecom", tier="capability", show="names")
    assert "hidden (n < 5)" in set(hidden.dataframe[0].value["peer.att-wireless"])
    assert "2.5†" not in set(hidden.dataframe[0].value["peer.att-wireless"])
    hidden.checkbox(key="benchmark-named").check().run()
    assert hidden.query_params["named"] == "yes"
    assert "hidden (n < 5)" not in set(hidden.dataframe[0].value["peer.att-wireless"])


@pytest.mark.usefixtures("store")
def test_the_gap_is_measured_to_one_operator_by_name(open_app: Open) -> None:
    app = open_app("benchmark", unit="shenzhen-telecom", against="telstra", show="gaps")
    assert "Telstra" in app.header[0].value
    assert "best_operator" not in app.dataframe[0].value.columns


@pytest.mark.usefixtures("store")
def test_printed_composites_stand_against_ours(open_app: Open) -> None:
    app = open_app("benchmark", unit="shenzhen-telecom")
    assert not [found for found in app.dataframe if "verdict" in found.value.columns]  # made when opened
    app.session_state["benchmark-recomputed"] = True
    app.run()
    table = next(found.value for found in app.dataframe if "verdict" in found.value.columns)
    assert len(table) == 41


@pytest.mark.usefixtures("store")
def test_a_unit_without_ratings_is_invited_to_rate(open_app: Open) -> None:
    app = open_app("benchmark", unit="fuzhou-telecom")
    assert not app.exception
    assert app.button(key="to-interview")


def test_ones_own_data_set_is_checked_and_added(open_app: Open, store: SqliteStore) -> None:
    app = upload(open_app("benchmark", unit="shenzhen-telecom"), published_sets.example(RUBRIC))
    assert store.published_sets() == ["operators-2003"]
    assert "2 operators, 10 figures" in words(app)
    app.button(key="own-set-add").click().run()
    assert store.published_sets() == ["my-operators", "operators-2003"]
    assert app.selectbox(key="pick-set").value == "my-operators"
    assert "was added" in words(app)


def test_every_problem_is_told_and_nothing_is_written(open_app: Open, store: SqliteStore) -> None:
    files = published_sets.example(RUBRIC)
    files["scores.csv"] = files["scores.csv"].replace("2.5,1", "9,1", 2).replace("south-mobile", "nobody", 1)
    before = store.revision()
    app = upload(open_app("benchmark", unit="shenzhen-telecom"), files)
    assert "3 problem(s)" in words(app)
    assert "scores.csv:2" in words(app)
    assert not [button for button in app.button if button.key == "own-set-add"]
    assert store.revision() == before
