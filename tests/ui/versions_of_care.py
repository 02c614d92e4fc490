"""A small rubric in two versions beside the app's store, and an engagement on the first, for the pages."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from assessment.edges.publishing import publish, read_rubric_files
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore
from assessment.edges.store_file import own_rubrics
from assessment.engagement import Person
from assessment.ratings import Rating
from assessment.starting import Beginning, start_engagement

FIRST = """id: care
version: "1"
name: Customer care
scale: {min: 0, max: 3, step: 1}
tiers: [area, indicator]
tree:
  - id: calls
    name: Calls
    children:
      - {id: calls.answer, name: Answering, question: Who answers?}
      - {id: calls.solve, name: Solving}
      - {id: calls.learn, name: Learning}
  - id: visits
    name: Visits
    children:
      - {id: visits.plan, name: Planning}
"""
SECOND = """id: care
version: "2"
name: Customer care
scale: {min: 0, max: 3, step: 1}
tiers: [area, indicator]
tree:
  - id: calls
    name: Calls
    children:
      - {id: calls.answer, name: Answering, weight: 2, question: Who answers?}
      - {id: calls.fix, name: Fixing}
  - id: visits
    name: Visits
    children:
      - {id: visits.plan, name: Planning}
      - {id: visits.follow, name: Following up}
"""
WAY = """from: "1"
nodes:
  calls.solve: calls.fix
  calls.learn: null
"""


def put_on_shelf(store: SqliteStore, files: Mapping[str, str]) -> None:
    """Publish a rubric beside the store."""
    folder = own_rubrics(store.path)
    found, problems = read_rubric_files({name: said.encode() for name, said in files.items()})
    assert found is not None, problems
    publish(folder, FileShelf(own=folder), found)


def two_versions(store: SqliteStore) -> str:
    """Both versions on the shelf, an engagement on the first with four ratings of Li; its id."""
    put_on_shelf(store, {"rubric.yaml": FIRST})
    shelf = FileShelf(own=own_rubrics(store.path))
    beginning = Beginning("Own", "care", "1", "North\nSouth", "", dt.date(2026, 1, 1))
    engagement, problems = start_engagement(store, shelf, beginning)
    assert engagement is not None, problems
    put_on_shelf(store, {"rubric.yaml": SECOND, "migration.yaml": WAY})
    store.add_person(engagement, Person(id="li", name="Li Wei", name_zh="李伟"))
    wave = store.waves(engagement)[0].id
    for indicator in ("calls.answer", "calls.solve", "calls.learn", "visits.plan"):
        said = {"unit": "north", "wave": wave, "rater": "li", "indicator": indicator, "score": 2.0}
        store.save_rating(engagement, Rating.model_validate(said))
    return engagement


def own_folder(store: SqliteStore) -> Path:
    """Where the store's own rubrics lie."""
    return own_rubrics(store.path)
