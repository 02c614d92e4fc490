from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assessment.cli import main
from assessment.edges.demo import load_demo
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from assessment.offline_layout import SCORE, STATEMENT
from assessment.ratings import Rating
from tests.edges.filled_in import filled

STUDY, FIRST = "china-telecom-2003", "insight.collect.strategy"
PLACE = ("--engagement", STUDY, "--unit", "fuzhou-telecom")


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with the 2003 study, and beside it `li.xlsx` filled in with one score and one statement."""
    store = open_store(tmp_path / "store.sqlite3")
    load_demo(store, FileShelf())
    store.close()
    book = tmp_path / "li.xlsx"
    made = _run(
        "workbook", "--store", tmp_path / "store.sqlite3", *PLACE, "--offline", "--rater", "Li", "--out", book
    )
    assert made.exit_code == 0, made.output
    book.write_bytes(filled(book.read_bytes(), {FIRST: {SCORE: 3, STATEMENT: "Seen"}}))
    return tmp_path


def _import(path: Path, name: str, *more: object) -> Result:
    return _run("import", path / name, "--store", path / "store.sqlite3", *more)


def test_a_dry_run_prints_every_change_and_writes_nothing(path: Path) -> None:
    done = _import(path, "li.xlsx", "--dry-run")

    assert done.exit_code == 0
    assert f"new      {FIRST}" in done.output
    assert "– → 3  [Customer Insight!F5]" in done.output
    assert "li.xlsx: 1 new rating, 1 new statement" in done.output
    assert "li.xlsx: 1 new rating, 1 new statement" in _import(path, "li.xlsx").output


def test_a_second_import_changes_nothing(path: Path) -> None:
    assert "Brought back: 1 rating(s), 1 statement(s)." in _import(path, "li.xlsx").output

    again = _import(path, "li.xlsx")
    assert (again.exit_code, "Brought back: 0 rating(s), 0 statement(s)." in again.output) == (0, True)


def test_a_conflict_is_refused_unless_somebody_says_whose_stays(path: Path) -> None:
    store = open_store(path / "store.sqlite3")
    meanwhile = Rating(unit="fuzhou-telecom", wave="2003", rater="Li", indicator=FIRST, score=1.0)
    store.save_rating(STUDY, meanwhile)
    refused = _import(path, "li.xlsx")
    assert (refused.exit_code, "Choose whose rating stays" in refused.output) == (1, True)

    assert _import(path, "li.xlsx", "--take", "mine").exit_code == 0
    assert [one.score for one in store.ratings(STUDY, "fuzhou-telecom") if one.rater == "Li"] == [3.0]
    store.close()


def test_an_invalid_cell_is_named_and_nothing_is_written(path: Path) -> None:
    book = path / "li.xlsx"
    book.write_bytes(filled(book.read_bytes(), {FIRST: {SCORE: 9}}))
    done = _import(path, "li.xlsx")

    assert done.exit_code == 1
    assert "Customer Insight!F5" in done.output


def test_a_ratings_table_needs_no_engagement_where_there_is_only_one(path: Path) -> None:
    (path / "r.csv").write_text(
        f"unit,rater,indicator,score\nfuzhou-telecom,Li,{FIRST},2\n", encoding="utf-8"
    )

    assert "Brought back: 1 rating(s)" in _import(path, "r.csv").output


def test_an_offline_workbook_needs_somebody_to_fill_it_in(path: Path) -> None:
    done = _run("workbook", "--store", path / "store.sqlite3", *PLACE, "--offline", "--out", path / "x.xlsx")

    assert done.exit_code == 2
    assert "--rater" in done.output
