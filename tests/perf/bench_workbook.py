"""P13: a workbook of 10,000 ratings, against zipping its parts and against openpyxl with the same cells."""

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

import datetime as dt  # noqa: E402 - after the settings above
import gc  # noqa: E402
import zipfile  # noqa: E402
from io import BytesIO  # noqa: E402

from openpyxl import Workbook, load_workbook  # noqa: E402
from timing import ratio, report, side_by_side, total  # type: ignore[import-not-found] # noqa: E402 - beside this script

from assessment.engagement import Engagement, Unit, Wave  # noqa: E402
from assessment.ratings import Evidence, Rating  # noqa: E402
from assessment.report import Report  # noqa: E402
from assessment.report.build import build_report  # noqa: E402
from assessment.report.material import Material  # noqa: E402
from assessment.rubric import Node, Rubric  # noqa: E402
from assessment.scoring import Scorer  # noqa: E402
from exports.ooxml import packed  # noqa: E402
from exports.workbook import workbook  # noqa: E402

UNITS, DIMENSIONS, CAPABILITIES, INDICATORS = 200, 5, 2, 5
RATINGS = UNITS * DIMENSIONS * CAPABILITIES * INDICATORS
FINDING = "Records of unit {unit} on matter {place} are kept in two systems that do not share a number"


def _rubric() -> Rubric:
    def leaf(name: str) -> Node:
        return Node(id=name, name=f"Indicator {name}", question="How is it done?")

    def capability(name: str) -> Node:
        children = tuple(leaf(f"{name}.{k}") for k in range(INDICATORS))
        return Node(id=name, name=f"Capability {name}", children=children)

    tree = tuple(
        Node(
            id=f"d{top}",
            name=f"Dimension {top}",
            children=tuple(capability(f"d{top}.{k}") for k in range(CAPABILITIES)),
        )
        for top in range(DIMENSIONS)
    )
    return Rubric(id="r", version="1", name="R", tiers=("dimension", "capability", "indicator"), tree=tree)


def _report() -> Report:
    rubric = _rubric()
    units = tuple(Unit(id=f"u{k}", name=f"Branch {k}") for k in range(UNITS))
    ratings = {unit.id: _rated(rubric, unit.id, place) for place, unit in enumerate(units)}
    scorer = Scorer(rubric)
    evidence = {
        (unit, leaf): (Evidence(id=f"{unit}-{leaf}", text=FINDING.format(unit=unit, place=leaf)),)
        for unit, found in ratings.items()
        for leaf in found
    }
    return build_report(
        Material(
            engagement=Engagement(id="e", name="E", rubric="r", rubric_version="1"),
            rubric=rubric,
            benchmark=None,
            units=units,
            unit=units[0],
            wave=Wave(id="w", name="W", date=dt.date(2026, 6, 1)),
            scores={unit: scorer.unit(found) for unit, found in ratings.items()},
            ratings=ratings,
            evidence=evidence,
            importance={},
            targets={},
            published=(),
            reference="",
            data_revision=1,
        ),
        "en",
        computing=True,
    )


def _rated(rubric: Rubric, unit: str, start: int) -> dict[str, Rating]:
    return {
        leaf.id: Rating(
            unit=unit,
            wave="w",
            rater="r",
            indicator=leaf.id,
            score=(place % 11) / 2,
            confidence="high",
            note=f"Note {place}" if place % 3 == 0 else "",
        )
        for place, leaf in enumerate(rubric.indicators, start)
    }


def _parts(made: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(made)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def _cells(made: bytes) -> list[list[tuple[object, ...]]]:
    """Every sheet's cells as they stand, formulas as formulas."""
    book = load_workbook(BytesIO(made))
    return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]


def _openpyxl(sheets: list[list[tuple[object, ...]]], *, write_only: bool = False) -> bytes:
    """The peer: the same values and formulas, no looks, no charts, no widths."""
    book = Workbook(write_only=write_only)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def main() -> None:
    shown = _report()
    made = workbook(shown)
    assert workbook(shown) == made
    parts, cells = _parts(made), _cells(made)
    assert packed(parts) == made
    assert sum(len(table.rows) for table in shown.section("evidence").tables) == RATINGS
    gc.collect()
    gc.freeze()  # the garbage collector need not look through what only this script keeps
    measures = {
        "workbook": total(lambda: workbook(shown)),
        "zip": total(lambda: packed(parts)),
        "openpyxl": total(lambda: _openpyxl(cells)),
    }
    costs = side_by_side(measures, rounds=7)
    floor = sorted(costs["zip"])[len(costs["zip"]) // 2]
    formulas = sum(part.count("<f") for part in parts.values())
    what = f"{RATINGS:,} ratings, {formulas:,} formulas vs zip of the same parts ({1000 * floor:.0f} ms)"
    report("P13", what, ratio(costs, "workbook", "zip"), "<= 14", "<= 4")
    report(
        "P13",
        "openpyxl with the same cells vs the product",
        ratio(costs, "openpyxl", "workbook"),
        ">= 1.5",
        ">= 5",
    )


if __name__ == "__main__":
    main()
