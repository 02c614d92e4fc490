"""Golden tests of a refresh: further edits that people make by hand, one by one and all in one deck."""
# ruff: noqa: ANN401 - python-pptx is not typed

from typing import Any

import pytest
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LEGEND_POSITION
from pptx.util import Emu, Inches, Pt

from assessment.catalogue import Lang
from tests.exports.deck_reading import charts, opened, titles
from tests.exports.edited_decks import (
    STEP,
    copy_slide,
    delete_slide,
    edited,
    move_slide,
    refresh_with,
    shape_of,
    slide_with,
)
from tests.exports.golden_refresh import (
    BARS,
    CONFIDENTIAL,
    HOUSES,
    RADAR,
    TABLE,
    TRACKS,
    Golden,
    after,
    golden,
    of,
    statuses,
)

COLOUR = RGBColor.from_string("010203")  # type: ignore[no-untyped-call]


@pytest.fixture(scope="module", params=["en", "zh"])
def which(request: pytest.FixtureRequest) -> Golden:
    return golden(request.param)


def words_of(slides: Any, name: str) -> list[Any]:
    """Generated boxes of text beside a shape of this name."""
    on = slide_with(slides, name).shapes
    return [one for one in on if one.name.startswith("Text") and one.has_text_frame]


def test_words_typed_into_a_generated_box_of_text_stay(which: Golden) -> None:
    def write(slides: Any) -> None:
        words_of(slides, RADAR)[0].text_frame.paragraphs[0].runs[0].text = "Ours"

    _, done = after(which, write)

    assert words_of(opened(done.data), RADAR)[0].text_frame.text == "Ours"
    assert done.counts["kept"] == 1
    assert done.counts["updated"] == refresh_with(which.made, which.new).counts["updated"]


def test_the_widths_that_a_person_gave_a_tables_columns_stay(which: Golden) -> None:
    def widen(slides: Any) -> None:
        for column, width in zip(shape_of(slides, TABLE).table.columns, (3, 1, 1), strict=False):
            column.width = Inches(width)

    _, done = after(which, widen)
    columns = shape_of(opened(done.data), TABLE).table.columns

    assert [columns[place].width for place in range(3)] == [Inches(3), Inches(1), Inches(1)]
    assert statuses(done, f"/{TABLE}") == ["updated"]


def test_a_table_with_a_row_more_is_a_persons_and_left_whole(which: Golden) -> None:
    def remove(slides: Any) -> None:
        rows = shape_of(slides, TABLE).table._tbl.tr_lst
        rows[-1].getparent().remove(rows[-1])

    mine, done = after(which, remove)
    texts = [
        [cell.text for cell in shape_of(opened(data), TABLE).table.iter_cells()] for data in (mine, done.data)
    ]

    assert statuses(done, f"/{TABLE}") == ["conflict"]
    assert texts[0] == texts[1]


def test_a_charts_size_legend_axis_and_type_of_numbers_survive(which: Golden) -> None:
    def restyle(slides: Any) -> None:
        frame = shape_of(slides, BARS)
        frame.width, frame.height = Inches(4), Inches(3)
        chart = frame.chart
        chart.has_legend = True
        chart.legend.position = XL_LEGEND_POSITION.RIGHT
        chart.value_axis.maximum_scale = 7
        chart.value_axis.tick_labels.number_format = "0.00"
        chart.value_axis.tick_labels.number_format_is_linked = False
        chart.font.size = Pt(17)

    _, done = after(which, restyle)
    frame = shape_of(opened(done.data), BARS)

    assert (frame.width, frame.height) == (Inches(4), Inches(3))
    assert frame.chart.legend.position == XL_LEGEND_POSITION.RIGHT
    assert frame.chart.value_axis.maximum_scale == 7
    assert frame.chart.value_axis.tick_labels.number_format == "0.00"
    assert frame.chart.font.size == Pt(17)
    assert statuses(done, BARS) == ["updated"]


