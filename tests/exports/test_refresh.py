"""Golden tests of a refresh: what newer figures do to a deck and to what people changed in it."""
# ruff: noqa: ANN401 - python-pptx is not typed

import re
from dataclasses import replace
from typing import Any

import pytest
from pptx.dml.color import RGBColor
from pptx.util import Emu, Inches, Pt

from assessment.report.shapes import Report
from exports.deck import OWN, deck
from exports.deck.draft import Draft
from exports.deck.frames import recipe_line
from exports.deck.tags import TAGS_RELATION
from tests.exports.deck_reading import charts, opened, tables, titles
from tests.exports.edited_decks import (
    STEP,
    book_of,
    copy_slide,
    delete_slide,
    edit_book,
    edited,
    move_slide,
    refresh_with,
    shape_of,
    slide_with,
)
from tests.exports.golden_refresh import (
    BARS,
    RADAR,
    TABLE,
    Golden,
    after,
    faults,
    golden,
    of,
    statuses,
    untouched_parts_keep_their_bytes,
)

COLOUR = RGBColor.from_string("010203")  # type: ignore[no-untyped-call]


@pytest.fixture(scope="module", params=["en", "zh"])
def which(request: pytest.FixtureRequest) -> Golden:
    return golden(request.param)


@pytest.fixture(scope="module")
def old(which: Golden) -> Report:
    return which.old


@pytest.fixture(scope="module")
def new(which: Golden) -> Report:
    return which.new


@pytest.fixture(scope="module")
def made(which: Golden) -> bytes:
    return which.made


def test_without_newer_figures_the_file_stays_what_it_is(made: bytes, old: Report) -> None:
    done = refresh_with(made, old)

    assert done.data == made
    assert {found.status for found in done.found} == {"unchanged"}


def test_an_untouched_deck_becomes_what_would_be_made_now(made: bytes, new: Report) -> None:
    done = refresh_with(made, new)
    fresh = deck(new)

    assert titles(done.data) == titles(fresh)
    assert tables(done.data) == tables(fresh)
    assert [(c.name, c.categories, c.series) for c in charts(done.data)] == [
        (c.name, c.categories, c.series) for c in charts(fresh)
    ]
    untouched_parts_keep_their_bytes(made, done)
    assert faults(done.data) == []


def test_a_moved_shape_stays_where_it_was_put(which: Golden) -> None:
    def move(slides: Any) -> None:
        shape_of(slides, RADAR).left = Inches(5)
        shape_of(slides, TABLE).top = Inches(1)

    _, done = after(which, move)

    assert shape_of(opened(done.data), RADAR).left == Inches(5)
    assert shape_of(opened(done.data), TABLE).top == Inches(1)
    assert statuses(done, RADAR) == ["updated"]


def test_colours_and_number_formats_of_a_chart_survive(which: Golden) -> None:
    def restyle(slides: Any) -> None:
        plot = shape_of(slides, BARS).chart.plots[0]
        plot.gap_width = 20
        plot.series[0].format.fill.solid()
        plot.series[0].format.fill.fore_color.rgb = COLOUR
        plot.series[0].data_labels.number_format = "0.000"
        plot.series[0].data_labels.number_format_is_linked = False

    _, done = after(which, restyle)
    chart = shape_of(opened(done.data), BARS).chart
    series = chart.plots[0].series[0]

    assert series.format.fill.fore_color.rgb == COLOUR
    assert series.data_labels.number_format == "0.000"
    assert chart.plots[0].gap_width == 20
    assert statuses(done, BARS) == ["updated"]


def test_a_restyled_table_keeps_its_type_and_fills(which: Golden, made: bytes) -> None:
    def restyle(slides: Any) -> None:
        cell = shape_of(slides, TABLE).table.cell(1, 1)
        cell.fill.solid()
        cell.fill.fore_color.rgb = COLOUR
        run = cell.text_frame.paragraphs[0].runs[0]
        run.font.italic, run.font.size = True, Pt(14)

    before = opened(made)
    _, done = after(which, restyle)
    cell = shape_of(opened(done.data), TABLE).table.cell(1, 1)

    assert cell.fill.fore_color.rgb == COLOUR
    assert cell.text_frame.paragraphs[0].runs[0].font.italic
    assert cell.text_frame.paragraphs[0].runs[0].font.size == Pt(14)
    assert cell.text != shape_of(before, TABLE).table.cell(1, 1).text


