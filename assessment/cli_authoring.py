"""The commands for writing rubrics: a template, Excel in and out, publishing."""

from pathlib import Path
from typing import get_args

import click

from assessment.catalogue import Lang, text
from assessment.edges.files import read_bytes, write_bytes, write_files
from assessment.edges.office_package import MAX_BYTES
from assessment.edges.publishing import BESIDE, OUTCOMES, encoded, publish, read_rubric_files
from assessment.edges.rubric_files import RUBRIC_FILE, TRANSLATIONS
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics, store_path
from assessment.errors import FileRefusedError
from assessment.rubric_from_sheets import RubricFiles

_lang = click.option(
    "--lang", type=click.Choice(get_args(Lang)), default="en", help="Language of the workbook."
)
_workbook = click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="Workbook to write (.xlsx)."
)
_path = click.argument("path", type=click.Path(exists=True, path_type=Path))


@click.command("template")
@_workbook
@_lang
def template_file(out: Path, lang: Lang) -> None:
    """Write an Excel workbook to write a rubric in."""
    from assessment.rubric_sheets import template_sheets
    from exports.rubric_workbook import rubric_workbook

    write_bytes(out, rubric_workbook(template_sheets(lang), lang, text("sheet.title", lang)))
    click.echo(text("cli.wrote", "en", path=out))


@click.command("to-excel")
@click.argument("rubric")
@click.option("--version", help="Which version of a rubric on the shelf (default: the newest).")
@click.option("--store", default=store_path, help="The store's file, beside which own rubrics lie.")
@_workbook
@_lang
def to_excel(rubric: str, version: str | None, store: str, out: Path, lang: Lang) -> None:
    """Write a rubric, named by its id, file or folder, as an Excel workbook."""
    from exports.rubric_workbook import faithful_workbook

    path = Path(rubric)
    is_file = path.suffix in {".yaml", ".yml"} or path.is_dir()
    shelf = FileShelf(own=own_rubrics(store))
    found = shelf.rubric_at(path) if is_file else shelf.rubric(rubric, version)
    write_bytes(out, faithful_workbook(found, lang))
    click.echo(text("cli.wrote", "en", path=out))


@click.command("from-excel")
@_path
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="Folder for <id>/<version>/rubric.yaml."
)
def from_excel(path: Path, out: Path) -> None:
    """Turn a workbook into a rubric's files; with an error in it, nothing is written."""
    files = _read({path.name: read_bytes(path, MAX_BYTES)}, path)
    folder = out / files.rubric.id / files.rubric.version
    write_files(folder, encoded(files.files))
    click.echo(text("authoring.wrote", "en", count=len(files.files), path=folder))


@click.command("publish")
@_path
@click.option("--store", default=store_path, help="The store's file, beside which it is published.")
def publish_file(path: Path, store: str) -> None:
    """Publish a workbook, or a rubric's file or folder: from then on this version is fixed."""
    folder = own_rubrics(store)
    files = _read(_uploaded(path), path)
    done = publish(folder, FileShelf(own=folder), files)
    name, version = done.rubric.name, done.rubric.version
    outcome = OUTCOMES[done.outcome]
    click.echo(text(f"authoring.{outcome}", "en", name=name, version=version))


def _uploaded(path: Path) -> dict[str, bytes]:
    if path.suffix.lower() not in {".yaml", ".yml"} and not path.is_dir():
        return {path.name: read_bytes(path, MAX_BYTES)}
    main = path / RUBRIC_FILE if path.is_dir() else path
    beside = [main.parent / name for name in BESIDE if (main.parent / name).is_file()]
    found = [main, *sorted((main.parent / TRANSLATIONS).glob("*.yaml")), *beside]
    return {str(one): read_bytes(one, MAX_BYTES) for one in found}


def _read(uploaded: dict[str, bytes], path: Path) -> RubricFiles:
    files, problems = read_rubric_files(uploaded)
    for problem in problems:
        if problem.severity == "warning":
            click.echo(problem.report("en"), err=True)
    if files is None:
        raise FileRefusedError(str(path), tuple(one for one in problems if one.severity == "error"))
    return files
