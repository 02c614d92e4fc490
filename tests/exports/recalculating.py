"""Workbooks whose scores are worked out again by LibreOffice, for tests that compare them with the core's."""

import datetime as dt
import os
import random
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assessment.catalogue import Lang, text
from assessment.engagement import Engagement, Unit, Wave
from assessment.ratings import Rating
from assessment.report.build import build_report
from assessment.report.material import Material
from assessment.rubric import Rubric
from assessment.scoring import NodeScore, Scorer
from exports.workbook import workbook
from exports.workbook_rollup import key_of

CURE = "install libreoffice-calc to run this test"
WAVE = Wave(id="w", name="First", date=dt.date(2026, 6, 1))
UNITS = (Unit(id="north", name="North"), Unit(id="south", name="South"), Unit(id="*TH", name="=East|"))
SHARES = {"north": (0.85, 0.05), "south": (0.55, 0.25), "*TH": (0.1, 0.5)}
"""Of scored and of not applicable indicators; nothing is known of the rest."""
_RESULT = re.compile(rb"(<f[ >].*?</f>)<v>.*?</v>", re.DOTALL)
_CLEAR = re.compile(r"Err:|#[A-Z/0]+[!?]?$")


def random_material(rubric: Rubric, seed: int) -> Material:
    """Three units rated at random: almost wholly, in half, and hardly at all."""
    chance = random.Random(seed)  # noqa: S311 - ratings are no secret
    ratings = {unit.id: _rated(rubric, unit.id, chance) for unit in UNITS}
    return material_of(rubric, ratings)


def material_of(rubric: Rubric, ratings: Mapping[str, Mapping[str, Rating]]) -> Material:
    """What a report on these ratings is made from; the first unit's."""
    scorer = Scorer(rubric)
    return Material(
        engagement=Engagement(id="e", name="E", rubric=rubric.id, rubric_version=rubric.version),
        rubric=rubric,
        benchmark=None,
        units=UNITS,
        unit=UNITS[0],
        wave=WAVE,
        scores={unit: scorer.unit(found) for unit, found in ratings.items()},
        ratings=ratings,
        evidence={},
        importance={},
        targets={},
        published=(),
        reference="",
        data_revision=1,
    )


def _rated(rubric: Rubric, unit: str, chance: random.Random) -> dict[str, Rating]:
    scored, left_out = SHARES[unit]
    steps = rubric.scale.steps()
    found = {}
    for leaf in rubric.indicators:
        drawn = chance.random()
        score = chance.choice(steps) if steps else chance.uniform(rubric.scale.min, rubric.scale.max)
        if drawn < scored:
            found[leaf.id] = rating(unit, leaf.id, score)
        elif drawn < scored + left_out:
            found[leaf.id] = rating(unit, leaf.id, None, "na")
        elif drawn < scored + left_out + (1 - scored - left_out) / 2:
            found[leaf.id] = rating(unit, leaf.id, None, "unknown")
    return found


def rating(unit: str, indicator: str, score: float | None, state: str = "scored") -> Rating:
    return Rating(
        unit=unit,
        wave=WAVE.id,
        rater="Ann",
        indicator=indicator,
        score=score,
        state=state,
        note="not done here" if state == "na" else "",
    )


def without_results(made: bytes) -> bytes:
    """The same workbook without what its formulas come to, so that whoever opens it must calculate."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(made)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            is_sheet = name.startswith("xl/worksheets/sheet")
            after.writestr(name, _RESULT.sub(rb"\1", content) if is_sheet else content)
    return stream.getvalue()


def recalculated(books: Mapping[str, bytes], folder: Path) -> dict[str, Any]:
    """The workbooks as LibreOffice calculates them, opened for their values; all in one call.

    Skips the test where LibreOffice is missing; fails it there in CI (environment CI=true).
    """
    if shutil.which("soffice") is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"soffice is missing: {CURE}")
    (folder / "out").mkdir()
    paths = [folder / f"{name}.xlsx" for name in books]
    for path, made in zip(paths, books.values(), strict=True):
        path.write_bytes(without_results(made))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out")]
    command = ["soffice", profile, "--headless", *target, *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=900)
    return {name: openpyxl.load_workbook(folder / "out" / f"{name}.xlsx", data_only=True) for name in books}


def rows_by_key(book: Any, lang: Lang) -> dict[str, tuple[Any, ...]]:  # noqa: ANN401 - as openpyxl has it
    """Key of the roll-up -> score, coverage, low, high and state as they stand in the sheet."""
    sheet = book[text("report.sheet.workings", lang)]
    rows = sheet.iter_rows(values_only=True)
    return {str(row[-1]): tuple(row[6:11]) for row in rows if "|" in str(row[-1] or "")}


def expected(found: NodeScore, lang: Lang) -> tuple[Any, ...]:
    """The same figures as the core has them."""
    return (found.score, found.coverage, found.low, found.high, text(f"state.{found.state}", lang))


def differing(
    material: Material, rows: Mapping[str, Sequence[Any]], lang: Lang, tolerance: float = 1e-9
) -> list[str]:
    """Every unit and node at which the sheet does not say what the core says."""
    wrong = []
    for unit, scores in material.scores.items():
        for node, found in scores.items():
            said, known = rows[key_of(unit, node)], expected(found, lang)
            if not all(_same(one, other, tolerance) for one, other in zip(said, known, strict=True)):
                wrong.append(f"{unit}|{node}: {said} instead of {known}")
    return wrong


def _same(one: object, other: object, tolerance: float) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= tolerance
    return (one or None) == (other or None) if not isinstance(other, int | float) else False


def errors_in(book: Any) -> list[str]:  # noqa: ANN401 - as openpyxl has it
    """Every cell that holds an error."""
    return [
        f"{sheet.title}!{cell.coordinate}: {cell.value}"
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "e" or (isinstance(cell.value, str) and _CLEAR.match(cell.value))
    ]


def made(material: Material, lang: Lang) -> bytes:
    """The workbook of a material."""
    return workbook(build_report(material, lang, computing=True))
