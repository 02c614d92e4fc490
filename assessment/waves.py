"""Rounds of assessment: how far each has come, starting one from another, confirming, and locking."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment import service
from assessment.engagement import Unit, Wave
from assessment.errors import Problem, SignerMissingError
from assessment.ports import RatingKey, Shelf, Store
from assessment.progress import Count, answers, progress
from assessment.ratings import Evidence, Rating
from assessment.rubric import Node, Rubric
from assessment.starting import new_id


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """How far one unit has come in a wave, all raters together, and whether it is signed off."""

    unit: Unit
    count: Count
    signed: bool

    @property
    def open(self) -> int:
        """Indicators without an answer and without a proposal."""
        return self.count.total - self.count.done - self.count.proposed


@dataclass(frozen=True, slots=True)
class NewWave:
    """What a person typed to start a wave.

    Attributes:
        name: in the first language; `name_zh` may be empty.
        key: for links and files; empty to have one made from the name.
        origin: id of the wave whose ratings are proposed; empty for none.
    """

    name: str
    date: dt.date
    name_zh: str = ""
    key: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """How many ratings can be carried over, of how many units and raters."""

    ratings: int
    units: int
    raters: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rating that was carried over and waits to be confirmed.

    Attributes:
        rating: as it is proposed: what the last wave said.
        origin: the wave that said it; None where no earlier wave has it any more.
        evidence: what it rested on there, in the order it was added.
    """

    rating: Rating
    origin: Wave | None
    evidence: tuple[Evidence, ...] = ()

    @property
    def newest(self) -> dt.date | None:
        """The day of the newest evidence; None where none has a date."""
        return max((item.date for item in self.evidence if item.date), default=None)


def standings(store: Store, shelf: Shelf, engagement: str, wave: str) -> tuple[UnitStanding, ...]:
    """Every unit's standing in a wave, in the order of the engagement."""
    rubric = service.rubric_in(store, shelf, engagement, wave)
    said: dict[str, list[Rating]] = defaultdict(list)
    for rating in store.ratings(engagement, wave=wave):
        said[rating.unit].append(rating)
    signed = {entry.unit: entry.signed for entry in store.sign_offs(engagement) if entry.wave == wave}
    return tuple(
        UnitStanding(unit, progress(rubric, answers(said[unit.id])).whole, signed.get(unit.id, False))
        for unit in store.units(engagement)
    )


def together(found: Iterable[UnitStanding]) -> Count:
    """The counts of all units that have begun, as one: answered or proposed at least once."""
    begun = [one.count for one in found if one.count.done or one.count.proposed]
    return Count(
        sum(count.done for count in begun),
        sum(count.total for count in begun),
        sum(count.proposed for count in begun),
    )


def to_carry(store: Store, engagement: str, wave: str) -> Carried:
    """What starting a wave from this one would propose: every rating that counts in it."""
    found = [rating for rating in store.ratings(engagement, wave=wave) if rating.counts]
    if not _same_scale(store, engagement, wave):
        found = []
    return Carried(len(found), len({one.unit for one in found}), len({one.rater for one in found}))


def _same_scale(store: Store, engagement: str, wave: str) -> bool:
    """Whether levels of a wave mean what they mean today, also where it stayed on an earlier version."""
    found = next((one for one in store.waves(engagement) if one.id == wave and one.rubric_version), None)
    if found is None:
        return True
    prints = (found.rubric_fingerprint, store.engagement(engagement).rubric_fingerprint)
    scales = [rubric.scale for rubric in map(store.kept_rubric, prints) if rubric is not None]
    ends = {(scale.min, scale.max, scale.step) for scale in scales}
    return len(scales) == len(prints) and len(ends) == 1


def wave_key(waves: Sequence[Wave], typed: NewWave) -> str:
    """The id that a wave will get: as typed, else after its name, and not taken yet."""
    return new_id(typed.key.strip() or typed.name, {wave.id for wave in waves})


def check_wave(waves: Sequence[Wave], typed: NewWave) -> list[Problem]:
    """Everything that is wrong with what was typed.

    Args:
        waves: of the engagement, oldest first.
        typed: the new wave.
    """
    problems = []
    name = " ".join(typed.name.split())
    if not name:
        problems.append(Problem("wave.no-name", "wave"))
    if name and name in {known for wave in waves for known in (wave.name, wave.name_zh)}:
        problems.append(Problem("wave.name-taken", "wave", found=name))
    last = waves[-1].date if waves else None
    if last and typed.date <= last:
        allowed = (last + dt.timedelta(days=1)).isoformat()
        problems.append(Problem("wave.not-later", "wave", found=typed.date.isoformat(), allowed=allowed))
    return problems


