"""Tables of a report on the screen: tinted grids to choose from, plain ones to read, files to take away."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.report.shapes import Cell, ChartSpec, Column, Table
from assessment.ui.components.chart_frame import breadth
from assessment.ui.components.files import safe_name
from assessment.ui.components.palette import Palette, palette, tint
from assessment.ui.words import plain

if TYPE_CHECKING:
    import pandas as pd
    from pandas.io.formats.style import Styler

_NAME_SHARE, _NAME_WIDEST, _FIGURE_WIDTH, _WIDEST = 92, 264, 84, 150
"""Widths in pixels: one share of a column of words and its most, a column of figures at least and at most."""
_STEP_IN = "\u2003"
_MOST_ROWS, _TALLEST = 24, 820
"""Rows that are shown without scrolling inside the table; its height in pixels beyond."""


def grid(table: Table, key: str, on_pick: Callable[[str, str], None] | None = None) -> None:
    """A table to scan: levels tinted, every cell clickable where something stands behind its row.

    A click on a header sorts: columns of figures by the figures, though words stand in their cells.

    Args:
        table: what to show.
        key: unique on the page.
        on_pick: told the `row_ids` entry and the column's key of a cell that is clicked.
    """
    colours = palette(st.context.theme.type)
    by_value, missing = columns_by_value(table)
    options: dict[str, Any] = {
        "hide_index": True,
        "height": "content" if len(table.rows) <= _MOST_ROWS else _TALLEST,
        "column_config": {
            column.key: _configured(
                column, [row[place].shown for row in table.rows], first=place == 0, number=place in by_value
            )
            for place, column in enumerate(table.columns)
        },
        "alt": table.title,
        "placeholder": missing,
        "key": fresh_key(key),
    }
    if on_pick is not None and table.row_ids:
        options |= {"on_select": _picker(table, key, on_pick), "selection_mode": "single-cell"}
    st.dataframe(_tinted(_stepped_in(table), colours, _keys(table), by_value=by_value), **options)
    _footnotes(table)


def columns_by_value(table: Table) -> tuple[dict[int, dict[float, str]], str]:
    """The columns that a grid sorts by their figures, and the word for a missing one.

    Answers place of the column -> figure -> its words, and the word. Levels of one digit stay words, which
    sort the same; so does a column whose words say more than its figures: another reason why one is
    missing, a mark on one of two equal ones.
    """
    found: dict[int, dict[float, str]] = {}
    missing: str | None = None
    for place, column in enumerate(table.columns):
        cells = [row[place] for row in table.rows]
        there = [(cell.value, cell.shown) for cell in cells if cell.value is not None]
        absent = {cell.shown for cell in cells if cell.value is None}
        told = absent if missing is None else absent | {missing}
        if len(told) > 1 or len(set(there)) > len(dict(there)) or _sorts_as_words(column, dict(there)):
            continue
        found[place], missing = dict(there), next(iter(told), None)
    return found, missing or ""


def _sorts_as_words(column: Column, said: Mapping[float, str]) -> bool:
    one_digit = column.kind == "score" and all(0 <= value < 10 for value in said)  # noqa: PLR2004
    return column.kind == "text" or not said or one_digit


def without(table: Table, *keys: str) -> Table:
    """The table without some of its columns."""
    kept = [place for place, column in enumerate(table.columns) if column.key not in keys]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
    )


def first_rows(table: Table, most: int) -> Table:
    """The first rows of a table whose rows are many."""
    return replace(
        table, rows=table.rows[:most], row_ids=table.row_ids[:most], row_depths=table.row_depths[:most]
    )


def reading_table(table: Table, key: str) -> None:
    """A table to read: whole sentences over several lines, nothing cut."""
    with st.container(key=f"reading-{key}"):
        st.table(
            _tinted(table, palette(st.context.theme.type), _titles(table), plain),
            border="horizontal",
            hide_index=True,
            alt=table.title,
        )
    _footnotes(table)


def table_files(table: Table, lang: Lang, key: str) -> None:
    """Buttons that hand out the table as CSV and as an Excel sheet, made when clicked."""
    with st.container(horizontal=True):
        for kind, made, mime in (
            ("csv", _csv, "text/csv"),
            ("xlsx", _xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ):
            st.download_button(
                text(f"results.download.{kind}", lang),
                data=made(table),
                file_name=f"{safe_name(table.title)}.{kind}",
                mime=mime,
                key=f"{key}-{kind}",
                on_click="ignore",
                icon=":material/download:",
                type="tertiary",
            )


def figures(spec: ChartSpec, lang: Lang) -> Table:
    """A chart's figures as a table: categories down, series across."""
    columns = (
        Column("category", text("results.figures.category", lang), width=2.5),
        *(Column(f"series-{place}", series.name, "score") for place, series in enumerate(spec.series)),
    )

    def figures_at(place: int) -> list[tuple[str, float | None]]:
        return [(series.labels[place], list(series.values)[place]) for series in spec.series]

    rows = tuple(
        (
            Cell(category),
            *(Cell(label, value, "score") for label, value in figures_at(place)),
        )
        for place, category in enumerate(spec.categories)
    )
    return Table(f"{spec.id}.figures", spec.title, columns, rows, row_ids=spec.category_ids)


