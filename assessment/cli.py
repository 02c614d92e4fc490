"""The command line: one command per use case; errors are one sentence on standard error."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from assessment import __version__, service
from assessment.catalogue import Lang, text
from assessment.cli_authoring import from_excel, publish_file, template_file, to_excel
from assessment.cli_comparing import agreement_file, compare_file
from assessment.cli_deck import deck, drawn, told_report
from assessment.cli_decks import decks
from assessment.cli_diagnosis import diagnose_file, informed_file
from assessment.cli_follow import follow_file
from assessment.cli_initiatives import initiatives_file
from assessment.cli_offline import import_file, offline_bytes
from assessment.cli_onepage import onepage
from assessment.cli_planning import plan_file
from assessment.cli_priorities import priorities_file
from assessment.cli_refresh import with_refresh
from assessment.cli_robustness import robustness_file
from assessment.cli_rubric import diff_rubrics, migrate_engagement
from assessment.edges.files import make_folder, read_bytes, write_bytes
from assessment.edges.rubric_checking import check_rubrics
from assessment.edges.shelf import FileShelf, shipped
from assessment.edges.store_file import DEFAULT_STORE, STORE_VARIABLE, own_rubrics, store_path
from assessment.errors import GaplineError, PortTakenError
from assessment.ratings_csv import MAX_BYTES

if TYPE_CHECKING:
    from assessment.edges.backup import Contents
    from assessment.edges.store import SqliteStore
    from assessment.report import Report
    from assessment.rubric import Rubric


class _Commands(click.Group):
    """A group whose commands end with one sentence, not a stack trace, when something cannot be done."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        try:
            return super().invoke(ctx)
        except GaplineError as error:
            raise click.ClickException(error.sentence("en")) from error


_store = click.option("--store", default=store_path, help="The store's file.")
_port = click.option(
    "--port", type=click.IntRange(1, 65535), default=8501, show_default=True, help="Port on 127.0.0.1."
)
_lang = click.option(
    "--lang", type=click.Choice(get_args(Lang)), default="en", help="Language of the result."
)
_engagement = click.option("--engagement", required=True, help="Id of the engagement.")
_unit = click.option("--unit", help="Id of the unit (default: the first with ratings).")
_wave = click.option("--wave", help="Id of the wave (default: the newest).")
_reference = click.option(
    "--reference", default="best", help="Published operator to compare with, or best, or none."
)


@click.group(cls=_Commands)
@click.version_option(__version__, prog_name="gapline")
def main() -> None:
    """Score how well telecom operators manage their customers, compare them, and plan what to do."""


@main.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), help="Folder for the results.")
@click.option(
    "--lang", type=click.Choice(get_args(Lang)), default="en", help="Language of deck and workbook."
)
@click.option("--unit", help="Id of the unit that the deck is about (default: the first with ratings).")
@click.option("--generated", is_flag=True, help="Add a generated engagement: 31 provinces, 400 branches.")
@click.option("--no-app", is_flag=True, help="Stop after the files.")
@_port
def demo(out: Path, lang: Lang, unit: str | None, port: int, *, generated: bool, no_app: bool) -> None:
    """Load the real 2003 data, write scores, workbook and deck, then open the app."""
    from assessment.edges.demo import load_demo
    from assessment.edges.store import open_store

    make_folder(out)
    path, shelf = out / DEFAULT_STORE, FileShelf()
    store = open_store(path)
    try:
        engagement = load_demo(store, shelf)
        wave = service.default_view(store, engagement)[1]
        if generated:
            _add_generated(store, shelf)
        click.echo(text("cli.wrote", "en", path=path))
        _write(out / "ratings-2003.csv", service.ratings_table(store, engagement, wave))
        _write(out / "scores.csv", service.scores_table(store, shelf, engagement, wave))
        report = _report(store, shelf, engagement, unit, wave, lang, "best")
        _write(out / "gapline-2003.xlsx", _render(report))
        place = (engagement, report.recipe.unit, wave)
        _write(out / "gapline-2003.pptx", drawn(told_report(store, shelf, place, lang), lang))
    finally:
        store.close()
    if not no_app:
        _serve(path, port)


