"""The screen's colours are those of slide and sheet."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from exports import style

Theme = dict[str, dict[str, Any]]
CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"


@pytest.fixture(scope="module")
def theme() -> Theme:
    found: Theme = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]
    return found


def test_the_light_theme_is_the_style_of_the_deck(theme: Theme) -> None:
    assert theme["light"] == {
        "primaryColor": style.ACCENT,
        "backgroundColor": style.WHITE,
        "secondaryBackgroundColor": style.LEVELS[0],
        "textColor": style.INK,
        "borderColor": style.HAIRLINE,
        "linkColor": style.ACCENT,
        "grayTextColor": style.QUIET,
    }


def test_the_dark_theme_plays_the_same_roles(theme: Theme) -> None:
    assert theme["dark"] == {
        "primaryColor": style.DARK["accent"],
        "backgroundColor": style.DARK["background"],
        "secondaryBackgroundColor": style.DARK["panel"],
        "textColor": style.DARK["ink"],
        "borderColor": style.DARK["hairline"],
        "linkColor": style.DARK["accent"],
        "grayTextColor": style.DARK["grey"],
    }


def test_the_app_serves_this_machine_only_and_reports_to_nobody() -> None:
    config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    assert config["server"]["address"] == "127.0.0.1"
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"] == {
        "toolbarMode": "minimal",
        "showErrorDetails": "none",
        "showErrorLinks": "false",
    }


def _contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("words", "ground"),
    [
        (style.INK, style.WHITE),
        (style.QUIET, style.WHITE),
        (style.QUIET, style.LEVELS[0]),
        (style.WHITE, style.ACCENT),
        (style.DARK["ink"], style.DARK["background"]),
        (style.DARK["grey"], style.DARK["panel"]),
        (style.DARK["background"], style.DARK["accent"]),
        (style.DARK["accent"], style.DARK["panel"]),
    ],
)
def test_words_can_be_read_on_their_ground(words: str, ground: str) -> None:
    assert _contrast(words, ground) >= 4.5


def test_a_half_point_has_the_colour_of_the_level_above_it_at_every_step() -> None:
    """Rounding to even gave 0.5 the colour of 0, but 1.5 that of 2."""
    halves = [style.level_step(level / 5) for level in (0, 0.4, 0.5, 1, 1.5, 2.5, 3.5, 4.5, 5)]
    assert halves == [0, 0, 1, 1, 2, 3, 4, 5, 5]
    assert style.level_colour(0.5 / 5) == style.level_colour(1 / 5)
    assert style.level_step(1.4999999999 / 5) == 2
