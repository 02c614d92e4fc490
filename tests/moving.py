"""An engagement on a rubric with two versions, and what is said in it, for the tests of moving."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from assessment.benchmark import Benchmark
from assessment.engagement import Engagement, Unit, Wave
from assessment.errors import UnknownRubricError
from assessment.ports import Store
from assessment.ratings import EvidenceLink, Finding, Rating, Target
from assessment.rubric import Rubric
from assessment.rubric_migration import Migration, NodeMoves, moves_between, moves_by_id

UNITS = [Unit(id="group", name="Group"), Unit(id="north", name="North", parent="group")]
WAVES = [
    Wave(id="w1", name="First", date=dt.date(2025, 1, 1)),
    Wave(id="w2", name="Second", date=dt.date(2026, 1, 1)),
]


class VersionShelf:
    """A shelf with the versions of one rubric."""

    def __init__(self, versions: list[Rubric], stated: Mapping[str, Migration]) -> None:
        self.versions = {rubric.version: rubric for rubric in versions}
        self.stated = stated

    def rubric(self, rubric_id: str, version: str | None = None) -> Rubric:
        wanted = version or list(self.versions)[-1]
        if wanted not in self.versions:
            raise UnknownRubricError(f"{rubric_id} {wanted}", ", ".join(self.versions))
        return self.versions[wanted]

    def rubrics(self) -> list[tuple[str, str]]:
        return [(rubric.id, rubric.version) for rubric in self.versions.values()]

    def benchmark(self, benchmark_id: str) -> Benchmark:
        raise AssertionError(benchmark_id)

    def benchmarks(self) -> list[str]:
        return []

    def moves(self, rubric_id: str, before: str, after: str) -> NodeMoves:
        del rubric_id
        return moves_between(before, after, self.versions, self.stated)


def shelf_of(
    before: Rubric,
    after: Rubric,
    stated: Mapping[str, str | None] | None = None,
    *,
    in_proportion: bool = False,
) -> VersionShelf:
    """Both versions, and what the author says about the way."""
    moves = NodeMoves(moves_by_id(before, after, stated).to, in_proportion)
    return VersionShelf([before, after], {after.version: Migration(before.version, moves)})


def begin(store: Store, rubric: Rubric) -> None:
    """An engagement `e` on the rubric."""
    store.keep_rubric(rubric)
    engagement = Engagement(
        id="e",
        name="E",
        rubric=rubric.id,
        rubric_version=rubric.version,
        rubric_fingerprint=rubric.fingerprint,
    )
    store.add_engagement(engagement, UNITS, WAVES)


def rated(indicator: str, score: float | None = 2.0, **changes: object) -> Rating:
    """A rating of North by Li in the second wave."""
    usual = {"unit": "north", "wave": "w2", "rater": "li", "indicator": indicator, "score": score}
    return Rating.model_validate({**usual, **changes})


def shown(store: Store) -> dict[str, Any]:
    """Everything that shows, without the record of who wrote it when."""
    record = {"by", "why", "restores", "revision", "at"}
    ratings = [one.model_dump(exclude=record) for one in store.ratings("e") if not one.withdrawn]
    return {
        "ratings": ratings,
        "links": store.evidence_links("e"),
        "findings": sorted(store.findings("e"), key=lambda item: item.id),
        "importance": store.importance("e"),
        "votes": store.importance_votes("e"),
        "targets": store.targets("e"),
        "initiatives": [one.content() for one in store.initiatives("e")],
    }


def link(indicator: str, wave: str = "w2") -> EvidenceLink:
    return EvidenceLink(evidence="s", unit="north", wave=wave, indicator=indicator)


def finding(name: str, node: str, wave: str = "w2") -> Finding:
    return Finding(id=name, unit="north", wave=wave, node=node, kind="strength", text="Good.")


def target(level: float) -> Target:
    return Target(level=level, due=dt.date(2027, 1, 1))
