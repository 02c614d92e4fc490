"""What is to do next in an engagement, in one step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.engagement import Unit
from assessment.progress import Count

StepKind = Literal["start", "continue", "read"]


@dataclass(frozen=True, slots=True)
class NextStep:
    """Start a unit's interview, continue it, or read the results when nothing is open."""

    kind: StepKind
    unit: Unit
    count: Count


def next_step(
    units: Sequence[Unit], all_raters: Mapping[str, Count], own: Mapping[str, Count] | None = None
) -> NextStep:
    """The one thing to do next.

    A person's own unfinished interview comes first, then a unit that nobody has assessed, then an unfinished
    one. A unit with parts of its own (a group, a province) is not asked for: it may well stay unrated.

    Args:
        units: of the engagement, at least one.
        all_raters: unit id -> answers of all raters together in the wave.
        own: unit id -> answers of the person who asks; None where nobody is named.
    """
    parents = {unit.parent for unit in units}
    leaves = [unit for unit in units if unit.id not in parents]
    for unit in units:
        mine = (own or {}).get(unit.id)
        if mine and 0 < mine.done < mine.total:
            return NextStep("continue", unit, mine)
    for unit in leaves:
        if all_raters[unit.id].done == 0:
            return NextStep("start", unit, all_raters[unit.id])
    for unit in leaves:
        if not all_raters[unit.id].complete:
            return NextStep("continue", unit, all_raters[unit.id])
    rated = next((unit for unit in leaves if all_raters[unit.id].done), units[0])
    return NextStep("read", rated, all_raters[rated.id])