def _csv(table: Table) -> Callable[[], bytes]:
    def made() -> bytes:
        from exports.table_file import table_csv

        return table_csv(table)

    return made


def _xlsx(table: Table) -> Callable[[], bytes]:
    def made() -> bytes:
        from exports.table_file import table_xlsx

        return table_xlsx(table)

    return made


def fresh_key(key: str) -> str:
    """The widget's key, a new one after every pick, so that the same thing can be picked again."""
    return f"{key}-{st.session_state.get(f'{key}-picks', 0)}"


def count_pick(key: str) -> None:
    """Note that something was picked; `fresh_key` then answers a new key."""
    st.session_state[f"{key}-picks"] = st.session_state.get(f"{key}-picks", 0) + 1


def _stepped_in(table: Table) -> Table:
    """The names in the first column stepped in by how deep they lie in the tree."""
    depths = table.row_depths or (0,) * len(table.rows)
    rows = tuple(
        (replace(row[0], text=_STEP_IN * depth + row[0].text), *row[1:])
        for row, depth in zip(table.rows, depths, strict=True)
    )
    return replace(table, rows=rows)


def _picker(table: Table, key: str, on_pick: Callable[[str, str], None]) -> Callable[[], None]:
    def picked() -> None:
        cells = st.session_state[fresh_key(key)]["selection"]["cells"]
        if cells and cells[0][0] < len(table.row_ids):
            row, column = cells[0]
            count_pick(key)
            on_pick(table.row_ids[row], column)

    return picked


def _configured(column: Column, shown: list[str], *, first: bool, number: bool) -> Any:  # noqa: ANN401 - streamlit's own type is not public
    words = column.kind == "text"
    figures = max(_FIGURE_WIDTH, *(_width_of(said) for said in (column.title, *shown)))
    width = min(_NAME_WIDEST, int(_NAME_SHARE * column.width)) if words else figures
    side: Literal["left", "right"] = "left" if words else "right"
    kind = st.column_config.NumberColumn if number else st.column_config.TextColumn
    return kind(column.title, width=width, alignment=side, pinned=first)


def _width_of(title: str) -> int:
    """Pixels that a header or a cell takes, up to a limit."""
    return min(_WIDEST, 26 + 8 * breadth(title))


def _keys(table: Table) -> list[str]:
    return [column.key for column in table.columns]


def _titles(table: Table) -> list[str]:
    """Headers, told apart where two columns have the same title."""
    seen: dict[str, int] = {}
    titles = []
    for column in table.columns:
        seen[column.title] = seen.get(column.title, 0) + 1
        titles.append(column.title + "\u200b" * (seen[column.title] - 1))
    return titles


def _tinted(
    table: Table,
    colours: Palette,
    headers: list[str],
    escape: Callable[[str], str] = str,
    by_value: Mapping[int, Mapping[float, str]] = MappingProxyType({}),
) -> "Styler":
    import pandas as pd

    titles = [escape(header) for header in headers]
    columns = {
        title: [row[place].value if place in by_value else escape(row[place].shown) for row in table.rows]
        for place, title in enumerate(titles)
    }
    shown = pd.DataFrame(columns)

    def styles(frame: "pd.DataFrame") -> "pd.DataFrame":
        css = [[_css(cell, colours) for cell in row] for row in table.rows]
        return pd.DataFrame(css, index=frame.index, columns=frame.columns, dtype=str)

    words: dict[Any, Any] = {titles[place]: partial(_said, said) for place, said in by_value.items()}
    return shown.style.apply(styles, axis=None).format(words)


def _said(said: Mapping[float, str], value: float) -> str:
    return said.get(value, "")


def _css(cell: Cell, colours: Palette) -> str:
    side = "" if cell.kind == "text" else "text-align: right;"
    if cell.level is None:
        missing = cell.kind != "text" and cell.value is None
        return f"{side}color: {colours.grey if missing else colours.ink};"
    background, ink = tint(colours, cell.level)
    return f"{side}background-color: {background}; color: {ink};"


def _footnotes(table: Table) -> None:
    for note in table.notes:
        st.caption(plain(note))
