"""Decks in clients' templates: layouts found, colours followed, nothing lost, nothing overflowing."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openxml_audit import validate_pptx
from PIL import Image

from assessment.catalogue import LANGUAGES, Lang
from assessment.errors import FileRefusedError
from exports.base_theme import BINDINGS, luma
from exports.deck import House, deck
from exports.style import INK, LEVELS, URGENCY, WHITE, on_colour
from exports.template import Logo, opened_template
from tests.exports.deck_reading import (
    charts_that_differ,
    figures_left_out,
    opened,
    outside,
    overlapping,
    titles,
)
from tests.exports.foreign_templates import (
    OTHERS_WORDS,
    RENAMED,
    as_potx,
    bare_template,
    edited,
    renamed_template,
    standard_template,
    with_part,
)
from tests.exports.sample_report import sample_report

FOREIGN = {
    "standard": House(standard_template(), "standard.pptx"),
    "bare": House(as_potx(bare_template()), "bare.potx", confidential="Board only"),
    "renamed": House(renamed_template(), "renamed.pptx", RENAMED),
}
SIGNALS = {colour[1:] for role, colour in URGENCY.items() if role != "watch"}
"""Colours that mean something of themselves: the only fixed ones."""


def _logo() -> Logo:
    stream = BytesIO()
    Image.new("RGB", (400, 150), (200, 30, 30)).save(stream, "PNG")
    return Logo(stream.getvalue())


def _parts(data: bytes, pattern: str) -> Iterator[tuple[str, str]]:
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if re.search(pattern, name):
                yield name, package.read(name).decode(errors="replace")


@pytest.fixture(scope="module", params=[(name, lang) for name in FOREIGN for lang in LANGUAGES], ids="-".join)
def told(request: pytest.FixtureRequest) -> tuple[Any, bytes]:
    """The sample report, and its deck in one template and one language."""
    name, lang = request.param
    report = sample_report(lang)
    return report, deck(report, None, FOREIGN[name])


def test_openxml_audit_finds_nothing_in_a_clients_template(told: tuple[Any, bytes], tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(told[1])

    assert [str(finding) for finding in validate_pptx(str(file)).errors] == []


def test_every_figure_is_there_and_nothing_overlaps_or_reaches_over_an_edge(told: tuple[Any, bytes]) -> None:
    report, made = told

    assert charts_that_differ(report, made, {"profile.dimensions"}) == []
    assert figures_left_out(report, made, {"guide.scale", "evidence.south"}) == []
    assert outside(made) == []
    assert overlapping(made) == []


def test_every_slide_has_a_title_and_no_empty_placeholder(told: tuple[Any, bytes]) -> None:
    assert all(titles(told[1]))
    for slide in opened(told[1]).slides:
        assert all(shape.text_frame.text.strip() for shape in slide.placeholders)


def test_no_shape_and_no_chart_holds_a_colour_or_a_face_of_its_own(told: tuple[Any, bytes]) -> None:
    for name, xml in _parts(told[1], r"ppt/(slides/slide|charts/chart)\d+\.xml$"):
        assert set(re.findall(r'srgbClr val="(\w+)"', xml)) <= SIGNALS, name
        assert {face[:1] for face in re.findall(r'typeface="([^"]*)"', xml)} <= {"+"}, name


def test_slides_of_the_template_and_what_told_of_them_are_gone() -> None:
    made = deck(sample_report("en"), None, FOREIGN["standard"])

    assert not any(OTHERS_WORDS in xml for _, xml in _parts(made, "."))
    assert not list(_parts(made, "app.xml|thumbnail"))


def test_the_same_template_gives_the_same_bytes() -> None:
    report = sample_report("zh")

    assert deck(report, None, FOREIGN["bare"]) == deck(report, None, FOREIGN["bare"])


def test_the_size_of_the_slides_is_the_templates() -> None:
    sizes = {name: opened(deck(sample_report("en"), None, house)) for name, house in FOREIGN.items()}

    assert {name: round(one.slide_width / one.slide_height, 2) for name, one in sizes.items()} == {
        "standard": 1.33,
        "bare": 1.78,
        "renamed": 1.6,
    }


def test_what_a_template_lacks_is_named_with_what_stands_in_for_it() -> None:
    assert FOREIGN["standard"].lacks() == ()
    assert {(one.role, one.used) for one in FOREIGN["bare"].lacks()} == {
        (role, "Title and Content") for role in ("finding", "cover", "chapter")
    }


def test_a_name_that_the_template_lacks_is_told_and_passed_over() -> None:
    house = House(standard_template(), "s.pptx", {"finding": {"layout": "No such", "source": "Nowhere"}})

    assert "finding.source" in {one.role for one in house.lacks()}
    assert house.opened().stage.layouts == FOREIGN["standard"].opened().stage.layouts


def test_a_mapping_chooses_layouts_and_placeholders() -> None:
    house = House(standard_template(), "s.pptx", {"finding": {"layout": "Comparison", "lead": 1}})
    stage = house.opened().stage

    assert stage.slot("Finding", "body", 10).bound
    assert stage.slot("Finding", "body", 10).idx == 1


def test_levels_can_be_read_on_every_templates_ground() -> None:
    for house in FOREIGN.values():
        elements = house.opened().palette.elements
        assert elements
        assert len({elements.get(tint, tint) for tint in elements}) == len(elements)
    dark = FOREIGN["renamed"].opened().palette.elements
    assert dark != FOREIGN["standard"].opened().palette.elements
    assert [on_colour(tint) for tint in LEVELS] == [INK] * 4 + [WHITE] * 2
    assert luma(LEVELS[0]) > luma(LEVELS[-1])
    assert set(LEVELS) <= BINDINGS.keys()


def test_logo_and_confidentiality_line_stand_on_every_slide() -> None:
    house = House(standard_template(), "s.pptx", confidential="For the board only", logo=_logo())
    made = opened(deck(sample_report("en"), None, house))

    for slide in made.slides:
        assert "For the board only" in " ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)
        assert [s.name for s in slide.slide_layout.shapes if s.name == "Gapline logo"] == ["Gapline logo"]


def test_titles_end_before_the_logo() -> None:
    template = opened_template(standard_template(), "s.pptx", logo=_logo())
    title = template.stage.slot("Finding", "title")
    layout = template.deck.slide_layouts.get_by_name("Title Only")
    logo = next(shape for shape in layout.shapes if shape.name == "Gapline logo")

    assert title.box.right * 914400 <= logo.left


HOSTILE = {
    "template-wrong-kind": (b"not a zip at all",),
    "deck-macros": (with_part(standard_template(), "ppt/vbaProject.bin", b"x"),),
    "deck-bomb": (with_part(standard_template(), "ppt/media/big.bin", b"\0" * 3_000_000),),
    "deck-encrypted": (b"\xd0\xcf\x11\xe0" + b"\0" * 100,),
    "deck-damaged": (standard_template()[:5000],),
    "deck-external": (
        edited(
            standard_template(),
            "ppt/slideMasters/_rels/slideMaster1.xml.rels",
            lambda xml: xml.replace(
                b"</Relationships>",
                b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                b'relationships/image" Target="http://example.org/x.png" TargetMode="External"/>'
                b"</Relationships>",
            ),
        ),
    ),
    "file-empty": (b"",),
}


@pytest.mark.parametrize("code", HOSTILE)
def test_a_hostile_template_is_refused_with_its_reason(code: str) -> None:
    for data in HOSTILE[code]:
        with pytest.raises(FileRefusedError) as refused:
            opened_template(data, "client.potx")
        assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_why_a_template_is_refused_is_said_with_a_cure(lang: Lang) -> None:
    with pytest.raises(FileRefusedError) as refused:
        opened_template(b"PK\x03\x04", "client.potx")

    assert "client.potx" in refused.value.sentence(lang)
