"""One hand for screen, slide and sheet: colours, type, number formats."""

import math
from typing import Final

from assessment.report.shapes import Role

INK: Final = "#1B2A33"
GREY: Final = "#7A8790"
QUIET: Final = "#5C6971"
"""Small words on a screen: a grey that is dark enough to read."""
HAIRLINE: Final = "#D9DEE2"
WHITE: Final = "#FFFFFF"
ACCENT: Final = "#0B6E75"
SECOND: Final = "#C2571A"
LEVELS: Final = ("#F1F6F6", "#D3E6E6", "#A6CFD0", "#6FB1B4", "#398F94", "#0B6E75")
"""Level 0 to the top, one hue, light to dark."""
BELOW: Final = ("#A6400F", "#D98B5F", "#F3E3D8")
"""Far below the reference to just below it."""
ABOVE: Final = ("#DCEBEC", "#7DB4C4", "#1F6C8C")
"""Just above the reference to far above it."""
URGENCY: Final = {"watch": "#C9D1D6", "plan": "#F2C84B", "soon": "#E58A2B", "now": "#B3261E"}
HOUSE: Final[dict[str, str]] = {
    **{f"level-{step}": colour for step, colour in enumerate(LEVELS)},
    **{f"gap-{step}": colour for step, colour in enumerate((WHITE, *reversed(BELOW)))},
    **URGENCY,
    "above": ABOVE[0],
}
"""A box of the capability map by the role of its colour; what has no figure stays white."""

ROLE_COLOURS: Final[dict[Role, str]] = {
    "unit": ACCENT,
    "second": SECOND,
    "peer": GREY,
    "best": INK,
    "target": SECOND,
    "last": GREY,
    "published": GREY,
    "computed": ACCENT,
}

DARK: Final = {
    "background": "#11191E",
    "panel": "#1A252C",
    "ink": "#E6ECEF",
    "grey": "#96A3AB",
    "hairline": "#33414A",
    "accent": "#4DB6BC",
    "second": "#E88A4F",
}
"""The same roles on a dark screen."""
DARK_ROLE_COLOURS: Final[dict[Role, str]] = {
    "unit": DARK["accent"],
    "second": DARK["second"],
    "peer": DARK["grey"],
    "best": DARK["ink"],
    "target": DARK["second"],
    "last": DARK["grey"],
    "published": DARK["grey"],
    "computed": DARK["accent"],
}

OTHERS: Final = ("#5B4A8A", "#B08900", "#1F6C8C", "#8A3B5F", "#5C6971", "#7DB4C4", "#D98B5F")
"""A third unit and more side by side, each with a symbol of its own as well."""
DARK_OTHERS: Final = ("#A99BDB", "#E3C24A", "#6FB3D6", "#D889AD", "#A8B4BB", "#A9D3DF", "#E9B594")

LATIN_FONT: Final = "Arial"
CHINESE_FONT: Final = "Microsoft YaHei"

SLIDE_INCHES: Final = (13.333, 7.5)
MARGIN_INCHES: Final = 0.5
TITLE_PT: Final = 24
BODY_PT: Final = 14
LABEL_PT: Final = 12
SMALLEST_PT: Final = 10

NUMBER_FORMATS: Final = {
    "score": "0.00",
    "difference": "+0.00;-0.00;0.00",
    "percent": "0%",
    "count": "0",
    "text": "@",
}
"""Spreadsheet formats by `Cell.kind`."""


def level_colour(level: float) -> str:
    """The tint of a score; `level` is its position on the scale, 0..1."""
    return LEVELS[level_step(level)]


def level_step(level: float) -> int:
    """Which of the tints a level of 0..1 has; one in the middle between two has the higher one's."""
    last = len(LEVELS) - 1
    return min(last, max(0, math.floor(level * last + 0.5 + 1e-9)))


def on_colour(background: str) -> str:
    """Ink or white, whichever reads better on the background."""
    red, green, blue = (int(background[k : k + 2], 16) for k in (1, 3, 5))
    return WHITE if 0.299 * red + 0.587 * green + 0.114 * blue < 140 else INK  # noqa: PLR2004 - mid-grey
