"""Which ranks a chart shows, and where the brackets of its tie groups stand; layout only, no figures."""

from collections.abc import Sequence
from typing import Final, NamedTuple

WHOLE: Final = 16
"""Rows that are shown at most."""
LANES: Final = 7
"""Brackets that stand side by side at most."""


class Bracket(NamedTuple):
    """One tie group as far as it is shown: its place among all, its rows, and its lane from the left."""

    group: int
    rows: tuple[int, ...]
    lane: int


def window(count: int, own: int | None) -> tuple[int, ...]:
    """Rows to show: all of a short ranking, else those around the own unit, or the first ones without it."""
    start = 0 if own is None else max(0, min(own - WHOLE // 2, count - WHOLE))
    return tuple(range(start, min(count, start + WHOLE)))


def brackets(groups: Sequence[Sequence[int]], rows: Sequence[int], own: int | None) -> tuple[Bracket, ...]:
    """The groups with two or more rows shown, in lanes in which none overlaps; the own unit's first.

    A group of which no more is shown than of another one is left out.
    """
    shown = set(rows)
    cut = [(place, tuple(row for row in group if row in shown)) for place, group in enumerate(groups)]
    cut = [(place, kept) for place, kept in cut if len(kept) > 1]
    distinct = [
        (place, kept)
        for place, kept in cut
        if not any(set(kept) < set(other) or (kept == other and earlier < place) for earlier, other in cut)
    ]
    found: list[Bracket] = []
    for place, kept in sorted(distinct, key=lambda one: (own not in one[1], one[1][0], -one[1][-1])):
        taken = {b.lane for b in found if b.rows[0] <= kept[-1] and kept[0] <= b.rows[-1]}
        lane = next(lane for lane in range(len(found) + 1) if lane not in taken)
        found.append(Bracket(place, kept, lane))
    return tuple(found)
