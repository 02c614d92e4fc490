"""Where a plan's initiatives stand on the board and the Gantt chart, and what the roles have to do."""

import datetime as dt
import math
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.board import (
    GUTTER,
    Placed,
    Span,
    gantt,
    lanes,
    load_of,
    loads,
    months_later,
    spans,
    working_days,
)

TRACKS = ("operational", "analytical")


def placed(name: str, start: int, end: int, track: str = "operational", *after: str) -> Placed:
    return Placed(name, track, start, end, after)


def test_a_card_stands_where_its_phases_are_and_the_longer_one_above() -> None:
    operational, analytical = lanes([placed("short", 1, 1), placed("long", 1, 2)], TRACKS)
    assert operational.cards == (("long", 0, 2, 0), ("short", 0, 1, 1))
    assert operational.rows == 2
    assert (analytical.cards, analytical.rows) == ((), 1)


def test_a_row_that_is_free_again_is_used_again() -> None:
    lane = lanes([placed("a", 1, 2), placed("b", 2, 2), placed("c", 3, 4)], TRACKS)[0]
    assert [(card.id, card.row) for card in lane.cards] == [("a", 0), ("b", 1), ("c", 0)]


def test_a_track_that_nobody_named_stands_below() -> None:
    assert [lane.track for lane in lanes([placed("a", 1, 1, "own")], TRACKS)] == [*TRACKS, "own"]


plans = st.lists(st.tuples(st.integers(1, 8), st.integers(0, 3), st.sampled_from(TRACKS)), max_size=40).map(
    lambda rows: [placed(f"i{k:02}", a, a + b, track) for k, (a, b, track) in enumerate(rows)]
)


@given(plans, st.randoms())
def test_no_card_lies_on_another_and_the_order_of_the_input_does_not_matter(
    found: list[Placed], random: Random
) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    board = lanes(found, TRACKS)
    assert board == lanes(shuffled, TRACKS)
    for lane in board:
        cells = [(x, card.row) for card in lane.cards for x in range(card.left, card.left + card.width)]
        assert len(cells) == len(set(cells))
        busiest = max((sum(1 for x, _ in cells if x == phase) for phase in range(12)), default=0)
        assert lane.rows == max(1, busiest)


def test_eight_phases_of_three_months_make_two_years() -> None:
    found = spans(dt.date(2004, 1, 1), 8, 3)
    assert [one.first for one in found[:3]] == [dt.date(2004, month, 1) for month in (1, 4, 7)]
    assert found[-1].last == dt.date(2005, 12, 31)
    assert all(b.first - a.last == dt.timedelta(days=1) for a, b in pairwise(found))


def test_a_month_that_is_too_short_does_not_shift_the_next_one() -> None:
    assert months_later(dt.date(2004, 1, 31), 1) == dt.date(2004, 2, 29)
    assert [one.first.day for one in spans(dt.date(2004, 1, 31), 3, 1)] == [31, 29, 31]


def test_working_days_are_weekdays_without_holidays() -> None:
    # February 2004 began on a Sunday and had 29 days: four whole weeks of five days from the 2nd to the 29th
    assert working_days(dt.date(2004, 2, 1), dt.date(2004, 2, 29)) == 20
    holidays = [
        dt.date(2004, 2, 2),
        dt.date(2004, 2, 7),
        dt.date(2004, 3, 1),
    ]  # a Monday, a Saturday, outside
    assert working_days(dt.date(2004, 2, 1), dt.date(2004, 2, 29), holidays) == 19
    assert spans(dt.date(2004, 2, 1), 1, 1, holidays) == (
        Span(dt.date(2004, 2, 1), dt.date(2004, 2, 29), 19),
    )


def test_bars_stand_in_the_order_of_their_start_with_their_dates() -> None:
    dates = spans(dt.date(2004, 1, 1), 4, 3)
    found = gantt([placed("late", 3, 4, "analytical"), placed("first", 1, 2), placed("brief", 1, 1)], dates)
    assert [(bar.id, bar.row) for bar in found.bars] == [("brief", 0), ("first", 1), ("late", 2)]
    late = found.bars[2]
    assert (late.left, late.width, late.first, late.last) == (
        2,
        2,
        dt.date(2004, 7, 1),
        dt.date(2004, 12, 31),
    )


def test_a_line_runs_along_its_row_and_down_where_the_next_begins() -> None:
    dates = spans(dt.date(2004, 1, 1), 4, 3)
    found = gantt([placed("a", 1, 1), placed("b", 3, 3, "analytical", "a", "not planned")], dates)
    assert [(one.before, one.after) for one in found.links] == [("a", "b")]
    assert found.links[0].corners == ((1 - GUTTER / 2, 0.5), (2, 0.5), (2, 1.5), (2 + GUTTER / 2, 1.5))


def test_lines_from_different_bars_turn_side_by_side() -> None:
    dates = spans(dt.date(2004, 1, 1), 2, 3)
    found = gantt([placed("a", 1, 1), placed("b", 1, 1), placed("c", 2, 2, "operational", "a", "b")], dates)
    turns = {one.before: one.corners[1][0] for one in found.links}
    # two lines part the gutter around the end of phase 1 in thirds, the lower one first
    assert turns == {"b": pytest.approx(1 - GUTTER / 6), "a": pytest.approx(1 + GUTTER / 6)}


def test_effort_is_spread_evenly_over_the_phases() -> None:
    plan = [
        Placed("a", "operational", 1, 2, effort={"it": 6.0}),
        Placed("b", "operational", 2, 2, effort={"it": 2.0, "business": 1.0}),
    ]
    found = loads(plan, 3, {"it": (4.0, 4.0, 0.0)})
    assert [(one.role, one.load) for one in found] == [
        ("it", 3.0), ("it", 5.0), ("it", 0.0), ("business", 0.0), ("business", 1.0), ("business", 0.0)
    ]  # fmt: skip
    assert [one.over for one in found] == [0.0, 1.0, 0.0, 0.0, 0.0, 0.0]
    assert [one.share for one in found] == [0.75, 1.25, 0.0, None, None, None]


def test_thirds_that_fill_a_phase_do_not_overload_it() -> None:
    plan = [Placed(f"i{k}", "operational", 1, 3, effort={"it": 0.1}) for k in range(3)]
    assert load_of(plan, "it", 2) == pytest.approx(0.1)
    assert loads(plan, 3, {"it": (0.1, 0.1, 0.1)})[0].over == 0.0


def test_work_in_a_phase_without_capacity_is_a_share_without_end() -> None:
    found = loads([Placed("a", "operational", 1, 1, effort={"it": 1.0})], 1, {"it": (0.0,)})
    assert found[0].share == math.inf
    assert found[0].over == 1.0
