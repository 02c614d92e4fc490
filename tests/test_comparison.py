from assessment.comparison import common_scope_scores, largest_differences, scopes_differ
from assessment.ratings import Rating
from tests.small_rubric import RUBRIC


def _ratings(**scores: float | None) -> dict[str, Rating]:
    """Scores by indicator, `a_1` for `a.1`; None where it does not apply."""
    return {
        name.replace("_", "."): Rating(
            unit="u",
            wave="w",
            rater="ann",
            indicator=name.replace("_", "."),
            score=score,
            state="na" if score is None else "scored",
            note="not offered",
        )
        for name, score in scores.items()
    }


NORTH, SOUTH = _ratings(a_1=None, a_2=3.0, b_1=3.0), _ratings(a_1=0.0, a_2=4.0, b_1=3.0)


def test_what_does_not_apply_to_one_is_left_out_for_all() -> None:
    indicators, scores = common_scope_scores(RUBRIC, {"north": NORTH, "south": SOUTH})

    assert indicators == ("a.2", "b.1")
    assert scores["north"]["overall"].score == 3.0
    assert scores["south"]["a"].score == 4.0
    assert scores["south"]["overall"].score == (4.0 + 3.0) / 2
    assert scores["south"]["a.1"].state == "na"


def test_what_is_not_assessed_stays_in_the_scope_and_lowers_the_coverage() -> None:
    indicators, scores = common_scope_scores(RUBRIC, {"north": NORTH, "south": _ratings(a_1=0.0, a_2=4.0)})

    assert "b.1" in indicators
    assert scores["south"]["overall"].coverage == 0.5
    assert scores["south"]["overall"].score is None


def test_scopes_differ_by_what_does_not_apply_alone() -> None:
    assert scopes_differ({"north": NORTH, "south": SOUTH})
    assert not scopes_differ({"north": NORTH, "south": _ratings(a_1=None)})
    assert not scopes_differ({"north": _ratings(a_1=1.0), "south": {}})
    assert not scopes_differ({})


def test_the_largest_differences_come_first_and_say_who_is_ahead() -> None:
    found = largest_differences(RUBRIC, {"north": _ratings(a_1=1.0, a_2=3.0, b_1=5.0), "south": SOUTH})

    assert [(node.node, node.spread) for node in found.nodes] == [
        ("b", 2),
        ("b.1", 2),
        ("a.1", 1),
        ("a.2", 1),
        ("a", 0),
    ]
    assert (found.nodes[0].highest, found.nodes[0].lowest) == (("north",), ("south",))
    assert found.nodes[2].scores == (1.0, 0.0)


def test_differences_stand_on_the_common_indicators_and_say_so() -> None:
    found = largest_differences(RUBRIC, {"north": NORTH, "south": SOUTH}, tier="dimension")

    assert [(node.node, node.spread) for node in found.nodes] == [("a", 1.0), ("b", 0.0)]
    assert found.scope("en") == "2 of 3 indicators apply to both."
    assert "2" in found.scope("zh")
    more = largest_differences(RUBRIC, {"north": NORTH, "south": SOUTH, "west": SOUTH})
    assert more.scope("en") == "2 of 3 indicators apply to all 3."


def test_a_node_without_two_scores_is_left_out() -> None:
    found = largest_differences(RUBRIC, {"north": NORTH, "south": _ratings(a_2=1.0)})

    assert {node.node for node in found.nodes} == {"a", "a.2"}
