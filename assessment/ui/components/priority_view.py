"""What the Priorities page looks at: tier, view, what is tried out, and the order that follows."""

from dataclasses import dataclass
from typing import Any, Final, Literal

import streamlit as st

from assessment.catalogue import Lang
from assessment.class_draws import levels_drawn
from assessment.priorities import Ground, WhatIf, moved
from assessment.prioritising import (
    Prioritised,
    basis_of,
    ground_of,
    prioritised,
    tiers_to_show,
    usual_tier,
)
from assessment.priority_chart import VIEWS, PriorityField, View, priority_field
from assessment.ui.caching import remembered
from assessment.ui.components import in_link
from assessment.ui.components.results import View as ResultView

TIER, VIEW, PART = "tier", "view", "part"
Part = Literal["field", "tracks", "set"]
PARTS: Final[tuple[Part, ...]] = ("field", "tracks", "set")
_TRIED: Final = "priorities-tried"


@dataclass(frozen=True, slots=True)
class PriorityView:
    """The priorities of a unit in a wave.

    Attributes:
        found: what every result page looks at.
        tier: whose nodes are shown, one of `tiers`.
        view: what stands against importance.
        part: which part of the page is looked at.
        as_set: the priorities as importance, targets and weights are set.
        tried: what is tried out.
        now: the priorities with what is tried out; `as_set` itself where nothing is.
    """

    found: ResultView
    tier: str
    tiers: tuple[str, ...]
    view: View
    part: Part
    as_set: Prioritised
    tried: WhatIf
    now: Prioritised

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.found.lang

    @property
    def unit(self) -> str:
        """The unit's name."""
        return self.found.unit.called(self.lang)

    @property
    def ground(self) -> Ground:
        """What the priorities as they are set rest on."""
        return self.as_set.ground

    @property
    def trying(self) -> bool:
        """Whether anything is tried out."""
        return bool(self.tried.nodes)

    def name(self, node: str) -> str:
        """A node's name in the reader's language."""
        return self.ground.rubric.name_of(node, self.lang)

    def chart(self) -> PriorityField:
        """The chart, put together once for everything that is as it is set."""
        rubric, now = self.now.ground.rubric, self.now

        def make() -> PriorityField:
            return priority_field(rubric, now.found, self.view, self.unit, self.lang)

        if self.trying:
            return make()
        key = ("priority-field", *self.found.place[2:], self.tier, self.view, self.lang)
        return remembered(self.found.context, make, *key, revision=self.found.context.revision)


def look(found: ResultView) -> PriorityView:
    """The priorities that the link asks for, with what this session tries out."""
    context, place = found.context, found.place
    tiers = tiers_to_show(found.rubric)
    tier = in_link.kept(TIER, tiers, usual_tier(found.rubric))
    view: View = next(one for one in VIEWS if one == in_link.kept(VIEW, VIEWS, VIEWS[0]))
    part: Part = next(one for one in PARTS if one == in_link.kept(PART, PARTS, PARTS[0]))
    basis = basis_of(view)
    ground = remembered(
        context,
        lambda: ground_of(context.store, context.shelf, place.engagement, place.unit, place.wave),
        *("priority-ground", *place[2:]),
        revision=context.revision,
    )
    drawn_as_set = remembered(
        context, lambda: levels_drawn(ground), *("priority-draws", *place[2:]), revision=context.revision
    )
    as_set = remembered(
        context,
        lambda: prioritised(ground, tier, basis, drawn_as_set),
        *("prioritised", *place[2:], tier, basis),
        revision=context.revision,
    )
    tried = _known(tried_out(found), ground)
    now = as_set
    if tried.nodes:
        drawn = None if tried.weights else as_set.drawn
        now = prioritised(moved(ground, tried), tier, basis, drawn)
    return PriorityView(found, tier, tiers, view, part, as_set, tried, now)


def tried_out(found: ResultView) -> WhatIf:
    """What this session tries out for the unit in the wave; nothing for any other."""
    kept: dict[str, Any] = st.session_state.get(_TRIED) or {}
    if kept.get("place") != list(found.place[2:]):
        return WhatIf()
    return WhatIf(dict(kept["importance"]), dict(kept["targets"]), dict(kept["weights"]))


def try_out(
    found: ResultView, kind: Literal["importance", "targets", "weights"], node: str, value: str | float | None
) -> None:
    """Try a value for a node; None lets go of it."""
    before = tried_out(found)
    values: dict[str, dict[str, Any]] = {
        "importance": dict(before.importance),
        "targets": dict(before.targets),
        "weights": dict(before.weights),
    }
    values[kind].pop(node, None)
    if value is not None:
        values[kind][node] = value
    st.session_state[_TRIED] = {"place": list(found.place[2:]), **values}


def let_go() -> None:
    """Try nothing out any more."""
    st.session_state.pop(_TRIED, None)


def _known(tried: WhatIf, ground: Ground) -> WhatIf:
    """What is tried out, as far as the rubric has it: another version may have come meanwhile."""
    rubric = ground.rubric
    return WhatIf(
        {
            node: grade
            for node, grade in tried.importance.items()
            if node in rubric and grade in rubric.importance
        },
        {node: level for node, level in tried.targets.items() if node in rubric},
        {node: weight for node, weight in tried.weights.items() if node in rubric},
    )
