"""The use cases: plain functions that take a store and a shelf."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from assessment.catalogue import Lang
from assessment.engagement import Engagement, Unit, Wave
from assessment.errors import (
    FileRefusedError,
    Problem,
    RubricChangedError,
    ScoreRefusedError,
    SolverMissingError,
    UnknownOperatorError,
    UnknownUnitError,
    UnknownWaveError,
)
from assessment.importance import adopted_grades
from assessment.ports import Shelf, Store
from assessment.progress import Progress, answers, progress
from assessment.ratings import Evidence, Rating, adopted
from assessment.rubric import Rubric
from assessment.rubric_difference import RubricAlteredError

if TYPE_CHECKING:
    import pandas as pd

    from assessment.benchmark import Benchmark
    from assessment.explanation import Explanation
    from assessment.published import PublishedComparison
    from assessment.report import Report
    from assessment.report.material import Material
    from assessment.scoring import NodeScore

_MOST_READS: Final = 5
"""How often a report's data is read again because somebody wrote meanwhile."""


def rubric_of(
    shelf: Shelf, engagement: Engagement, store: Store | None = None, wave: Wave | None = None
) -> Rubric:
    """The rubric version that the engagement is on, or that a wave stayed on when it was locked.

    Args:
        shelf: where it is found.
        engagement: whose.
        store: where the content was kept that was published; says what differs where it does.
        wave: the wave that is looked at; without it, the engagement's own version.

    Raises:
        UnknownRubricError: it is no longer on the shelf.
        RubricChangedError: its content is not what it was.
    """
    place: Wave | Engagement = wave if wave is not None and wave.rubric_version else engagement
    rubric = shelf.rubric(engagement.rubric, place.rubric_version)
    if place.rubric_fingerprint in ("", rubric.fingerprint):
        return rubric
    published = store.kept_rubric(place.rubric_fingerprint) if store else None
    if published is None:
        raise RubricChangedError(rubric.id, rubric.version, engagement.id)
    raise RubricAlteredError(published, rubric, engagement.id)


def rubric_in(store: Store, shelf: Shelf, engagement: str, wave: str) -> Rubric:
    """The rubric version that a wave is on; raises as `rubric_of` does."""
    found = next((one for one in store.waves(engagement) if one.id == wave), None)
    return rubric_of(shelf, store.engagement(engagement), store, found)


def unit_of(store: Store, engagement: str, unit: str) -> Unit:
    """One unit of an engagement; UnknownUnitError where there is none of this id."""
    return unit_among(store.units(engagement), engagement, unit)


def unit_among(units: Iterable[Unit], engagement: str, unit: str) -> Unit:
    """The unit of this id; UnknownUnitError where there is none."""
    known = {found.id: found for found in units}
    if unit not in known:
        raise UnknownUnitError(unit, engagement, ", ".join(known))
    return known[unit]


def wave_of(store: Store, engagement: str, wave: str) -> Wave:
    """One wave of an engagement; UnknownWaveError where there is none of this id."""
    waves = {found.id: found for found in store.waves(engagement)}
    if wave not in waves:
        raise UnknownWaveError(wave, engagement, ", ".join(waves))
    return waves[wave]


def rate(
    store: Store, shelf: Shelf, engagement: str, rating: Rating, seen_revision: int | None = None
) -> Rating:
    """Save one rating after checking it against the rubric; durable when this returns.

    Raises:
        ScoreRefusedError: the rubric has no such indicator, or its scale no such score.
        ChangedElsewhereError: somebody saved another value since `seen_revision` was shown.
        WaveLockedError, UnitSignedOffError: the wave, or the unit's part of it, is signed off.
    """
    found = store.engagement(engagement)
    rubric = rubric_of(shelf, found, store)
    unit_of(store, engagement, rating.unit)
    wave_of(store, engagement, rating.wave)
    if rating.indicator not in rubric or not rubric.node(rating.indicator).is_indicator:
        raise ScoreRefusedError(rating.indicator, rating.indicator, rubric.id)
    if rating.score is not None and not rubric.scale.holds(rating.score):
        scale = rubric.scale
        allowed = f"{scale.min:g}..{scale.max:g}" + (f" / {scale.step:g}" if scale.step else "")
        raise ScoreRefusedError(rating.indicator, f"{rating.score:g}", allowed)
    return store.save_rating(engagement, rating, seen_revision)


def adopted_ratings(ratings: Iterable[Rating]) -> dict[str, dict[str, Rating]]:
    """Unit -> indicator -> the rating that counts, from all raters' current ratings of one wave."""
    votes: dict[tuple[str, str], list[Rating]] = defaultdict(list)
    for rating in ratings:
        votes[rating.unit, rating.indicator].append(rating)
    counted: dict[str, dict[str, Rating]] = defaultdict(dict)
    for (unit, indicator), found in votes.items():
        chosen = adopted(found)
        if chosen is not None:
            counted[unit][indicator] = chosen
    return dict(counted)


