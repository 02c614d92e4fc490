"""Charts as files: PNG and SVG, drawn without a browser."""

from functools import cache
from importlib.util import find_spec
from io import BytesIO, StringIO
from typing import Final, Literal

import altair as alt

from assessment.report.shapes import ChartSpec
from assessment.ui.components.bar_chart import RIGHT, bar_chart
from assessment.ui.components.chart_frame import wrapped
from assessment.ui.components.dots_chart import dots_chart
from assessment.ui.components.palette import LIGHT, Palette
from assessment.ui.components.parts_chart import parts_chart
from assessment.ui.components.radar_chart import radar_chart
from assessment.ui.components.slope_chart import slope_chart
from assessment.ui.components.track_chart import SIDE, track_chart

PictureKind = Literal["png", "svg"]

PICTURE_WIDTH: Final = 620
"""Of a bar chart's plot in pixels, without the names beside it."""
_TITLE_WIDTH: Final = 96, 56
_NOTE_WIDTH: Final = 130, 78
"""Letters in a line: of a wide chart, of a radar."""
_DRAWN: Final = {
    "dots": dots_chart,
    "spread": dots_chart,
    "slope": slope_chart,
    "parts": parts_chart,
    "track": track_chart,
}
_SAMPLE: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30">'
    '<text x="2" y="24" font-size="20" font-family="sans-serif">{text}</text></svg>'
)


def chart_of(spec: ChartSpec, palette: Palette, width: int | None = None) -> alt.LayerChart:
    """The chart of a `ChartSpec`, whatever its kind."""
    if spec.kind == "radar":
        return radar_chart(spec, palette)
    return _DRAWN.get(spec.kind, bar_chart)(spec, palette, width)


def _right(spec: ChartSpec) -> int:
    return {"radar": 16, "track": SIDE}.get(spec.kind, RIGHT)


def can_draw() -> bool:
    """Whether the library that draws pictures is installed."""
    return find_spec("vl_convert") is not None


@cache
def can_draw_chinese() -> bool:
    """Whether a font with Chinese characters is installed; without one pictures lack them."""
    import vl_convert

    return bool(
        vl_convert.svg_to_png(_SAMPLE.format(text="中文")) != vl_convert.svg_to_png(_SAMPLE.format(text=""))
    )


def picture(spec: ChartSpec, kind: PictureKind, source: str = "") -> bytes:
    """The chart with its title, footnotes and source line, on white, for documents.

    Args:
        spec: what to draw.
        kind: PNG at twice the pixels, or SVG.
        source: where the figures are from.
    """
    chart = chart_of(spec, LIGHT, PICTURE_WIDTH)
    title = wrapped(spec.title, _TITLE_WIDTH[spec.kind == "radar"]).split("\n")
    under = [
        line
        for note in (*spec.notes, source)
        if note
        for line in wrapped(note, _NOTE_WIDTH[spec.kind == "radar"]).split("\n")
    ]
    chart.title = alt.TitleParams(text=title, subtitle=under) if under else alt.TitleParams(text=title)
    if spec.kind != "slope":
        chart.padding = {"left": 16, "top": 16, "bottom": 12, "right": _right(spec)}
    if kind == "svg":
        text = StringIO()
        chart.save(text, format="svg")
        return text.getvalue().encode()
    image = BytesIO()
    chart.save(image, format="png", scale_factor=2)
    return image.getvalue()
