"""What somebody says about progress is taken, or every mistake in it is said."""

import datetime as dt

import pytest

from assessment.catalogue import LANGUAGES
from assessment.progress_checks import progress_of
from assessment.roadmap_records import DepartmentPart, Progress

USUAL = {
    "unit": "u",
    "initiative": "i",
    "status": "running",
    "percent": 40,
    "begins": None,
    "ends": None,
    "owner": "Wang",
    "reason": "",
    "parts": (),
}
MARCH, JUNE = dt.date(2027, 3, 1), dt.date(2027, 6, 1)


@pytest.mark.parametrize(("status", "percent"), [("done", 100), ("not-started", 0)])
def test_the_share_of_what_is_done_or_not_started_need_not_be_typed(status: str, percent: int) -> None:
    progress, mistakes = progress_of({**USUAL, "status": status})
    assert mistakes == []
    assert progress is not None
    assert progress.percent == percent


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"status": "delayed", "reason": " "}, ["no-reason.delayed"]),
        ({"status": "dropped"}, ["no-reason.dropped"]),
        ({"percent": 100}, ["all-done"]),
        ({"begins": JUNE, "ends": MARCH}, ["ends-first"]),
        ({"parts": (DepartmentPart(department=" ", work="x"),)}, ["no-department"]),
        ({"ends": MARCH, "parts": (DepartmentPart(department="IT", due=JUNE),)}, ["part-after-end"]),
        (
            {"status": "delayed", "percent": 100, "begins": JUNE, "ends": MARCH},
            ["no-reason.delayed", "all-done", "ends-first"],
        ),
    ],
)
def test_every_mistake_is_said_at_once_in_both_languages(
    changes: dict[str, object], codes: list[str]
) -> None:
    progress, mistakes = progress_of({**USUAL, **changes})
    assert progress is None
    assert [one.code for one in mistakes] == codes
    assert all(one.sentence(lang) for one in mistakes for lang in LANGUAGES)


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "done", "percent": 90},
        {"status": "running", "percent": 100},
        {"status": "not-started", "percent": 5},
        {"status": "delayed"},
        {"begins": JUNE, "ends": MARCH},
        {"percent": 101},
    ],
)
def test_progress_that_contradicts_itself_cannot_be_made(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Progress.model_validate({**USUAL, **changes})
