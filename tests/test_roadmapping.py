"""Choosing initiatives, changing them, keeping plans, and following them, on the 2003 engagement."""

import datetime as dt

import pytest

from assessment import following, roadmapping, service
from assessment.catalogue import LANGUAGES
from assessment.edges.demo import load_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.engagement import Wave
from assessment.errors import UnknownUnitError, UnknownWaveError
from assessment.initiatives import Initiative, Lift, Prerequisite
from assessment.plan_recipe import lengths_in
from assessment.prioritising import ground_of
from assessment.ratings import Rating
from assessment.roadmap import Plan, PlanSettings
from assessment.roadmap_errors import RoadmapChangedError
from assessment.roadmap_records import KeptPlan, PickedInitiative, Progress
from assessment.roadmapping import Choice, PlanDraft

U = "shenzhen-telecom"
COMPLAINTS, PROMOTION = "complaint-management", "promotion-management"
START = PlanSettings(phases=4, start=dt.date(2004, 1, 1))
TODAY = dt.date(2004, 6, 1)


@pytest.fixture(scope="module")
def shelf() -> FileShelf:
    return FileShelf()


@pytest.fixture
def store(shelf: FileShelf) -> MemoryStore:
    found = MemoryStore()
    load_demo(found, shelf)
    return found


@pytest.fixture
def engagement(store: MemoryStore) -> str:
    return store.engagements()[0].id


@pytest.fixture
def choice(store: MemoryStore, shelf: FileShelf, engagement: str) -> Choice:
    return roadmapping.choice_of(store, shelf, engagement, U, "2003")


def again(store: MemoryStore, shelf: FileShelf, choice: Choice) -> Choice:
    return roadmapping.choice_of(store, shelf, choice.engagement, U, "2003")


def kept(
    store: MemoryStore, shelf: FileShelf, engagement: str, starts: dict[str, int], name: str = "A"
) -> KeptPlan:
    draft = PlanDraft(name, START, Plan(starts=starts, finished=2))
    return roadmapping.keep_plan(store, shelf, (engagement, U, "2003"), draft, "li")


def test_picking_takes_the_librarys_values_and_leaves_what_is_chosen_as_it_is(
    store: MemoryStore, shelf: FileShelf, choice: Choice
) -> None:
    (item,) = roadmapping.pick(store, choice, [COMPLAINTS, COMPLAINTS], "li")
    here = again(store, shelf, choice)
    changed, _ = roadmapping.change(store, here, item.initiative.model_copy(update={"months": 9}), "an", item)
    here = again(store, shelf, choice)
    roadmapping.pick(store, here, [COMPLAINTS, PROMOTION], "li")
    here = again(store, shelf, choice)
    first = here.picked[0]
    assert (first.id, first.initiative.months, first.by) == (COMPLAINTS, 9, "an")
    assert [here.changed(one) for one in here.picked] == [True, False]
    assert changed is not None
    assert here.library_says(changed) == item.initiative


def test_two_people_who_pick_the_same_at_once_get_it_once(store: MemoryStore, choice: Choice) -> None:
    roadmapping.pick(store, choice, [COMPLAINTS], "li")
    roadmapping.pick(store, choice, [COMPLAINTS], "an")
    assert [one.by for one in store.initiatives(choice.engagement, U)] == ["li"]


def test_what_must_be_finished_before_comes_along_and_first(choice: Choice) -> None:
    assert choice.library is not None
    waiting = next(one for one in choice.library.initiatives if one.predecessors)
    found = roadmapping.with_predecessors(choice, [waiting.id, "unknown"])
    assert found[-1] == waiting.id
    for place, one in enumerate(found):
        assert set(choice.library.initiative(one).predecessors) <= set(found[:place])


def test_an_own_initiative_is_kept_under_an_id_that_was_never_used(
    store: MemoryStore, shelf: FileShelf, choice: Choice
) -> None:
    for number in (1, 2):
        own = Initiative(id=roadmapping.own_id(store, choice), name="Shops")
        item, wrong = roadmapping.change(store, choice, own, "li")
        assert (item and item.id, item and item.origin, wrong) == (f"own-{number}", "own", [])
        choice = again(store, shelf, choice)
        roadmapping.take_away(store, choice, choice.picked[0], "li")
        choice = again(store, shelf, choice)
        assert choice.picked == ()


