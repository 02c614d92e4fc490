"""A rubric's house with what is known in it: boxes in units with colour role, label and figure, and a legend.

Page and slide draw the same picture from it; neither computes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from assessment.catalogue import Lang, text
from assessment.house import Area, laid_out
from assessment.report.numbers import percent, plain, rounded, signed
from assessment.rubric import TOLERANCE, Rubric
from assessment.rubric_fields import COMPLEXITIES
from assessment.standings import Standing
from assessment.urgency import urgency_class

ColourBy = Literal["level", "gap", "urgency"]
COLOUR_BY: Final[tuple[ColourBy, ...]] = ("level", "gap", "urgency")
TINTS: Final = 6
"""Roles `level-0` to `level-5`, from the bottom of the scale to its top."""
NEAR_GAP: Final = 0.2
MIDDLE_GAP: Final = 0.4
"""Shares of the scale up to which a gap counts as near, and as middling."""
_FEWEST_NAMES: Final = 3
_COVERED: Final = 1 - TOLERANCE


class DrawnPanel(NamedTuple):
    """A titled frame.

    Attributes:
        area: in units of the house.
        label: its title.
        figure: as a box's; empty where the frame stands for several nodes, or where only the aim is unknown.
        known: whether `figure` is a figure.
        node: id of the node; empty where it stands for several.
    """

    area: Area
    label: str
    figure: str
    known: bool
    node: str


class DrawnBox(NamedTuple):
    """A capability.

    Attributes:
        area: in units of the house.
        role: what its colour stands for: `level-0` to `level-5`; `gap-0` (none) to `gap-3` (far); `watch`,
            `plan`, `soon`, `now`; `above` its aim; or why there is none: `na`, `unknown`, `no-data`,
            `unread`, `no-importance`, `no-aim`.
        label: its name.
        figure: level, signed gap in levels, urgency; or in words what is missing, or that it is above.
        known: whether `figure` is a figure.
        complexity: 1 (low) to 5 (high); 0 where the author judged none.
        said: everything about it in one line, for a reader who points at it or hears it.
        node: its id.
    """

    area: Area
    role: str
    label: str
    figure: str
    known: bool
    complexity: int
    said: str
    node: str


class Key(NamedTuple):
    """A line of the legend."""

    role: str
    words: str


@dataclass(frozen=True, slots=True)
class House:
    """The picture, `width` x `height` units; `complexity` is the legend of the dots if there are any."""

    width: int
    height: int
    panels: tuple[DrawnPanel, ...]
    boxes: tuple[DrawnBox, ...]
    legend: tuple[Key, ...]
    complexity: str


def drawn_house(rubric: Rubric, standings: Mapping[str, Standing], by: ColourBy, lang: Lang) -> House:
    """The house of a rubric, or its bands where it has none, with figures.

    Args:
        rubric: what is drawn.
        standings: by node, of every node of the rubric.
        by: what colours and figures say.
        lang: of every word.
    """
    floors = laid_out(rubric)
    panels = [
        _panel(area, rubric, standings[node], by, lang)
        if node
        else DrawnPanel(area, rubric.band_name(band, lang), "", known=False, node="")
        for area, node, band in floors.panels
    ]
    boxes = tuple(_box(area, rubric, standings[node], by, lang) for area, node in floors.boxes)
    dots = text("map.complexity", lang) if any(box.complexity for box in boxes) else ""
    legend = tuple(_legend(rubric, by, lang, {box.role for box in boxes}))
    return House(floors.width, floors.height, tuple(panels), boxes, legend, dots)


def role_of(one: Standing, rubric: Rubric, by: ColourBy) -> tuple[str, bool]:
    """The colour role of a standing, and whether there is a figure to show."""
    missing = _missing(one, by)
    return (missing, False) if missing else (_colour(one, rubric, by), True)


def _missing(one: Standing, by: ColourBy) -> str:
    """Why there is no figure; empty where there is one."""
    if one.level is None:
        return one.state
    if by == "level":
        return ""
    if one.aim is None:
        return "no-aim"
    return "no-importance" if by == "urgency" and one.importance is None else ""


def _colour(one: Standing, rubric: Rubric, by: ColourBy) -> str:
    if by == "level":
        return _level_role(one.level or 0.0, rubric)
    if one.above():
        return "above"
    if by == "urgency":
        return urgency_class(one.urgency(rubric.scale) or 0.0)
    return _gap_role(one.gap(rubric.scale) or 0.0)


def _level_role(level: float, rubric: Rubric) -> str:
    return f"level-{_tint(_nearest(level, levels_of(rubric)), rubric)}"


def _nearest(level: float, levels: Iterable[float]) -> float:
    """The nearest one, the higher of two."""
    return min(levels, key=lambda one: (round(abs(one - level), 9), -one))


def _tint(level: float, rubric: Rubric) -> int:
    scale = rubric.scale
    return int((level - scale.min) / (scale.max - scale.min) * (TINTS - 1) + 0.5)


def levels_of(rubric: Rubric) -> tuple[float, ...]:
    """The levels that have a colour: those with a name, or six from end to end where hardly any has one."""
    scale = rubric.scale
    if len(scale.levels) >= _FEWEST_NAMES:
        return tuple(sorted(scale.levels))
    step = (scale.max - scale.min) / (TINTS - 1)
    return tuple(scale.min + k * step for k in range(TINTS))


def _gap_role(share: float) -> str:
    if share <= TOLERANCE:
        return "gap-0"
    bounds = (NEAR_GAP, MIDDLE_GAP)
    return f"gap-{1 + sum(share > bound + TOLERANCE for bound in bounds)}"


def _figure(one: Standing, rubric: Rubric, by: ColourBy) -> str:
    """What a box shows where it shows a figure."""
    level = one.level or 0.0
    if by == "level":
        return rounded(level)
    if by == "gap":
        return signed(level - (one.aim.level if one.aim else level))
    return rounded(one.urgency(rubric.scale) or 0.0, 2)


def _panel(area: Area, rubric: Rubric, one: Standing, by: ColourBy, lang: Lang) -> DrawnPanel:
    _, figure, known = _shown(one, rubric, by, lang)
    told = known or one.level is None
    return DrawnPanel(area, rubric.name_of(one.node, lang), figure if told else "", known, one.node)


def _box(area: Area, rubric: Rubric, one: Standing, by: ColourBy, lang: Lang) -> DrawnBox:
    role, figure, known = _shown(one, rubric, by, lang)
    grade = rubric.node(one.node).complexity
    dots = 0 if grade is None else COMPLEXITIES.index(grade) + 1
    name, said = rubric.name_of(one.node, lang), said_of(one, rubric, lang)
    return DrawnBox(area, role, name, figure, known, dots, said, one.node)


def _shown(one: Standing, rubric: Rubric, by: ColourBy, lang: Lang) -> tuple[str, str, bool]:
    """Colour role, figure or words, and whether it is a figure; a level above its target has no urgency."""
    role, known = role_of(one, rubric, by)
    if not known:
        return role, text(f"map.state.{role}", lang), False
    if role == "above" and by == "urgency":
        return role, text("urgency.above", lang), False
    return role, _figure(one, rubric, by), True


def said_of(one: Standing, rubric: Rubric, lang: Lang) -> str:
    """A node's name and all that is known of it, in one line."""
    return f"{rubric.name_of(one.node, lang)}{'：' if lang == 'zh' else ': '}{facts_of(one, rubric, lang)}"


