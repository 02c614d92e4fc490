import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.diagnosis import Chain, Diagnosis, chains, diagnose
from assessment.diagnosis_links import DiagnosisLinks
from assessment.diagnosis_links_parsing import parse_links
from assessment.edges.shelf import FileShelf
from assessment.ratings import Rating
from assessment.rubric import Rubric
from tests.linked_rubrics import ILLS, LINKS, RATED, RUBRICS

LINKED = parse_links(LINKS, "links.yaml", ILLS, RUBRICS)[0] or DiagnosisLinks({}, {}, {}, {})
SHELF = FileShelf()
REAL = SHELF.rubric("crm-diagnosis")


def _rating(indicator: str, score: float | None = None, state: str = "scored") -> Rating:
    said = {"unit": "u", "wave": "w", "rater": "r", "indicator": indicator, "note": "none here"}
    return Rating.model_validate({**said, "score": score, "state": state})


def _diagnosed(scores: dict[str, float], *not_applicable: str) -> Diagnosis:
    ratings = {name: _rating(name, score) for name, score in scores.items()}
    ratings |= {name: _rating(name, state="na") for name in not_applicable}
    return diagnose(RATED, ratings, ILLS, LINKED)


def _everywhere(rubric: Rubric, score: float) -> Diagnosis:
    links = SHELF.links("crm-diagnosis")
    assert links is not None
    ratings = {leaf.id: _rating(leaf.id, score) for leaf in rubric.indicators}
    return diagnose(rubric, ratings, REAL, links)


def test_a_problem_is_proposed_where_at_least_half_of_the_assessed_links_are_low() -> None:
    """Shop 3 with weight 1, calls 1 with weight 3: three quarters are low, below level 2 of 0 to 5."""
    slow = _diagnosed({"care.shop": 3, "care.call": 1}).of("problems.slow")

    assert (slow.verdict, slow.low, slow.coverage) == ("proposed", 0.75, 1)
    assert slow.strength == pytest.approx((1 * (5 - 3) + 3 * (5 - 1)) / 4 / 5)
    assert slow.suggested == 1  # 4 - 0.7 * 4 = 1.2


def test_the_reasons_are_the_scores_with_what_their_level_looks_like_the_lowest_first() -> None:
    slow = _diagnosed({"care.shop": 2.5, "care.call": 1.5}).of("problems.slow")

    assert [(r.indicator, r.score, r.low, r.level, r.said(RATED, "en")) for r in slow.reasons] == [
        ("care.call", 1.5, True, 0, "no care.call"),
        ("care.shop", 2.5, False, 2, "some care.shop"),
    ]


def test_level_two_of_five_is_not_low() -> None:
    assert _diagnosed({"care.shop": 2, "care.call": 2}).of("problems.slow").verdict == "not-indicated"
    assert _diagnosed({"care.shop": 2, "care.call": 1.5}).of("problems.slow").verdict == "proposed"


def test_with_less_than_half_of_the_links_assessed_nothing_is_said() -> None:
    slow = _diagnosed({"care.shop": 0}).of("problems.slow")

    assert (slow.verdict, slow.coverage, slow.open, slow.suggested) == (
        "too-little",
        0.25,
        ("care.call",),
        None,
    )
    assert _diagnosed({}).of("problems.slow").verdict == "too-little"


def test_what_does_not_apply_is_neither_low_nor_a_gap() -> None:
    slow = _diagnosed({"care.shop": 0}, "care.call").of("problems.slow")

    assert (slow.verdict, slow.coverage, slow.not_applicable) == ("proposed", 1, ("care.call",))
    assert _diagnosed({}, "care.shop", "care.call").of("problems.slow").verdict == "not-linked"


def test_not_assessed_is_not_low() -> None:
    ratings = {name: _rating(name, state="unknown") for name in ("care.shop", "care.call")}
    assert diagnose(RATED, ratings, ILLS, LINKED).of("problems.slow").verdict == "too-little"


def test_proposals_come_strongest_first() -> None:
    found = _diagnosed({"care.shop": 1, "care.call": 1, "data.get": 0, "data.keep": 0, "data.share": 1.5})
    assert [one.node for one in found.proposals] == [
        "causes.root",
        "problems.blind",
        "problems.slow",
        "causes.silos",
    ]


def test_the_coverage_of_the_links_is_told() -> None:
    assert _diagnosed({"care.shop": 1, "data.get": 5}, "care.call").coverage == (5, 2, 5)


def test_a_rubric_that_nothing_shows_in_gives_no_proposals() -> None:
    found = diagnose(ILLS, {"problems.slow": _rating("problems.slow", 0)}, ILLS, LINKED)
    assert {one.verdict for one in found.candidates} == {"not-linked"}
    assert found.coverage == (0, 0, 4)


def test_a_chain_leads_from_the_problem_through_its_causes_to_the_themes_and_what_they_block() -> None:
    assert chains(ILLS, LINKED, ["causes.root", "problems.slow", "causes.silos"]) == (
        Chain("problems.slow", ("causes.silos", "causes.root"), ("care", "systems"), ("G1", "G2"), ()),
    )


def test_a_chain_leaves_out_causes_that_were_not_found() -> None:
    assert chains(ILLS, LINKED, ["problems.slow", "causes.root"])[0].causes == ("causes.root",)


def test_a_cause_of_nothing_that_was_found_heads_its_own_chain() -> None:
    assert [chain.problem for chain in chains(ILLS, LINKED, ["problems.slow", "problems.blind"])] == [
        "problems.slow",
        "problems.blind",
    ]
    assert [chain.problem for chain in chains(ILLS, LINKED, ["causes.silos"])] == ["causes.silos"]
    assert chains(ILLS, LINKED, []) == ()


@given(
    st.dictionaries(st.sampled_from([leaf.id for leaf in RATED.indicators]), st.integers(0, 10)),
    st.sampled_from([leaf.id for leaf in RATED.indicators]),
)
def test_a_higher_score_never_adds_a_proposal(halves: dict[str, int], better: str) -> None:
    scores = {name: k / 2 for name, k in halves.items()}
    raised = {**scores, better: 5.0} if better in scores else scores
    before = {one.node for one in _diagnosed(scores).proposals}
    assert {one.node for one in _diagnosed(raised).proposals} <= before


@pytest.mark.parametrize("name", [name for name, _ in SHELF.rubrics() if name != "crm-diagnosis"])
def test_a_unit_near_the_top_everywhere_has_no_problems(name: str) -> None:
    rubric = SHELF.rubric(name)
    assert _everywhere(rubric, rubric.scale.max).proposals == ()


def test_a_unit_that_scores_4_everywhere_has_none() -> None:
    assert _everywhere(SHELF.rubric("crm-five-capabilities"), 4).proposals == ()


@pytest.mark.parametrize("score", [0, 1, 1.5])
def test_a_unit_that_is_low_everywhere_has_all(score: float) -> None:
    found = _everywhere(SHELF.rubric("crm-five-capabilities"), score)
    assert len(found.proposals) == len(REAL.indicators)
    assert all(one.suggested is not None and one.suggested < 4 for one in found.proposals)
