"""Drawing Office files with LibreOffice, to look at what no XML test shows."""

import os
import re
import shutil
import subprocess
from functools import partial
from itertools import takewhile
from pathlib import Path

import pytest

CURE = "install libreoffice-impress, poppler-utils and fonts-noto-cjk to run this test"


def arials_twin(style: str) -> Path:
    """The file of the face that is exactly as wide as Arial (skips and fails as `pdf_of`)."""
    found = sorted(Path("/usr/share/fonts").rglob(f"LiberationSans-{style}.ttf"))
    if not found:
        reason = "no face with the widths of Arial is here: install fonts-liberation to run this test"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    return found[0]


def pdf_of(office_file: Path, folder: Path) -> Path:
    """An Office file as LibreOffice prints it.

    Skips the test where LibreOffice or poppler is missing; fails it there in CI (environment CI=true).
    """
    return _converted(office_file, folder, "pdf", folder)


def saved_by_libreoffice(office_file: Path, folder: Path) -> Path:
    """An Office file opened and saved by LibreOffice in its own format (skips and fails as `pdf_of`)."""
    return _converted(office_file, folder, office_file.suffix[1:], folder / "saved")


def _converted(office_file: Path, folder: Path, kind: str, to: Path) -> Path:
    for tool in ("soffice", "pdftoppm"):
        if shutil.which(tool) is None:
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"{tool} is missing: {CURE}")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ["--convert-to", kind, "--outdir", str(to), str(office_file)]
    subprocess.run(["soffice", profile, "--headless", *target], check=True, capture_output=True, timeout=600)
    return to / f"{office_file.stem}.{kind}"


def pages_of(office_file: Path, folder: Path, dots_per_inch: int = 50) -> list[Path]:
    """The pages or slides of an Office file as PNG files, in order (skips and fails as `pdf_of`)."""
    pdf = pdf_of(office_file, folder)
    draw = ["pdftoppm", "-r", str(dots_per_inch), "-png", str(pdf), str(folder / office_file.stem)]
    subprocess.run(draw, check=True, capture_output=True, timeout=600)
    return sorted(folder.glob(f"{office_file.stem}-*.png"))


def colliding_words(pdf: Path) -> list[str]:
    """Pairs of words of one page that are drawn over each other, and words beyond the page's edge."""
    listed = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True)
    found = []
    for number, page in enumerate(listed.stdout.split("<page ")[1:], start=1):
        width, height = (float(size) for size in re.findall(r'(?:width|height)="([\d.]+)"', page)[:2])
        words = [(float(a), float(b), float(c), float(d), said) for a, b, c, d, said in _WORD.findall(page)]
        found += [
            f"page {number}: {word[4]} is outside" for word in words if word[2] > width or word[3] > height
        ]
        words.sort(key=lambda word: word[1])
        for place, one in enumerate(words):
            level = takewhile(partial(_begins_above, one[3]), words[place + 1 :])
            found += [f"page {number}: {one[4]} / {other[4]}" for other in level if _collide(one, other)]
    return found


_WORD = re.compile(r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_Word = tuple[float, float, float, float, str]


def _begins_above(low: float, word: _Word) -> bool:
    return word[1] < low


def _collide(one: _Word, other: _Word) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    lower = min(one[3] - one[1], other[3] - other[1])
    return across > 1.5 and down > 0.45 * lower
