"""Where the files of a rubric lie: `<id>/<version>/rubric.yaml`, its translations beside it."""

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from assessment.edges.files import read_bytes
from assessment.errors import FileRefusedError, Problem
from assessment.yaml_source import MAX_BYTES

RUBRIC_FILE: Final = "rubric.yaml"
TRANSLATIONS: Final = "i18n"

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


def natural(name: str) -> list[str | int]:
    """Sorts 2003.9 before 2003.10."""
    return [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", name)]
