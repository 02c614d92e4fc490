"""What is true of a branch of the generated engagement, wave by wave, and how raters see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, Literal

from assessment.rubric import Node, Rubric

EventKind = Literal["unchanged", "improved", "rerated", "scope", "lapsed"]
Level = float | Literal["na", "open"]
"""A level, or that the indicator does not apply, or that nobody assessed it."""

LOWEST: Final = 1.0
HIGHEST: Final = 4.5
"""True levels keep half a level away from the ends, so that a rater can err to both sides."""

_STEP: Final = 0.5
_ERRS: Final = 0.2
"""How often a rater's vote is half a level off."""
_CAMP: Final = 1.5
"""How far one camp of a split panel is from the true level."""
_TILT: Final = 0.6
"""How far a severe or mild rater errs to one side: 1 is always."""
_FAR_OFF: Final = 0.05
"""How often the first rater of a panel is far off at an ordinary branch, as far as a camp."""
_ORDINARY: Final[Mapping[EventKind, int]] = {
    "unchanged": 50,
    "improved": 30,
    "rerated": 10,
    "scope": 5,
    "lapsed": 5,
}
"""Out of 100 ordinary branches, what happens before the last wave."""
_EARLIER: Final[tuple[EventKind, ...]] = ("unchanged", "improved", "rerated")
"""What may happen before the others; what came or went there would blur what the last wave shows."""
_NEVER_OFFERED: Final = 0.08
_LARGE: Final = 4
"""Indicators from which on a capability still has a score when one of them is not assessed."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened at a branch between a wave and the one before, and to which indicators."""

    kind: EventKind
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A branch that shows something.

    Attributes:
        profile: true level of each dimension, in the order of the rubric; all its indicators have it.
        last: what happens before the last wave; nothing happens before.
        disputed: how many indicators the raters see in two camps, three levels apart.
    """

    profile: tuple[float, ...]
    last: EventKind = "unchanged"
    disputed: int = 0


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch with its truth.

    Attributes:
        levels: by wave, indicator -> true level; what is judged anew is not in it.
        shifts: by wave, indicator -> how much higher it is judged, though nothing changed.
        events: by wave, what happened before it; `unchanged` for the first.
        disputed: indicators that the raters see in two camps.
        ordinary: whether it has no role to play.
    """

    unit: str
    levels: tuple[Mapping[str, Level], ...]
    shifts: tuple[Mapping[str, float], ...]
    events: tuple[Event, ...]
    disputed: tuple[str, ...] = ()
    ordinary: bool = True


def make_branch(rubric: Rubric, seed: int, unit: str, waves: int, role: Role | None) -> Branch:
    """A branch's truth; the same for the same seed and unit, whatever other branches there are."""
    chance = Random(f"{seed}/{unit}")  # noqa: S311 - an example, no secret
    levels: list[dict[str, Level]] = [_first_levels(rubric, chance, role)]
    shifts: list[dict[str, float]] = [{}]
    events = [Event("unchanged")]
    for wave in range(1, waves):
        kind = _what_happens(chance, role, last=wave == waves - 1)
        event = Event(kind, _touched(rubric, chance, kind, levels[-1]))
        events.append(event)
        levels.append(_after(event, levels[-1]))
        shifts.append(shifts[-1] | (dict.fromkeys(event.indicators, _STEP) if kind == "rerated" else {}))
    disputed = [leaf.id for leaf in rubric.indicators if levels[0][leaf.id] != "na"]
    return Branch(
        unit=unit,
        levels=tuple(levels),
        shifts=tuple(shifts),
        events=tuple(events),
        disputed=tuple(chance.sample(disputed, role.disputed)) if role else (),
        ordinary=role is None,
    )


