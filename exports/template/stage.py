"""The stage that a template sets: which layout serves for what, and where text and pictures have room."""
# ruff: noqa: ANN401, SLF001 - python-pptx is not typed, and tells only its elements what kind a layout is

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from exports.base_template import (
    CHAPTER,
    COVER,
    FACTS_IDX,
    FINDING,
    FOOTER_IDX,
    LEAD_IDX,
    NUMBER_IDX,
    SOURCE_IDX,
)
from exports.grid import BODY_TOP, SOURCE_BOTTOM, Box
from exports.ooxml import EMU_PER_INCH
from exports.style import BODY_PT, SMALLEST_PT
from exports.template.slots import Slot, master_body, slots_of

LOGO: Final = "Gapline logo"
"""Name of the picture that the exporter puts on layouts."""

Wanted = Mapping[str, Mapping[str, str | int]]
"""Role of a layout -> {"layout": its name, and by role of a placeholder its name or idx}."""


class Role(NamedTuple):
    """What a layout serves for: the names and types by which it is known, best first."""

    types: tuple[str, ...]
    names: tuple[str, ...]


ROLES: Final = {
    COVER: Role(("title",), ("title slide", "cover", "标题幻灯片", "封面", "titelfolie")),
    CHAPTER: Role(("secHead",), ("section header", "section", "chapter", "节标题", "章节", "章节页")),
    FINDING: Role(("titleOnly",), ("title only", "finding", "仅标题", "nur titel")),
}
"""In the order in which slides first need them."""

PLACES: Final[dict[str, dict[str, tuple[str, int]]]] = {
    COVER: {"title": ("ctrTitle", 0), "subtitle": ("subTitle", 1), "facts": ("body", FACTS_IDX)},
    CHAPTER: {"title": ("title", 0), "text": ("body", 1)},
    FINDING: {"title": ("title", 0), "lead": ("body", LEAD_IDX), "source": ("body", SOURCE_IDX)},
}
"""Role of a layout -> role of a placeholder -> the type and number by which slides are planned."""
FOOTERS: Final = {"footer": ("ftr", FOOTER_IDX), "number": ("sldNum", NUMBER_IDX)}
_NAMES: Final = {
    "lead": ("lead", "导语"),
    "source": ("source", "footnote", "来源", "脚注"),
    "facts": ("facts", "date", "事实", "日期"),
}
"""Words in a placeholder's name by which it is known; all other roles are known by their types."""
_TITLES: Final = ("ctrTitle", "title")
_TEXTS: Final = ("subTitle", "body", "")
_MARGIN: Final = 0.05
"""Share of the slide that stays free at its edges where the template does not say."""
_FACTS_END: Final = 0.88
_GAP: Final = 0.1
_STRIP: Final = 0.3
_TEXT_SIDE: Final = 0.1
"""What Office leaves free at the sides of the text in a shape: pictures and tables line up with the text."""
_LEAST_WIDTH: Final = 0.6
_LEAST_HEIGHT: Final = 0.4


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that the template lacks.

    Attributes:
        what: "layout" or "placeholder".
        role: which one, such as "chapter" or "finding.lead".
        used: name of what stands in for it; empty for a text box.
    """

    what: str
    role: str
    used: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where everything stands on slides of one template, in inches.

    Attributes:
        layouts: role -> number of the layout in the template.
        slots: role of a layout -> planned type and number -> where its text stands.
        area: of a slide with a finding: all that title and footers leave free.
        own: whether the layout for findings is Gapline's, so that the body may move up under a short title.
        missing: what the template lacks, and what stands in for it.
    """

    width: float
    height: float
    layouts: Mapping[str, int]
    slots: Mapping[str, Mapping[tuple[str, int], Slot]]
    area: Box
    own: bool
    missing: tuple[Missing, ...] = ()

    def slot(self, layout: str, kind: str, idx: int = 0) -> Slot:
        """Where the text of a planned placeholder stands."""
        return self.slots[layout][kind, idx]


def all_layouts(deck: Any) -> list[Any]:
    """The layouts of all masters, in the template's order."""
    return [layout for master in deck.slide_masters for layout in master.slide_layouts]


def stage_of(deck: Any, wanted: Wanted | None = None) -> Stage:
    """The stage that an open python-pptx presentation sets.

    Args:
        deck: the presentation.
        wanted: layouts and placeholders that somebody chose; names that the template lacks are passed over.
    """
    return _Reader(deck, wanted or {}).stage()


