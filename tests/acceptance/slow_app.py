"""The app with a store that takes its time: GAPLINE_TEST_DELAY_MS milliseconds for every rating."""

import os
import time

from assessment.edges.store import SqliteStore
from assessment.ratings import Rating
from assessment.ui.shell import run

DELAY = float(os.environ.get("GAPLINE_TEST_DELAY_MS", "300")) / 1000
at_once = getattr(SqliteStore.save_rating, "at_once", SqliteStore.save_rating)


def slowly(store: SqliteStore, engagement: str, rating: Rating, seen_revision: int | None = None) -> Rating:
    time.sleep(DELAY)
    return at_once(store, engagement, rating, seen_revision)


slowly.at_once = at_once  # type: ignore[attr-defined]
SqliteStore.save_rating = slowly  # type: ignore[method-assign,assignment]
run()
