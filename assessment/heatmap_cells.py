"""The cells of a heat-map in few bytes, for a browser that draws them."""

import base64
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from assessment.heatmap import marked_cells, whole_steps
from assessment.heatmap_words import Shown
from assessment.rated_units import Bools, Floats
from assessment.rubric import Rubric
from assessment.scoring import STATES

NO_FIGURE: Final = -32768
_NEAR, _MIDDLE, _FAR = 1, 2, 3


def packed(shown: Shown) -> dict[str, str]:
    """Every figure of the table, row by row, as base64: what takes a cell two bytes needs no words.

    `shown` holds tenths, `score` and `against` hundredths, all `NO_FIGURE` where there is none; `tint` is the
    place of the colour, `state` that in `STATES` or the one after where only the reference is missing,
    `coverage` per cent (200 where nothing applies), `flags` 1 for low coverage and 2 for a marked rating.
    """
    found = shown.found
    at = _at(shown)
    figures, score = found.figures[at], found.score[at]
    against = np.full_like(score, np.nan) if found.held is None else found.held.against[at]
    tenths = whole_steps(figures, 1)
    coverage = np.where(np.isfinite(found.scores.coverage[at]), found.scores.coverage[at], 2.0)
    flags = found.low_coverage[at] + 2 * marked_cells(found, shown.marked)[at]
    states = np.where(_unheld(shown), len(STATES), found.scores.states[at])
    return {
        "shown": _text(np.where(np.isfinite(figures), tenths, NO_FIGURE), "<i2"),
        "score": _text(np.where(np.isfinite(score), whole_steps(score, 2), NO_FIGURE), "<i2"),
        "against": _text(np.where(np.isfinite(against), whole_steps(against, 2), NO_FIGURE), "<i2"),
        "rank": _text(found.rank[at], "<i2"),
        "tint": _text(_tints(shown, figures, tenths), "u1"),
        "state": _text(states, "u1"),
        "coverage": _text(whole_steps(coverage, 2), "u1"),
        "flags": _text(flags, "u1"),
    }


def kinds(shown: Shown) -> frozenset[str]:
    """What there is among the cells that a legend explains.

    States, `low` for low coverage, `no-reference`, and `marked`.
    """
    at = _at(shown)
    found = {STATES[code] for code in np.unique(shown.found.scores.states[at]).tolist()}
    special = {
        "low": shown.found.low_coverage[at],
        "no-reference": _unheld(shown),
        "marked": marked_cells(shown.found, shown.marked)[at],
    }
    return frozenset(found | {name for name, cells in special.items() if cells.any()})


def near(rubric: Rubric) -> int:
    """Up to how many tenths a difference is small: a tenth of the scale; twice as many are middling."""
    return max(1, round(rubric.scale.max - rubric.scale.min))


def _at(shown: Shown) -> tuple[npt.NDArray[Any], ...]:
    columns = [shown.found.column(node) for node in shown.nodes]
    return np.ix_(np.array(shown.rows, np.intp), np.array(columns, np.intp))


def _unheld(shown: Shown) -> Bools:
    at = _at(shown)
    found: Bools = np.isfinite(shown.found.score[at]) & ~np.isfinite(shown.found.figures[at])
    return found


def _text(values: npt.NDArray[Any], kind: str) -> str:
    return base64.b64encode(np.ascontiguousarray(values).astype(kind).tobytes()).decode("ascii")


def _tints(shown: Shown, figures: Floats, tenths: npt.NDArray[np.int64]) -> npt.NDArray[Any]:
    """The place of each cell's colour: of the level, or of how far it reads from the reference."""
    scale = shown.rubric.scale
    if shown.found.held is None:
        share = (np.nan_to_num(figures) - scale.min) / (scale.max - scale.min)
        return np.clip(np.rint(share * 5), 0, 5)
    small = near(shown.rubric)
    size = np.where(tenths == 0, 0, np.where(np.abs(tenths) <= small, _NEAR, _MIDDLE))
    return _FAR + np.sign(tenths) * np.where(np.abs(tenths) > 2 * small, _FAR, size)
