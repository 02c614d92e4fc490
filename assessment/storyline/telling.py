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
from assessment.prioritising import Prioritised, ground_of, prioritised, tiers_to_show, usual_tier
from assessment.ranking import Ranking
from assessment.report.material import Material
from assessment.report.wording import source_line
from assessment.roadmap_records import KeptPlan
from assessment.roadmapping import plan_in_force
from assessment.rubric import Rubric
from assessment.storyline.choices import Choices
from assessment.storyline.common import Common, Compared, only_units
from assessment.wave_change import WaveChange


@dataclass(frozen=True)
class Telling:
    """A unit in a wave, told in one language.

    Attributes:
        material: what the report's own sections are made from.
        common: the wave, where it was read before for the decks of many units.
    """

    store: Store
    shelf: LinkedShelf
    material: Material
    choices: Choices
    lang: Lang
    common: Common | None = None

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
        chosen = self.choices.tier
        return chosen if chosen in tiers_to_show(self.rubric) else usual_tier(self.rubric)

    @property
    def source(self) -> str:
        """The source line."""
        return source_line(self.material, self.lang)

    def named(self, node: str) -> str:
        """A node's name."""
        return self.rubric.name_of(node, self.lang)

    @cached_property
    def compared(self) -> Compared:
        """The chosen units and the report's own, beside one another."""
        engagement, unit, wave = self.place
        units = {*self.choices.units, unit} if self.choices.units else set()
        if self.common is not None:
            return self.common.among(units)
        return Compared(only_units(read_wave(self.store, self.shelf, engagement, wave), units))

    @property
    def here(self) -> AssessedWave:
        """The wave, with the chosen units alone."""
        return self.compared.here

    @property
    def ranking(self) -> Ranking:
        """The chosen units, ranked."""
        return self.compared.ranking

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
        unit, found = self.place[1], self._split()
        if found is None:
            return None
        before, split = found
        if unit not in split.units:
            return None
        return Change(before, self.here, split, (unit,), self.unit, self.lang)

    def _split(self) -> tuple[AssessedWave, WaveChange] | None:
        """The wave before and what every change since is made of; None for a first wave."""
        if self.common is not None and not self.choices.units:
            before, split = self.common.before, self.common.split
            return None if before is None or split is None else (before, split)
        engagement, _, wave = self.place
        earlier = wave_before(self.store, engagement, wave)
        if earlier is None:
            return None
        there = read_wave(self.store, self.shelf, engagement, earlier)
        before = on_the_nodes_of(self.shelf, there, self.here)
        return before, changed_since(before, self.here)


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
