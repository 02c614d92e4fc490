"""Files in and out; a file that is written appears whole or not at all."""

import os
import tempfile
from pathlib import Path

from assessment.errors import FileUnreachableError


def read_bytes(path: Path) -> bytes:
    """The whole file.

    Raises:
        FileUnreachableError: it is missing, a folder, or may not be read.
    """
    try:
        return path.read_bytes()
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