class _Reader:
    def __init__(self, deck: Any, wanted: Wanted) -> None:
        self._layouts = all_layouts(deck)
        self._wanted = wanted
        self._width = deck.slide_width / EMU_PER_INCH
        self._height = deck.slide_height / EMU_PER_INCH
        self._missing: list[Missing] = []

    def stage(self) -> Stage:
        chosen = {FINDING: self._finding()}
        for role in (COVER, CHAPTER):
            found = self._found(role)
            if found is None:
                found = chosen[FINDING]
                self._missing.append(Missing("layout", role.lower(), self._layouts[found].name))
            chosen[role] = found
        found_slots = {role: slots_of(self._layouts[place]) for role, place in chosen.items()}
        finding = self._layouts[chosen[FINDING]]
        roles = {role: self._known(role, found) for role, found in found_slots.items()}
        own = {"lead", "source"} <= roles[FINDING].keys() and finding.name == FINDING
        area = self._area(finding, found_slots[FINDING], roles[FINDING], own=own)
        slots = {
            COVER: self._cover(roles[COVER]),
            CHAPTER: self._chapter(roles[CHAPTER]),
            FINDING: self._on_finding(roles[FINDING], area),
        }
        return Stage(
            self._width,
            self._height,
            chosen,
            slots,
            area,
            own=own,
            missing=tuple(dict.fromkeys(self._missing)),
        )

    def _found(self, role: str) -> int | None:
        """The layout of a role: the one that was asked for, of its own name, of its type, of a usual name."""
        asked = str(self._wanted.get(role.lower(), {}).get("layout", ""))
        names = [layout.name.strip().casefold() for layout in self._layouts]
        types = [layout._element.get("type", "") for layout in self._layouts]
        known = ROLES[role]
        tries = (
            (names, (asked.casefold(),) if asked else ()),
            (names, (role.casefold(),)),
            (types, known.types),
            (names, known.names),
        )
        return next((have.index(one) for have, want in tries for one in want if one in have), None)

    def _finding(self) -> int:
        """The layout for findings; where none is called so, the one with a title and the least besides."""
        found = self._found(FINDING)
        if found is not None:
            return found
        counts = []
        for place, layout in enumerate(self._layouts):
            kinds = [slot.kind for slot in slots_of(layout)]
            others = sum(kind not in {"ftr", "sldNum", "dt", *_TITLES} for kind in kinds)
            counts.append((not set(kinds) & set(_TITLES), "ctrTitle" in kinds, others, place))
        place = min(counts)[-1]
        self._missing.append(Missing("layout", FINDING.lower(), self._layouts[place].name))
        return place

    def _known(self, role: str, found: Sequence[Slot]) -> dict[str, Slot]:
        """Role of a placeholder -> the layout's own."""
        known: dict[str, Slot] = {}
        for name in PLACES[role]:
            slot = self._asked(role, name, found) or self._by_kind(role, name, found, known.values())
            if slot is not None:
                known[name] = slot
            elif name not in {"lead", "source", "facts"} or role in self._wanted:
                self._missing.append(Missing("placeholder", f"{role.lower()}.{name}"))
        for name, (kind, _) in FOOTERS.items():
            slot = next((one for one in found if one.kind == kind), None)
            if slot is not None:
                known[name] = slot
            elif role == FINDING:
                self._missing.append(Missing("placeholder", f"{role.lower()}.{name}"))
        return known

    def _asked(self, role: str, name: str, found: Sequence[Slot]) -> Slot | None:
        asked = self._wanted.get(role.lower(), {}).get(name, "")
        if asked == "":
            return None
        slot = next((one for one in found if asked == one.idx or str(asked) == one.name), None)
        if slot is None:
            self._missing.append(Missing("placeholder", f"{role.lower()}.{name}"))
        return slot

    def _by_kind(self, role: str, name: str, found: Sequence[Slot], taken: Any) -> Slot | None:
        free = [slot for slot in found if slot not in taken]
        if name == "title":
            return next((slot for kind in _TITLES for slot in free if slot.kind == kind), None)
        if name in _NAMES:
            words = _NAMES[name]
            texts = (slot for slot in free if slot.kind in _TEXTS)
            return next((slot for slot in texts if any(w in slot.name.casefold() for w in words)), None)
        if role == COVER or name == "text":
            return next((slot for kind in _TEXTS for slot in free if slot.kind == kind), None)
        return None

    def _area(self, layout: Any, found: Sequence[Slot], known: Mapping[str, Slot], *, own: bool) -> Box:
        """The room below the title and above the footers, as the template's own body stands."""
        if own:
            above = known["title"].box
            return Box(above.left, BODY_TOP, above.width, SOURCE_BOTTOM - BODY_TOP)
        footers = [slot.box.top for slot in found if slot.kind in {"ftr", "sldNum", "dt"}]
        low = [top for top in footers if top > self._height * 0.75]
        bottom = min(low, default=self._height - _GAP - (0.0 if footers else _STRIP)) - _GAP
        title = known["title"].box if "title" in known else None
        high = title is not None and title.top < self._height / 3
        top = title.bottom + _GAP if title is not None and high else self._height * _MARGIN * 2 + 0.5
        body = master_body(layout)
        if body is not None and self._is_roomy(body):
            top = max(top, body.top) if body.top < self._height * 0.4 else top
            left, width = body.left + _TEXT_SIDE, body.width - 2 * _TEXT_SIDE
            return Box(left, top, width, min(bottom, max(body.bottom, top)) - top)
        side = self._width * _MARGIN
        return Box(side, top, self._width - 2 * side, bottom - top)

    def _is_roomy(self, body: Box) -> bool:
        return (
            body.width >= _LEAST_WIDTH * self._width
            and body.height >= _LEAST_HEIGHT * self._height
            and body.left >= 0
            and body.right <= self._width
            and body.bottom <= self._height
        )

    def _title(self, box: Box, size: float) -> Slot:
        """A text box in place of a title that the layout lacks."""
        return Slot("title", 0, box, size, bound=False, bold=True, anchor="b")

    def _cover(self, known: Mapping[str, Slot]) -> dict[tuple[str, int], Slot]:
        side = self._width * 0.08
        wide = self._width - 2 * side
        title = known.get("title") or self._title(
            Box(side, self._height * 0.25, wide, self._height * 0.2), 36
        )
        low = Box(side, self._height * 0.48, wide, self._height * 0.12)
        subtitle = known.get("subtitle") or title.unbound(low, 20)
        facts = known.get("facts")
        if facts is None:
            top = subtitle.box.bottom if subtitle.bound else low.bottom
            bottom = self._height * _FACTS_END
            if bottom - top < self._height * 0.15:
                half = subtitle.box.height / 2
                subtitle = replace(subtitle, box=subtitle.box.upper(half), moved=True)
                top = subtitle.box.bottom
            room = subtitle.room
            facts = subtitle.unbound(Box(room.left, top + _GAP, room.width, bottom - top - _GAP), BODY_PT)
            facts = replace(facts, bold=False, capitals=False)
        return self._planned(COVER, {"title": title, "subtitle": subtitle, "facts": facts})

    def _chapter(self, known: Mapping[str, Slot]) -> dict[tuple[str, int], Slot]:
        side = self._width * 0.08
        wide = self._width - 2 * side
        title = known.get("title") or self._title(
            Box(side, self._height * 0.33, wide, self._height * 0.16), 32
        )
        below = Box(title.room.left, title.box.bottom + _GAP, title.room.width, self._height * 0.2)
        if below.bottom > self._height:
            below = below.upper(self._height * (1 - _MARGIN) - below.top)
        text = known.get("text") or replace(title.unbound(below, 16), bold=False, capitals=False)
        return self._planned(CHAPTER, {"title": title, "text": text})

    def _on_finding(self, known: Mapping[str, Slot], area: Box) -> dict[tuple[str, int], Slot]:
        top = self._height * _MARGIN
        above = Box(area.left, top, area.width, max(0.5, area.top - top - _GAP))
        plain = Slot("", 0, area, BODY_PT, bound=False)
        low = area.bottom - 0.6
        found = {
            "title": known.get("title") or replace(self._title(above, 24), anchor="t"),
            "lead": known.get("lead") or plain,
            "source": known.get("source")
            or replace(plain, size=SMALLEST_PT, box=Box(area.left, low, area.width, 0.6)),
        }
        strip = Box(area.left, area.bottom + _GAP, area.width - 1.0, _STRIP)
        right = Box(area.right - 0.9, strip.top, 0.9, _STRIP)
        for name, box in (("footer", strip), ("number", right)):
            if name in known:
                found[name] = known[name]
            elif strip.bottom <= self._height:
                found[name] = Slot("", 0, box, SMALLEST_PT, bound=False, anchor="ctr")
        return self._planned(FINDING, found)

    def _planned(self, role: str, found: Mapping[str, Slot]) -> dict[tuple[str, int], Slot]:
        return {(PLACES[role] | FOOTERS)[name]: slot for name, slot in found.items()}


def lacking(stage: Stage) -> Iterator[Missing]:
    """What the template lacks, layouts first."""
    yield from sorted(stage.missing, key=lambda one: one.what)
