"""The command that writes what a unit's low scores point to."""

from pathlib import Path
from typing import get_args

import click

from assessment import service
from assessment.catalogue import Lang, text
from assessment.edges.files import write_bytes
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import store_path
from assessment.robustness_tables import to_csv


@click.command("diagnose")
@click.option("--store", default=store_path, help="The store's file.")
@click.option("--engagement", required=True, help="Id of the engagement.")
@click.option("--unit", help="Id of the unit (default: the first with ratings).")
@click.option("--wave", help="Id of the wave (default: the newest).")
@click.option("--lang", type=click.Choice(get_args(Lang)), default="en", help="Language of the result.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="CSV to write.")
def diagnose_file(
    store: str, engagement: str, unit: str | None, wave: str | None, lang: Lang, out: Path
) -> None:
    """Propose problems and causes from a unit's low scores, each with the scores it rests on."""
    from assessment.diagnosing import diagnosed
    from assessment.diagnosis_tables import proposals_table
    from assessment.edges.store import open_store

    opened = open_store(store, create=False)
    try:
        opened.engagement(engagement)
        first_unit, newest = service.default_view(opened, engagement)
        here = diagnosed(opened, FileShelf(), engagement, unit or first_unit, wave or newest)
    finally:
        opened.close()
    write_bytes(out, to_csv(proposals_table(here, lang)))
    click.echo(text("cli.wrote", "en", path=out))
    unclear = sum(one.verdict == "too-little" for one in here.found.candidates)
    count, coverage = len(here.found.proposals), here.found.coverage
    click.echo(text("diagnosis.told", "en", count=count, unclear=unclear, **coverage._asdict()))
