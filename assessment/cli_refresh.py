"""The command that puts newer figures into a deck that people have edited."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from assessment.catalogue import Lang, text
from assessment.edges.files import read_bytes, write_bytes
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics, store_path

if TYPE_CHECKING:
    from assessment.report import Report
    from exports.deck.tags import DeckRecipe


class _Deck(click.Group):
    """A command that has commands of its own; its options are asked for only where none of them is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.resilient_parsing = bool(args) and args[0] in self.commands
        rest = super().parse_args(ctx, args)
        ctx.resilient_parsing = False
        return rest


def with_refresh(deck: click.Command) -> click.Group:
    """The command that writes a deck, with the one that refreshes it below."""

    def write(**options: Any) -> Any:  # noqa: ANN401 - whatever the command is given
        context = click.get_current_context()
        if context.invoked_subcommand is None and deck.callback is not None:
            return deck.callback(**options)
        return None

    group = _Deck(deck.name, params=deck.params, callback=write, help=deck.help, invoke_without_command=True)
    group.add_command(refresh_file)
    return group


@click.command("refresh")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--store", default=store_path, help="The store's file.")
@click.option("--engagement", required=True, help="Id of the engagement that the deck belongs to.")
@click.option("--overwrite", is_flag=True, help="In a conflict, take the new figures.")
@click.option("--dry-run", is_flag=True, help="Only print what would change.")
@click.option("--lang", type=click.Choice(get_args(Lang)), default="en", help="Language of the list.")
@click.option("--out", type=click.Path(path_type=Path), help="File to write (default: FILE itself).")
def refresh_file(
    file: Path, store: str, engagement: str, lang: Lang, out: Path | None, *, overwrite: bool, dry_run: bool
) -> None:
    """Put newer figures into an edited deck: print what becomes of every chart, table and text, write it."""
    from assessment.edges.store import open_store
    from assessment.storyline.again import told_again
    from exports.package import MAX_BYTES
    from exports.refresh.whole_deck import refresh
    from exports.refresh.words import counted, listed

    data, shelf = read_bytes(file, MAX_BYTES), FileShelf(own=own_rubrics(store))
    opened = open_store(store, create=False)

    def again(recipe: "DeckRecipe") -> "Report | None":
        place = engagement, recipe.unit, recipe.wave
        return told_again(opened, shelf, place, recipe.spoken, recipe.reference, dict(recipe.asked))

    try:
        opened.engagement(engagement)
        done = refresh(data, file.name, engagement, again, overwrite=overwrite)
    finally:
        opened.close()
    for line in listed(done, lang):
        click.echo(line)
    click.echo(counted(done, lang))
    if not dry_run and (done.data != data or out is not None):
        write_bytes(out or file, done.data)
        click.echo(text("cli.wrote", lang, path=out or file))