def start_wave(
    store: Store, engagement: str, typed: NewWave, by: str
) -> tuple[Wave | None, int, list[Problem]]:
    """Start a wave, and propose in it every rating that counts in the wave that it starts from.

    Nothing of it counts before somebody confirms it.

    Args:
        store: where the engagement is kept.
        engagement: its id.
        typed: the new wave.
        by: id of the person who starts it.

    Returns:
        The wave and how many ratings it proposes; or None, 0 and what is wrong: nothing was written then.

    Raises:
        SignerMissingError: nobody is named.
        UnknownWaveError: there is no such wave to start from; nothing was written then.
    """
    _named(by)
    waves = store.waves(engagement)
    problems = check_wave(waves, typed)
    if problems:
        return None, 0, problems
    if typed.origin:
        service.wave_of(store, engagement, typed.origin)
    name, name_zh = (" ".join(words.split()) for words in (typed.name, typed.name_zh))
    wave = Wave(id=wave_key(waves, typed), name=name, name_zh=name_zh, date=typed.date)
    store.add_wave(engagement, wave)
    carries = bool(typed.origin) and _same_scale(store, engagement, typed.origin)
    carried = store.carry_over(engagement, typed.origin, wave.id, by) if carries else 0
    return wave, carried, []


def proposals(
    store: Store, rubric: Rubric, engagement: str, unit: str, wave: str
) -> list[tuple[Node, list[Proposal]]]:
    """What waits to be confirmed for a unit, under the node that each indicator hangs from.

    Groups and indicators come in the order of the interview, several raters' by name.
    """
    waiting = [rating for rating in store.ratings(engagement, unit, wave) if rating.proposed]
    if not waiting:
        return []
    earlier = [_Earlier(store, engagement, unit, one) for one in _before(store, engagement, wave)]
    by_indicator: dict[str, list[Proposal]] = defaultdict(list)
    for rating in waiting:
        by_indicator[rating.indicator].append(_proposal(rating, earlier))
    groups = [node for node in rubric.nodes if any(child.is_indicator for child in node.children)]
    found = [(group, [one for child in group.children for one in by_indicator[child.id]]) for group in groups]
    return [(group, inside) for group, inside in found if inside]


class _Earlier:
    """What an earlier wave said of a unit."""

    def __init__(self, store: Store, engagement: str, unit: str, wave: Wave) -> None:
        self.wave = wave
        self.said = {(r.rater, r.indicator) for r in store.ratings(engagement, unit, wave.id) if r.counts}
        items = {item.id: item for item in store.evidence(engagement)}
        self.evidence: dict[str, list[Evidence]] = defaultdict(list)
        for link in store.evidence_links(engagement, unit, wave.id):
            if link.evidence in items:
                self.evidence[link.indicator].append(items[link.evidence])


def _before(store: Store, engagement: str, wave: str) -> list[Wave]:
    """The waves before one, newest first."""
    waves = store.waves(engagement)
    place = [one.id for one in waves].index(wave)
    return waves[:place][::-1]


def _proposal(rating: Rating, earlier: Sequence[_Earlier]) -> Proposal:
    origin = next((one for one in earlier if (rating.rater, rating.indicator) in one.said), None)
    if origin is None:
        return Proposal(rating, None)
    return Proposal(rating, origin.wave, tuple(origin.evidence[rating.indicator]))


def confirm(store: Store, engagement: str, keys: Iterable[RatingKey], by: str) -> int:
    """Let proposed ratings count for their wave, all or nothing; answers how many there were.

    Raises:
        SignerMissingError: nobody is named.
        WaveLockedError, UnitSignedOffError: the wave, or a unit's part of it, is signed off.
    """
    _named(by)
    return store.confirm(engagement, keys, by)


def leave_open(store: Store, engagement: str, proposed: Iterable[Rating], by: str) -> int:
    """Take proposals back, so that their indicators are open; answers how many there were.

    Raises:
        SignerMissingError: nobody is named.
        ChangedElsewhereError: one was confirmed or changed meanwhile; nothing was taken back then.
        WaveLockedError, UnitSignedOffError: the wave, or a unit's part of it, is signed off.
    """
    _named(by)
    given = [rating for rating in proposed if rating.proposed]
    empty = [
        Rating(
            unit=one.unit,
            wave=one.wave,
            rater=one.rater,
            indicator=one.indicator,
            state="unknown",
            withdrawn=True,
            by=by,
        )
        for one in given
    ]
    return store.save_ratings(engagement, empty, {one.key: one.revision for one in given})


def _named(by: str) -> None:
    if not by.strip():
        raise SignerMissingError
