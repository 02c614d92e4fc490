"""The row under a table that hands it out: as CSV and as an Excel sheet, made when clicked."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.report.shapes import Table
from assessment.ui.components.files import safe_name

_MEDIA: Final = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def table_row(title: str, make: Callable[[], Table], lang: Lang, key: str, *name: str) -> None:
    """Buttons that hand out a table.

    Args:
        title: of the table; names the files.
        make: makes the table with all its rows, also those that a filter hides no longer; called only when
            somebody clicks.
        lang: the reader's language.
        key: unique on the page.
        *name: what else names the files, such as the wave.
    """
    with st.container(horizontal=True, key=f"{key}-row"):
        for kind, media in _MEDIA.items():
            st.download_button(
                text(f"results.download.{kind}", lang),
                data=_file(make, kind),
                file_name=f"{safe_name(title, *name)}.{kind}",
                mime=media,
                key=f"{key}-{kind}",
                on_click="ignore",
                icon=":material/download:",
                type="tertiary",
            )


def _file(make: Callable[[], Table], kind: str) -> Callable[[], bytes]:
    def made() -> bytes:
        from exports.table_file import table_csv, table_xlsx

        return table_csv(make()) if kind == "csv" else table_xlsx(make())

    return made
