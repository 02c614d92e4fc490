"""Decks that cannot be refreshed: each refused with its reason, in both languages, before it costs memory."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from assessment.catalogue import LANGUAGES
from assessment.errors import FileRefusedError
from exports.base_template import TEMPLATE
from exports.deck import deck
from exports.refresh.items import opened
from exports.refresh.whole_deck import refresh
from exports.refresh.words import counted, listed
from tests.exports.edited_decks import newer, refresh_with
from tests.exports.rendering import saved_by_libreoffice
from tests.exports.sample_report import sample_report

Edit = Callable[[dict[str, bytes]], None]
_RELATIONS = "ppt/slides/_rels/slide1.xml.rels"


@pytest.fixture(scope="module")
def made() -> bytes:
    return deck(sample_report("en"))


def with_parts(data: bytes, edit: Edit) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    edit(parts)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def reason(data: bytes) -> str:
    with pytest.raises(FileRefusedError) as refused:
        opened(data, "deck.pptx")
    (problem,) = refused.value.problems
    assert all(problem.sentence(lang) for lang in LANGUAGES)
    return problem.code


def put(name: str, old: bytes, new: bytes) -> Edit:
    def edit(parts: dict[str, bytes]) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)

    return edit


def add(name: str, content: bytes) -> Edit:
    return lambda parts: parts.update({name: content})


OUTSIDE = (
    b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" '
    b'Target="https://example.org/x" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (add("ppt/vbaProject.bin", b"x"), "deck-macros"),
        (add("ppt/activeX/activeX1.xml", b"<x/>"), "deck-macros"),
        (put("[Content_Types].xml", b"presentation.main+xml", b"macroEnabled.main+xml"), "deck-macros"),
        (put("[Content_Types].xml", b"presentation.main+xml", b"template.main+xml"), "deck-wrong-kind"),
        (put(_RELATIONS, b"</Relationships>", OUTSIDE % b"oleObject"), "deck-external"),
        (put(_RELATIONS, b"</Relationships>", OUTSIDE % b"image"), "deck-external"),
        (add("ppt/media/big.bin", b"\0" * 30_000_000), "deck-bomb"),
        (add("../evil.xml", b"<x/>"), "deck-damaged"),
        (add("PPT/PRESENTATION.XML", b"<x/>"), "deck-parts"),
        (put("ppt/slides/slide1.xml", b"<p:sld ", b"<!DOCTYPE x [<!ENTITY e 'x'>]><p:sld "), "deck-damaged"),
        (put("ppt/slides/slide1.xml", b"</p:sld>", b""), "deck-damaged"),
        (lambda parts: parts.pop("ppt/slides/slide2.xml"), "deck-damaged"),
        (lambda parts: parts.pop("ppt/presentation.xml"), "deck-damaged"),
        (lambda parts: parts.pop("[Content_Types].xml"), "deck-wrong-kind"),
    ],
)
def test_a_hostile_or_damaged_deck_is_refused(made: bytes, edit: Edit, code: str) -> None:
    assert reason(with_parts(made, edit)) == code


def test_what_is_no_deck_at_all_is_refused(made: bytes) -> None:
    assert reason(b"") == "file-empty"
    assert reason(b"hello") == "deck-wrong-kind"
    assert reason(b"\xd0\xcf\x11\xe0rest") == "deck-encrypted"
    assert reason(made[: len(made) // 2]) == "deck-damaged"


@pytest.mark.parametrize("at", range(0, 100, 7))
def test_a_file_that_lost_a_stretch_is_refused_or_read(made: bytes, at: int) -> None:
    begin = len(made) * at // 100
    broken = made[:begin] + b"\0" * 64 + made[begin + 64 :]
    try:
        opened(broken, "deck.pptx")
    except FileRefusedError as refused:
        assert {problem.code for problem in refused.problems} <= {"deck-damaged", "deck-wrong-kind"}  # noqa: PT017


def test_a_link_to_click_on_is_no_reason_to_refuse(made: bytes) -> None:
    linked = with_parts(made, put(_RELATIONS, b"</Relationships>", OUTSIDE % b"hyperlink"))

    assert opened(linked, "deck.pptx").shapes


def test_a_deck_without_tags_is_refused() -> None:
    assert reason(TEMPLATE.read_bytes()) == "deck-untagged"


@pytest.mark.office
def test_a_deck_that_libreoffice_saved_is_refused_with_the_reason_and_the_cure(
    made: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(made)
    saved = saved_by_libreoffice(path, tmp_path)
    with pytest.raises(FileRefusedError) as refused:
        refresh_with(saved.read_bytes(), sample_report("en"))
    (problem,) = refused.value.problems

    assert problem.code == "deck-dropped"
    assert problem.sentence("en").startswith("LibreOffice saved this deck last")
    assert "PowerPoint" in problem.sentence("zh")


def test_a_deck_of_another_engagement_is_refused(made: bytes) -> None:
    with pytest.raises(FileRefusedError) as refused:
        refresh(made, "deck.pptx", "another", lambda _: sample_report("en"))

    (problem,) = refused.value.problems
    assert (problem.code, problem.found, problem.allowed) == ("deck-other-engagement", "eng", "another")


def test_what_can_no_longer_be_made_is_an_orphan(made: bytes) -> None:
    done = refresh(made, "deck.pptx", "eng", lambda _: None)

    assert {found.status for found in done.found} == {"orphan"}
    assert done.data == made


def test_tags_that_somebody_spoiled_are_as_none(made: bytes) -> None:
    spoiled = with_parts(made, put("ppt/tags/tag1.xml", b"engagement", b"enga[{gement"))

    assert len(opened(spoiled, "deck.pptx").shapes) == len(opened(made, "deck.pptx").shapes) - 1


def test_the_list_says_in_both_languages_what_becomes_of_each_shape(made: bytes) -> None:
    done = refresh_with(made, newer(sample_report("en")))
    updated = done.counts["updated"]

    assert f"{updated} updated" in counted(done, "en")
    assert f"更新 {updated} 处" in counted(done, "zh")
    english, chinese = listed(done, "en"), listed(done, "zh")
    assert len(english) == len(chinese)
    assert english[0].startswith("Slide 3, words: updated.")
    assert chinese[0].startswith("第 3 页，文字：已更新。")
    assert english[-1].startswith("Speaker notes of")
