"""A store with several rated units of one small rubric, for tests of many decks."""

import datetime as dt
from pathlib import Path

from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.ratings import Rating

ENGAGEMENT = "example"
NAMES = {
    "north": "Northport Telecom",
    "south": "深圳 Telecom",
    "east": "CON",
    "west": "Central",
    "middle": "Central",
    "far": "Far/Away: Telecom",
}
"""Rated branches; the unit `open` below has no ratings."""


def many_units(path: Path) -> Path:
    """A store with an operator, six rated branches and one that is not rated."""
    shelf = FileShelf()
    rubric = shelf.rubric("account-team-self-check")
    engagement = Engagement(
        id=ENGAGEMENT,
        name="Example engagement",
        rubric=rubric.id,
        rubric_version=rubric.version,
        rubric_fingerprint=rubric.fingerprint,
    )
    branches = {**NAMES, "open": "Unrated Telecom"}
    units = [Unit(id="op", name="Operator Telecom", kind="operator")]
    units += [Unit(id=unit, name=name, parent="op") for unit, name in branches.items()]
    store = open_store(path)
    store.add_engagement(engagement, units, [Wave(id="w1", name="First", date=dt.date(2026, 1, 1))])
    store.add_person(ENGAGEMENT, Person(id="li", name="Li Wei"))
    for place, unit in enumerate(NAMES):
        levels = {leaf.id: float((place + k) % 4) for k, leaf in enumerate(rubric.indicators)}
        store.save_ratings(ENGAGEMENT, [rating(unit, leaf, level) for leaf, level in levels.items()])
    store.close()
    return path


def rating(unit: str, indicator: str, level: float) -> Rating:
    """What Li Wei says of one indicator."""
    return Rating(unit=unit, wave="w1", indicator=indicator, rater="li", score=level)


def rerated(path: Path, unit: str) -> None:
    """Move one rating of a unit to another level."""
    store = open_store(path, create=False)
    first = store.ratings(ENGAGEMENT, unit)[0]
    assert first.score is not None
    other = rating(unit, first.indicator, 3.0 - first.score)
    store.save_rating(ENGAGEMENT, other, first.revision)
    store.close()