def progress_of(
    store: Store, shelf: Shelf, engagement: str, unit: str, wave: str, rater: str | None = None
) -> Progress:
    """How far a unit's wave has come: one rater's answers, or all raters' together."""
    rubric = rubric_in(store, shelf, engagement, wave)
    ratings = store.ratings(engagement, unit, wave)
    return progress(rubric, answers(r for r in ratings if rater in (None, r.rater)))


def scores(store: Store, shelf: Shelf, engagement: str, wave: str) -> "dict[str, dict[str, NodeScore]]":
    """Unit -> node -> result, for every unit with at least one rating in the wave."""
    rubric = rubric_in(store, shelf, engagement, wave)
    return _scored(rubric, adopted_ratings(store.ratings(engagement, wave=wave)))


def _scored(rubric: Rubric, counted: Mapping[str, Mapping[str, Rating]]) -> "dict[str, dict[str, NodeScore]]":
    from assessment.scoring import Scorer

    scorer = Scorer(rubric)
    return {unit: scorer.unit(ratings) for unit, ratings in counted.items()}


def why(store: Store, shelf: Shelf, engagement: str, unit: str, wave: str, node: str) -> "Explanation":
    """The children, weights, states and arithmetic behind one number."""
    from assessment.explanation import explain

    rubric = rubric_in(store, shelf, engagement, wave)
    counted = adopted_ratings(store.ratings(engagement, unit, wave))
    return explain(rubric, counted.get(unit, {}), node)


def evidence_of(
    store: Store, engagement: str, wave: str, unit: str | None = None
) -> dict[tuple[str, str], tuple[Evidence, ...]]:
    """(unit, indicator) -> the evidence linked to it, in the order it was added; of one unit or of all."""
    links = store.evidence_links(engagement, unit, wave)  # before the items: what is linked is there by then
    items = {item.id: item for item in store.evidence(engagement)} if links else {}
    found: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for link in links:
        if link.evidence in items:
            found[link.unit, link.indicator].append(items[link.evidence])
    return {place: tuple(linked) for place, linked in found.items()}


def benchmark_of(store: Store, shelf: Shelf, engagement: Engagement) -> "Benchmark | None":
    """The published data set of an engagement, from the store or else the shelf; None without one."""
    if engagement.benchmark is None:
        return None
    return store.published(engagement.benchmark) or shelf.benchmark(engagement.benchmark)


def gather(
    store: Store, shelf: Shelf, engagement: str, unit: str, wave: str, reference: str = "best"
) -> "Material":
    """Everything that a report on one unit in one wave needs, as it was at one revision of the store.

    Args:
        store: where the engagement is kept; while others write to it, it is read again a few times.
        shelf: where its rubric and published data are found.
        engagement: its id.
        unit: whom the report is about.
        wave: which round.
        reference: id of the published operator to compare with, "best" of the peers per node, or "" for none.

    Raises:
        UnknownOperatorError: the published data set has no such operator.
    """
    found = _at_one_revision(store, partial(_read, store, shelf, engagement, unit, wave))
    benchmark = found.benchmark
    return replace(
        found,
        reference=_known_reference(benchmark, reference) if benchmark else "",
        scores=_scored(found.rubric, found.ratings),
        published=_published(found.rubric, benchmark, found.units) if benchmark else (),
    )


def gathered_for(store: Store, material: "Material", unit: str) -> "Material":
    """The same for another unit of the engagement: what all units share is not read again.

    Raises:
        UnknownUnitError: there is no such unit.
    """
    engagement = material.engagement.id
    findings = store.findings(engagement, unit, material.wave.id)
    cited = {evidence for finding in findings for evidence in finding.evidence}
    return replace(
        material,
        unit=unit_among(material.units, engagement, unit),
        findings=findings,
        items={item.id: item for item in store.evidence(engagement) if item.id in cited} if cited else {},
    )


def _at_one_revision(store: Store, read: "Callable[[int], Material]") -> "Material":
    """What `read` finds while nothing is written; after many writes in a row, what it found last."""
    for _ in range(_MOST_READS):
        revision = store.revision()
        found = read(revision)
        if store.revision() == revision:
            break
    return found


