"""What a unit could take up: the library, what it has chosen, suggestions, and the chain to them."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.diagnosing import Diagnosed, diagnosed
from assessment.errors import GaplineError
from assessment.initiative_chain import ChainRow, chain_rows, without_cause
from assessment.initiatives import Initiative, InitiativeLibrary
from assessment.ports import LinkedShelf, Store
from assessment.priorities import Priority, priorities
from assessment.prioritising import ground_of
from assessment.roadmap_records import PickedInitiative
from assessment.rubric import Rubric
from assessment.suggesting import Suggestions, Urgent, suggest, urgent_nodes


@dataclass(frozen=True)
class Opportunities:
    """What can be done about the gaps of one unit in one wave.

    Attributes:
        rubric: what was rated.
        library: what can be picked; None where the rubric has none.
        picked: what the unit has chosen, with its own values.
        initiatives: everything known: the library's in its order, with the unit's own values where it chose
            one, then its own ones.
        priorities: all indicators, the most urgent first.
        urgent: those with a gap that counts.
        suggestions: what else to take up, best first, and what nothing closes.
        diagnosis: what the scores point to; None where there is no diagnosis rubric for them.
        chain: from problems to initiatives, one row per cause.
        uncaused: the urgent nodes in which none of these causes shows.
    """

    rubric: Rubric
    library: InitiativeLibrary | None
    picked: tuple[PickedInitiative, ...]
    initiatives: tuple[Initiative, ...]
    levels: Mapping[str, float]
    priorities: tuple[Priority, ...]
    urgent: tuple[Urgent, ...]
    suggestions: Suggestions
    diagnosis: Diagnosed | None
    chain: tuple[ChainRow, ...]
    uncaused: tuple[Urgent, ...]

    def opened_by(self, initiative: str) -> tuple[str, ...]:
        """Ids of suggestions that wait for an initiative."""
        return tuple(
            one.initiative.id
            for one in self.suggestions.ranked
            if any(initiative in need.initiatives for need in one.missing)
        )


def opportunities(store: Store, shelf: LinkedShelf, engagement: str, unit: str, wave: str) -> Opportunities:
    """What a unit could take up next, and why; nothing is written.

    Raises:
        UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
        RubricChangedError: the rubric is not what it was when the engagement was made.
        FileRefusedError: the library has problems.
    """
    ground = ground_of(store, shelf, engagement, unit, wave)
    rubric = ground.rubric
    library = shelf.initiatives(rubric.id, rubric.version)
    picked = tuple(store.initiatives(engagement, unit))
    known = _merged(library, picked)
    found = priorities(ground, ground.rubric.tiers[-1])
    levels = {one.node: one.level for one in found if one.level is not None}
    urgent = urgent_nodes(found, rubric)
    chosen = [one.id for one in picked]
    here = _diagnosis(store, shelf, engagement, unit, wave)
    chain = () if here is None else chain_rows(here.chains(), here.links, urgent, known, rubric)
    return Opportunities(
        rubric=rubric,
        library=library,
        picked=picked,
        initiatives=known,
        levels=levels,
        priorities=found,
        urgent=urgent,
        suggestions=suggest(known, urgent, rubric, levels, chosen),
        diagnosis=here,
        chain=chain,
        uncaused=without_cause(chain, urgent),
    )


def _merged(
    library: InitiativeLibrary | None, picked: tuple[PickedInitiative, ...]
) -> tuple[Initiative, ...]:
    own = {one.id: one.initiative for one in picked}
    listed = library.initiatives if library else ()
    known = [own.pop(one.id, one) for one in listed]
    return (*known, *own.values())


def _diagnosis(store: Store, shelf: LinkedShelf, engagement: str, unit: str, wave: str) -> Diagnosed | None:
    try:
        here = diagnosed(store, shelf, engagement, unit, wave)
    except GaplineError:
        return None
    return here if here.found.coverage.linked else None
