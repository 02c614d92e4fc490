"""A chart on the screen, with its words for those who cannot see it, its figures and its pictures."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.report.shapes import ChartSpec
from assessment.ui.components.chart_frame import PICK
from assessment.ui.components.files import safe_name
from assessment.ui.components.palette import palette
from assessment.ui.components.pictures import (
    PictureKind,
    can_draw,
    can_draw_chinese,
    chart_of,
    picture,
)
from assessment.ui.components.tables import count_pick, figures, fresh_key, grid, table_files
from assessment.ui.components.vega import vega
from assessment.ui.words import plain

_MIME: dict[PictureKind, str] = {"png": "image/png", "svg": "image/svg+xml"}


def show_chart(
    spec: ChartSpec,
    lang: Lang,
    source: str = "",
    on_pick: Callable[[str], None] | None = None,
    *,
    heading: bool = True,
) -> None:
    """Draw the chart, and under it a fold with its figures and downloads.

    Args:
        spec: what to draw.
        lang: the reader's language.
        source: where the figures are from, for the downloaded picture.
        on_pick: told the `category_ids` entry that is clicked; bars and tracks only.
        heading: whether the title stands above; not where a neighbour has the same one.
    """
    if heading:
        st.markdown(f"**{plain(spec.title)}**")
    options: dict[str, Any] = {"theme": None, "alt": spec.alt, "key": fresh_key(f"chart-{spec.id}")}
    options["width"] = "content" if spec.kind in {"radar", "slope"} else "stretch"
    if on_pick is not None and spec.kind in {"bar", "track"}:
        options |= {"on_select": _picker(f"chart-{spec.id}", on_pick), "selection_mode": PICK}
    theme = st.context.theme.type
    st.vega_lite_chart(vega(lambda: chart_of(spec, palette(theme)), spec, theme), **options)
    fold = st.expander(
        text("results.figures", lang), icon=":material/table:", key=f"fold-{spec.id}", on_change="rerun"
    )
    if fold.open:  # four tables that nobody looks at take longer than the page
        with fold:
            _figures(spec, lang, source)


def _figures(spec: ChartSpec, lang: Lang, source: str) -> None:
    table = figures(spec, lang)
    grid(table, f"figures-{spec.id}")
    for note in spec.notes:
        st.caption(plain(note))
    table_files(table, lang, f"figures-{spec.id}")
    _picture_files(spec, lang, source)


def _picker(key: str, on_pick: Callable[[str], None]) -> Callable[[], None]:
    def picked() -> None:
        chosen = st.session_state[fresh_key(key)]["selection"].get(PICK) or []
        if chosen:
            count_pick(key)
            on_pick(chosen[0]["id"])

    return picked


def _picture_files(spec: ChartSpec, lang: Lang, source: str) -> None:
    if not can_draw():
        st.caption(text("results.no-pictures", lang))
        return
    kinds: tuple[PictureKind, ...] = ("png", "svg")
    with st.container(horizontal=True):
        for kind in kinds:
            st.download_button(
                text(f"results.download.{kind}", lang),
                data=_drawn(spec, kind, source),
                file_name=f"{safe_name(spec.title, 'radar' if spec.kind == 'radar' else '')}.{kind}",
                mime=_MIME[kind],
                key=f"picture-{spec.id}-{kind}",
                on_click="ignore",
                icon=":material/image:",
                type="tertiary",
            )
    if lang == "zh" and not can_draw_chinese():
        st.caption(text("results.no-chinese-font", lang))


def _drawn(spec: ChartSpec, kind: PictureKind, source: str) -> Callable[[], bytes]:
    return lambda: picture(spec, kind, source)