def _read(store: Store, shelf: Shelf, engagement: str, unit: str, wave: str, revision: int) -> "Material":
    """What the store holds, so far with nothing computed from it."""
    from assessment.report.material import Material

    found = store.engagement(engagement)
    units = store.units(engagement)
    findings = store.findings(engagement, unit, wave)
    rubric = rubric_in(store, shelf, engagement, wave)
    grades = adopted_grades(rubric, store.importance(engagement), store.importance_votes(engagement))
    cited = {evidence for finding in findings for evidence in finding.evidence}
    return Material(
        engagement=found,
        rubric=rubric,
        benchmark=benchmark_of(store, shelf, found),
        units=units,
        unit=unit_among(units, engagement, unit),
        wave=wave_of(store, engagement, wave),
        scores={},
        ratings=adopted_ratings(store.ratings(engagement, wave=wave)),
        evidence=evidence_of(store, engagement, wave),
        importance={place: held.grade for place, held in grades.items()},
        targets=store.targets(engagement),
        published=(),
        reference="",
        data_revision=revision,
        findings=findings,
        items={item.id: item for item in store.evidence(engagement) if item.id in cited} if cited else {},
    )


def _known_reference(benchmark: "Benchmark", reference: str) -> str:
    from assessment.report.material import BEST

    known = [operator.id for operator in benchmark.operators]
    if reference not in ("", BEST, *known):
        raise UnknownOperatorError(reference, benchmark.id, ", ".join(known))
    return reference


def _published(
    rubric: Rubric, benchmark: "Benchmark", units: Iterable[Unit]
) -> "tuple[PublishedComparison, ...]":
    """Published against computed where the engagement's own units were studied.

    Where the solver is not installed, without the verdicts that need it.
    """
    from assessment.published import compare_published

    own = {unit.id for unit in units}
    if not own & {operator.id for operator in benchmark.operators}:
        return ()
    try:
        compared = compare_published(rubric, benchmark)
    except SolverMissingError:
        compared = compare_published(rubric, benchmark, solve=False)
    return tuple(one for one in compared if one.operator in own)


def make_report(
    store: Store, shelf: Shelf, engagement: str, unit: str, wave: str, lang: Lang, reference: str = "best"
) -> "Report":
    """The report that page, workbook and deck are drawn from (arguments as for `gather`)."""
    from assessment.report.build import build_report

    return build_report(gather(store, shelf, engagement, unit, wave, reference), lang)


def default_view(store: Store, engagement: str) -> tuple[str, str]:
    """(unit, wave) to open an engagement at: its newest wave, and the first unit with ratings there."""
    waves, units = store.waves(engagement), store.units(engagement)
    newest = waves[-1].id
    rated = (unit.id for unit in units if any(r.counts for r in store.ratings(engagement, unit.id, newest)))
    return next(rated, units[0].id), newest


def ratings_table(store: Store, engagement: str, wave: str) -> bytes:
    """The current ratings of a wave that count, as a ratings CSV (UTF-8)."""
    from assessment.ratings_csv import write_ratings_csv

    return write_ratings_csv(rating for rating in store.ratings(engagement, wave=wave) if rating.counts)


def scores_table(store: Store, shelf: Shelf, engagement: str, wave: str) -> bytes:
    """The scores of a wave as a scores CSV (UTF-8): one row per unit and node, units in tree order."""
    from assessment.scoring import score

    counted = adopted_ratings(store.ratings(engagement, wave=wave))
    in_order = [unit.id for unit in store.units(engagement) if unit.id in counted]
    rows = [rating for unit in in_order for rating in counted[unit].values()]
    return scores_csv(score(rubric_in(store, shelf, engagement, wave), ratings_frame(rows)))


def ratings_frame(ratings: Iterable[Rating]) -> "pd.DataFrame":
    """Ratings as rows of unit, wave, indicator, score (None: no score) and state."""
    import pandas as pd

    rows = [(r.unit, r.wave, r.indicator, r.score, r.state) for r in ratings]
    return pd.DataFrame(rows, columns=["unit", "wave", "indicator", "score", "state"])


def scores_csv(scored: "pd.DataFrame") -> bytes:
    """A scores table as CSV; figures with all their digits, a missing one empty."""
    return scored.to_csv(index=False, lineterminator="\n").encode()


def score_ratings_file(rubric: Rubric, data: bytes, source: str) -> tuple[bytes, list[Problem]]:
    """A ratings CSV in, a scores CSV out, with the warnings about what was read.

    Raises:
        FileRefusedError: the file has problems; it names all of them.
    """
    from assessment.ratings_csv import parse_ratings_csv
    from assessment.scoring import score

    ratings, problems = parse_ratings_csv(data, source, rubric)
    if any(problem.severity == "error" for problem in problems):
        raise FileRefusedError(source, tuple(problems))
    waves: dict[str, list[Rating]] = defaultdict(list)
    for rating in ratings:
        waves[rating.wave].append(rating)
    counted = [
        rating
        for in_wave in waves.values()
        for by_indicator in adopted_ratings(in_wave).values()
        for rating in by_indicator.values()
    ]
    return scores_csv(score(rubric, ratings_frame(counted))), problems
