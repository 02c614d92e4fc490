"""Importance and targets as people write them in a CSV file: by unit and node."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from assessment.csv_table import Row, read_table
from assessment.errors import Problem
from assessment.ports import Place
from assessment.ratings import Target
from assessment.rubric import Rubric
from assessment.spreadsheet_text import unguarded
from assessment.yaml_source import decode, nearest

REQUIRED: Final = ("node",)
OPTIONAL: Final = ("unit", "importance", "target", "due")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is wanted: grades of importance and targets by (unit or "" for all units, node)."""

    importance: dict[Place, str] = field(default_factory=dict)
    targets: dict[Place, Target] = field(default_factory=dict)


def parse_wishes_csv(
    data: bytes, source: str, rubric: Rubric, units: Collection[str] | None = None
) -> tuple[Wishes, list[Problem]]:
    """Importance and targets from a CSV file (UTF-8, header, commas), and everything that is wrong with it.

    The columns are `node`, `unit`, `importance` (a grade of the rubric), `target` (a level of its scale) and
    `due` (such as 2027-06-30), in any order; only `node` is needed. An empty unit means all units.

    Args:
        data: the file's content.
        source: the file as the person named it.
        rubric: whose nodes, grades and scale these are checked against.
        units: ids of the units that there are; None takes any.
    """
    text, problems = decode(data, source)
    if text is None:
        return Wishes(), problems
    rows, problems = read_table(text, source, REQUIRED, OPTIONAL)
    wishes = Wishes()
    seen: set[Place] = set()
    for row in rows:
        place = (unguarded(row.get("unit")), row.get("node"))
        found = [*_place_problems(row, rubric, units), *_value_problems(row, rubric)]
        if place in seen:
            found.append(row.problem("wishes-twice", "node"))
        seen.add(place)
        problems += found
        if not found:
            _take(wishes, place, row)
    return wishes, problems


def _place_problems(row: Row, rubric: Rubric, units: Collection[str] | None) -> list[Problem]:
    found = []
    if row.get("node") not in rubric:
        ids = [node.id for node in rubric.nodes]
        close = nearest(row.get("node"), ids) or ", ".join(ids[:5]) + " …"
        found.append(row.problem("wishes-node", "node", allowed=close))
    unit = unguarded(row.get("unit"))
    if unit and units is not None and unit not in units:
        found.append(row.problem("ratings-unit-unknown", "unit", allowed=", ".join(units)))
    return found


def _value_problems(row: Row, rubric: Rubric) -> list[Problem]:
    found, scale = [], rubric.scale
    if row.get("importance") and row.get("importance") not in rubric.importance:
        found.append(row.problem("wishes-importance", "importance", allowed=", ".join(rubric.importance)))
    if row.get("target") and not _is_level(row.get("target"), scale.min, scale.max):
        found.append(row.problem("wishes-target", "target", allowed=f"{scale.min:g} … {scale.max:g}"))
    if row.get("due") and _day(row.get("due")) is None:
        found.append(row.problem("wishes-due", "due", allowed="2027-06-30"))
    if row.get("due") and not row.get("target"):
        found.append(row.problem("wishes-due-alone", "due"))
    return found


def _take(wishes: Wishes, place: Place, row: Row) -> None:
    if row.get("importance"):
        wishes.importance[place] = row.get("importance")
    if row.get("target"):
        wishes.targets[place] = Target(level=float(row.get("target")), due=_day(row.get("due")))


def _is_level(written: str, low: float, high: float) -> bool:
    try:
        return low <= float(written) <= high
    except ValueError:
        return False


def _day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        return None
