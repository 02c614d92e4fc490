"""What every table and chart of the full deck has to show, by table, row and column, out of `Core`."""

import re
from collections.abc import Callable

from assessment.benchmark import PublishedScore
from assessment.ratings import Rating
from assessment.scoring import Scorer
from tests.exports.core_figures import BEFORE, Core

Figure = float | PublishedScore | None


def _less(one: Figure, other: Figure) -> float | None:
    first, second = (each.score if isinstance(each, PublishedScore) else each for each in (one, other))
    return None if first is None or second is None else first - second


def _profile(of: Core, node: str, _row: int, key: str) -> Figure:
    result, best = of.scores[of.own][node], of.best(node)
    return {
        "score": result.score,
        "low": result.low,
        "high": result.high,
        "coverage": result.coverage,
        "published": of.benchmark.score_of(of.own, node),
        "reference": best,
        "difference": _less(result.score, best),
    }[key]


def _targets(of: Core, node: str, _row: int, key: str) -> Figure:
    score, target = of.score(node), of.target(node)
    return {"score": score, "target": target, "difference": _less(score, target)}[key]


def _composite(of: Core, node: str, _row: int, key: str) -> Figure:
    score, printed, best = of.score(node), of.benchmark.score_of(of.own, node), of.best(node)
    return {
        "computed": score,
        "published": printed,
        "published-difference": _less(printed, score),
        "reference": best,
        "difference": _less(score, best),
    }[key]


def _of_units(of: Core, node: str, _row: int, key: str) -> Figure:
    kind, _, name = key.partition(".")
    if kind == "peer":
        return of.benchmark.score_of(name, node)
    if kind == "spread":
        known = [s for unit in of.scores if (s := of.score(node, unit)) is not None]
        return max(known) - min(known)
    return of.score(node, name)


def _ties(of: Core, unit: str, _row: int, key: str) -> Figure:
    own = of.score(of.root, unit)
    overall = [s for one in of.scores if (s := of.score(of.root, one)) is not None]
    assert own is not None
    return {"rank": 1 + sum(one > own + 1e-9 for one in overall), "score": own}[key]


def _change(of: Core, node: str, _row: int, key: str) -> Figure:
    before, after = of.earlier[node].score, of.score(node)
    own = of.ratings(BEFORE)[of.own], of.ratings(of.place[2])[of.own]
    leaves = [leaf.id for leaf in of.rubric.node(node).walk() if leaf.is_indicator]
    there = [{leaf for leaf in leaves if leaf in one and one[leaf].score is not None} for one in own]
    return {
        "before": before,
        "after": after,
        "total": _less(after, before),
        "real": _less(after, before),  # nothing was re-rated, came or went
        "common": len(there[0] & there[1]),
        "came": len(there[1] - there[0]),
        "went": len(there[0] - there[1]),
        "left": len([leaf for leaf in there[0] if own[1].get(leaf) is None]),
    }[key]


def _priorities(of: Core, node: str, _row: int, key: str) -> Figure:
    one = of.urgent[node]
    assert one.aim is not None
    return {
        "rank": 1 + sum(of.pressing(other) > of.pressing(node) + 1e-9 for other in of.urgent),
        "urgency": of.urgency(node),
        "gap": of.gap(node),
        "level": of.score(node),
        "noise": one.noise.half if one.noise else None,
        "aim": one.aim.level,
        "kept": of.first_things.kept.get(node),
    }[key]


def _projected(of: Core, _node: str, row: int, key: str) -> Figure:
    node = [of.root, *(one.id for one in of.dimensions)][row]
    now, then = of.promises[node, 0], of.promises[node, of.plan.settings.phases]
    return {
        "now": of.score(node),
        "then": then.score,
        "gain": _less(then.score, now.score),
        "low": then.low,
        "high": then.high,
    }[key]


def _planned(of: Core, name: str, _row: int, key: str) -> Figure:
    if key.startswith("role-"):
        return of.initiatives[name].effort.get(key.removeprefix("role-"), 0.0)
    return {"start": of.start, "end": of.end}[key](name)


def _published(of: Core, node: str, row: int, key: str) -> Figure:
    one = of.published[row]
    assert one.node == node
    printed, ours = of.benchmark.score_of(one.operator, node), recomputed(of, one.operator, node)
    return {"published": printed, "computed": ours, "difference": _less(printed, ours)}[key]


