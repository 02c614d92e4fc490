import datetime as dt

import pytest

from assessment.benchmark import Benchmark, Operator, PublishedScore
from assessment.peers import peer_spread, standings
from assessment.rubric import Node, Rubric

RUBRIC = Rubric(
    id="small",
    version="1",
    name="Small",
    tiers=("dimension", "indicator"),
    tree=tuple(Node(id=name, name=name, children=(Node(id=f"{name}.0", name="leaf"),)) for name in "ab"),
)
SCORES = {"a": (1.0, 2.0, 3.0, 4.0, 5.0, 4.5), "b": (2.0, 3.0)}
BENCHMARK = Benchmark(
    id="study",
    title="Study",
    publisher="Somebody",
    date=dt.date(2003, 1, 1),
    obtained="by hand",
    rubric="small",
    operators=(
        *(Operator(id=f"p{k}", name=f"P{k}") for k in range(6)),
        Operator(id="own", name="Own", kind="subject"),
    ),
    scores=(
        *(PublishedScore(operator=f"p{k}", node=n, score=s) for n in "ab" for k, s in enumerate(SCORES[n])),
        PublishedScore(operator="own", node="a", score=5.0),
        PublishedScore(operator="p2", node="b", score=None, mark="illegible"),
    ),
)


def test_quartiles_are_of_the_peers_alone_and_say_their_number() -> None:
    spread = peer_spread(BENCHMARK, "a")

    assert (spread.count, spread.hidden) == (6, False)
    assert (spread.q1, spread.median, spread.q3) == (2.25, 3.5, 4.375)  # of 1, 2, 3, 4, 4.5, 5
    assert [figure.operator for figure in spread.figures] == ["p4", "p5", "p3", "p2", "p1", "p0"]


def test_the_unit_itself_is_no_peer() -> None:
    spread = peer_spread(BENCHMARK, "a", leave_out=["p0"])

    assert (spread.count, spread.median) == (5, 4.0)


def test_fewer_than_five_are_hidden_unless_they_are_asked_for_by_name() -> None:
    hidden, named = peer_spread(BENCHMARK, "b"), peer_spread(BENCHMARK, "b", named=True)

    assert (hidden.count, hidden.hidden, hidden.figures, hidden.best) == (2, True, (), None)
    assert (named.hidden, named.median) == (False, None)
    assert named.best is not None
    assert named.best.operator == "p1"


def test_a_unit_stands_behind_those_ahead_of_it_with_a_gap_to_the_best() -> None:
    first, second = standings(RUBRIC, BENCHMARK, {"a": 4.0, "b": 1.0})

    assert (first.spread.node, first.place) == ("a", 3)
    assert first.gap == pytest.approx(1.0)
    assert (second.spread.node, second.place, second.gap) == ("b", None, None)


def test_who_is_ahead_of_everybody_has_a_gap_below_zero() -> None:
    found = standings(RUBRIC, BENCHMARK, {"a": None, "b": 3.5}, named=True)

    assert (found[0].gap, found[0].place) == (None, None)
    assert (found[1].gap, found[1].place) == (-0.5, 1)
