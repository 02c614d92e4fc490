"""What every store promises about roadmaps: chosen initiatives, how they are getting on, plans."""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assessment.edges.backup import make, restore, verify
from assessment.edges.store import open_store
from assessment.errors import UnknownEngagementError, UnknownUnitError, UnknownWaveError
from assessment.ports import Store
from assessment.roadmap import PlanSettings
from assessment.roadmap_errors import RoadmapChangedError
from assessment.roadmap_records import PickedInitiative, Record
from tests.edges.roadmap_samples import LOYALTY, kept_plan, picked, running
from tests.edges.store_samples import ENGAGEMENT, PEOPLE, UNITS, WAVES

E = "ct-2003"
KEY = ("shenzhen", "loyalty")


def contents(records: list[PickedInitiative]) -> list[tuple[str, str]]:
    return [(one.unit, one.id) for one in records]


def test_an_initiative_comes_back_with_everything_and_with_who_chose_it(store: Store) -> None:
    (stands,) = store.add_initiatives(E, [picked()], by="li")
    assert store.initiatives(E) == [stands]
    assert stands.initiative == LOYALTY
    assert (stands.revision, stands.by, stands.origin) == (1, "li", "library")
    assert stands.at is not None
    assert dt.datetime.now(dt.UTC) - stands.at < dt.timedelta(minutes=1)


def test_initiatives_come_in_the_order_they_were_chosen_also_after_a_change(store: Store) -> None:
    store.add_initiatives(E, [picked("b"), picked("a"), picked("a", "group")])
    store.add_initiatives(E, [picked("b", months=7)])
    assert contents(store.initiatives(E)) == [("shenzhen", "b"), ("shenzhen", "a"), ("group", "a")]
    assert contents(store.initiatives(E, "group")) == [("group", "a")]


def test_a_change_is_one_more_revision_and_the_one_before_stays_readable(store: Store) -> None:
    store.add_initiatives(E, [picked()], by="li")
    store.add_initiatives(E, [picked(months=9, effort={"it": 1.0}, lifts=(), cost=(1.0, 2.0))], by="an")
    first, second = store.initiative_history(E, KEY)
    assert (first.initiative, first.by, first.revision) == (LOYALTY, "li", 1)
    assert (second.initiative.months, second.initiative.lifts, second.by) == (9, (), "an")
    assert second.initiative.effort == {"it": 1.0}
    assert store.initiatives(E) == [second]


def test_what_stands_already_is_not_stored_again(store: Store) -> None:
    store.add_initiatives(E, [picked()], by="li")
    store.record_progress(E, [running()], by="li")
    store.keep_plan(E, kept_plan(), by="li")
    store.adopt_plan(E, "shenzhen", "first", "p1", by="li")
    before = store.revision()
    store.add_initiatives(E, [picked()], by="an")
    store.record_progress(E, [running()], by="an")
    store.keep_plan(E, kept_plan(), by="an")
    store.adopt_plan(E, "shenzhen", "first", "p1", by="an")
    assert store.revision() == before


def test_an_initiative_is_taken_away_by_a_revision_and_can_come_back_in_its_place(store: Store) -> None:
    store.add_initiatives(E, [picked("a"), picked("b")])
    store.add_initiatives(E, [picked("a").model_copy(update={"deleted": True})], by="li")
    assert contents(store.initiatives(E)) == [("shenzhen", "b")]
    assert [one.deleted for one in store.initiative_history(E, ("shenzhen", "a"))] == [False, True]
    store.add_initiatives(E, [picked("a")], seen={("shenzhen", "a"): 0})
    assert contents(store.initiatives(E)) == [("shenzhen", "a"), ("shenzhen", "b")]


def test_who_saw_an_older_revision_is_refused_by_name_and_nothing_of_it_is_stored(store: Store) -> None:
    store.add_initiatives(E, [picked()], by="li")
    store.add_initiatives(E, [picked(months=9)], by="an")
    with pytest.raises(RoadmapChangedError, match="an changed Loyalty programme at 2") as caught:
        store.add_initiatives(E, [picked("other"), picked(months=1)], seen={KEY: 1})
    assert "“Loyalty programme”" in caught.value.sentence("zh")
    with pytest.raises(RoadmapChangedError):
        store.add_initiatives(E, [picked(months=1)], seen={KEY: 0})
    assert contents(store.initiatives(E)) == [KEY]
    store.add_initiatives(E, [picked(months=1)], seen={KEY: 2})
    assert store.initiatives(E)[0].revision == 3


