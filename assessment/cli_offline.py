"""The commands for working without Gapline: hand a workbook out, bring a file back."""

from pathlib import Path
from typing import get_args

import click

from assessment import offline, service
from assessment.catalogue import Lang, text
from assessment.edges.files import read_bytes
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics, store_path
from assessment.errors import FileRefusedError, UnknownEngagementError
from assessment.importing import Batch, Change, Choice, commit
from assessment.ports import Shelf, Store
from assessment.ratings import Rating

_NOT_TOLD = "–"


def offline_bytes(
    store: str, engagement: str, unit: str | None, wave: str | None, rater: str, lang: Lang
) -> bytes:
    """An offline workbook for one rater (default: the unit and wave that the app opens at)."""
    from assessment.edges.store import open_store
    from exports.offline_workbook import offline_workbook

    opened, shelf = open_store(store, create=False), FileShelf(own=own_rubrics(store))
    try:
        opened.engagement(engagement)
        first_unit, newest_wave = service.default_view(opened, engagement)
        form = offline.form(opened, shelf, engagement, unit or first_unit, wave or newest_wave, rater)
    finally:
        opened.close()
    return offline_workbook(
        form.rubric, form.engagement, form.unit, form.wave, form.rater, form.ratings, lang
    )


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--store", default=store_path, help="The store's file.")
@click.option("--engagement", help="Id of the engagement (default: the workbook's, or the only one).")
@click.option("--wave", help="Id of the wave of rows that name none (default: the newest).")
@click.option("--dry-run", is_flag=True, help="Only print what would change.")
@click.option("--take", type=click.Choice(get_args(Choice)), help="Whose rating stays where both changed it.")
@click.option("--by", default="", help="Who brings it in, where that is not the rater.")
def import_file(
    path: Path,
    store: str,
    engagement: str | None,
    wave: str | None,
    take: Choice | None,
    by: str,
    *,
    dry_run: bool,
) -> None:
    """Bring back an offline workbook or a ratings CSV: print every change, then write all or none."""
    from assessment.edges.bringing import read_batch
    from assessment.edges.store import open_store

    data, shelf = read_bytes(path), FileShelf(own=own_rubrics(store))
    opened = open_store(store, create=False)
    try:
        chosen = engagement or _engagement(opened, data, path.name)
        opened.engagement(chosen)
        newest = wave or service.default_view(opened, chosen)[1]
        batch = read_batch(opened, shelf, chosen, data, path.name, newest)
        _print(opened, shelf, batch)
        invalid = tuple(change.problem for change in batch.changes if change.problem)
        if invalid:
            raise FileRefusedError(path.name, invalid)
        if not dry_run:
            choices = {change.place: take for change in batch.of("conflict")} if take else {}
            brought = commit(opened, batch, choices, by)
            click.echo(text("offline.brought", "en", ratings=brought.ratings, said=brought.statements))
    finally:
        opened.close()


def _engagement(store: Store, data: bytes, source: str) -> str:
    """The engagement that a file belongs to where none is named."""
    from assessment.edges.bringing import engagement_of, is_workbook

    if is_workbook(data, source):
        return engagement_of(data, source)
    known = [found.id for found in store.engagements()]
    if len(known) != 1:
        raise UnknownEngagementError("?", ", ".join(known) or _NOT_TOLD)
    return known[0]


def _print(store: Store, shelf: Shelf, batch: Batch) -> None:
    """Every change that is not `same` on a line, then how many of each kind there are."""
    rubric = service.rubric_of(shelf, store.engagement(batch.engagement), store)
    width = max((len(node.id) for node in rubric.indicators), default=0)
    for change in batch.changes:
        if change.kind != "same" and change.problem is None:
            now, then = _said(change)
            click.echo(f"{change.kind:<9}{change.indicator:<{width}}  {now} → {then}  [{change.place}]")
    click.echo(f"{batch.source}: {offline.tally_in_words(batch, 'en') or 0}")


def _said(change: Change) -> tuple[str, str]:
    if change.evidence is not None:
        return _NOT_TOLD, f"“{change.evidence.text.splitlines()[0]}”"
    return _answer(change.theirs), _answer(change.mine)


def _answer(rating: Rating | None) -> str:
    if rating is None:
        return _NOT_TOLD
    said = rating.state if rating.score is None else f"{rating.score:g}"
    note = f"({' '.join(rating.note.split())})" if rating.note else ""
    return " ".join(filter(None, (said, rating.confidence, note)))
