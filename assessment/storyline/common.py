"""What the decks of many units of one wave have in common: read once, handed to each of them."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property

from assessment import service
from assessment.assumptions import IN_A_REPORT, Assumptions
from assessment.comparing import AssessedWave, changed_since, on_the_nodes_of, read_wave, wave_before
from assessment.errors import GaplineError
from assessment.ports import LinkedShelf, Store
from assessment.ranking import Ranking, ranking_of
from assessment.report.material import Material
from assessment.robustness import Robustness, robustness
from assessment.storyline.choices import Choices
from assessment.wave_change import WaveChange


@dataclass
class Compared:
    """Units beside one another; what is computed is kept.

    Attributes:
        here: the wave with these units alone.
    """

    here: AssessedWave

    @cached_property
    def ranking(self) -> Ranking:
        """The units, ranked."""
        return ranking_of(self.here, self.here.rated.units)

    @cached_property
    def robust(self) -> Robustness:
        """How far their ranks can be trusted, under the assumptions of a report."""
        return robustness(self.ranking.ranked, Assumptions(draws=IN_A_REPORT))


@dataclass
class Common:
    """One wave of an engagement, as every deck of a batch tells it; it holds no store and no file.

    Attributes:
        base: the material of a report on any of its units.
        here: the wave with all its units.
        before: the wave before under the ids of this one; None for a first wave.
    """

    base: Material
    here: AssessedWave
    before: AssessedWave | None
    _compared: dict[frozenset[str], Compared] = field(default_factory=dict)

    @cached_property
    def split(self) -> WaveChange | None:
        """What the change of every unit since the wave before is made of; None for a first wave."""
        return None if self.before is None else changed_since(self.before, self.here)

    def among(self, units: Collection[str]) -> Compared:
        """These units, all where none is named."""
        key = frozenset(units)
        if key not in self._compared:
            self._compared[key] = Compared(only_units(self.here, key))
        return self._compared[key]

    def computed(self, choices: Choices) -> "Common":
        """The same with what every deck of these choices compares computed already."""
        if choices.wants("branches") and len(self.here.rated.units) > 1:
            _ = self.among(choices.units).robust
        if choices.wants("waves"):
            with suppress(GaplineError):  # told by the part that needs it
                _ = self.split
        return self


def read_common(store: Store, shelf: LinkedShelf, engagement: str, wave: str, reference: str) -> Common:
    """Read a wave for the decks of all its units (arguments as for `service.gather`)."""
    first = store.units(engagement)[0].id
    base = service.gather(store, shelf, engagement, first, wave, reference)
    here, earlier = read_wave(store, shelf, engagement, wave), wave_before(store, engagement, wave)
    before = None
    if earlier is not None:
        before = on_the_nodes_of(shelf, read_wave(store, shelf, engagement, earlier), here)
    return Common(base, here, before)


def only_units(here: AssessedWave, units: Collection[str]) -> AssessedWave:
    """The wave without the units that were not chosen; unchanged where none were."""
    if not units:
        return here
    kept = [one for one in here.rated.units if one in units]
    adopted = {unit: ratings for unit, ratings in here.adopted.items() if unit in units}
    ratings = tuple(one for one in here.ratings if one.unit in units)
    return replace(here, ratings=ratings, adopted=adopted, rated=here.rated.of(kept))
