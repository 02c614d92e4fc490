"""What is wrong with what somebody says about the progress of an initiative, field by field."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from assessment.catalogue import Lang, text
from assessment.roadmap_records import ALL_DONE, NEEDS_REASON, DepartmentPart, Progress


class Mistake(NamedTuple):
    """One thing that is wrong.

    Attributes:
        field: which one, such as `reason`; a part's is `parts`.
        code: its sentence is `follow.wrong.<code>`.
        found: what the sentence quotes.
    """

    field: str
    code: str
    found: str = ""

    def sentence(self, lang: Lang) -> str:
        """What is wrong and how to mend it."""
        return text(f"follow.wrong.{self.code}", lang, found=self.found)


def progress_of(said: Mapping[str, Any]) -> tuple[Progress | None, list[Mistake]]:
    """Progress as it was typed, or everything that is wrong with it.

    What is done is done to 100 percent, and of what is not started nothing is: the percentage need not be
    typed then.

    Args:
        said: the fields of `Progress`; `parts` as a sequence of `DepartmentPart`.
    """
    wanted = dict(said)
    if wanted["status"] == "done":
        wanted["percent"] = ALL_DONE
    if wanted["status"] == "not-started":
        wanted["percent"] = 0
    mistakes = list(_mistakes(wanted))
    return (None if mistakes else Progress.model_validate(wanted)), mistakes


def _mistakes(said: Mapping[str, Any]) -> Iterator[Mistake]:
    if said["status"] in NEEDS_REASON and not str(said["reason"]).strip():
        yield Mistake("reason", f"no-reason.{said['status']}")
    if said["status"] in {"running", "delayed"} and said["percent"] == ALL_DONE:
        yield Mistake("percent", "all-done")
    begins, ends = said["begins"], said["ends"]
    if begins and ends and ends < begins:
        yield Mistake("ends", "ends-first", f"{ends.isoformat()} < {begins.isoformat()}")
    yield from _parts(said["parts"], ends)


def _parts(parts: tuple[DepartmentPart, ...], ends: dt.date | None) -> Iterator[Mistake]:
    for part in parts:
        if not part.department.strip():
            yield Mistake("parts", "no-department", part.work)
        if ends and part.due and part.due > ends:
            found = f"{part.department}: {part.due.isoformat()} > {ends.isoformat()}"
            yield Mistake("parts", "part-after-end", found)
