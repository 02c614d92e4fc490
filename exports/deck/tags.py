"""Tags: what every generated shape carries, so that it is known again in a deck that people have edited."""
# ruff: noqa: ANN401 - elements of lxml, which is not typed

import json
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from lxml import etree

from assessment.catalogue import Lang
from assessment.report.shapes import Report
from exports.deck.marks import ItemKind, Marks, mark
from exports.ooxml import XML_HEAD, attribute, declared
from exports.template.stage import Wanted

TAGS_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"
TAGS_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/tags"
VERSION: Final = "1"
"""Of the tags' own form."""
_VERSION, _ID, _KIND, _RECIPE = "GAPLINE", "GAPLINE_ID", "GAPLINE_KIND", "GAPLINE_RECIPE"
_CONTENT, _LOOK, _FRAME, _ALT = "GAPLINE_CONTENT", "GAPLINE_LOOK", "GAPLINE_FRAME", "GAPLINE_ALT"
_MADE, _BOOK = "GAPLINE_MADE", "GAPLINE_BOOK"
_PROVENANCE, _HELD = "GAPLINE_PROVENANCE", "GAPLINE_HELD"
_SECTIONS: Final = "GAPLINE_SECTIONS"
_AFTER_TAGS: Final = ("kinsoku", "defaultTextStyle", "modifyVerifier", "extLst")
"""What follows the tags in a presentation part."""


class DeckRecipe(NamedTuple):
    """What a deck tells, of whom, in which language: enough to tell it again from newer figures.

    Attributes:
        reference: whom the unit is compared with.
        asked: what else the reader chose, as names and values.
    """

    engagement: str
    unit: str
    wave: str
    lang: str
    reference: str = ""
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def spoken(self) -> Lang:
        """The language, as far as it is known."""
        return "zh" if self.lang == "zh" else "en"

    def belongs_to(self, engagement: str) -> bool:
        """Whether it is of this engagement, whose id a deck without names only tells by its hash."""
        return self.engagement == engagement or dict(self.asked).get("concealed") == mark([engagement])

    def packed(self) -> str:
        """As the text of a tag."""
        return json.dumps(self._asdict(), ensure_ascii=False, separators=(",", ":"))


class Tag(NamedTuple):
    """What a shape carries.

    Attributes:
        id: of the section, its slide and the block; the same in every deck of the same recipe.
        marks: of the shape as it was generated.
        made: mark of all that it was drawn from; empty where it no longer is what was drawn.
        book: mark of the workbook behind a chart as it was generated.
    """

    id: str
    kind: ItemKind
    recipe: DeckRecipe
    marks: Marks
    made: str = ""
    book: str = ""

    def xml(self) -> str:
        """The tags part."""
        said = {_VERSION: VERSION, _ID: self.id, _KIND: self.kind, _RECIPE: self.recipe.packed()}
        marks = dict(zip((_CONTENT, _LOOK, _FRAME, _ALT), self.marks, strict=True))
        known = {name: value for name, value in ((_MADE, self.made), (_BOOK, self.book)) if value}
        return tags_xml(said | marks | known)


def recipe_of(report: Report) -> DeckRecipe:
    """The recipe of a report's deck."""
    made = report.recipe
    return DeckRecipe(made.engagement, made.unit, made.wave, report.lang, made.reference, made.asked)


class Past(NamedTuple):
    """What a section of a deck was made of, and the shapes that it became; both as marks."""

    material: str
    shapes: str


class Made(NamedTuple):
    """What a deck tells of its making.

    Attributes:
        held: ids of the slides, tables, charts and drawings that were put into it.
        sections: what each was made of, as of the last refresh, by its id.
    """

    held: tuple[str, ...] = ()
    sections: Mapping[str, Past] = MappingProxyType({})


def provenance_xml(report: Report, wanted: Wanted | None = None, told: Made = Made()) -> str:  # noqa: B008 - frozen
    """The tags part of the presentation: whose figures it shows, and how they were made.

    Args:
        report: what the deck shows.
        wanted: layouts and placeholders that were asked for in a client's template; None in Gapline's own.
        told: what the deck was made of.
    """
    made = report.recipe
    said = {
        "rubric": made.rubric,
        "version": made.rubric_version,
        "fingerprint": made.rubric_fingerprint,
        "benchmark": made.benchmark,
        "revision": made.data_revision,
        "gapline": made.gapline,
    }
    if wanted is not None:
        said = {**said, "template": wanted}
    provenance = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    tags = {_VERSION: VERSION, _RECIPE: recipe_of(report).packed(), _PROVENANCE: provenance}
    for name, part in ((_HELD, told.held), (_SECTIONS, dict(sorted(told.sections.items())))):
        if part:
            tags[name] = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
    return tags_xml(tags)


