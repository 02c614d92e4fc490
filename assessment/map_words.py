"""What a capability map says in one sentence, what it stands on, and its boxes as a table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assessment.catalogue import Lang, text
from assessment.drawn_house import ColourBy, DrawnBox, House, drawn_house
from assessment.map_view import MapView
from assessment.report.cells import words
from assessment.report.numbers import percent, plain, rounded, signed
from assessment.report.shapes import Cell, Column, Table
from assessment.report.wording import joined, sentences
from assessment.rubric import TOLERANCE
from assessment.standings import Standing
from assessment.urgency import urgency_class


@dataclass(frozen=True, slots=True)
class ShownMap:
    """A map as somebody looks at it; `unit` is the name of whom it is about."""

    view: MapView
    by: ColourBy
    unit: str
    lang: Lang

    @property
    def house(self) -> House:
        """The picture."""
        return drawn_house(self.view.rubric, self.view.standings, self.by, self.lang)

    def named(self, node: str) -> str:
        """A node's name."""
        return self.view.rubric.name_of(node, self.lang)


def map_title(shown: ShownMap, boxes: Sequence[DrawnBox]) -> str:
    """The message of the picture: what stands out among these boxes."""
    standings = [shown.view.standings[box.node] for box in boxes]
    if not any(one.level is not None for one in shown.view.standings.values()):
        return text("map.title.none", shown.lang, unit=shown.unit)
    if shown.by == "level":
        return _level_title(shown)
    return (_gap_title if shown.by == "gap" else _urgency_title)(shown, standings)


def _level_title(shown: ShownMap) -> str:
    rubric, lang, unit = shown.view.rubric, shown.lang, shown.unit
    score = shown.view.standings[rubric.root.id].level
    parts = [shown.view.standings[node.id] for node in rubric.root.children]
    there = [(one.level, one.node) for one in parts if one.level is not None]
    whole = {"unit": unit, "score": rounded(score or 0.0), "max": plain(rubric.scale.max)}
    if len({rounded(level) for level, _ in there}) < 2:  # noqa: PLR2004 - a highest and a lowest
        key = "map.title.none" if score is None else "map.title.level.whole"
        return text(key, lang, **whole)
    (least, low), (most, high) = min(there, key=lambda one: one[0]), max(there, key=lambda one: one[0])
    ends = {
        "high": shown.named(high),
        "most": rounded(most),
        "low": shown.named(low),
        "least": rounded(least),
    }
    return text("map.title.level.parts" if score is None else "map.title.level", lang, **whole, **ends)


def _gap_title(shown: ShownMap, standings: Sequence[Standing]) -> str:
    scale, lang = shown.view.rubric.scale, shown.lang
    gaps = [(share, one.node) for one in standings if (share := one.gap(scale)) is not None]
    below = [pair for pair in gaps if pair[0] > TOLERANCE]
    if not below:
        return text("map.title.gap.none", lang, unit=shown.unit, all=len(gaps))
    share, node = max(below, key=lambda one: one[0])
    gap = signed(-share * (scale.max - scale.min))
    return text(
        "map.title.gap",
        lang,
        unit=shown.unit,
        count=len(below),
        all=len(gaps),
        node=shown.named(node),
        gap=gap,
    )


def _urgency_title(shown: ShownMap, standings: Sequence[Standing]) -> str:
    scale, lang = shown.view.rubric.scale, shown.lang
    found = [(figure, one.node) for one in standings if (figure := one.urgency(scale)) is not None]
    if not found:
        return text("map.title.urgency.none", lang, unit=shown.unit)
    counts = Counter(urgency_class(figure) for figure, _ in found)
    figure, node = max(found, key=lambda one: one[0])
    key = "" if counts["now"] else ".soon" if counts["soon"] else ".later"
    values = {"now": counts["now"], "soon": counts["soon"], "all": len(found), "unit": shown.unit}
    most = {"node": shown.named(node), "urgency": rounded(figure, 2)}
    return text(f"map.title.urgency{key}", lang, **values, **most)


def stands_on(shown: ShownMap, boxes: Sequence[DrawnBox]) -> str:
    """What the figures are held against, and how an urgency is made; empty for levels."""
    if shown.by == "level":
        return ""
    lang = shown.lang
    aims = (
        shown.view.standings[box.node].aim
        for box in boxes
        if shown.view.standings[box.node].level is not None
    )
    kinds = Counter(aim.kind for aim in aims if aim)
    said = [
        text(f"map.held.{kind}", lang, count=kinds[kind])
        for kind in ("target", "best", "top", "mixed")
        if kinds[kind]
    ]
    parts = [text("map.held", lang, kinds=joined(said, lang))] if said else []
    if shown.by == "urgency":
        parts.append(text("map.formula", lang))
    return sentences(parts, lang)


def told_coverage(shown: ShownMap) -> str:
    """How much of the map the rated rubric reaches; empty for own ratings."""
    view, lang = shown.view, shown.lang
    if view.source is None:
        return ""
    count = len(view.rubric.indicators)
    reach = {"linked": view.linked, "all": count, "share": percent(view.linked / count), "read": view.read}
    parts = [text("map.coverage", lang, source=view.source.title(lang), **reach)]
    if shown.by != "level":
        parts.append(text("map.coverage.carried", lang))
    return sentences(parts, lang)


def map_table(shown: ShownMap, house: House) -> Table:
    """A row for every box, whatever the colours say, under a title."""
    lang = shown.lang
    keys = ("area", "name", "shown", "aim", "aim-kind", "gap", "importance", "urgency", "class", "complexity")
    figures = {
        "shown": "score",
        "aim": "score",
        "gap": "difference",
        "importance": "score",
        "urgency": "score",
    }
    columns = tuple(
        Column(key, text(f"map.column.{key}", lang), figures.get(key, "text"), 3 if key == "name" else 1)  # type: ignore[arg-type] # one of the kinds
        for key in keys
    )
    rows = tuple(tuple(_row(shown, box.node)[key] for key in keys) for box in house.boxes)
    title = f"{shown.unit} – {shown.view.rubric.title(lang)}"
    notes = tuple(filter(None, (told_coverage(shown),)))
    return Table("map", title, columns, rows, notes, tuple(box.node for box in house.boxes))


def _row(shown: ShownMap, node: str) -> dict[str, Cell]:
    rubric, lang = shown.view.rubric, shown.lang
    one, scale = shown.view.standings[node], rubric.scale
    above, grade = rubric.parent(node), rubric.node(node).complexity
    figure, aim = one.urgency(scale), one.aim
    away = None if one.level is None or aim is None else one.level - aim.level
    level = None if one.level is None else (one.level - scale.min) / (scale.max - scale.min)
    name = (
        ""
        if figure is None
        else text("urgency.above" if one.above() else f"urgency.{urgency_class(figure)}", lang)
    )
    return {
        "area": words(shown.named(above.id) if above else ""),
        "name": words(shown.named(node)),
        "shown": words(text(f"map.state.{one.state}", lang))
        if one.level is None
        else Cell(rounded(one.level), one.level, "score", "scored", "", level),
        "aim": _number(aim.level if aim else None),
        "aim-kind": words(text(f"map.aim.{aim.kind}", lang) if aim else ""),
        "gap": Cell("") if away is None else Cell(signed(away), away, "difference"),
        "importance": _number(one.importance, 2),
        "urgency": _number(figure, 2),
        "class": words(name),
        "complexity": words(text(f"complexity.{grade}", lang) if grade else ""),
    }


def _number(value: float | None, places: int = 1) -> Cell:
    return Cell("") if value is None else Cell(rounded(value, places), value, "score")
