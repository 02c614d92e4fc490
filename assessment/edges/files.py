"""Files in and out; a file that is written appears whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from assessment.errors import FileUnreachableError


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """The whole file, or of a larger one just so much that it shows to be larger than `most` bytes.

    Raises:
        FileUnreachableError: it is missing, a folder, or may not be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read() if most is None else stream.read(most + 1)
    except OSError as error:
        raise FileUnreachableError(str(path), error.strerror or str(error)) from error


def make_folder(path: Path) -> None:
    """The folder and those above it, where they are not there yet.

    Raises:
        FileUnreachableError: a file is in the way, or the place may not be written.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileUnreachableError(str(path), error.strerror or str(error)) from error


def write_bytes(path: Path, data: bytes) -> None:
    """Write the file through a temporary one beside it, so that nobody ever meets half of it.

    Raises:
        FileUnreachableError: the folder is missing, read-only or full; what stood there before is untouched.
    """
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            umask = os.umask(0)
            os.umask(umask)
            Path(temporary).chmod(0o666 & ~umask)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise FileUnreachableError(str(path), error.strerror or str(error)) from error


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Files by their path below a folder, in place of what stood there; other files stay.

    Raises:
        FileUnreachableError: the folder may not be written.
    """
    for name, content in files.items():
        make_folder((folder / name).parent)
        write_bytes(folder / name, content)


def write_version(target: Path, files: Mapping[str, bytes]) -> None:
    """A new folder with all these files at once, or nothing of it.

    Raises:
        FileUnreachableError: it is there already, or the place may not be written.
    """
    make_folder(target.parent)
    try:
        with tempfile.TemporaryDirectory(prefix=".new-", dir=target.parent) as beside:
            draft = Path(beside) / target.name
            write_files(draft, files)
            draft.rename(target)
    except OSError as error:
        raise FileUnreachableError(str(target), error.strerror or str(error)) from error
