"""What the Ranking page looks at: which units, under which assumptions, and what follows for their ranks."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeVar

import streamlit as st

from assessment.assumptions import IN_A_REPORT, ON_SCREEN, Assumptions
from assessment.catalogue import Lang, text
from assessment.comparing import AssessedWave
from assessment.flips import Flips, flips
from assessment.ranked_units import RankedUnits
from assessment.ranking import Ranking, ranking_of, rated_below
from assessment.rating_noise import RatingNoise, rating_noise
from assessment.robustness import Robustness, robustness
from assessment.structures import Structures, structures
from assessment.ui.components.assessed import assessed_wave
from assessment.ui.components.in_link import kept
from assessment.ui.components.rank_window import window
from assessment.ui.components.results import View
from assessment.ui.context import Context

ALL: Final = "all"
AMONG, SPREAD, DRAWS, SEED, PART = "among", "spread", "draws", "seed", "part"
ANY: Final = "any"
SPREADS: Final = ("5", "10", "25", "50", "100", ANY)
"""Per cent by which a weight may be off, and that nothing is known."""
DRAW_CHOICES: Final = ("500", str(ON_SCREEN), str(IN_A_REPORT))
PARTS: Final = ("order", "flips", "noise", "structure", "table")
MOST_SEED: Final = 999_999
_DEFAULT: Final = Assumptions()
_RECENT: Final = 6

_Value = TypeVar("_Value")


class Tested(NamedTuple):
    """A ranking with everything that is known about how far it can be trusted."""

    robust: Robustness
    noise: RatingNoise
    flips: Flips
    structures: Structures


@dataclass(frozen=True, slots=True)
class RankingView:
    """The ranking of some units of a wave.

    Attributes:
        found: what every result page looks at; its unit is the own one.
        here: the wave.
        groups: unit -> the rated units below it, for the choice of who is ranked.
        among: one of `groups`, or `ALL`.
        assumptions: of the draws.
        tested: the ranking; None with fewer than two units.
        count: how many units are ranked.
        names: unit -> name in the reader's language.
    """

    found: View
    here: AssessedWave
    groups: Mapping[str, tuple[str, ...]]
    among: str
    assumptions: Assumptions
    tested: Tested | None
    count: int
    names: Mapping[str, str]

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.found.lang

    @property
    def known(self) -> Tested:
        """The ranking, where there is one."""
        if self.tested is None:
            raise ValueError("nothing is ranked")
        return self.tested

    @property
    def ranked(self) -> RankedUnits:
        """The units, best first."""
        return self.known.robust.ranked

    @property
    def own(self) -> int | None:
        """The row of the own unit; None where it is not ranked."""
        units = self.ranked.units
        return units.index(self.found.unit.id) if self.found.unit.id in units else None

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows that charts and sentences are about."""
        return window(len(self.ranked.units), self.own)

    def name(self, row: int) -> str:
        """The name of a ranked unit."""
        return self.names[self.ranked.units[row]]

    def row_names(self) -> list[str]:
        """The names of all ranked units, by row."""
        return [self.names[unit] for unit in self.ranked.units]


def look(found: View) -> RankingView:
    """The ranking that the link asks for; simulated once per change and set of assumptions."""
    context = found.context
    here = assessed_wave(context, found.engagement, found.wave.id)
    groups = lately(
        context, "rated-below", (here.engagement, here.wave.id, here.revision), lambda: rated_below(here)
    )
    among = kept(AMONG, (ALL, *groups), ALL)
    units = here.rated.units if among == ALL else groups[among]
    assumed = assumptions()
    place = (here.engagement, here.wave.id, here.revision, among)
    with st.spinner(text("ranking.working", found.lang)):
        ranking = lately(context, "ranking", place, lambda: ranking_of(here, units))
        count = len(ranking.ranked.units)
        tested = None
        if count > 1:
            tested = lately(context, "tested", (*place, assumed), lambda: _tested(ranking, assumed))
    names = {unit.id: unit.called(found.lang) for unit in here.tree}
    return RankingView(found, here, groups, among, assumed, tested, count, names)


def assumptions() -> Assumptions:
    """What the link assumes; the method's default without."""
    spread = kept(SPREAD, SPREADS, "25")
    draws = int(kept(DRAWS, DRAW_CHOICES, str(ON_SCREEN)))
    said = str(st.query_params.get(SEED, st.session_state.get(f"in-link-{SEED}", "")))
    known = [said] if said.isascii() and said.isdigit() and int(said) <= MOST_SEED else []
    seed = int(kept(SEED, known, str(_DEFAULT.seed)))
    return Assumptions(None if spread == ANY else int(spread) / 100, draws, seed)


def lately(context: Context, kind: str, key: Hashable, make: Callable[[], _Value]) -> _Value:
    """What was made for this key, made anew where it is not among the last few of its kind.

    Large results are not kept for every revision of the store.
    """

    def step(before: tuple[tuple[Hashable, _Value], ...] | None) -> tuple[tuple[Hashable, _Value], ...]:
        past = before or ()
        known = [entry for entry in past if entry[0] == key]
        first = known[0] if known else (key, make())
        return (first, *[entry for entry in past if entry[0] != key][: _RECENT - 1])

    return context.memory.follow((context.path, "lately", kind), step)[0][1]


def _tested(ranking: Ranking, assumed: Assumptions) -> Tested:
    ranked = ranking.ranked
    return Tested(
        robustness(ranked, assumed),
        rating_noise(ranked, ranking.votes),
        flips(ranked),
        structures(ranked),
    )
