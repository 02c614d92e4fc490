"""A chart of a kind of its own on the screen, with its words, its figures and its pictures."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any, Final

import altair as alt
import streamlit as st

from assessment.catalogue import Lang, text
from assessment.report.shapes import Table
from assessment.ui.components.chart_frame import PICK, wrapped
from assessment.ui.components.files import safe_name
from assessment.ui.components.palette import LIGHT, Palette, palette
from assessment.ui.components.pictures import PictureKind, can_draw, can_draw_chinese
from assessment.ui.components.table_row import table_row
from assessment.ui.components.tables import count_pick, fresh_key
from assessment.ui.components.vega import vega
from assessment.ui.words import plain

_PLOT: Final = 720
_TITLE_WIDTH, _NOTE_WIDTH = 100, 140
_MIME: Final[dict[PictureKind, str]] = {"png": "image/png", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart and everything that goes with it.

    Attributes:
        id: unique on the page.
        title: says what is drawn.
        described: the same for people who cannot see it, with the main figures.
        draw: the chart in these colours, with a plot of this many pixels, None to fill its place; its rows
            may select an id under the name `PICK`.
        figures: makes the table behind it.
        notes: how to read it.
        written: the same as `draw` as Vega-Lite, for the screen, where altair would take too long.
        file: what the pictures are called; else the title.
    """

    id: str
    title: str
    described: str
    draw: Callable[[Palette, int | None], alt.LayerChart]
    figures: Callable[[], Table]
    notes: tuple[str, ...] = ()
    written: Callable[[Palette], dict[str, Any]] | None = None
    file: str = ""


def show_drawn(
    chart: DrawnChart, lang: Lang, source: str = "", on_pick: Callable[[str], None] | None = None
) -> None:
    """Draw the chart, how to read it, and under it a fold with its downloads.

    Args:
        chart: what to draw.
        lang: the reader's language.
        source: where the figures are from, for the downloaded picture.
        on_pick: told the id of the row that is clicked.
    """
    st.markdown(f"**{plain(chart.title)}**")
    key = f"chart-{chart.id}"
    options: dict[str, Any] = {
        "theme": None,
        "alt": chart.described,
        "key": fresh_key(key),
        "width": "stretch",
    }
    if on_pick is not None:
        options |= {"on_select": _picker(key, on_pick), "selection_mode": PICK}
    colours = palette(st.context.theme.type)
    spec = chart.written(colours) if chart.written else vega(lambda: chart.draw(colours, None))
    st.vega_lite_chart(spec, **options)
    for note in chart.notes:
        st.caption(plain(note))
    with st.expander(text("results.figures", lang), icon=":material/download:"):
        table_row(chart.title, chart.figures, lang, f"figures-{chart.id}")
        picture_files(chart, lang, source)


def drawn_picture(chart: DrawnChart, kind: PictureKind, source: str = "") -> bytes:
    """The chart with its title, how to read it and where the figures are from, on white, for documents."""
    drawn = chart.draw(LIGHT, _PLOT)
    title = wrapped(chart.title, _TITLE_WIDTH).split("\n")
    under = [
        line for note in (*chart.notes, source) if note for line in wrapped(note, _NOTE_WIDTH).split("\n")
    ]
    drawn.title = alt.TitleParams(text=title, subtitle=under) if under else alt.TitleParams(text=title)
    drawn.padding = {"left": 16, "top": 16, "bottom": 12, "right": 16}
    if kind == "svg":
        words = StringIO()
        drawn.save(words, format="svg")
        return words.getvalue().encode()
    image = BytesIO()
    drawn.save(image, format="png", scale_factor=2)
    return image.getvalue()


def picture_files(chart: DrawnChart, lang: Lang, source: str) -> None:
    """Buttons that hand out the chart's pictures, made when clicked."""
    if not can_draw():
        st.caption(text("results.no-pictures", lang))
        return
    with st.container(horizontal=True):
        for kind in _MIME:
            st.download_button(
                text(f"results.download.{kind}", lang),
                data=_made(chart, kind, source),
                file_name=f"{safe_name(chart.file or chart.title)}.{kind}",
                mime=_MIME[kind],
                key=f"picture-{chart.id}-{kind}",
                on_click="ignore",
                icon=":material/image:",
                type="tertiary",
            )
    if lang == "zh" and not can_draw_chinese():
        st.caption(text("results.no-chinese-font", lang))


def _made(chart: DrawnChart, kind: PictureKind, source: str) -> Callable[[], bytes]:
    return lambda: drawn_picture(chart, kind, source)


def _picker(key: str, on_pick: Callable[[str], None]) -> Callable[[], None]:
    def picked() -> None:
        chosen = st.session_state[fresh_key(key)]["selection"].get(PICK) or []
        if chosen:
            count_pick(key)
            on_pick(chosen[0]["id"])

    return picked
