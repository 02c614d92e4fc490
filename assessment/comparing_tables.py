"""The tables of comparing: differences, largest differences, peers, changes, agreement, workshops."""

from collections.abc import Iterable, Sequence

from assessment.agreement import IndicatorAgreement, Workshop
from assessment.catalogue import Lang, text
from assessment.comparing import AssessedWave
from assessment.comparison import SideBySide
from assessment.peers import PeerStanding
from assessment.references import Differences
from assessment.robustness_tables import Cell, Table
from assessment.wave_change import PARTS, WaveChange


def column_title(column: str, lang: Lang) -> str:
    """The title of a column of these tables; a unit's own column is its id."""
    return text(f"comparing.column.{column}", lang)


def differences_table(here: AssessedWave, reference: str, found: Differences) -> Table:
    """A row per unit and node, in the order of both."""
    columns = (
        *("unit", "wave", "node", "tier", "score", "reference", "against", "difference"),
        *("made_of", "common", "indicators"),
    )
    tiers = {node.id: here.rubric.tier(node.id) for node in here.rubric.nodes}
    rows: list[tuple[Cell, ...]] = [
        (
            *(unit, here.wave.id, node, tiers[node], float(found.score[row, column]), reference),
            *(float(found.against[row, column]), float(found.difference[row, column])),
            *(int(found.made_of[row, column]), int(found.common[row, column])),
            int(found.indicators[column]),
        )
        for row, unit in enumerate(found.units)
        for column, node in enumerate(found.nodes)
    ]
    return Table(columns, rows)


def largest_table(found: SideBySide) -> Table:
    """A row per node, the largest difference first, with a column per unit."""
    columns = ("node", "tier", "spread", "highest", "lowest", "common", "indicators", *found.units)
    rows: list[tuple[Cell, ...]] = [
        (
            *(one.node, one.tier, one.spread, ";".join(one.highest), ";".join(one.lowest)),
            *(len(found.indicators), found.total),
            *one.scores,
        )
        for one in found.nodes
    ]
    return Table(columns, rows)


def peers_table(here: AssessedWave, unit: str, found: Iterable[PeerStanding]) -> Table:
    """A row per node that peers were published for."""
    columns = (
        *("unit", "node", "tier", "score", "peers", "hidden", "best", "best_operator", "gap", "place"),
        *("q1", "median", "q3"),
    )
    rows: list[tuple[Cell, ...]] = []
    for one in found:
        spread, best = one.spread, one.spread.best
        named = (None, None) if best is None else (best.score, best.operator)
        rows.append(
            (
                *(unit, spread.node, here.rubric.tier(spread.node), one.score, spread.count),
                *(int(spread.hidden), *named, one.gap, one.place),
                *(spread.q1, spread.median, spread.q3),
            )
        )
    return Table(columns, rows)


def change_table(before: AssessedWave, after: AssessedWave, found: WaveChange) -> Table:
    """A row per unit and node; `not_reassessed` counts the indicators at or below the node."""
    columns = (
        *("unit", "from_wave", "to_wave", "node", "tier", "before", "after", "total", *PARTS),
        *("kind", "common", "came", "went", "not_reassessed"),
    )
    rubric = after.rubric
    open_below = found.not_reassessed_below(rubric)
    rows: list[tuple[Cell, ...]] = [
        (
            *(unit, before.wave.id, after.wave.id, node, rubric.tier(node)),
            *(float(figure[row, column]) for figure in (found.before, found.after, found.total)),
            *(float(found.part(part)[row, column]) for part in PARTS),
            found.kind_at(row, column),
            *(int(count[row, column]) for count in (found.common, found.came, found.went, open_below)),
        )
        for row, unit in enumerate(found.units)
        for column, node in enumerate(found.nodes)
    ]
    return Table(columns, rows)


def indicators_table(found: Iterable[IndicatorAgreement]) -> Table:
    """A row per unit and indicator with votes of several raters, most disputed first."""
    columns = (
        *("unit", "indicator", "light", "raters", "median", "low", "high", "range", "deviation"),
        *("agreement", "split", "scope_disputed", "consensus", "votes"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            *(one.unit, one.indicator, one.light, one.raters, one.median, one.low, one.high, one.range),
            *(one.deviation, one.agreement, int(one.split), int(one.scope_disputed), one.consensus),
            ";".join(f"{v.rater}={v.state if v.score is None else f'{v.score:g}'}" for v in one.votes),
        )
        for one in found
    ]
    return Table(columns, rows)


def workshops_table(found: Sequence[Workshop]) -> Table:
    """A row per unit that several people rated."""
    columns = (
        *("unit", "raters", "red", "amber", "green", "alpha", "alpha_verdict", "alpha_items"),
        *("icc_single", "icc_panel", "icc_verdict", "icc_items"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            *(one.unit, len(one.raters), *one.lights),
            *(one.alpha.value, one.alpha.verdict, one.alpha.items),
            *(one.panel.single, one.panel.panel, one.panel.verdict, one.panel.items),
        )
        for one in found
    ]
    return Table(columns, rows)
