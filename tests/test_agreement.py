import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.agreement import disputes, judged, workshops
from assessment.ratings import CONSENSUS, Rating, State
from assessment.rubric import Node, Rubric, Scale

ITEMS = tuple(f"a.{number}" for number in range(12))
RUBRIC = Rubric(
    id="small",
    version="1",
    name="Small",
    tiers=("dimension", "indicator"),
    tree=(Node(id="a", name="A", children=tuple(Node(id=item, name=item) for item in ITEMS)),),
)
VOTES = st.lists(st.sampled_from(Scale().steps()), min_size=1, max_size=6)


def _vote(rater: str, score: float | None, indicator: str = "a.0", state: State | None = None) -> Rating:
    found = state or ("unknown" if score is None else "scored")
    return Rating(
        unit="u", wave="w", rater=rater, indicator=indicator, score=score, state=found, note="not offered"
    )


def _votes(*scores: float, indicator: str = "a.0") -> list[Rating]:
    return [_vote(f"r{place}", score, indicator) for place, score in enumerate(scores)]


@pytest.mark.parametrize(
    ("scores", "light"),
    [
        ((3, 3), "green"),
        ((2.5, 3.5), "green"),  # range 1, deviation .5
        ((2.5, 4), "amber"),  # range 1.5
        ((2, 3, 3.5), "amber"),
        ((2, 4), "red"),  # range 2
        ((2, 2, 3.5, 3.5), "red"),  # split: two and two, nothing in between
        ((2, 2, 3.5), "amber"),  # a group of one is no group
        ((2, 2, 3, 3.5), "amber"),  # the gap is 1
    ],
)
def test_the_light_follows_range_deviation_and_split(scores: tuple[float, ...], light: str) -> None:
    assert judged(scores, 5.0)[0] == light


@given(VOTES)
def test_a_longer_scale_has_the_same_lights(scores: list[float]) -> None:
    assert judged([score * 20 for score in scores], 100.0)[0] == judged(scores, 5.0)[0]


def test_votes_median_range_and_agreement_by_hand() -> None:
    (one,) = disputes(RUBRIC, _votes(1, 2, 4))

    assert [vote.score for vote in one.votes] == [1, 2, 4]
    assert (one.median, one.low, one.high, one.range) == (2, 1, 4, 3)
    assert one.deviation == (1 + 0 + 2) / 3
    assert one.agreement == 1 - 1 / 2.5
    assert (one.light, one.split, one.consensus) == ("red", False, None)


def test_the_most_disputed_comes_first() -> None:
    given = [
        *_votes(3, 3, indicator="a.1"),
        *_votes(2, 3.5, indicator="a.2"),
        *_votes(0, 5, indicator="a.3"),
        *_votes(1, 4, indicator="a.4"),
    ]

    assert [one.indicator for one in disputes(RUBRIC, given)] == ["a.3", "a.4", "a.2", "a.1"]


def test_the_consensus_stands_beside_the_votes_and_is_none_of_them() -> None:
    (one,) = disputes(RUBRIC, [*_votes(2, 3), _vote(CONSENSUS, 3)])

    assert (one.raters, one.consensus) == (2, 3)
    assert disputes(RUBRIC, [_vote("r1", 2), _vote(CONSENSUS, 3)]) == ()


def test_what_some_hold_for_not_applicable_is_never_green() -> None:
    (one,) = disputes(RUBRIC, [_vote("r1", 3), _vote("r2", None, state="na")])

    assert (one.scope_disputed, one.light, one.raters) == (True, "amber", 1)


def test_what_does_not_count_is_no_vote() -> None:
    proposed = _vote("r2", 5).model_copy(update={"proposed": True})

    assert disputes(RUBRIC, [_vote("r1", 1), proposed]) == ()
    assert disputes(RUBRIC, [_vote("r1", 1), _vote("r2", None)]) == ()
    assert disputes(RUBRIC, [_vote("r1", None, state="na"), _vote("r2", None, state="na")]) == ()


def test_a_workshop_has_an_alpha_an_icc_and_its_lights() -> None:
    ratings = [
        rating
        for place, item in enumerate(ITEMS)
        for rating in _votes(place % 5, place % 5, min(5, place % 5 + (place == 0) * 3), indicator=item)
    ]
    (workshop,) = workshops(RUBRIC, ratings)

    assert workshop.raters == ("r0", "r1", "r2")
    assert workshop.lights == (1, 0, 11)
    assert workshop.alpha.value is not None
    assert 0.7 < workshop.alpha.value < 1
    assert workshop.panel.panel is not None


def test_one_rater_is_no_workshop() -> None:
    assert workshops(RUBRIC, [_vote("r1", 1), _vote(CONSENSUS, 2)]) == ()
