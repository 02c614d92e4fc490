"""What every chart shares: type, colours, wrapped names."""

import textwrap
import unicodedata
from collections.abc import Sequence
from typing import Any, Final, cast

import altair as alt

from assessment.ui.components.palette import FONTS, Palette

Record = dict[str, Any]

PICK: Final = "pick"
"""Name of the selection that a click on a chart makes."""
NAME_WIDTH: Final = 28
"""Width of a category's name before it wraps, in Latin letters (a Chinese character is two)."""


def framed(layers: Sequence[alt.Chart], palette: Palette, **properties: object) -> alt.LayerChart:
    """The layers as one chart in the product's type and colours, with its size and other properties."""
    chart = cast("alt.LayerChart", alt.layer(*layers).properties(**properties))
    chart.config = alt.Config(
        font=FONTS,
        background=palette.background,
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            labelColor=palette.ink,
            labelFontSize=12,
            titleColor=palette.grey,
            titleFontSize=11,
            titleFontWeight="normal",
            gridColor=palette.hairline,
        ),
        legend=alt.LegendConfig(labelColor=palette.ink, labelFontSize=12, offset=6),
        title=alt.TitleConfig(
            color=palette.ink, anchor="start", fontSize=15, subtitleColor=palette.grey, offset=10
        ),
    )
    return chart


def drawing(records: Sequence[Record]) -> alt.Chart:
    """A layer to be marked, over plain records (so that no data frame is needed)."""
    return alt.Chart(alt.InlineData(values=list(records)))


def wrapped(name: str, width: int) -> str:
    """The name over several lines, parted at spaces, or between characters where it is Chinese."""
    if _breadth(name) <= width:
        return name
    if _breadth(name) > len(name):
        return "\n".join(_chinese_lines(name, width))
    return "\n".join(textwrap.wrap(name, width, break_long_words=False))


def _breadth(name: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in name)


def _chinese_lines(name: str, width: int) -> list[str]:
    """Lines of nearly equal length, so that no single character is left over."""
    count = -(-_breadth(name) // width)
    each = -(-len(name) // count)
    return [name[start : start + each] for start in range(0, len(name), each)]