def test_what_was_taken_away_comes_back_as_it_was(store: MemoryStore, choice: Choice) -> None:
    (item,) = roadmapping.pick(store, choice, [COMPLAINTS], "li")
    gone = roadmapping.take_away(store, choice, item, "an")
    assert store.initiatives(choice.engagement, U) == []
    back = roadmapping.bring_back(store, choice, gone, "li")
    assert (back.initiative, back.revision, back.deleted) == (item.initiative, 3, False)
    with pytest.raises(RoadmapChangedError):
        roadmapping.take_away(store, choice, item, "an")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": " "}, "initiative-no-name"),
        ({"months": 0}, "initiative-months"),
        ({"cost": (5.0, 1.0)}, "initiative-cost"),
        ({"lifts": (Lift(node="insight", levels=9.0),)}, "initiative-lift"),
        ({"lifts": (Lift(node="nowhere", levels=1.0),)}, "initiative-unknown-node"),
        ({"needs": (Prerequisite(node="insight.collect.privacy", level=7.0),)}, "initiative-need"),
        ({"needs": (Prerequisite(node="insight", level=2.0),)}, "initiative-need-above"),
        ({"effort": {"it": -1.0}}, "initiative-effort"),
        ({"owner": "nobody"}, "initiative-unknown-role"),
        ({"predecessors": ("nothing",)}, "initiative-unknown-predecessor"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(
    store: MemoryStore, choice: Choice, values: dict[str, object], code: str
) -> None:
    own = Initiative.model_validate({"id": "own-1", "name": "Shops", **values})
    item, wrong = roadmapping.change(store, choice, own, "li")
    assert (item, [one.code for one in wrong]) == (None, [code])
    assert store.initiatives(choice.engagement, U) == []


def test_what_waits_for_itself_by_way_of_others_is_named_in_order(
    store: MemoryStore, shelf: FileShelf, choice: Choice
) -> None:
    roadmapping.change(store, choice, Initiative(id="own-1", name="One"), "li")
    choice = again(store, shelf, choice)
    two = Initiative(id="own-2", name="Two", predecessors=("own-1",))
    roadmapping.change(store, choice, two, "li")
    choice = again(store, shelf, choice)
    one = Initiative(id="own-1", name="One", predecessors=("own-2",))
    _, (wrong,) = roadmapping.change(store, choice, one, "li", choice.of("own-1"))
    assert wrong.code == "initiative-circle"
    assert wrong.allowed in {"One → Two → One", "Two → One → Two"}


def test_what_another_rubric_version_set_aside_is_no_mistake(store: MemoryStore, choice: Choice) -> None:
    own = Initiative(id="own-1", name="Shops", lifts=(Lift(node="old@1", levels=9.0),))
    item, wrong = roadmapping.change(store, choice, own, "li")
    assert wrong == []
    assert item is not None
    assert item.initiative.lifts == own.lifts


def test_roles_that_only_own_initiatives_name_are_known(
    store: MemoryStore, shelf: FileShelf, choice: Choice
) -> None:
    own = Initiative(id="own-1", name="Shops", effort={"Shop staff": 2.0})
    roadmapping.change(store, choice, own, "li")
    assert [role.id for role in again(store, shelf, choice).roles][-1] == "Shop staff"


def test_a_kept_plan_says_what_it_was_made_from_and_what_it_promises(
    store: MemoryStore, shelf: FileShelf, engagement: str, choice: Choice
) -> None:
    roadmapping.pick(store, choice, [COMPLAINTS], "li")
    plan = kept(store, shelf, engagement, {COMPLAINTS: 1})
    assert plan.recipe.startswith(f"crm-five-capabilities 2003.1 {choice.rubric.fingerprint} figures=")
    assert lengths_in(plan.recipe) == {COMPLAINTS: store.initiatives(engagement, U)[0].initiative.phases(3)}
    score = {(one.phase, one.node): one.score for one in plan.promises}
    assert score[0, "overall"] == service.scores(store, shelf, engagement, "2003")[U]["overall"].score
    lifted = choice.library.initiative(COMPLAINTS).lifts[0].node if choice.library else ""
    assert (score[1, lifted] or 0) > (score[0, lifted] or 0)


def test_several_plans_are_kept_and_one_that_is_given_up_is_carried_out_no_more(
    store: MemoryStore, shelf: FileShelf, engagement: str
) -> None:
    first, second = (kept(store, shelf, engagement, {}, name) for name in "AB")
    assert (first.id, second.id) == ("plan-1", "plan-2")
    draft = PlanDraft(" A, changed ", START, Plan(starts={}), by_hand=True)
    first = roadmapping.keep_plan(store, shelf, (engagement, U, "2003"), draft, "li", first)
    assert (first.name, first.revision, first.by_hand) == ("A, changed", 2, True)
    store.adopt_plan(engagement, U, "2003", first.id, "li")
    assert roadmapping.plan_in_force(store, engagement, U, "2003") == first
    roadmapping.give_up_plan(store, engagement, first, "li")
    assert roadmapping.plan_in_force(store, engagement, U, "2003") is None
    assert [one.id for one in store.plans(engagement)] == ["plan-2"]


def test_a_plan_stays_in_force_until_a_later_wave_has_one_of_its_own(
    store: MemoryStore, shelf: FileShelf, engagement: str
) -> None:
    plan = kept(store, shelf, engagement, {})
    store.adopt_plan(engagement, U, "2003", plan.id, "li")
    store.add_wave(engagement, Wave(id="2005", name="2005", date=dt.date(2005, 1, 1)))
    assert roadmapping.plan_in_force(store, engagement, U, "2005") == plan
    assert roadmapping.plan_in_force(store, engagement, "guangzhou-telecom", "2005") is None
    assert roadmapping.plan_in_force(store, engagement, U, "never") is None


def test_giving_up_a_waves_plan_brings_back_the_one_of_the_wave_before(
    store: MemoryStore, shelf: FileShelf, engagement: str
) -> None:
    first = kept(store, shelf, engagement, {})
    store.adopt_plan(engagement, U, "2003", first.id, "li")
    store.add_wave(engagement, Wave(id="2005", name="2005", date=dt.date(2005, 1, 1)))
    draft = PlanDraft("B", START, Plan(starts={}), promises=())
    second = roadmapping.keep_plan(store, shelf, (engagement, U, "2005"), draft, "li")
    store.adopt_plan(engagement, U, "2005", second.id, "li")
    assert roadmapping.plan_in_force(store, engagement, U, "2005") == second
    roadmapping.give_up_plan(store, engagement, second, "li")
    assert roadmapping.plan_in_force(store, engagement, U, "2005") == first
    roadmapping.give_up_plan(store, engagement, first, "li")
    assert roadmapping.plan_in_force(store, engagement, U, "2005") is None


def test_following_needs_a_unit_and_wave_that_are_there(store: MemoryStore, engagement: str) -> None:
    with pytest.raises(UnknownUnitError):
        following.follow(store, engagement, "mars", "2003", TODAY)
    with pytest.raises(UnknownWaveError):
        following.follow(store, engagement, U, "never", TODAY)


def test_a_roadmap_is_followed_by_the_plan_that_is_carried_out(
    store: MemoryStore, shelf: FileShelf, engagement: str, choice: Choice
) -> None:
    roadmapping.pick(store, choice, [COMPLAINTS, PROMOTION], "li")
    plan = kept(store, shelf, engagement, {COMPLAINTS: 1, PROMOTION: 2})
    store.adopt_plan(engagement, U, "2003", plan.id, "li")
    done = Progress(unit=U, initiative=COMPLAINTS, status="done", percent=100)
    first = following.record(store, engagement, done, "li")
    here = following.follow(store, engagement, U, "2003", TODAY)
    assert here.plan == plan
    assert [(one.id, one.urge) for one in here.found] == [(PROMOTION, "late"), (COMPLAINTS, "settled")]
    assert (here.share.done, here.phases[1].share, here.phases[2].share) == (1, 1.0, 0.0)
    assert all(here.names(lang) for lang in LANGUAGES)
    with pytest.raises(RoadmapChangedError, match="li changed Complaint management"):
        following.record(store, engagement, done.model_copy(update={"status": "running", "percent": 9}), "an")
    assert first.revision == 1


def test_the_projection_is_held_against_the_next_wave(
    store: MemoryStore, shelf: FileShelf, engagement: str, choice: Choice
) -> None:
    at = (engagement, U, "2003")
    assert following.compare_with_projection(store, shelf, *at, TODAY) is None
    roadmapping.pick(store, choice, [COMPLAINTS], "li")
    plan = kept(store, shelf, engagement, {COMPLAINTS: 1})
    store.adopt_plan(engagement, U, "2003", plan.id, "li")
    store.add_wave(engagement, Wave(id="2005", name="2005", date=dt.date(2004, 7, 15)))
    assert following.compare_with_projection(store, shelf, *at, TODAY) is None
    ratings = [
        Rating(unit=U, wave="2005", rater="li", indicator=leaf.id, score=5.0)
        for leaf in choice.rubric.indicators
    ]
    store.save_ratings(engagement, ratings)
    for wave in ("2003", "2005"):
        found = following.compare_with_projection(store, shelf, engagement, U, wave, TODAY)
        assert found is not None
        assert (found.plan, found.wave.id, found.phase, found.dated) == (plan, "2005", 2, True)
        assert {one.verdict for one in found.outcomes} == {"ahead"}
        assert found.outcomes[0].unfinished == (COMPLAINTS,)


def test_without_dates_the_plans_end_is_compared(
    store: MemoryStore, shelf: FileShelf, engagement: str
) -> None:
    draft = PlanDraft("A", PlanSettings(phases=3), Plan(starts={}))
    plan = roadmapping.keep_plan(store, shelf, (engagement, U, "2003"), draft, "li")
    store.adopt_plan(engagement, U, "2003", plan.id, "li")
    store.add_wave(engagement, Wave(id="2005", name="2005", date=dt.date(2005, 1, 1)))
    store.save_ratings(engagement, _same_again(store, engagement))
    found = following.compare_with_projection(store, shelf, engagement, U, "2005", TODAY)
    assert found is not None
    assert (found.phase, found.dated) == (3, False)
    assert {one.verdict for one in found.outcomes} == {"as-projected"}


def _same_again(store: MemoryStore, engagement: str) -> list[Rating]:
    before = store.ratings(engagement, U, "2003")
    return [one.model_copy(update={"wave": "2005"}) for one in before]


def test_a_unit_without_a_library_can_write_its_own(store: MemoryStore, choice: Choice) -> None:
    bare = Choice(choice.engagement, U, choice.rubric, None, ())
    assert (bare.roles, roadmapping.with_predecessors(bare, ["x"])) == ((), ())
    item, _ = roadmapping.change(store, bare, Initiative(id=roadmapping.own_id(store, bare), name="A"), "li")
    assert isinstance(item, PickedInitiative)
    assert bare.library_says(item) is None
    with pytest.raises(KeyError):
        roadmapping.pick(store, bare, ["x"], "li")


def test_page_and_command_ask_the_planner_the_same(
    store: MemoryStore, shelf: FileShelf, engagement: str, choice: Choice
) -> None:
    first, second = choice.library.initiatives[:2] if choice.library else ()
    roadmapping.pick(store, choice, [first.id], "li")
    chosen, ground = again(store, shelf, choice), ground_of(store, shelf, engagement, U, "2003")

    case = roadmapping.case_of(chosen, ground, START)
    assert [task.id for task in case.tasks] == [first.id]
    assert {stake.id for stake in case.stakes} == {leaf.id for leaf in chosen.rubric.indicators}
    assert case == roadmapping.case_of(chosen, ground, START, [first])  # as the command does

    other = roadmapping.case_of(chosen, ground, START, [second], {second.id: 2.0})
    assert [task.id for task in other.tasks] == [second.id]
    worth = [(stake.gap, stake.importance) for stake in other.stakes if stake.id in other.tasks[0].benefits]
    assert (2.0, 1.0) in worth
