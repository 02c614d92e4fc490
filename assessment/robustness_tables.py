"""The tables of a ranking's robustness: ranks, ranks' probabilities, pairs, flips, structures."""

import csv
import io
import math
from itertools import combinations, pairwise
from typing import NamedTuple

from assessment.flips import Flips
from assessment.ranked_units import RankedUnits
from assessment.rating_noise import RatingNoise, compare_noise
from assessment.robustness import Robustness
from assessment.structures import Structures

Cell = str | float | int | None


class Table(NamedTuple):
    """Columns by id (their titles: `robustness_words.column_title`) and rows; None is an empty cell."""

    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


def ranks_table(found: Robustness, noise: RatingNoise) -> Table:
    """A row per unit, best first; those that are not ranked last, with nothing but their id.

    `ahead_of_next`, `certainty` and `noise` compare a unit with the next one; `tie_groups` are numbers
    from 1, in the order of `Robustness.tie_groups`.
    """
    assumed = found.assumptions
    spread = None if assumed is None else "any" if assumed.spread is None else assumed.spread
    recipe = (spread, found.draws, None if assumed is None else assumed.seed)
    verdicts = [*compare_noise(found.ranked, noise, _neighbours(found)).verdicts, None]
    columns = (
        *("unit", "rank", "score", "rank_median", "rank_low", "rank_high", "rank_mean", "rank_best"),
        *("rank_worst", "rank_shift", "tie_groups", "ahead_of_next", "certainty", "raters"),
        *("noise_error", "noise_low", "noise_high", "noise", "spread", "draws", "seed"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            unit,
            *_rank_cells(found, row),
            *_lead(found, row),
            noise.raters[row],
            *(float(figure[row]) for figure in (noise.error, noise.low, noise.high)),
            verdicts[row],
            *recipe,
        )
        for row, unit in enumerate(found.ranked.units)
    ]
    blank = (None,) * (len(columns) - 1)
    return Table(columns, rows + [(unit, *blank) for unit in found.ranked.unranked])


def _neighbours(found: Robustness) -> list[tuple[int, int]]:
    return list(pairwise(range(len(found.ranked.units))))


def _rank_cells(found: Robustness, row: int) -> tuple[Cell, ...]:
    ranks = found.ranks
    return (
        int(found.ranked.nominal[row]),
        float(found.ranked.overall[row]),
        *(float(figure[row]) for figure in (ranks.median, ranks.low, ranks.high, ranks.mean)),
        *(int(figure[row]) for figure in (ranks.best, ranks.worst)),
        float(ranks.shift[row]),
        ";".join(str(place + 1) for place in found.groups_of(row)),
    )


def _lead(found: Robustness, row: int) -> tuple[Cell, Cell]:
    """How often a unit is ahead of the next, and how sure that is."""
    if row + 1 == len(found.ranked.units):
        return None, None
    return float(found.wins[row, row + 1]), found.certainty(row, row + 1)


def acceptability_table(found: Robustness) -> Table:
    """A row per unit and rank that it takes in any draw."""
    rows: list[tuple[Cell, ...]] = [
        (unit, rank + 1, float(share))
        for row, unit in enumerate(found.ranked.units)
        for rank, share in enumerate(found.ranks.acceptability[row])
        if share > 0
    ]
    return Table(("unit", "rank", "probability"), rows)


def pairs_table(found: Robustness, noise: RatingNoise) -> Table:
    """A row per pair, the one ahead first; rating noise is adjusted over all of them."""
    units = found.ranked.units
    apart = compare_noise(found.ranked, noise, list(combinations(range(len(units)), 2)))
    columns = ("ahead", "behind", "probability", "certainty", "dominant")
    rows: list[tuple[Cell, ...]] = [
        (
            units[one],
            units[other],
            float(found.wins[one, other]),
            found.certainty(one, other),
            "yes" if found.dominant[one, other] else "",
            *(float(figure[place]) for figure in (apart.difference, apart.chance, apart.adjusted)),
            apart.verdicts[place],
        )
        for place, (one, other) in enumerate(apart.pairs)
    ]
    return Table((*columns, "difference", "chance", "adjusted", "noise"), rows)


def flips_table(ranked: RankedUnits, flips: Flips) -> Table:
    """A row per pair and weight that alone can swap it, the smallest change first."""
    units = ranked.units
    rows: list[tuple[Cell, ...]] = [
        (units[ahead], units[behind], *flip)
        for place, (ahead, behind) in enumerate(flips.pairs)
        for flip in flips.of(place)
    ]
    return Table(("ahead", "behind", "node", "factor", "share", "needed"), rows)


def structures_table(ranked: RankedUnits, structures: Structures) -> Table:
    """A row per other structure and unit; `rank_shift` is the structure's mean over the units."""
    rows: list[tuple[Cell, ...]] = [
        (
            *(tried.kind, tried.node, tried.coverage, unit, int(ranked.nominal[row])),
            _whole(structures.rank[row, place]),
            *(float(figure) for figure in (structures.score[row, place], structures.shift[place])),
        )
        for place, tried in enumerate(structures.alternatives)
        for row, unit in enumerate(ranked.units)
    ]
    return Table(("structure", "node", "coverage", "unit", "nominal", "rank", "score", "rank_shift"), rows)


def _whole(rank: float) -> int | None:
    return None if math.isnan(rank) else int(rank)


def to_csv(table: Table) -> bytes:
    """A table as CSV (UTF-8); figures with all their digits, a missing one empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode()


def _written(cell: Cell) -> Cell:
    return None if isinstance(cell, float) and math.isnan(cell) else cell