def test_progress_comes_back_with_departments_dates_and_reasons(store: Store) -> None:
    store.add_initiatives(E, [picked()])
    said = running(
        status="delayed", reason="设备未到货", begins=dt.date(2027, 1, 4), ends=dt.date(2027, 6, 30)
    )
    (stands,) = store.record_progress(E, [said], by="li")
    assert store.progress(E) == [stands]
    assert (stands.reason, stands.owner, stands.ends) == ("设备未到货", "Wang", dt.date(2027, 6, 30))
    it, market = stands.parts
    assert (it.head, it.due, it.percent, it.reason) == ("Chen", dt.date(2027, 3, 1), 40, "late server")
    assert (market.department, market.due) == ("市场部", None)


def test_progress_is_appended_and_every_word_of_it_stays(store: Store) -> None:
    store.add_initiatives(E, [picked(), picked("loyalty", "group")])
    store.record_progress(E, [running(10)], by="li")
    store.record_progress(E, [running(20, parts=()), running(5, unit="group")], by="an")
    assert [(one.percent, one.by, len(one.parts)) for one in store.progress_history(E, KEY)] == [
        (10, "li", 2),
        (20, "an", 0),
    ]
    assert [one.unit for one in store.progress(E)] == ["group", "shenzhen"]
    assert [one.percent for one in store.progress(E, "shenzhen")] == [20]
    with pytest.raises(RoadmapChangedError):
        store.record_progress(E, [running(30)], seen={KEY: 1})
    assert len(store.progress_history(E, KEY)) == 2


def test_progress_of_what_nobody_chose_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="unknown initiative"):
        store.record_progress(E, [running()])
    assert store.revision() == 1


def test_a_plan_comes_back_with_its_settings_its_starts_and_what_is_left_out(store: Store) -> None:
    stands = store.keep_plan(E, kept_plan(), by="li")
    assert store.plans(E) == [stands]
    assert stands.content() == kept_plan().content()
    assert (stands.revision, stands.by) == (1, "li")


def test_the_plan_that_these_tests_keep_says_something_in_every_field() -> None:
    best = kept_plan(
        plan=kept_plan().plan.model_copy(update={"proved": True, "unique": True}), by_hand=True, deleted=True
    )
    for said in (best, best.plan, best.settings):
        defaults = {name: field.default for name, field in type(said).model_fields.items()}
        silent = {name for name in defaults if getattr(said, name) in (defaults[name], {}, ())}
        assert silent <= {"revision", "by", "at", "phase_months", "objective"}


@pytest.mark.parametrize(
    "changes", [{"phase_months": 6}, {"objective": "makespan"}, {"start": None}, {"holidays": ()}]
)
def test_settings_that_differ_come_back_as_they_were(store: Store, changes: dict[str, object]) -> None:
    wanted = kept_plan(settings=kept_plan().settings.model_copy(update=changes), by_hand=True)
    store.keep_plan(E, wanted)
    assert store.plans(E)[0].content() == wanted.content()


def test_that_a_plan_is_proved_comes_back(store: Store) -> None:
    proved = kept_plan().plan.model_copy(update={"proved": True, "unique": True})
    store.keep_plan(E, kept_plan(plan=proved))
    assert store.plans(E)[0].plan == proved


@pytest.mark.parametrize("budget", [None, 0.0, 250.0, (10.0, 20.0)])
def test_a_budget_is_for_each_phase_in_all_or_none(store: Store, budget: float | None) -> None:
    wanted = kept_plan(settings=PlanSettings(phases=2, budget=budget))
    assert store.keep_plan(E, wanted).settings == store.plans(E)[0].settings == wanted.settings


def test_several_plans_are_kept_and_one_is_adopted(store: Store) -> None:
    store.keep_plan(E, kept_plan())
    store.keep_plan(E, kept_plan("p2", "Cheaper"))
    store.keep_plan(E, kept_plan("p3", unit="group"))
    store.keep_plan(E, kept_plan(name="First plan, changed"))
    assert [one.name for one in store.plans(E, "shenzhen", "first")] == ["First plan, changed", "Cheaper"]
    assert [one.id for one in store.plans(E, "group")] == ["p3"]
    store.adopt_plan(E, "shenzhen", "first", "p1", by="li")
    store.adopt_plan(E, "shenzhen", "first", "p2", by="an")
    assert [(one.plan, one.by, one.revision) for one in store.adoptions(E)] == [
        ("p1", "li", 1),
        ("p2", "an", 2),
    ]
    store.adopt_plan(E, "shenzhen", "first", "")
    assert store.adoptions(E)[-1].plan == ""


def test_a_plan_is_taken_away_by_a_revision_and_its_history_stays(store: Store) -> None:
    store.keep_plan(E, kept_plan())
    store.keep_plan(E, kept_plan(deleted=True), seen=1)
    assert store.plans(E) == []
    assert [one.deleted for one in store.plan_history(E, "p1")] == [False, True]
    with pytest.raises(RoadmapChangedError):
        store.keep_plan(E, kept_plan(name="Late"), seen=1)
    with pytest.raises(ValueError, match="no plan p1"):
        store.adopt_plan(E, "shenzhen", "first", "p1")