def tags_xml(said: Mapping[str, str]) -> str:
    """A tags part; names are upper-case, as PowerPoint makes them."""
    tags = "".join(f'<p:tag name="{name}" val="{attribute(value)}"/>' for name, value in said.items())
    return f"{XML_HEAD}<p:tagLst {declared('p')}>{tags}</p:tagLst>"


def said_in(root: Any) -> dict[str, str]:
    """The tags of a tags part by name."""
    return {found.get("name", "").upper(): found.get("val", "") for found in root}


def is_provenance(said: Mapping[str, str]) -> bool:
    """Whether these are the tags of a whole deck."""
    return _PROVENANCE in said


def read_wanted(said: Mapping[str, str]) -> Wanted | None:
    """What was asked for in the client's template; None where the deck stands in Gapline's own."""
    try:
        found = json.loads(said.get(_PROVENANCE, "")).get("template")
        return None if found is None else {str(role): dict(places) for role, places in found.items()}
    except (ValueError, TypeError, AttributeError):
        return None


def read_made(said: Mapping[str, str]) -> Made:
    """What a deck tells of its making; empty where it does not tell."""
    try:
        held = tuple(map(str, json.loads(said.get(_HELD, "[]"))))
        sections = {one: Past(*map(str, past)) for one, past in json.loads(said.get(_SECTIONS, "{}")).items()}
        return Made(held, sections)
    except (ValueError, TypeError, AttributeError):
        return Made()


def read_recipe(said: Mapping[str, str]) -> DeckRecipe | None:
    """The recipe among tags; None where there is none, or none that can be read."""
    return _unpacked(said.get(_RECIPE, ""))


@lru_cache(maxsize=64)
def _unpacked(packed: str) -> DeckRecipe | None:
    try:
        found = json.loads(packed)
        asked = tuple((str(name), str(value)) for name, value in found.pop("asked", ()))
        return DeckRecipe(**{name: str(value) for name, value in found.items()}, asked=asked)
    except (ValueError, TypeError, AttributeError):
        return None


def read_tag(said: Mapping[str, str]) -> Tag | None:
    """What a shape's tags say; None where they are no tags of ours, or none that can be read."""
    recipe, kind = read_recipe(said), said.get(_KIND, "")
    if recipe is None or not said.get(_ID) or kind not in {"text", "table", "chart", "drawing", "notes"}:
        return None
    marks = Marks(*(said.get(name, "") for name in (_CONTENT, _LOOK, _FRAME, _ALT)))
    return Tag(said[_ID], kind, recipe, marks, said.get(_MADE, ""), said.get(_BOOK, ""))  # type: ignore[arg-type]


def with_tags(shape: str, relation: str) -> str:
    """A shape's XML with a reference to its tags part."""
    data = f'<p:custDataLst><p:tags r:id="{relation}"/></p:custDataLst>'
    empty, closing = shape.find("<p:nvPr/>"), shape.find("</p:nvPr>")
    if empty >= 0 and (closing < 0 or empty < closing):
        return shape.replace("<p:nvPr/>", f"<p:nvPr>{data}</p:nvPr>", 1)
    return shape.replace("</p:nvPr>", f"{data}</p:nvPr>", 1)


def parsed(shapes: str) -> list[Any]:
    """The elements of a fragment of a slide."""
    return list(etree.fromstring(f"<x {declared('a', 'c', 'p', 'r')}>{shapes}</x>"))


def tag_presentation(presentation: Any, relation: str) -> None:
    """Refer to the deck's own tags from the presentation part's root."""
    space = presentation.nsmap["p"]
    found = presentation.find(f"{{{space}}}custDataLst")
    if found is None:
        found = etree.Element(f"{{{space}}}custDataLst")
        after = (presentation.find(f"{{{space}}}{name}") for name in _AFTER_TAGS)
        following = next((one for one in after if one is not None), None)
        presentation.append(found) if following is None else following.addprevious(found)
    tags = etree.SubElement(found, f"{{{space}}}tags")
    tags.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", relation)
