"""Bringing ratings in from a file: what would change, a choice for every conflict, then all or nothing."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from assessment.engagement import Person
from assessment.errors import FileRefusedError, Problem, UndecidedError
from assessment.offline_layout import clean_text, mark_of
from assessment.ports import RatingKey, Store
from assessment.ratings import Confidence, Evidence, EvidenceLink, Rating, State

Kind = Literal["new", "changed", "same", "conflict", "invalid"]
Choice = Literal["mine", "theirs"]
KINDS: Final[tuple[Kind, ...]] = ("conflict", "invalid", "new", "changed", "same")
"""In the order of what needs a person most."""


class Started(NamedTuple):
    """What stood in the store when a workbook was made: the revision, and the mark of what it said."""

    revision: int
    mark: str


class Answer(NamedTuple):
    """What one row of a workbook says; whose rating it is, and of what, the workbook's ids say.

    Attributes:
        indicator: its id.
        score: on the rubric's scale, on a step; None where the state is not `scored`.
        state, confidence, note: as in `Rating`; a `na` has a note.
        place: the cell, `Service!F7`.
        started: what stood there when the workbook was made; None where nothing did.
    """

    indicator: str
    score: float | None
    state: State
    confidence: Confidence | None
    note: str
    place: str
    started: Started | None


class Incoming(NamedTuple):
    """A rating of a file.

    Attributes:
        rating: what the file says; `why` names the file.
        place: where in the file, such as `Service!F7` or `line 12`.
        started: what stood there when the file was made; None where nothing did.
        aware: whether the file knows what it started from; a CSV file does not, so it has no conflicts.
    """

    rating: Rating
    place: str
    started: Started | None = None
    aware: bool = True


class Statement(NamedTuple):
    """A new statement of a file: evidence for an indicator."""

    indicator: str
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class Change:
    """What one cell or line of a file would do.

    Attributes:
        kind: new, changed, same, conflict (it was rated meanwhile, and differently), or invalid.
        place: where in the file.
        mine: what the file says; None for evidence and for what is invalid.
        theirs: what the store says; None where it says nothing.
        evidence: a statement that comes in, with `link` to its indicator.
        problem: why it is invalid.
    """

    kind: Kind
    place: str
    mine: Rating | None = None
    theirs: Rating | None = None
    evidence: Evidence | None = None
    link: EvidenceLink | None = None
    problem: Problem | None = None

    @property
    def indicator(self) -> str:
        """Which indicator it is about; empty for what is invalid."""
        if self.mine is not None:
            return self.mine.indicator
        return self.link.indicator if self.link else ""


@dataclass(frozen=True, slots=True)
class Brought:
    """How much was brought in: ratings and statements that were not there before."""

    ratings: int
    statements: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Everything that a file would do, found against the store as it was.

    Attributes:
        engagement: whose ratings these are.
        changes: one for each cell or line with an answer, in the file's order.
        people: who rated, to be known to the engagement.
        warnings: what is odd about the file and yet does not stop it.
    """

    engagement: str
    source: str
    changes: tuple[Change, ...]
    people: tuple[Person, ...] = field(default=())
    warnings: tuple[Problem, ...] = field(default=())

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.kind == kind)

    @property
    def idle(self) -> bool:
        """Whether bringing it in would change nothing."""
        return all(change.kind == "same" for change in self.changes)


def preview(
    incoming: Iterable[Incoming], current: Iterable[Rating], problems: Iterable[Problem] = ()
) -> tuple[Change, ...]:
    """What each rating of a file would do.

    A cell that says what it said when the workbook was made is the same, whatever happened since: who did
    not touch it does not want to change it. One that was touched is a conflict where the store moved on to
    something else; not where the store's last change came from the very same workbook.

    Args:
        incoming: the file's ratings.
        current: current revisions of (at least) the ratings of the same keys.
        problems: the file's defects; each becomes an invalid change.
    """
    there = {rating.key: rating for rating in current}
    found = [Change("invalid", problem.key or problem.place, problem=problem) for problem in problems]
    for one in incoming:
        theirs = there.get(one.rating.key)
        mine = one.rating if theirs is None else _kept_beside(one.rating, theirs)
        said = theirs if theirs is not None and not theirs.withdrawn else None
        found.append(Change(_kind(one, theirs), one.place, mine, said))
    return tuple(found)


