"""Choosing initiatives for a unit and keeping its plans: the use cases behind Initiatives and Roadmap."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from assessment import service
from assessment.initiative_checks import Defect, Known, circle, defects
from assessment.initiatives import Initiative, InitiativeLibrary, Role
from assessment.plan_case import plan_case
from assessment.plan_recipe import made_from, recipe
from assessment.ports import LinkedShelf, Store
from assessment.priorities import Ground, priorities
from assessment.prioritising import ground_of
from assessment.projection import project
from assessment.roadmap import Plan, PlanCase, PlanSettings
from assessment.roadmap_records import Adoption, KeptPlan, PickedInitiative, Promise
from assessment.rubric import Rubric
from assessment.scoring import Scorer

OWN: Final = "own"
"""What the ids of initiatives begin with that were written for a unit."""


@dataclass(frozen=True)
class Choice:
    """What a unit can choose from, and what it has chosen.

    Attributes:
        rubric: what its nodes are.
        library: what can be picked; None where the rubric has no library.
        picked: what the unit has chosen, in that order.
        themes: ids of the solution themes; None where nobody knows them.
    """

    engagement: str
    unit: str
    rubric: Rubric
    library: InitiativeLibrary | None
    picked: tuple[PickedInitiative, ...]
    themes: tuple[str, ...] | None = None

    @property
    def roles(self) -> tuple[Role, ...]:
        """The library's roles, then those that only chosen initiatives name."""
        listed = self.library.roles if self.library else ()
        known = {role.id for role in listed}
        named = [role for item in self.picked for role in (*item.initiative.effort, item.initiative.owner)]
        own = dict.fromkeys(role for role in named if role and role not in known)
        return (*listed, *(Role(id=role, name=role) for role in own))

    def with_themes(self, themes: Iterable[str]) -> "Choice":
        """The same where the ids of the solution themes are known."""
        return replace(self, themes=tuple(themes))

    def of(self, initiative: str) -> PickedInitiative | None:
        """A chosen initiative; None where the unit has not chosen it."""
        return next((item for item in self.picked if item.id == initiative), None)

    def library_says(self, item: PickedInitiative) -> Initiative | None:
        """The library's values of a chosen initiative, as far as its rubric version has them."""
        found = self.library if item.origin == "library" else None
        return found.initiative(item.id) if found is not None and item.id in found else None

    def changed(self, item: PickedInitiative) -> bool:
        """Whether a picked initiative says something else here than in the library."""
        listed = self.library_says(item)
        return listed is not None and listed != item.initiative


def choice_of(store: Store, shelf: LinkedShelf, engagement: str, unit: str, wave: str) -> Choice:
    """What a unit can choose from, and what it has chosen.

    Raises:
        UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
        FileRefusedError: the library has problems.
    """
    service.unit_of(store, engagement, unit)
    service.wave_of(store, engagement, wave)
    rubric = service.rubric_in(store, shelf, engagement, wave)
    library = shelf.initiatives(rubric.id, rubric.version)
    return Choice(engagement, unit, rubric, library, tuple(store.initiatives(engagement, unit)))


def pick(store: Store, choice: Choice, initiatives: Iterable[str], by: str) -> list[PickedInitiative]:
    """Choose initiatives of the library; what is chosen already stays as it stands there.

    Raises:
        KeyError: the library has no such initiative: a programmer's mistake.
        RoadmapChangedError: somebody else chose one of them meanwhile.
    """
    chosen = {item.id for item in choice.picked}
    wanted = [one for one in dict.fromkeys(initiatives) if one not in chosen]
    listed = [_listed(choice, one) for one in wanted]
    items = [PickedInitiative(unit=choice.unit, initiative=one) for one in listed]
    return store.add_initiatives(choice.engagement, items, by, {item.key: 0 for item in items})


def with_predecessors(choice: Choice, initiatives: Iterable[str]) -> tuple[str, ...]:
    """These initiatives of the library and all that must be finished before them, what comes first first."""
    found: dict[str, None] = {}

    def take(one: str, way: tuple[str, ...]) -> None:
        if one in found or one in way or choice.library is None or one not in choice.library:
            return
        for before in choice.library.initiative(one).predecessors:
            take(before, (*way, one))
        found[one] = None

    for one in initiatives:
        take(one, ())
    return tuple(found)


