"""The demo engagement: what the 2003 study printed on China Telecom, as ratings and evidence."""

from contextlib import suppress
from pathlib import Path
from typing import Final

import yaml
from pydantic import BaseModel, ConfigDict

from assessment.benchmark import Benchmark, PublishedScore
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.errors import AlreadyThereError
from assessment.ports import Shelf, Store
from assessment.ratings import Evidence, EvidenceLink, Rating, Target
from assessment.rubric import Rubric

_FILE: Final = Path(__file__).with_name("demo_2003.yaml")


class Demo(BaseModel):
    """The content of the demo's file.

    Attributes:
        source: how a finding of a page is cited, with `{page}`; `source_zh` the same in Chinese.
        importance: capability -> grade, for all units; example values.
        targets: capability -> unit -> level; example values.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    engagement: Engagement
    units: tuple[Unit, ...]
    wave: Wave
    rater: Person
    source: str
    source_zh: str
    importance: dict[str, str]
    targets: dict[str, dict[str, float]]


def read_demo() -> Demo:
    """The shipped demo, as its file says it."""
    return Demo.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def demo_ratings(demo: Demo, benchmark: Benchmark, rubric: Rubric) -> list[Rating]:
    """Every indicator score that the study printed for one of the demo's units, in the study's order."""
    units = {unit.id for unit in demo.units}
    return [
        _rating(demo, score)
        for score in benchmark.scores
        if score.operator in units and score.node in rubric and rubric.node(score.node).is_indicator
    ]


def demo_evidence(
    demo: Demo, benchmark: Benchmark, rubric: Rubric
) -> tuple[list[Evidence], list[EvidenceLink]]:
    """The study's findings on the demo's units, and the ratings that they support."""
    units = {unit.id for unit in demo.units}
    items, links = [], []
    for finding in benchmark.findings:
        if finding.operator not in units or not rubric.node(finding.node).is_indicator:
            continue
        evidence = f"{demo.wave.id}:{finding.operator}:{finding.node}"
        items.append(
            Evidence(
                id=evidence,
                kind="document",
                text=finding.text,
                text_zh=finding.text_zh,
                source=demo.source.format(page=finding.page),
                source_zh=demo.source_zh.format(page=finding.page),
                date=benchmark.date,
                grade="partial",
            )
        )
        links.append(
            EvidenceLink(evidence=evidence, unit=finding.operator, wave=demo.wave.id, indicator=finding.node)
        )
    return items, links


def load_demo(store: Store, shelf: Shelf) -> str:
    """Put the demo engagement into a store; only what is not there yet is added.

    What people changed in it since stays as it is, and a load that was interrupted is completed.

    Returns:
        The engagement's id.

    Raises:
        UnknownRubricError, UnknownBenchmarkError, FileRefusedError: the shelf lacks the shipped data.
        StoreRefusedError: the store takes no writes.
    """
    demo = read_demo()
    rubric = shelf.rubric(demo.engagement.rubric, demo.engagement.rubric_version)
    benchmark = shelf.benchmark(demo.engagement.benchmark or "")
    engagement = demo.engagement.model_copy(update={"rubric_fingerprint": rubric.fingerprint})
    if all(found.id != engagement.id for found in store.engagements()):
        with suppress(AlreadyThereError):  # another process may be quicker: the rest is completed below
            store.keep_rubric(rubric)
            store.add_engagement(engagement, demo.units, [demo.wave], [demo.rater])
    if store.published(benchmark.id) != benchmark:
        store.add_published(benchmark)
    _add_ratings(store, demo, demo_ratings(demo, benchmark, rubric))
    _add_evidence(store, demo, *demo_evidence(demo, benchmark, rubric))
    _add_importance_and_targets(store, demo)
    return engagement.id


def _rating(demo: Demo, score: PublishedScore) -> Rating:
    return Rating(
        unit=score.operator,
        wave=demo.wave.id,
        rater=demo.rater.id,
        indicator=score.node,
        score=score.score,
        state="unknown" if score.score is None else "scored",
        mark=score.mark,
    )


def _add_ratings(store: Store, demo: Demo, ratings: list[Rating]) -> None:
    there = {rating.key for rating in store.ratings(demo.engagement.id, wave=demo.wave.id)}
    missing = [rating for rating in ratings if rating.key not in there]
    if missing:
        store.save_ratings(demo.engagement.id, missing)


def _add_evidence(store: Store, demo: Demo, items: list[Evidence], links: list[EvidenceLink]) -> None:
    there = {item.id for item in store.evidence(demo.engagement.id)}
    missing = [item for item in items if item.id not in there]
    if missing:
        store.add_evidence(
            demo.engagement.id, missing, [link for link in links if link.evidence not in there]
        )


def _add_importance_and_targets(store: Store, demo: Demo) -> None:
    """The example values where nobody has set one."""
    engagement, author = demo.engagement.id, demo.rater.id
    graded, aimed = store.importance(engagement), store.targets(engagement)
    importance = {("", node): grade for node, grade in demo.importance.items() if ("", node) not in graded}
    targets = {
        (unit, node): Target(level=level)
        for node, levels in demo.targets.items()
        for unit, level in levels.items()
        if (unit, node) not in aimed
    }
    if importance:
        store.set_importance(engagement, importance, author)
    if targets:
        store.set_targets(engagement, targets, author)
