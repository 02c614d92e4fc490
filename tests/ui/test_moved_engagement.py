"""An engagement that moved to another rubric version, with a locked wave that stayed: every page opens."""

import datetime as dt
from collections.abc import Callable

import pytest
import yaml
from streamlit.testing.v1 import AppTest

from assessment.edges.shelf import FileShelf, shipped
from assessment.edges.store import SqliteStore
from assessment.edges.store_file import own_rubrics
from assessment.engagement import Person, Wave
from assessment.migrating import migrate
from assessment.ratings import Rating

Open = Callable[..., AppTest]
ENGAGEMENT = "china-telecom-2003"
RUBRIC = "crm-five-capabilities"
UNIT = "shenzhen-telecom"
GONE, OLD, NEW = "insight.collect.internal", "insight.collect.strategy", "insight.collect.plan"
PAGES = (
    "home",
    "rubric",
    "interview",
    "branches",
    "quality",
    "profile",
    "compare",
    "change",
    "history",
    "waves",
)


@pytest.fixture
def moved(store: SqliteStore) -> SqliteStore:
    """2003 is locked on the study's version; 2004 is on one with a renamed and a dropped indicator."""
    folder = own_rubrics(store.path) / RUBRIC / "2"
    folder.mkdir(parents=True)
    content = yaml.safe_load(shipped("rubrics").joinpath(RUBRIC, "2003.1", "rubric.yaml").read_text("utf-8"))
    content["version"] = "2"
    content["source"]["date"] = str(content["source"]["date"])
    leaves = content["tree"][0]["children"][0]["children"]
    content["tree"][0]["children"][0]["children"] = [leaf for leaf in leaves if leaf["id"] != GONE]
    next(leaf for leaf in leaves if leaf["id"] == OLD)["id"] = NEW
    folder.joinpath("rubric.yaml").write_text(yaml.safe_dump(content, sort_keys=False), "utf-8")
    way = {"from": "2003.1", "nodes": {OLD: NEW, GONE: None}}
    folder.joinpath("migration.yaml").write_text(yaml.safe_dump(way), "utf-8")

    store.add_person(ENGAGEMENT, Person(id="li", name="Li Wei", name_zh="李伟"))
    store.add_wave(ENGAGEMENT, Wave(id="2004", name="2004", date=dt.date(2004, 9, 1)))
    for indicator in (GONE, OLD):
        rating = {"unit": UNIT, "wave": "2004", "rater": "li", "indicator": indicator, "score": 3.0}
        store.save_rating(ENGAGEMENT, Rating.model_validate(rating))
    store.lock_wave(ENGAGEMENT, "2003")
    migrate(store, FileShelf(own=own_rubrics(store.path)), ENGAGEMENT, "2", "li")
    return store


@pytest.mark.parametrize("wave", ["2003", "2004"])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("moved")
def test_every_page_opens_on_both_versions(open_app: Open, page: str, wave: str) -> None:
    app = open_app(page, "zh", unit=UNIT, wave=wave)

    assert not app.exception
    assert not app.error


@pytest.mark.usefixtures("moved")
def test_the_change_page_names_what_is_compared(open_app: Open) -> None:
    app = open_app("change", "en", unit=UNIT, wave="2004")

    told = "\n".join(caption.value for caption in app.caption)
    assert "have 71 of their nodes in common" in told  # 5 + 16 + 50 and the whole, less the one that is gone
    assert f"Only in 2003.1: {GONE}." in told
    assert NEW not in told
    assert OLD not in told


def test_the_locked_wave_is_read_with_its_own_version(moved: SqliteStore, open_app: Open) -> None:
    assert [wave.rubric_version for wave in moved.waves(ENGAGEMENT)] == ["2003.1", ""]

    app = open_app("rubric", "en", unit=UNIT, wave="2003")

    prints = [
        FileShelf(own=own_rubrics(moved.path)).rubric(RUBRIC, version).fingerprint[:12]
        for version in ("2003.1", "2")
    ]
    told = "\n".join(found.value for found in [*app.markdown, *app.caption])
    assert [one in told for one in prints] == [True, False]
