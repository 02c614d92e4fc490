"""`gapline follow`: the table of the page as CSV."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner

from assessment import roadmapping
from assessment.cli import main
from assessment.edges.demo import load_demo
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from assessment.engagement import Wave
from assessment.roadmap import Plan, PlanSettings
from assessment.roadmap_records import DepartmentPart, Progress

U, COMPLAINTS, PROMOTION = "shenzhen-telecom", "complaint-management", "promotion-management"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Shenzhen carries a plan out; of complaints IT's part is late; the next wave found what was before."""
    path, shelf = tmp_path / "store.sqlite3", FileShelf()
    store = open_store(path)
    engagement = load_demo(store, shelf)
    choice = roadmapping.choice_of(store, shelf, engagement, U, "2003")
    roadmapping.pick(store, choice, [COMPLAINTS, PROMOTION], "li")
    late = DepartmentPart(department="IT", work="feed", head="=Sun", due=dt.date(2004, 3, 1), percent=60)
    law = DepartmentPart(department="Law")
    said = Progress(unit=U, initiative=COMPLAINTS, status="running", percent=40, parts=(late, law))
    store.record_progress(engagement, [said], "li")
    draft = roadmapping.PlanDraft(
        "A", PlanSettings(start=dt.date(2004, 1, 1)), Plan(starts={COMPLAINTS: 1, PROMOTION: 4})
    )
    plan = roadmapping.keep_plan(store, shelf, (engagement, U, "2003"), draft, "li")
    store.adopt_plan(engagement, U, "2003", plan.id, "li")
    store.add_wave(engagement, Wave(id="2004", name="2004", date=dt.date(2004, 7, 15)))
    before = store.ratings(engagement, U, "2003")
    store.save_ratings(engagement, [one.model_copy(update={"wave": "2004"}) for one in before])
    store.close()
    return path


def run(file: Path, *options: str) -> tuple[str, list[dict[str, str]]]:
    out = file.with_name("out.csv")
    place = ["--store", str(file), "--engagement", "china-telecom-2003", "--unit", U, "--out", str(out)]
    done = CliRunner().invoke(main, ["follow", *place, *options])
    assert done.exit_code == 0, done.output
    with out.open(encoding="utf-8", newline="") as lines:
        return done.output, list(csv.DictReader(lines))


def test_every_department_is_a_row_and_the_most_pressing_initiative_stands_first(file: Path) -> None:
    told, rows = run(file, "--wave", "2003", "--today", "2004-03-31")
    assert "1 of 2 initiatives is late" in told
    assert [(row["id"], row["department"], row["percent"], row["part_percent"]) for row in rows] == [
        (COMPLAINTS, "IT", "0.4", "0.6"),
        (COMPLAINTS, "Law", "0.4", "0.0"),
        (PROMOTION, "", "0.0", ""),
    ]
    first = rows[0]
    assert (first["begins"], first["ends"], first["due"]) == ("2004-01-01", "2004-03-31", "2004-03-01")
    assert first["reminders"] == "the part of IT (=Sun) was due 30 days ago; is to be finished today"
    assert first["head"] == "'=Sun"


def test_the_table_reads_in_chinese_too(file: Path) -> None:
    _, rows = run(file, "--wave", "2003", "--today", "2004-03-31", "--lang", "zh")
    assert rows[0]["initiative"] == "客户投诉管理"
    assert rows[0]["reminders"] == "IT（=Sun）负责的部分已逾期 30 天；应在今天完成"


def test_the_projection_is_a_row_per_node(file: Path) -> None:
    told, rows = run(file, "--content", "projection", "--today", "2004-07-31")
    overall = rows[0]
    assert (overall["id"], overall["unfinished"]) == ("overall", "Complaint management")
    assert float(overall["difference"]) == pytest.approx(
        float(overall["reached"]) - float(overall["projected"])
    )
    assert {row["verdict"] for row in rows} <= {"below", "as projected"}
    assert "came out as projected" in told


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--today", "soon"), "`soon` is no day"),
        (("--content", "projection", "--unit", "guangzhou-telecom"), "nothing to compare"),
    ],
)
def test_what_cannot_be_done_ends_with_a_sentence(file: Path, options: tuple[str, ...], said: str) -> None:
    usual = {"--unit": U, **dict(zip(options[::2], options[1::2], strict=True))}
    flat = [part for pair in usual.items() for part in pair]
    place = [
        "--store",
        str(file),
        "--engagement",
        "china-telecom-2003",
        "--out",
        str(file.with_name("x.csv")),
    ]
    done = CliRunner().invoke(main, ["follow", *place, *flat])
    assert done.exit_code != 0
    assert said in done.output
    assert not file.with_name("x.csv").exists()


def test_without_initiatives_the_table_is_empty_and_says_so(file: Path) -> None:
    told, rows = run(file, "--unit", "guangzhou-telecom")
    assert rows == []
    assert "No initiative was chosen yet." in told
