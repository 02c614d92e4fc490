"""The tables of the Ranking page, worded for readers: ranks, flips, other structures."""

import math
from itertools import pairwise

from assessment.catalogue import text
from assessment.flips import flips, neighbours
from assessment.rating_noise import compare_noise
from assessment.report.shapes import Cell, CellKind, Column, Table
from assessment.robustness_words import (
    assumptions_sentence,
    certainty_word,
    column_title,
    noise_word,
    rank_interval,
    structure_name,
)
from assessment.rubric import TOLERANCE
from assessment.ui.components.ranking_view import RankingView


def ranks_table(view: RankingView) -> Table:
    """A row per unit, best first; those without a rank last, in words."""
    found, noise, lang = view.known.robust, view.known.noise, view.lang
    count = len(found.ranked.units)
    verdicts = compare_noise(found.ranked, noise, list(pairwise(range(count)))).verdicts
    apart = [*(noise_word(verdict, lang) for verdict in verdicts), ""]
    kinds: dict[str, CellKind] = {
        "unit": "text",
        "rank": "count",
        "score": "score",
        "interval": "text",
        "rank_median": "score",
        "rank_low": "score",
        "rank_high": "score",
        "lead": "text",
        "ahead_of_next": "percent",
        "tied-with": "count",
        "noise": "text",
        "noise_low": "score",
        "noise_high": "score",
        "raters": "count",
    }
    own_titles = {"interval", "lead", "tied-with", "noise"}
    columns = tuple(
        Column(
            key, text(f"ranking.column.{key}", lang) if key in own_titles else column_title(key, lang), kind
        )
        for key, kind in kinds.items()
    )
    rows = [_ranks_row(view, row, apart[row]) for row in range(count)]
    missing = text("ranking.no-rank", lang)
    blank = [Cell(missing, None, kind) for kind in kinds.values()][1:]
    rows += [(Cell(view.names[unit]), *blank) for unit in found.ranked.unranked]
    return Table(
        "ranking.ranks",
        text("ranking.table", lang),
        columns,
        tuple(rows),
        notes=(assumptions_sentence(view.assumptions, view.ranked.rubric, lang),),
        row_ids=(*found.ranked.units, *found.ranked.unranked),
    )


def _ranks_row(view: RankingView, row: int, beside_noise: str) -> tuple[Cell, ...]:
    found, noise = view.known.robust, view.known.noise
    ranks = found.ranks
    low, high = rank_interval(found, row)
    last = row + 1 == len(found.ranked.units)
    ahead = None if last else float(found.wins[row, row + 1])
    tied = {other for place in found.groups_of(row) for other in found.tie_groups[place]} - {row}
    return (
        Cell(view.name(row)),
        _count(int(found.ranked.nominal[row])),
        _score(float(found.ranked.overall[row])),
        Cell(str(low) if low == high else f"{low}–{high}"),
        *(_score(float(figure[row])) for figure in (ranks.median, ranks.low, ranks.high)),
        Cell("" if last else lead_word(view, row, row + 1)),
        Cell("" if ahead is None else f"{ahead * 100:.0f}%", ahead, "percent"),
        _count(len(tied)),
        Cell(beside_noise),
        *(_score(float(figure[row])) for figure in (noise.low, noise.high)),
        _count(noise.raters[row]),
    )


def lead_word(view: RankingView, one: int, other: int) -> str:
    """How sure the lead of a row over another is, in a word."""
    found, lang = view.known.robust, view.lang
    if found.dominant[one, other]:
        return text("ranking.lead.dominant", lang)
    if abs(found.ranked.overall[one] - found.ranked.overall[other]) <= TOLERANCE:
        return text("ranking.column.level", lang)
    return certainty_word(found.certainty(one, other), lang)


def flips_table(view: RankingView) -> Table:
    """A row per pair of neighbours and weight that alone swaps it, in the order of the ranking."""
    ranked, lang = view.ranked, view.lang
    kinds: dict[str, CellKind] = {
        "ahead": "text",
        "behind": "text",
        "node": "text",
        "factor": "score",
        "share": "percent",
        "needed": "percent",
    }
    columns = tuple(Column(key, column_title(key, lang), kind, 2) for key, kind in kinds.items())
    found, rows, ids = flips(ranked, neighbours(ranked)), [], []
    for place, (ahead, behind) in enumerate(found.pairs):
        for flip in found.of(place):
            names = (view.name(ahead), view.name(behind), ranked.rubric.name_of(flip.node, lang))
            shares = [Cell(f"{share * 100:.0f}%", share, "percent") for share in (flip.share, flip.needed)]
            rows.append((*map(Cell, names), _score(flip.factor), *shares))
            ids.append(ranked.units[behind])
    return Table("ranking.flips", text("ranking.flips.table", lang), columns, tuple(rows), row_ids=tuple(ids))


def structures_table(view: RankingView) -> Table:
    """A row per unit, best first, with its rank under every other structure."""
    ranked, found, lang = view.ranked, view.known.structures, view.lang
    columns = (
        Column("unit", column_title("unit", lang)),
        Column("nominal", column_title("nominal", lang), "count"),
        *(
            Column(f"structure-{place}", structure_name(tried, ranked.rubric, lang), "count")
            for place, tried in enumerate(found.alternatives)
        ),
    )
    missing = text("ranking.no-rank", lang)
    rows = tuple(
        (
            Cell(view.name(row)),
            _count(int(ranked.nominal[row])),
            *(
                Cell(missing, None, "count") if math.isnan(rank) else _count(int(rank))
                for rank in found.rank[row].tolist()
            ),
        )
        for row in range(len(ranked.units))
    )
    title = text("ranking.structure.table", lang)
    return Table("ranking.structures", title, columns, rows, row_ids=ranked.units)


def _count(value: int) -> Cell:
    return Cell(str(value), value, "count")


def _score(value: float) -> Cell:
    return Cell(f"{value:.2f}", value, "score")