def test_tints_of_a_table_that_nobody_restyled_follow_the_figures(made: bytes, new: Report) -> None:
    done, fresh = refresh_with(made, new), deck(new)

    def fills(data: bytes) -> list[str]:
        return [
            f"{part.tag} {part.get('val')}"
            for slide in opened(data).slides
            for tint in slide._element.iterfind(".//{*}tcPr/{*}solidFill")
            for part in tint.iter()
        ]

    assert fills(done.data) == fills(fresh)
    assert fills(done.data) != fills(made)


def test_slides_in_another_order_are_all_found(which: Golden, made: bytes, new: Report) -> None:
    def reorder(slides: Any) -> None:
        move_slide(slides, 3, 0)
        move_slide(slides, 6, 1)

    mine, done = after(which, reorder)

    assert done.counts == refresh_with(made, new).counts
    assert titles(done.data)[0] == titles(mine)[0] == titles(made)[3]


def test_a_title_that_a_person_wrote_stays(which: Golden, made: bytes) -> None:
    place = next(k for k, title in enumerate(titles(made)) if "1.8" in title)

    def retitle(slides: Any) -> None:
        slides.slides[place].shapes.title.text_frame.text = "Our own words"
        slides.slides[place + 1].shapes.title.text_frame.text = "Our own words, too"

    _, done = after(which, retitle)

    assert titles(done.data)[place : place + 2] == ["Our own words", "Our own words, too"]
    found = {one.slide: one.status for one in of(done, ":title")}
    assert found[place + 1] == "conflict"  # its figure changed as well
    assert found[place + 2] == "kept"


def test_in_a_conflict_the_newer_figures_win_where_that_is_asked(made: bytes, new: Report) -> None:
    def retitle(slides: Any) -> None:
        for slide in slides.slides:
            if "1.8" in slide.shapes.title.text_frame.text:
                slide.shapes.title.text_frame.text = "Our own words"

    done = refresh_with(edited(made, retitle), new, overwrite=True)

    assert done.counts["conflict"] == 0
    assert titles(done.data) == titles(deck(new))


def test_added_slides_and_shapes_stay(which: Golden) -> None:
    def add(slides: Any) -> None:
        box = slide_with(slides, RADAR).shapes.add_textbox(0, 0, Inches(2), Inches(1))
        box.text_frame.text = "A remark 1.8"
        added = slides.slides.add_slide(slides.slide_layouts[2])
        added.shapes.title.text_frame.text = "A slide of our own"

    _, done = after(which, add)

    assert "A slide of our own" in titles(done.data)
    slide = slide_with(opened(done.data), RADAR)
    assert "A remark 1.8" in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_a_slide_that_a_person_deleted_is_named_as_such_and_not_put_back(which: Golden, made: bytes) -> None:
    place = next(k for k, slide in enumerate(opened(made).slides) if RADAR in {s.name for s in slide.shapes})
    mine, done = after(which, lambda slides: delete_slide(slides, place))

    assert len(titles(done.data)) == len(titles(mine))
    assert [found.id for found in done.found if found.status == "deleted"] == [f"profile/{RADAR}:"]
    assert not done.counts["new"]


def test_a_chart_that_a_person_deleted_is_named_as_such(which: Golden) -> None:
    def delete(slides: Any) -> None:
        element = shape_of(slides, RADAR)._element
        element.getparent().remove(element)

    _, done = after(which, delete)

    assert statuses(done, RADAR) == ["deleted"]


def test_a_section_that_the_deck_never_had_is_new(new: Report, old: Report) -> None:
    shorter = replace(old, sections=tuple(one for one in old.sections if one.kind != "profile"))
    done = refresh_with(deck(shorter), new)
    again = refresh_with(done.data, new)

    assert {found.id.split("/")[0] for found in done.found if found.status == "new"} == {"profile"}
    assert not done.counts["deleted"]
    assert [one for one in again.found if one.status == "new"] == [
        one for one in done.found if one.status == "new"
    ]


def test_a_deck_that_does_not_tell_what_it_held_offers_all_that_it_lacks(which: Golden) -> None:
    def forget(slides: Any) -> None:
        delete_slide(slides, 2)
        for relation in slides.part.rels.values():
            if relation.reltype == TAGS_RELATION:
                tags = relation.target_part
                tags._blob = re.sub(rb'<p:tag name="GAPLINE_HELD"[^>]*>', b"", tags.blob)

    _, done = after(which, forget)

    assert done.counts["new"] == 1
    assert not done.counts["deleted"]


