"""Recalculated by LibreOffice, every node of every rubric is what the core says it is."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assessment.catalogue import LANGUAGES
from assessment.edges.shelf import FileShelf
from assessment.report.material import Material
from assessment.rubric import Node, Rubric, Rule, Scale
from tests.exports.recalculating import (
    differing,
    errors_in,
    made,
    material_of,
    random_material,
    rating,
    recalculated,
    rows_by_key,
)

SHELF = FileShelf()
SEEDS = (1, 2)


def _group(name: str, rule: Rule, weights: tuple[float, ...], **more: object) -> Node:
    children = tuple(
        Node(
            id=f"{name}.{k}",
            name=f"{name} {k}",
            weight=weight,
            stage=k // 2 + 1 if rule == "staged" else None,
        )
        for k, weight in enumerate(weights)
    )
    return Node(id=name, name=name, rule=rule, children=children, **more)  # type: ignore[arg-type]


def _every_rule(name: str, scale: Scale, **more: object) -> Rubric:
    """One node for each rule, one of them deep, with unequal weights and weights of nought."""
    deep = Node(id="deep", name="Deep", weight=3, children=(_group("deeper", "median", (1, 1, 0, 2)),))
    tree = (
        _group("plain", "mean", (1, 2.5, 0.5, 0)),
        _group("times", "geometric", (1, 2, 1)),
        _group("parts", "harmonic", (1, 2, 1), weight=0),
        deep,
        _group("weak", "min", (1, 1, 0)),
        _group("steps", "staged", (1, 1, 1, 1, 0), met_at=(scale.min + scale.max) / 2),
        _group("nothing", "mean", (0, 0)),
        Node(id="leaf", name="A leaf beside groups"),
    )
    return Rubric(
        id=name,
        version="1",
        name=name,
        scale=scale,
        tiers=("a", "b", "c", "d"),
        tree=tree,
        **more,  # type: ignore[arg-type]
    )


INVENTED = (
    _every_rule("five", Scale()),
    _every_rule("from-one", Scale(min=1, max=7, step=1), min_coverage=0.3),
    _every_rule("any-figure", Scale(min=0, max=100, step=None), min_coverage=0.0),
    _every_rule("blank-is-low", Scale(), blank_as="min"),
)
RUBRICS = [SHELF.rubric(name, version) for name, version in SHELF.rubrics()] + list(INVENTED)
MATERIALS = {
    f"{rubric.id}-{seed}": (random_material(rubric, seed), LANGUAGES[seed % 2])
    for rubric in RUBRICS
    for seed in SEEDS
}


@pytest.mark.office
def test_every_node_of_every_rubric_equals_the_core_and_no_cell_holds_an_error(tmp_path: Path) -> None:
    books = {name: made(material, lang) for name, (material, lang) in MATERIALS.items()}
    calculated = recalculated(books, tmp_path)
    for name, (material, lang) in MATERIALS.items():
        assert differing(material, rows_by_key(calculated[name], lang), lang) == [], name
        assert errors_in(calculated[name]) == [], name


@pytest.mark.parametrize("name", MATERIALS)
def test_those_who_do_not_calculate_see_the_cores_figures(name: str) -> None:
    material, lang = MATERIALS[name]
    book = openpyxl.load_workbook(BytesIO(made(material, lang)), data_only=True)

    assert differing(material, rows_by_key(book, lang), lang, tolerance=0.0) == []


def _edited(material: Material, edit: Callable[[Any], None]) -> bytes:
    """The workbook after somebody changed its English sheets and saved it."""
    book = openpyxl.load_workbook(BytesIO(made(material, "en")))
    edit(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _ratings(book: Any) -> dict[str, Any]:  # noqa: ANN401 - as openpyxl has it
    """Key -> the cell with the score."""
    sheet = book["Ratings and evidence"]
    return {
        str(row[-1].value): row[2] for row in sheet.iter_rows(min_row=1) if "|" in str(row[-1].value or "")
    }


def _with(material: Material, unit: str, changed: dict[str, float | str | None]) -> Material:
    """The same with other ratings of a unit: a score, `na`, or None for nothing."""
    found = dict(material.ratings[unit])
    for leaf, said in changed.items():
        score = said if isinstance(said, float) else None
        state = "na" if said == "na" else "unknown" if said is None else "scored"
        found[leaf] = rating(unit, leaf, score, state)
    return material_of(material.rubric, {**material.ratings, unit: found})


CHANGED: dict[str, float | str | None] = {
    "plain.0": 4.5,
    "plain.1": "na",
    "times.0": None,
    "steps.0": 5.0,
    "steps.1": 5.0,
    "steps.2": 0.5,
    "deeper.0": 0.5,
    "leaf": 2.5,
}


def _change(book: Any) -> None:  # noqa: ANN401 - as openpyxl has it
    cells = _ratings(book)
    for leaf, said in CHANGED.items():
        cells[f"south|{leaf}"].value = "Not Applicable" if said == "na" else said


def _turn_around(book: Any) -> None:  # noqa: ANN401 - as openpyxl has it
    """Sort the ratings the other way round, as the filter's button does: scores move with their keys."""
    cells = _ratings(book)
    sheet = book["Ratings and evidence"]
    rows_of = [cell.row for cell in cells.values()]
    first, last = rows_of[0], rows_of[-1]
    for column in (3, sheet.max_column):
        values = [sheet.cell(row, column).value for row in range(first, last + 1)]
        for row, value in enumerate(reversed(values), first):
            sheet.cell(row, column).value = value


