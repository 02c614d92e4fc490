import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator

from assessment.catalogue import LANGUAGES, Lang
from assessment.edges.bringing import read_batch
from assessment.importing import commit
from assessment.offline_layout import ANSWER, CONFIDENCE, NOTE, SCORE, STATEMENT
from assessment.rubric import Node, Rubric, Scale
from exports.offline_workbook import offline_workbook
from tests.edges.filled_in import (
    ENGAGEMENT,
    LI,
    UNITS,
    WANG,
    WAVE,
    OneRubric,
    filled,
    made,
    rating,
    store_of,
)
from tests.exports.rendering import CURE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_openxml_audit_finds_nothing(lang: Lang, tmp_path: Path) -> None:
    path = tmp_path / "offline.xlsx"
    path.write_bytes(made(lang, ratings=[rating("a.1", 2.5, note="=x", revision=1)]))

    assert [str(finding) for finding in OpenXmlValidator().validate(path).errors] == []


def test_the_same_input_makes_the_same_bytes() -> None:
    assert made() == made()


def test_there_is_a_start_a_sheet_for_every_dimension_and_a_hidden_one() -> None:
    book = load_workbook(BytesIO(made()))

    assert book.sheetnames == ["Start", "Data", "Service desk", "gapline"]
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible"] * 3 + ["veryHidden"]
    assert book.security.lockStructure


@pytest.mark.parametrize(("step", "told"), [(0.5, True), (1, False)])
def test_half_points_are_told_of_where_they_can_be_chosen(step: float, *, told: bool) -> None:
    rubric = Rubric(
        id="steps",
        version="1",
        name="Steps",
        tiers=("indicator",),
        scale=Scale(min=0, max=3, step=step),
        tree=(Node(id="x", name="X"), Node(id="y", name="Y")),
    )
    book = load_workbook(BytesIO(offline_workbook(rubric, ENGAGEMENT, UNITS[0], WAVE, LI, [], "en")))
    words = " ".join(str(row[0].value) for row in book["Start"].iter_rows())
    assert ("Half points" in words) == told


def test_only_answers_can_be_written_and_no_password_is_needed() -> None:
    for sheet in load_workbook(BytesIO(made())).worksheets:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        for row in sheet.iter_rows():
            for cell in row:
                answer = sheet.title in {"Data", "Service desk"} and str(row[0].value)[:2] in {"a.", "b."}
                assert cell.protection.locked != (answer and (cell.column or 0) > SCORE)


def test_drop_downs_offer_the_steps_the_states_and_the_confidences_in_the_language() -> None:
    book = load_workbook(BytesIO(made("zh")))
    offers = {str(one.sqref): one.formula1 for one in book["数据"].data_validations.dataValidation}
    hidden = book["gapline"]

    assert offers == {
        "F4:F6": "=gapline!$F$1:$F$11",
        "G4:G6": "=gapline!$G$1:$G$3",
        "H4:H6": "=gapline!$H$1:$H$3",
    }
    assert [hidden.cell(row, 6).value for row in (1, 2, 11)] == [0, 0.5, 5]
    assert [hidden.cell(row, 7).value for row in (1, 2, 3)] == ["已评分", "不适用", "未评估"]


def test_a_scale_without_steps_takes_any_number_between_its_ends() -> None:
    free = Rubric(
        id="free",
        version="1",
        name="Free",
        tiers=("indicator",),
        scale=Scale(min=0, max=1, step=None),
        tree=(Node(id="x", name="X"), Node(id="y", name="Y")),
    )
    book = load_workbook(BytesIO(offline_workbook(free, ENGAGEMENT, UNITS[0], WAVE, LI, [], "en")))
    score = book["Overall"].data_validations.dataValidation[0]

    assert (score.type, score.formula1, score.formula2) == ("decimal", "0", "1")


def test_levels_and_what_to_ask_for_are_in_view() -> None:
    sheet = load_workbook(BytesIO(made()))["Data"]

    assert sheet["C4"].value == "How?\nAsk to see:\n• A list"
    assert sheet["D4"].value == "0 None: nothing\n3 something\n5 All: everything"


def test_two_dimensions_of_one_name_get_two_sheets() -> None:
    names = ["Data/1*", "Data 1", "x" * 40, "x" * 41]
    tree = tuple(
        Node(id=f"t{k}", name=name, children=(Node(id=f"t{k}.1", name="One"),))
        for k, name in enumerate(names)
    )
    rubric = Rubric(id="r", version="1", name="R", tiers=("dimension", "indicator"), tree=tree)
    book = load_workbook(BytesIO(offline_workbook(rubric, ENGAGEMENT, UNITS[0], WAVE, LI, [], "en")))

    assert book.sheetnames == ["Start", "Data 1", "Data 1 2", "x" * 31, "x" * 29 + " 2", "gapline"]


def _through_libreoffice(data: bytes, folder: Path, name: str) -> bytes:
    """The workbook saved as OpenDocument and back as .xlsx by LibreOffice."""
    path = folder / f"{name}.xlsx"
    path.write_bytes(data)
    for there, target in ((path, "ods"), (folder / f"{name}.ods", "xlsx")):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        out = folder if target == "ods" else folder / "back"
        convert = ["soffice", profile, "--headless", "--convert-to", target, "--outdir", str(out), str(there)]
        subprocess.run(convert, check=True, capture_output=True, timeout=300)
    return (folder / "back" / f"{name}.xlsx").read_bytes()


@pytest.mark.office
@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_raters_and_a_conflict_come_back_through_libreoffice(lang: Lang, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"soffice is missing: {CURE}")
    store = store_of([rating("a.1", 2.0, note="一\n二")])
    words = {"en": ("not applicable", "high"), "zh": ("不适用", "高")}[lang]
    answers: dict[str, dict[int, object]] = {
        "a.2": {SCORE: 2.5, CONFIDENCE: words[1], STATEMENT: "“没有清单”\nsecond"},
        "a.3": {ANSWER: words[0], NOTE: "无\n营业厅"},
    }
    for person in (LI, WANG):
        before = [one for one in store.ratings("e") if one.rater == person.id]
        back = filled(made(lang, person, before), {**answers, "a.1": {SCORE: 4}})
        if person is LI:
            store.save_rating("e", rating("a.1", 5.0))
        saved = _through_libreoffice(back, tmp_path, person.id)
        batch = read_batch(store, OneRubric(), "e", saved, "back.xlsx", "w1")
        conflicts = {change.place: "mine" for change in batch.of("conflict")}
        assert len(conflicts) == (1 if person is LI else 0)
        commit(store, batch, conflicts)  # type: ignore[arg-type] # the words are choices
        again = read_batch(store, OneRubric(), "e", saved, "back.xlsx", "w1")
        assert again.idle

    said = [
        (one.rater, one.indicator, one.score, one.state, one.confidence, one.note)
        for one in store.ratings("e")
    ]
    assert said == [
        (rater, *what)
        for rater, note in (("li", "一\n二"), ("wang", ""))
        for what in (
            ("a.1", 4.0, "scored", None, note),
            ("a.2", 2.5, "scored", "high", ""),
            ("a.3", None, "na", None, "无\n营业厅"),
        )
    ]
    assert {item.text for item in store.evidence("e")} == {"“没有清单”\nsecond"}