def _add_generated(store: "SqliteStore", shelf: FileShelf) -> None:
    from assessment.edges.generated import load_generated

    click.echo(text("cli.generating", "en"))
    click.echo(text("cli.generated", "en", engagement=load_generated(store, shelf)))


@main.command()
@_store
@_port
def app(store: str, port: int) -> None:
    """Serve the app and open it in the browser."""
    _serve(Path(store), port)


@main.group()
def rubric() -> None:
    """Work with rubrics."""


@rubric.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def check(paths: tuple[Path, ...]) -> None:
    """Print every problem of rubric files or folders with its line; exit 1 if there is an error."""
    problems = check_rubrics(paths)
    for problem in problems:
        click.echo(problem.report("en"), err=problem.severity == "error")
    errors = sum(problem.severity == "error" for problem in problems)
    if errors:
        raise click.ClickException(text("cli.rubric.errors", "en", count=errors))
    click.echo(text("cli.rubric.good", "en"))


@main.command()
@click.option(
    "--rubric", "rubric_name", required=True, help="Id of a shipped rubric, or the path of a rubric.yaml."
)
@click.option("--ratings", required=True, type=click.Path(path_type=Path), help="Ratings CSV.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Scores CSV to write.")
def score(rubric_name: str, ratings: Path, out: Path) -> None:
    """Score a ratings CSV: unit, wave, node, tier, score, low, high, coverage, state."""
    what_is_measured, data = _rubric(rubric_name), read_bytes(ratings, MAX_BYTES)
    scores, warnings = service.score_ratings_file(what_is_measured, data, str(ratings))
    for warning in warnings:
        click.echo(warning.report("en"), err=True)
    _write(out, scores)


def _export_command(name: str, describes: str) -> click.Command:
    @main.command(name, help=describes)
    @_store
    @_engagement
    @_unit
    @_wave
    @_lang
    @_reference
    @click.option("--out", required=True, type=click.Path(path_type=Path), help="File to write.")
    def export(
        store: str, engagement: str, unit: str | None, wave: str | None, lang: Lang, reference: str, out: Path
    ) -> None:
        from assessment.edges.store import open_store

        opened, shelf = open_store(store, create=False), FileShelf(own=own_rubrics(store))
        try:
            report = _report(opened, shelf, engagement, unit, wave, lang, reference)
        finally:
            opened.close()
        _write(out, _render(report))

    return export


report_workbook = _export_command("workbook", "Write a unit's report as an Excel workbook.")