def test_the_store_gives_a_plan_its_id_when_it_is_kept_so_two_people_never_get_the_same(store: Store) -> None:
    first = store.keep_plan(E, kept_plan(""), by="li", seen=0)
    other = store.keep_plan(E, kept_plan("", unit="group"), by="an", seen=0)
    store.keep_plan(E, first.model_copy(update={"deleted": True}), seen=1)
    third = store.keep_plan(E, kept_plan(""), by="li", seen=0)
    assert [one.id for one in (first, other, third)] == ["plan-1", "plan-2", "plan-3"]
    assert store.plans(E) == [other, third]
    assert store.plan_history(E, "plan-1")[-1].deleted


def test_a_plan_belongs_to_one_unit_and_wave(store: Store) -> None:
    store.keep_plan(E, kept_plan())
    with pytest.raises(ValueError, match="belongs to"):
        store.keep_plan(E, kept_plan(unit="group"))
    with pytest.raises(ValueError, match="no plan p1"):
        store.adopt_plan(E, "group", "first", "p1")


def test_unknown_engagements_units_and_waves_are_refused_and_nothing_is_stored(store: Store) -> None:
    before = store.revision()
    with pytest.raises(UnknownEngagementError):
        store.add_initiatives("nowhere", [picked()])
    with pytest.raises(UnknownUnitError):
        store.add_initiatives(E, [picked(), picked(unit="mars")])
    with pytest.raises(UnknownUnitError):
        store.record_progress(E, [running(unit="mars")])
    with pytest.raises(UnknownWaveError):
        store.keep_plan(E, kept_plan(wave="never"))
    with pytest.raises(UnknownWaveError):
        store.adopt_plan(E, "shenzhen", "never", "p1")
    assert store.revision() == before
    read = (store.initiatives, store.progress, store.plans, store.adoptions)
    assert [find("nowhere") for find in read] == [[], [], [], []]


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        ("initiative", set(PickedInitiative.model_fields) - {"initiative"}),
        (
            "current_initiative",
            set(type(LOYALTY).model_fields) - {"lifts", "effort", "predecessors", "needs"},
        ),
        ("progress", set(type(running()).model_fields) - {"parts"}),
        ("department_part", set(type(running().parts[0]).model_fields)),
        ("plan", set(type(kept_plan()).model_fields) - {"settings", "plan", "promises"}),
        ("plan_promise", {"phase", "node", "score", "low", "high"}),
    ],
)
def test_every_field_of_a_roadmap_has_a_column_of_its_name(
    tmp_path: Path, table: str, fields: set[str]
) -> None:
    open_store(tmp_path / "store.sqlite3").close()
    with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as db:
        columns = {row[1] for row in db.execute(f"PRAGMA table_info ({table})")}
    own = {"by": "set_by"}
    assert {own.get(field, field) for field in fields} - {"cost"} <= columns


def test_a_roadmap_is_still_there_when_the_store_is_opened_again(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite3"
    store = open_store(file)
    store.add_engagement(ENGAGEMENT, UNITS, WAVES, PEOPLE)
    kept: list[Record] = [
        *store.add_initiatives(E, [picked()]),
        *store.record_progress(E, [running()]),
        store.keep_plan(E, kept_plan()),
        store.adopt_plan(E, "shenzhen", "first", "p1"),
    ]
    store.close()
    again = open_store(file)
    found = [*again.initiatives(E), *again.progress(E), *again.plans(E), *again.adoptions(E)]
    again.close()
    assert found == kept


def test_a_backup_brings_a_roadmap_back(tmp_path: Path) -> None:
    file, archive = tmp_path / "store.sqlite3", tmp_path / "backup.zip"
    store = open_store(file)
    store.add_engagement(ENGAGEMENT, UNITS, WAVES, PEOPLE)
    store.add_initiatives(E, [picked()], by="li")
    store.record_progress(E, [running(10)])
    plan = store.keep_plan(E, kept_plan())
    contents = make(file, archive)
    assert (contents.counts["initiative"], contents.counts["department_part"]) == (1, 2)
    store.record_progress(E, [running(90)])
    store.add_initiatives(E, [picked().model_copy(update={"deleted": True})])
    store.close()
    restore(file, archive)
    again = open_store(file)
    assert [one.percent for one in again.progress(E)] == [10]
    assert [one.initiative for one in again.initiatives(E)] == [LOYALTY]
    assert again.plans(E) == [plan]
    again.close()
    assert verify(file).problems == ()
