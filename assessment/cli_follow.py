"""The command that writes how a unit's roadmap is getting on, and what it was projected to reach."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from assessment import service
from assessment.catalogue import Lang, text
from assessment.edges.files import write_bytes
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics, store_path
from assessment.spreadsheet_text import guarded

if TYPE_CHECKING:
    from assessment.following import Compared, Following
    from assessment.report.shapes import Cell, Table

_CONTENTS = ("progress", "projection")


@click.command("follow")
@click.option("--store", default=store_path, help="The store's file.")
@click.option("--engagement", required=True, help="Id of the engagement.")
@click.option("--unit", help="Id of the unit (default: the first with ratings).")
@click.option("--wave", help="Id of the wave (default: the newest).")
@click.option(
    "--content",
    type=click.Choice(_CONTENTS),
    default="progress",
    show_default=True,
    help="A row per initiative and department, most pressing first; or projected against re-assessed scores.",
)
@click.option("--today", help="Day to look from, such as 2027-03-31 (default: today).")
@click.option("--lang", type=click.Choice(get_args(Lang)), default="en", help="Language of the result.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="CSV to write.")
def follow_file(*, content: str, lang: Lang, out: Path, **place: Any) -> None:  # noqa: ANN401 - the options of a unit's tables
    """Write how a unit's initiatives are getting on: status, dates, departments, reasons, what is due."""
    from assessment import follow_words

    here, compared = _looked_up(**place)
    if content == "progress":
        table = follow_words.follow_table(here.found, here.names(lang), lang)
        told = follow_words.headline(here.counted, "en") if here.found else text("follow.none", "en")
    elif compared is None:
        raise click.ClickException(text("cli.follow.none", "en"))
    else:
        table = follow_words.outcome_table(compared.outcomes, compared.rubric, here.names(lang), lang)
        told = follow_words.outcomes_said(compared.outcomes, "en")
    write_bytes(out, _csv(table))
    click.echo(text("cli.wrote", "en", path=out))
    click.echo(told)


def _looked_up(
    *, store: str, engagement: str, unit: str | None, wave: str | None, today: str | None
) -> "tuple[Following, Compared | None]":
    """The unit's roadmap on the day, and its plan against a later wave."""
    from assessment.edges.store import open_store
    from assessment.following import compare_with_projection, follow

    day, shelf = _day(today), FileShelf(own=own_rubrics(store))
    opened = open_store(store, create=False)
    try:
        opened.engagement(engagement)
        first_unit, newest = service.default_view(opened, engagement)
        at = (engagement, unit or first_unit, wave or newest)
        return follow(opened, *at, day), compare_with_projection(opened, shelf, *at, day)
    finally:
        opened.close()


def _day(said: str | None) -> dt.date:
    """The day that is meant; a usage error where it is none."""
    if said is None:
        return dt.datetime.now(dt.UTC).astimezone().date()
    try:
        return dt.date.fromisoformat(said)
    except ValueError as error:
        raise click.BadParameter(text("cli.follow.day", "en", found=said), param_hint="--today") from error


def _csv(table: "Table") -> bytes:
    """The table with ids and the keys of its columns; figures unrounded, a missing one empty."""
    from assessment.robustness_tables import Table as Rows
    from assessment.robustness_tables import to_csv

    keys = ("id", *(column.key.replace("-", "_") for column in table.columns))
    rows = [
        (one, *(_value(cell) for cell in row)) for one, row in zip(table.row_ids, table.rows, strict=True)
    ]
    return to_csv(Rows(keys, rows))


def _value(cell: "Cell") -> str | float | None:
    return guarded(cell.text) if cell.kind == "text" else cell.value
