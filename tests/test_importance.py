"""What several people say of a node's importance, and the grade that holds."""

from hypothesis import given
from hypothesis import strategies as st

from assessment.importance import AdoptedGrade, adopted_grades
from tests.small_rubric import RUBRIC

GRADES = list(RUBRIC.importance)
PLACE = ("", "a")


def voted(**said: str) -> dict[tuple[str, str, str], str]:
    return {("", "a", person): grade for person, grade in said.items()}


def test_the_median_vote_holds_where_nobody_set_a_grade() -> None:
    found = adopted_grades(RUBRIC, {}, voted(li="low", an="high", wu="fairly-high"))
    assert found[PLACE].grade == "fairly-high"
    assert not found[PLACE].was_set
    assert found[PLACE].spread == ("low", "high")


def test_between_two_votes_the_higher_one_holds() -> None:
    assert adopted_grades(RUBRIC, {}, voted(li="low", an="high"))[PLACE].grade == "high"


def test_a_grade_that_was_set_holds_and_the_votes_stay_beside_it() -> None:
    found = adopted_grades(RUBRIC, {PLACE: "low"}, voted(li="high", an="high"))
    assert found == {PLACE: AdoptedGrade("low", True, (("an", "high"), ("li", "high")))}  # noqa: FBT003 - `was_set`
    assert found[PLACE].spread is None


def test_a_grade_that_the_rubric_does_not_have_is_left_out() -> None:
    assert adopted_grades(RUBRIC, {PLACE: "vital"}, voted(li="huge")) == {}


@given(st.lists(st.sampled_from(GRADES), min_size=1, max_size=7))
def test_half_of_the_votes_or_more_are_no_higher_and_half_or_more_no_lower(grades: list[str]) -> None:
    votes = {("", "a", str(place)): grade for place, grade in enumerate(grades)}
    order = [GRADES.index(grade) for grade in grades]
    chosen = GRADES.index(adopted_grades(RUBRIC, {}, votes)[PLACE].grade)
    assert sum(one <= chosen for one in order) * 2 >= len(order)
    assert sum(one >= chosen for one in order) * 2 >= len(order)
