"""Every problem of rubrics, of what lies beside them, and of the mappings between them."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from assessment.edges.initiative_files import INITIATIVES_FILE, TRANSLATED_FILE, library_paths, read_library
from assessment.edges.link_files import (
    LINKS_FILE,
    RubricsById,
    mapping_folders,
    mapping_paths,
    read_links,
    read_mappings,
)
from assessment.edges.migration_files import MIGRATION_FILE, read_migration
from assessment.edges.rubric_files import (
    RUBRIC_FILE,
    TRANSLATIONS,
    natural,
    parse,
    parse_on_shelf,
    read_files,
    rubric_paths,
)
from assessment.edges.shelf import FileShelf
from assessment.edges.weight_files import read_weights_file
from assessment.errors import FileRefusedError, FileUnreachableError, Problem
from assessment.weights import WEIGHTS_FILE

_ABOVE: Final = 2


def check_rubrics(paths: Sequence[Path]) -> list[Problem]:
    """Every problem of rubrics, their translations and links, and of mappings between them, file by file.

    Args:
        paths: files, or folders that are searched for `rubric.yaml`; a file of `i18n/`, the links, the
            initiatives and `migration.yaml` stand for their rubric, and a mapping for all in its folder.
    """
    problems: list[Problem] = []
    files: dict[Path, None] = {}
    mapped: dict[Path, None] = {}
    for path in paths:
        folders = mapping_folders(path)
        mapped |= dict.fromkeys(folders)
        found = sorted(path.rglob(RUBRIC_FILE)) if path.is_dir() else [] if folders else [_rubric_of(path)]
        files |= dict.fromkeys(found)
        if not found and not folders:
            problems.append(Problem("rubric-no-file", str(path), allowed=RUBRIC_FILE))
    for path in files:
        problems += _check(path)
    for folder in mapped:
        problems += _told(partial(_check_mappings, folder))
    return problems


def _check(path: Path) -> list[Problem]:
    return _told(partial(_check_rubric, path))


def _told(check: Callable[[], list[Problem]]) -> list[Problem]:
    """What a check finds, a file that cannot be read among it."""
    try:
        return check()
    except FileRefusedError as error:
        return list(error.problems)
    except FileUnreachableError as error:
        return [Problem("file-unreachable", error.path, found=error.why)]


def _check_rubric(path: Path) -> list[Problem]:
    files = read_files(rubric_paths(path))
    on_shelf = len(path.absolute().parents) > _ABOVE and path.absolute().parents[_ABOVE].name == "rubrics"
    rubric, problems = (parse_on_shelf if on_shelf else parse)(path, files)
    if rubric is None:
        return problems
    links, migration = path.parent / LINKS_FILE, path.parent / MIGRATION_FILE
    if links.is_file():
        others = _rubrics_below(path.absolute().parent.parent.parent)
        problems += read_links(links, read_files([links])[links], rubric, others)[1]
    if (path.parent / INITIATIVES_FILE).is_file():
        files = read_files(library_paths(path.parent, path.absolute().parent.parent.parent))
        problems += read_library(path.parent / INITIATIVES_FILE, files, rubric)[1]
    if migration.is_file():
        problems += read_migration(migration, rubric, _versions_beside(path.absolute().parent))[1]
    weights = path.parent / WEIGHTS_FILE
    if weights.is_file():
        problems += read_weights_file(weights, rubric)[1]
    return problems


def _versions_beside(folder: Path) -> RubricsById:
    """The versions of a rubric, that of the folder among them."""
    paths = {path.parent.name: path for path in folder.parent.glob(f"*/{RUBRIC_FILE}")}
    return RubricsById(sorted(paths, key=natural), lambda version: FileShelf.rubric_at(paths[version]))


def _check_mappings(folder: Path) -> list[Problem]:
    return read_mappings(read_files(mapping_paths(folder)), _rubrics_below(folder.absolute().parent))[1]


def _rubrics_below(folder: Path) -> RubricsById:
    """The newest version of every rubric of a folder, whatever the folder is called."""
    paths = sorted(folder.glob(f"*/*/{RUBRIC_FILE}"), key=lambda path: natural(path.parent.name))
    newest = {path.parents[1].name: path for path in paths}
    return RubricsById(sorted(newest), lambda name: FileShelf.rubric_at(newest[name]))


def _rubric_of(path: Path) -> Path:
    if path.name in {LINKS_FILE, MIGRATION_FILE, WEIGHTS_FILE, INITIATIVES_FILE, TRANSLATED_FILE}:
        return path.parent / RUBRIC_FILE
    return path.parent.parent / RUBRIC_FILE if path.parent.name == TRANSLATIONS else path
