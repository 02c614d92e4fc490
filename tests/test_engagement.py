"""People are known by their names, however these are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.engagement import Person, person_called, tidy_name

LI = Person(id="Li Wei", name="Li Wei", name_zh="李伟")
RENE = Person(id="rene", name="Ren\u00e9")


@pytest.mark.parametrize(
    "typed",
    [
        "Li Wei",
        "Li\u00a0Wei",
        " li  wei ",
        "\uff2c\uff49\u3000\uff37\uff45\uff49",
        "Li\u200b Wei",
        "\u202eLi Wei",
        "李伟",
    ],
)
def test_nobody_becomes_a_second_rater_by_typing_in_another_way(typed: str) -> None:
    assert person_called([RENE, LI], typed) is LI


def test_letters_with_loose_accents_are_the_same_letters() -> None:
    assert person_called([RENE, LI], "Rene\u0301") is RENE
    assert tidy_name("Rene\u0301") == RENE.name


def test_an_exact_name_comes_before_one_that_is_only_alike() -> None:
    lower = Person(id="li wei", name="li wei")
    assert person_called([LI, lower], "li wei") is lower
    assert person_called([LI, lower], "Li Wei") is LI


def test_nobody_is_called_nothing_and_a_stranger_is_nobody() -> None:
    assert person_called([LI, Person(id="x", name="X")], "") is None
    assert person_called([LI], "Wei Li") is None
    assert person_called([], "Li Wei") is None


@given(st.text())
def test_a_tidy_name_stays_as_it_is(name: str) -> None:
    assert tidy_name(tidy_name(name)) == tidy_name(name)
