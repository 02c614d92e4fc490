"""Whom and what a deck is about, with what several of its parts rest on, each read once."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property

from assessment.catalogue import Lang
from assessment.change_view import Change
from assessment.comparing import AssessedWave, changed_since, on_the_nodes_of, read_wave, wave_before
from assessment.opportunities import Opportunities, opportunities
from assessment.ports import LinkedShelf, Store
from assessment.priorities import Ground
from assessment.prioritising import Prioritised, ground_of, prioritised
from assessment.ranking import Ranking, ranking_of
from assessment.report.material import Material
from assessment.report.wording import source_line
from assessment.roadmap_records import KeptPlan
from assessment.roadmapping import plan_in_force
from assessment.rubric import OVERALL, Rubric
from assessment.storyline.choices import Choices


@dataclass(frozen=True)
class Telling:
    """A unit in a wave, told in one language.

    Attributes:
        material: what the report's own sections are made from.
    """

    store: Store
    shelf: LinkedShelf
    material: Material
    choices: Choices
    lang: Lang

    @property
    def place(self) -> tuple[str, str, str]:
        """Ids of engagement, unit and wave."""
        material = self.material
        return material.engagement.id, material.unit.id, material.wave.id

    @property
    def rubric(self) -> Rubric:
        """What is measured."""
        return self.material.rubric

    @property
    def unit(self) -> str:
        """The unit's name."""
        return self.material.unit.called(self.lang)

    @property
    def tier(self) -> str:
        """Whose nodes are shown: the one chosen, else the one right above the indicators."""
        tiers = [one for one in self.rubric.tiers if one != OVERALL and self.rubric.of_tier(one)]
        if self.choices.tier in tiers:
            return self.choices.tier
        return tiers[-2] if len(tiers) > 1 else tiers[0]

    @property
    def source(self) -> str:
        """The source line."""
        return source_line(self.material, self.lang)

    def named(self, node: str) -> str:
        """A node's name."""
        return self.rubric.name_of(node, self.lang)

    @cached_property
    def here(self) -> AssessedWave:
        """The wave, with the chosen units alone."""
        engagement, unit, wave = self.place
        units = {*self.choices.units, unit} if self.choices.units else ()
        return only_units(read_wave(self.store, self.shelf, engagement, wave), units)

    @cached_property
    def ranking(self) -> Ranking:
        """The chosen units, ranked."""
        return ranking_of(self.here, self.here.rated.units)

    @cached_property
    def ground(self) -> Ground:
        """What the unit's priorities rest on."""
        return ground_of(self.store, self.shelf, *self.place)

    @cached_property
    def prioritised(self) -> Prioritised:
        """What matters first on the tier."""
        return prioritised(self.ground, self.tier)

    @cached_property
    def opportunities(self) -> Opportunities:
        """Diagnosis, chain, library, what is chosen."""
        return opportunities(self.store, self.shelf, *self.place)

    @cached_property
    def plan(self) -> KeptPlan | None:
        """The wave's plan: the one that is carried out, else the newest; without any that of an earlier wave.

        None where none is kept for the wave, and none is carried out.
        """
        kept = self.store.plans(*self.place)
        held = self.in_force
        return held if held is not None and (held in kept or not kept) else next(reversed(kept), None)

    @cached_property
    def in_force(self) -> KeptPlan | None:
        """The plan that the unit carries out; None for none."""
        return plan_in_force(self.store, *self.place)

    @property
    def adopted(self) -> bool:
        """Whether the plan told is the one that is carried out."""
        return self.plan is not None and self.plan == self.in_force

    @cached_property
    def change(self) -> Change | None:
        """What the unit's change since the wave before is made of; None for a first wave."""
        engagement, unit, wave = self.place
        earlier = wave_before(self.store, engagement, wave)
        if earlier is None:
            return None
        before = on_the_nodes_of(
            self.shelf, read_wave(self.store, self.shelf, engagement, earlier), self.here
        )
        split = changed_since(before, self.here)
        if unit not in split.units:
            return None
        return Change(before, self.here, split, (unit,), self.unit, self.lang)


def only_units(here: AssessedWave, units: Collection[str]) -> AssessedWave:
    """The wave without the units that were not chosen; unchanged where none were."""
    if not units:
        return here
    kept = [one for one in here.rated.units if one in units]
    adopted = {unit: ratings for unit, ratings in here.adopted.items() if unit in units}
    ratings = tuple(one for one in here.ratings if one.unit in units)
    return replace(here, ratings=ratings, adopted=adopted, rated=here.rated.of(kept))


def only_chosen(material: Material, units: Collection[str]) -> Material:
    """The material without the units that were not chosen; the report's own always stays."""
    if not units:
        return material
    kept = {*units, material.unit.id}
    return replace(
        material,
        units=tuple(one for one in material.units if one.id in kept),
        scores={unit: found for unit, found in material.scores.items() if unit in kept},
        ratings={unit: found for unit, found in material.ratings.items() if unit in kept},
    )
