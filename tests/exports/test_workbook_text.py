"""What people wrote stays what they wrote: never a formula, never a broken file."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openxml_audit import OpenXmlValidator

from assessment.ratings import Evidence
from assessment.report.material import Material
from exports.workbook import workbook
from exports.workbook_cells import Look, Styles, sheet_text, write_text
from exports.workbook_package import packed_workbook
from tests.exports.workbook_reading import all_cells, computed_report, opened
from tests.report.sample_material import MATERIAL

FORMULAS = ['=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=1"]


def _saying(text: str) -> Material:
    evidence = {("north", "insight.collect.inside"): (Evidence(id="e", text=text, source=text),)}
    rating = MATERIAL.ratings["north"]["insight.collect.inside"].model_copy(update={"note": text})
    ratings = {"north": {**MATERIAL.ratings["north"], rating.indicator: rating}}
    unit = MATERIAL.unit.model_copy(update={"name": text})
    units = tuple(unit if one.id == unit.id else one for one in MATERIAL.units)
    return replace(MATERIAL, evidence=evidence, ratings=ratings, unit=unit, units=units)


def _written(text: str) -> SheetCell:
    """One cell, written out and read back."""
    book = Workbook()
    cell = book.worksheets[0].cell(1, 1)
    assert isinstance(cell, SheetCell)
    write_text(cell, text, Look(), Styles("en"))
    read = opened(packed_workbook(book, [])).worksheets[0]["A1"]
    assert isinstance(read, SheetCell)
    return read


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_looks_like_a_formula_is_text_everywhere(text: str) -> None:
    cells = [
        cell for cell in all_cells(workbook(computed_report(_saying(text), "en"))) if cell.value is not None
    ]

    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert any(text.strip() in str(cell.value) for cell in cells)


@pytest.mark.parametrize("text", FORMULAS)
def test_it_stays_text_when_somebody_edits_the_cell(text: str) -> None:
    cell = _written(text)

    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_plain_text_needs_no_such_care() -> None:
    assert not _written("a = b").quotePrefix


@pytest.mark.parametrize(
    "text", ["\x00\x0bcontrol\x1f", "lone \ud800 half", "<b>&amp;</b>", "]]>", "_x000D_", "\ufffe"]
)
def test_no_text_breaks_the_file(text: str, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook(computed_report(_saying(text), "en")))

    assert [str(finding) for finding in OpenXmlValidator().validate(path).errors] == []
    assert opened(path.read_bytes()).sheetnames


@pytest.mark.parametrize("text", ["<b>&amp;</b>", "_x000D_", " two  spaces ", "two\nlines", "深圳“洞察”"])
def test_text_reads_back_as_it_was_written(text: str) -> None:
    assert _written(text).value == text


def test_line_breaks_of_every_kind_become_one() -> None:
    assert _written("a\r\nb\rc").value == "a\nb\nc"


def test_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    shown = sheet_text("x" * 40_000)

    assert len(shown) == 32_767
    assert shown.endswith("x…")


def test_long_text_is_not_shown_as_hashes() -> None:
    text = "word " * 100
    cells = [
        cell for cell in all_cells(workbook(computed_report(_saying(text), "en"))) if cell.data_type == "s"
    ]

    assert all(cell.number_format == "General" for cell in cells if len(str(cell.value)) > 255)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_kept_but_for_what_no_file_can_hold(text: str) -> None:
    assert (_written(text).value or "") == (sheet_text(text).replace("_x005F_", "_"))
