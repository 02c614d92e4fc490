"""What is due and late today, and how much is done, recomputed by hand."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.follow_through import (
    SOON_DAYS,
    Followed,
    by_phase,
    by_track,
    followed,
    phase_dates,
    planned_phases,
    share_done,
)
from assessment.initiatives import Initiative
from assessment.roadmap import Plan, PlanSettings
from assessment.roadmap_records import DepartmentPart, KeptPlan, PickedInitiative, Progress

TODAY = dt.date(2027, 3, 1)


def days(count: int) -> dt.date:
    return TODAY + dt.timedelta(days=count)


def chosen(key: str, **values: object) -> PickedInitiative:
    return PickedInitiative(
        unit="u", initiative=Initiative.model_validate({"id": key, "name": key, **values})
    )


def said(key: str, status: str = "running", percent: int = 50, **values: object) -> Progress:
    return Progress.model_validate(
        {"unit": "u", "initiative": key, "status": status, "percent": percent, **values}
    )


def plan(starts: dict[str, int], start: dt.date | None = dt.date(2027, 1, 1)) -> KeptPlan:
    settings = PlanSettings(phases=4, phase_months=3, start=start)
    return KeptPlan(id="p", unit="u", wave="w", name="P", settings=settings, plan=Plan(starts=starts))


def only(*progress: Progress, **values: object) -> Followed:
    (one,) = followed([chosen("a", **values)], progress, None, TODAY)
    return one


def kinds(one: Followed) -> list[tuple[str, int]]:
    return [(reminder.kind, reminder.days) for reminder in one.reminders]


def test_an_initiative_has_the_days_of_its_phases_in_the_plan() -> None:
    (one,) = followed([chosen("a", months=6)], [], plan({"a": 2}), TODAY)
    assert one.phases == (2, 3)
    assert (one.begins, one.ends) == (dt.date(2027, 4, 1), dt.date(2027, 9, 30))


def test_a_kept_plan_keeps_its_days_when_an_initiative_takes_longer_today() -> None:
    kept = plan({"a": 2}).model_copy(update={"recipe": "care 1 abc figures=00ff lengths=a:1"})
    (one,) = followed([chosen("a", months=9)], [], kept, TODAY)
    assert (one.phases, one.ends) == ((2, 2), dt.date(2027, 6, 30))


def test_what_was_agreed_goes_before_the_plans_days() -> None:
    agreed = said("a", ends=dt.date(2027, 12, 31))
    (one,) = followed([chosen("a", months=3)], [agreed], plan({"a": 1}), TODAY)
    assert (one.begins, one.ends) == (dt.date(2027, 1, 1), dt.date(2027, 12, 31))


def test_a_plan_without_dates_and_what_it_leaves_out_have_no_days() -> None:
    undated, absent = (
        followed([chosen("a")], [], plan({"a": 1}, None), TODAY)[0],
        followed([chosen("b")], [], plan({"a": 1}), TODAY)[0],
    )
    assert (undated.phases, undated.begins, undated.ends) == ((1, 1), None, None)
    assert (absent.phases, absent.begins, absent.reminders) == (None, None, ())
    assert phase_dates(PlanSettings()) == ()


def test_work_that_runs_beyond_the_last_phase_ends_with_it() -> None:
    (one,) = followed([chosen("a", months=12)], [], plan({"a": 3}), TODAY)
    assert (one.phases, one.ends) == ((3, 6), dt.date(2027, 12, 31))


@pytest.mark.parametrize(
    ("ends", "found"),
    [
        (-1, [("end-late", 1)]),
        (0, [("end-due", 0)]),
        (SOON_DAYS, [("end-due", SOON_DAYS)]),
        (SOON_DAYS + 1, []),
    ],
)
def test_the_last_day_itself_has_not_passed_and_a_month_before_it_is_due(
    ends: int, found: list[tuple[str, int]]
) -> None:
    one = only(said("a", ends=days(ends)))
    assert kinds(one) == found
    assert one.urge == ("late" if ends < 0 else "due" if found else "calm")


def test_what_should_have_started_is_late_and_what_should_be_finished_is_said_once() -> None:
    late = only(said("a", "not-started", 0, begins=days(-5), ends=days(60)))
    over = only(said("a", "not-started", 0, begins=days(-50), ends=days(-5)))
    assert kinds(late) == [("start-late", 5)]
    assert kinds(over) == [("end-late", 5)]


def test_what_runs_does_not_start_again() -> None:
    assert kinds(only(said("a", begins=days(-5)))) == []


def test_a_departments_part_is_late_by_its_own_day_until_it_is_done() -> None:
    parts = (
        DepartmentPart(department="IT", due=days(-3), percent=90),
        DepartmentPart(department="Sales", due=days(-3), percent=100),
        DepartmentPart(department="Shops", due=days(4)),
        DepartmentPart(department="Law"),
    )
    one = only(said("a", parts=parts))
    assert [(each.kind, each.days, each.part and each.part.department) for each in one.reminders] == [
        ("part-late", 3, "IT"),
        ("part-due", 4, "Shops"),
    ]


def test_done_and_dropped_ones_call_for_nothing() -> None:
    late = DepartmentPart(department="IT", due=days(-3))
    for status, percent in (("done", 100), ("dropped", 20)):
        one = only(said("a", status, percent, reason="why", ends=days(-9), parts=(late,)))
        assert (one.urge, one.reminders) == ("settled", ())


def test_what_is_delayed_without_a_day_that_passed_still_calls_for_somebody() -> None:
    assert kinds(only(said("a", "delayed", reason="why", ends=days(90)))) == [("delayed", 0)]
    assert kinds(only(said("a", "delayed", reason="why", ends=days(-2)))) == [("end-late", 2)]


def test_what_should_run_waits_for_what_is_not_finished() -> None:
    items = [chosen("a"), chosen("b", predecessors=("a", "c")), chosen("c")]
    progress = [said("b", "not-started", 0, begins=days(-1)), said("c", "done", 100)]
    found = {one.id: one for one in followed(items, progress, None, TODAY)}
    waits = [each for each in found["b"].reminders if each.kind == "held-up"]
    assert [each.others for each in waits] == [("a",)]


@pytest.mark.parametrize(("status", "percent"), [("not-started", 0), ("running", 10), ("delayed", 10)])
def test_what_runs_all_the_same_is_not_held_up(status: str, percent: int) -> None:
    items = [chosen("a"), chosen("b", predecessors=("a",))]
    progress = [said("b", status, percent, begins=days(-1), reason="why")]
    found = {one.id: one for one in followed(items, progress, None, TODAY)}
    assert ("held-up" in [kind for kind, _ in kinds(found["b"])]) == (status != "running")


def test_a_predecessor_that_was_dropped_or_never_chosen_holds_nothing_up() -> None:
    items = [chosen("a"), chosen("b", predecessors=("a", "elsewhere"))]
    progress = [said("a", "dropped", 0, reason="why"), said("b", "not-started", 0, begins=TODAY)]
    found = {one.id: one for one in followed(items, progress, None, TODAY)}
    assert kinds(found["b"]) == [("start-due", 0)]


def test_the_longest_overdue_stands_first_then_what_is_nearest_and_what_is_settled_last() -> None:
    items = [chosen(key) for key in "abcdef"]
    progress = [
        said("a", "done", 100),
        said("b", ends=days(20)),
        said("c", ends=days(-3)),
        said("d", ends=days(-30)),
        said("e", ends=days(90)),
        said("f", ends=days(2)),
    ]
    assert "".join(one.id for one in followed(items, progress, None, TODAY)) == "dcfbea"


def test_the_share_done_is_weighted_with_effort_and_without_what_was_dropped() -> None:
    items = [
        chosen("a", effort={"it": 3.0}),
        chosen("b", effort={"it": 1.0}),
        chosen("c", effort={"it": 9.0}),
    ]
    progress = [said("a", percent=50), said("b", "done", 100), said("c", "dropped", 10, reason="why")]
    share = share_done(followed(items, progress, None, TODAY), TODAY)
    assert share.share == pytest.approx((3 * 0.5 + 1 * 1.0) / 4)
    assert (share.total, share.done, share.dropped, share.expected) == (2, 1, 1, None)


def test_without_any_effort_every_initiative_weighs_the_same() -> None:
    progress = [said("a", percent=50), said("b", "done", 100)]
    assert share_done(followed([chosen("a"), chosen("b")], progress, None, TODAY), TODAY).share == 0.75
    assert share_done([], TODAY).share == 0.0


def test_an_even_pace_counts_the_first_and_the_last_day() -> None:
    def pace(first: int, last: int) -> float | None:
        found = followed([chosen("a")], [said("a", begins=days(first), ends=days(last))], None, TODAY)
        return share_done(found, TODAY).expected

    assert pace(-4, 5) == pytest.approx(5 / 10)
    assert (pace(1, 9), pace(-9, -1), pace(0, 0)) == (0.0, 1.0, 1.0)


def test_tracks_and_phases_are_told_apart() -> None:
    items = [chosen("a", months=3), chosen("b", track="analytical", months=6), chosen("c")]
    found = followed(items, [said("a", "done", 100)], plan({"a": 1, "b": 1}), TODAY)
    assert {track: share.total for track, share in by_track(found, TODAY).items()} == {
        "operational": 2,
        "analytical": 1,
    }
    assert {phase: share.share for phase, share in by_phase(found, TODAY).items()} == {1: 1.0, 2: 0.0}
    assert planned_phases(plan({"a": 2}), [items[0].initiative]) == {"a": (2, 2)}


@given(st.lists(st.tuples(st.integers(0, 99), st.floats(0, 50)), min_size=1, max_size=6))
def test_the_share_done_lies_between_the_least_and_the_most(work: list[tuple[int, float]]) -> None:
    items = [chosen(str(place), effort={"it": effort}) for place, (_, effort) in enumerate(work)]
    progress = [said(str(place), percent=share) for place, (share, _) in enumerate(work)]
    share = share_done(followed(items, progress, None, TODAY), TODAY).share
    shares = [share / 100 for share, _ in work]
    assert min(shares) - 1e-9 <= share <= max(shares) + 1e-9
