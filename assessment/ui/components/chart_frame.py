"""What every chart shares: type, colours, wrapped names."""

import textwrap
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, cast

import altair as alt

from assessment.report.shapes import Series
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


def layer(marked: alt.Chart, channels: Mapping[str, Any]) -> alt.Chart:
    """The marks with their channels (a name for what altair's own types lose)."""
    return marked.encode(**channels)


def legend_layer(series: Sequence[Series], symbol: Callable[[Series], str], palette: Palette) -> alt.Chart:
    """A layer that draws nothing but the legend of the series."""
    names = [one.name for one in series]
    colours = [palette.roles[one.role] for one in series]
    legend = alt.Legend(title=None, orient="top", labelLimit=0, symbolSize=90, symbolOpacity=1)
    shapes = alt.Scale(domain=names, range=[symbol(one) for one in series])
    mark = drawing([{"series": name} for name in names]).mark_point(opacity=0, filled=True)
    return layer(
        mark,
        {
            "fill": alt.Fill("series:N", scale=alt.Scale(domain=names, range=colours), legend=legend),
            "shape": alt.Shape("series:N", scale=shapes, legend=legend),
        },
    )


def wrapped(name: str, width: int) -> str:
    """The name over several lines, parted at spaces, or between characters where it is Chinese."""
    if breadth(name) <= width:
        return name
    if breadth(name) > len(name):
        return "\n".join(_chinese_lines(name, width))
    return "\n".join(textwrap.wrap(name, width, break_long_words=False))


def breadth(name: str) -> int:
    """How wide a name is in Latin letters; a Chinese character counts as two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in name)


def _chinese_lines(name: str, width: int) -> list[str]:
    """Lines of nearly equal length, so that no single character is left over."""
    count = -(-breadth(name) // width)
    each = -(-len(name) // count)
    return [name[start : start + each] for start in range(0, len(name), each)]
