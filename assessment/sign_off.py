"""Signing a unit's wave off: what stands in its way, who did it when, and opening it again."""

from collections import Counter
from collections.abc import Iterable, Mapping

from assessment import service
from assessment.engagement import Wave
from assessment.errors import NothingRatedError, OpenErrorsError, ReasonMissingError, SignerMissingError
from assessment.ports import Shelf, Store
from assessment.quality import Assessed, QualityIssue, findings, in_order, severities
from assessment.ratings import Evidence, Rating, SignOff
from assessment.rubric import Rubric


def wave_issues(store: Store, shelf: Shelf, engagement: str, wave: str) -> tuple[QualityIssue, ...]:
    """Everything doubtful in a wave: errors first, then by unit and in the order of the interview."""
    rubric = service.rubric_in(store, shelf, engagement, wave)
    weights = severities(store.quality_rules(engagement))
    units = [unit.id for unit in store.units(engagement)]
    found = _assessed(store, shelf, engagement, service.wave_of(store, engagement, wave))
    return in_order(rubric, units, [issue for one in found for issue in findings(one, weights)])


def sign_off(store: Store, shelf: Shelf, engagement: str, unit: str, wave: str, by: str) -> SignOff:
    """Sign a unit's wave off: its ratings are locked until it is reopened.

    What is signed off already stays as it is, with the one who signed it first. A rating that slips in
    between the check and the lock is checked too: the sign-off is then taken back.

    Args:
        store: where the engagement is kept.
        shelf: where its rubric is found.
        engagement: its id.
        unit: whose ratings are signed off.
        wave: which round.
        by: id of the person who signs.

    Raises:
        OpenErrorsError: errors are open; it names the rules and how often each is broken.
        NothingRatedError: the unit has no rating in the wave.
        SignerMissingError: nobody is named.
        UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
    """
    _named(by)
    standing = standing_of(store, engagement, unit, wave)
    if standing is not None and standing.signed:
        return standing
    service.unit_of(store, engagement, unit)
    if not any(rating.counts for rating in store.ratings(engagement, unit, wave)):
        raise NothingRatedError(unit, wave)
    _refuse_errors(wave_issues(store, shelf, engagement, wave), unit, wave)
    signed = store.sign_off(engagement, unit, wave, by)
    try:
        _refuse_errors(wave_issues(store, shelf, engagement, wave), unit, wave)
    except OpenErrorsError as error:
        store.reopen(engagement, unit, wave, by, str(error))
        raise
    return signed


def reopen(store: Store, engagement: str, unit: str, wave: str, by: str, reason: str) -> SignOff:
    """Open a unit's wave again, so that it takes ratings; both stay on record.

    Raises:
        ReasonMissingError: the reason is blank.
        SignerMissingError: nobody is named.
    """
    _named(by)
    if not reason.strip():
        raise ReasonMissingError(unit, wave)
    return store.reopen(engagement, unit, wave, by, reason.strip())


def sign_offs_of(store: Store, engagement: str, unit: str, wave: str) -> list[SignOff]:
    """Every signing off and reopening of a unit's wave, oldest first."""
    return [entry for entry in store.sign_offs(engagement) if (entry.unit, entry.wave) == (unit, wave)]


def standing_of(store: Store, engagement: str, unit: str, wave: str) -> SignOff | None:
    """What holds for a unit's wave: the last signing off or reopening; None before the first."""
    entries = sign_offs_of(store, engagement, unit, wave)
    return entries[-1] if entries else None


def _named(by: str) -> None:
    if not by.strip():
        raise SignerMissingError


def _refuse_errors(issues: Iterable[QualityIssue], unit: str, wave: str) -> None:
    counts = Counter[str](issue.rule for issue in issues if issue.unit == unit and issue.severity == "error")
    if counts:
        raise OpenErrorsError(unit, wave, dict(counts))


def _assessed(store: Store, shelf: Shelf, engagement: str, wave: Wave) -> list[Assessed]:
    """Every unit with a rating in the wave, as the rules look at it."""
    rubric = service.rubric_of(shelf, store.engagement(engagement), store, wave)
    ratings: dict[str, list[Rating]] = {}
    for rating in store.ratings(engagement, wave=wave.id):
        ratings.setdefault(rating.unit, []).append(rating)
    levels = service.scores(store, shelf, engagement, wave.id)
    evidence = _by_unit(service.evidence_of(store, engagement, wave.id))
    targets = {place: target.level for place, target in store.targets(engagement).items()}
    return [
        Assessed(
            rubric=rubric,
            unit=unit,
            on=wave.date,
            ratings=said,
            evidence=evidence.get(unit, {}),
            targets=_targets_of(unit, rubric, targets),
            levels={node: result.score for node, result in levels.get(unit, {}).items()},
        )
        for unit, said in ratings.items()
    ]


def _by_unit(
    evidence: Mapping[tuple[str, str], tuple[Evidence, ...]],
) -> dict[str, dict[str, tuple[Evidence, ...]]]:
    found: dict[str, dict[str, tuple[Evidence, ...]]] = {}
    for (unit, indicator), items in evidence.items():
        found.setdefault(unit, {})[indicator] = items
    return found


def _targets_of(unit: str, rubric: Rubric, targets: Mapping[tuple[str, str], float]) -> dict[str, float]:
    """Node -> the unit's own target, else the one for all units."""
    for_all = {node: level for (whose, node), level in targets.items() if not whose}
    own = {node: level for (whose, node), level in targets.items() if whose == unit}
    return {node: level for node, level in (for_all | own).items() if node in rubric}