def recomputed(of: Core, operator: str, node: str) -> float | None:
    """A composite from the indicator scores that were printed for an operator."""
    leaves = [leaf for leaf in of.rubric.node(node).walk() if leaf.is_indicator]
    printed = {leaf.id: of.benchmark.score_of(operator, leaf.id) for leaf in leaves}
    ratings = {
        leaf: Rating(unit=operator, wave="w", indicator=leaf, rater="r", state="scored", score=one.score)
        for leaf, one in printed.items()
        if one is not None and one.score is not None
    }
    return Scorer(of.rubric).unit(ratings)[node].score


def _weights(of: Core, _node: str, row: int, key: str) -> Figure:
    explained = {one.node: one.weight_ranges for one in of.published if one.weight_ranges}
    return float(getattr([found for ranges in explained.values() for found in ranges][row], key))


def _indicators(of: Core, node: str, _row: int, key: str) -> Figure:
    linked = of.store.evidence_links(of.place[0], of.own, of.place[2])
    return {"score": of.score(node), "evidence": sum(one.indicator == node for one in linked)}[key]


TableFigure = Callable[[Core, str, int, str], Figure]
TABLES: list[tuple[str, TableFigure]] = [
    (r"guide\.scale", lambda of, _node, row, _key: of.rubric.scale.min + row),
    (r"profile\.scores", _profile),
    (r"profile\.targets", _targets),
    (r"capability\..+\.indicators", lambda of, node, _row, _key: of.score(node)),
    (r"capability\..+\.composite", _composite),
    (r"comparison\.(scores|indicators)|side\.scores", _of_units),
    (r"branches\.heatmap", lambda of, unit, _row, key: of.score(key.removeprefix("node."), unit)),
    (r"branches\.ties", _ties),
    (r"change\.nodes", _change),
    (r"priorities\.list", _priorities),
    (r"diagnosis\.chain", lambda of, _node, row, _key: of.stakes[row]),
    (r"roadmap\.projected", _projected),
    (r"roadmap\.plan", _planned),
    (r"roadmap\.load", lambda of, _node, row, key: of.load(of.roles[row], int(key.removeprefix("phase-")))),
    (r"decisions\.asked", lambda _of, _node, row, _key: row + 1),
    (r"indicators\.all", _indicators),
    (r"published\.composites", _published),
    (r"published\.weights", _weights),
    (r"evidence\..+", lambda of, node, _row, _key: of.score(node)),
]
"""Tables by id -> the figure at a row (its id, empty without one, and its place) and a column's key."""


def in_table(table: str) -> TableFigure:
    """What works out the figures of a table; StopIteration for one that nobody has taken care of."""
    return next(figure for pattern, figure in TABLES if re.fullmatch(pattern, table))


def _of_series(of: Core, _chart: str, series: str, node: str) -> Figure:
    return of.best(node) if series == "best" else of.score(node, series)


def _slope(of: Core, _chart: str, node: str, wave: str) -> Figure:
    return of.earlier[node].score if wave == BEFORE else of.score(node)


def _load(of: Core, chart: str, series: str, phase: str) -> Figure:
    role = chart.removeprefix("roadmap.load.")
    if series == "capacity":
        return of.capacity(role, int(phase))
    return of.load(role, int(phase), series)


def _printed_or_ours(of: Core, _chart: str, series: str, node: str) -> Figure:
    if series == "published":
        return of.benchmark.score_of(of.own, node)
    return recomputed(of, of.own, node)


def _steps(of: Core, _chart: str, series: str, step: str) -> Figure:
    """One step up, as nothing but real changes lies between the waves."""
    before, after = of.earlier[of.root].score or 0.0, of.level(of.root)
    figures = {
        ("total", BEFORE): before,
        ("total", of.place[2]): after,
        ("base", "real"): before,
        ("rise", "real"): after - before,
    }
    return figures.get((series, step), 0.0)


ChartFigure = Callable[[Core, str, str, str], Figure]
CHARTS: list[tuple[str, ChartFigure]] = [
    (r"profile\..+|comparison\.dimensions|capability\..+\.scores|side\.dumbbell", _of_series),
    (r"waves\.waterfall", _steps),
    (r"change\.slope", _slope),
    (r"roadmap\.load\..+", _load),
    (r"roadmap\.scores", lambda of, _chart, node, phase: of.promises[node, int(phase)].score),
    (r"published\.unit", _printed_or_ours),
]
"""Charts by their ids -> the figure of a series (its id, its role where it has none) at a category's id."""


def in_chart(chart: str) -> ChartFigure:
    """What works out the figures of a chart; StopIteration for one that nobody has taken care of."""
    return next(figure for pattern, figure in CHARTS if re.fullmatch(pattern, chart))
