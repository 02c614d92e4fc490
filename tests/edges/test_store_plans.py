"""How the SQLite store finds things: by index, so that a store of 300,000 ratings opens as one of 300."""

import re
from pathlib import Path

import pytest

from assessment.changes import ChangeFilter
from assessment.edges.store import open_store
from assessment.edges.store import statements as sql
from assessment.edges.store.looking_back import asked

OF_PLACE = sql.OF_UNIT + sql.OF_WAVE


def plan(file: Path, statement: str) -> list[str]:
    """What SQLite does for a statement, one step a line."""
    names = set(re.findall(r":(\w+)", statement))
    store = open_store(file)
    with store._connections.read() as db:
        rows = db.execute(f"EXPLAIN QUERY PLAN {statement}", dict.fromkeys(names, 1)).fetchall()
    store.close()
    return [row["detail"] for row in rows]


@pytest.mark.parametrize(
    "statement",
    [
        sql.RATINGS + OF_PLACE + sql.RATINGS_ORDER,
        sql.CURRENT_RATING,
        sql.HISTORY,
        sql.PLACE_CLOSED,
        sql.NOT_IN_WAVE,
    ],
)
def test_opening_and_saving_read_only_the_interviews_own_ratings(tmp_path: Path, statement: str) -> None:
    steps = plan(tmp_path / "store.sqlite3", statement)
    assert any(step.startswith("SEARCH") for step in steps)
    assert not [step for step in steps if step.startswith("SCAN") or "TEMP B-TREE" in step]


def test_the_interviews_own_ratings_are_narrowed_to_unit_and_wave(tmp_path: Path) -> None:
    (outer, *_) = plan(tmp_path / "store.sqlite3", sql.RATINGS + OF_PLACE + sql.RATINGS_ORDER)
    assert "engagement=? AND unit=? AND wave=?" in outer


def test_changes_are_found_by_their_count(tmp_path: Path) -> None:
    steps = plan(tmp_path / "store.sqlite3", sql.CHANGED_RATINGS)
    assert "rating_by_change (engagement=? AND change_count>?)" in steps[0]
    assert not [step for step in steps if step.startswith("SCAN")]


def test_a_units_past_changes_are_found_by_the_unit_and_all_changes_by_their_count(tmp_path: Path) -> None:
    mark = (1, "", "", "", "", "", 1)
    of_unit, _ = asked("x", ChangeFilter(unit="x", wave="x"), mark)
    of_all, _ = asked("x", ChangeFilter(wave="x"), mark)
    (by_unit, *_), (by_count, *_) = (plan(tmp_path / "store.sqlite3", one) for one in (of_unit, of_all))
    assert "engagement=? AND unit=? AND wave=?" in by_unit
    assert "rating_by_change (engagement=? AND change_count<?)" in by_count


@pytest.mark.parametrize(
    "statement",
    [sql.EVIDENCE_LINKS + OF_PLACE + sql.EVIDENCE_LINKS_ORDER, sql.EVIDENCE, sql.SIGN_OFFS + OF_PLACE],
)
def test_what_stands_beside_the_ratings_is_searched_too(tmp_path: Path, statement: str) -> None:
    assert not [step for step in plan(tmp_path / "store.sqlite3", statement) if step.startswith("SCAN")]
