"""Decks drawn by LibreOffice: a page a slide, pictures of pages, and a cure where a program is missing."""

import os
import shutil
import time
from pathlib import Path

import pytest

from assessment.catalogue import LANGUAGES, Lang
from assessment.drawing_errors import OfficeFailedError, OfficeMissingError
from assessment.edges import office_drawing
from assessment.edges.office_drawing import pdf_of, picture_of
from exports.deck import deck
from tests.exports.rendering import CURE
from tests.exports.sample_report import sample_report


def needs(*tools: str) -> None:
    for tool in tools:
        if shutil.which(tool) is None:
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"{tool} is missing: {CURE}")


def stands_in(folder: Path, name: str, script: str) -> None:
    """A program of this name that runs a shell script."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is searched before all others."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


@pytest.mark.office
def test_a_deck_becomes_a_pdf_and_its_pages_pictures() -> None:
    needs("soffice", "pdftoppm")
    pdf = pdf_of(deck(sample_report("en")))

    assert pdf.startswith(b"%PDF-")
    picture = picture_of(pdf, 1, width=320)
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20], "big") == 320
    with pytest.raises(OfficeFailedError):
        picture_of(pdf, 9999)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "made"), [("LibreOffice", ".pptx"), ("poppler", "PowerPoint")])
def test_what_is_missing_is_named_with_its_cure(
    monkeypatch: pytest.MonkeyPatch, lang: Lang, name: str, made: str
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office_drawing, "_OFFICE_PLACES", ())
    with pytest.raises(OfficeMissingError) as raised:
        pdf_of(b"deck") if name == "LibreOffice" else picture_of(b"%PDF-", 1)

    assert name in raised.value.sentence(lang)
    assert made in raised.value.sentence(lang)


def test_a_program_that_takes_too_long_is_ended_with_all_that_it_started(programs: Path) -> None:
    left = programs / "left"
    stands_in(programs, "soffice", f"(sleep 1; touch {left}) & sleep 60")
    with pytest.raises(OfficeFailedError) as raised:
        pdf_of(b"deck", longest=0.2)

    assert raised.value.reason == "time"
    time.sleep(1.3)
    assert not left.exists()


def test_the_program_is_given_a_file_and_a_profile_of_its_own(programs: Path) -> None:
    said = programs / "said"
    stands_in(programs, "soffice", f'printf "%s\\n" "$@" > {said}; printf "%s" "%PDF-1" > deck.pdf')

    assert pdf_of(b"deck") == b"%PDF-1"
    words = said.read_text(encoding="utf-8").splitlines()
    assert words[0].startswith("-env:UserInstallation=file://")
    assert words[-1].endswith("deck.pptx")
    assert not Path(words[-1]).exists()


def test_a_program_that_makes_nothing_or_something_else_is_refused(programs: Path) -> None:
    for script in ("exit 1", "echo no pdf > deck.pdf"):
        stands_in(programs, "soffice", script)
        with pytest.raises(OfficeFailedError) as raised:
            pdf_of(b"deck")
        assert raised.value.reason == "nothing"


def test_a_deck_beyond_the_limit_is_not_drawn(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stands_in(programs, "soffice", 'printf "%s" "%PDF-1" > deck.pdf')
    monkeypatch.setattr(office_drawing, "LARGEST", 5)
    with pytest.raises(OfficeFailedError) as raised:
        pdf_of(b"a deck")

    assert raised.value.reason == "size"
    assert "PowerPoint" in raised.value.sentence("en")
