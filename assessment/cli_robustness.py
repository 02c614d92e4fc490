"""The command that says how far a ranking can be trusted."""

from pathlib import Path
from typing import Any, get_args

import click

from assessment import service
from assessment.assumptions import IN_A_REPORT, Assumptions, TableName
from assessment.catalogue import text
from assessment.edges.files import write_bytes
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics, store_path

_MOST_DRAWS = 1_000_000
_SIMULATED = {"ranks", "acceptability", "pairs"}


@click.command("robustness")
@click.option("--store", default=store_path, help="The store's file.")
@click.option("--engagement", required=True, help="Id of the engagement.")
@click.option("--wave", help="Id of the wave (default: the newest).")
@click.option("--unit", "units", multiple=True, help="Id of a unit to rank; may be repeated (default: all).")
@click.option(
    "--table",
    type=click.Choice(get_args(TableName)),
    default="ranks",
    show_default=True,
    help="Ranks with intervals, verdicts and rating noise; the probability of every rank; all pairs; which"
    " weight swaps neighbours; other structures.",
)
@click.option(
    "--spread",
    type=click.FloatRange(0, 1),
    default=0.25,
    show_default=True,
    help="By how much every weight above the indicators may be off, as a share of itself.",
)
@click.option("--any-weights", is_flag=True, help="Instead: assume nothing about these weights.")
@click.option("--draws", type=click.IntRange(1, _MOST_DRAWS), default=IN_A_REPORT, show_default=True)
@click.option("--seed", type=click.IntRange(0), default=Assumptions().seed, show_default=True)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="CSV to write.")
def robustness_file(
    store: str,
    engagement: str,
    wave: str | None,
    units: tuple[str, ...],
    table: TableName,
    out: Path,
    **drawn: Any,  # noqa: ANN401 - the options of the assumptions
) -> None:
    """Say how far the ranking of a wave's units can be trusted; the same seed writes the same bytes."""
    from assessment.edges.store import open_store
    from assessment.ranking import ranking, robustness_table
    from assessment.robustness_tables import to_csv
    from assessment.robustness_words import assumptions_sentence

    assumed = _assumptions(**drawn)
    opened, shelf = open_store(store, create=False), FileShelf(own=own_rubrics(store))
    try:
        opened.engagement(engagement)
        chosen = wave or service.default_view(opened, engagement)[1]
        found = ranking(opened, shelf, engagement, chosen, units or None)
    finally:
        opened.close()
    write_bytes(out, to_csv(robustness_table(found, table, assumed)))
    if table in _SIMULATED:
        click.echo(assumptions_sentence(assumed, found.ranked.rubric, "en"))
    click.echo(text("cli.wrote", "en", path=out))


def _assumptions(spread: float, draws: int, seed: int, *, any_weights: bool) -> Assumptions:
    return Assumptions(None if any_weights else spread, draws, seed)