def wrong_with(choice: Choice, initiative: Initiative) -> list[Defect]:
    """Everything that keeps an initiative from being chosen as it is written, field by field.

    What an earlier rubric version set aside is no matter: it counts for nothing, and comes back with it. A
    role that takes part is known by that.
    """
    rubric = choice.rubric
    here = initiative.model_copy(
        update={
            "lifts": tuple(one for one in initiative.lifts if not _set_aside(one.node)),
            "needs": tuple(one for one in initiative.needs if not _set_aside(one.node)),
        }
    )
    others = {item.id: item.initiative for item in choice.picked} | {initiative.id: initiative}
    listed = () if choice.library is None else choice.library.initiatives
    known = Known(
        rubric,
        {*(role.id for role in choice.roles), *initiative.effort},
        {*others, *(one.id for one in listed)},
        choice.themes,
    )
    found = list(defects(here, known))
    if not found and (round_ := circle({key: one.predecessors for key, one in others.items()})):
        names = {key: one.name for key, one in others.items()}
        said = " → ".join(names.get(key, key) for key in round_)
        found.append(Defect(("predecessors",), "initiative-circle", "", said))
    return found


def change(
    store: Store, choice: Choice, initiative: Initiative, by: str, seen: PickedInitiative | None = None
) -> tuple[PickedInitiative | None, list[Defect]]:
    """Keep an initiative as it is written now, or say everything that is wrong with it.

    Args:
        store: where the engagement is kept.
        choice: what the unit can choose from.
        initiative: a changed one, or an own one that is new (see `own_id`).
        by: id of the person who does it.
        seen: what the person saw; None for a new one.

    Raises:
        RoadmapChangedError: somebody else changed it meanwhile.
    """
    if wrong := wrong_with(choice, initiative):
        return None, wrong
    origin = seen.origin if seen else "own"
    item = PickedInitiative(unit=choice.unit, initiative=initiative, origin=origin)
    known = {item.key: seen.revision if seen else 0}
    return store.add_initiatives(choice.engagement, [item], by, known)[0], []


def own_id(store: Store, choice: Choice) -> str:
    """An id for an initiative that is written for the unit; never one that was used before."""
    taken = (f"{OWN}-{number}" for number in count(1))
    return next(
        one
        for one in taken
        if not store.initiative_history(choice.engagement, (choice.unit, one))
        and (choice.library is None or one not in choice.library)
    )


def take_away(store: Store, choice: Choice, seen: PickedInitiative, by: str) -> PickedInitiative:
    """No longer choose an initiative; everything that was said of it stays, `bring_back` undoes it.

    Raises:
        RoadmapChangedError: somebody else changed it meanwhile.
    """
    gone = seen.model_copy(update={"deleted": True})
    return store.add_initiatives(choice.engagement, [gone], by, {seen.key: seen.revision})[0]


def bring_back(store: Store, choice: Choice, gone: PickedInitiative, by: str) -> PickedInitiative:
    """Choose an initiative again, as it was.

    Raises:
        RoadmapChangedError: somebody else brought it back meanwhile.
    """
    back = gone.model_copy(update={"deleted": False})
    return store.add_initiatives(choice.engagement, [back], by, {gone.key: 0})[0]


def case_of(
    choice: Choice,
    ground: Ground,
    settings: PlanSettings,
    initiatives: Iterable[Initiative] | None = None,
    benefits: Mapping[str, float] | None = None,
) -> PlanCase:
    """What the planner is asked about a unit.

    Args:
        choice: what it has chosen, and the roles.
        ground: what is at stake for it.
        settings: what the plan has to hold to.
        initiatives: other ones than those that it has chosen.
        benefits: initiative -> value that is given directly, see `plan_case.own_stakes`.
    """
    wanted = tuple((item.initiative for item in choice.picked) if initiatives is None else initiatives)
    found = priorities(ground, ground.rubric.tiers[-1])
    listed = choice.library.initiatives if choice.library else ()
    offered = [one for one in listed if one.id not in {each.id for each in wanted}]
    return plan_case(ground.rubric, wanted, found, settings, choice.roles, benefits, offered)


