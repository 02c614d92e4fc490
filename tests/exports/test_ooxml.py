import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from exports.ooxml import attribute, cleaned, content, emu, one_line, packed, with_fixed_times


@given(st.text())
def test_any_text_becomes_content_and_attribute_that_an_xml_reader_gives_back(text: str) -> None:
    element = ET.fromstring(f'<a b="{attribute(text)}">{content(text)}</a>')  # noqa: S314 - made here

    assert (element.text or "") == cleaned(text)
    assert element.get("b") == one_line(text)


def test_every_kind_of_line_break_becomes_a_newline() -> None:
    assert cleaned("a\r\nb\rc\x0bd\u2028e") == "a\nb\nc\nd\ne"


def test_characters_that_xml_forbids_are_dropped() -> None:
    assert cleaned("a\x00\x07b\ud800c\uffffd") == "abcd"


def test_an_inch_is_914400_units() -> None:
    assert emu(13.0 + 1 / 3) == 12192000


def _package(year: int) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("one.xml", "two/three.xml"):
            package.writestr(zipfile.ZipInfo(name, (year, 5, 6, 7, 8, 10)), name * 50)
    return stream.getvalue()


def test_packages_of_different_days_become_equal_bytes() -> None:
    assert _package(2003) != _package(2026)
    assert with_fixed_times(_package(2003)) == with_fixed_times(_package(2026))


def test_a_package_with_fixed_times_still_opens_and_holds_the_same() -> None:
    with zipfile.ZipFile(BytesIO(with_fixed_times(_package(2026)))) as package:
        assert package.testzip() is None
        assert package.read("two/three.xml") == b"two/three.xml" * 50
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_packed_parts_keep_their_order() -> None:
    with zipfile.ZipFile(BytesIO(packed({"b.xml": "<b/>", "a.xml": "<a>客</a>"}))) as package:
        assert package.namelist() == ["b.xml", "a.xml"]
        assert package.read("a.xml").decode() == "<a>客</a>"
