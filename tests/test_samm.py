"""A foreign maturity model as a rubric of four tiers: OWASP SAMM scores as its own toolbox does."""

import io
from pathlib import Path

import pandas as pd
import pytest

from assessment import service
from assessment.rubric import Rubric, Rule
from tests.samm import answers, expected, samm

pytestmark = pytest.mark.reference

Scores = dict[tuple[str, str, str], float]


@pytest.fixture
def folder(reference: Path) -> Path:
    return reference / "samm"


def scored(rubric: Rubric, ratings: bytes) -> Scores:
    """(unit, wave, node) -> score, through the command's own way: a ratings CSV in, a scores CSV out."""
    table, problems = service.score_ratings_file(rubric, ratings, "answers.csv")
    assert problems == []
    found = pd.read_csv(io.BytesIO(table), dtype={"wave": str})
    keys = zip(found["unit"], found["wave"], found["node"], strict=True)
    return dict(zip(keys, found["score"], strict=True))


def test_the_model_has_its_functions_practices_levels_and_questions(folder: Path) -> None:
    rubric = samm(folder)

    counts = {tier: len(rubric.of_tier(tier)) for tier in rubric.tiers}
    assert counts == {"function": 5, "practice": 15, "level": 45, "question": 90}
    assert all(leaf.question and len(leaf.descriptors) == 4 for leaf in rubric.indicators)


@pytest.mark.parametrize(("low", "high"), [(0, 3), (1, 5), (0, 100)])
def test_every_score_of_three_organisations_and_five_waves(folder: Path, low: float, high: float) -> None:
    found = scored(samm(folder, low, high), answers(folder, low, high))

    published = expected(folder)
    assert len({place[:2] for place in published}) == 7
    for (unit, wave, node), score in published.items():
        share = score if "." in node else score / 3
        assert found[unit, wave, node] == pytest.approx(
            low + share * (high - low), abs=1e-9 * (high - low) / 3
        )


def test_blank_answers_count_as_the_lowest_only_because_the_rubric_says_so(folder: Path) -> None:
    rubric = samm(folder)
    lenient = Rubric(**{**{name: getattr(rubric, name) for name in Rubric.model_fields}, "blank_as": None})

    blank, left_out = (scored(one, answers(folder)) for one in (rubric, lenient))

    assert blank["org3", "0", "overall"] == pytest.approx(1.0833333333, abs=1e-9)
    assert left_out["org3", "0", "overall"] != pytest.approx(1.0833333333, abs=1e-2)
    assert blank["org1", "0", "overall"] == left_out["org1", "0", "overall"]


@pytest.mark.parametrize("rule", ["min", "staged"])
def test_a_practice_by_its_weakest_level_or_by_the_last_that_is_complete(folder: Path, rule: Rule) -> None:
    found, published = scored(samm(folder, rule=rule), answers(folder)), expected(folder)

    practices = [place for place in published if "-" in place[2] and "." not in place[2]]
    assert len(practices) == 15 * 7
    for unit, wave, node in practices:
        levels = [published[unit, wave, f"{node}.{level}"] for level in (1, 2, 3)]
        complete = [all(level == 1 for level in levels[:stage]) for stage in (1, 2, 3)]
        wanted = min(levels) * 3 if rule == "min" else sum(complete)
        assert found[unit, wave, node] == pytest.approx(wanted, abs=1e-9)
