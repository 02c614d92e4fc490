"""A deck's shapes as they would be now, section by section; a section that is as it was is not planned."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from assessment.report.shapes import Report
from exports.deck.draft import Draft
from exports.deck.items import Item, items_of
from exports.deck.marks import mark
from exports.deck.plan import planned
from exports.deck.shaping import Shaper
from exports.deck.tags import Past, recipe_of
from exports.measure import set_in

NOWHERE: Final[Mapping[str, Past]] = {}


@dataclass(frozen=True, slots=True)
class Generated:
    """A report's shapes.

    Attributes:
        items: by their ids, of all sections but those that are as they were.
        sections: every section as it is now, by its id.
        same: ids of those that are as they were.
    """

    items: dict[str, Item]
    sections: dict[str, Past]
    same: frozenset[str]

    def item(self, name: str) -> Item | None:
        """The shape of this id, None without one."""
        return self.items.get(name)


def generated(report: Report, shaper: Shaper, before: Mapping[str, Past] = NOWHERE) -> Generated:
    """The shapes of a report, to be drawn when somebody looks at them.

    Args:
        report: what to show.
        shaper: draws it on the stage of one template.
        before: sections as a deck holds them; those that would be the same again are left out.
    """
    materials = materials_of(report, shaper)
    same = frozenset(one for one, made in materials.items() if one in before and before[one].material == made)
    rest = tuple(section for section in report.sections if section.id not in same)
    with set_in(shaper.wider):
        slides = planned(Draft(replace(report, sections=rest), shaper.stage))
    items = {item.id: item for _, made in items_of(slides, shaper, recipe_of(report)) for item in made}
    return Generated(items, {one: before[one] for one in same} | pasts(materials, items.values()), same)


def pasts(materials: Mapping[str, str], items: Iterable[Item]) -> dict[str, Past]:
    """What sections were made of and became, for those that became anything."""
    shapes = shape_marks((item.id, item.made) for item in items)
    return {one: Past(materials[one], made) for one, made in shapes.items() if one in materials}


def materials_of(report: Report, shaper: Shaper) -> dict[str, str]:
    """By section, the mark of all that its slides are planned from; only a newer revision is no news."""
    around = repr((report.title, report.subtitle, shaper.stage, shaper.ground))
    return {section.id: mark([repr(section), around]) for section in report.sections}


def shape_marks(made: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By section, the mark of its shapes' ids and of what each is drawn from; copies count once."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, one in made:
        found[section_of(name)].add(f"{name} {one}")
    return {section: mark(sorted(shapes)) for section, shapes in found.items()}


def section_of(name: str) -> str:
    """The section that a shape or a slide belongs to."""
    return name.partition("/")[0]
