"""The plan that is told: its case, its names, and where its initiatives stand on board and Gantt chart."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from assessment import service
from assessment.board import Placed
from assessment.board_words import NamedPlan, date_lines, hover_of, phase_name
from assessment.catalogue import Lang
from assessment.initiatives import Initiative
from assessment.plan_changes import check_plan
from assessment.plan_moves import broken_tasks
from assessment.plan_recipe import lengths_in, with_lengths
from assessment.plan_view import is_current, named_plan
from assessment.report.pictures import Board, GanttPicture, Lane, Phase, Piece
from assessment.roadmap import PlanCase
from assessment.roadmap_records import KeptPlan, Promise
from assessment.roadmapping import Choice, case_of, choice_of, promises_of
from assessment.storyline.telling import Telling


@dataclass(frozen=True)
class Planned:
    """A kept plan with the initiatives that it places."""

    told: Telling
    kept: KeptPlan

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.told.lang

    @cached_property
    def choice(self) -> Choice:
        """What the unit has chosen, and could choose."""
        return choice_of(self.told.store, self.told.shelf, *self.told.place)

    @cached_property
    def initiatives(self) -> Mapping[str, Initiative]:
        """By id: what the unit has chosen, as far as it stands in the plan."""
        chosen = {item.id: item.initiative for item in self.choice.picked}
        return {one: chosen[one] for one in chosen if one in self.drawn.by_id}

    @cached_property
    def case(self) -> PlanCase:
        """What the planner would be asked today, with the plan's settings."""
        return case_of(self.choice, self.told.ground, self.kept.settings)

    @property
    def earlier(self) -> bool:
        """Whether it was kept for a wave before the one that is told."""
        return self.kept.wave != self.told.material.wave.id

    @cached_property
    def current(self) -> bool:
        """Whether it was made from today's figures and choice: then what is proved of it holds."""
        return is_current(self.kept.plan, self.kept.recipe, self.case)

    @cached_property
    def drawn(self) -> NamedPlan:
        """The plan with names and dates for its pictures; work takes as long as when it was made."""
        starts = self.kept.plan.starts
        placed = [item.initiative for item in self.choice.picked if item.id in starts]
        wave = service.wave_of(self.told.store, self.told.place[0], self.kept.wave)
        return named_plan(
            self.choice,
            with_lengths(self.case, lengths_in(self.kept.recipe)),
            starts,
            wave.date,
            self.lang,
            placed,
            broken_tasks(check_plan(self.case, starts)),
        )

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """The scores that it projects from today's; those kept with it where it is of an earlier wave."""
        if self.earlier and self.kept.promises:
            return self.kept.promises
        return promises_of(self.told.ground, self.case, self.kept.plan)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Initiative -> its number, from 1, in the order of the Gantt chart."""
        return {bar.id: place for place, bar in enumerate(self.drawn.gantt.bars, start=1)}

    @cached_property
    def phases(self) -> tuple[Phase, ...]:
        """Names and dates of the phases."""
        apart = " " if self.lang == "en" else ""
        return tuple(
            Phase(phase_name(place, self.lang), apart.join(date_lines(span, self.lang)))
            for place, span in enumerate(self.drawn.dates, start=1)
        )

    def board(self, title: str) -> Board:
        """Phases across, tracks down."""
        lanes = tuple(
            Lane(
                lane.track,
                self.drawn.track(lane.track),
                lane.rows,
                tuple(self._piece(card.id, card.left, card.width, card.row) for card in lane.cards),
            )
            for lane in self.drawn.lanes
        )
        return Board("roadmap.board", title, self._in_words(title), self.phases, lanes)

    def gantt(self, title: str, first: str) -> GanttPicture:
        """A bar per initiative, with who waits for whom."""
        found = self.drawn.gantt
        bars = tuple(self._piece(bar.id, bar.left, bar.width, bar.row) for bar in found.bars)
        links = tuple((link.before, link.after) for link in found.links)
        tracks = tuple(self.drawn.tracks.items())
        alt = self._in_words(title)
        return GanttPicture("roadmap.gantt", title, alt, self.phases, bars, links, tracks, first)

    def _piece(self, one: str, left: int, width: int, row: int) -> Piece:
        placed = self.drawn.by_id[one]
        comma = "; " if self.lang == "en" else "；"
        said = comma.join(hover_of(self.drawn, placed).split("\n"))
        return Piece(one, self.numbers[one], self.drawn.named(one), placed.track, left, width, row, said)

    def _in_words(self, title: str) -> str:
        colon, stop = (": ", ". ") if self.lang == "en" else ("：", "。")
        comma = "; " if self.lang == "en" else "；"
        by_phase: dict[int, list[str]] = {}
        for one in sorted(self.drawn.placed, key=lambda placed: (placed.start, self.numbers[placed.id])):
            by_phase.setdefault(one.start, []).append(self.drawn.named(one.id))
        listed = ", " if self.lang == "en" else "、"
        said = [
            f"{phase_name(phase, self.lang)}{colon}{listed.join(known)}" for phase, known in by_phase.items()
        ]
        return f"{title}{stop}{comma.join(said)}"

    def of_phase(self, phase: int) -> list[Placed]:
        """What begins in a phase."""
        begins = [one for one in self.drawn.placed if one.start == phase]
        return sorted(begins, key=lambda one: self.numbers[one.id])


def effort_of(initiatives: Iterable[Initiative]) -> float:
    """Person-months of several initiatives together."""
    return math.fsum(one.total_effort for one in initiatives)


def cost_of(initiatives: Iterable[Initiative]) -> tuple[float, float]:
    """Low and high cost of several initiatives together, in thousands of the engagement's currency."""
    costs = [one.cost for one in initiatives]
    return math.fsum(low for low, _ in costs), math.fsum(high for _, high in costs)


def planned_of(told: Telling) -> Planned | None:
    """The plan that is told; None where none is kept, or nothing of it is known any more."""
    if told.plan is None:
        return None
    found = Planned(told, told.plan)
    return found if found.initiatives else None
