"""Where an interviewer sits: one unit, wave and rater, one capability open, and what has been said so far."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypeVar

import streamlit as st

from assessment import service
from assessment.benchmark import Benchmark
from assessment.catalogue import Lang, text
from assessment.engagement import Engagement, Unit, Wave
from assessment.errors import UnitSignedOffError
from assessment.ports import Place
from assessment.progress import Progress, progress
from assessment.ratings import Evidence, Rating, Target, adopted
from assessment.rubric import Node, Rubric
from assessment.sign_off import standing_of
from assessment.ui import state
from assessment.ui.caching import remembered
from assessment.ui.components.ledger import ledger
from assessment.ui.components.people import named, names_of_people
from assessment.ui.context import Context
from assessment.ui.naming import by_name

HEAD = "interview-head"
TREE = "interview-tree"
KEYS = "interview-keys"
WAYS = "interview-ways"
_Value = TypeVar("_Value")
OF_ITSELF: Final = "opened-of-itself"
_MOST_NEIGHBOURS: Final = 4
_MOST_TRIED: Final = 12
_BEGINNING: Final = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """One place of work; the rater is None until somebody says who is rating.

    Attributes:
        group: the node whose indicators are open, usually a capability.
        focus: the indicator in it where the keyboard's cursor starts.
        signed_off: whether the unit's part of the wave is signed off.
        asked: whether the link or a click chose where the desk stands, and not the desk itself.
        pinned: the store's revision that everything is read at; None reads it afresh each time.
    """

    context: Context
    engagement: Engagement
    rubric: Rubric
    unit: Unit
    wave: Wave
    rater: str | None
    group: Node
    focus: str = ""
    signed_off: bool = False
    asked: bool = True
    pinned: int | None = None

    def now(self) -> "Desk":
        """The desk as things stand: for drawing one fragment; what reads later asks again."""
        return replace(self, pinned=self.context.store.revision())

    def _remembered(self, make: Callable[[], _Value], *key: Hashable) -> _Value:
        return remembered(self.context, make, *key, revision=self.pinned)

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.context.lang

    @property
    def can_rate(self) -> bool:
        """Whether ratings are taken: somebody is named, and neither wave nor unit is signed off."""
        return not self.refusal()

    def refusal(self) -> str:
        """Why no ratings are taken, in the reader's language; empty where they are."""
        if self.wave.locked:
            return text("interview.locked", self.lang)
        if self.signed_off:
            return by_name(UnitSignedOffError(self.unit.id, self.wave.id), self.context)
        return "" if self.rater is not None else text("interview.nobody", self.lang)

    @property
    def closed(self) -> bool:
        """Whether nobody may rate: the wave, or the unit's part of it, is signed off."""
        return self.wave.locked or self.signed_off

    @property
    def place(self) -> tuple[str, str, str, str]:
        """Engagement, unit, wave and rater; an empty rater where nobody is named."""
        return (self.engagement.id, self.unit.id, self.wave.id, self.rater or "")

    def ratings(self) -> tuple[Rating, ...]:
        """All raters' current ratings of the unit in the wave, as the store has them now."""
        place, store = self.place[:3], self.context.store
        return self._remembered(lambda: tuple(store.ratings(*place)), "unit-ratings", *place)

    def own(self) -> dict[str, Rating]:
        """Indicator -> the rater's own rating; with nobody named, the one that counts."""
        return self._remembered(self._own, "own-ratings", *self.place)

    def _own(self) -> dict[str, Rating]:
        votes: dict[str, list[Rating]] = {}
        for rating in self.ratings():
            if self.rater in (None, rating.rater):
                votes.setdefault(rating.indicator, []).append(rating)
        found = {indicator: adopted(ratings) for indicator, ratings in votes.items()}
        return {indicator: rating for indicator, rating in found.items() if rating is not None}

    def said(self) -> dict[str, Rating]:
        """Like `own`, but also what the rater took back or has yet to confirm."""
        if self.rater is None:
            return self.own()
        return {rating.indicator: rating for rating in self.ratings() if rating.rater == self.rater}

    def others(self, indicator: str) -> list[Rating]:
        """What everybody else said on one indicator."""
        return [r for r in self.ratings() if r.indicator == indicator and r.rater != self.rater]

    def evidence(self, indicator: str) -> tuple[Evidence, ...]:
        """What is on record for one indicator of the unit."""
        place = (self.engagement.id, self.wave.id, self.unit.id)
        store = self.context.store
        found = self._remembered(lambda: service.evidence_of(store, *place), "evidence", *place)
        return found.get((self.unit.id, indicator), ())

    def importance(self) -> dict[Place, str]:
        """Importance grades by (unit, node), as they were set."""
        store, engagement = self.context.store, self.engagement.id
        return self._remembered(lambda: store.importance(engagement), "importance", engagement)

    def targets(self) -> dict[Place, Target]:
        """Targets by (unit, node), as they were set."""
        store, engagement = self.context.store, self.engagement.id
        return self._remembered(lambda: store.targets(engagement), "targets", engagement)

    @property
    def wave_before(self) -> Wave | None:
        """The wave before this one; None for the first."""
        ids = [wave.id for wave in self.context.waves]
        here = ids.index(self.wave.id)
        return self.context.waves[here - 1] if here else None

    def last_scores(self) -> dict[Unit, dict[str, Rating]]:
        """What counted in the wave before, for the unit and a few of its neighbours, by indicator.

        It is read once per drawing of the whole page, not after every answer.
        """
        read = partial(_last_scores, self)
        return remembered(self.context, read, "last-wave", *self.place[:3], revision=self.context.revision)

    def benchmark(self) -> Benchmark | None:
        """The published data set to compare with; None without one."""
        store, shelf = self.context.store, self.context.shelf
        return self._remembered(
            lambda: service.benchmark_of(store, shelf, self.engagement),
            "benchmark",
            self.engagement.benchmark,
        )

    def progress(self) -> Progress:
        """How far the rater has come; with nobody named, how far all have come together."""
        return self._remembered(lambda: progress(self.rubric, self.own()), "progress", *self.place)

    def progress_of_all(self) -> Progress:
        """How far all raters have come together."""
        return replace(self, rater=None).progress()

    def name_of(self, rater: str) -> str:
        """A rater's name; combined raters (`A + B`) are named one by one."""
        return named(rater, names_of_people(self.context, self.engagement))