def facts_of(one: Standing, rubric: Rubric, lang: Lang) -> str:
    """All that is known of a node, in one line."""
    said = [*_known(one, rubric, lang)] if one.level is not None else [text(f"map.state.{one.state}", lang)]
    grade = rubric.node(one.node).complexity
    if grade is not None:
        said.append(text("map.said.complexity", lang, grade=text(f"complexity.{grade}", lang)))
    return ("；" if lang == "zh" else "; ").join(said)


def _known(one: Standing, rubric: Rubric, lang: Lang) -> Iterable[str]:
    level = one.level or 0.0
    yield text("map.said.level", lang, level=rounded(level), max=plain(rubric.scale.max))
    if one.coverage is not None and one.coverage < _COVERED:
        yield text("map.said.coverage", lang, coverage=percent(one.coverage))
    if one.aim is None:
        return
    yield text(f"map.said.held.{one.aim.kind}", lang, level=rounded(one.aim.level))
    below = one.aim.level - level
    yield text("map.said.above" if one.above() else "map.said.gap", lang, gap=rounded(abs(below)))
    if one.importance is None:
        yield text("map.said.no-importance", lang)
        return
    yield text("map.said.importance", lang, importance=rounded(one.importance, 2))
    figure = one.urgency(rubric.scale) or 0.0
    name = text("urgency.above" if one.above() else f"urgency.{urgency_class(figure)}", lang)
    yield text("map.said.urgency", lang, urgency=rounded(figure, 2), **{"class": name})


def _legend(rubric: Rubric, by: ColourBy, lang: Lang, seen: set[str]) -> Iterable[Key]:
    """Every colour of the scale, and of the other looks those that there are."""
    if by == "level":
        for level in levels_of(rubric):
            words = f"{plain(round(level, 2))} {rubric.level_name(level, lang)}".strip()
            yield Key(_level_role(level, rubric), words)
    elif by == "gap":
        span = rubric.scale.max - rubric.scale.min
        ends = {"near": plain(round(span * NEAR_GAP, 2)), "middle": plain(round(span * MIDDLE_GAP, 2))}
        for number, name in enumerate(("0", "near", "middle", "far")):
            yield Key(f"gap-{number}", text(f"map.gap.{name}", lang, **ends))
    else:
        for name in ("watch", "plan", "soon", "now"):
            yield Key(name, text(f"map.{name}", lang))
    if "above" in seen:
        yield Key("above", text("urgency.above", lang))
    for state in ("unknown", "no-data", "na", "unread", "no-importance", "no-aim"):
        if state in seen:
            yield Key(state, text(f"map.state.{state}", lang))
