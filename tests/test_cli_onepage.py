"""gapline onepage: one slide or one PDF page; where LibreOffice is missing, what to do instead."""

from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation

from assessment.cli import main
from assessment.edges import office_drawing


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from assessment.edges.demo import load_demo
    from assessment.edges.shelf import FileShelf
    from assessment.edges.store import open_store

    path = tmp_path_factory.mktemp("onepage") / "store.sqlite3"
    opened = open_store(path)
    load_demo(opened, FileShelf())
    opened.close()
    return path


def asked(store: Path, command: str, out: Path, *more: str) -> list[str]:
    place = ["--store", str(store), "--engagement", "china-telecom-2003", "--unit", "shenzhen-telecom"]
    return [command, *place, "--out", str(out), *more]


def test_it_writes_one_slide(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.pptx"
    done = CliRunner().invoke(main, asked(store, "onepage", out), catch_exceptions=False)

    assert done.exit_code == 0, done.output
    (slide,) = Presentation(BytesIO(out.read_bytes())).slides
    assert "Shenzhen Telecom reaches 1.8 of 5" in slide.shapes.title.text


@pytest.mark.parametrize("command", ["onepage", "deck"])
@pytest.mark.parametrize(("lang", "cure"), [("en", "Install LibreOffice"), ("zh", "请安装 LibreOffice")])
def test_without_libreoffice_a_pdf_is_refused_with_the_cure_and_nothing_is_written(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, lang: str, cure: str
) -> None:
    monkeypatch.setattr(office_drawing, "office", lambda: None)
    out = tmp_path / "page.pdf"
    done = CliRunner().invoke(main, asked(store, command, out, "--lang", lang))

    assert done.exit_code == 1
    assert cure in done.output
    assert not out.exists()


def test_as_pdf_it_is_what_libreoffice_made_of_the_slide(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[bytes] = []

    def draw(deck: bytes) -> bytes:
        drawn.append(deck)
        return b"%PDF-drawn"

    monkeypatch.setattr(office_drawing, "office", lambda: "soffice")
    monkeypatch.setattr(office_drawing, "pdf_of", draw)
    out = tmp_path / "page.PDF"
    done = CliRunner().invoke(main, asked(store, "onepage", out), catch_exceptions=False)

    assert done.exit_code == 0, done.output
    assert out.read_bytes() == b"%PDF-drawn"
    assert len(Presentation(BytesIO(drawn[0])).slides) == 1
