"""Change: what became of the scores between two waves, and how much of it is real."""

import datetime as dt
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment.edges.store import SqliteStore
from assessment.engagement import Wave

Open = Callable[..., AppTest]
ENGAGEMENT, UNIT = "china-telecom-2003", "china-telecom"


@pytest.fixture
def second_wave(store: SqliteStore) -> SqliteStore:
    """A second wave, in which one indicator rose, one was judged anew, and one is still open."""
    store.add_wave(ENGAGEMENT, Wave(id="2004", name="2004", date=dt.date(2004, 9, 28)))
    first = [rating for rating in store.ratings(ENGAGEMENT, wave="2003") if rating.counts]
    again = []
    for rating in first:
        update: dict[str, object] = {"wave": "2004", "revision": 0}
        if rating.unit == UNIT and rating.indicator == "insight.collect.strategy":
            update["score"] = 4.0
        if rating.unit == "shenzhen-telecom" and rating.indicator == "insight.collect.strategy":
            update |= {"score": 4.0, "tag": "re-rated"}
        if not (rating.unit == UNIT and rating.indicator == "insight.collect.internal"):
            again.append(rating.model_copy(update=update))
    store.save_ratings(ENGAGEMENT, again)
    return store


def figure(cell: object) -> float:
    """What a cell of a grid holds: the figure, or the words for it."""
    return float(str(cell).replace("−", "-"))


def header(app: AppTest) -> str:
    return str(app.header[0].value).replace("\\", "")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("store")
def test_the_first_wave_says_what_will_stand_here(open_app: Open, lang: str) -> None:
    app = open_app("change", lang, unit=UNIT)
    assert not app.exception
    assert app.button(key="to-waves")


@pytest.mark.parametrize(
    ("lang", "finding"),
    [("en", "Shenzhen Telecom went from"), ("zh", "深圳电信：从")],
)
@pytest.mark.usefixtures("second_wave")
def test_a_change_of_judging_anew_alone_is_called_that(open_app: Open, lang: str, finding: str) -> None:
    app = open_app("change", lang, unit="shenzhen-telecom", wave="2004")
    assert header(app).startswith(finding)
    assert {"en": "all of it is judging anew", "zh": "全部来自重新评定"}[lang] in header(app)


@pytest.mark.usefixtures("second_wave")
def test_parts_add_up_to_the_total_as_it_reads(open_app: Open) -> None:
    table = open_app("change", unit=UNIT, wave="2004").dataframe[0].value
    parts = [column for column in ("real", "rerated", "scope", "rubric") if column in table.columns]
    for _, row in table.iterrows():
        if str(row["total"])[-1].isdigit():
            assert sum(figure(row[part]) for part in parts) == pytest.approx(round(figure(row["total"]), 2))


@pytest.mark.usefixtures("second_wave")
def test_what_was_not_assessed_again_is_listed(open_app: Open) -> None:
    app = open_app("change", unit=UNIT, wave="2004")
    assert app.subheader[-1].value == "Not re-assessed (1)"
    assert len(app.get("vega_lite_chart")) == 2


@pytest.mark.usefixtures("second_wave")
def test_several_units_are_averaged_with_each_of_them_below(open_app: Open) -> None:
    app = open_app("change", unit=UNIT, wave="2004", whose="all")
    assert header(app).startswith("Average of all 3 rated units")
    assert set(app.dataframe[1].value["unit"]) == {"China Telecom", "Shenzhen Telecom", "Guangzhou Telecom"}


@pytest.mark.usefixtures("second_wave")
def test_a_unit_that_nobody_rated_shows_the_others(open_app: Open) -> None:
    app = open_app("change", unit="fuzhou-telecom", wave="2004")
    assert not app.exception
    assert header(app).startswith("Average of all 3 rated units")
