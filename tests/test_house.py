import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OUTSIDE = ("streamlit", "sqlite3", "sqlite_utils", "openpyxl", "pptx", "altair")
CORE = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "assessment").rglob("*.py")
    if not {"edges", "ui"} & set(path.parts) and path.name != "cli.py"
)


def _loaded_by(modules: list[str]) -> set[str]:
    script = f"import sys\nfor name in {modules!r}: __import__(name)\nprint(*sys.modules)"
    run = [sys.executable, "-c", script]
    done = subprocess.run(run, capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


def test_the_core_loads_nothing_of_the_outside() -> None:
    assert not _loaded_by(CORE) & set(OUTSIDE)


def test_the_way_of_a_rating_into_the_store_loads_no_data_frames() -> None:
    modules = ["assessment.service", "assessment.edges.store", "assessment.edges.shelf"]

    assert not _loaded_by(modules) & {"pandas", "sqlite_utils", "scipy", "openpyxl", "pptx", "altair"}


@pytest.mark.parametrize("folder", ["assessment", "exports"])
def test_every_module_says_what_lives_there_and_fits_on_a_few_screens(folder: str) -> None:
    for path in (ROOT / folder).rglob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith('"""'), f"{path} does not open with its purpose"
        assert len(lines) <= 400, f"{path} is too long for one room"


def test_pages_are_short_scripts() -> None:
    for path in (ROOT / "assessment" / "ui" / "pages").glob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 60, path
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 20
