"""Pictures that are no charts over categories: fields of points, boards, Gantt charts, cards, level tracks.

Plain values, worded and placed once; places are in units of their own, never in inches or pixels.
"""

from dataclasses import dataclass
from typing import NamedTuple

from assessment.drawn_house import House
from assessment.report.shapes import ChartSpec

FIELD_ROOM = (580.0, 222.0)
"""Points of width and height that the names of a field's marks are placed for: the least it is drawn with."""
FIELD_TYPE = 10.0
"""Points of their type."""


class NameAt(NamedTuple):
    """Where the name of a mark goes: its box in points from the mark's centre, over these lines."""

    lines: tuple[str, ...]
    left: float
    top: float
    width: float
    height: float
    led: bool = False


class Mark(NamedTuple):
    """A point of a field.

    Attributes:
        x, y: where it stands, unrounded.
        size: diameter in points.
        role: the class that its colour stands for: `now`, `soon`, `plan`, `watch`, `above`.
        name_at: None where there was no room for the name.
    """

    id: str
    name: str
    x: float
    y: float
    size: float
    role: str
    name_at: NameAt | None


class Curve(NamedTuple):
    """A line across a field; `role` as of a mark, empty for none."""

    name: str
    role: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """Points over two axes, with curves.

    Attributes:
        x_end: where the first axis ends; it begins at 0.
        x_grades: figures along it and what they are called.
        y_ends, y_ticks: of the second axis.
        classes: role -> its name, in the order of the legend; only those that there are.
    """

    id: str
    title: str
    alt: str
    x_title: str
    y_title: str
    x_end: float
    x_grades: tuple[tuple[float, str], ...]
    y_ends: tuple[float, float]
    y_ticks: tuple[int, ...]
    marks: tuple[Mark, ...]
    curves: tuple[Curve, ...]
    classes: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


class Phase(NamedTuple):
    """A column of a board: its name, and its dates as words."""

    name: str
    dates: str


class Piece(NamedTuple):
    """An initiative at its place; `left` and `width` in phases, `row` counted from 0.

    Attributes:
        number: its number in the plan, the same on board and Gantt chart.
        role: its track, which its colour stands for.
        said: all about it in one line.
    """

    id: str
    number: int
    name: str
    role: str
    left: int
    width: int
    row: int
    said: str


class Lane(NamedTuple):
    """A row of a board: a track."""

    role: str
    name: str
    rows: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Phases across, tracks down."""

    id: str
    title: str
    alt: str
    phases: tuple[Phase, ...]
    lanes: tuple[Lane, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GanttPicture:
    """A bar per initiative, one row each, with who waits for whom.

    Attributes:
        links: (id of the one before, id of the one that waits).
        tracks: role -> its name, for the legend.
        first: head of the column of names.
    """

    id: str
    title: str
    alt: str
    phases: tuple[Phase, ...]
    bars: tuple[Piece, ...]
    links: tuple[tuple[str, str], ...]
    tracks: tuple[tuple[str, str], ...]
    first: str
    notes: tuple[str, ...] = ()


class CardFacts(NamedTuple):
    """One initiative in words: head, what is done, and facts as pairs of a label and what it says."""

    id: str
    head: str
    role: str
    track: str
    body: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """Initiatives, one card each."""

    id: str
    title: str
    alt: str
    cards: tuple[CardFacts, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HousePicture:
    """The capability map."""

    id: str
    title: str
    alt: str
    house: House
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tracks:
    """Level tracks: `chart` is of the kind `track`, the series `importance` drawn as balls."""

    id: str
    title: str
    alt: str
    chart: ChartSpec
    head: str
    notes: tuple[str, ...] = ()
