"""What can go wrong: problems found in a user's file, and one small exception per failure.

A user's mistake is a value (`Problem`); reading a file returns what was understood and a list of them.
An exception means that an operation could not be carried out at all; nothing was written then.
"""

from dataclasses import dataclass, field
from typing import Literal

from assessment.catalogue import Lang, text

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One defect of a file that a person wrote.

    Attributes:
        code: which defect; the sentence is the catalogue's `problem.<code>`.
        source: the file as the person named it.
        line: 1-based line, None when the defect has no place.
        column: 1-based column (for a table: of the cell), None when unknown.
        key: where in the document, e.g. `tree[0].children[1].weight` or a column's name.
        found: what stands there, as written.
        allowed: what may stand there, in words.
        severity: an error refuses the file, a warning does not.
    """

    code: str
    source: str
    line: int | None = None
    column: int | None = None
    key: str = ""
    found: str = ""
    allowed: str = ""
    severity: Severity = "error"

    @property
    def place(self) -> str:
        """`file:line:column`, as compilers print it."""
        return ":".join([self.source, *(str(n) for n in (self.line, self.column) if n is not None)])

    def sentence(self, lang: Lang = "en") -> str:
        """What is wrong and how to mend it, without the place."""
        return text(f"problem.{self.code}", lang, key=self.key, found=self.found, allowed=self.allowed)

    def report(self, lang: Lang = "en") -> str:
        """One line for a terminal: place, key, sentence."""
        return ": ".join(part for part in (self.place, self.key, self.sentence(lang)) if part)


@dataclass(eq=False)
class GaplineError(Exception):
    """Base of every failure that a person can act on; subclasses name one failure each."""

    def sentence(self, lang: Lang = "en") -> str:
        """What happened, what is safe, what to do."""
        values = {key: value for key, value in vars(self).items() if not key.startswith("_")}
        return text(f"error.{type(self).__name__}", lang, **values)

    def __str__(self) -> str:
        """The English sentence, for logs."""
        return self.sentence("en")


@dataclass(eq=False)
class FileRefusedError(GaplineError):
    """A file has problems; nothing of it was taken."""

    source: str
    problems: tuple[Problem, ...] = field(default=())

    def sentence(self, lang: Lang = "en") -> str:
        """The number of problems and each of them on its own line."""
        return "\n".join([self.head(lang), *(problem.report(lang) for problem in self.problems)])

    def head(self, lang: Lang = "en") -> str:
        """The number of problems alone."""
        return text("error.FileRefusedError", lang, source=self.source, count=len(self.problems))


@dataclass(eq=False)
class FileUnreachableError(GaplineError):
    """A file cannot be read or written; `why` is the system's word for it."""

    path: str
    why: str


@dataclass(eq=False)
class PortTakenError(GaplineError):
    """Another program listens on the port."""

    port: int


@dataclass(eq=False)
class UnknownRubricError(GaplineError):
    """No rubric of this id and version is on the shelf."""

    rubric: str
    known: str


@dataclass(eq=False)
class UnknownBenchmarkError(GaplineError):
    """No published data set of this id is on the shelf."""

    benchmark: str
    known: str


@dataclass(eq=False)
class UnknownOperatorError(GaplineError):
    """The published data set has no operator of this id to compare with."""

    operator: str
    benchmark: str
    known: str


@dataclass(eq=False)
class UnknownReferenceError(GaplineError):
    """There is nothing of this name to hold units against."""

    reference: str
    known: str


@dataclass(eq=False)
class ConsensusReasonError(GaplineError):
    """A consensus is adopted only with a reason."""

    indicator: str


@dataclass(eq=False)
class NoPublishedError(GaplineError):
    """The engagement has no published data set to compare with."""

    engagement: str


@dataclass(eq=False)
class AlreadyThereError(GaplineError):
    """The store already holds an engagement of this id; it was left as it is."""

    engagement: str


@dataclass(eq=False)
class UnknownEngagementError(GaplineError):
    """The store holds no engagement of this id."""

    engagement: str
    known: str


@dataclass(eq=False)
class UnknownUnitError(GaplineError):
    """The engagement has no unit of this id."""

    unit: str
    engagement: str
    known: str


@dataclass(eq=False)
class UnknownWaveError(GaplineError):
    """The engagement has no wave of this id."""

    wave: str
    engagement: str
    known: str


@dataclass(eq=False)
class RubricChangedError(GaplineError):
    """The rubric's content changed under the same version since the engagement was made."""

    rubric: str
    version: str
    engagement: str


@dataclass(eq=False)
class ScoreRefusedError(GaplineError):
    """The rubric has no such indicator, or its scale no such score."""

    indicator: str
    found: str
    allowed: str


