"""Where the store's file lies unless told otherwise; one place for the command line and the app."""

import os
from pathlib import Path
from typing import Final

STORE_VARIABLE: Final = "GAPLINE_STORE"
"""The environment variable that names another file."""
DEFAULT_STORE: Final = "gapline.sqlite3"


def store_path() -> str:
    """The file that engagements are kept in."""
    return os.environ.get(STORE_VARIABLE, DEFAULT_STORE)


def own_rubrics(store: str | Path) -> Path:
    """The folder of the rubrics published beside a store, whatever link leads to it; may be missing."""
    path = Path(store).resolve()
    return path.with_name(f"{path.name}.rubrics")
