"""File names that every system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.ui.components.files import safe_name


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("China Telecom 2003", "Shenzhen"), "China-Telecom-2003-Shenzhen"),
        (("中国电信 2003", "深圳电信"), "中国电信-2003-深圳电信"),
        (("../../etc/passwd",), "etc-passwd"),
        (("a:b*c?",), "a-b-c"),
        (("CON",), "gapline"),
        (("",), "gapline"),
    ],
)
def test_names_keep_letters_and_lose_what_systems_refuse(parts: tuple[str, ...], name: str) -> None:
    assert safe_name(*parts) == name


@given(st.lists(st.text(), max_size=4))
def test_no_text_makes_a_path(parts: list[str]) -> None:
    name = safe_name(*parts)
    assert name
    assert not set(name) & set('/\\:*?"<>|\n\r\t\0')
    assert name[0] not in ".-"
    assert len(name) <= 80
