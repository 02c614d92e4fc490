"""What is to do next."""

from assessment.engagement import Unit
from assessment.next_step import next_step
from assessment.progress import Count

GROUP = Unit(id="group", name="Group", kind="group")
EAST = Unit(id="east", name="East", parent="group")
WEST = Unit(id="west", name="West", parent="group")
UNITS = [GROUP, EAST, WEST]


def counts(group: int, east: int, west: int) -> dict[str, Count]:
    return {"group": Count(group, 50), "east": Count(east, 50), "west": Count(west, 50)}


def test_a_unit_that_nobody_assessed_comes_before_an_unfinished_one() -> None:
    step = next_step(UNITS, counts(0, 36, 0))
    assert (step.kind, step.unit.id) == ("start", "west")


def test_an_unfinished_unit_is_continued() -> None:
    step = next_step(UNITS, counts(0, 50, 36))
    assert (step.kind, step.unit.id, step.count.done) == ("continue", "west", 36)


def test_a_group_is_never_asked_for() -> None:
    step = next_step(UNITS, counts(0, 50, 50))
    assert (step.kind, step.unit.id) == ("read", "east")


def test_ones_own_unfinished_interview_comes_first() -> None:
    step = next_step(UNITS, counts(0, 36, 0), own=counts(0, 12, 0))
    assert (step.kind, step.unit.id, step.count.done) == ("continue", "east", 12)


def test_a_person_who_has_not_begun_is_sent_where_everybody_is() -> None:
    step = next_step(UNITS, counts(0, 36, 0), own=counts(0, 0, 0))
    assert (step.kind, step.unit.id) == ("start", "west")
