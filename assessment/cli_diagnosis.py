"""The commands that say what a unit's scores point to, and what they say about other rubrics."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

import click

from assessment import service
from assessment.catalogue import Lang, text
from assessment.edges.files import write_bytes
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics, store_path
from assessment.ports import Store


def _place(command: Callable[..., None]) -> Callable[..., None]:
    """The options of both tables."""
    options = [
        click.option("--store", default=store_path, help="The store's file."),
        click.option("--engagement", required=True, help="Id of the engagement."),
        click.option("--unit", help="Id of the unit (default: the first with ratings)."),
        click.option("--wave", help="Id of the wave (default: the newest)."),
        click.option(
            "--lang", type=click.Choice(get_args(Lang)), default="en", help="Language of the result."
        ),
        click.option("--out", required=True, type=click.Path(path_type=Path), help="CSV to write."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@contextmanager
def _opened(
    path: str, engagement: str, unit: str | None, wave: str | None
) -> Iterator[tuple[Store, str, str]]:
    """An existing store with the unit and wave that are meant; closed again in any case."""
    from assessment.edges.store import open_store

    opened = open_store(path, create=False)
    try:
        opened.engagement(engagement)
        first_unit, newest = service.default_view(opened, engagement)
        yield opened, unit or first_unit, wave or newest
    finally:
        opened.close()


@click.command("diagnose")
@_place
def diagnose_file(
    store: str, engagement: str, unit: str | None, wave: str | None, lang: Lang, out: Path
) -> None:
    """Propose problems and causes from a unit's low scores, each with the scores it rests on."""
    from assessment.diagnosing import diagnosed
    from assessment.diagnosis_tables import proposals_table
    from assessment.robustness_tables import to_csv

    with _opened(store, engagement, unit, wave) as (found, one, when):
        here = diagnosed(found, FileShelf(own=own_rubrics(store)), engagement, one, when)
    write_bytes(out, to_csv(proposals_table(here, lang)))
    click.echo(text("cli.wrote", "en", path=out))
    unclear = sum(one.verdict == "too-little" for one in here.found.candidates)
    count, coverage = len(here.found.proposals), here.found.coverage
    click.echo(text("diagnosis.told", "en", count=count, unclear=unclear, **coverage._asdict()))


@click.command("informed")
@_place
@click.option("--to", "rubric", required=True, help="Id of the rubric that a mapping leads to.")
def informed_file(
    store: str, engagement: str, unit: str | None, wave: str | None, lang: Lang, out: Path, rubric: str
) -> None:
    """Read a unit's scores as levels of another rubric, each with its coverage; nothing is stored."""
    from assessment.informing import informed_table, informed_view
    from assessment.robustness_tables import to_csv

    with _opened(store, engagement, unit, wave) as (found, one, when):
        view = informed_view(found, FileShelf(own=own_rubrics(store)), engagement, one, when, rubric)
    write_bytes(out, to_csv(informed_table(view, lang)))
    click.echo(text("cli.wrote", "en", path=out))
    share = view.scores[view.target.root.id].coverage
    click.echo(text("diagnosis.informed", "en", share=f"{share:.0%}", rubric=view.target.title("en")))
