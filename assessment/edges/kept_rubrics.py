"""The rubrics that were published beside a store, as parts of its backup."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from assessment.edges.files import write_version
from assessment.edges.store_file import own_rubrics

FOLDER: Final = "rubrics"
_FILE: Final = r"(?:rubric|links|migration|weights|i18n/[A-Za-z0-9-]+)\.yaml"
PART: Final = re.compile(rf"{FOLDER}/[A-Za-z][\w.-]*/[A-Za-z0-9][\w.-]*/{_FILE}", re.ASCII)
"""The name of a part: nothing of it leads out of the folder."""


def rubric_parts(store: Path) -> dict[str, Path]:
    """Name of the part -> file, of every rubric that was published beside a store."""
    folder = own_rubrics(store)
    found = {f"{FOLDER}/{path.relative_to(folder).as_posix()}": path for path in _files(folder)}
    return {part: path for part, path in found.items() if PART.fullmatch(part)}


def put_back(room: Path, store: Path) -> None:
    """Publish beside a store what an unpacked backup holds; a version that is there stays as it is."""
    backed_up, own = room / FOLDER, own_rubrics(store)
    for version in sorted(backed_up.glob("*/*")):
        target = own / version.relative_to(backed_up)
        if not target.exists():
            write_version(
                target, {path.relative_to(version).as_posix(): path.read_bytes() for path in _files(version)}
            )


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.yaml")) if path.is_file())
