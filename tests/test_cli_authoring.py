"""Rubrics on the command line: a template, Excel in and out, publishing."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from assessment.cli import main
from assessment.edges.rubric_checking import check_rubrics
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics
from tests.edges.filled_in_rubric import fill_in


def _run(*words: object) -> Result:
    return CliRunner().invoke(main, ["rubric", *map(str, words)], catch_exceptions=False)


def test_six_indicators_from_the_template_become_a_published_rubric(tmp_path: Path) -> None:
    sheet, store = tmp_path / "care.xlsx", tmp_path / "own.sqlite3"
    assert _run("template", "--out", sheet).exit_code == 0
    fill_in(sheet)
    told = _run("from-excel", sheet, "--out", tmp_path / "rubrics")
    assert told.exit_code == 0, told.output
    assert check_rubrics([tmp_path / "rubrics"]) == []

    assert "can be chosen" in _run("publish", sheet, "--store", store).output
    rubric = FileShelf(own=own_rubrics(store)).rubric("care")
    assert len(rubric.indicators) == 6
    assert rubric.node("calls.answer").weight == 2
    assert (
        "published already" in _run("publish", tmp_path / "rubrics" / "care" / "1", "--store", store).output
    )


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_unfinished_template_is_refused_cell_by_cell_and_nothing_is_written(
    tmp_path: Path, lang: str
) -> None:
    assert _run("template", "--out", tmp_path / "t.xlsx", "--lang", lang).exit_code == 0
    told = _run("from-excel", tmp_path / "t.xlsx", "--out", tmp_path / "rubrics")

    assert told.exit_code == 1
    assert "!B2" in told.output
    assert not (tmp_path / "rubrics").exists()


def test_a_rubric_goes_to_excel_and_comes_back_the_same(tmp_path: Path) -> None:
    assert _run("to-excel", "account-team-self-check", "--out", tmp_path / "a.xlsx").exit_code == 0
    assert _run("from-excel", tmp_path / "a.xlsx", "--out", tmp_path).exit_code == 0

    there = FileShelf.rubric_at(tmp_path / "account-team-self-check" / "1")
    shipped = FileShelf().rubric("account-team-self-check")
    assert (there.fingerprint, there.translations) == (shipped.fingerprint, shipped.translations)


def test_what_a_workbook_would_change_is_not_written_into_one(tmp_path: Path) -> None:
    odd = 'id: odd\nversion: "1"\nname: "a\\u2028b"\ntiers: [t]\ntree: [{id: only, name: Only}]\n'
    (tmp_path / "odd.yaml").write_text(odd, encoding="utf-8")
    told = _run("to-excel", tmp_path / "odd.yaml", "--out", tmp_path / "odd.xlsx")

    assert told.exit_code == 1
    assert "would change" in told.output
    assert not (tmp_path / "odd.xlsx").exists()


def test_a_changed_rubric_under_a_published_version_is_refused_with_the_difference(tmp_path: Path) -> None:
    sheet, store = tmp_path / "care.xlsx", tmp_path / "own.sqlite3"
    _run("template", "--out", sheet)
    fill_in(sheet)
    _run("publish", sheet, "--store", store)
    book = load_workbook(sheet)
    book["Nodes"]["E3"] = 5
    book.save(sheet)
    told = _run("publish", sheet, "--store", store)

    assert told.exit_code == 1
    assert "calls.answer" in told.output
    assert FileShelf(own=own_rubrics(store)).rubric("care").node("calls.answer").weight == 2
