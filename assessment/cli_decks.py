"""The command that writes a deck for each of many units, several at a time, and goes on where it stopped."""

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

import click

from assessment import __version__, service
from assessment.catalogue import Lang, text
from assessment.cli_choices import CHOSEN, choices_of_options, listed, with_choices
from assessment.cli_template import HOUSE, house_of, with_house
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics, store_path
from assessment.errors import FileUnreachableError

if TYPE_CHECKING:
    from assessment.cli_decks_run import Run
    from assessment.ports import Store
    from assessment.storyline.choices import Choices
    from assessment.storyline.common import Common
    from exports.deck import House

_MOST_WORKERS: Final = 61
"""What Windows can wait for at once."""


@click.command("decks")
@click.option("--store", default=store_path, help="The store's file.")
@click.option("--engagement", required=True, help="Id of the engagement.")
@click.option("--wave", help="Id of the wave (default: the newest).")
@click.option(
    "--only", default="", help="Ids of the units whose decks are made, by comma (default: all rated)."
)
@click.option("--lang", type=click.Choice(get_args(Lang)), default="en", help="Language of the result.")
@click.option("--reference", default="best", help="Published operator to compare with, or best, or none.")
@with_choices
@with_house
@click.option(
    "--workers", type=click.IntRange(1, _MOST_WORKERS), help="Decks made at the same time (default: cores)."
)
@click.option("--overwrite", is_flag=True, help="Also write over decks that people edited.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to write.")
def decks(out: Path, workers: int | None, *, overwrite: bool, **asked: Any) -> None:  # noqa: ANN401 - the options of the command
    """Write a deck for every unit and a list of them; run again, it makes only what is new."""
    from assessment.edges.deck_folder import opened_folder

    house = house_of(asked["lang"], **{name: asked.pop(name) for name in HOUSE})
    choices = choices_of_options(**{name: asked.pop(name) for name in CHOSEN})
    place = (asked["engagement"], asked["wave"], asked["only"])
    run, belongs_to = begun(
        asked["store"] or "", place, asked["lang"], asked["reference"] or "best", choices, house
    )
    with opened_folder(out, belongs_to) as folder:
        try:
            run.work(folder, workers or os.cpu_count() or 1, overwrite=overwrite)
        except BaseException:
            run.stopped()
            with suppress(FileUnreachableError):
                run.list(folder)
            raise
        run.list(folder)
    click.echo(text("cli.wrote", "en", path=out))
    run.conclude()


def begun(
    store: str,
    place: tuple[str, str | None, str],
    lang: Lang,
    reference: str,
    choices: "Choices",
    house: "House",
) -> "tuple[Run, str]":
    """What all decks share, read once; and what tells the folder of this run from others.

    Args:
        store: the store's file.
        place: id of the engagement, of the wave or None for the newest, of units or none for all.
        lang: of the decks and their list.
        reference: as the option says it.
        choices: what each deck tells.
        house: what stands around it.

    Raises:
        GaplineError: there is nothing of one of these names, or nothing to tell.
    """
    from assessment.cli_decks_run import Run
    from assessment.cli_decks_work import Job
    from assessment.edges.store import open_store
    from assessment.storyline.anonymous import concealed
    from assessment.storyline.batch import orders
    from assessment.storyline.common import read_common

    engagement, wave, only = place
    opened, shelf = open_store(store, create=False), FileShelf(own=own_rubrics(store))
    try:
        opened.engagement(engagement)
        for unit in choices.units:
            service.unit_of(opened, engagement, unit)
        round_ = wave or opened.waves(engagement)[-1].id
        held_against = "" if reference == "none" else reference
        common = read_common(opened, shelf, engagement, round_, held_against).computed(choices)
        hides = _hiding(opened, common, lang) if choices.anonymous else str
    finally:
        opened.close()
    ordered = orders(common, lang, listed(only), anonymous=choices.anonymous)
    around = sha256(f"{__version__} {house!r}".encode()).hexdigest()
    whose = concealed(engagement) if choices.anonymous else engagement
    job = Job(store, common, choices, lang, house, around)
    return Run(job, ordered, hides), f"{whose} {round_} {lang}"


def _hiding(store: "Store", common: "Common", lang: Lang) -> Callable[[str], str]:
    from assessment.storyline.anonymous import aliases, veiled

    engagement = common.base.engagement.id
    known = aliases(store.units(engagement), store.people(engagement), common.base, lang)
    return lambda said: veiled(said, known)
