"""Where an interviewer sits: one unit, wave and rater, one capability open, and what has been said so far."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import streamlit as st

from assessment import service
from assessment.benchmark import Benchmark
from assessment.catalogue import Lang
from assessment.engagement import Engagement, Unit, Wave
from assessment.progress import Progress, progress
from assessment.ratings import Evidence, Rating, adopted
from assessment.rubric import Node, Rubric
from assessment.ui import state
from assessment.ui.caching import remembered
from assessment.ui.components.people import named, names_of_people
from assessment.ui.context import Context

HEAD = "interview-head"
TREE = "interview-tree"


@dataclass(frozen=True, slots=True)
class Desk:
    """One place of work; the rater is None until somebody says who is rating.

    Attributes:
        group: the node whose indicators are open, usually a capability.
    """

    context: Context
    engagement: Engagement
    rubric: Rubric
    unit: Unit
    wave: Wave
    rater: str | None
    group: Node

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.context.lang

    @property
    def can_rate(self) -> bool:
        """Whether ratings are taken: somebody is named and the wave is open."""
        return self.rater is not None and not self.wave.locked

    def ratings(self) -> tuple[Rating, ...]:
        """All raters' current ratings of the unit in the wave, as the store has them now."""
        place = (self.engagement.id, self.unit.id, self.wave.id)
        store = self.context.store
        return remembered(self.context, lambda: tuple(store.ratings(*place)), "unit-ratings", *place)

    def own(self) -> dict[str, Rating]:
        """Indicator -> the rater's own rating; with nobody named, the one that counts."""
        votes: dict[str, list[Rating]] = {}
        for rating in self.ratings():
            if self.rater in (None, rating.rater):
                votes.setdefault(rating.indicator, []).append(rating)
        found = {indicator: adopted(ratings) for indicator, ratings in votes.items()}
        return {indicator: rating for indicator, rating in found.items() if rating is not None}

    def others(self, indicator: str) -> list[Rating]:
        """What everybody else said on one indicator."""
        return [r for r in self.ratings() if r.indicator == indicator and r.rater != self.rater]

    def evidence(self, indicator: str) -> tuple[Evidence, ...]:
        """What is on record for one indicator of the unit."""
        place = (self.engagement.id, self.wave.id)
        store = self.context.store
        found = remembered(self.context, lambda: service.evidence_of(store, *place), "evidence", *place)
        return found.get((self.unit.id, indicator), ())

    def benchmark(self) -> Benchmark | None:
        """The published data set to compare with; None without one."""
        store, shelf = self.context.store, self.context.shelf
        return remembered(
            self.context,
            lambda: service.benchmark_of(store, shelf, self.engagement),
            "benchmark",
            self.engagement.benchmark,
        )

    def progress(self) -> Progress:
        """How far the rater has come; with nobody named, how far all have come together."""
        return progress(self.rubric, self.own())

    def name_of(self, rater: str) -> str:
        """A rater's name; combined raters (`A + B`) are named one by one."""
        return named(rater, names_of_people(self.context, self.engagement))


def wave_ratings(context: Context, engagement: Engagement, wave: Wave) -> tuple[Rating, ...]:
    """All units' and raters' current ratings of a wave."""
    return remembered(
        context,
        lambda: tuple(context.store.ratings(engagement.id, None, wave.id)),
        "wave-ratings",
        engagement.id,
        wave.id,
    )


def groups(rubric: Rubric) -> tuple[Node, ...]:
    """The nodes that indicators hang from, in the order of the interview."""
    return tuple(node for node in rubric.nodes if any(child.is_indicator for child in node.children))


def indicators_of(group: Node) -> tuple[Node, ...]:
    """The indicators right below a node."""
    return tuple(child for child in group.children if child.is_indicator)


def group_of(rubric: Rubric, node: str | None) -> Node | None:
    """The group that a node of a link means: itself, the one above it, or the first below it."""
    if node is None or node not in rubric:
        return None
    found = rubric.node(node)
    if found.is_indicator:
        return rubric.parent(node)
    below = {child.id for child in found.walk()}
    return next((group for group in groups(rubric) if group.id in below), None)


def sit_down(context: Context, rater: str | None) -> Desk | None:
    """The desk for what is being looked at; None in an empty store.

    Raises:
        UnknownRubricError, RubricChangedError: the engagement's rubric is not there as it was.
    """
    engagement, unit, wave = context.engagement, context.unit, context.wave
    if engagement is None or unit is None or wave is None:
        return None
    rubric = service.rubric_of(context.shelf, engagement)
    asked = st.query_params.get(state.NODE) or st.session_state.get(state.NODE)
    named = group_of(rubric, asked)
    desk = Desk(context, engagement, rubric, unit, wave, rater, named or groups(rubric)[0])
    if named is None:
        desk = _at(desk, group_of(rubric, desk.progress().next_open))
    state.remember(state.NODE, desk.group.id, st.query_params, st.session_state)
    return desk


def _at(desk: Desk, group: Node | None) -> Desk:
    return desk if group is None else replace(desk, group=group)


def next_open_group(rubric: Rubric, answered: Iterable[str], after: str) -> Node | None:
    """The first group with an open indicator after the given one, starting again from the top."""
    done = set(answered)
    order = groups(rubric)
    here = [group.id for group in order].index(after)
    for group in (*order[here + 1 :], *order[:here]):
        if any(node.id not in done for node in indicators_of(group)):
            return group
    return None
