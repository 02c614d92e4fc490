import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.quality import DEFAULTS, Assessed, QualityIssue, Rule, findings, in_order, limits, severities
from assessment.ratings import CONSENSUS, Evidence, Rating
from assessment.rubric import Node, Rubric, Scale

RUBRIC = Rubric(
    id="small",
    version="1",
    name="Small",
    tiers=("dimension", "indicator"),
    tree=(
        Node(
            id="a", name="A", children=tuple(Node(id=f"a.{n}", name=f"A {n}") for n in ("1", "2", "3", "4"))
        ),
        Node(id="b", name="B", children=(Node(id="b.1", name="B 1"),)),
    ),
)
WAVE_DAY = dt.date(2025, 6, 1)


def rating(indicator: str, score: float | None = 2.0, rater: str = "ann", **more: object) -> Rating:
    state = "scored" if score is not None else "unknown"
    said = {"unit": "north", "wave": "2025", "rater": rater, "indicator": indicator, "score": score}
    return Rating.model_validate({**said, "state": state, **more})


def proof(**more: object) -> Evidence:
    return Evidence.model_validate({"id": "ev", "text": "They said so.", **more})


def assessed(
    *ratings: Rating,
    rubric: Rubric = RUBRIC,
    evidence: Mapping[str, list[Evidence]] | None = None,
    targets: Mapping[str, float] | None = None,
    levels: Mapping[str, float | None] | None = None,
) -> Assessed:
    return Assessed(rubric, "north", WAVE_DAY, ratings, evidence or {}, targets or {}, levels or {})


def found(rule: Rule, one: Assessed) -> list[QualityIssue]:
    return list(findings(one, {rule: "error"}))


def places(issues: list[QualityIssue]) -> list[str]:
    return [issue.node for issue in issues]


def test_a_sound_rating_raises_no_doubt() -> None:
    assert findings(assessed(rating("a.1", 3.5, confidence="high"))) == ()


@pytest.mark.parametrize(("score", "doubtful"), [(3.5, False), (4.0, True), (5.0, True)])
def test_a_high_score_needs_evidence(score: float, doubtful: bool) -> None:  # noqa: FBT001 - a table
    assert bool(found("high-no-evidence", assessed(rating("a.1", score)))) is doubtful
    assert not found("high-no-evidence", assessed(rating("a.1", score), evidence={"a.1": [proof()]}))


def test_high_means_four_fifths_of_any_scale() -> None:
    rubric = RUBRIC.model_copy(update={"scale": Scale(min=0.0, max=100.0, step=1.0)})

    assert places(
        found("high-no-evidence", assessed(rating("a.1", 79.0), rating("a.2", 80.0), rubric=rubric))
    ) == ["a.2"]


def test_a_level_chosen_against_contradicting_evidence_names_that_evidence() -> None:
    against = proof(id="no", grade="contradicting")

    issues = found(
        "contradicted", assessed(rating("a.1", 3.0), evidence={"a.1": [proof(grade="strong"), against]})
    )

    assert [(issue.score, issue.evidence) for issue in issues] == [(3.0, (against,))]


def test_contradicting_evidence_is_no_matter_where_no_level_was_chosen() -> None:
    against = {"a.1": [proof(grade="contradicting")]}

    assert not found("contradicted", assessed(rating("a.1", None), evidence=against))


@pytest.mark.parametrize(
    ("expires", "doubtful"), [(dt.date(2025, 5, 31), True), (WAVE_DAY, False), (None, False)]
)
def test_evidence_must_hold_on_the_day_of_the_wave(
    expires: dt.date | None,
    doubtful: bool,  # noqa: FBT001 - a table
) -> None:
    issues = found("expired", assessed(rating("a.1"), evidence={"a.1": [proof(expires=expires)]}))

    assert bool(issues) is doubtful


def test_low_confidence_names_every_rater_who_was_unsure() -> None:
    unsure = [rating("a.1", rater=name, confidence="low") for name in ("ann", "bob")]

    issues = found("low-confidence", assessed(*unsure, rating("a.1", rater="cem", confidence="high")))

    assert [issue.raters for issue in issues] == [("ann", "bob")]


@pytest.mark.parametrize("reason", ["-", "n/a", "N/A.", "Not applicable", "不适用。", "无", " — "])
def test_a_reason_that_says_nothing_is_no_reason(reason: str) -> None:
    issues = found("na-no-reason", assessed(rating("a.1", None, state="na", note=reason)))

    assert [issue.note for issue in issues] == [reason]


def test_a_reason_in_words_is_one() -> None:
    assert not found("na-no-reason", assessed(rating("a.1", None, state="na", note="no dealers of its own")))


@pytest.mark.parametrize(("other", "doubtful"), [(3.0, False), (3.5, True), (0.5, True)])
def test_raters_who_are_one_and_a_half_levels_apart_are_in_conflict(
    other: float,
    doubtful: bool,  # noqa: FBT001 - a table
) -> None:
    issues = found("conflict", assessed(rating("a.1", 2.0), rating("a.1", other, rater="bob")))

    assert bool(issues) is doubtful
    assert all((issue.score, issue.against) == (min(2.0, other), max(2.0, other)) for issue in issues)


def test_a_consensus_resolves_a_conflict() -> None:
    votes = [rating("a.1", 0.0), rating("a.1", 5.0, rater="bob"), rating("a.1", 2.0, rater=CONSENSUS)]

    assert not found("conflict", assessed(*votes))


def test_raters_who_disagree_whether_it_applies_are_in_conflict_too() -> None:
    applies_not = rating("a.1", None, rater="bob", state="na", note="no shops")

    issues = found("conflict", assessed(rating("a.1", 2.0), applies_not))

    assert [(issue.raters, issue.against) for issue in issues] == [(("ann", "bob"), None)]
    assert "disagree whether it applies" in issues[0].sentence("en", {})


