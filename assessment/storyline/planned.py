"""The plan that is told: its case, its names, and where its initiatives stand on board and Gantt chart."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from assessment.board import Placed, spans
from assessment.board_words import NamedPlan, date_lines, hover_of, phase_name, placed_in, track_name
from assessment.catalogue import Lang
from assessment.initiatives import TRACKS, Initiative, lifted, names
from assessment.plan_numbers import usable_capacity
from assessment.priorities import priorities
from assessment.projection import project
from assessment.report.pictures import Board, GanttPicture, Lane, Phase, Piece
from assessment.roadmap import Need, PlanCase, Stake, Task
from assessment.roadmap_records import KeptPlan, Promise
from assessment.scoring import Scorer
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
    def initiatives(self) -> Mapping[str, Initiative]:
        """By id: what the unit has chosen, and what the library says of anything else in the plan."""
        known = {one.id: one for one in self.told.opportunities.initiatives}
        return {one: known[one] for one in known if one in self.kept.plan.starts}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Names of all initiatives known."""
        return names(self.told.opportunities.initiatives, self.lang)

    @cached_property
    def roles(self) -> Mapping[str, str]:
        """Names of the roles that the plan takes, those of the library first."""
        library = self.told.opportunities.library
        known = {role.id: role.called(self.lang) for role in (library.roles if library else ())}
        needed = {role for one in self.initiatives.values() for role, months in one.effort.items() if months}
        listed = {role: name for role, name in known.items() if role in needed}
        return listed | {role: role for role in sorted(needed - set(known))}

    @cached_property
    def case(self) -> PlanCase:
        """The planner's view of the placed initiatives."""
        settings, rubric = self.kept.settings, self.told.rubric
        tasks = tuple(_task(one, settings.phase_months, self.told) for one in self.initiatives.values())
        stakes = tuple(
            Stake(
                id=one.node,
                level=one.level,
                target=one.aim.level if one.aim else None,
                importance=one.importance,
            )
            for one in priorities(self.told.ground, rubric.tiers[-1])
        )
        return PlanCase(tasks=tasks, stakes=stakes, settings=settings)

    @cached_property
    def drawn(self) -> NamedPlan:
        """The plan with the names and dates that its pictures need."""
        settings = self.kept.settings
        start = settings.start or self.told.material.wave.date
        return NamedPlan(
            placed=placed_in(self.case, self.kept.plan.starts),
            dates=spans(start, settings.phases, settings.phase_months, settings.holidays),
            names=self.names,
            tracks={track: track_name(track, self.lang) for track in TRACKS},
            roles=self.roles,
            capacity=usable_capacity(settings),
            lang=self.lang,
            pinned=frozenset(settings.pinned),
        )

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """The scores that were projected when the plan was kept, else those projected from it now."""
        if self.kept.promises:
            return self.kept.promises
        material = self.told.material
        ratings = material.ratings.get(material.unit.id, {})
        return project(Scorer(self.told.rubric), ratings, self.case, self.kept.plan.starts)

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


def planned_of(told: Telling) -> Planned | None:
    """The plan that is told; None where none is kept, or nothing of it is known any more."""
    if told.plan is None:
        return None
    found = Planned(told, told.plan)
    return found if found.initiatives else None


def _task(one: Initiative, phase_months: int, told: Telling) -> Task:
    return Task(
        id=one.id,
        name=one.name,
        name_zh=one.name_zh,
        effort=dict(one.effort),
        phases=one.phases(phase_months),
        benefits=lifted(one, told.rubric),
        cost=sum(one.cost) / 2,
        predecessors=tuple(one.predecessors),
        needs=tuple(Need(node=need.node, level=need.level) for need in one.needs),
        track=one.track,
    )
