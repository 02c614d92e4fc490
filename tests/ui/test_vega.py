"""A chart as the browser takes it: what altair says, with the rows in place, put together once."""

from typing import Any

import altair as alt
import pytest

from assessment.report.shapes import ChartSpec, Series
from assessment.ui.components.palette import DARK, LIGHT, Palette
from assessment.ui.components.pictures import chart_of
from assessment.ui.components.vega import vega

YOU = Series("You", "unit", (3.0, None), ("3.0", "no data"))
BEST = Series("Best", "best", (4.0, 3.5), ("4.0", "3.5"))
KINDS = ("bar", "radar", "dots", "spread")


def spec(kind: str) -> ChartSpec:
    names = ("Insight", "Channels")
    return ChartSpec("c", kind, "Scores", "Scores", names, ("i", "k"), (YOU, BEST), 0, 5, "Score")  # type: ignore[arg-type]


def as_altair_says(chart: alt.LayerChart) -> dict[str, Any]:
    """With altair's own check, without its theme, the rows where they are used."""
    with alt.theme.enable("none"), alt.data_transformers.enable(consolidate_datasets=False):
        return chart.to_dict()


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("kind", KINDS)
def test_what_the_browser_is_told_is_what_altair_says(kind: str, palette: Palette) -> None:
    said, told = as_altair_says(chart_of(spec(kind), palette)), vega(lambda: chart_of(spec(kind), palette))
    assert told == said


def test_a_chart_of_the_same_figures_is_put_together_once() -> None:
    made = []

    def make() -> alt.LayerChart:
        made.append("once")
        return chart_of(spec("bar"), LIGHT)

    first, second = vega(make, spec("bar"), "of this test"), vega(make, spec("bar"), "of this test")
    assert first == second
    assert first is not second  # Streamlit takes it to pieces
    assert made == ["once"]