def test_who_could_not_assess_contradicts_nobody() -> None:
    assert not found("conflict", assessed(rating("a.1", 2.0), rating("a.1", None, rater="bob")))


def test_a_proposal_waits_for_its_confirmation_and_takes_part_in_nothing_else() -> None:
    carried = rating("a.1", 5.0, proposed=True, confidence="low")

    assert [issue.rule for issue in findings(assessed(carried))] == ["proposed"]


def test_what_was_taken_back_is_as_if_never_said() -> None:
    assert findings(assessed(rating("a.1", None, withdrawn=True, flagged=True, confidence="low"))) == ()


@pytest.mark.parametrize(("score", "doubtful"), [(3.5, False), (4.0, True), (0.0, True)])
def test_a_score_two_levels_from_the_median_of_its_siblings_is_an_outlier(
    score: float,
    doubtful: bool,  # noqa: FBT001 - a table
) -> None:
    others = [rating("a.2", 2.0), rating("a.3", 2.0), rating("a.4", 2.5)]

    issues = found("outlier", assessed(rating("a.1", score), *others))

    assert places(issues) == (["a.1"] if doubtful else [])
    assert all(issue.against == 2.0 for issue in issues)


def test_two_siblings_are_too_few_to_call_anything_an_outlier() -> None:
    assert not found("outlier", assessed(rating("a.1", 5.0), rating("a.2", 0.0), rating("a.3", 0.0)))


@pytest.mark.parametrize(("target", "doubtful"), [(2.0, True), (2.5, False), (3.0, False)])
def test_a_target_below_the_current_level_is_doubtful(
    target: float,
    doubtful: bool,  # noqa: FBT001 - a table
) -> None:
    issues = found("target-below", assessed(rating("a.1", 2.5), targets={"a": target}, levels={"a": 2.5}))

    assert [(issue.node, issue.score, issue.against) for issue in issues] == [("a", 2.5, 2.0)] * doubtful


def test_a_target_for_a_node_without_a_score_is_no_matter() -> None:
    assert not found("target-below", assessed(targets={"a": 1.0, "gone": 1.0}, levels={"a": None}))


def test_what_is_flagged_is_to_be_looked_at_again() -> None:
    assert places(found("flagged", assessed(rating("a.1", flagged=True), rating("a.2")))) == ["a.1"]


def test_errors_come_first_then_the_order_of_the_interview() -> None:
    issues = findings(
        assessed(
            rating("b.1", 4.5),
            rating("a.2", flagged=True, confidence="low"),
            rating("a.1", flagged=True),
        )
    )

    assert [(issue.severity, issue.node, issue.rule) for issue in issues] == [
        ("error", "b.1", "high-no-evidence"),
        ("warning", "a.1", "flagged"),
        ("warning", "a.2", "low-confidence"),
        ("warning", "a.2", "flagged"),
    ]


def test_several_units_stand_in_their_own_order() -> None:
    issues = [QualityIssue("flagged", "warning", unit, "a.1") for unit in ("south", "north")]

    assert [issue.unit for issue in in_order(RUBRIC, ["north", "south"], issues)] == ["north", "south"]


def test_a_rule_that_is_off_finds_nothing_and_one_that_is_tuned_has_its_own_severity() -> None:
    own = severities({"high-no-evidence": "off", "flagged": "error", "of-another-version": "error"})

    issues = findings(assessed(rating("a.1", 5.0, flagged=True)), own)

    assert [(issue.rule, issue.severity) for issue in issues] == [("flagged", "error")]


@pytest.mark.parametrize(
    ("low", "top", "expected"), [(0, 5, (4, 1.5, 2)), (1, 5, (4.2, 1.2, 1.6)), (0, 3, (2.4, 0.9, 1.2))]
)
def test_the_rules_speak_from_the_same_shares_of_every_scale(
    low: float, top: float, expected: tuple[float, float, float]
) -> None:
    assert limits(Scale(min=low, max=top)) == pytest.approx(expected)


def test_a_severity_that_is_none_leaves_the_default() -> None:
    assert severities({"flagged": "loud"}) == DEFAULTS


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", DEFAULTS)
def test_every_rule_has_a_name_an_explanation_and_a_sentence(rule: Rule, lang: Lang) -> None:
    issue = QualityIssue(rule, "error", "north", "a.1", 4.0, 2.0, ("ann",), (proof(),), "-")

    assert text(f"quality.rule.{rule}", lang)
    assert text(f"quality.about.{rule}", lang)
    assert "{" not in issue.sentence(lang, {"ann": "Ann"})


def test_a_sentence_names_people_and_evidence() -> None:
    issue = QualityIssue("conflict", "error", "north", "a.1", 1.0, 3.25, ("ann", "bob"))
    old = QualityIssue(
        "expired", "warning", "north", "a.1", 2.0, evidence=(proof(title="Churn report"), proof())
    )

    assert issue.sentence("en", {"ann": "Ann Lee"}).startswith("Rated 1 to 3.25 by Ann Lee, bob.")
    assert issue.sentence("zh", {}).startswith("ann、bob 的评分在 1 到 3.25 之间")
    assert "Churn report, They said so." in old.sentence("en", {})


_SCORES = st.lists(st.sampled_from([k / 2 for k in range(11)]), min_size=4, max_size=4)


@given(_SCORES)
def test_whatever_is_scored_the_order_of_the_ratings_changes_nothing(scores: list[float]) -> None:
    ratings = [rating(f"a.{n}", score) for n, score in enumerate(scores, 1)]

    assert findings(assessed(*ratings)) == findings(assessed(*reversed(ratings)))
