"""What comparing starts from is worked out once per change of the store, for all pages and all sessions."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment import comparing
from assessment.edges.store import SqliteStore
from assessment.scoring import Scorer

Open = Callable[..., AppTest]
ENGAGEMENT, SHENZHEN = "china-telecom-2003", "shenzhen-telecom"
PAGES = ("heatmap", "ranking", "compare", "agreement", "benchmark")
READ, SCORED = "read_wave", "matrix"


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often a whole wave was read, and how often the scores of many units were worked out."""
    found: Counter[str] = Counter()

    def counted(holder: object, name: str) -> None:
        real = getattr(holder, name)

        def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - stands for any function
            found[name] += 1
            return real(*given, **named)

        monkeypatch.setattr(holder, name, call)

    counted(comparing, READ)
    counted(Scorer, SCORED)
    return found


def look_at(open_app: Open, *pages: str) -> None:
    """At each page, in a session of its own."""
    for page in pages:
        assert not open_app(page, unit=SHENZHEN).exception


@pytest.mark.usefixtures("store")
def test_a_wave_is_read_once_for_all_pages(open_app: Open, done: Counter[str]) -> None:
    look_at(open_app, *PAGES)
    assert done[READ] == 1


@pytest.mark.usefixtures("store")
def test_nobody_who_looks_later_waits_for_scores(open_app: Open, done: Counter[str]) -> None:
    look_at(open_app, "heatmap", "ranking")
    first = done[SCORED]
    assert first > 0
    look_at(open_app, "heatmap", "ranking", "heatmap")
    assert done[SCORED] == first


def test_a_rating_makes_scores_anew_once_and_reads_no_whole_wave(
    open_app: Open, store: SqliteStore, done: Counter[str]
) -> None:
    look_at(open_app, "heatmap")
    first = done[SCORED]
    given = store.ratings(ENGAGEMENT, SHENZHEN, "2003")[0]
    store.save_rating(ENGAGEMENT, given.model_copy(update={"note": "Looked at again."}))
    look_at(open_app, "heatmap")
    second = done[SCORED]
    look_at(open_app, "heatmap")
    assert second > first
    assert done == {READ: 1, SCORED: second}
