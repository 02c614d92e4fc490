"""The chart of priorities described once: points with their names, the curves of equal urgency, the axes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from assessment.catalogue import Lang, text
from assessment.label_places import (
    Box,
    LabelPlace,
    Plot,
    Spot,
    place_labels,
    side_by_side,
    text_width,
)
from assessment.priorities import Priority, Standing
from assessment.rubric import TOLERANCE, Complexity, Rubric, Scale
from assessment.urgency import NOW_FROM, PLAN_FROM, SOON_FROM, contour, required_level

View = Literal["gap", "level", "required"]
"""Gap against importance, level against importance, level against the level that importance asks for."""
VIEWS: Final[tuple[View, ...]] = ("gap", "level", "required")

PLOT: Final = Plot(width=610, height=640)
END: Final = 1.34
"""Where the axis of importance ends: beyond the highest grade there is room for names."""
RADII: Final[dict[Complexity | None, float]] = {
    "low": 4.0,
    "fairly-low": 5.2,
    "medium": 6.4,
    None: 6.4,
    "fairly-high": 7.8,
    "high": 9.2,
}
_BOUNDS: Final[tuple[tuple[float, Standing], ...]] = (
    (PLAN_FROM, "plan"),
    (SOON_FROM, "soon"),
    (NOW_FROM, "now"),
)
_STEPS: Final = 240
_BELOW: Final = 0.07
"""Share of the second axis below its lowest figure."""


@dataclass(frozen=True, slots=True)
class FieldPoint:
    """One node on the chart.

    Attributes:
        x: importance, 0..1.
        y: gap in levels, or level; `low` and `high` the ends of its rating noise.
        dx: pixels that it is moved aside for others at the same place.
        radius: in pixels, by complexity.
        label: where its name goes; None where there is no room.
    """

    node: str
    name: str
    x: float
    y: float
    low: float
    high: float
    standing: Standing
    complexity: Complexity | None
    rank: int
    urgency: float
    dx: float
    radius: float
    label: LabelPlace | None


@dataclass(frozen=True, slots=True)
class Contour:
    """A curve of equal urgency.

    Attributes:
        value: the urgency; 0 for the required level itself.
        says: its value and the class that begins there.
        line: points along it, x and y.
        at: the point that its words are written beside; `label` where, from there.
    """

    value: float
    standing: Standing | None
    says: str
    line: tuple[tuple[float, float], ...]
    at: tuple[float, float]
    label: LabelPlace


@dataclass(frozen=True, slots=True)
class PriorityField:
    """The chart, ready to be drawn by any renderer.

    Attributes:
        x_grades: (importance, name of the grade) along the first axis.
        y_ends: of the second axis; `y_ticks` the figures along it.
        points: most urgent first.
        unnamed: ids of the nodes whose names found no room.
        plot: the room that the names were placed for.
    """

    view: View
    title: str
    alt: str
    formula: str
    x_title: str
    y_title: str
    x_grades: tuple[tuple[float, str], ...]
    y_ends: tuple[float, float]
    y_ticks: tuple[int, ...]
    points: tuple[FieldPoint, ...]
    contours: tuple[Contour, ...]
    unnamed: tuple[str, ...]
    notes: tuple[str, ...]
    plot: Plot = PLOT


def priority_field(
    rubric: Rubric, found: Sequence[Priority], view: View, unit: str, lang: Lang, plot: Plot = PLOT
) -> PriorityField:
    """The chart of the nodes that have an urgency.

    Args:
        rubric: what is measured.
        found: the priorities; for the view `required` those on that basis.
        view: what stands against importance.
        unit: name of whom it is about.
        lang: the reader's language.
        plot: the least width and the height of the plot.
    """
    known = [one for one in found if one.urgency is not None]
    frame = _Frame(
        view, rubric.scale, _ends(known, view, rubric.scale), _usual_target(known, rubric.scale), plot
    )
    contours = tuple(curve for bound in frame.bounds if (curve := _curve(frame, *bound, lang)) is not None)
    points = _points(rubric, known, frame, contours, lang)
    return PriorityField(
        view=view,
        title=text(f"priorities.chart.{view}", lang, unit=unit),
        alt=_in_words(rubric, known, lang),
        formula=text(f"priorities.formula.{view}", lang, span=f"{frame.span:g}"),
        x_title=text("priorities.axis.importance", lang),
        y_title=text(f"priorities.axis.{'gap' if view == 'gap' else 'level'}", lang),
        x_grades=tuple((value, rubric.importance_name(g, lang)) for g, value in rubric.importance.items()),
        y_ends=frame.ends,
        y_ticks=tuple(range(math.ceil(frame.ends[0]), math.floor(frame.ends[1]) + 1)),
        points=points,
        contours=contours,
        unnamed=tuple(point.node for point in points if point.label is None),
        notes=_notes(known, frame, lang),
        plot=plot,
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every part of the chart is drawn against; `target` is the one that the curves are drawn for."""

    view: View
    scale: Scale
    ends: tuple[float, float]
    target: float
    plot: Plot

    @property
    def span(self) -> float:
        """Levels from the lowest to the highest."""
        return self.scale.max - self.scale.min

    @property
    def lowest(self) -> float:
        """The lowest figure that there is: no gap, or the lowest level."""
        return 0.0 if self.view == "gap" else self.scale.min

    @property
    def bounds(self) -> tuple[tuple[float, Standing | None], ...]:
        """The urgencies that curves are drawn for, with the class that begins there."""
        return ((0.0, None), *_BOUNDS) if self.view == "required" else _BOUNDS

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the axes in pixels from the plot's top left corner."""
        low, high = self.ends
        return self.plot.width * x / END, self.plot.height * (high - y) / (high - low)

    def height(self, one: Priority) -> float:
        """Where a node stands on the second axis."""
        return (one.gap or 0.0) * self.span if self.view == "gap" else one.level or self.scale.min

    def curve(self, bound: float, x: float) -> float:
        """Where the curve of an urgency stands at an importance."""
        if self.view == "required":
            return required_level(x, self.scale) - self.span * bound
        level = contour(bound, x, self.target, self.scale)
        return self.target - level if self.view == "gap" else level


