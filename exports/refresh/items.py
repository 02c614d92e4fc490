"""What a deck holds of ours: every tagged shape in the order of its slides, and the recipes behind them."""
# ruff: noqa: ANN401 - elements of lxml, which is not typed

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn

from lxml import etree

from assessment.errors import FileRefusedError, Problem
from exports.deck.marks import C, P, R
from exports.deck.tags import (
    DeckRecipe,
    Made,
    Tag,
    is_provenance,
    read_made,
    read_recipe,
    read_tag,
    read_wanted,
    said_in,
)
from exports.package import SPOILED, Package, deck_package
from exports.template.stage import Wanted

_OFFICE: Final = "officeDocument"


@dataclass(frozen=True, slots=True)
class Shape:
    """A tagged shape of a deck.

    Attributes:
        slide: number of its slide, from 1.
        part: the slide, or the notes, that it stands in.
        tags: its tags part.
        chart, book: the parts of its chart and of the workbook behind it; empty without one.
    """

    tag: Tag
    slide: int
    part: str
    element: Any
    tags: str
    chart: str = ""
    book: str = ""


@dataclass(slots=True)
class Opened:
    """A deck with everything in it that is ours.

    Attributes:
        titles: of the slides that hold something of ours, by number.
        provenance: the deck's own tags part; empty without one.
        roots: the parts that were parsed.
    """

    package: Package
    source: str
    shapes: list[Shape] = field(default_factory=list)
    titles: dict[int, str] = field(default_factory=dict)
    provenance: str = ""
    roots: dict[str, Any] = field(default_factory=dict)

    def root(self, part: str) -> Any:
        """A part's root element, parsed once."""
        if part not in self.roots:
            self.roots[part] = self.package.xml(part)
        return self.roots[part]

    @property
    def recipes(self) -> list[DeckRecipe]:
        """The recipes of its shapes, the most frequent first."""
        counts: dict[DeckRecipe, int] = {}
        for shape in self.shapes:
            counts[shape.tag.recipe] = counts.get(shape.tag.recipe, 0) + 1
        return sorted(counts, key=lambda recipe: -counts[recipe])

    def of(self, engagement: str) -> list[DeckRecipe]:
        """The recipes of one engagement; FileRefusedError where the deck is of others only."""
        found = [recipe for recipe in self.recipes if recipe.belongs_to(engagement)]
        if not found:
            others = ", ".join(sorted({recipe.engagement for recipe in self.recipes}))
            refuse(self.source, "deck-other-engagement", others, engagement)
        return found


def opened(data: bytes, source: str) -> Opened:
    """A deck that may be refreshed.

    Args:
        data: the file.
        source: the file as the person named it.

    Raises:
        FileRefusedError: it is hostile, damaged, no deck, or holds nothing that Gapline generated.
    """
    deck = Opened(deck_package(data, source), source)
    try:
        _read(deck)
    except SPOILED as error:
        refuse(source, "deck-damaged", str(error) or type(error).__name__)
    if not deck.shapes:
        program = _saved_by(deck.package)
        refuse(source, "deck-dropped" if program else "deck-untagged", program)
    return deck


def _saved_by(package: Package) -> str:
    """The program that saved the file last, where it says so and is not PowerPoint."""
    try:
        told = [one.target for one in package.relations("").values() if one.kind == "extended-properties"]
        said = package.xml(told[0]).findtext("{*}Application") or ""
    except SPOILED:
        return ""
    return "" if said.startswith("Microsoft") else said.partition("/")[0].strip()


def refuse(source: str, code: str, found: str = "", allowed: str = "") -> NoReturn:
    """Raise FileRefusedError with one problem."""
    raise FileRefusedError(source, (Problem(code, source, found=found[:80], allowed=allowed),))


def _read(deck: Opened) -> None:
    package = deck.package
    presentation = next(one.target for one in package.relations("").values() if one.kind == _OFFICE)
    relations = package.relations(presentation)
    for relation in relations.values():
        if relation.kind == "tags" and is_provenance(said_in(deck.root(relation.target))):
            deck.provenance = relation.target
    for number, slide in enumerate(package.xml(presentation).iter(f"{P}sldId"), start=1):
        part = relations[slide.get(f"{R}id")].target
        for holder in (part, *_notes(package, part)):
            deck.shapes += _shapes(deck, holder, number)


def _notes(package: Package, slide: str) -> list[str]:
    return [one.target for one in package.relations(slide).values() if one.kind == "notesSlide"]


def _shapes(deck: Opened, part: str, slide: int) -> Iterator[Shape]:
    relations = deck.package.relations(part)
    if not any(one.kind == "tags" for one in relations.values()):
        return
    root = deck.root(part)
    for found in root.iter(f"{P}tags"):
        tags = relations[found.get(f"{R}id")].target
        tag = read_tag(said_in(deck.root(tags)))
        element = _owner(found)
        if tag is None or element is None:
            continue
        if tag.kind == "chart":
            parts = _chart(deck, element, relations)
            if parts is None:
                continue
            yield Shape(tag, slide, part, element, tags, *parts)
        else:
            yield Shape(tag, slide, part, element, tags)
    deck.titles.setdefault(slide, title_of(root))  # the slide itself comes before its notes


def _owner(tags: Any) -> Any:
    """The shape that a reference to tags belongs to; None where that is a whole slide."""
    properties = tags.getparent().getparent()
    if properties is None or properties.tag != f"{P}nvPr":
        return None
    return properties.getparent().getparent()


def _chart(deck: Opened, element: Any, relations: Any) -> tuple[str, str] | None:
    """The parts of a chart and its workbook; None where somebody turned the chart into something else."""
    found = element.find(f".//{C}chart")
    if found is None or found.get(f"{R}id") not in relations:
        return None
    chart = relations[found.get(f"{R}id")].target
    books = [one.target for one in deck.package.relations(chart).values() if one.kind == "package"]
    return chart, next((book for book in books if book in deck.package), "")


def title_of(slide: Any) -> str:
    """The title of a slide, empty without one."""
    for shape in slide.iter(f"{P}sp"):
        place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if place is not None and place.get("type") in {"title", "ctrTitle"}:
            return " ".join("".join(shape.itertext("{*}t")).split())
    return ""


def recipe_said(deck: Opened) -> DeckRecipe | None:
    """The recipe that the deck as a whole names."""
    return read_recipe(said_in(deck.root(deck.provenance))) if deck.provenance else None


def made_said(deck: Opened) -> Made:
    """What the deck tells of its making; empty where it does not tell."""
    return read_made(said_in(deck.root(deck.provenance))) if deck.provenance else Made()


def template_said(deck: Opened) -> Wanted | None:
    """What was asked for in the client's template that the deck stands in; None in Gapline's own."""
    return read_wanted(said_in(deck.root(deck.provenance))) if deck.provenance else None


def serialised(root: Any) -> bytes:
    """A part's bytes."""
    done: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return done
