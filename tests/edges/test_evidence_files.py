"""Files behind evidence: kept whole and once, handed out unaltered, under harmless names."""

import hashlib
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue import ids
from assessment.edges.evidence_files import MOST_BYTES, fetch, folder_of, keep, place_of, safe_name
from assessment.errors import EvidenceFileAlteredError, EvidenceFileMissingError, StoreRefusedError
from assessment.ratings import EvidenceFile

PDF = b"%PDF-1.7 the minutes"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return folder_of(tmp_path / "store.sqlite3")


def kept(folder: Path, name: str = "minutes.pdf", data: bytes = PDF) -> EvidenceFile:
    file, problems = keep(folder, name, data)
    assert problems == []
    assert file is not None
    return file


def test_a_file_lies_under_its_hash_beside_the_store_and_comes_back_as_it_was(folder: Path) -> None:
    file = kept(folder)
    assert folder.name == "store.sqlite3.files"
    assert file.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (file.name, file.media_type, file.size) == ("minutes.pdf", "application/pdf", len(PDF))
    assert place_of(folder, file.sha256) == folder / file.sha256[:2] / file.sha256[2:]
    assert fetch(folder, file) == PDF


def test_the_same_content_under_two_names_is_kept_once(folder: Path) -> None:
    first, second = kept(folder, "a.pdf"), kept(folder, "b.pdf")
    assert first.sha256 == second.sha256
    assert [path.name for path in folder.rglob("*") if path.is_file()] == [first.sha256[2:]]


@pytest.mark.parametrize("name", ["photo.jpeg", "photo.JPG", "photo"])
def test_a_picture_has_one_ending(folder: Path, name: str) -> None:
    file, _ = keep(folder, name, b"\xff\xd8\xff\xe0...")
    assert file is not None
    assert file.name == "photo.jpg"


def test_nobody_can_run_what_was_kept(folder: Path) -> None:
    place = place_of(folder, kept(folder).sha256)
    assert not place.stat().st_mode & (stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


def test_a_file_that_is_gone_is_told_in_both_languages(folder: Path) -> None:
    file = kept(folder)
    place_of(folder, file.sha256).unlink()
    with pytest.raises(EvidenceFileMissingError) as caught:
        fetch(folder, file)
    assert "minutes.pdf" in caught.value.sentence("en")
    assert "minutes.pdf" in caught.value.sentence("zh")


def test_an_altered_file_is_not_handed_out_and_is_mended_by_adding_it_again(folder: Path) -> None:
    file = kept(folder)
    place = place_of(folder, file.sha256)
    place.chmod(0o644)
    place.write_bytes(b"%PDF-1.7 something else")
    with pytest.raises(EvidenceFileAlteredError) as caught:
        fetch(folder, file)
    assert "minutes.pdf" in caught.value.sentence("zh")
    kept(folder)
    assert fetch(folder, file) == PDF


def test_a_file_that_is_too_large_is_refused_and_nothing_is_written(folder: Path) -> None:
    file, (problem,) = keep(folder, "film.pdf", PDF + bytes(MOST_BYTES))
    assert file is None
    assert "25 MB" in problem.sentence("en")
    assert not folder.exists()


def test_a_refused_file_leaves_nothing_and_the_cure_is_told_in_both_languages(folder: Path) -> None:
    file, (problem,) = keep(folder, "page.html", b"<html>")
    assert file is None
    assert "page.html" in problem.sentence("en")
    assert "page.html" in problem.sentence("zh")
    assert not folder.exists()


@pytest.mark.parametrize(
    "reason",
    ["empty", "large", "markup", "program", "macros", "old-office", "archive", "broken", "unknown"],
)
def test_every_reason_has_its_sentence(reason: str) -> None:
    assert f"problem.evidence-file-{reason}" in ids()


def test_a_folder_that_cannot_be_made_is_told(folder: Path) -> None:
    folder.write_bytes(b"a file is in the way")
    with pytest.raises(StoreRefusedError):
        keep(folder, "minutes.pdf", PDF)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\li\\minutes.pdf", "minutes.pdf"),
        ("a\x00b\r\nc.pdf", "a b c.pdf"),
        ("minutes\u202efdp.exe", "minutes fdp.exe.pdf"),
        ("minutes.PDF", "minutes.pdf"),
        ("访谈纪要（二）.pdf", "访谈纪要（二）.pdf"),
        ('<img src=x onerror="x">.pdf', "img src=x onerror= x.pdf"),
        ("....", "file.pdf"),
        ("", "file.pdf"),
        ("x" * 300 + ".pdf", "x" * 120 + ".pdf"),
        ("访" * 300 + ".pdf", "访" * 66 + ".pdf"),
    ],
)
def test_a_hostile_name_becomes_a_harmless_one(folder: Path, name: str, shown: str) -> None:
    assert kept(folder, name).name == shown


@given(st.text())
def test_no_name_leads_out_of_a_folder_or_hides_anything(name: str) -> None:
    shown = safe_name(name, ".txt")
    assert shown.endswith(".txt")
    assert 5 <= len(shown) <= 124
    assert not set(shown) & set('/\\<>:"|?*\0\r\n\u202e')
    assert not shown.startswith(".")
