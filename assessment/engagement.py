"""The piece of work: who is assessed, when, and by whom."""

import datetime as dt
from typing import Literal

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
    """A round of assessment; a locked one takes no more ratings and no more evidence."""

    date: dt.date
    locked: bool = False


class Person(Named):
    """Somebody who rates or is interviewed."""

    role: str = ""


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