def test_figures_that_a_person_put_into_a_chart_are_a_conflict_until_the_newer_ones_are_asked_for(
    which: Golden,
) -> None:
    def type_over(slides: Any) -> None:
        chart = shape_of(slides, BARS).chart
        data = CategoryChartData()  # type: ignore[no-untyped-call]
        data.categories = list(chart.plots[0].categories)
        for series in chart.plots[0].series:
            data.add_series(series.name, [4.4 for _ in series.values])  # type: ignore[no-untyped-call]
        chart.replace_data(data)

    mine, done = after(which, type_over)
    _, taken = after(which, type_over, overwrite=True)

    def drawn(data: bytes) -> Any:
        return next(chart.series for chart in charts(data) if chart.name == BARS)

    assert statuses(done, BARS) == ["conflict"]
    assert drawn(done.data) == drawn(mine)
    assert statuses(refresh_with(mine, which.old), BARS) == ["kept"]
    assert statuses(taken, BARS) == ["updated"]
    assert drawn(taken.data) == drawn(refresh_with(which.made, which.new).data)


def test_who_typed_just_what_the_figures_now_are_has_no_conflict(which: Golden) -> None:
    place = next(k for k, title in enumerate(titles(which.made)) if "1.8" in title)

    def retitle(slides: Any) -> None:
        title = slides.slides[place].shapes.title.text_frame.paragraphs[0].runs[0]
        title.text = title.text.replace("1.8", "2.1")

    _, done = after(which, retitle)

    assert {one.status for one in of(done, ":title") if one.slide == place + 1} == {"updated"}
    assert not done.counts["conflict"]


def test_notes_that_a_person_adds_stay_below_or_above(which: Golden) -> None:
    def note(slides: Any) -> None:
        frame = slide_with(slides, RADAR).notes_slide.notes_text_frame
        frame.add_paragraph().text = "Ask who decides."

    _, done = after(which, note)
    notes = slide_with(opened(done.data), RADAR).notes_slide.notes_text_frame.text

    assert notes.endswith("Ask who decides.")
    assert "conflict" in {one.status for one in done.found if one.kind == "notes"}


def test_notes_of_a_slide_that_shows_what_it_showed_keep_the_revision_it_was_made_from(which: Golden) -> None:
    done = refresh_with(which.made, which.new)
    changed = {one.slide for one in done.found if one.status == "updated" and one.kind != "notes"}

    assert {one.slide for one in done.found if one.status == "updated" and one.kind == "notes"} == changed
    assert len(changed) < len(titles(which.made))


def test_footer_number_and_line_of_who_may_read_it_are_left_to_people(which: Golden) -> None:
    def rewrite(slides: Any) -> None:
        for shape in slide_with(slides, RADAR).shapes:
            if shape.name == "Footer":
                shape.text_frame.text = "For the board of 3 December"
        for shape in list(slide_with(slides, TRACKS).shapes):
            if shape.name in {"Footer", "Slide number"}:
                shape._element.getparent().remove(shape._element)

    _, done = after(which, rewrite, overwrite=True)
    slides = opened(done.data)
    feet = [
        shape.text_frame.text
        for slide in slides.slides
        for shape in slide.shapes
        if shape.name == "Footer" and shape.has_text_frame
    ]

    assert "For the board of 3 December" in feet
    assert not {"Footer", "Slide number"} & {shape.name for shape in slide_with(slides, TRACKS).shapes}


def test_a_source_line_is_generated_and_what_a_person_makes_of_it_stays(which: Golden) -> None:
    def write(slides: Any) -> None:
        bodies = [one for one in slide_with(slides, RADAR).placeholders if one.name.startswith("body")]
        bodies[-1].text_frame.text = "Source: our own survey"

    mine, done = after(which, write)

    bodies = [one for one in slide_with(opened(done.data), RADAR).placeholders if one.name.startswith("body")]
    assert bodies[-1].text_frame.text == "Source: our own survey"
    assert "kept" in {one.status for one in done.found if one.kind == "text"}
    assert len(mine) != len(which.made)


