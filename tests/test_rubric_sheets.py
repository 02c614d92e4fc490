from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from assessment.authoring_errors import RubricNotInWorkbookError
from assessment.catalogue import LANGUAGES, Lang
from assessment.edges.rubric_workbooks import read_rubric_workbook
from assessment.edges.shelf import FileShelf
from assessment.rubric import Band, Node, Rubric, Scale, Source
from assessment.rubric_from_sheets import read_rubric_sheets
from assessment.rubric_parsing import parse_rubric, translation_paths
from assessment.rubric_sheets import Cell, Sheet, rubric_sheets, template_sheets
from assessment.sheet_tables import letter
from exports.rubric_workbook import faithful_workbook, rubric_workbook

SHELF = FileShelf()
CARE = """
id: care
version: "1"
name: Customer care
scale: {min: 0, max: 2, step: 1, levels: {0: Nothing, 1: Some, 2: All}}
tiers: [area, indicator]
tree:
  - id: calls
    name: Calls
    children:
      - {id: calls.answer, name: Answering, weight: 2, descriptors: {0: a, 1: b, 2: c}, evidence: [Log, Plan]}
      - {id: calls.solve, name: Solving, question: "How?", descriptors: {0: d, 1: e, 2: f}}
"""


def _care() -> Rubric:
    rubric, problems = parse_rubric(CARE, "care")
    assert rubric is not None
    assert problems == []
    return rubric


def _changed(sheet: int, cells: dict[str, Cell], lang: Lang = "en") -> list[Sheet]:
    """The sheets of the care rubric with some cells (`B2`) changed."""
    sheets = rubric_sheets(_care(), lang)
    rows = [list(row) for row in sheets[sheet].rows]
    for place, said in cells.items():
        column = next(k for k in range(26) if letter(k) == place[0])
        row = int(place[1:]) - 1
        while len(rows) <= row:
            rows.append([])
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = said
    return [*sheets[:sheet], replace(sheets[sheet], rows=rows), *sheets[sheet + 1 :]]


def _told(sheets: list[Sheet]) -> list[tuple[str, str, str]]:
    files, problems = read_rubric_sheets(sheets, "care.xlsx")
    assert (files is None) == any(problem.severity == "error" for problem in problems)
    assert all(problem.sentence(lang) for problem in problems for lang in LANGUAGES)
    return [(problem.code, problem.key, problem.found) for problem in problems]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SHELF.rubrics())
def test_every_shipped_rubric_comes_back_from_its_workbook_as_it_was(
    name: tuple[str, str], lang: Lang
) -> None:
    rubric = SHELF.rubric(*name)
    files, problems = read_rubric_workbook(
        rubric_workbook(rubric_sheets(rubric, lang), lang, rubric.name), "rubric.xlsx"
    )
    assert problems == []
    assert files is not None
    assert files.rubric.fingerprint == rubric.fingerprint
    assert files.rubric.translations == rubric.translations


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=9
) | st.sampled_from(
    [
        "=1+1",
        "007",
        "1.0",
        "yes",
        "null",
        "- a",
        "a: b",
        "#x",
        "'",
        '"',
        "a\nb",
        "{",
        "2003-01-02",
        "_x000D_",
        "1e5",
    ]
)


@st.composite
def _houses(draw: st.DrawFn, tops: tuple[Node, ...]) -> tuple[Band, ...]:
    """No house, or the top nodes in any order, cut into two bands."""
    order = [node.id for node in draw(st.permutations(tops))]
    cut = draw(st.integers(0, len(order)))
    bands = [tuple(order[:cut]), tuple(order[cut:])]
    found = tuple(Band(nodes=nodes, name=draw(WORDS | st.just(""))) for nodes in bands if nodes)
    return found if draw(st.booleans()) else ()


