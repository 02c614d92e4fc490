"""The cells of a heat-map in few bytes, for a browser that draws them."""

import json
import zlib
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from assessment.heatmap import marked_cells, whole_steps
from assessment.heatmap_words import Shown
from assessment.rated_units import Bools, Floats
from assessment.rubric import TOLERANCE, Rubric
from assessment.scoring import STATES

NO_FIGURE: Final = -32768
_NEAR, _MIDDLE, _FAR = 1, 2, 3
_QUICK: Final = 1


PLANES: Final = {
    "shown": "<i2",
    "score": "<i2",
    "against": "<i2",
    "rank": "<i2",
    "tint": "u1",
    "state": "u1",
    "coverage": "u1",
    "flags": "u1",
}
"""What is told of every cell, in the order told, and how many bytes it takes."""


def parcel(head: Mapping[str, Any], cells: bytes) -> bytes:
    """What a browser is told: the length of the words in four bytes, the words as JSON, then the cells."""
    words = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    return len(words).to_bytes(4, "little") + words + cells


def unpacked(told: bytes) -> tuple[dict[str, Any], dict[str, npt.NDArray[Any]]]:
    """The words of a parcel, and what it tells of the cells by plane."""
    end = 4 + int.from_bytes(told[:4], "little")
    raw, start, planes = zlib.decompress(told[end:]), 0, {}
    count = len(raw) // sum(np.dtype(kind).itemsize for kind in PLANES.values())
    for name, kind in PLANES.items():
        planes[name] = np.frombuffer(raw, kind, count, start)
        start += planes[name].nbytes
    return json.loads(told[4:end]), planes


def packed(shown: Shown) -> bytes:
    """Every figure of the table, deflated; the rows in the order of the units, not as they are sorted.

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
    planes = {
        "shown": np.where(np.isfinite(figures), tenths, NO_FIGURE),
        "score": np.where(np.isfinite(score), whole_steps(score, 2), NO_FIGURE),
        "against": np.where(np.isfinite(against), whole_steps(against, 2), NO_FIGURE),
        "rank": found.rank[at],
        "tint": _tints(shown, figures, tenths),
        "state": states,
        "coverage": whole_steps(coverage, 2),
        "flags": flags,
    }
    raw = b"".join(planes[name].astype(kind).tobytes() for name, kind in PLANES.items())
    return zlib.compress(raw, _QUICK)


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
    return np.ix_(np.arange(len(shown.found.units)), np.array(columns, np.intp))


def _unheld(shown: Shown) -> Bools:
    at = _at(shown)
    found: Bools = np.isfinite(shown.found.score[at]) & ~np.isfinite(shown.found.figures[at])
    return found


def _tints(shown: Shown, figures: Floats, tenths: npt.NDArray[np.int64]) -> npt.NDArray[Any]:
    """The place of each cell's colour: of the level, or of how far it reads from the reference."""
    scale = shown.rubric.scale
    if shown.found.held is None:
        share = (np.nan_to_num(figures) - scale.min) / (scale.max - scale.min)
        return np.clip(np.floor(share * 5 + 0.5 + TOLERANCE), 0, 5)  # halves up, as `style.level_step`
    small = near(shown.rubric)
    size = np.where(tenths == 0, 0, np.where(np.abs(tenths) <= small, _NEAR, _MIDDLE))
    return _FAR + np.sign(tenths) * np.where(np.abs(tenths) > 2 * small, _FAR, size)
