"""A whole deck refreshed: opened, made anew from its recipes, compared, put together again."""

from collections.abc import Callable

from assessment.report.shapes import Report
from exports.deck import OWN, House, made_again
from exports.deck.again import shape_marks
from exports.deck.tags import DeckRecipe, Made, Past, provenance_xml
from exports.package import SPOILED
from exports.refresh.items import Opened, made_said, opened, recipe_said, refuse, template_said
from exports.refresh.refreshing import Refreshed, Whole, refreshed

Again = Callable[[DeckRecipe], Report | None]
"""Makes the report of a recipe from the figures of today; None where it cannot be made any more."""


def refresh(data: bytes, source: str, engagement: str, again: Again, *, overwrite: bool = False) -> Refreshed:
    """An edited deck with the figures of today, and what became of every generated shape.

    Charts, tables and sentences are replaced in place where nobody changed them; every other part of the file
    keeps its bytes. Refreshing the result once more changes nothing.

    Args:
        data: the .pptx file.
        source: the file as the person named it.
        engagement: id of the engagement that it must belong to.
        again: makes the report of a recipe anew.
        overwrite: whether newer figures win where a person changed the same shape.

    Raises:
        FileRefusedError: the file is hostile, damaged, no deck, without tags, or of another engagement.
    """
    deck = opened(data, source)
    reports = {recipe: report for recipe in deck.of(engagement) if (report := again(recipe)) is not None}
    recipe, made = recipe_said(deck) or deck.recipes[0], made_said(deck)
    wanted = template_said(deck)
    house = OWN if wanted is None else House(data, source, wanted)
    fresh = {one: made_again(report, house, _past(deck, one, made)) for one, report in reports.items()}
    tags = ""
    if recipe in fresh:
        tags = provenance_xml(reports[recipe], wanted, made._replace(sections=fresh[recipe].sections))
    try:
        return refreshed(deck, fresh, Whole(recipe, tags, frozenset(made.held)), overwrite=overwrite)
    except SPOILED as error:
        refuse(source, "deck-damaged", str(error) or type(error).__name__)


def _past(deck: Opened, recipe: DeckRecipe, made: Made) -> dict[str, Past]:
    """The sections whose shapes are all in the deck, and as the deck tells that they were made."""
    tags = (shape.tag for shape in deck.shapes if shape.tag.recipe == recipe)
    found = shape_marks((tag.id, tag.made) for tag in tags)
    return {one: past for one, past in made.sections.items() if found.get(one) == past.shapes}
