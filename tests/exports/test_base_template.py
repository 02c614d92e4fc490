from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openxml_audit import validate_pptx
from pptx import Presentation

from exports.base_template import CHAPTER, COVER, FINDING, TEMPLATE, TEXT, base_template
from exports.style import ACCENT, CHINESE_FONT, INK, LATIN_FONT, SMALLEST_PT


def _part(name: str) -> str:
    with ZipFile(TEMPLATE) as package:
        return package.read(name).decode()


def test_the_committed_file_is_what_the_script_makes(tmp_path: Path) -> None:
    made = tmp_path / "made.pptx"
    made.write_bytes(base_template())

    with ZipFile(TEMPLATE) as committed, ZipFile(made) as fresh:
        assert committed.namelist() == fresh.namelist()
        assert {n: committed.read(n) for n in committed.namelist()} == {
            n: fresh.read(n) for n in fresh.namelist()
        }


def test_openxml_audit_finds_nothing_in_the_template() -> None:
    assert [str(finding) for finding in validate_pptx(str(TEMPLATE)).errors] == []


def test_the_template_is_widescreen_and_holds_its_own_four_layouts_and_no_slide() -> None:
    deck = Presentation(str(TEMPLATE))

    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)
    assert [layout.name for layout in deck.slide_layouts] == [COVER, CHAPTER, FINDING, TEXT]
    assert len(deck.slides) == 0


def test_the_theme_bears_the_colours_and_faces_of_the_style() -> None:
    theme = _part("ppt/theme/theme1.xml")

    assert f'<a:accent1><a:srgbClr val="{ACCENT[1:]}"/>' in theme
    assert f'<a:dk1><a:srgbClr val="{INK[1:]}"/>' in theme
    assert theme.count(f'<a:latin typeface="{LATIN_FONT}"/><a:ea typeface="{CHINESE_FONT}"/>') == 2


def test_every_layout_has_a_title_and_the_inner_ones_footer_and_number() -> None:
    deck: Any = Presentation(str(TEMPLATE))

    for layout in deck.slide_layouts:
        kinds = {str(holder.placeholder_format.type).split()[0] for holder in layout.placeholders}
        assert kinds & {"TITLE", "CENTER_TITLE"}
        assert ({"FOOTER", "SLIDE_NUMBER"} <= kinds) == (layout.name in {FINDING, TEXT})


def test_no_type_of_the_template_is_too_small() -> None:
    with ZipFile(TEMPLATE) as package:
        xml = "".join(
            package.read(name).decode() for name in package.namelist() if name.startswith("ppt/slide")
        )

    assert min(int(piece.split('"')[0]) for piece in xml.split(' sz="')[1:]) >= SMALLEST_PT * 100