@st.composite
def _rubrics(draw: st.DrawFn) -> Rubric:
    low = draw(st.sampled_from([0.0, 1.0, -2.0]))
    step = draw(st.sampled_from([None, 0.5, 1.0]))
    order = draw(st.permutations([low, low + 1, low + 3]))
    levels = {level: draw(WORDS) for level in order[: draw(st.integers(0, 3))]}
    count = draw(st.integers(1, 7))
    parents = [draw(st.integers(-1, k - 1)) for k in range(count)]

    def node(k: int) -> Node:
        below = tuple(node(j) for j in range(count) if parents[j] == k)
        said = {} if below else {level: draw(WORDS) for level in draw(st.permutations(list(levels)))}
        return Node(
            id=f"n{k}",
            name=draw(WORDS),
            weight=draw(st.floats(0.001, 1000)),
            rule=draw(st.sampled_from(["mean", "median", "min"])) if below else "mean",
            complexity=draw(st.sampled_from([None, "low", "high"])),
            question=draw(WORDS | st.just("")),
            descriptors=said,
            evidence=tuple(draw(st.lists(WORDS, max_size=4))),
            children=below,
        )

    tree = tuple(node(k) for k in range(count) if parents[k] < 0)
    rubric = Rubric(
        id="r",
        version=draw(WORDS),
        name=draw(WORDS),
        source=draw(st.none() | st.builds(Source, title=WORDS, date=st.none() | st.dates())),
        scale=Scale(min=low, max=low + 3, step=step, levels=levels),
        importance={"low": 0.25, "high": draw(st.floats(0.3, 1))},
        tiers=tuple(f"t{k} {draw(WORDS)}" for k in range(count)),
        min_coverage=draw(st.floats(0, 1)),
        blank_as=draw(st.sampled_from([None, "min"])),
        tree=tree,
        house=draw(_houses(tree[0].children if len(tree) == 1 and tree[0].children else tree)),
    )
    if draw(st.booleans()):
        return rubric
    return rubric.with_translation(
        "zh", {path: f"译{said}" for path, said in translation_paths(rubric).items()}
    )


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_rubrics(), st.sampled_from(LANGUAGES))
def test_any_rubric_comes_back_as_it_was(rubric: Rubric, lang: Lang) -> None:
    data = rubric_workbook(rubric_sheets(rubric, lang), lang, rubric.name)
    files, problems = read_rubric_workbook(data, "rubric.xlsx")

    assert problems == []
    assert files is not None
    assert files.rubric.fingerprint == rubric.fingerprint
    assert files.rubric.translations == rubric.translations
    read_again, wrong = parse_rubric(files.files["rubric.yaml"], "rubric.yaml")
    assert wrong == []
    assert read_again is not None
    assert read_again.fingerprint == rubric.fingerprint


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_template_says_what_is_still_to_be_written(lang: Lang) -> None:
    data = rubric_workbook(template_sheets(lang), lang, "template")
    files, problems = read_rubric_workbook(data, "new.xlsx")

    assert files is None
    assert [(one.code, one.key.partition("!")[2]) for one in problems] == [
        ("sheet-empty", "B2"),
        ("sheet-empty", "C4"),
        ("rubric-no-indicators", "A1"),
    ]
    assert rubric_workbook(template_sheets(lang), lang, "template") == data


