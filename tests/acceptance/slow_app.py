"""The app with a store that takes its time: GAPLINE_TEST_DELAY_MS milliseconds for every save of ratings."""

import os
import time
from typing import Any

from assessment.edges.store import SqliteStore
from assessment.ui.shell import run

DELAY = float(os.environ.get("GAPLINE_TEST_DELAY_MS", "300")) / 1000


def slow_down(name: str) -> None:
    """Let a method of the store take longer; the script runs often in one process, but only once does it."""
    found = getattr(SqliteStore, name)
    at_once = getattr(found, "at_once", found)

    def slowly(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the method takes and answers
        time.sleep(DELAY)
        return at_once(*args, **named)

    slowly.at_once = at_once  # type: ignore[attr-defined]
    setattr(SqliteStore, name, slowly)


slow_down("save_rating")
slow_down("save_ratings")
run()