def _last_scores(desk: Desk) -> dict[Unit, dict[str, Rating]]:
    wave, units = desk.wave_before, desk.context.units
    if wave is None:
        return {}
    beside = [unit for unit in units if unit.parent == desk.unit.parent and unit != desk.unit]
    found: dict[Unit, dict[str, Rating]] = {}
    for unit in (desk.unit, *beside[:_MOST_TRIED]):
        if len(found) > _MOST_NEIGHBOURS:
            break
        votes: dict[str, list[Rating]] = {}
        for rating in desk.context.store.ratings(desk.engagement.id, unit.id, wave.id):
            votes.setdefault(rating.indicator, []).append(rating)
        counted = {i: one for i, ratings in votes.items() if (one := adopted(ratings)) is not None}
        if counted:
            found[unit] = counted
    return found


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
    rubric = service.rubric_of(context.shelf, engagement, context.store, wave)
    signed = is_signed_off(context, engagement.id, unit.id, wave.id)
    desk = Desk(context, engagement, rubric, unit, wave, rater, groups(rubric)[0], signed_off=signed)
    named = st.query_params.get(state.NODE) or st.session_state.get(state.NODE)
    of_itself = st.session_state.get(OF_ITSELF, ("", None))
    known = group_of(rubric, named) is not None and (named != of_itself[0] or rater == of_itself[1])
    asked = named if known else _last_position(desk)
    group = group_of(rubric, asked) or desk.group
    desk = replace(desk, group=group, focus=_focus(desk, group, asked))
    here = desk.focus if named == desk.focus else group.id
    if not known:
        st.session_state[OF_ITSELF] = (here, rater)
    desk = replace(desk, asked=st.session_state.get(OF_ITSELF, ("", None))[0] != here)
    state.remember(state.NODE, here, st.query_params, st.session_state)
    return desk


def is_signed_off(context: Context, engagement: str, unit: str, wave: str) -> bool:
    """Whether a unit's part of a wave is signed off now."""
    standing = standing_of(context.store, engagement, unit, wave)
    return standing is not None and standing.signed


def _last_position(desk: Desk) -> str | None:
    """Where the rater stood last: in this process, else at the newest rating, else the first open one."""
    if desk.rater is not None:
        stood = ledger(desk.context).position(desk.place)
        newest = max(desk.said().values(), key=lambda rating: rating.at or _BEGINNING, default=None)
        if stood or newest:
            return stood or (newest.indicator if newest else None)
    return desk.progress().next_open


def _focus(desk: Desk, group: Node, asked: str | None) -> str:
    indicators = [node.id for node in indicators_of(group)]
    if asked in indicators:
        return str(asked)
    answered = desk.own()
    return next((node for node in indicators if node not in answered), indicators[0])


def next_open_group(rubric: Rubric, answered: Iterable[str], after: str) -> Node | None:
    """The first group with an open indicator after the given one, starting again from the top."""
    done = set(answered)
    order = groups(rubric)
    here = [group.id for group in order].index(after)
    for group in (*order[here + 1 :], *order[:here]):
        if any(node.id not in done for node in indicators_of(group)):
            return group
    return None
