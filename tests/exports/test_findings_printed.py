"""What a consultant found is printed on slide and sheet."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from assessment.catalogue import LANGUAGES, Lang
from assessment.ratings import Finding
from assessment.report.build import build_report
from exports.deck import deck
from exports.workbook import workbook
from tests.exports.deck_reading import tables, titles
from tests.report.sample_material import MATERIAL

FOUND = Finding(
    id="f",
    unit="north",
    wave="w1",
    node="insight.collect.inside",
    kind="weakness",
    text="=Nobody owns the data.",
    text_zh="=数据无人负责。",
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_findings_stand_on_a_slide_of_their_own_and_beside_their_indicator(lang: Lang) -> None:
    made = deck(build_report(replace(MATERIAL, findings=(FOUND,)), lang))

    assert {"en": "Strengths and weaknesses of North", "zh": "北方的优势与不足"}[lang] in titles(made)
    said = [cell for table in tables(made) for row in table.rows for cell in row]
    assert said.count(FOUND.said(lang)) == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_findings_stand_in_the_workbook_as_text_and_never_as_formulas(lang: Lang) -> None:
    made = workbook(build_report(replace(MATERIAL, findings=(FOUND,)), lang))
    cells = [
        cell
        for sheet in load_workbook(BytesIO(made))
        for row in sheet.iter_rows()
        for cell in row
        if cell.value == FOUND.said(lang)
    ]

    assert len(cells) == 2
    assert {cell.data_type for cell in cells} == {"s"}