def votes(branch: Branch, seed: int, rater: str, place: int) -> list[dict[str, Level]]:
    """What one rater says in each wave; the same error for as long as the level is the same.

    Args:
        branch: who is rated.
        seed: of the engagement.
        rater: id; a rater is as severe or mild everywhere.
        place: of the rater in the panel; the first is far off now and then, and where a panel is split it
            decides the camp.
    """
    tilt = Random(f"{seed}/{rater}").uniform(-_TILT, _TILT)  # noqa: S311 - an example, no secret
    chance = Random(f"{seed}/{branch.unit}/{rater}")  # noqa: S311 - an example, no secret
    errors = {indicator: _error(chance, tilt) for indicator in branch.levels[0]}
    if branch.ordinary and place == 0:
        far = [indicator for indicator in errors if chance.random() < _FAR_OFF]
        errors |= {indicator: chance.choice([-_CAMP, _CAMP]) for indicator in far}
    for indicator in branch.disputed:
        errors[indicator] = _CAMP if place % 2 else -_CAMP
    return [
        {
            indicator: level
            if isinstance(level, str)
            else min(5.0, max(0.0, level + errors[indicator] + shift.get(indicator, 0.0)))
            for indicator, level in levels.items()
        }
        for levels, shift in zip(branch.levels, branch.shifts, strict=True)
    ]


def _error(chance: Random, tilt: float) -> float:
    if chance.random() >= _ERRS:
        return 0.0
    return _STEP if chance.random() < (1 + tilt) / 2 else -_STEP


def _first_levels(rubric: Rubric, chance: Random, role: Role | None) -> dict[str, Level]:
    dimensions = rubric.root.children
    if role is not None:
        pairs = zip(dimensions, role.profile, strict=True)
        known: dict[str, Level] = {leaf: level for node, level in pairs for leaf in _leaves(node)}
        return known | (dict.fromkeys(_optional(rubric), LOWEST) if role.last == "scope" else {})
    own = chance.gauss(2.7, 0.45)
    levels: dict[str, Level] = {}
    for node in dimensions:
        strength = own + chance.gauss(0, 0.4)
        for leaf in _leaves(node):
            levels[leaf] = _on_scale(strength + chance.gauss(0, 0.5))
    if chance.random() < _NEVER_OFFERED:
        levels |= dict.fromkeys(chance.sample(_optional(rubric), 2), "na")
    return levels


def _what_happens(chance: Random, role: Role | None, *, last: bool) -> EventKind:
    if role is not None:
        return role.last if last else "unchanged"
    kinds = [*_ORDINARY] if last else [*_EARLIER]
    return chance.choices(kinds, [_ORDINARY[kind] for kind in kinds])[0]


def _touched(rubric: Rubric, chance: Random, kind: EventKind, levels: Mapping[str, Level]) -> tuple[str, ...]:
    """Which indicators an event is about, in the order of the interview."""
    room = [leaf for leaf, level in levels.items() if not isinstance(level, str) and level <= HIGHEST - 1]
    scored = [leaf for leaf, level in levels.items() if not isinstance(level, str)]
    chosen: Sequence[str] = ()
    if kind in {"improved", "rerated"}:
        chosen = chance.sample(room, min(len(room), chance.randint(8, 15)))
    elif kind == "scope":
        offered = [leaf for leaf in _optional(rubric) if leaf in scored]
        chosen = chance.sample(offered, min(3, len(offered)))
    elif kind == "lapsed":
        known = [[leaf for leaf in _leaves(node) if leaf in scored] for node in _large(rubric)]
        chosen = [chance.choice(leaves) for leaves in known]
    return tuple(leaf for leaf in levels if leaf in set(chosen))


def _after(event: Event, before: Mapping[str, Level]) -> dict[str, Level]:
    levels = dict(before)
    for leaf in event.indicators:
        level = levels[leaf]
        if event.kind == "improved" and not isinstance(level, str):
            levels[leaf] = level + 1
        elif event.kind == "scope":
            levels[leaf] = "na"
        elif event.kind == "lapsed":
            levels[leaf] = "open"
    return levels


def _large(rubric: Rubric) -> list[Node]:
    above = [node for node in rubric.nodes if node.children and node.children[0].is_indicator]
    return [node for node in above if len(node.children) >= _LARGE]


def _optional(rubric: Rubric) -> list[str]:
    """The only indicators that may not apply: few, so that the branches keep most of them in common."""
    return [node.children[-1].id for node in _large(rubric)[:_LARGE]]


def _leaves(node: Node) -> list[str]:
    return [leaf.id for leaf in node.walk() if leaf.is_indicator]


def _on_scale(level: float) -> float:
    return min(HIGHEST, max(LOWEST, round(level / _STEP) * _STEP))
