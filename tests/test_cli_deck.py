"""gapline deck: the parts named, without names, and one sentence for what does not exist."""

from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation

from assessment.cli import main


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from assessment.edges.demo import load_demo
    from assessment.edges.shelf import FileShelf
    from assessment.edges.store import open_store

    path = tmp_path_factory.mktemp("deck") / "store.sqlite3"
    opened = open_store(path)
    load_demo(opened, FileShelf())
    opened.close()
    return path


def written(store: Path, out: Path, *asked: str) -> str:
    """All words of the slides of a deck."""
    place = ["--store", str(store), "--engagement", "china-telecom-2003", "--unit", "shenzhen-telecom"]
    done = CliRunner().invoke(main, ["deck", *place, "--out", str(out), *asked], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    deck = Presentation(BytesIO(out.read_bytes()))
    return "\n".join(words for slide in deck.slides for shape in slide.shapes for words in _words(shape))


def _words(shape: object) -> list[str]:
    inner = [words for one in getattr(shape, "shapes", ()) for words in _words(one)]
    if getattr(shape, "has_table", False):
        inner += [cell.text for row in shape.table.rows for cell in row.cells]  # type: ignore[attr-defined]
    return [*inner, shape.text_frame.text] if getattr(shape, "has_text_frame", False) else inner  # type: ignore[attr-defined]


def test_only_the_parts_named_are_told(store: Path, tmp_path: Path) -> None:
    said = written(store, tmp_path / "parts.pptx", "--sections", "map,priorities")

    assert "Insight Generation" in said
    assert "Evidence register" not in said
    assert "How to read it" not in said


def test_an_anonymous_deck_names_no_unit_and_nobody(store: Path, tmp_path: Path) -> None:
    said = written(store, tmp_path / "veiled.pptx", "--anonymous")

    assert "Unit D" in said or "Unit C" in said
    assert "Shenzhen" not in said
    assert "Guangzhou" not in said


def test_a_part_that_does_not_exist_is_named_with_those_that_do(store: Path, tmp_path: Path) -> None:
    asked = ["deck", "--store", str(store), "--engagement", "china-telecom-2003", "--sections", "map,weather"]
    done = CliRunner().invoke(main, [*asked, "--out", str(tmp_path / "none.pptx")])

    assert done.exit_code == 2
    assert "no part weather" in done.output
    assert "priorities" in done.output
