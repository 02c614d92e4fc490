"""Following a roadmap through in words, in both languages."""

import datetime as dt

import pytest

from assessment.catalogue import Lang
from assessment.follow_through import Followed, Reminder, ShareDone, followed
from assessment.follow_words import (
    headline,
    outcome_table,
    outcomes_said,
    part_said,
    reminder_said,
    reminder_short,
    share_said,
)
from assessment.initiatives import Initiative
from assessment.outcomes import Outcome
from assessment.roadmap_records import DepartmentPart, PickedInitiative, Progress
from tests.small_rubric import RUBRIC

TODAY = dt.date(2027, 3, 1)
IT = DepartmentPart(
    department="IT", head="Sun", due=dt.date(2027, 2, 1), work="feed", percent=60, reason="ill"
)


def standing(*ends: int | None) -> tuple[Followed, ...]:
    """An initiative for each number of days until its end; None for one that is done."""
    items, said = [], []
    for place, days in enumerate(ends):
        items.append(PickedInitiative(unit="u", initiative=Initiative(id=str(place), name=str(place))))
        done = {"status": "done", "percent": 100} if days is None else {"status": "running", "percent": 10}
        end = None if days is None else TODAY + dt.timedelta(days=days)
        said.append(Progress.model_validate({"unit": "u", "initiative": str(place), "ends": end, **done}))
    return followed(items, said, None, TODAY)


@pytest.mark.parametrize(
    ("ends", "english", "chinese"),
    [
        ((-1, -2, None), "2 of 3 initiatives are late", "3 项举措中有 2 项已延误"),
        ((-1, 5, None), "1 of 3 initiatives is late", "3 项举措中有 1 项已延误"),
        (
            (5, None),
            "Nothing is late; 1 of 2 initiatives is due within 30 days",
            "没有延误；2 项举措中有 1 项在 30 天内到期",
        ),
        (
            (90, None),
            "Nothing is late or due; 1 of 2 initiatives are done",
            "没有延误，也没有即将到期的事项；2 项举措中已完成 1 项",
        ),
        ((None, None), "All 2 initiatives are done", "全部 2 项举措均已完成"),
    ],
)
def test_the_headline_says_the_worst_first(ends: tuple[int | None, ...], english: str, chinese: str) -> None:
    assert headline(standing(*ends), "en") == english
    assert headline(standing(*ends), "zh") == chinese


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (ShareDone(4, 1, 0, 0.4, None), "40% of the work is done (1 of 4 initiatives finished)"),
        (
            ShareDone(4, 1, 2, 0.4, 0.55),
            "40% of the work is done (1 of 4 initiatives finished); at an even pace it would be 55% by "
            "today; 2 dropped",
        ),
    ],
)
def test_the_share_done_is_said_against_an_even_pace(share: ShareDone, said: str) -> None:
    assert share_said(share, "en") == said


@pytest.mark.parametrize(
    ("reminder", "lang", "said"),
    [
        (Reminder("i", "end-late", 1), "en", "should have been finished yesterday"),
        (Reminder("i", "end-late", 3), "en", "should have been finished 3 days ago"),
        (Reminder("i", "end-due", 0), "en", "is to be finished today"),
        (Reminder("i", "start-due", 1), "en", "starts tomorrow"),
        (Reminder("i", "start-late", 4), "zh", "应在 4 天前启动"),
        (Reminder("i", "part-due", 0, IT), "en", "the part of IT (Sun) is due today"),
        (Reminder("i", "part-late", 2, IT), "zh", "IT（Sun）负责的部分已逾期 2 天"),
        (Reminder("i", "held-up", others=("a", "b")), "en", "waits for A, b"),
        (Reminder("i", "delayed"), "zh", "进度延误"),
    ],
)
def test_a_reminder_is_a_sentence_that_counts_days_as_people_do(
    reminder: Reminder, lang: Lang, said: str
) -> None:
    assert reminder_short(reminder, {"a": "A"}, lang) == said


def test_a_reminder_names_its_initiative() -> None:
    assert reminder_said(Reminder("i", "delayed"), "Loyalty", {}, "en") == "Loyalty: is delayed"


def test_a_departments_part_is_one_line() -> None:
    assert part_said(IT, "en") == "IT (Sun): feed, by 2027-02-01, 60% done; ill"
    assert part_said(IT, "zh") == "IT（Sun）：feed，2027-02-01 前完成，已完成 60%；ill"
    assert part_said(DepartmentPart(department="Law"), "en") == "Law, 0% done"


def test_outcomes_are_counted_and_what_is_open_is_said() -> None:
    behind = Outcome("a", 1.0, 2.0, 1.8, 2.2, 1.5, "behind", ("x", "y", "z", "w"))
    open_ = Outcome("b", None, 2.0, 2.0, 2.0, None, "not-assessed")
    assert outcomes_said([open_], "en") == "None of the projected scores was re-assessed yet"
    assert outcomes_said([behind, open_], "en") == (
        "Of 1 projected scores, 0 came out as projected, 0 above and 1 below; 1 not re-assessed"
    )
    short = outcome_table([behind, open_], RUBRIC, {"x": "X"}, "en", most=2)
    assert [row[-1].text for row in short.rows] == ["X, y and 2 more", ""]
    assert next(cell.text for cell in short.rows[1][1:6]) == "not assessed"
    whole = outcome_table([behind], RUBRIC, {}, "zh")
    assert whole.rows[0][-1].text == "x、y、z、w"
