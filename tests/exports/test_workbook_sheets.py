"""What a workbook offers beside its figures: names, lists to choose from, tints, priorities and plan."""

import datetime as dt
import re
import zipfile
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openxml_audit import OpenXmlValidator

from assessment import roadmapping
from assessment.catalogue import LANGUAGES, Lang
from assessment.edges.demo import load_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.roadmap import Plan, PlanSettings
from assessment.storyline.full import Told
from assessment.storyline.sheets import workbook_report
from exports.style import LEVELS
from exports.workbook import workbook
from tests.exports.workbook_reading import computed_report, rows_under, same_figures, sheets
from tests.report.sample_material import MATERIAL

SHENZHEN = "shenzhen-telecom"
MADE = workbook(computed_report(MATERIAL, "en"))


def _formulas() -> Workbook:
    return openpyxl.load_workbook(BytesIO(MADE))


@pytest.fixture(scope="module")
def engagement() -> tuple[MemoryStore, FileShelf, str]:
    """The 2003 engagement with two initiatives of Shenzhen planned."""
    store, shelf = MemoryStore(), FileShelf()
    name = load_demo(store, shelf)
    choice = roadmapping.choice_of(store, shelf, name, SHENZHEN, "2003")
    roadmapping.pick(store, choice, ["complaint-management", "promotion-management"], "li")
    starts = {"complaint-management": 1, "promotion-management": 2}
    settings = PlanSettings(phases=4, start=dt.date(2004, 1, 1))
    draft = roadmapping.PlanDraft("A", settings, Plan(starts=starts, finished=2))
    roadmapping.keep_plan(store, shelf, (name, SHENZHEN, "2003"), draft, "li")
    return store, shelf, name


def _told(engagement: tuple[MemoryStore, FileShelf, str], unit: str, lang: Lang) -> Told:
    store, shelf, name = engagement
    return workbook_report(store, shelf, (name, unit, "2003"), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_priorities_and_plan_have_sheets_with_the_reports_figures(
    engagement: tuple[MemoryStore, FileShelf, str], lang: Lang
) -> None:
    told = _told(engagement, SHENZHEN, lang)
    made = workbook(told.report)
    names = {"en": ("Priorities", "Plan"), "zh": ("优先事项", "计划")}[lang]

    assert told.failures == ()
    for kind, name in zip(("priorities", "roadmap"), names, strict=True):
        tables = [table for one in told.report.of_kind(kind) for table in one.tables]  # type: ignore[arg-type] # both are kinds
        assert tables
        for table in tables:
            rows = rows_under(sheets(made)[name], table.columns, len(table.rows))
            assert same_figures(table, rows), table.id


def test_openxml_audit_finds_nothing_in_a_workbook_with_a_plan(
    engagement: tuple[MemoryStore, FileShelf, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("plan") / "book.xlsx"
    path.write_bytes(workbook(_told(engagement, SHENZHEN, "en").report))

    assert [str(finding) for finding in OpenXmlValidator().validate(path).errors] == []


def test_without_a_plan_there_is_no_sheet_for_one(engagement: tuple[MemoryStore, FileShelf, str]) -> None:
    made = workbook(_told(engagement, "china-telecom", "en").report)

    assert "Plan" not in sheets(made)
    assert "Priorities" in sheets(made)


def test_what_the_formulas_read_has_names() -> None:
    book = _formulas()
    named = {name: defined.attr_text for name, defined in book.defined_names.items()}

    assert {name: re.sub(r"\d+", "n", said or "") for name, said in named.items()} == {
        "RatingKeys": "'Ratings and evidence'!$I$n:$I$n",
        "RatingScores": "'Ratings and evidence'!$C$n:$C$n",
        "NodeIds": "'Rubric'!$F$n:$F$n",
        "NodeWeights": "'Rubric'!$D$n:$D$n",
        "ScaleMin": "'Rubric'!$B$n",
        "ScaleMax": "'Rubric'!$B$n",
        "MinCoverage": "'Rubric'!$B$n",
        "ScoreChoices": "'Rubric'!$A$n:$A$n",
        "NotApplicable": "'Rubric'!$A$n",
        "NotAssessed": "'Rubric'!$A$n",
    }
    values = sheets(MADE)["Rubric"]
    found = {
        name: values[(named[name] or "").split("!")[1].replace("$", "")] for name in ("ScaleMin", "ScaleMax")
    }
    assert {name: cell.value for name, cell in found.items()} == {"ScaleMin": 0.0, "ScaleMax": 5.0}
    (lowest, *_, highest, left_out, unknown) = (
        row[0].value for row in values[(named["ScoreChoices"] or "").split("!")[1].replace("$", "")]
    )
    assert (lowest, highest, left_out, unknown) == (0.0, 5.0, "not applicable", "not assessed")


def test_every_rating_is_a_number_or_a_word_that_can_be_changed_to_another_of_the_list() -> None:
    sheet = _formulas()["Ratings and evidence"]
    (rule,) = sheet.data_validations.dataValidation

    assert (rule.type, rule.formula1) == ("list", "=ScoreChoices")
    cells = [row[0] for span in rule.sqref.ranges for row in sheet[span.coord]]
    assert len(cells) == 12
    assert all(cell.data_type in ("n", "s") for cell in cells)


@pytest.mark.parametrize(
    ("sheet", "head"),
    [("Scores", "Score"), ("Capabilities", "Score"), ("Comparison", "North"), ("Roll-up", "Score")],
)
def test_scores_are_formulas_that_are_tinted_by_what_they_come_to(sheet: str, head: str) -> None:
    found = _formulas()[sheet]
    top = next(row for row in found.iter_rows() if head in [cell.value for cell in row])
    place = next(cell for cell in top if cell.value == head)
    below = found.cell(place.row + 1, place.column)
    tinted = [span for span in found.conditional_formatting if below.coordinate in span.sqref]

    assert below.data_type == "f"
    assert [len(span.rules) for span in tinted] == [len(LEVELS)]


def test_charts_are_drawn_from_formulas_too() -> None:
    drawn = _formulas()["Comparison"]
    native = drawn._charts[0]  # type: ignore[attr-defined]
    first = native.series[0].val.numRef.f.rpartition("!")[2].replace("$", "")

    assert [cell.data_type for (cell,) in drawn[first]] == ["f", "f"]


def test_keys_are_left_out_of_print_and_headers_are_repeated() -> None:
    book = _formulas()

    assert book["Ratings and evidence"].print_area.startswith("'Ratings and evidence'!$A$1:$H$")
    assert book["Roll-up"].print_area.startswith("'Roll-up'!$A$1:$K$")
    assert book["Roll-up"].print_title_rows
    assert book["Roll-up"].freeze_panes == "C6"


def test_no_formula_holds_what_people_wrote() -> None:
    with zipfile.ZipFile(BytesIO(MADE)) as package:
        written = "".join(
            package.read(name).decode() for name in package.namelist() if "worksheets/sheet" in name
        )
    formulas = set(re.findall("<f(?: [^>]*)?>(.*?)</f>", written))

    assert len(formulas) > 100
    assert not [said for said in formulas if "North" in said or "Inside data" in said]
