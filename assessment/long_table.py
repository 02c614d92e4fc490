"""Between long tables, one row per rating or result, and the matrices that are scored."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from assessment.rubric import Rubric

if TYPE_CHECKING:
    import numpy.typing as npt

    from assessment.matrix import NodeScores
    from assessment.rollup import Tree


def to_matrix(
    rubric: Rubric, ratings: pd.DataFrame
) -> "tuple[pd.DataFrame, npt.NDArray[np.float64], npt.NDArray[np.bool_]]":
    """Ratings as a matrix; for the columns and the errors see `scoring.score`.

    Returns:
        `unit` and `wave` of every row of the matrix, in the order of appearance; units x indicators of
        scores, NaN where not assessed; and the same shape of what is not applicable.
    """
    assessed = pd.DataFrame({"unit": ratings["unit"], "wave": ratings.get("wave", "")}, index=ratings.index)
    rows = assessed.groupby(["unit", "wave"], sort=False, dropna=False).ngroup().to_numpy()
    columns = pd.Index([node.id for node in rubric.indicators]).get_indexer(pd.Index(ratings["indicator"]))
    _check(ratings, rows, columns)
    firsts = assessed.drop_duplicates(ignore_index=True)
    shape = (len(firsts), len(rubric.indicators))
    values = np.full(shape, np.nan)
    not_applicable = np.zeros(shape, np.bool_)
    values[rows, columns] = pd.to_numeric(ratings["score"]).to_numpy(np.float64, na_value=np.nan)
    if "state" in ratings:
        state = ratings["state"].to_numpy(object)
        values[rows[state == "unknown"], columns[state == "unknown"]] = np.nan
        not_applicable[rows, columns] = state == "na"
    return firsts, values, not_applicable


def from_scores(
    tree: "Tree", assessed: pd.DataFrame, scores: "NodeScores", states: tuple[str, ...]
) -> pd.DataFrame:
    """The long table of `scoring.score`: every node of every unit and wave."""
    nodes = np.tile(np.arange(len(tree.ids), dtype=np.int32), len(assessed))
    tiers = pd.Index(tree.tiers).unique()
    figures = {name: getattr(scores, name).reshape(-1) for name in ("score", "low", "high", "coverage")}
    return pd.DataFrame(
        {
            "unit": assessed["unit"].repeat(len(tree.ids)).array,
            "wave": assessed["wave"].repeat(len(tree.ids)).array,
            "node": pd.Categorical.from_codes(nodes, pd.Index(tree.ids)),
            "tier": pd.Categorical.from_codes(tiers.get_indexer(pd.Index(tree.tiers))[nodes], tiers),
            **figures,
            "state": pd.Categorical.from_codes(scores.states.reshape(-1).astype(np.int8), pd.Index(states)),
        }
    )


def _check(
    ratings: pd.DataFrame, rows: "npt.NDArray[np.integer[Any]]", columns: "npt.NDArray[np.integer[Any]]"
) -> None:
    unknown = ratings["indicator"].to_numpy(object)[columns < 0]
    if len(unknown):
        raise ValueError(f"the rubric has no indicator {unknown[0]}")
    cells = pd.Series(rows * (columns.max(initial=0) + 1) + columns)
    twice = ratings["indicator"].to_numpy(object)[cells.duplicated().to_numpy()]
    if len(twice):
        raise ValueError(f"{twice[0]} is rated twice for one unit and wave")
