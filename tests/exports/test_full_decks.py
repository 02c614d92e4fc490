"""The whole storyline in every template and language: valid, whole, in the theme's colours, drawn right."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import validate_pptx
from pptx.util import Pt

from assessment.catalogue import LANGUAGES
from exports.deck import deck
from exports.measure import set_in
from exports.style import URGENCY
from tests.exports.deck_reading import opened, overlapping, titles
from tests.exports.drawn_words import broken_wrongly, drawn_lines, words_out_of_place
from tests.exports.foreign_templates import in_arial
from tests.exports.full_decks import HOUSES, Made, made
from tests.exports.rendering import colliding_words, pdf_of
from tests.exports.sample_report import sample_report
from tests.exports.text_fitting import overflowing

SIGNALS = {colour[1:] for role, colour in URGENCY.items() if role != "watch"}
"""Colours that mean something of themselves: the only fixed ones."""
LEAST_TYPE = 1000
"""Hundredths of a point."""
FULL = [("study", house, lang) for house in HOUSES for lang in LANGUAGES]
STRESS = [
    ("stress", "own", "en"),
    ("stress", "own", "zh"),
    ("stress", "standard", "zh"),
    ("stress", "renamed", "en"),
]
DRAWN = [*FULL, ("stress", "own", "en"), ("stress", "standard", "zh")]


def _each(cases: Sequence[tuple[str, str, str]]) -> list[object]:
    """Cases by whose ids each deck is made by one process only."""
    return [pytest.param(case, id="-".join(case)) for case in cases]


def _xml(data: bytes, pattern: str) -> Iterator[tuple[str, str]]:
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if re.search(pattern, name):
                yield name, package.read(name).decode()


def _told(case: tuple[str, str, str]) -> Made:
    return made(*case)


@pytest.mark.parametrize("case", _each(FULL))
def test_openxml_audit_finds_nothing_in_the_whole_story(case: tuple[str, str, str], tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(_told(case).data)

    assert [str(finding) for finding in validate_pptx(str(file)).errors] == []


@pytest.mark.parametrize("case", _each([*FULL, *STRESS]))
def test_nothing_overflows_overlaps_or_reaches_over_an_edge(case: tuple[str, str, str]) -> None:
    told = _told(case)

    with set_in(told.wider):
        assert overflowing(told.data) == []
    assert overlapping(told.data) == []


@pytest.mark.parametrize("case", _each([*FULL, *STRESS]))
def test_no_type_of_a_slide_or_a_chart_is_smaller_than_ten_points(case: tuple[str, str, str]) -> None:
    for name, xml in _xml(_told(case).data, r"ppt/(slides/slide|charts/chart)\d+\.xml$"):
        assert min(map(int, re.findall(r' sz="(\d+)"', xml)), default=LEAST_TYPE) >= LEAST_TYPE, name


@pytest.mark.parametrize("case", _each(FULL))
def test_every_shape_and_chart_of_the_story_takes_its_colours_and_faces_from_the_theme(
    case: tuple[str, str, str],
) -> None:
    for name, xml in _xml(_told(case).data, r"ppt/(slides/slide|charts/chart)\d+\.xml$"):
        assert set(re.findall(r'srgbClr val="(\w+)"', xml)) <= SIGNALS, name
        assert {face[:1] for face in re.findall(r'typeface="([^"]*)"', xml)} <= {"+"}, name


@pytest.mark.parametrize("case", _each(FULL))
def test_every_slide_of_the_story_has_a_title_and_no_empty_placeholder(case: tuple[str, str, str]) -> None:
    data = _told(case).data

    assert all(titles(data))
    for slide in opened(data).slides:
        assert all(shape.text_frame.text.strip() for shape in slide.placeholders)


@pytest.mark.office
@pytest.mark.parametrize("case", _each(DRAWN))
def test_libreoffice_draws_every_word_of_the_story_within_the_shape_that_says_it(
    case: tuple[str, str, str], tmp_path: Path
) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(in_arial(_told(case).data))
    pdf = pdf_of(file, tmp_path)
    pages = drawn_lines(pdf)

    assert len(pages) == len(opened(file.read_bytes()).slides)
    assert words_out_of_place(file.read_bytes(), pages) == []
    assert colliding_words(pdf) == []
    assert broken_wrongly(pages) == []


@pytest.mark.office
def test_a_text_that_a_person_made_too_long_is_found_on_the_slide_and_on_the_page(tmp_path: Path) -> None:
    changed = opened(deck(sample_report("zh")))
    cell = next(
        shape.table.cell(1, 0) for slide in changed.slides for shape in slide.shapes if shape.has_table
    )
    cell.text_frame.paragraphs[0].runs[0].text *= 12
    box = changed.slides[3].shapes.add_textbox(Pt(20), Pt(20), Pt(200), Pt(20))
    box.text_frame.word_wrap = True
    box.text_frame.text = "What does not fit into a box as low as this one runs over its lower edge. " * 3
    file = tmp_path / "deck.pptx"
    changed.save(str(file))
    pages = drawn_lines(pdf_of(file, tmp_path))

    assert len(overflowing(file.read_bytes())) == 2
    out = words_out_of_place(file.read_bytes(), pages)
    assert "slide 4: edge." in out
    assert len({found.partition(":")[0] for found in out}) == 2
