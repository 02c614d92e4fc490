"""What becomes of initiatives, chosen or in a library, in another rubric version."""

from dataclasses import dataclass

from assessment.initiatives import InitiativeLibrary, Lift, Prerequisite
from assessment.migration_frame import Frame, is_indicator, same_ends, shelved
from assessment.roadmap_records import PickedInitiative
from assessment.rubric import Rubric
from assessment.rubric_migration import NodeMoves


@dataclass(frozen=True, slots=True)
class Way:
    """From one version of a rubric to another."""

    before: Rubric
    after: Rubric
    moves: NodeMoves


def moved_initiatives(frame: Frame) -> tuple[PickedInitiative, ...]:
    """New revisions of the initiatives whose lifts or prerequisites read otherwise in the version entered.

    Both go with their node. What cannot be one there - the node is dropped, or the scale is another one and
    the author does not say that shares are the same - is laid aside under a name that no node has
    (`shelved`), so that it lifts and demands nothing, and comes back when the engagement moves back.
    """
    moved, way = [], Way(frame.before, frame.after, frame.moves)
    for item in frame.held.initiatives:
        own = item.initiative
        lifts = tuple(_lift(way, lift) for lift in own.lifts)
        needs = tuple(_need(way, need) for need in own.needs)
        if (lifts, needs) != (own.lifts, own.needs):
            changed = own.model_copy(update={"lifts": lifts, "needs": needs})
            moved.append(item.model_copy(update={"initiative": changed}))
    return tuple(moved)


def laid_aside(rubric: Rubric, item: PickedInitiative) -> int:
    """How many lifts and prerequisites of an initiative are of nodes that a version does not have."""
    lifts, needs = item.initiative.lifts, item.initiative.needs
    return sum(node not in rubric for node in (*(one.node for one in lifts), *(one.node for one in needs)))


def carried(library: InitiativeLibrary, way: Way) -> InitiativeLibrary:
    """A library for another version of its rubric, told as chosen initiatives are that move there.

    What cannot be told there - the node is dropped, or the scale is another one and the author does not say
    that shares are the same - is left out.
    """
    kept = []
    for one in library.initiatives:
        lifts = (_lift(way, lift) for lift in one.lifts)
        needs = (_need(way, need) for need in one.needs)
        here = {
            "lifts": tuple(lift for lift in lifts if lift.node in way.after),
            "needs": tuple(need for need in needs if is_indicator(way.after, need.node)),
        }
        kept.append(one.model_copy(update=here))
    return library.model_copy(update={"version": way.after.version, "initiatives": tuple(kept)})


def _lift(way: Way, lift: Lift) -> Lift:
    node = _node(way, lift.node)
    if node is None:
        return lift.model_copy(update={"node": shelved(lift.node, way.before.version)})
    return Lift(node=node, levels=lift.levels * _stretch(way, lift.node))


def _need(way: Way, need: Prerequisite) -> Prerequisite:
    node = _node(way, need.node)
    if node is None:
        return need.model_copy(update={"node": shelved(need.node, way.before.version)})
    stretch = _stretch(way, need.node)
    if stretch == 1.0:
        return Prerequisite(node=node, level=need.level)
    before, after = way.before.scale, way.after.scale
    return Prerequisite(node=node, level=after.min + (need.level - before.min) * stretch)


def _node(way: Way, node: str) -> str | None:
    """Where a node goes; None where nothing can be said of it in the version that is entered."""
    back = node.removesuffix(shelved("", way.after.version))
    if back != node:
        return back if back in way.after else None
    if node not in way.before:
        return node
    if not (same_ends(way.before.scale, way.after.scale) or way.moves.in_proportion):
        return None
    return way.moves.to.get(node)


def _stretch(way: Way, node: str) -> float:
    """Levels of the version that is entered per level of the one that is left; 1 for what comes back."""
    before, after = way.before.scale, way.after.scale
    if node not in way.before or same_ends(before, after):
        return 1.0
    return (after.max - after.min) / (before.max - before.min)
