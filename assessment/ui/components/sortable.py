"""A table of figures that sorts by their values: many rows, clickable, quick."""

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from assessment.report.shapes import Cell, CellKind, Column, Table
from assessment.ui.components.chart_frame import breadth
from assessment.ui.components.tables import count_pick, fresh_key
from assessment.ui.words import plain

_FORMATS: Final[dict[CellKind, str]] = {
    "score": "%.2f",
    "difference": "%+.2f",
    "percent": "%.0f %%",
    "count": "%d",
}
_NAME_WIDTH, _FIGURE_WIDTH, _LETTER, _WIDEST = 210, 70, 8, 190
_ROW, _MOST_ROWS = 35, 18


def sortable(table: Table, key: str, on_pick: Callable[[str, str], None] | None = None) -> None:
    """Draw the table; a click on a header sorts by the figures themselves, a missing figure stays empty.

    Args:
        table: what to show; text columns show words, all others their values.
        key: unique on the page.
        on_pick: told the `row_ids` entry and the column's key of a cell that is clicked.
    """
    import pandas as pd

    frame = pd.DataFrame(
        {
            column.key: [_value(row[place], column.kind) for row in table.rows]
            for place, column in enumerate(table.columns)
        }
    )
    options: dict[str, Any] = {
        "hide_index": True,
        "height": _ROW * (min(len(table.rows), _MOST_ROWS) + 1) + 3,
        "column_config": {
            column.key: _configured(column, first=place == 0) for place, column in enumerate(table.columns)
        },
        "alt": table.title,
        "placeholder": "–",
        "key": fresh_key(key),
    }
    if on_pick is not None and table.row_ids:
        options |= {"on_select": _picker(table, key, on_pick), "selection_mode": "single-cell"}
    st.dataframe(frame, **options)
    for note in table.notes:
        st.caption(plain(note))


def _value(cell: Cell, kind: CellKind) -> str | float | None:
    if kind == "text":
        return cell.shown
    if cell.value is None:
        return None
    return cell.value * 100 if kind == "percent" else cell.value


def _configured(column: Column, *, first: bool) -> Any:  # noqa: ANN401 - streamlit's own type is not public
    if column.kind == "text":
        width = _NAME_WIDTH if first else min(_WIDEST, int(_NAME_WIDTH * column.width / 2))
        return st.column_config.TextColumn(column.title, width=width, pinned=first)
    width = min(_WIDEST, max(_FIGURE_WIDTH, 26 + _LETTER * breadth(column.title)))
    return st.column_config.NumberColumn(
        column.title, width=width, format=_FORMATS[column.kind], pinned=first
    )


def _picker(table: Table, key: str, on_pick: Callable[[str, str], None]) -> Callable[[], None]:
    def picked() -> None:
        cells = st.session_state[fresh_key(key)]["selection"]["cells"]
        if cells and cells[0][0] < len(table.row_ids):
            row, column = cells[0]
            count_pick(key)
            on_pick(table.row_ids[row], column)

    return picked
