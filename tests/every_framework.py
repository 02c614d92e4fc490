"""An engagement on each rubric that is shipped, rated from a seed and with gaps, as halfway through."""

import datetime as dt
import random
from typing import Final

import pytest

from assessment.catalogue import LANGUAGES
from assessment.edges.shelf import FileShelf
from assessment.ports import Store
from assessment.ratings import Rating
from assessment.rubric import Rubric
from assessment.starting import Beginning, start_engagement

SHELF: Final = FileShelf()
DAY: Final = "2026-06-01"
RATER: Final = "Ann"
FRAMEWORKS: Final = SHELF.rubrics()
each_framework: Final = pytest.mark.parametrize("name", [name for name, _ in FRAMEWORKS])
both_languages: Final = pytest.mark.parametrize("lang", LANGUAGES)


def begun(store: Store, name: str, *, rated: bool = True) -> str:
    """Id of a new engagement on a shipped rubric with North and South; rated, unless told otherwise."""
    version = SHELF.rubric(name).version
    beginning = Beginning("Own", name, version, "North\nSouth", "", dt.date.fromisoformat(DAY), RATER)
    engagement, problems = start_engagement(store, SHELF, beginning)
    assert problems == []
    assert engagement is not None
    if rated:
        store.save_ratings(engagement, given(SHELF.rubric(name)))
    return engagement


def given(rubric: Rubric) -> list[Rating]:
    """North: half of the indicators, one not applicable, one nobody knows. South: every indicator but one."""
    return [*_north(rubric), *_south(rubric)]


def fully(rubric: Rubric) -> list[Rating]:
    """Every indicator of both units."""
    chance = _seeded(f"both {rubric.id}")
    places = [(unit, leaf.id) for unit in ("north", "south") for leaf in rubric.indicators]
    return [_rating(unit, leaf, score=chance.choice(rubric.scale.steps())) for unit, leaf in places]


def _north(rubric: Rubric) -> list[Rating]:
    chance = _seeded(f"north {rubric.id}")
    leaves = [leaf.id for leaf in rubric.indicators]
    away, unsure, *half = chance.sample(leaves, 2 + len(leaves) // 2)
    return [
        _rating("north", away, state="na", note="Not our business"),
        _rating("north", unsure, state="unknown"),
        *(_rating("north", leaf, score=chance.choice(rubric.scale.steps())) for leaf in half),
    ]


def _south(rubric: Rubric) -> list[Rating]:
    chance = _seeded(f"south {rubric.id}")
    leaves = [leaf.id for leaf in rubric.indicators][1:]
    return [_rating("south", leaf, score=chance.choice(rubric.scale.steps())) for leaf in leaves]


def _rating(unit: str, indicator: str, score: float | None = None, **more: object) -> Rating:
    place = {"unit": unit, "wave": DAY, "rater": RATER, "indicator": indicator}
    return Rating.model_validate({**place, "state": "scored", "score": score, **more})


def _seeded(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - the same ratings every time, no secret