@pytest.mark.parametrize(
    ("sheet", "cells", "told"),
    [
        (0, {"B2": None}, ("sheet-empty", "Rubric!B2", "id")),
        (0, {"B2": "Kümmern"}, ("rubric-bad-id", "Rubric!B2", "Kümmern")),
        (0, {"B3": 2003.1}, ("sheet-version", "Rubric!B3", "2003.1")),
        (0, {"C4": None}, ("sheet-empty", "Rubric!C4", "name")),
        (0, {"B5": "soon", "C5": "Own"}, ("rubric-bad-date", "Rubric!B5", "soon")),
        (0, {"B6": "low"}, ("sheet-not-number", "Rubric!B6", "low")),
        (0, {"B8": 0.7}, ("sheet-step", "Rubric!B8", "0.7")),
        (0, {"B9": 60}, ("rubric-not-share", "Rubric!B9", "60")),
        (0, {"B10": "max"}, ("rubric-blank-as", "Rubric!B10", "max")),
        (0, {"A10": "Blanks"}, ("sheet-item", "Rubric!A10", "Blanks")),
        (0, {"A10": "Step"}, ("sheet-item-twice", "Rubric!A10", "Step")),
        (0, {"B11": 9}, ("rubric-level-off-scale", "Rubric!C11", "9")),
        (0, {"B12": 0}, ("sheet-item-twice", "Rubric!B12", "0")),
        (0, {"B14": 7}, ("rubric-not-share", "Rubric!B14", "7")),
        (1, {"A3": None}, ("sheet-empty", "Nodes!A3", "id")),
        (1, {"A3": "calls"}, ("sheet-same-id", "Nodes!A3", "calls")),
        (1, {"A3": "Calls"}, ("sheet-similar-id", "Nodes!A3", "Calls")),
        (1, {"B3": "cals"}, ("sheet-unknown-id", "Nodes!B3", "cals")),
        (1, {"C3": None}, ("sheet-empty", "Nodes!C3", "name")),
        (1, {"D3": "接听"}, ("sheet-translation-missing", "Rubric!D4", "Customer care")),
        (1, {"E3": "much"}, ("sheet-not-number", "Nodes!E3", "much")),
        (1, {"E3": -1}, ("rubric-weight-negative", "Nodes!E3", "-1")),
        (1, {"E3": 0, "E4": 0}, ("rubric-weights-zero", "Nodes!A2", "")),
        (1, {"F2": "average"}, ("rubric-unknown-rule", "Nodes!F2", "average")),
        (1, {"F3": "min"}, ("sheet-unused", "Nodes!F3", "min")),
        (1, {"H3": 1}, ("rubric-stage-unused", "Nodes!H3", "1")),
        (1, {"I3": "huge"}, ("rubric-unknown-complexity", "Nodes!I3", "huge")),
        (1, {"B2": "calls.solve"}, ("sheet-circle", "Nodes!B2", "calls")),
        (1, {"A5": "x", "B5": "calls.solve", "C5": "X"}, ("sheet-too-deep", "Nodes!A4", "")),
        (1, {"J1": "Queston"}, ("sheet-column-unread", "Nodes!J1", "Queston")),
        (1, {"J1": "Name"}, ("sheet-column-twice", "Nodes!J1", "Name")),
        (1, {"A1": "Number"}, ("sheet-column-missing", "Nodes!A1", "Id")),
        (2, {"D2": None}, ("rubric-descriptor-missing", "Descriptors!A2", "1")),
        (2, {"D1": "one"}, ("sheet-heading-number", "Descriptors!D1", "one")),
        (2, {"A2": "calls.anser"}, ("sheet-unknown-id", "Descriptors!A2", "calls.anser")),
        (2, {"A3": "calls.answer"}, ("sheet-item-twice", "Descriptors!A3", "calls.answer")),
        (2, {"F1": 1, "F2": "again"}, ("sheet-level-twice", "Descriptors!F2", "1")),
        (2, {"F1": 5, "F2": "x"}, ("rubric-descriptor-off-scale", "Descriptors!F2", "5")),
        (
            3,
            {"F1": 7, "F2": "x"},
            ("sheet-translation-unused", "Descriptors (Chinese)!F2", "calls.answer.5.?"),
        ),
        (4, {"C2": "bell\x07"}, ("rubric-control-character", "Evidence!C2", "U+0007")),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(
    sheet: int, cells: dict[str, Cell], told: tuple[str, str, str]
) -> None:
    assert told in _told(_changed(sheet, cells))


def test_all_problems_are_told_in_one_pass() -> None:
    sheets = _changed(1, {"A3": "calls", "E4": "much", "F2": "average"})
    assert {code for code, *_ in _told(sheets)} >= {
        "sheet-same-id",
        "sheet-not-number",
        "rubric-unknown-rule",
    }


def test_missing_sheets_are_named_and_unknown_ones_left_alone() -> None:
    sheets = rubric_sheets(_care(), "en")
    assert _told(sheets[1:]) == [("sheet-missing", "Rubric", "Rubric")]
    assert _told([*sheets, Sheet("Remarks", [["anything"]])]) == []


def test_formulas_errors_and_merged_cells_are_refused() -> None:
    nodes = rubric_sheets(_care(), "en")[1]
    odd = replace(nodes, computed={"E3": "formula", "E4": "error-value"}, merged=("B3:B4",))
    sheets = rubric_sheets(_care(), "en")
    assert _told([sheets[0], odd, *sheets[2:]]) == [
        ("offline-formula", "Nodes!E3", ""),
        ("offline-error-value", "Nodes!E4", ""),
        ("sheet-merged", "Nodes!B3:B4", "B3:B4"),
    ]


def test_spaces_numbers_as_text_and_spare_columns_do_no_harm() -> None:
    files, problems = read_rubric_sheets(
        _changed(1, {"A3": " calls.answer ", "E3": " 2 ", "B4": "calls ", "F3": "  "}), "care.xlsx"
    )
    assert problems == []
    assert files is not None
    assert files.rubric.fingerprint == _care().fingerprint


def test_a_chain_deeper_than_any_interview_is_told_and_not_followed() -> None:
    rows: list[list[Cell]] = [["Id", "Id of the node above", "Name"]]
    rows += [[f"n{k}", f"n{k - 1}" if k else None, "N"] for k in range(5000)]
    sheets = rubric_sheets(_care(), "en")
    assert "sheet-too-deep" in {code for code, *_ in _told([sheets[0], Sheet("Nodes", rows)])}


@pytest.mark.parametrize("data", [b"", b"no workbook", b"PK\x03\x04broken"])
def test_a_file_that_is_no_workbook_is_refused(data: bytes) -> None:
    files, [problem] = read_rubric_workbook(data, "x.xlsx")
    assert files is None
    assert problem.sentence("zh")


def test_a_formula_in_the_file_is_refused_with_its_cell() -> None:
    book = load_workbook(BytesIO(rubric_workbook(rubric_sheets(_care(), "en"), "en", "care")))
    book["Nodes"]["E3"] = "=1+1"
    book["Nodes"].merge_cells("B3:B4")
    stream = BytesIO()
    book.save(stream)
    files, problems = read_rubric_workbook(stream.getvalue(), "care.xlsx")

    assert files is None
    assert {(one.code, one.key) for one in problems} >= {
        ("offline-formula", "Nodes!E3"),
        ("sheet-merged", "Nodes!B3:B4"),
    }


@pytest.mark.parametrize(
    ("part", "content", "code"),
    [
        ("xl/vbaProject.bin", b"macro", "offline-macros"),
        ("xl/externalLinks/link1.xml", b"<a/>", "offline-external"),
        ("xl/worksheets/sheet9.xml", b"<!DOCTYPE a><a/>", "offline-doctype"),
        ("xl/worksheets/sheet9.xml", b'<sheet><row r="900000"/></sheet>', "offline-far"),
        ("xl/worksheets/sheet9.xml", b'<sheet><row r="1"><c r="AAA1"/></row></sheet>', "offline-far"),
        ("xl/worksheets/sheet9.xml", b'<sheet><row r="9"><c r="ZZ19999"/></row></sheet>', "offline-far"),
        ("xl/media/image.png", b"0" * 30_000_000, "offline-bomb"),
    ],
)
def test_a_hostile_workbook_is_refused_before_it_is_opened(part: str, content: bytes, code: str) -> None:
    stream = BytesIO(rubric_workbook(rubric_sheets(_care(), "en"), "en", "care"))
    with ZipFile(stream, "a", ZIP_DEFLATED) as archive:
        archive.writestr(part, content)
    files, problems = read_rubric_workbook(stream.getvalue(), "care.xlsx")

    assert files is None
    assert [problem.code for problem in problems] == [code]


def _with_evidence(count: int) -> Rubric:
    listed = ", ".join(f"Item {one}" for one in range(1, count + 1))
    rubric, problems = parse_rubric(CARE.replace("Log, Plan", listed), "care")
    assert rubric is not None
    assert problems == []
    return rubric


@pytest.mark.parametrize("lang", LANGUAGES)
def test_more_evidence_than_the_alphabet_has_letters_comes_back(lang: Lang) -> None:
    rubric = _with_evidence(60)
    files, problems = read_rubric_workbook(faithful_workbook(rubric, lang), "care.xlsx")

    assert problems == []
    assert files is not None
    assert files.rubric.fingerprint == rubric.fingerprint
    assert files.rubric.node("calls.answer").evidence[-1] == "Item 60"


def test_a_rubric_too_large_for_its_sheets_is_told_before_anything_is_written() -> None:
    with pytest.raises(RubricNotInWorkbookError) as refused:
        faithful_workbook(_with_evidence(710), "en")
    assert "more than its sheets can take" in refused.value.sentence("en")
