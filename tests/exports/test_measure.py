import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from exports.measure import broken, line_height, longest_word, text_height, text_width, wrapped
from tests.exports.rendering import arials_twin

TEXTS = st.text(st.sampled_from("abcW mil.,-5%  \n客户洞察，。“”（）—é"), max_size=80)


@pytest.mark.parametrize(("bold", "name"), [(False, "Regular"), (True, "Bold")])
def test_latin_text_is_as_wide_as_in_a_face_with_the_widths_of_arial(name: str, *, bold: bool) -> None:
    sentence = "Shenzhen Telecom reaches 1.8 of 5; insight (and 60% more) is weakest: +0.05 ≥ 2 × 3"
    true_width = (
        ImageFont.truetype(str(arials_twin(name)), 1000).getlength(sentence, features=["-kern"]) * 24 / 1000
    )

    assert true_width <= text_width(sentence, 24, bold=bold) <= 1.04 * true_width


def test_a_chinese_character_is_as_wide_as_the_type_is_high() -> None:
    assert text_width("客户洞察", 10) == pytest.approx(40, rel=0.03)


def test_room_is_left_where_chinese_and_latin_meet() -> None:
    apart = text_width("2003", 10) + text_width("年", 10)

    assert text_width("2003年", 10) == pytest.approx(apart + 2.5, rel=0.02)


def test_chinese_lines_are_taller_than_latin_ones() -> None:
    assert line_height("客", 10) > line_height("a", 10)


def test_chinese_breaks_between_characters_but_never_before_a_full_stop() -> None:
    assert wrapped("客户洞察。", 4.2 * 10, 10) == ["客户洞", "察。"]


def test_english_breaks_between_words() -> None:
    assert wrapped("one two three", text_width("one two", 10), 10) == ["one two", "three"]


def test_a_word_wider_than_the_box_is_cut() -> None:
    lines = wrapped("x" * 50, 60, 10)

    assert len(lines) > 1
    assert "".join(lines) == "x" * 50


def test_each_paragraph_begins_a_line() -> None:
    assert wrapped("a\n\nb", 100, 10) == ["a", "", "b"]
    assert text_height("a\n\nb", 100, 10) == pytest.approx(3 * line_height("a\n\nb", 10))


def test_a_short_text_counts_as_one_word() -> None:
    assert longest_word("覆盖率", 10) == pytest.approx(text_width("覆盖率", 10))
    assert longest_word("not published", 10) == pytest.approx(text_width("published", 10))


@given(TEXTS, st.floats(5, 500))
def test_broken_lines_together_are_the_text(text: str, width: float) -> None:
    assert "".join(broken(text, width, 10)) == text


@given(TEXTS, st.floats(20, 500))
def test_no_line_is_wider_than_the_box(text: str, width: float) -> None:
    lines = wrapped(text, width, 10)

    assert all(text_width(line, 10) <= width + 1e-6 or len(line) <= 5 for line in lines)
