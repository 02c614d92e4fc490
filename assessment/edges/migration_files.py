"""`migration.yaml` beside a rubric: where the nodes of an earlier version went."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from assessment.edges.files import read_bytes
from assessment.edges.link_files import RubricsById
from assessment.errors import FileRefusedError, Problem
from assessment.rubric import Rubric
from assessment.rubric_migration import Migration, NodeMoves, moves_between, parse_migration
from assessment.yaml_source import MAX_BYTES, decode

MIGRATION_FILE: Final = "migration.yaml"


def read_migration(
    path: Path, after: Rubric, versions: Mapping[str, Rubric]
) -> tuple[Migration | None, list[Problem]]:
    """What a `migration.yaml` says, and all that is wrong with it."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        return None, [Problem("file-too-large", str(path), found=f"{size / 1e6:.1f} MB", allowed="5 MB")]
    text, problems = decode(read_bytes(path), str(path))
    return (None, problems) if text is None else parse_migration(text, str(path), after, versions)


def moves_among(
    folders: Mapping[str, Path], load: Callable[[str], Rubric], before: str, after: str
) -> NodeMoves:
    """The way from one version of a rubric to another, as their authors say.

    Args:
        folders: version -> its folder.
        load: the rubric of a version.
        before: the version that is left.
        after: the version that is entered.

    Raises:
        FileRefusedError: a `migration.yaml` has problems, or one of the two rubrics.
    """
    versions = {version: load(version) for version in (before, after)}
    others = RubricsById(list(folders), lambda version: versions.get(version) or load(version))
    stated: dict[str, Migration] = {}
    for version, folder in folders.items():
        path = folder / MIGRATION_FILE
        if not path.is_file() or version not in others:
            continue
        migration, problems = read_migration(path, others[version], others)
        errors = tuple(problem for problem in problems if problem.severity == "error")
        if errors:
            raise FileRefusedError(str(path), errors)
        stated |= {version: migration} if migration else {}
    known = {version: others[version] for version in folders if version in others}
    return moves_between(before, after, {**known, **versions}, stated)