@main.command()
@_store
@_engagement
@_unit
@_wave
@_lang
@_reference
@click.option("--offline", is_flag=True, help="Instead: questions for --rater to fill in without Gapline.")
@click.option("--rater", help="Who fills it in: id or name.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="File to write.")
@click.pass_context
def workbook(context: click.Context, /, rater: str | None, out: Path, *, offline: bool, **place: Any) -> None:  # noqa: ANN401 - the options of every export
    """Write a unit's report as an Excel workbook, or a workbook to fill in offline."""
    if not offline:
        context.invoke(report_workbook, out=out, **place)
        return
    if not rater:
        raise click.UsageError(text("cli.rater-missing", "en"))
    place.pop("reference")
    _write(out, offline_bytes(rater=rater, **place))


rubric.add_command(diff_rubrics)
rubric.add_command(migrate_engagement)
for authoring in (template_file, to_excel, from_excel, publish_file):
    rubric.add_command(authoring)
main.add_command(with_refresh(deck))
main.add_command(decks)
main.add_command(onepage)
main.add_command(import_file)
main.add_command(robustness_file)
main.add_command(compare_file)
main.add_command(agreement_file)
main.add_command(diagnose_file)
main.add_command(informed_file)
main.add_command(priorities_file)
main.add_command(plan_file)
main.add_command(initiatives_file)
main.add_command(follow_file)


@main.command()
@_store
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Archive to write.")
def backup(store: str, out: Path) -> None:
    """Write a store and the files of its evidence into one archive, also while others work with it."""
    from assessment.edges.backup import make

    contents = make(Path(store), out)
    click.echo(text("cli.wrote", "en", path=out))
    _tell(contents)


@main.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@_store
def verify(path: Path | None, store: str) -> None:
    """Check a backup (default: the store itself): every page, every hash, every count."""
    from assessment.edges.backup import verify as examine

    _tell(examine(path or Path(store)))


@main.command()
@click.argument("path", type=click.Path(path_type=Path))
@_store
def restore(path: Path, store: str) -> None:
    """Put a backup in the place of the store; what is there now is kept beside it."""
    from assessment.edges.backup import restore as put_back

    kept = put_back(Path(store), path)
    click.echo(text("cli.restored", "en", store=store, path=path))
    if kept:
        click.echo(text("cli.restored.kept", "en", kept=kept))


def _tell(contents: "Contents") -> None:
    for problem in contents.problems:
        click.echo(problem.report("en"), err=True)
    if contents.problems:
        count = len(contents.problems)
        raise click.ClickException(text("cli.backup.incomplete", "en", path=contents.path, count=count))
    rows = {"ratings": contents.counts.get("rating", 0), "evidence": contents.counts.get("evidence", 0)}
    click.echo(text("cli.backup.good", "en", path=contents.path, files=contents.files, **rows))


def _report(
    store: "SqliteStore",
    shelf: FileShelf,
    engagement: str,
    unit: str | None,
    wave: str | None,
    lang: Lang,
    reference: str,
) -> "Report":
    from assessment.storyline.sheets import workbook_report

    store.engagement(engagement)
    first_unit, newest_wave = service.default_view(store, engagement)
    chosen = "" if reference == "none" else reference
    told = workbook_report(store, shelf, (engagement, unit or first_unit, wave or newest_wave), lang, chosen)
    for failure in told.failures:
        click.echo(failure.said(lang), err=True)
    return told.report


def _render(report: "Report") -> bytes:
    from exports.workbook import workbook as draw

    label = text("cli.making.workbook", "en")
    with click.progressbar(length=100, label=label, file=sys.stderr) as bar:
        return draw(report, lambda done, _what: bar.update(round(100 * done) - bar.pos))


def _rubric(name: str) -> "Rubric":
    path = Path(name)
    if path.suffix in {".yaml", ".yml"} or path.is_dir():
        return FileShelf.rubric_at(path)
    return FileShelf(own=own_rubrics(store_path())).rubric(name)


def _write(path: Path, data: bytes) -> None:
    write_bytes(path, data)
    click.echo(text("cli.wrote", "en", path=path))


def _serve(store: Path, port: int) -> None:
    require_free(port)
    click.echo(text("cli.serving", "en", port=port))
    environment = {**os.environ, STORE_VARIABLE: str(store.resolve())}
    try:
        code = subprocess.run(serving(port), env=environment, check=False).returncode  # noqa: S603 - our own app
    except KeyboardInterrupt:
        code = 0
    sys.exit(code)


def require_free(port: int) -> None:
    """Raise PortTakenError where another program listens on the port already."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise PortTakenError(port)


def serving(port: int) -> list[str]:
    """The command that serves the app: to this machine only, asking nobody for an e-mail address."""
    return [
        *(sys.executable, "-m", "streamlit", "run", str(shipped("app.py"))),
        *("--server.port", str(port), "--server.address", "127.0.0.1", "--server.showEmailPrompt", "false"),
    ]


if __name__ == "__main__":
    main()
