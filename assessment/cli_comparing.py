"""The commands that write the tables of comparing and of the raters' agreement."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import click

from assessment import service
from assessment.catalogue import text
from assessment.edges.files import write_bytes
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics, store_path
from assessment.ports import Store

if TYPE_CHECKING:
    from assessment.comparing import AssessedWave
    from assessment.robustness_tables import Table

CompareTable = Literal["differences", "largest", "peers", "change"]
AgreementTable = Literal["indicators", "workshops"]


def _place(command: Callable[..., None]) -> Callable[..., None]:
    """The options that every table needs."""
    options = [
        click.option("--store", default=store_path, help="The store's file."),
        click.option("--engagement", required=True, help="Id of the engagement."),
        click.option("--wave", help="Id of the wave (default: the newest)."),
        click.option("--unit", "units", multiple=True, help="Id of a unit; may be repeated (default: all)."),
        click.option("--out", required=True, type=click.Path(path_type=Path), help="CSV to write."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@click.command("compare")
@_place
@click.option(
    "--table",
    type=click.Choice(get_args(CompareTable)),
    default="differences",
    show_default=True,
    help="Every unit and node against a reference; the largest differences between the units; the unit"
    " beside the published operators; what the change since an earlier wave is made of.",
)
@click.option(
    "--reference",
    default="average",
    show_default=True,
    help="average, best, parent, target, wave (the one before), or the id of a wave, unit or operator.",
)
@click.option("--since", help="Id of the earlier wave of a change (default: the wave before).")
@click.option("--named", is_flag=True, help="Show published operators by name, also fewer than five.")
def compare_file(engagement: str, wave: str | None, out: Path, store: str, **asked: Any) -> None:  # noqa: ANN401 - the options of the tables
    """Compare units, waves and published operators."""
    from assessment import comparing

    shelf = FileShelf(own=own_rubrics(store))
    with _opened(store, engagement) as found:
        here = comparing.read_wave(found, shelf, engagement, wave or found.waves(engagement)[-1].id)
        table = _compared((found, shelf), here, **asked)
    _write(out, table)


@click.command("agreement")
@_place
@click.option(
    "--table",
    type=click.Choice(get_args(AgreementTable)),
    default="indicators",
    show_default=True,
    help="Every indicator that several people rated, most disputed first; or a row per unit with alpha.",
)
def agreement_file(
    store: str, engagement: str, wave: str | None, units: tuple[str, ...], table: AgreementTable, out: Path
) -> None:
    """Say how far the raters of a wave agree."""
    from assessment import comparing
    from assessment.agreement import disputes, workshops
    from assessment.comparing_tables import indicators_table, workshops_table

    shelf = FileShelf(own=own_rubrics(store))
    with _opened(store, engagement) as found:
        here = comparing.read_wave(found, shelf, engagement, wave or found.waves(engagement)[-1].id)
    votes = comparing.votes_on(here, here.chosen(units or None))
    if table == "workshops":
        _write(out, workshops_table(workshops(here.rubric, votes)))
    else:
        _write(out, indicators_table(disputes(here.rubric, votes)))


def _compared(
    opened: tuple[Store, FileShelf],
    here: "AssessedWave",
    *,
    table: CompareTable,
    units: tuple[str, ...],
    reference: str,
    since: str | None,
    named: bool,
) -> "Table":
    from assessment import comparing
    from assessment import comparing_tables as tables

    (store, shelf), chosen = opened, units or None
    if table == "largest":
        return tables.largest_table(comparing.side_by_side(here, here.chosen(chosen)))
    if table == "peers":
        unit = units[0] if units else service.default_view(store, here.engagement)[0]
        return tables.peers_table(here, unit, comparing.beside_peers(store, shelf, here, unit, named=named))
    if table == "change":
        earlier = since or comparing.wave_before(store, here.engagement, here.wave.id)
        if earlier is None:
            raise click.UsageError(text("comparing.first-wave", "en", wave=here.wave.id))
        before = comparing.read_wave(store, shelf, here.engagement, earlier)
        before = comparing.on_the_nodes_of(shelf, before, here)
        _tell_common(before, here)
        return tables.change_table(before, here, comparing.changed_since(before, here, chosen))
    earlier = (
        comparing.wave_before(store, here.engagement, here.wave.id) if reference == "wave" else reference
    )
    if any(wave.id == earlier for wave in store.waves(here.engagement)):
        before = comparing.read_wave(store, shelf, here.engagement, str(earlier))
        _tell_common(comparing.on_the_nodes_of(shelf, before, here), here)
    return tables.differences_table(
        here, reference, comparing.held_against(store, shelf, here, reference, chosen)
    )


def _tell_common(before: "AssessedWave", after: "AssessedWave") -> None:
    """Say which nodes are compared where the waves are on different versions."""
    from assessment.common_nodes import common_nodes

    found = common_nodes(before.rubric, after.rubric)
    for line in found.told("en") if found else ():
        click.echo(line)


@contextmanager
def _opened(path: str, engagement: str) -> Iterator[Store]:
    """An existing store that holds the engagement; closed again in any case."""
    from assessment.edges.store import open_store

    store = open_store(path, create=False)
    try:
        store.engagement(engagement)
        yield store
    finally:
        store.close()


def _write(out: Path, table: "Table") -> None:
    from assessment.robustness_tables import to_csv

    write_bytes(out, to_csv(table))
    click.echo(text("cli.wrote", "en", path=out))
