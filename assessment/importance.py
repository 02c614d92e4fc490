"""How important a node is when one or several people say so: the grade that is adopted, and their spread."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.ports import Ballot, Place
from assessment.rubric import Rubric


@dataclass(frozen=True, slots=True)
class AdoptedGrade:
    """The importance that holds at one place.

    Attributes:
        grade: a grade of the rubric.
        was_set: somebody set it; else it is the median of the votes.
        votes: person -> grade, from the least important to the most.
    """

    grade: str
    was_set: bool = True
    votes: tuple[tuple[str, str], ...] = ()

    @property
    def spread(self) -> tuple[str, str] | None:
        """The lowest and the highest grade that anybody voted for; None where all say the same."""
        grades = [grade for _, grade in self.votes]
        return None if len(set(grades)) <= 1 else (grades[0], grades[-1])


def adopted_grades(
    rubric: Rubric, grades: Mapping[Place, str], votes: Mapping[Ballot, str]
) -> dict[Place, AdoptedGrade]:
    """(unit or "" for all, node) -> the grade that holds there: the one that was set, else the median vote.

    With an even number of votes the median is the higher of the two in the middle. Grades that the rubric
    does not have are left out.

    Args:
        rubric: whose grades these are.
        grades: what was set.
        votes: what each person says.
    """
    order = {grade: place for place, grade in enumerate(rubric.importance)}
    cast: dict[Place, list[tuple[str, str]]] = {}
    for (unit, node, person), grade in votes.items():
        if grade in order:
            cast.setdefault((unit, node), []).append((person, grade))
    for at_place in cast.values():
        at_place.sort(key=lambda vote: (order[vote[1]], vote[0]))
    found = {
        place: AdoptedGrade(at_place[len(at_place) // 2][1], False, tuple(at_place))  # noqa: FBT003 - `was_set`
        for place, at_place in cast.items()
    }
    for place, grade in grades.items():
        if grade in order:
            found[place] = AdoptedGrade(grade, True, tuple(cast.get(place, ())))  # noqa: FBT003 - `was_set`
    return found
