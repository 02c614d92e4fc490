"""The command that writes a unit's deck: which parts, which units, with names or without."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from assessment import service
from assessment.catalogue import Lang, text
from assessment.cli_choices import CHOSEN, choices_of_options, with_choices
from assessment.cli_template import HOUSE, house_of, with_house
from assessment.drawing_errors import OfficeFailedError, OfficeMissingError
from assessment.edges.files import write_bytes
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics, store_path

if TYPE_CHECKING:
    from assessment.ports import LinkedShelf, Store
    from assessment.storyline.choices import Choices
    from assessment.storyline.full import Told
    from exports.deck import House


@click.command("deck")
@click.option("--store", default=store_path, help="The store's file.")
@click.option("--engagement", required=True, help="Id of the engagement.")
@click.option("--unit", help="Id of the unit (default: the first with ratings).")
@click.option("--wave", help="Id of the wave (default: the newest).")
@click.option("--lang", type=click.Choice(get_args(Lang)), default="en", help="Language of the result.")
@click.option("--reference", default="best", help="Published operator to compare with, or best, or none.")
@with_choices
@with_house
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="File to write: .pptx, or .pdf (needs LibreOffice).",
)
def deck(engagement: str, lang: Lang, out: Path, **asked: Any) -> None:  # noqa: ANN401 - the options of the command
    """Write a unit's report as an editable PowerPoint deck."""
    from assessment.edges.store import open_store

    house = house_of(lang, **{name: asked.pop(name) for name in HOUSE})
    choices = choices_of_options(**{name: asked.pop(name) for name in CHOSEN})
    store = asked["store"] or ""
    opened, shelf = open_store(store, create=False), FileShelf(own=own_rubrics(store))
    try:
        opened.engagement(engagement)
        first, newest = service.default_view(opened, engagement)
        place = (engagement, asked["unit"] or first, asked["wave"] or newest)
        reference = asked["reference"] or "best"
        told = told_report(opened, shelf, place, lang, "" if reference == "none" else reference, choices)
    finally:
        opened.close()
    write_deck(out, lang, lambda: drawn(told, lang, house))


def write_deck(out: Path, lang: Lang, make: Callable[[], bytes]) -> None:
    """Make the deck and write it; as PDF where the file's name says so, which LibreOffice draws."""
    from assessment.edges.office_drawing import must_have_office, pdf_of

    as_pdf = out.suffix.lower() == ".pdf"
    try:
        if as_pdf:
            must_have_office()
        data = make()
        write_bytes(out, pdf_of(data) if as_pdf else data)
    except (OfficeMissingError, OfficeFailedError) as error:
        raise click.ClickException(error.sentence(lang)) from error
    click.echo(text("cli.wrote", "en", path=out))


def told_report(
    store: "Store",
    shelf: "LinkedShelf",
    place: tuple[str, str, str],
    lang: Lang,
    reference: str = "best",
    choices: "Choices | None" = None,
) -> "Told":
    """The report of a deck."""
    from assessment.storyline.full import full_report

    return full_report(store, shelf, place, lang, reference, choices)


def drawn(told: "Told", lang: Lang, house: "House | None" = None) -> bytes:
    """The deck; what is missing from it is named on standard error."""
    from exports.deck import OWN
    from exports.deck import deck as draw

    for failure in told.failures:
        click.echo(failure.said(lang), err=True)
    failed: list[str] = []
    with click.progressbar(length=100, label=text("cli.making.deck", "en"), file=sys.stderr) as bar:

        def tell(done: float, _what: str) -> None:
            bar.update(round(100 * done) - bar.pos)

        data = draw(told.report, tell, house or OWN, failed)
    for title in failed:
        click.echo(text("story.failed.slide", lang, title=title), err=True)
    return data
