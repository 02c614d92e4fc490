"""One page of evidence as rows; a click on one opens it."""

from collections.abc import Sequence
from typing import Any, Final

import streamlit as st

from assessment.catalogue import text
from assessment.evidence import expired
from assessment.ratings import Evidence
from assessment.ui.components.evidence_view import EvidenceView, open_item, size_of, title_of
from assessment.ui.components.palette import palette
from assessment.ui.components.tables import count_pick, fresh_key

_KEY: Final = "evidence-rows"
_WIDTHS: Final[dict[str, int]] = {
    "item": 275,
    "rests": 190,
    "source": 145,
    "date": 92,
    "expires": 148,
    "grade": 92,
    "kind": 92,
    "file": 170,
}


def item_table(found: EvidenceView, page: Sequence[Evidence]) -> None:
    """Draw the rows; columns in which none has anything are left out."""
    import pandas as pd

    rows = [_row(found, item) for item in page]
    columns = [name for name in _WIDTHS if any(row[name] for row in rows)]
    frame = pd.DataFrame(rows, columns=columns, dtype=str)
    colours = palette(st.context.theme.type)
    late = [expired(item, found.today) for item in page]

    strong = [f"color: {colours.ink}; font-weight: 700;" if gone else "" for gone in late]
    shown: Any = frame.style.apply(lambda _: strong, subset=["expires"]) if any(late) else frame
    st.dataframe(
        shown,
        hide_index=True,
        height="content",
        column_config={
            name: st.column_config.TextColumn(
                text(f"evidence.column.{name}", found.lang), width=_WIDTHS[name]
            )
            for name in columns
        },
        key=fresh_key(_KEY),
        on_select=_opener(page),
        selection_mode="single-cell",
        alt=text("shell.page.evidence", found.lang),
    )


def _opener(page: Sequence[Evidence]) -> Any:  # noqa: ANN401 - a callback of streamlit's
    def picked() -> None:
        cells = st.session_state[fresh_key(_KEY)]["selection"]["cells"]
        if cells and cells[0][0] < len(page):
            count_pick(_KEY)
            open_item(page[cells[0][0]].id)

    return picked


def _row(found: EvidenceView, item: Evidence) -> dict[str, str]:
    lang = found.lang
    until = f"{item.expires:%Y-%m-%d}" if item.expires else ""
    if expired(item, found.today):
        until = text("evidence.expired", lang, day=until)
    return {
        "item": title_of(item, lang),
        "kind": text(f"evidence-kind.{item.kind}", lang),
        "source": item.cited(lang),
        "date": f"{item.date:%Y-%m-%d}" if item.date else "",
        "expires": until,
        "grade": text(f"grade.{item.grade}", lang),
        "file": f"{item.file.name} ({size_of(item.file)})" if item.file else "",
        "rests": _rests(found, item),
    }


def _rests(found: EvidenceView, item: Evidence) -> str:
    """How many ratings, and whose where it is one unit's."""
    links = found.records.supported(item.id)
    units = {link.unit for link in links}
    rests = found.rests(links)
    return " · ".join([rests, *map(found.unit_name, units)]) if len(units) == 1 else rests
