"""A folder of decks that one run at a time writes, and what it knows of each: `contents.json` beside them.

It stands beside the decks and not in their tags because a tag outlives what people change in a deck: only a
hash kept elsewhere tells whose work a file is. What is about to be written is noted before it is, so that a
run that was killed at any moment finds its own files again.
"""

import json
import re
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import IO, Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from assessment.batch_errors import ContentsDamagedError, FolderInUseError, FolderOfAnotherError
from assessment.edges.files import make_folder, read_bytes, write_bytes
from assessment.errors import FileUnreachableError

CONTENTS: Final = "contents.json"
_LOCK: Final = ".gapline-decks.lock"
_MOST_BYTES: Final = 64_000_000
_UNFINISHED: Final = re.compile(r"\..+\.(pptx|xlsx|json)\.[a-z0-9_]{8}")

Found = Literal["missing", "ours", "edited", "foreign"]
"""What stands in a deck's place: nothing or half a file, the deck as written, a person's work on it, or a
file that was never written here."""


class Kept(BaseModel):
    """What is known of one deck.

    Attributes:
        file: its name.
        told: the mark of what it tells.
        sha256: of the file as written; `before`: of what it took the place of.
        made: day and minute.
        problem: what is missing from it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str
    told: str
    sha256: str = ""
    before: str = ""
    slides: int = 0
    made: str = ""
    problem: str = ""


class _Contents(BaseModel):
    model_config = ConfigDict(extra="forbid")

    gapline_decks: Literal[1] = 1
    belongs_to: str
    decks: dict[str, Kept] = {}


class DeckFolder:
    """The decks of one engagement's wave in a folder; made by `opened_folder`."""

    def __init__(self, folder: Path, belongs_to: str) -> None:
        """Read what is known of the folder's decks."""
        self.path = folder
        self._contents = _read(folder / CONTENTS, belongs_to)
        for left in folder.iterdir():
            if _UNFINISHED.fullmatch(left.name):
                with suppress(OSError):
                    left.unlink()

    @property
    def decks(self) -> dict[str, Kept]:
        """What is known, by the decks' keys."""
        return self._contents.decks

    def found(self, key: str, file: str) -> Found:
        """What stands where a deck is to be written."""
        path, known = self.path / file, self.decks.get(key)
        if not path.is_file() or not zipfile.is_zipfile(path):
            return "missing" if not path.exists() or path.is_file() else "foreign"
        if known is None or known.file != file:
            return "foreign"
        return "ours" if _hash(read_bytes(path)) in {known.sha256, known.before} else "edited"

    def stands(self, key: str) -> bool:
        """Whether the deck stands there as it was last written; not so where a run ended before it was."""
        known = self.decks.get(key)
        path = self.path / known.file if known else self.path
        return known is not None and path.is_file() and _hash(read_bytes(path)) == known.sha256

    def write(self, key: str, deck: Kept, data: bytes) -> None:
        """Put a deck in its place, whole; `deck.sha256` is set here.

        Raises:
            FileUnreachableError: the folder is full or may not be written.
        """
        path, earlier = self.path / deck.file, self.decks.get(key)
        before = _hash(read_bytes(path)) if path.is_file() else ""
        self.decks[key] = deck.model_copy(update={"sha256": _hash(data), "before": before})
        self._save()
        write_bytes(path, data)
        if earlier is not None and earlier.file != deck.file:
            self._drop(earlier)

    def forget(self, keys: set[str]) -> list[str]:
        """Take away the decks of these keys; answers those that stay because a person worked on them."""
        stayed = []
        for key in sorted(keys & set(self.decks)):
            known = self.decks.pop(key)
            if not self._drop(known):
                stayed.append(known.file)
        if keys:
            self._save()
        return stayed

    def _drop(self, known: Kept) -> bool:
        """Remove a deck that no unit has any more, unless it is somebody's work; whether nothing stays."""
        path = self.path / known.file
        if any(one.file == known.file for one in self.decks.values()) or not path.is_file():
            return True
        if _hash(read_bytes(path)) not in {known.sha256, known.before}:
            return False
        with suppress(OSError):
            path.unlink()
        return not path.exists()

    def _save(self) -> None:
        write_bytes(self.path / CONTENTS, self._contents.model_dump_json(indent=1).encode())


@contextmanager
def opened_folder(folder: Path, belongs_to: str) -> Iterator[DeckFolder]:
    """The folder, made where it is not there, for this run alone.

    Args:
        folder: where the decks lie.
        belongs_to: what tells this engagement, wave and kind of names from others.

    Raises:
        FolderInUseError: another run writes into it.
        FolderOfAnotherError: it holds decks of something else.
        ContentsDamagedError: its list cannot be read.
        FileUnreachableError: it cannot be made or written.
    """
    make_folder(folder)
    with _alone_in(folder):
        yield DeckFolder(folder, belongs_to)


def _read(path: Path, belongs_to: str) -> _Contents:
    if not path.exists():
        return _Contents(belongs_to=belongs_to)
    try:
        found = _Contents.model_validate_json(read_bytes(path, _MOST_BYTES))
    except (ValidationError, json.JSONDecodeError) as error:
        raise ContentsDamagedError(str(path)) from error
    if any(Path(one.file).name != one.file for one in found.decks.values()):
        raise ContentsDamagedError(str(path))
    if found.belongs_to != belongs_to:
        raise FolderOfAnotherError(str(path.parent))
    return found


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; the system lets go of it when the process ends, however it ends."""
    path = folder / _LOCK
    try:
        stream = path.open("a+b")
    except OSError as error:
        raise FileUnreachableError(str(path), error.strerror or str(error)) from error
    with stream:
        try:
            _lock(stream)
        except OSError as error:
            raise FolderInUseError(str(folder)) from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(stream: IO[bytes]) -> None:
        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(stream: IO[bytes]) -> None:
        fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