@pytest.mark.parametrize("name", [RADAR, "published.composites"])
def test_both_copies_of_a_slide_are_updated(which: Golden, name: str) -> None:
    def copy(slides: Any) -> None:
        copy_slide(slides, list(slides.slides).index(slide_with(slides, name)))

    _, done = after(which, copy)

    found = [one for one in of(done, name) if one.slide]
    assert [one.status for one in found] == ["updated", "updated"]
    assert len({one.slide for one in found}) == 2
    shown = [chart.series for chart in charts(done.data) if chart.name == name]
    assert all(one == shown[0] for one in shown)


def test_a_number_changed_in_a_charts_workbook_is_a_persons(which: Golden, old: Report) -> None:
    def change(slides: Any) -> None:
        edit_book(shape_of(slides, RADAR), lambda book: book.worksheets[0].__setitem__("B2", 4.9))

    mine, done = after(which, change)

    assert statuses(done, RADAR) == ["conflict"]
    assert book_of(shape_of(opened(done.data), RADAR)).worksheets[0]["B2"].value == 4.9
    assert statuses(refresh_with(mine, old), RADAR) == ["kept"]


def test_formats_and_other_sheets_of_a_charts_workbook_survive(which: Golden) -> None:
    def dress(book: Any) -> None:
        book.worksheets[0]["B2"].number_format = "0.000"
        book.worksheets[0].column_dimensions["A"].width = 40
        book.create_sheet("Workings")["C3"] = "=1+1"

    _, done = after(which, lambda slides: edit_book(shape_of(slides, BARS), dress))
    book = book_of(shape_of(opened(done.data), BARS))
    series = next(chart for chart in charts(done.data) if chart.name == BARS).series

    assert statuses(done, BARS) == ["updated"]
    assert book["Workings"]["C3"].value == "=1+1"
    assert book.worksheets[0]["B2"].number_format == "0.000"
    assert book.worksheets[0].column_dimensions["A"].width == 40
    assert [book.worksheets[0].cell(row, 2).value for row in range(2, 5)] == next(iter(series.values()))[:3]


def test_new_figures_stand_in_the_chart_and_in_its_workbook(made: bytes, new: Report, old: Report) -> None:
    done = refresh_with(made, new)
    before = old.section("profile").chart(RADAR).series[0].values[0]
    assert before is not None

    assert next(iter(charts(done.data)[0].series.values()))[0] == before + STEP
    assert book_of(shape_of(opened(done.data), RADAR)).worksheets[0]["B2"].value == before + STEP


def test_a_cell_that_a_person_wrote_stays_and_the_others_follow(which: Golden, made: bytes) -> None:
    def change(slides: Any) -> None:
        shape_of(slides, TABLE).table.cell(2, 0).text = "Ours"

    before = shape_of(opened(made), TABLE).table
    _, done = after(which, change)
    table = shape_of(opened(done.data), TABLE).table

    assert table.cell(2, 0).text == "Ours"
    assert table.cell(1, 1).text != before.cell(1, 1).text
    assert [(one.status, one.cells) for one in of(done, f"/{TABLE}")] == [("updated", 1)]


def test_a_cell_that_both_changed_is_a_conflict_and_the_others_follow(which: Golden, new: Report) -> None:
    def change(slides: Any) -> None:
        shape_of(slides, TABLE).table.cell(1, 1).text = "9.9"

    _, done = after(which, change)
    table = shape_of(opened(done.data), TABLE).table

    assert table.cell(1, 1).text == "9.9"
    assert [(one.status, one.cells) for one in of(done, f"/{TABLE}")] == [("conflict", 1)]
    fresh = shape_of(opened(deck(new)), TABLE).table
    assert table.cell(2, 1).text == fresh.cell(2, 1).text


def test_words_that_a_person_adds_to_the_speaker_notes_stay(which: Golden, new: Report) -> None:
    def note(slides: Any) -> None:
        slides.slides[2].notes_slide.notes_text_frame.paragraphs[0].runs[0].text = "Pause here."

    _, done = after(which, note)
    notes = opened(done.data).slides[2].notes_slide.notes_text_frame.text

    assert notes.startswith("Pause here.")
    assert recipe_line(Draft(new, OWN.opened().stage)) in notes.splitlines()


def test_a_shape_that_was_cut_and_pasted_elsewhere_is_found_there(which: Golden) -> None:
    def take(slides: Any) -> None:
        title = slides.slides[0].shapes.title
        title.left, title.top = Emu(0), Emu(0)
        title.width, title.height = Inches(5), Inches(1)
        group = slide_with(slides, TABLE).shapes.add_group_shape()
        words = [s for s in slide_with(slides, TABLE).shapes if s.has_text_frame and not s.is_placeholder]
        group._element.append(words[0]._element)

    _, done = after(which, take)

    assert not done.counts["orphan"]
    assert not done.counts["new"]
