"""The piece of work: who is assessed, when, and by whom."""

import datetime as dt
import unicodedata
from collections.abc import Iterable
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from assessment.catalogue import Lang

UnitKind = Literal["operator", "group", "province", "branch"]


class Named(BaseModel):
    """Something with a name in both languages; an empty Chinese name falls back to the first."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    name_zh: str = ""

    def called(self, lang: Lang) -> str:
        """The name in the reader's language."""
        return self.name_zh if lang == "zh" and self.name_zh else self.name


class Unit(Named):
    """Who is assessed; `parent` is the id of the unit above, None at the top."""

    kind: UnitKind = "branch"
    parent: str | None = None


class Wave(Named):
    """A round of assessment; a locked one takes no more ratings and no more evidence.

    Attributes:
        rubric_version, rubric_fingerprint: of the version that it stays on, since it was locked when the
            engagement moved to another; empty while it is on the engagement's.
    """

    date: dt.date
    locked: bool = False
    rubric_version: str = ""
    rubric_fingerprint: str = ""


class Person(Named):
    """Somebody who rates or is interviewed."""

    role: str = ""


_JOINERS: Final = "\u200c\u200d"


def tidy_name(name: str) -> str:
    """A name as it is kept: letters composed, no invisible marks but joiners, single spaces, none around."""
    seen = (mark for mark in name if mark in _JOINERS or unicodedata.category(mark) != "Cf")
    return " ".join(unicodedata.normalize("NFC", "".join(seen)).split())


def person_called(people: Iterable[Person], name: str) -> Person | None:
    """Who has this id or name, in either language; None where nobody has.

    An exact one comes first; else width, case and spaces do not matter: `ＬＩ　wei` is Li Wei, so that
    nobody becomes a second rater by typing in another way.
    """
    known = list(people)
    labels = [(getattr(one, part), one) for part in ("id", "name", "name_zh") for one in known]
    labels = [(label, one) for label, one in labels if label]
    exact = (one for label, one in labels if label == name)
    alike = (one for label, one in labels if _folded(label) == _folded(name))
    return next(exact, None) or next(alike, None)


def _folded(name: str) -> str:
    bare = "".join(mark for mark in name if mark not in _JOINERS)
    return tidy_name(unicodedata.normalize("NFKC", bare)).casefold()


class Engagement(Named):
    """One piece of work on one rubric version.

    Attributes:
        rubric: id of the rubric.
        rubric_version: its version.
        rubric_fingerprint: of its content when the engagement was made; a later difference is refused.
        benchmark: id of the published data set to compare with, None without one.
        illustrative: whether importance and targets are example values and must say so wherever they show.
    """

    rubric: str
    rubric_version: str
    rubric_fingerprint: str = ""
    benchmark: str | None = None
    illustrative: bool = False