def test_a_drawing_that_was_moved_and_made_smaller_takes_the_newer_figures_there(which: Golden) -> None:
    def shrink(slides: Any) -> None:
        group = shape_of(slides, TRACKS)
        group.left, group.top = Inches(1), Inches(2)
        group.width, group.height = Emu(group.width // 2), Emu(group.height // 2)

    mine, done = after(which, shrink)
    before, now = shape_of(opened(mine), TRACKS), shape_of(opened(done.data), TRACKS)

    assert statuses(done, TRACKS) == ["updated"]
    assert (now.left, now.top) == (Inches(1), Inches(2))
    assert (now.width, now.height) == (before.width, before.height)
    assert "1.2" in [one.text_frame.text for one in now.shapes if one.has_text_frame]  # 1.0 before


def test_words_that_a_person_put_into_a_drawing_keep_it_as_it_is(which: Golden) -> None:
    def write(slides: Any) -> None:
        said = [one for one in shape_of(slides, TRACKS).shapes if one.has_text_frame and one.text_frame.text]
        said[-1].text_frame.paragraphs[0].runs[0].text = "Ours"

    mine, done = after(which, write)

    assert statuses(done, TRACKS) == ["conflict"]
    assert statuses(refresh_with(mine, which.old), TRACKS) == ["kept"]


def test_of_two_copies_of_a_slide_only_the_one_that_was_changed_is_kept(which: Golden) -> None:
    def copy(slides: Any) -> None:
        copy_slide(slides, list(slides.slides).index(slide_with(slides, TABLE)))
        list(slides.slides)[-1].shapes.title.text_frame.text = "Ours"
        cell = next(one for one in list(slides.slides)[-1].shapes if one.name == TABLE).table.cell(1, 1)
        cell.text_frame.paragraphs[0].runs[0].text = "9.9"

    _, done = after(which, copy)
    last = len(titles(done.data))
    found = {(one.slide == last, one.status) for one in of(done, f"/{TABLE}")}

    assert found == {(False, "updated"), (True, "conflict")}
    assert titles(done.data)[-1] == "Ours"


def all_at_once(slides: Any) -> None:
    """A deck after a week in the hands of a team."""
    shape_of(slides, RADAR).left = Inches(0.4)
    shape_of(slides, BARS).chart.plots[0].gap_width = 33
    shape_of(slides, TABLE).table.columns[0].width = Inches(2)
    for row in list(shape_of(slides, TABLE).table.rows)[1:2]:
        row.cells[0].text_frame.paragraphs[0].runs[0].font.color.rgb = COLOUR
    slide_with(slides, BARS).shapes.title.text_frame.text = "Our own words"
    slide_with(slides, RADAR).notes_slide.notes_text_frame.add_paragraph().text = "Pause."
    slide_with(slides, RADAR).shapes.add_textbox(0, 0, Inches(2), Inches(0.5)).text_frame.text = "Remark"
    copy_slide(slides, list(slides.slides).index(slide_with(slides, BARS)))
    slides.slides.add_slide(slides.slide_layouts[0])
    delete_slide(slides, list(slides.slides).index(slide_with(slides, "published.composites")))
    move_slide(slides, 4, 1)


@pytest.mark.parametrize(
    ("house", "lang"), [("own", "zh"), ("standard", "zh"), ("bare", "zh"), ("renamed", "zh"), ("own", "en")]
)
def test_a_deck_that_was_edited_in_every_way_keeps_all_edits_and_takes_all_figures(
    house: str, lang: Lang
) -> None:
    which = golden(lang, house)
    mine, done = after(which, all_at_once)
    slides = opened(done.data)
    before = which.old.section("profile").chart(RADAR).series[0].values[0]
    assert before is not None

    assert shape_of(slides, RADAR).left == Inches(0.4)
    assert shape_of(slides, BARS).chart.plots[0].gap_width == 33
    on = [shape for slide in slides.slides for shape in slide.shapes if shape.name == TABLE]
    assert Inches(2) in [shape.table.columns[0].width for shape in on]
    assert titles(done.data).count("Our own words") == 2
    assert len(titles(done.data)) == len(titles(mine))
    assert [one.id for one in done.found if one.status == "deleted"] == ["published/published.composites:"]
    assert not done.counts["new"]
    assert not done.counts["orphan"]
    assert next(iter(charts(done.data)[0].series.values()))[0] == before + STEP


@pytest.mark.parametrize("house", HOUSES)
def test_without_newer_figures_an_edited_deck_stays_byte_for_byte(house: str) -> None:
    which = golden("zh", house)
    mine = edited(which.made, all_at_once)

    done = refresh_with(mine, which.old)

    assert done.data == mine
    assert any(
        CONFIDENTIAL in one.text_frame.text for one in opened(mine).slides[0].shapes if one.has_text_frame
    )