def _kept_beside(mine: Rating, theirs: Rating) -> Rating:
    """The file's answer with what a file does not carry: tag, flag, and the mark of an unchanged score."""
    kept = {"tag": theirs.tag, "flagged": theirs.flagged}
    same_answer = (mine.score, mine.state) == (theirs.score, theirs.state)
    return mine.model_copy(update={**kept, "mark": mine.mark or (theirs.mark if same_answer else "")})


def _kind(one: Incoming, theirs: Rating | None) -> Kind:
    mark = mark_of(one.rating)
    if one.aware and one.started is not None and one.started.mark == mark:
        return "same"
    if theirs is None or theirs.withdrawn:
        return "new"
    if theirs.counts and mark_of(theirs) == mark:
        return "same"
    revision = one.started.revision if one.started else 0
    moved_on = one.aware and theirs.counts and theirs.revision != revision
    if moved_on and not (theirs.why and theirs.why == one.rating.why):
        return "conflict"
    return "changed" if theirs.counts else "new"


def preview_statements(
    statements: Iterable[Statement], unit: str, wave: str, rater: Person, known: Collection[str]
) -> tuple[Change, ...]:
    """What each statement of a workbook would do; one that came in before is the same.

    Args:
        statements: in the workbook's order.
        unit: whom they are about.
        wave: in which round.
        rater: who wrote them down; the source of the evidence.
        known: ids of the evidence in the store.
    """
    found = []
    for one in statements:
        words = clean_text(one.words)
        name = f"{unit}\n{wave}\n{rater.id}\n{one.indicator}\n{words}"
        item = Evidence(id=hashlib.sha256(name.encode()).hexdigest()[:32], text=words, source=rater.name)
        link = EvidenceLink(evidence=item.id, unit=unit, wave=wave, indicator=one.indicator)
        kind: Kind = "same" if item.id in known else "new"
        found.append(Change(kind, one.place, evidence=item, link=link))
    return tuple(found)


def commit(store: Store, batch: Batch, choices: Mapping[str, Choice] | None = None, by: str = "") -> Brought:
    """Write what a preview found, all of it or nothing; what is the same is left alone.

    Args:
        store: where to.
        batch: the preview; where the store changed since, nothing is written.
        choices: place of a conflict -> whose rating stays.
        by: who brings the file in, where that is not the rater.

    Raises:
        FileRefusedError: the file holds invalid answers.
        UndecidedError: a conflict has no choice.
        ChangedElsewhereError: somebody rated since the preview was made.
        WaveLockedError, UnitSignedOffError: the wave takes no more ratings.
    """
    invalid = tuple(change.problem for change in batch.changes if change.problem)
    if invalid:
        raise FileRefusedError(batch.source, invalid)
    chosen = choices or {}
    undecided = [change.place for change in batch.of("conflict") if change.place not in chosen]
    if undecided:
        raise UndecidedError(len(undecided), ", ".join(undecided[:5]))
    wanted = [change for change in batch.changes if _wanted(change, chosen)]
    ratings = [change.mine.model_copy(update={"by": by}) for change in wanted if change.mine is not None]
    statements = [(change.evidence, change.link) for change in wanted if change.evidence and change.link]
    if not wanted:
        return Brought(0, 0)
    count = store.bring_in(batch.engagement, ratings, _seen(wanted), statements, batch.people, by)
    return Brought(count, len(statements))


def _wanted(change: Change, chosen: Mapping[str, Choice]) -> bool:
    if change.kind == "conflict":
        return chosen[change.place] == "mine"
    return change.kind in ("new", "changed")


def _seen(wanted: Iterable[Change]) -> dict[RatingKey, int]:
    pairs = ((change.mine, change.theirs) for change in wanted)
    return {mine.key: theirs.revision if theirs else 0 for mine, theirs in pairs if mine}
