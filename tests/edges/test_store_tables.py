"""The tables of the store: a column for every field, and what was there before."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import BaseModel

from assessment.benchmark import Benchmark, Operator, OutsideNode, PublishedFinding, PublishedScore
from assessment.edges.store import open_store
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.ratings import Evidence, EvidenceLink, Finding, Rating, SignOff, Target


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite3"


OTHER_NAMES = {"by": "set_by", "file": "file_sha256"}
"""Columns that cannot be called as their field."""


@pytest.mark.parametrize(
    ("model", "table"),
    [
        (Engagement, "engagement"),
        (Unit, "unit"),
        (Wave, "wave"),
        (Person, "person"),
        (Rating, "rating"),
        (Rating, "current_rating"),
        (Evidence, "evidence"),
        (EvidenceLink, "evidence_link"),
        (Finding, "finding"),
        (Finding, "current_finding"),
        (SignOff, "sign_off"),
        (Target, "current_target"),
        (Operator, "published_operator"),
        (OutsideNode, "published_outside_node"),
        (PublishedScore, "published_score"),
        (PublishedFinding, "published_finding"),
    ],
)
def test_every_field_has_a_column_of_its_name(file: Path, model: type[BaseModel], table: str) -> None:
    open_store(file).close()
    with closing(sqlite3.connect(file)) as db:
        columns = {row[1] for row in db.execute(f"PRAGMA table_info ({table})")}
    fields = set(model.model_fields) - ({"evidence"} if model is Finding else set())  # in a table beside
    assert {OTHER_NAMES.get(field, field) for field in fields} <= columns


def test_a_published_data_set_has_a_column_or_a_table_for_every_field(file: Path) -> None:
    open_store(file).close()
    with closing(sqlite3.connect(file)) as db:
        columns = {row[1] for row in db.execute("PRAGMA table_info (published_benchmark)")}
    assert set(Benchmark.model_fields) == columns | {"operators", "outside_nodes", "scores", "findings"}


def test_who_set_importance_and_targets_and_what_they_were_before_stays_readable(file: Path) -> None:
    store = open_store(file)
    engagement = Engagement(id="e", name="E", rubric="r", rubric_version="1")
    store.add_engagement(engagement, [Unit(id="u", name="U")], [])
    store.set_importance("e", {("", "insight"): "low"}, by="li")
    store.set_importance("e", {("", "insight"): "high"}, by="an")
    store.set_targets("e", {("u", "insight"): Target(level=4.0)}, by="li")
    with closing(sqlite3.connect(file)) as db:
        grades = db.execute("SELECT revision, grade, set_by FROM importance ORDER BY revision").fetchall()
        targets = db.execute("SELECT unit, level, set_by FROM current_target").fetchall()
    assert grades == [(1, "low", "li"), (2, "high", "an")]
    assert targets == [("u", 4.0, "li")]
