"""Decks as PDF and as pictures, drawn by LibreOffice and poppler in a folder of their own, within limits."""

import os
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from assessment.drawing_errors import OfficeFailedError, OfficeMissingError

OFFICE: Final = "LibreOffice"
PDF_TOOL: Final = "poppler"
LONGEST: Final = 180.0
"""Seconds that drawing a whole deck may take."""
LARGEST: Final = 64 * 2**20
"""Bytes of a deck, and of what is drawn of it."""
_PDF_HEAD: Final = b"%PDF-"
_PNG_HEAD: Final = b"\x89PNG"
_OFFICE_NAMES: Final = ("soffice", "libreoffice")
_OFFICE_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
"""Where its installers put it without telling the search path."""
_WIDEST: Final = 2000
_AT_WORK: Final = threading.Lock()
"""One LibreOffice at a time: it takes hundreds of megabytes."""


def office() -> str | None:
    """The program that draws decks; None where there is none."""
    known = (shutil.which(name) for name in _OFFICE_NAMES)
    placed = (place for place in _OFFICE_PLACES if Path(place).is_file())
    return next((found for found in (*known, *placed) if found), None)


def must_have_office() -> str:
    """The program that draws decks.

    Raises:
        OfficeMissingError: it is not installed.
    """
    program = office()
    if program is None:
        raise OfficeMissingError(OFFICE)
    return program


def pdf_tool() -> str | None:
    """The program that makes pictures of a PDF's pages; None where there is none."""
    return shutil.which("pdftoppm")


def pdf_of(deck: bytes, longest: float = LONGEST) -> bytes:
    """A deck as PDF, a page for every slide.

    The file goes under a name of our own into a new folder with a profile of its own, so that neither its
    name nor what somebody has set up in LibreOffice plays a part; macros are never run.

    Args:
        deck: bytes of a .pptx file.
        longest: seconds to wait at most, also for others that are at it.

    Raises:
        OfficeMissingError: LibreOffice is not installed.
        OfficeFailedError: the deck is too large, took too long, or nothing came of it.
    """
    program = must_have_office()
    with _turn(longest), _folder(deck, "deck.pptx") as folder:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        plain = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"]
        target = ["--convert-to", "pdf", "--outdir", str(folder), str(folder / "deck.pptx")]
        _run([program, profile, *plain, *target], folder, longest)
        return _result(folder / "deck.pdf", _PDF_HEAD)


def picture_of(pdf: bytes, page: int, width: int = 1280, longest: float = LONGEST) -> bytes:
    """One page of a PDF as PNG.

    Args:
        pdf: what `pdf_of` made.
        page: counted from 1.
        width: of the picture in pixels.
        longest: seconds to wait at most.

    Raises:
        OfficeMissingError: poppler is not installed.
        OfficeFailedError: there is no such page, or it took too long.
    """
    program = pdf_tool()
    if program is None:
        raise OfficeMissingError(PDF_TOOL)
    with _folder(pdf, "deck.pdf") as folder:
        only = ["-f", str(page), "-l", str(page), "-singlefile", "-png"]
        size = ["-scale-to-x", str(min(width, _WIDEST)), "-scale-to-y", "-1"]
        _run([program, *only, *size, "deck.pdf", "page"], folder, longest)
        return _result(folder / "page.png", _PNG_HEAD)


@contextmanager
def _turn(longest: float) -> Iterator[None]:
    if not _AT_WORK.acquire(timeout=longest):
        raise OfficeFailedError("time")
    try:
        yield
    finally:
        _AT_WORK.release()


@contextmanager
def _folder(data: bytes, name: str) -> Iterator[Path]:
    """A new folder that holds the file alone; gone afterwards."""
    if len(data) > LARGEST:
        raise OfficeFailedError("size")
    with tempfile.TemporaryDirectory(prefix="gapline-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        (folder / name).write_bytes(data)
        yield folder


def _run(command: Sequence[str], folder: Path, longest: float) -> None:
    """Run the program; one that takes too long is ended with all that it started."""
    nothing = subprocess.DEVNULL
    running = subprocess.Popen(  # noqa: S603 - our own words alone, no shell
        command, cwd=folder, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    )
    try:
        running.wait(longest)
    except subprocess.TimeoutExpired:
        raise OfficeFailedError("time") from None
    finally:
        if running.poll() is None:
            _end(running)


def _end(running: "subprocess.Popen[bytes]") -> None:
    if hasattr(os, "killpg"):
        os.killpg(running.pid, signal.SIGKILL)
    else:
        running.kill()
    running.wait()


def _result(path: Path, head: bytes) -> bytes:
    """What was drawn; the programs' own exit codes say little."""
    if not path.is_file():
        raise OfficeFailedError("nothing")
    if path.stat().st_size > LARGEST:
        raise OfficeFailedError("size")
    data = path.read_bytes()
    if not data.startswith(head):
        raise OfficeFailedError("nothing")
    return data
