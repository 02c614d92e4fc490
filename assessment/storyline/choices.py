"""What a reader chooses of a deck: which parts, which units, which tier, with names or without."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, get_args

from assessment.report.shapes import SectionKind

PARTS: Final[tuple[SectionKind, ...]] = (
    *("cover", "scope", "guide", "profile", "map", "capability", "comparison", "branches", "waves"),
    *("priorities", "practice", "diagnosis", "initiatives", "roadmap", "decisions"),
    *("indicators", "published", "evidence"),
)
"""In the order in which they are told: strategy, assessment, diagnosis, opportunities, roadmap, appendix."""

SHORT: Final[tuple[SectionKind, ...]] = (
    *(
        "cover",
        "profile",
        "map",
        "priorities",
        "practice",
        "diagnosis",
        "initiatives",
        "roadmap",
        "decisions",
    ),
)
"""What a meeting of an hour takes; the others explain and prove it."""
PAGE: Final[SectionKind] = "page"
"""The one page for an executive, which is a document of its own."""

if {*PARTS, PAGE} != set(get_args(SectionKind)):
    raise AssertionError("every kind of section is a part that can be chosen, or the page")


@dataclass(frozen=True, slots=True)
class Choices:
    """What is told.

    Attributes:
        parts: kinds of sections; the order is that of `PARTS` whatever theirs.
        units: ids of the units compared, the report's own among them or not; empty for all.
        tier: whose nodes map, comparison, priorities and level tracks show; empty for the one right above
            the indicators.
        anonymous: units and people under letters and numbers instead of names.
    """

    parts: tuple[SectionKind, ...] = PARTS
    units: tuple[str, ...] = ()
    tier: str = ""
    anonymous: bool = False

    def wants(self, part: SectionKind) -> bool:
        """Whether a part is told."""
        return part in self.parts

    def said(self) -> tuple[tuple[str, str], ...]:
        """The choices as names and values, for the recipe of a report."""
        parts = ",".join(part for part in (*PARTS, PAGE) if part in self.parts)
        return (
            ("parts", parts),
            ("units", json.dumps(self.units, ensure_ascii=False) if self.units else ""),
            ("tier", self.tier),
            ("anonymous", "yes" if self.anonymous else ""),
        )


def choices_of(said: Mapping[str, str]) -> Choices:
    """The choices that a recipe holds; parts that are no longer told are left out."""
    parts = said.get("parts", "").split(",")
    return Choices(
        tuple(part for part in (*PARTS, PAGE) if part in parts),
        _units(said.get("units", "")),
        said.get("tier", ""),
        bool(said.get("anonymous")),
    )


def _units(said: str) -> tuple[str, ...]:
    """Ids may hold commas; what is no list of ids was not written here, and stands for all."""
    try:
        found = json.loads(said or "[]")
    except json.JSONDecodeError:
        return ()
    return tuple(map(str, found)) if isinstance(found, list) else ()


_USUAL: Final = {
    "cover": 1,
    "scope": 1,
    "guide": 2,
    "profile": 5,
    "map": 2,
    "comparison": 6,
    "branches": 5,
    "priorities": 2,
    "diagnosis": 1,
    "decisions": 1,
    "published": 6,
}
"""Slides of the parts whose length hardly depends on the rubric."""
_ROWS: Final = 18
_TRACKS: Final = 10
_FINDINGS: Final = 12
_CARDS: Final = 6
_PLAN: Final = 7
_CHANGE: Final = 3


def estimated_slides(
    choices: Choices, capabilities: int, indicators: int, initiatives: int, *, planned: bool, earlier: bool
) -> int:
    """About how many slides a deck gets, before it is made.

    Args:
        choices: what is told.
        capabilities: how many the rubric has.
        indicators: how many it has of these.
        initiatives: how many the unit has chosen.
        planned: whether a plan is kept.
        earlier: whether there is a wave before.
    """
    long = {
        "capability": capabilities,
        "waves": _CHANGE if earlier else 0,
        "practice": -(-capabilities // _TRACKS),
        "initiatives": -(-initiatives // _CARDS),
        "roadmap": _PLAN + initiatives // _ROWS if planned else 0,
        "indicators": -(-indicators // _ROWS),
        "evidence": 1 + indicators // _FINDINGS,
    }
    return sum((_USUAL | long)[part] for part in choices.parts)
