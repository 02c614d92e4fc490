"""The command that writes what matters first."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessment import service
from assessment.catalogue import text
from assessment.edges.files import read_bytes, write_bytes
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics, store_path
from assessment.errors import FileRefusedError, Problem, UnknownWaveError
from assessment.ratings_csv import MAX_BYTES

if TYPE_CHECKING:
    from assessment.priorities import Ground
    from assessment.rubric import Rubric


@click.command("priorities")
@click.option("--store", default=store_path, help="The store's file.")
@click.option("--engagement", help="Id of the engagement; or give --rubric and --ratings.")
@click.option("--unit", help="Id of the unit (default: the first with ratings).")
@click.option("--wave", help="Id of the wave (default: the newest).")
@click.option("--tier", help="Tier of the rubric (default: the one right above the indicators).")
@click.option("--required", is_flag=True, help="Against the level that importance asks for, not the target.")
@click.option("--rubric", "rubric_name", help="Instead of a store: id of a rubric, or path of its file.")
@click.option("--ratings", type=click.Path(path_type=Path), help="With --rubric: ratings CSV of one wave.")
@click.option(
    "--importance",
    type=click.Path(path_type=Path),
    help="With --rubric: CSV with the columns node, unit, importance, target, due.",
)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="CSV to write.")
def priorities_file(
    *,
    out: Path,
    engagement: str | None,
    tier: str | None,
    required: bool,
    **place: Any,  # noqa: ANN401 - the options of where
) -> None:
    """Write the nodes of a tier by urgency: the rows of the page Priorities, in the same order."""
    from assessment.prioritising import prioritised, usual_tier
    from assessment.priority_tables import priorities_csv

    if (engagement is None) == (place["rubric_name"] is None or place["ratings"] is None):
        raise click.UsageError(text("cli.priorities.what", "en"))
    ground = _from_files(**place) if engagement is None else _from_store(engagement, **place)
    tiers = ground.rubric.tiers
    chosen = tier or usual_tier(ground.rubric)
    if chosen not in tiers:
        raise click.UsageError(text("cli.priorities.tier", "en", tier=chosen, allowed=", ".join(tiers)))
    write_bytes(out, priorities_csv(prioritised(ground, chosen, "required" if required else "target")))
    click.echo(text("cli.wrote", "en", path=out))


def _from_store(engagement: str, *, store: str, unit: str | None, wave: str | None, **_: Any) -> "Ground":  # noqa: ANN401 - the options of files
    from assessment.edges.store import open_store
    from assessment.prioritising import ground_of

    opened, shelf = open_store(store, create=False), FileShelf(own=own_rubrics(store))
    try:
        opened.engagement(engagement)
        usual = service.default_view(opened, engagement)
        return ground_of(opened, shelf, engagement, unit or usual[0], wave or usual[1])
    finally:
        opened.close()


def _from_files(
    *,
    store: str,
    rubric_name: str,
    ratings: Path,
    importance: Path | None,
    unit: str | None,
    wave: str | None,
) -> "Ground":
    from assessment.prioritising import ground_of_files
    from assessment.ratings_csv import parse_ratings_csv
    from assessment.wishes_csv import Wishes, parse_wishes_csv

    rubric = _rubric(rubric_name, store)
    given, problems = parse_ratings_csv(read_bytes(ratings, MAX_BYTES), str(ratings), rubric)
    _refuse(ratings, problems)
    waves = dict.fromkeys(one.wave for one in given)
    chosen = wave or list(waves)[-1]
    if chosen not in waves:
        raise UnknownWaveError(chosen, str(ratings), ", ".join(waves))
    wishes = Wishes()
    if importance is not None:
        wishes, problems = parse_wishes_csv(read_bytes(importance, MAX_BYTES), str(importance), rubric)
        _refuse(importance, problems)
    about = unit or given[0].unit
    here = [one for one in given if one.wave == chosen]
    ground = ground_of_files(rubric, here, about, wishes.importance, wishes.targets)
    service.unit_among(ground.units, str(ratings), about)
    return ground


def _rubric(named: str, store: str) -> "Rubric":
    path = Path(named)
    if path.suffix in {".yaml", ".yml"} or path.is_dir():
        return FileShelf.rubric_at(path)
    return FileShelf(own=own_rubrics(store)).rubric(named)


def _refuse(path: Path, problems: Iterable[Problem]) -> None:
    found = tuple(problems)
    if any(problem.severity == "error" for problem in found):
        raise FileRefusedError(str(path), found)
    for problem in found:
        click.echo(problem.report("en"), err=True)