def _ends(known: Sequence[Priority], view: View, scale: Scale) -> tuple[float, float]:
    """Levels on the whole scale; gaps from none to the next whole level above the widest.

    Below the lowest there is room for names.
    """
    span = scale.max - scale.min
    low, high = scale.min, scale.max
    if view == "gap":
        widest = max((span * (one.gap or 0.0) for one in known), default=0.0)
        low, high = 0.0, min(span, max(1.0, math.floor(widest + 0.35) + 1.0))
    return low - _BELOW * (high - low), high


def _usual_target(known: Sequence[Priority], scale: Scale) -> float:
    """The mean of the targets, for the curves of the view that has one set of them for all nodes."""
    levels = [one.aim.level for one in known if one.aim is not None]
    return sum(levels) / len(levels) if levels else scale.max


def _points(
    rubric: Rubric, known: Sequence[Priority], frame: _Frame, contours: Sequence[Contour], lang: Lang
) -> tuple[FieldPoint, ...]:
    spots = side_by_side(
        [
            Spot(
                one.node,
                rubric.name_of(one.node, lang),
                *frame.place(one.importance or 0.0, frame.height(one)),
                RADII[one.complexity],
            )
            for one in known
        ]
    )
    taken = [
        Box(*frame.place(*curve.at), words.left, words.top, words.width, words.height)
        for curve in contours
        for words in (curve.label,)
    ]
    labels = place_labels(spots, frame.plot, taken)
    return tuple(_point(one, spot, labels[one.node], frame) for one, spot in zip(known, spots, strict=True))


def _point(one: Priority, spot: Spot, label: LabelPlace | None, frame: _Frame) -> FieldPoint:
    height = frame.height(one)
    half = one.noise.half if one.noise else 0.0
    return FieldPoint(
        node=one.node,
        name=spot.name,
        x=one.importance or 0.0,
        y=height,
        low=max(frame.lowest, height - half),
        high=min(frame.ends[1], height + half),
        standing=one.standing or "watch",
        complexity=one.complexity,
        rank=one.rank or 0,
        urgency=one.urgency or 0.0,
        dx=spot.dx,
        radius=spot.radius,
        label=label,
    )


def _curve(frame: _Frame, bound: float, standing: Standing | None, lang: Lang) -> Contour | None:
    """A curve as far as it lies on the chart; None where it does not."""
    along = ((x, frame.curve(bound, x)) for x in (step / _STEPS for step in range(_STEPS + 1)))
    inside = [(x, y) for x, y in along if frame.lowest - TOLERANCE <= y <= frame.ends[1] + TOLERANCE]
    if len(inside) < 2:  # noqa: PLR2004 - a line has two ends
        return None
    says = text(
        "priorities.contour" if standing else "priorities.contour.required",
        lang,
        value=f"{bound:.2f}",
        standing=text(f"urgency.{standing}", lang) if standing else "",
    )
    plot = frame.plot
    width, tall = text_width(says, plot.font) + 4, plot.font * 1.3
    _, y = frame.place(*inside[0])
    top = min(max(-tall / 2, 2 - y), plot.height - tall - 2 - y)
    label = LabelPlace((says,), 8.0, top, width, tall)
    return Contour(bound, standing, says, tuple(inside), inside[0], label)


def _in_words(rubric: Rubric, known: Sequence[Priority], lang: Lang) -> str:
    """The chart for people who cannot see it: the nodes by class, most urgent first."""
    comma = text("priorities.comma", lang)
    groups: dict[Standing, list[str]] = {}
    for one in known:
        groups.setdefault(one.standing or "watch", []).append(rubric.name_of(one.node, lang))
    said = [
        text(
            "priorities.alt.class", lang, standing=text(f"urgency.{standing}", lang), nodes=comma.join(names)
        )
        for standing, names in groups.items()
    ]
    return text("priorities.alt.join", lang).join(said) or text("priorities.alt.none", lang)


def _notes(known: Sequence[Priority], frame: _Frame, lang: Lang) -> tuple[str, ...]:
    """How to read the chart."""
    judged = any(one.complexity is not None for one in known)
    notes = [
        text("priorities.note.whisker", lang),
        text("priorities.note.complexity" if judged else "priorities.note.no-complexity", lang),
        text("priorities.note.aside", lang),
    ]
    levels = {one.aim.level for one in known if one.aim is not None}
    if frame.view == "level" and len(levels) > 1:
        notes.append(text("priorities.note.usual-target", lang, target=f"{frame.target:.1f}"))
    if any(one.standing == "above" for one in known) and frame.view == "gap":
        notes.append(text("priorities.note.above", lang))
    return tuple(notes)
