"""Names of files: letters of any script stay, systems take them, no two are alike."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.file_names import file_stem, unlike


def test_names_keep_their_letters_spaces_and_script() -> None:
    assert file_stem("深圳电信") == "深圳电信"
    assert file_stem("Côte d’Azur (South) No. 2") == "Côte d’Azur (South) No. 2"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("a/b\\c:d", "a-b-c-d"),
        ("../../etc/passwd", "etc-passwd"),
        ('what? *now* <x>|"y"', "what- -now- -x-y"),
        ("line\nbreak\tand\u202egnp", "linebreakandgnp"),
        (" . ends. ", "ends"),
        ("...", "deck"),
        ("", "deck"),
    ],
)
def test_what_a_system_refuses_goes(name: str, stem: str) -> None:
    assert file_stem(name) == stem


@pytest.mark.parametrize("name", ["CON", "nul", "Lpt1", "com9.2026", "aux .x"])
def test_names_that_windows_keeps_for_itself_are_told_apart(name: str) -> None:
    assert file_stem(name) == f"{name}_"


def test_a_long_name_is_cut_between_characters() -> None:
    assert file_stem("深" * 300) == "深" * 53  # 160 bytes hold 53 of three each
    assert file_stem("x" * 300) == "x" * 80


def test_two_units_of_one_name_are_told_apart_by_their_ids() -> None:
    named = [("Central", "north-1"), ("South", "south"), ("central", "west-1")]

    assert unlike(named) == ["Central (north-1)", "South", "central (west-1)"]


def test_what_tells_them_apart_never_meets_another_name() -> None:
    named = [("A", "x"), ("A", "x"), ("A (x)", "y")]

    found = unlike(named)

    assert found[2] == "A (x)"
    assert len({name.casefold() for name in found}) == len(named)


@given(st.lists(st.tuples(st.text(max_size=200), st.text(max_size=50)), max_size=12))
def test_stems_are_safe_and_unlike_whatever_units_are_called(named: list[tuple[str, str]]) -> None:
    found = unlike(named)

    assert len({unicodedata.normalize("NFKC", one).casefold() for one in found}) == len(named)
    assert all(one and not set(one) & set('<>:"/\\|?*\0\n') for one in found)
    assert all(one == one.strip(" .") and len(one.encode()) < 200 for one in found)
