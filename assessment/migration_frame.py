"""Two rubric versions and what an engagement holds: what a value of the one is in the other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from assessment.holdings import Holdings
from assessment.ratings import Target
from assessment.rubric import Rubric, Scale
from assessment.rubric_migration import NodeMoves, in_proportion, node_ids

_Value = TypeVar("_Value", str, Target)


def shelved(node: str, version: str) -> str:
    """Where a value is laid aside that another scale cannot hold; no node can be called so."""
    return f"{node}@{version}"


def same_ends(one: Scale, other: Scale) -> bool:
    """Whether a score means the same on both scales."""
    return (one.min, one.max) == (other.min, other.max)


def same_scale(one: Scale, other: Scale) -> bool:
    """Whether both scales take the same scores."""
    return (one.min, one.max, one.step) == (other.min, other.max, other.step)


def is_indicator(rubric: Rubric, node: str | None) -> bool:
    """Whether a rubric has this node and it is rated itself."""
    return node is not None and node in rubric and rubric.node(node).is_indicator


@dataclass(frozen=True)
class Frame:
    """What every part of the plan looks at."""

    before: Rubric
    after: Rubric
    moves: NodeMoves
    held: Holdings
    by: str
    past: tuple[Rubric, ...]
    origin: dict[str, str] = field(init=False)
    open: frozenset[str] = field(init=False)
    newly_kept: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        waves = self.held.waves
        object.__setattr__(self, "origin", self.moves.origin)
        still = frozenset(wave.id for wave in waves if not wave.locked and not wave.rubric_version)
        object.__setattr__(self, "open", still)
        kept = tuple(wave.id for wave in waves if wave.locked and not wave.rubric_version)
        object.__setattr__(self, "newly_kept", kept)

    def said_on(self, node: str) -> Rubric:
        """The version on which the ratings of a node that comes back were given."""
        return next((rubric for rubric in self.past if is_indicator(rubric, node)), self.before)

    def known_on(self, node: str) -> Rubric:
        """The version on which anything was last said of a node that comes back."""
        return next((rubric for rubric in self.past if node in rubric), self.before)

    def grade(self, grade: str, _said: Rubric, _proportional: bool) -> str | None:  # noqa: FBT001 - as for targets
        """An importance grade, where the version that is entered has it."""
        return grade if grade in self.after.importance else None

    def target(self, target: Target, said: Rubric, proportional: bool) -> Target | None:  # noqa: FBT001 - as `level`
        """A target on the scale that is entered; None where it cannot be one there."""
        level = self.level(target.level, said, proportional)
        return None if level is None else target.model_copy(update={"level": level})

    def target_became(self, shelf: Target, given: Target) -> bool:
        """Whether a target is nothing but an earlier one, converted."""
        level = in_proportion(shelf.level, self.after.scale, self.before.scale)
        return level == given.level and shelf.due == given.due

    def level(self, score: float, said: Rubric, proportional: bool) -> float | None:  # noqa: FBT001 - the author's word
        """A score on the scale that is entered; None where it cannot be one there."""
        if same_ends(said.scale, self.after.scale):
            return score if self.after.scale.holds(score) else None
        return in_proportion(score, said.scale, self.after.scale) if proportional else None


@dataclass(frozen=True)
class Setting(Generic[_Value]):
    """How a kind of value that is set by unit and node goes into another version.

    Attributes:
        express: the value as it is in the version that is entered, from the version on which it was set and
            whether shares may be taken over; None where it cannot be one there.
        became: whether what stands is nothing but this earlier value, converted.
    """

    values: Mapping[tuple[str, str], _Value]
    express: Callable[[_Value, Rubric, bool], _Value | None]
    became: Callable[[_Value, _Value], bool]

    def settled(self, frame: Frame) -> dict[tuple[str, str], _Value | None]:
        """What is to be set, by (unit, node); None takes away."""
        units = dict.fromkeys(unit for unit, _ in self.values)
        wanted: dict[tuple[str, str], _Value | None] = {}
        for node in node_ids(frame.after):
            for unit in units:
                wanted |= self._of(frame, unit, node)
        return {place: value for place, value in wanted.items() if self.values.get(place) != value}

    def _of(self, frame: Frame, unit: str, node: str) -> dict[tuple[str, str], _Value | None]:
        origin = frame.origin.get(node)
        said = frame.before if origin is not None else frame.known_on(node)
        source = node if origin is None else origin
        given, shelf = (
            self.values.get((unit, source)),
            self.values.get((unit, shelved(node, frame.after.version))),
        )
        proportional = origin is not None and frame.moves.in_proportion
        put = given if given is None else self.express(given, said, proportional)
        changed = given is not None and put != given
        if shelf is not None and (
            put is None or (changed and given is not None and self.became(shelf, given))
        ):
            put = shelf
        aside = (unit, shelved(source, said.version))
        return {aside: given if changed else None, (unit, node): put}
