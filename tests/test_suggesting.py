"""Suggestions, recomputed by hand: worth, order, gaps counted once, what must come first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.initiatives import Initiative
from assessment.suggesting import FirstNeeded, Suggestions, Urgent, needed_first, suggest
from assessment.suggesting_words import Speaker
from tests.initiative_samples import RUBRIC, initiative

GET = Urgent("data.get", 0.8, "now", 1.0, 2.0)
CALL = Urgent("care.call", 0.5, "soon", 2.0, 1.0)
LEVELS = {"data.get": 1.0, "data.keep": 2.0, "care.call": 2.0}


def _suggest(*initiatives: Initiative, chosen: tuple[str, ...] = ()) -> Suggestions:
    return suggest(initiatives, [GET, CALL], RUBRIC, LEVELS, chosen)


def _order(found: Suggestions) -> list[str]:
    return [one.initiative.id for one in found.ranked]


def test_worth_is_urgency_times_levels_of_the_gap_that_are_closed() -> None:
    (one,) = _suggest(initiative("a", {"data.get": 1.5, "care.call": 3, "care.shop": 4}, effort=2)).ranked

    assert one.worth == pytest.approx(0.8 * 1.5 + 0.5 * 1)  # of the call gap only one level can be closed
    assert one.per_effort == pytest.approx(1.7 / 2)
    assert [(part.node.node, part.levels, part.of) for part in one.closes] == [
        ("data.get", 1.5, 2.0),
        ("care.call", 1.0, 1.0),
    ]


def test_the_best_per_person_month_comes_first() -> None:
    cheap, strong = initiative("cheap", {"care.call": 1}, 1), initiative("strong", {"data.get": 2}, 4)
    assert _order(_suggest(strong, cheap)) == ["cheap", "strong"]  # .5 a month against .4


def test_a_gap_that_one_closes_does_not_count_again() -> None:
    first, second = initiative("first", {"data.get": 1.5}, 1), initiative("second", {"data.get": 1.5}, 2)
    one, two = _suggest(first, second).ranked

    assert (one.worth, two.worth) == pytest.approx((0.8 * 1.5, 0.8 * 0.5))
    assert two.closes[0].of == 0.5


def test_what_is_overtaken_by_its_gaps_being_closed_moves_back() -> None:
    """`b` would be second at first sight (.6 a month), but after `a` only `.8 * .2 / 2` a month is left."""
    a, b = initiative("a", {"data.get": 1.8}, 1), initiative("b", {"data.get": 1.5}, 2)
    assert _order(_suggest(a, b, initiative("c", {"care.call": 1}, 2))) == ["a", "c", "b"]


def test_equal_ones_keep_the_order_of_the_library() -> None:
    ones = [initiative(name, {"data.get": 0.5}) for name in ("b", "a", "c")]
    assert _order(_suggest(*ones)) == ["b", "a", "c"]


def test_what_closes_nothing_is_not_suggested() -> None:
    assert _order(_suggest(initiative("a", {"care.shop": 2}), initiative("b", {}))) == []


def test_what_is_chosen_has_closed_its_gaps_and_is_not_suggested() -> None:
    found = _suggest(initiative("a", {"data.get": 2}), initiative("b", {"data.get": 1}), chosen=("a",))
    assert _order(found) == []
    assert [one.node for one in found.left] == ["care.call"]


def test_what_costs_no_work_counts_as_one_person_month() -> None:
    (one,) = _suggest(initiative("a", {"care.call": 1}, effort=0)).ranked
    assert one.per_effort == one.worth


def test_what_nothing_closes_is_left_with_its_levels() -> None:
    found = _suggest(initiative("a", {"data.get": 1.5}))
    assert [(one.node, one.gap) for one in found.left] == [("data.get", 0.5), ("care.call", 1.0)]


def test_a_predecessor_and_a_level_are_missing_first() -> None:
    keep = initiative("keep", {"data.keep": 1})
    more = initiative("more", {"data.keep": 0.5})
    model = initiative("model", {"care.call": 1}, predecessors=("files",), needs={"data.keep": 3})
    found = {one.initiative.id: one for one in _suggest(more, keep, model).ranked}

    assert found["model"].missing == (FirstNeeded(("files",)), FirstNeeded(("keep",), "data.keep", 3, 2))


def test_a_level_that_is_there_or_comes_with_what_is_chosen_is_not_missing() -> None:
    keep = initiative("keep", {"data.keep": 1})
    low = initiative("low", {"care.call": 1}, needs={"data.keep": 2})
    high = initiative("high", {"data.get": 1}, needs={"data.keep": 3})

    assert [one.missing for one in _suggest(keep, low, high, chosen=("keep",)).ranked] == [(), ()]


def test_a_level_that_nothing_reaches_says_so() -> None:
    far = initiative("far", {"care.call": 1}, needs={"data.keep": 5})
    (one,) = _suggest(initiative("keep", {"data.keep": 1}), far).ranked
    assert one.missing == (FirstNeeded((), "data.keep", 5, 2),)


def test_a_node_without_a_score_counts_as_the_lowest_level_for_what_must_come_first() -> None:
    shop = initiative("shop", {"care.shop": 2})
    one = initiative("one", {"care.call": 1}, needs={"care.shop": 2})
    assert _suggest(shop, one).ranked[0].missing == (FirstNeeded(("shop",), "care.shop", 2, None),)


def test_what_lifts_a_whole_part_brings_the_level_that_an_indicator_in_it_needs() -> None:
    both = initiative("both", {"care": 2})
    other = initiative("other", {"care.call": 2})
    one = initiative("one", {"data.get": 1}, needs={"care.shop": 2})
    (found,) = suggest([other, both, one], [GET], RUBRIC, {"care.shop": 0.0}).ranked
    assert found.missing == (FirstNeeded(("both",), "care.shop", 2, 0),)


def test_everything_needed_first_comes_in_an_order_that_works() -> None:
    keep = initiative("keep", {"data.keep": 1}, predecessors=("base",))
    base = initiative("base", {})
    model = initiative("model", {"care.call": 1}, needs={"data.keep": 3})
    offer = initiative("offer", {"data.get": 1}, predecessors=("model", "gone"))
    known = [offer, model, keep, base]

    assert needed_first(offer, known, RUBRIC, LEVELS) == ("base", "keep", "model")
    assert needed_first(offer, known, RUBRIC, LEVELS, chosen=("keep",)) == ("model",)


def test_initiatives_that_wait_for_each_other_do_not_hang() -> None:
    a, b = initiative("a", {"data.get": 1}, predecessors=("b",)), initiative("b", {}, predecessors=("a",))
    assert needed_first(a, [a, b], RUBRIC, LEVELS) == ("b",)


@given(
    st.lists(
        st.tuples(st.floats(0.1, 3), st.floats(0, 3), st.floats(0, 20)),
        min_size=1,
        max_size=8,
    )
)
def test_together_suggestions_never_close_more_than_the_gap(rows: list[tuple[float, float, float]]) -> None:
    ones = [
        initiative(f"i{k}", {"data.get": get, **({"care.call": call} if call > 0 else {})}, effort)
        for k, (get, call, effort) in enumerate(rows)
    ]
    found = _suggest(*ones)
    for urgent in (GET, CALL):
        closed = sum(p.levels for one in found.ranked for p in one.closes if p.node.node == urgent.node)
        left = sum(one.gap for one in found.left if one.node == urgent.node)
        assert closed + left == pytest.approx(urgent.gap)
    assert [one.per_effort for one in found.ranked] == sorted(
        (one.per_effort for one in found.ranked), reverse=True
    )


@pytest.mark.parametrize(
    ("lang", "closes", "first", "opens"),
    [
        (
            "en",
            "Closes DATA.GET by 1.5 of 2 levels (now), CARE.CALL by 1 of 1 level (soon).",
            [
                "First: KEEP.",
                "Needs DATA.KEEP at 3 (now 2), through KEEP.",
                "Needs CARE.SHOP at 5 (no score yet); no initiative lifts it that far.",
            ],
            "Opens the way for A, KEEP.",
        ),
        (
            "zh",
            "弥补：DATA.GET 1.5 级（缺 2 级，立即）、CARE.CALL 1 级（缺 1 级，尽快）。",
            [
                "须先完成：举措keep。",
                "要求 DATA.KEEP 达到 3 级（现为 2 级），可通过举措keep 实现。",
                "要求 CARE.SHOP 达到 5 级（尚无得分），尚无举措能提升到位。",
            ],
            "为以下举措创造条件：举措a、举措keep。",
        ),
    ],
)
def test_the_reasons_are_said_in_words(lang: str, closes: str, first: list[str], opens: str) -> None:
    keep = initiative("keep", {"data.keep": 1})
    a = initiative("a", {"data.get": 1.5, "care.call": 1}, 1, ("keep",), {"data.keep": 3.0, "care.shop": 5.0})
    one = _suggest(keep, a).ranked[0]
    speaker = Speaker(RUBRIC, {i.id: i.called(lang) for i in (keep, a)}, lang)  # type: ignore[arg-type]  # a parameter of the test

    assert speaker.closes(one) == closes
    assert speaker.first(one) == first
    assert speaker.opens(["a", "keep"]) == opens
    assert speaker.opens([]) == ""


def test_what_needs_nothing_can_start_at_once() -> None:
    one = _suggest(initiative("a", {"data.get": 1})).ranked[0]
    assert Speaker(RUBRIC, {}, "en").first(one) == ["Can start at once."]


def test_names_with_commas_are_set_apart_and_long_lists_counted() -> None:
    speaker = Speaker(RUBRIC, {}, "en")
    assert speaker.listed(["a", "b, c"]) == "a; b, c"
    assert speaker.shortened(list("abcde")) == "a, b, c, d, e"
    assert speaker.shortened(list("abcdef")) == "a, b, c, d and 2 more"
