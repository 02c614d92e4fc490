"""The pictures of a plan: what is drawn is valid, named in both languages, and kept apart."""

import datetime as dt

import pytest

from assessment.board import Placed, spans
from assessment.board_words import NamedPlan, dates_said, load_table, plan_table, track_name
from assessment.catalogue import LANGUAGES, Lang
from assessment.ui.components.palette import DARK, LIGHT
from assessment.ui.components.roadmap_board import board_html
from assessment.ui.components.roadmap_board_picture import board_chart
from assessment.ui.components.roadmap_gantt import gantt_chart, load_chart
from assessment.ui.components.roadmap_score import ScoreLine, Scores, heads_of, score_chart, score_table


def plan(lang: Lang = "en", start: dt.date = dt.date(2004, 1, 1)) -> NamedPlan:
    placed = (
        Placed("a", "operational", 1, 2, (), {"it": 8.0}),
        Placed("b", "analytical", 3, 3, ("a",), {"it": 1.0, "data": 2.0}),
    )
    names = {"a": "Complaints", "b": "Churn", "c": "Not planned"}
    tracks = {track: track_name(track, lang) for track in ("operational", "analytical")}
    capacity = {"it": (3.0, 5.0, 0.0)}
    roles = {"it": "IT", "data": "Analysts"}
    return NamedPlan(
        placed,
        spans(start, 3, 3),
        names,
        tracks,
        roles,
        capacity,
        lang,
        pinned=frozenset({"a"}),
        broken=frozenset({"b"}),
    )


def scores(lang: Lang = "en") -> Scores:
    rising, flat = (1.0, 1.5, 2.0, 2.0), (1.98, 1.99, 2.0, 2.0)
    lines = (
        ScoreLine("", "Overall", rising, (1.0, 1.2, 1.5, 1.5), (1.0, 1.8, 2.4, 2.4)),
        ScoreLine("x", "Insight", flat, flat, flat),
        ScoreLine("y", "Not assessed", (None,) * 4, (None,) * 4, (None,) * 4),
    )
    return Scores(lines, (0.0, 5.0), heads_of(plan(lang)))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_every_chart_is_valid(lang: Lang, palette: object) -> None:
    shown, colours = plan(lang), LIGHT if palette is LIGHT else DARK
    for chart in (
        gantt_chart(shown, colours),
        load_chart(shown, colours),
        board_chart(shown, colours),
        score_chart(scores(lang), colours, 600),
    ):
        assert chart.to_dict(validate=True)["layer"]


def test_names_of_lines_that_end_together_stand_apart() -> None:
    spec = score_chart(scores(), LIGHT).to_dict()
    axis = spec["layer"][-1]["encoding"]["y"]["axis"]
    low, high = sorted(axis["values"])
    assert high - low > 0.2
    assert "2.0  Overall" in axis["labelExpr"]


def test_the_board_says_where_who_stands_and_what_is_wrong() -> None:
    found = board_html(plan())
    assert 'class="gl-item gl-operational" style="grid-column: 1 / span 2; grid-row: 1"' in found
    assert "Breaks a rule" in found
    assert "Pinned" in found


def test_load_beyond_capacity_is_a_row_with_what_is_too_much() -> None:
    rows = {(row[0].text, row[1].text): [cell.text for cell in row[2:]] for row in load_table(plan()).rows}
    assert rows["IT", "1"] == ["4.0", "3.0", "133%", "1.0"]
    assert rows["IT", "2"] == ["4.0", "5.0", "80%", "–"]
    assert rows["IT", "3"] == ["1.0", "0.0", "no capacity", "1.0"]
    assert rows["Analysts", "3"] == ["2.0", "no limit", "–", "–"]


def test_the_table_has_what_is_left_out_with_its_reason() -> None:
    table = plan_table(plan(), {"c": "No room."})
    rows = [[cell.text for cell in row] for row in table.rows]
    assert rows[0] == [
        *("Complaints", "Operational", "1", "2", "2004-01-01", "2004-06-30", "8.0", "0.0", "", "Pinned")
    ]
    assert rows[1][-2:] == ["Complaints", "Breaks a rule"]
    assert rows[2][0] == "Not planned"
    assert rows[2][-1] == "No room."


@pytest.mark.parametrize(
    ("start", "months", "lang", "said"),
    [
        (dt.date(2004, 1, 1), 3, "en", "Jan–Mar 2004"),
        (dt.date(2004, 11, 1), 3, "en", "Nov 2004 – Jan 2005"),
        (dt.date(2004, 2, 1), 1, "en", "Feb 2004"),
        (dt.date(2004, 1, 15), 1, "en", "2004-01-15 – 2004-02-14"),
        (dt.date(2004, 1, 1), 3, "zh", "2004 年 1–3 月"),
        (dt.date(2004, 11, 1), 3, "zh", "2004 年 11 月–2005 年 1 月"),
        (dt.date(2004, 2, 1), 1, "zh", "2004 年 2 月"),
    ],
)
def test_whole_months_are_said_by_name(start: dt.date, months: int, lang: Lang, said: str) -> None:
    assert dates_said(spans(start, 1, months)[0], lang) == said


def test_a_node_without_a_score_says_so() -> None:
    table = score_table(scores(), "Scores", {"node": "Node", "low": "Low", "high": "High"})
    assert [cell.text for cell in table.rows[0]] == [
        "Overall",
        "1.00",
        "1.50",
        "2.00",
        "2.00",
        "1.50",
        "2.40",
    ]
    assert {cell.text for cell in table.rows[2][1:]} == {"–"}
