"""The command that writes one page for an executive, as PDF or as a slide."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from assessment import service
from assessment.catalogue import Lang
from assessment.cli_deck import drawn, write_deck
from assessment.cli_template import HOUSE, house_of, with_house
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics, store_path
from assessment.storyline.choices import Choices

if TYPE_CHECKING:
    from assessment.storyline.full import Told


@click.command("onepage")
@click.option("--store", default=store_path, help="The store's file.")
@click.option("--engagement", required=True, help="Id of the engagement.")
@click.option("--unit", help="Id of the unit (default: the first with ratings).")
@click.option("--wave", help="Id of the wave (default: the newest).")
@click.option("--lang", type=click.Choice(get_args(Lang)), default="en", help="Language of the page.")
@click.option("--tier", default="", help="Tier of the gaps (default: above indicators).")
@click.option("--anonymous", is_flag=True, help="Letters and numbers instead of names of units and people.")
@with_house
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="File to write: .pdf (needs LibreOffice) or .pptx.",
)
def onepage(engagement: str, lang: Lang, out: Path, *, anonymous: bool, **asked: Any) -> None:  # noqa: ANN401 - the options of the command
    """Write one page for an executive: levels, most urgent gaps, next steps, decisions asked."""
    house = house_of(lang, **{name: asked.pop(name) for name in HOUSE})
    choices = Choices(tier=asked["tier"], anonymous=anonymous)
    place = (engagement, asked["unit"] or "", asked["wave"] or "")
    told = told_page(asked["store"], place, lang, choices)
    write_deck(out, lang, lambda: drawn(told, lang, house))


def told_page(store: str, place: tuple[str, str, str], lang: Lang, choices: Choices) -> "Told":
    """The report of the page; an empty unit or wave means the default."""
    from assessment.edges.store import open_store
    from assessment.storyline.onepage import one_page

    opened, shelf = open_store(store, create=False), FileShelf(own=own_rubrics(store))
    try:
        engagement, unit, wave = place
        opened.engagement(engagement)
        first, newest = service.default_view(opened, engagement)
        return one_page(opened, shelf, (engagement, unit or first, wave or newest), lang, choices=choices)
    finally:
        opened.close()
