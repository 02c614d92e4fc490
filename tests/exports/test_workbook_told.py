"""The charts of what matters first and of the plan, drawn on their sheets from the figures beside them."""

import datetime as dt
from io import BytesIO

import openpyxl
import pytest
from openpyxl.chart import BarChart, LineChart, ScatterChart
from openpyxl.chart._chart import ChartBase
from openxml_audit import OpenXmlValidator

from assessment import roadmapping
from assessment.edges.demo import load_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.report import Report
from assessment.report.pictures import Field, Mark
from assessment.roadmap import Plan, PlanSettings
from assessment.storyline.sheets import workbook_report
from exports.workbook import workbook
from exports.workbook_field import sides

SHENZHEN = "shenzhen-telecom"


@pytest.fixture(scope="module")
def report() -> Report:
    """Shenzhen in 2003 with two initiatives planned."""
    store, shelf = MemoryStore(), FileShelf()
    place = (load_demo(store, shelf), SHENZHEN, "2003")
    choice = roadmapping.choice_of(store, shelf, *place)
    roadmapping.pick(store, choice, ["complaint-management", "promotion-management"], "li")
    settings = PlanSettings(phases=4, start=dt.date(2004, 1, 1))
    starts = {"complaint-management": 1, "promotion-management": 2}
    draft = roadmapping.PlanDraft("A", settings, Plan(starts=starts, finished=2))
    roadmapping.keep_plan(store, shelf, place, draft, "li")
    return workbook_report(store, shelf, place, "zh").report


@pytest.fixture(scope="module")
def made(report: Report) -> bytes:
    return workbook(report)


def _charts(made: bytes, sheet: str) -> list[ChartBase]:
    return list(openpyxl.load_workbook(BytesIO(made))[sheet]._charts)  # type: ignore[attr-defined]


def _field(report: Report) -> Field:
    (field,) = (
        one for part in report.of_kind("priorities") for one in part.pictures if isinstance(one, Field)
    )
    return field


def test_every_point_of_the_priorities_stands_in_cells_that_the_chart_reads(
    report: Report, made: bytes
) -> None:
    field, (drawn,) = _field(report), _charts(made, "优先事项")
    sheet = openpyxl.load_workbook(BytesIO(made), data_only=True)["优先事项"]
    points = drawn.series[len(field.curves) :]

    assert isinstance(drawn, ScatterChart)
    assert len(points) == len(field.marks) > 0
    for point, mark in zip(points, field.marks, strict=True):
        cells = (point.tx.strRef.f, point.xVal.numRef.f, point.yVal.numRef.f)
        name, x, y = (sheet[cell.split("!")[1].replace("$", "")].value for cell in cells)
        assert (name, x, y) == (mark.name, pytest.approx(mark.x), pytest.approx(mark.y))


def test_the_plan_has_its_projected_scores_as_lines_and_the_load_of_each_role_as_columns(
    report: Report, made: bytes
) -> None:
    told = [chart for part in report.of_kind("roadmap") for chart in part.charts]
    drawn = _charts(made, "计划")
    words = {
        str(cell) for row in openpyxl.load_workbook(BytesIO(made))["计划"].values for cell in row if cell
    }

    kinds = {"load": BarChart, "slope": LineChart}
    assert {chart.kind for chart in told} == set(kinds)
    assert [type(one) for one in drawn] == [kinds[chart.kind] for chart in told]
    assert {"第 1 阶段", "第 4 阶段"} <= words


def test_openxml_audit_finds_nothing_in_these_charts(
    made: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("told") / "book.xlsx"
    path.write_bytes(made)

    assert [str(finding) for finding in OpenXmlValidator().validate(path).errors] == []


def test_names_of_points_at_one_place_stand_on_four_sides_and_a_fifth_has_none(report: Report) -> None:
    field = _field(report)
    mark = Mark("n", "客户交互管理", 0.5, 1.0, 12.0, "watch", None)
    many = Field(
        **{name: getattr(field, name) for name in Field.__dataclass_fields__} | {"marks": (mark,) * 5}
    )

    assert sides(many) == ["r", "l", "t", "b", ""]
