"""The command that lists a library of initiatives, or what of it is suggested for a unit and why."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from assessment import service
from assessment.catalogue import Lang, text
from assessment.edges.files import write_bytes
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics, store_path

if TYPE_CHECKING:
    from assessment.robustness_tables import Table

_CONTENTS = ("suggestions", "chain")


@click.command("initiatives")
@click.option("--rubric", help="Id of a rubric: its library of initiatives.")
@click.option("--engagement", help="Id of an engagement: what is suggested for a unit, and why.")
@click.option("--unit", help="Id of the unit (default: the first with ratings).")
@click.option("--wave", help="Id of the wave (default: the newest).")
@click.option(
    "--content",
    type=click.Choice(_CONTENTS),
    default="suggestions",
    show_default=True,
    help="With --engagement: suggestions best first, or the chain from problems to initiatives.",
)
@click.option("--store", default=store_path, help="The store's file.")
@click.option("--lang", type=click.Choice(get_args(Lang)), default="en", help="Language of the result.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="CSV to write.")
def initiatives_file(*, rubric: str | None, engagement: str | None, out: Path, **place: Any) -> None:  # noqa: ANN401 - the options of a unit's tables
    """Write a library of initiatives as CSV, or what of it is suggested for a unit, with the reasons."""
    from assessment.robustness_tables import to_csv

    if (rubric is None) == (engagement is None):
        raise click.UsageError(text("cli.initiatives.which", "en"))
    shelf = FileShelf(own=own_rubrics(place["store"]))
    if engagement is None:
        table = _library(shelf, rubric or "", place["lang"])
    else:
        table = _for_unit(shelf, engagement, **place)
    write_bytes(out, to_csv(table))
    click.echo(text("cli.wrote", "en", path=out))


def _library(shelf: FileShelf, rubric: str, lang: Lang) -> "Table":
    from assessment.initiative_tables import initiatives_table

    library = shelf.initiatives(rubric)
    if library is None:
        raise click.ClickException(text("cli.initiatives.none", "en", rubric=rubric))
    return initiatives_table(library, lang)


def _for_unit(
    shelf: FileShelf,
    engagement: str,
    *,
    store: str,
    unit: str | None,
    wave: str | None,
    content: str,
    lang: Lang,
) -> "Table":
    from assessment.edges.store import open_store
    from assessment.initiative_tables import chains_table, suggestions_table
    from assessment.initiatives import names
    from assessment.opportunities import opportunities
    from assessment.suggesting_words import Speaker

    opened = open_store(store, create=False)
    try:
        opened.engagement(engagement)
        first_unit, newest = service.default_view(opened, engagement)
        found = opportunities(opened, shelf, engagement, unit or first_unit, wave or newest)
    finally:
        opened.close()
    speaker = Speaker(found.rubric, names(found.initiatives, lang), lang)
    if content == "suggestions" or found.diagnosis is None:
        return suggestions_table(found.suggestions.ranked, speaker)
    return chains_table(found.chain, speaker, found.diagnosis.diagnosis, found.diagnosis.links)