@dataclass(eq=False)
class ChangedElsewhereError(GaplineError):
    """Somebody else saved this rating since it was shown; both values are kept.

    `theirs` and `yours` are a score such as `2.5`, or a state such as `na`; a note that differs follows in
    brackets.
    """

    indicator: str
    by: str
    at: str
    theirs: str
    yours: str

    def sentence(self, lang: Lang = "en") -> str:
        """Who changed what, both values in words, and that a choice is due."""
        values = {**vars(self), "theirs": _in_words(self.theirs, lang), "yours": _in_words(self.yours, lang)}
        return text("error.ChangedElsewhereError", lang, **values)


def _in_words(told: str, lang: Lang) -> str:
    """`na (no shops)` in the reader's language; a score stays as it is."""
    value, bracket, note = told.partition(" (")
    said = text(f"state.{value}", lang) if value in {"na", "unknown", "withdrawn"} else value
    return said + bracket + note


@dataclass(eq=False)
class WaveLockedError(GaplineError):
    """The wave is signed off; it takes no more ratings."""

    wave: str


@dataclass(eq=False)
class UnitSignedOffError(GaplineError):
    """The unit's part of the wave is signed off; it takes no more ratings until it is opened again."""

    unit: str
    wave: str


@dataclass(eq=False)
class WaveThereError(GaplineError):
    """The engagement already has another wave of this id; it was left as it is."""

    wave: str
    engagement: str


@dataclass(eq=False)
class NothingToUndoError(GaplineError):
    """There is no rating of this indicator, or every change of it was already undone."""

    indicator: str


@dataclass(eq=False)
class OpenErrorsError(GaplineError):
    """A unit cannot be signed off while errors are open; `rules` counts them by quality rule."""

    unit: str
    wave: str
    rules: dict[str, int]

    def sentence(self, lang: Lang = "en") -> str:
        """How many errors, of which rules, and what to do."""
        counted = [
            text("quality.counted", lang, rule=text(f"quality.rule.{rule}", lang), count=count)
            for rule, count in self.rules.items()
        ]
        rules, count = text("quality.comma", lang).join(counted), sum(self.rules.values())
        return text("error.OpenErrorsError", lang, unit=self.unit, count=count, rules=rules)


@dataclass(eq=False)
class NothingRatedError(GaplineError):
    """A unit without ratings in the wave cannot be signed off."""

    unit: str
    wave: str


@dataclass(eq=False)
class SignerMissingError(GaplineError):
    """A sign-off names the person who signs, and nobody was named."""


@dataclass(eq=False)
class ReasonMissingError(GaplineError):
    """What is signed off is reopened only with a reason."""

    unit: str
    wave: str


@dataclass(eq=False)
class WhyMissingError(GaplineError):
    """What was said before is brought back only with a reason."""


@dataclass(eq=False)
class RaterReservedError(GaplineError):
    """Nobody may rate under this name: it stands for adopted or combined ratings, or is empty."""

    name: str


@dataclass(eq=False)
class UndecidedError(GaplineError):
    """Conflicts of a file with the store have no choice yet; nothing was written."""

    count: int
    places: str


@dataclass(eq=False)
class StoreRefusedError(GaplineError):
    """The file is no store that this version can open; it was left untouched.

    `reason` is one of not-a-store, damaged, newer, unreadable, read-only, full, busy.
    """

    path: str
    reason: str

    def sentence(self, lang: Lang = "en") -> str:
        """What the file is, and what to do."""
        return text(f"error.store.{self.reason}", lang, path=self.path)


@dataclass(eq=False)
class SolverMissingError(GaplineError):
    """The linear-programming library is not installed."""


@dataclass(eq=False)
class StoreToolMissingError(GaplineError):
    """The library that makes and upgrades stores is not installed; opening an up-to-date one needs none."""


@dataclass(eq=False)
class EvidenceFileMissingError(GaplineError):
    """The file behind an evidence item is gone from the folder beside the store."""

    name: str
    path: str


@dataclass(eq=False)
class EvidenceFileAlteredError(GaplineError):
    """The file behind an evidence item is not the one that was added; it is not handed out."""

    name: str
    path: str


@dataclass(eq=False)
class EvidenceChangedError(GaplineError):
    """Somebody else changed or deleted an evidence item or a finding meanwhile; nothing was written."""

    evidence: str


@dataclass(eq=False)
class EvidenceFixedError(GaplineError):
    """An evidence item supports what is signed off, so it stays as it is; `places` are (unit, wave)."""

    evidence: str
    places: tuple[tuple[str, str], ...]

    def sentence(self, lang: Lang = "en") -> str:
        """Where it is signed off, and what to do."""
        named = [text("evidence.place", lang, unit=unit, wave=wave) for unit, wave in self.places]
        return text("error.EvidenceFixedError", lang, places=text("quality.comma", lang).join(named))


@dataclass(eq=False)
class BackupRefusedError(GaplineError):
    """A backup cannot be made or used; store and backup were left as they are.

    `reason` is one of not-a-backup, altered, damaged, newer, exists; `what` names the part concerned.
    """

    path: str
    reason: str
    what: str = ""

    def sentence(self, lang: Lang = "en") -> str:
        """What is wrong with the backup, and what to do."""
        return text(f"error.backup.{self.reason}", lang, path=self.path, what=self.what)
