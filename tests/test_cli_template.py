"""`gapline deck --template`: the deck in a client's house; what it lacks is named, hostile files refused."""

from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from pptx import Presentation

from assessment.cli import main
from assessment.edges.demo import load_demo
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from tests.exports.foreign_templates import as_potx, bare_template, standard_template


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store, two templates, names and a logo."""
    made = tmp_path_factory.mktemp("house")
    store = open_store(made / "store.sqlite3")
    load_demo(store, FileShelf())
    store.close()
    (made / "standard.potx").write_bytes(as_potx(standard_template()))
    (made / "bare.pptx").write_bytes(bare_template())
    (made / "names.yaml").write_text("finding:\n  layout: Comparison\n", "utf-8")
    (made / "wrong.yaml").write_text("finding:\n  layout: 3\n  colour: red\n", "utf-8")
    stream = BytesIO()
    Image.new("RGB", (40, 15), (200, 30, 30)).save(stream, "PNG")
    (made / "logo.png").write_bytes(stream.getvalue())
    return made


def _deck(folder: Path, *more: object) -> Result:
    asked = [
        "--store",
        folder / "store.sqlite3",
        "--engagement",
        "china-telecom-2003",
        "--sections",
        "cover,scope",
    ]
    given = ["deck", *asked, "--out", folder / "deck.pptx", *more]
    return CliRunner().invoke(main, [str(one) for one in given])


def test_the_deck_stands_in_the_template_with_logo_and_line(folder: Path) -> None:
    house = (
        "--template",
        folder / "standard.potx",
        "--logo",
        folder / "logo.png",
        "--confidential",
        "Board only",
    )
    done = _deck(folder, *house)

    assert done.exit_code == 0, done.output
    deck = Presentation(str(folder / "deck.pptx"))
    assert (deck.slide_width, deck.slide_height) == (9144000, 6858000)
    for slide in deck.slides:
        assert any("Board only" in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert any(shape.name == "Gapline logo" for shape in slide.slide_layout.shapes)


def test_what_the_template_lacks_is_named_with_what_is_used_instead(folder: Path) -> None:
    done = _deck(folder, "--template", folder / "bare.pptx")

    assert done.exit_code == 0
    assert "no layout for the cover; “Title and Content” is used instead" in done.output


def test_layouts_are_taken_by_the_names_of_a_mapping_file(folder: Path) -> None:
    done = _deck(folder, "--template", folder / "standard.potx", "--mapping", folder / "names.yaml")

    assert done.exit_code == 0
    assert Presentation(str(folder / "deck.pptx")).slides[1].slide_layout.name == "Comparison"


def test_a_mapping_file_with_mistakes_is_refused_with_all_of_them(folder: Path) -> None:
    done = _deck(folder, "--template", folder / "standard.potx", "--mapping", folder / "wrong.yaml")

    assert done.exit_code != 0
    assert "wrong.yaml:2" in done.output
    assert "wrong.yaml:3" in done.output


def test_a_logo_that_is_no_picture_and_a_template_that_is_none_are_refused(folder: Path) -> None:
    assert "PNG" in _deck(folder, "--logo", folder / "names.yaml").output
    assert "no PowerPoint file" in _deck(folder, "--template", folder / "logo.png").output