def promises_of(ground: Ground, case: PlanCase, plan: Plan) -> tuple[Promise, ...]:
    """The scores that a plan projects for every node, before it and after each phase; see `project`."""
    return project(Scorer(ground.rubric), ground.ratings, case, plan.starts)


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What is to be kept of a plan that was made.

    Attributes:
        name: as people will call it.
        settings, plan: what it was made with, and what came out.
        promises: the scores that it projects; None to work them out when it is kept.
        seed: of the search.
        by_hand: whether something was moved after the search.
        made_from: the figures that the search had, see `plan_recipe.made_from`; empty for those of today.
    """

    name: str
    settings: PlanSettings
    plan: Plan
    promises: tuple[Promise, ...] | None = None
    seed: int = 0
    by_hand: bool = False
    made_from: str = ""


def keep_plan(
    store: Store,
    shelf: LinkedShelf,
    place: tuple[str, str, str],
    draft: PlanDraft,
    by: str,
    seen: KeptPlan | None = None,
) -> KeptPlan:
    """Keep a plan under a name, or a new revision of the one that was seen.

    Args:
        store: where the engagement is kept.
        shelf: where its rubric is found.
        place: engagement, unit and wave.
        draft: what is kept.
        by: id of the person who does it.
        seen: the plan that this revises; None for a new one.

    Raises:
        RoadmapChangedError: somebody else changed it meanwhile.
    """
    engagement, unit, wave = place
    choice, ground = choice_of(store, shelf, *place), ground_of(store, shelf, *place)
    case = case_of(choice, ground, draft.settings)
    promises = draft.promises
    if promises is None:
        promises = promises_of(ground, case, draft.plan)
    figures = draft.made_from or made_from(case)
    plan = KeptPlan(
        id=seen.id if seen else "",
        unit=unit,
        wave=wave,
        name=draft.name.strip(),
        settings=draft.settings,
        plan=draft.plan,
        promises=promises,
        seed=draft.seed,
        recipe=recipe(choice.rubric, figures),
        by_hand=draft.by_hand,
    )
    return store.keep_plan(engagement, plan, by, seen.revision if seen else 0)


def give_up_plan(store: Store, engagement: str, seen: KeptPlan, by: str) -> KeptPlan:
    """Take a plan away; where it is carried out, it no longer is.

    What was carried out before it, for an earlier wave, holds again; see `plan_in_force`.

    Raises:
        RoadmapChangedError: somebody else changed it meanwhile.
    """
    gone = store.keep_plan(engagement, seen.model_copy(update={"deleted": True}), by, seen.revision)
    held = adopted(store.adoptions(engagement)).get(seen.place)
    if held is not None and held.plan == seen.id:
        store.adopt_plan(engagement, *seen.place, "", by)
    return gone


def adopted(adoptions: Sequence[Adoption]) -> Mapping[tuple[str, str], Adoption]:
    """What holds for each unit and wave: the last adoption that names a plan."""
    last = {one.place: one for one in adoptions}
    return {place: one for place, one in last.items() if one.plan}


def plan_in_force(store: Store, engagement: str, unit: str, wave: str) -> KeptPlan | None:
    """The plan that a unit carries out: adopted for the wave, else for the newest one before it.

    None where neither has one: a plan that was given up no longer hides the one of an earlier wave.
    """
    waves = [one.id for one in store.waves(engagement)]
    so_far = waves[: waves.index(wave) + 1] if wave in waves else []
    held = adopted(store.adoptions(engagement))
    plans = {plan.id: plan for plan in store.plans(engagement, unit)}
    for one in reversed(so_far):
        found = held.get((unit, one))
        if found is not None and found.plan in plans:
            return plans[found.plan]
    return None


def _listed(choice: Choice, initiative: str) -> Initiative:
    if choice.library is None:
        raise KeyError(initiative)
    return choice.library.initiative(initiative)


def _set_aside(node: str) -> bool:
    """Whether a move to another rubric version laid it aside, under a name that no node has."""
    return "@" in node
