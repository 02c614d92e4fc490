"""The commands about versions of a rubric: what differs, and moving an engagement from one to another."""

from pathlib import Path
from typing import get_args

import click

from assessment.catalogue import Lang, text
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics, store_path
from assessment.rubric import Rubric

_lang = click.option(
    "--lang", type=click.Choice(get_args(Lang)), default="en", help="Language of the result."
)


@click.command("diff")
@click.argument("old")
@click.argument("new")
@_lang
def diff_rubrics(old: str, new: str, lang: Lang) -> None:
    """Print what differs between two versions of a rubric, node by node.

    OLD and NEW are folders, rubric.yaml files, or a rubric on the shelf as in care/1.
    """
    from assessment.rubric_difference import difference

    shelf = FileShelf(own=own_rubrics(store_path()))
    before, after = (_named(shelf, name) for name in (old, new))
    renumbered: dict[str, str] = {}
    if before.id == after.id and before.version != after.version and _on_shelf(shelf, before, after):
        renumbered = shelf.moves(before.id, before.version, after.version).renumbered
    found = difference(before, after, renumbered, translations=True)
    names = {"before": found.before, "after": found.after}
    if not found.changes:
        click.echo(text("rubric-diff.same", lang, **names))
        return
    click.echo(text("rubric-diff.head", lang, count=len(found.changes), **names))
    for line in found.told(lang):
        click.echo(line)


@click.command("migrate")
@click.option("--store", default=store_path, help="The store's file.")
@click.option("--engagement", required=True, help="Id of the engagement.")
@click.option("--to", "version", required=True, help="The version of its rubric to move to.")
@click.option("--by", default="", help="Who moves it; needed unless --dry-run.")
@click.option("--dry-run", is_flag=True, help="Only show what would happen to every node.")
@_lang
def migrate_engagement(
    *, store: str, engagement: str, version: str, by: str, dry_run: bool, lang: Lang
) -> None:
    """Move an engagement to another version of its rubric; nothing rated is lost.

    Locked waves stay on their version. Moving back brings everything back.
    """
    from assessment.edges.store import open_store
    from assessment.migrating import migrate, planned

    shelf, opened = FileShelf(own=own_rubrics(store)), open_store(store, create=False)
    try:
        act = planned if dry_run else migrate
        found = act(opened, shelf, engagement, version, by)
    finally:
        opened.close()
    for line in found.told(lang):
        click.echo(line)
    done = text("migration.done", lang, engagement=engagement, version=version)
    click.echo(text("migration.dry", lang) if dry_run else done)


def _named(shelf: FileShelf, name: str) -> Rubric:
    """A rubric by its path, or by id and version."""
    path = Path(name)
    if path.exists():
        return shelf.rubric_at(path)
    rubric, _, version = name.partition("/")
    return shelf.rubric(rubric, version or None)


def _on_shelf(shelf: FileShelf, *rubrics: Rubric) -> bool:
    known = shelf.rubrics()
    return all((one.id, one.version) in known for one in rubrics)