def _reweigh(book: Any) -> None:  # noqa: ANN401 - as openpyxl has it
    for row in book["Rubric"].iter_rows():
        if {cell.value for cell in row} & {"plain.0", "parts", "weak.2"}:
            row[3].value = 4
        if row[0].value == "Minimum coverage":
            row[1].value = 0.1


def _reweighed(rubric: Rubric) -> Rubric:
    def changed(node: Node) -> Node:
        weight = 4.0 if node.id in ("plain.0", "parts", "weak.2") else node.weight
        return node.model_copy(update={"weight": weight, "children": tuple(map(changed, node.children))})

    parts: dict[str, Any] = {name: getattr(rubric, name) for name in Rubric.model_fields}
    return Rubric(**{**parts, "tree": tuple(map(changed, rubric.tree)), "min_coverage": 0.1})


@pytest.mark.office
def test_changed_sorted_and_reweighed_sheets_are_followed_as_the_core_would(tmp_path: Path) -> None:
    material, _ = MATERIALS["five-1"]
    changed = _with(material, "south", CHANGED)
    books = {
        "changed": (_edited(material, _change), changed),
        "sorted": (_edited(material, _turn_around), material),
        "weights": (_edited(material, _reweigh), material_of(_reweighed(material.rubric), material.ratings)),
    }
    calculated = recalculated({name: book for name, (book, _) in books.items()}, tmp_path)
    for name, (_, wanted) in books.items():
        assert differing(wanted, rows_by_key(calculated[name], "en"), "en") == [], name
        assert errors_in(calculated[name]) == [], name
    wanted_scores = [changed.scores["south"][node.id].score for node in changed.inner_nodes]
    assert _shown(calculated["changed"], "Comparison", "South") == pytest.approx(wanted_scores, abs=1e-9)


def _shown(book: Any, sheet: str, head: str) -> list[float | None]:  # noqa: ANN401 - as openpyxl has it
    """The figures of the first table's column, None for words."""
    rows = list(book[sheet].iter_rows(values_only=True))
    top = next(place for place, row in enumerate(rows) if head in row)
    column, found = rows[top].index(head), []
    for row in rows[top + 1 :]:
        if row[column] is None:
            break
        found.append(row[column] if isinstance(row[column], int | float) else None)
    return found
