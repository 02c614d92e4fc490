"""Drawing Office files with LibreOffice, to look at what no XML test shows."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

CURE = "install libreoffice-impress, poppler-utils and fonts-noto-cjk to run this test"


def pages_of(office_file: Path, folder: Path, dots_per_inch: int = 50) -> list[Path]:
    """The pages or slides of an Office file as PNG files, in order.

    Skips the test where LibreOffice or poppler is missing; fails it there in CI (environment CI=true).
    """
    for tool in ("soffice", "pdftoppm"):
        if shutil.which(tool) is None:
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"{tool} is missing: {CURE}")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(office_file),
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=300)
    pdf = folder / f"{office_file.stem}.pdf"
    draw = ["pdftoppm", "-r", str(dots_per_inch), "-png", str(pdf), str(folder / office_file.stem)]
    subprocess.run(draw, check=True, capture_output=True, timeout=300)
    return sorted(folder.glob(f"{office_file.stem}-*.png"))
