"""A rubric's files: where they lie, read within their limit, parsed with their translations."""

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

from assessment.edges.files import read_bytes
from assessment.errors import FileRefusedError, Problem
from assessment.rubric import Rubric
from assessment.rubric_parsing import parse_rubric, parse_translation
from assessment.yaml_source import MAX_BYTES, decode

RUBRIC_FILE: Final = "rubric.yaml"
TRANSLATIONS: Final = "i18n"

Model = TypeVar("Model")
Files = Mapping[Path, bytes]
"""Content by path, in the order read."""


def rubric_paths(path: Path) -> list[Path]:
    """A rubric's own file and those of its translations."""
    folder = path.parent / TRANSLATIONS
    return [path, *(folder / name for name in sorted(names_in(folder)) if name.endswith(".yaml"))]


def names_in(folder: Path) -> list[str]:
    """What lies in a folder and is not hidden; nothing where there is no such folder to look into."""
    with suppress(OSError), os.scandir(folder) as entries:
        return [entry.name for entry in entries if not entry.name.startswith(".")]
    return []


def read_files(paths: Iterable[Path]) -> Files:
    """The content of the files; one that is too large is refused before it fills the memory."""
    files: dict[Path, bytes] = {}
    for path in paths:
        size = 0
        with suppress(OSError):  # reading it says what is wrong
            size = path.stat().st_size
        if size > MAX_BYTES:
            problem = Problem("file-too-large", str(path), found=f"{size / 1e6:.1f} MB", allowed="5 MB")
            raise FileRefusedError(str(path), (problem,))
        files[path] = read_bytes(path)
    return files


def parse(path: Path, files: Files) -> tuple[Rubric | None, list[Problem]]:
    """A rubric with its translations; without the rubric itself they cannot be checked."""
    text, problems = decode(files[path], str(path))
    rubric, wrong = (None, []) if text is None else parse_rubric(text, str(path))
    problems += wrong
    if rubric is None:
        return None, problems
    for name, data in files.items():
        if name != path:
            text, wrong = decode(data, str(name))
            texts, more = ({}, []) if text is None else parse_translation(text, str(name), rubric)
            problems += [*wrong, *more]
            rubric = rubric.with_translation(name.stem, texts)
    return rubric, problems


def parse_on_shelf(path: Path, files: Files) -> tuple[Rubric | None, list[Problem]]:
    """The same, and the folders must be called as the rubric calls itself."""
    rubric, problems = parse(path, files)
    if rubric is not None and (rubric.id, rubric.version) != (path.parent.parent.name, path.parent.name):
        folder = f"{rubric.id}/{rubric.version}"
        problems.append(
            Problem(
                "rubric-misplaced",
                str(path),
                1,
                1,
                found=f"{path.parent.parent.name}/{path.parent.name}",
                allowed=folder,
            )
        )
    return rubric, problems


def taken(path: Path, model: Model | None, problems: list[Problem]) -> Model:
    """The model, or FileRefusedError with the errors among the problems."""
    errors = [problem for problem in problems if problem.severity == "error"]
    if model is None or errors:
        raise FileRefusedError(str(path), tuple(errors))
    return model


def natural(name: str) -> list[str | int]:
    """Sorts 2003.9 before 2003.10."""
    return [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", name)]
