"""`gapline deck refresh`: an edited deck, one more rating, and both are there afterwards."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pptx import Presentation

from assessment.cli import main
from assessment.edges.demo import load_demo
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store

STUDY, UNIT = "china-telecom-2003", "shenzhen-telecom"
Edit = Callable[[Any], None]


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store and the deck of it."""
    folder = tmp_path_factory.mktemp("made")
    store = open_store(folder / "store.sqlite3")
    load_demo(store, FileShelf())
    store.close()
    asked = ("--store", folder / "store.sqlite3", "--engagement", STUDY, "--unit", UNIT)
    assert _run("deck", *asked, "--out", folder / "deck.pptx").exit_code == 0
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "copy")
    return tmp_path / "copy"


def refresh(folder: Path, *more: object, engagement: str = STUDY) -> Result:
    store = folder / "store.sqlite3"
    return _run("deck", "refresh", folder / "deck.pptx", "--store", store, "--engagement", engagement, *more)


def rate_higher(folder: Path) -> None:
    """Every rating of the unit's first indicator becomes the top of the scale."""
    store = open_store(folder / "store.sqlite3")
    rating = store.ratings(STUDY, UNIT)[0]
    store.save_rating(STUDY, rating.model_copy(update={"score": 5.0}), None)
    store.close()


def edit(folder: Path, change: Edit) -> None:
    deck = Presentation(str(folder / "deck.pptx"))
    change(deck)
    deck.save(str(folder / "deck.pptx"))


def titles(path: Path) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in Presentation(str(path)).slides]


def test_a_deck_whose_figures_are_the_same_stays_as_it_is(folder: Path) -> None:
    before = (folder / "deck.pptx").read_bytes()
    done = refresh(folder)

    assert done.exit_code == 0, done.output
    assert "0 updated" in done.output
    assert "Wrote" not in done.output
    assert (folder / "deck.pptx").read_bytes() == before


def test_the_edit_and_the_new_number_are_both_there(folder: Path) -> None:
    def retitle(deck: Any) -> None:  # noqa: ANN401 - python-pptx is not typed
        deck.slides[1].shapes.title.text_frame.text = "Our own words"

    edit(folder, retitle)
    rate_higher(folder)
    done = refresh(folder, "--out", folder / "new.pptx")
    fresh = _run(
        *("deck", "--store", folder / "store.sqlite3", "--engagement", STUDY, "--unit", UNIT),
        *("--out", folder / "fresh.pptx"),
    )

    assert (done.exit_code, fresh.exit_code) == (0, 0), done.output
    assert "kept because a person changed it" in done.output
    assert ", chart: updated." in done.output
    wanted = titles(folder / "fresh.pptx")
    assert titles(folder / "new.pptx") == [wanted[0], "Our own words", *wanted[2:]]
    assert wanted != titles(folder / "deck.pptx")


def test_a_dry_run_prints_and_writes_nothing(folder: Path) -> None:
    rate_higher(folder)
    before = (folder / "deck.pptx").read_bytes()
    done = refresh(folder, "--dry-run", "--lang", "zh")

    assert "已更新" in done.output
    assert (folder / "deck.pptx").read_bytes() == before


def test_a_deck_of_another_engagement_and_a_file_that_is_none_are_refused(folder: Path) -> None:
    assert "no engagement another" in refresh(folder, engagement="another").output
    (folder / "deck.pptx").write_bytes(b"hello")
    refused = refresh(folder)

    assert refused.exit_code == 1
    assert "no PowerPoint deck" in refused.output


def test_the_command_that_writes_a_deck_still_asks_for_what_it_needs() -> None:
    assert "Missing option" in _run("deck").output
    assert "refresh" in _run("deck", "--help").output
