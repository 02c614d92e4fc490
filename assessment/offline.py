"""Working without Gapline: what a workbook is made from, and what bringing a file back would do."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from assessment import service
from assessment.catalogue import Lang, text
from assessment.engagement import Engagement, Person, Unit, Wave, person_called, tidy_name
from assessment.errors import FileRefusedError, Problem, RaterReservedError
from assessment.importing import KINDS, Batch, Incoming, Statement, preview, preview_statements
from assessment.offline_layout import OfflineIds
from assessment.ports import Shelf, Store
from assessment.ratings import CONSENSUS, Rating, is_reserved
from assessment.rubric import Rubric


@dataclass(frozen=True, slots=True)
class OfflineForm:
    """What an offline workbook is drawn from: one rater's ratings of one unit in one wave."""

    rubric: Rubric
    engagement: Engagement
    unit: Unit
    wave: Wave
    rater: Person
    ratings: tuple[Rating, ...]


class Answers(Protocol):
    """A workbook that was read: whose it is, its ratings and statements, and the file's name."""

    @property
    def ids(self) -> OfflineIds:
        """Whom and what it is about."""

    @property
    def source(self) -> str:
        """The file as the person named it."""

    @property
    def ratings(self) -> tuple[Incoming, ...]:
        """Every row with an answer."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every row with words said or shown."""


def form(store: Store, shelf: Shelf, engagement: str, unit: str, wave: str, rater: str) -> OfflineForm:
    """What a workbook for one rater is drawn from; a name that nobody has yet is taken as it is.

    Raises:
        RaterReservedError: the name stands for adopted or combined ratings.
        UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
    """
    person = person_of(store, engagement, rater)
    found = store.engagement(engagement)
    where = service.unit_of(store, engagement, unit)
    when = service.wave_of(store, engagement, wave)
    mine = tuple(one for one in store.ratings(engagement, unit, wave) if one.rater == person.id)
    return OfflineForm(service.rubric_of(shelf, found, store, when), found, where, when, person, mine)


def person_of(store: Store, engagement: str, rater: str) -> Person:
    """Who rates, by id or by name in any language; somebody new where nobody is called so."""
    name = tidy_name(rater)
    if not name or is_reserved(name):
        raise RaterReservedError(name)
    return person_called(store.people(engagement), name) or Person(id=name, name=name)


def bring_back(
    store: Store, engagement: str, answers: Answers | None, problems: Iterable[Problem], source: str
) -> Batch:
    """What a workbook's answers would do in an engagement.

    Args:
        store: where the engagement is kept.
        engagement: its id.
        answers: what was read of the workbook; None where it was refused.
        problems: what is wrong with it.
        source: the file as the person named it.

    Raises:
        FileRefusedError: the workbook was refused, or belongs to another engagement, unit or wave.
    """
    found = list(problems)
    misplaced = _misplaced(store, engagement, answers) if answers else []
    if answers is None or misplaced:
        raise FileRefusedError(source, (*found, *misplaced))
    ids = answers.ids
    rater = person_of(store, engagement, ids.rater)
    rater = rater if rater.name != ids.rater else Person(id=ids.rater, name=ids.rater_name)
    current = store.ratings(engagement, ids.unit, ids.wave)
    known = {item.id for item in store.evidence(engagement)}
    changes = preview(answers.ratings, current, found)
    said = preview_statements(answers.statements, ids.unit, ids.wave, rater, known)
    return Batch(engagement, source, (*changes, *said), (rater,))


def _misplaced(store: Store, engagement: str, answers: Answers) -> list[Problem]:
    """What of a workbook's ids the engagement does not know."""
    ids, source = answers.ids, answers.source
    if ids.engagement != engagement:
        return [Problem("offline-engagement", source, found=ids.engagement, allowed=engagement)]
    places = (
        ("offline-unit", ids.unit, [unit.id for unit in store.units(engagement)]),
        ("offline-wave", ids.wave, [wave.id for wave in store.waves(engagement)]),
    )
    return [
        Problem(code, source, found=named, allowed=", ".join(known))
        for code, named, known in places
        if named not in known
    ]


def bring_table(store: Store, shelf: Shelf, engagement: str, data: bytes, source: str, wave: str) -> Batch:
    """What a ratings CSV would do in an engagement; rows without a wave belong to `wave`.

    Raises:
        FileRefusedError: the table has problems.
    """
    from assessment.ratings_csv import DEFAULT_WAVE, parse_ratings_csv

    rubric = service.rubric_of(shelf, store.engagement(engagement), store)
    units, waves = ([one.id for one in each] for each in (store.units(engagement), store.waves(engagement)))
    ratings, problems = parse_ratings_csv(data, source, rubric, units)
    known, people = store.people(engagement), dict[str, Person]()
    incoming = []
    for row, rating in enumerate(ratings, 2):
        named = wave if rating.wave == DEFAULT_WAVE and DEFAULT_WAVE not in waves else rating.wave
        if named not in waves:
            there = ", ".join(waves)
            problems.append(Problem("offline-wave-unknown", source, row, None, "wave", named, there))
        if rating.rater not in people:
            newcomer = Person(id=rating.rater, name=rating.rater)
            people[rating.rater] = person_called(known, rating.rater) or newcomer
        person = people[rating.rater]
        placed = rating.model_copy(update={"wave": named, "rater": person.id, "why": source})
        incoming.append(Incoming(placed, str(row), aware=False))
    warnings = tuple(problem for problem in problems if problem.severity == "warning")
    if len(warnings) < len(problems):
        raise FileRefusedError(source, tuple(problem for problem in problems if problem not in warnings))
    raters = {person.id: person for person in people.values() if person.id != CONSENSUS}
    changes = preview(incoming, store.ratings(engagement))
    return Batch(engagement, source, changes, tuple(raters.values()), warnings)


def closed(store: Store, batch: Batch) -> tuple[Unit, Wave] | None:
    """The first unit and wave of a batch that take no more ratings, as they are locked or signed off."""
    places = {(one.unit, one.wave) for change in batch.changes for one in (change.mine, change.link) if one}
    units = {unit.id: unit for unit in store.units(batch.engagement)}
    waves = {wave.id: wave for wave in store.waves(batch.engagement)}
    signed = {(one.unit, one.wave): one.signed for one in store.sign_offs(batch.engagement)}
    shut = (place for place in sorted(places) if waves[place[1]].locked or signed.get(place))
    return next(((units[unit], waves[wave]) for unit, wave in shut), None)


def tally(batch: Batch) -> dict[str, int]:
    """How many changes of each kind, conflicts first, new statements last; kinds without any are left out."""
    counts = Counter(
        "statement" if change.evidence is not None and change.kind == "new" else change.kind
        for change in batch.changes
    )
    return {kind: counts[kind] for kind in (*KINDS, "statement") if counts[kind]}


def tally_in_words(batch: Batch, lang: Lang) -> str:
    """How many changes of each kind a batch holds, as a list in words; empty for none."""
    said = []
    for kind, count in tally(batch).items():
        one = ".one" if count == 1 and kind in {"new", "statement"} else ""
        said.append(text(f"offline.count.{kind}{one}", lang, count=count))
    return text("offline.list-comma", lang).join(said)
