"""A mark on a slide is explained there; a slide without one explains none."""
# ruff: noqa: ANN401 - python-pptx is not typed

from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from assessment.catalogue import LANGUAGES, Lang
from assessment.report.shapes import DAGGER
from assessment.storyline.choices import Choices
from assessment.storyline.full import full_report
from exports.base_template import SOURCE_IDX
from exports.deck import deck
from tests.storyline.story_engagement import told_engagement


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_slide_explains_the_marks_that_it_shows_and_no_others(lang: Lang) -> None:
    store, shelf, place = told_engagement()
    chosen = Choices(("profile", "map", "comparison", "branches", "indicators"))
    slides = Presentation(BytesIO(deck(full_report(store, shelf, place, lang, choices=chosen).report))).slides

    told = {slide.shapes.title.text: _told(slide) for slide in slides}

    assert {title for title, (shown, noted) in told.items() if shown != noted} == set()
    assert any(shown for shown, _ in told.values())


def _told(slide: Any) -> tuple[bool, bool]:
    """Whether a figure bears a mark, and whether a footnote explains one."""
    foot = [shape for shape in slide.placeholders if shape.placeholder_format.idx == SOURCE_IDX]
    noted = any(line.text.startswith(DAGGER) for shape in foot for line in shape.text_frame.paragraphs)
    shown = any(DAGGER in said for shape in slide.shapes for said in _words(shape))
    return shown, noted


def _words(shape: Any) -> list[str]:
    if shape.has_table:
        return [cell.text for row in shape.table.rows for cell in row.cells]
    if shape.has_chart:
        return [node.text or "" for node in shape.chart._chartSpace.iter() if node.text]
    return [] if shape.is_placeholder or not shape.has_text_frame else [shape.text_frame.text]
