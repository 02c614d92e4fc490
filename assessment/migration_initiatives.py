"""What becomes of chosen initiatives when their engagement moves to another rubric version."""

from assessment.initiatives import Lift, Prerequisite
from assessment.migration_frame import Frame, same_ends, shelved
from assessment.roadmap_records import PickedInitiative
from assessment.rubric import Rubric


def moved_initiatives(frame: Frame) -> tuple[PickedInitiative, ...]:
    """New revisions of the initiatives whose lifts or prerequisites read otherwise in the version entered.

    Both go with their node. What cannot be one there - the node is dropped, or the scale is another one and
    the author does not say that shares are the same - is laid aside under a name that no node has
    (`shelved`), so that it lifts and demands nothing, and comes back when the engagement moves back.
    """
    moved = []
    for item in frame.held.initiatives:
        own = item.initiative
        lifts = tuple(_lift(frame, lift) for lift in own.lifts)
        needs = tuple(_need(frame, need) for need in own.needs)
        if (lifts, needs) != (own.lifts, own.needs):
            changed = own.model_copy(update={"lifts": lifts, "needs": needs})
            moved.append(item.model_copy(update={"initiative": changed}))
    return tuple(moved)


def laid_aside(rubric: Rubric, item: PickedInitiative) -> int:
    """How many lifts and prerequisites of an initiative are of nodes that a version does not have."""
    lifts, needs = item.initiative.lifts, item.initiative.needs
    return sum(node not in rubric for node in (*(one.node for one in lifts), *(one.node for one in needs)))


def _lift(frame: Frame, lift: Lift) -> Lift:
    node = _node(frame, lift.node)
    if node is None:
        return lift.model_copy(update={"node": shelved(lift.node, frame.before.version)})
    return Lift(node=node, levels=lift.levels * _stretch(frame, lift.node))


def _need(frame: Frame, need: Prerequisite) -> Prerequisite:
    node = _node(frame, need.node)
    if node is None:
        return need.model_copy(update={"node": shelved(need.node, frame.before.version)})
    stretch = _stretch(frame, need.node)
    if stretch == 1.0:
        return Prerequisite(node=node, level=need.level)
    before, after = frame.before.scale, frame.after.scale
    return Prerequisite(node=node, level=after.min + (need.level - before.min) * stretch)


def _node(frame: Frame, node: str) -> str | None:
    """Where a node goes; None where nothing can be said of it in the version that is entered."""
    back = node.removesuffix(shelved("", frame.after.version))
    if back != node:
        return back if back in frame.after else None
    if node not in frame.before:
        return node
    if not (same_ends(frame.before.scale, frame.after.scale) or frame.moves.in_proportion):
        return None
    return frame.moves.to.get(node)


def _stretch(frame: Frame, node: str) -> float:
    """Levels of the version that is entered per level of the one that is left; 1 for what comes back."""
    before, after = frame.before.scale, frame.after.scale
    if node not in frame.before or same_ends(before, after):
        return 1.0
    return (after.max - after.min) / (before.max - before.min)
