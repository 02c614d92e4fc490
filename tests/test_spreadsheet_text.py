import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.spreadsheet_text import guarded, unguarded


@given(st.text(alphabet="'=+-@ab \t", max_size=8))
def test_what_is_guarded_reads_back_to_the_same_and_is_no_formula(words: str) -> None:
    assert unguarded(guarded(words)) == words
    assert not guarded(words).startswith(("=", "+", "-", "@", "\t"))


@pytest.mark.parametrize("words", ["plain", "'quoted'", "3 - 2", ""])
def test_ordinary_words_stay_as_they_are(words: str) -> None:
    assert guarded(words) == unguarded(words) == words


def test_a_formula_that_somebody_typed_in_a_file_stays_what_it_is() -> None:
    assert unguarded("=1+1") == "=1+1"
