"""Whole cases published or computed by others, through the public function and their own hierarchies."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from assessment.rollup import effective_weights
from assessment.rubric import Node, Rubric, Rule, Scale
from assessment.scoring import ranks, score

pytestmark = pytest.mark.reference

Rules = tuple[Rule, Rule, Rule]  # of pillars, sub-indices, index
PERCENT = Scale(min=0, max=100, step=None)
ABOVE_ZERO = Scale(min=1, max=100, step=None)


def rubric_of(
    hierarchy: pd.DataFrame, top: str, rules: dict[int, Rule], scale: Scale, min_coverage: float = 1.0
) -> Rubric:
    """A rubric out of rows of code, parent and weight; `rules` by depth, 0 for the top."""

    weights = dict(zip(hierarchy["code"], hierarchy["weight"].astype(float), strict=True))

    def node(code: str, depth: int) -> Node:
        below = hierarchy[hierarchy["parent"] == code]["code"]
        return Node(
            id=code,
            name=code,
            weight=weights[code],
            rule=rules.get(depth, "mean"),
            children=tuple(node(child, depth + 1) for child in below),
        )

    return Rubric(
        id="case",
        version="1",
        name="case",
        scale=scale,
        tiers=("index", "sub-index", "pillar", "indicator"),
        min_coverage=min_coverage,
        tree=(node(top, 0),),
    )


def long(wide: pd.DataFrame, keys: list[str], state: str = "unknown") -> pd.DataFrame:
    """Ratings out of one row per unit and one column per indicator; `state` says what a gap means."""
    table = wide.melt(id_vars=keys, var_name="indicator", value_name="score")
    table["state"] = np.where(table["score"].isna(), state, "scored")
    return table.rename(columns={keys[0]: "unit"})


def wide(scores: pd.DataFrame, units: list[str]) -> pd.DataFrame:
    """Scores as units x nodes."""
    return scores.pivot_table(
        index="unit", columns="node", values="score", dropna=False, observed=True, sort=False
    ).loc[units]


def asem_rubric(
    reference: Path, weights: str, rules: Rules, scale: Scale, min_coverage: float = 1.0
) -> Rubric:
    meta = pd.read_csv(reference / "asem" / "meta.csv")
    hierarchy = meta.rename(columns={"iCode": "code", "Parent": "parent", weights: "weight"})
    by_depth: dict[int, Rule] = {2: rules[0], 1: rules[1], 0: rules[2]}
    return rubric_of(
        hierarchy[["code", "parent", "weight"]].fillna({"weight": 1}), "Index", by_depth, scale, min_coverage
    )


def assert_asem(reference: Path, rubric: Rubric, leaves: str, expected: str, gap: str = "unknown") -> None:
    ratings = long(pd.read_csv(reference / "asem" / leaves), ["uCode"], gap)
    published = pd.read_csv(reference / "asem" / expected).set_index("uCode")
    ours = wide(score(rubric, ratings), list(published.index))
    nodes = [name for name in published.columns if name != "Rank"]
    np.testing.assert_allclose(ours[nodes], published[nodes], rtol=0, atol=1e-9)
    assert ranks(ours["Index"]) == list(published["Rank"])


MEANS: Rules = ("mean", "mean", "mean")


@pytest.mark.parametrize(
    ("weights", "rules", "scale", "leaves", "expected"),
    [
        ("Weight", MEANS, PERCENT, "leaf_norm_0_100.csv", "expected_equal_arith.csv"),
        ("WeightAlt", MEANS, PERCENT, "leaf_norm_0_100.csv", "expected_alt_arith.csv"),
        ("WeightAlt", ("geometric",) * 3, ABOVE_ZERO, "leaf_norm_1_100.csv", "expected_alt_gmean.csv"),
        ("WeightAlt", ("harmonic",) * 3, ABOVE_ZERO, "leaf_norm_1_100.csv", "expected_alt_hmean.csv"),
        (
            "WeightAlt",
            ("mean", "geometric", "mean"),
            ABOVE_ZERO,
            "leaf_norm_1_100.csv",
            "expected_alt_mixed_amean_gmean_amean.csv",
        ),
    ],
)
def test_asem_without_gaps(
    reference: Path, weights: str, rules: Rules, scale: Scale, leaves: str, expected: str
) -> None:
    assert_asem(reference, asem_rubric(reference, weights, rules, scale), leaves, expected)


@pytest.mark.parametrize("gap", ["na", "unknown"])
def test_asem_in_half_points_leaves_gaps_out(reference: Path, gap: str) -> None:
    rubric = asem_rubric(reference, "WeightAlt", MEANS, Scale(), min_coverage=0)
    assert_asem(reference, rubric, "leaf_halfpoint_0_5.csv", "expected_halfpoint_alt_narm.csv", gap)


def test_asem_with_a_minimum_share_differs_only_where_weight_is_not_a_count(reference: Path) -> None:
    rubric = asem_rubric(reference, "WeightAlt", MEANS, Scale(), min_coverage=0.6)
    folder = reference / "asem"
    published = pd.read_csv(folder / "expected_halfpoint_alt_minavail60.csv").set_index("uCode")
    ratings = long(pd.read_csv(folder / "leaf_halfpoint_0_5.csv"), ["uCode"])
    ours = wide(score(rubric, ratings), list(published.index))
    assert ours.loc["BRN", ["Sust", "Index"]].isna().all()
    nodes = [name for name in published.columns if name != "Rank"]
    published.loc["BRN", ["Sust", "Index"]] = np.nan
    np.testing.assert_allclose(ours[nodes], published[nodes], rtol=0, atol=1e-9)


def test_asem_effective_weights(reference: Path) -> None:
    published = pd.read_csv(reference / "asem" / "expected_effective_weights_alt.csv").set_index("iCode")
    ours = effective_weights(asem_rubric(reference, "WeightAlt", MEANS, PERCENT))
    np.testing.assert_allclose(
        [ours[code] for code in published.index], published["EffWeight"], rtol=0, atol=1e-9
    )


def test_spi_over_four_waves_where_a_missing_child_leaves_the_parent_without_a_score(reference: Path) -> None:
    folder = reference / "spi"
    hierarchy = pd.read_csv(folder / "hierarchy.csv")
    published = pd.read_csv(folder / "expected_published.csv", dtype={"date": str})
    leaves = pd.read_csv(folder / "leaf_scores.csv", dtype={"date": str})
    codes = [name for name in leaves.columns if name in set(hierarchy["code"])]
    rubric = rubric_of(hierarchy, "SPI", {}, Scale(min=0, max=1, step=None))
    ratings = long(leaves[["iso3c", "date", *codes]], ["iso3c", "date"]).rename(columns={"date": "wave"})
    scores = score(rubric, ratings)
    inner = scores[scores["tier"] != "indicator"]
    ours = inner.set_index(["unit", "wave", "node"])["score"].unstack()  # noqa: PD010 - no value is missing
    ours = ours.loc[list(zip(published["iso3c"], published["date"], strict=True))]
    for name in published.columns[3:]:
        unit = 1 if name.startswith("DIM") else 100
        np.testing.assert_allclose(ours[name] * unit, published[name], rtol=0, atol=1e-7, err_msg=name)
    assert ours["SPI"].isna().sum() == 42


def test_hdi_is_the_geometric_mean_of_its_three_indices(reference: Path) -> None:
    published = pd.read_csv(reference / "hdi" / "hdi2017_expected.csv")
    indices = [name for name in published.columns if re.match("I_", name)]
    hierarchy = pd.DataFrame({"code": ["hdi", *indices], "parent": ["", *["hdi"] * 3], "weight": 1.0})
    rubric = rubric_of(hierarchy, "hdi", {0: "geometric"}, Scale(min=0, max=1, step=None))
    scores = wide(
        score(rubric, long(published[["country", *indices]], ["country"])), list(published["country"])
    )
    np.testing.assert_allclose(scores["hdi"], published["geo"], rtol=0, atol=1e-9)
    np.testing.assert_allclose(scores["hdi"], published["hdi_published"], rtol=0, atol=1e-9)
