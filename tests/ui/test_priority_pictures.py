"""The two charts of priorities as the browser takes them; altair checks every part."""

import itertools
from typing import Any

import altair as alt
import pytest

from assessment.catalogue import LANGUAGES, Lang
from assessment.edges.demo import load_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.priorities import Ground, priorities
from assessment.prioritising import basis_of, ground_of
from assessment.priority_chart import VIEWS, View, priority_field
from assessment.priority_tables import tracks_chart
from assessment.ui.components.chart_frame import PICK
from assessment.ui.components.palette import DARK, LIGHT
from assessment.ui.components.priority_picture import SHAPES, priority_picture, priority_spec
from assessment.ui.components.track_chart import track_chart, wedge


@pytest.fixture(scope="module")
def ground() -> Ground:
    store, shelf = MemoryStore(), FileShelf()
    engagement = load_demo(store, shelf)
    return ground_of(store, shelf, engagement, "shenzhen-telecom", "2003")


def rows(chart: alt.LayerChart) -> list[dict[str, Any]]:
    written = chart.to_dict()
    named = [row for data in written.get("datasets", {}).values() for row in data]
    return named + [row for layer in written["layer"] for row in layer.get("data", {}).get("values", ())]


@pytest.mark.parametrize(("lang", "view"), list(itertools.product(LANGUAGES, VIEWS)))
def test_every_node_is_drawn_and_named(ground: Ground, lang: Lang, view: View) -> None:
    found = priorities(ground, "capability", basis_of(view))
    field = priority_field(ground.rubric, found, view, "Shenzhen", lang)
    drawn = rows(priority_picture(field, LIGHT, lang))
    names = {row["words"].replace("\n", "").replace(" ", "") for row in drawn if "words" in row}
    wanted = {ground.rubric.name_of(one.node, lang).replace(" ", "") for one in found}
    assert names == wanted
    assert {row["id"] for row in drawn if "standing" in row} == {one.node for one in found}
    assert field.formula in {row.get("says") for row in drawn}


def test_a_click_names_the_node(ground: Ground) -> None:
    field = priority_field(ground.rubric, priorities(ground, "capability"), "gap", "Shenzhen", "en")
    parameters = priority_spec(field, DARK, "en")["params"]
    assert [(one["name"], one["select"]["fields"]) for one in parameters] == [(PICK, ["id"])]


def test_the_padding_is_told_side_by_side_as_the_browser_writes_to_it(ground: Ground) -> None:
    field = priority_field(ground.rubric, priorities(ground, "capability"), "gap", "Shenzhen", "en")
    assert set(priority_spec(field, LIGHT, "en")["padding"]) == {"left", "top", "bottom", "right"}


def test_a_class_is_never_told_by_colour_alone() -> None:
    told = [shape for standing, shape in SHAPES.items() if standing != "above"]  # which is hollow
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tracks_show_every_node_with_its_ball(ground: Ground, lang: Lang) -> None:
    found = priorities(ground, "indicator")
    spec = tracks_chart(ground, found, {"insight.collect.strategy": 0.5}, "Shenzhen", lang)
    drawn = rows(track_chart(spec, LIGHT, 500))
    assert len({row["id"] for row in drawn if "share" in row}) == 50


def test_a_ball_is_filled_by_its_share() -> None:
    assert wedge(1) == "circle"
    assert wedge(0.5).endswith("0,0,1,0.0000,1.0000Z") or wedge(0.5).endswith("0,0,1,0.0000,1Z")
    assert wedge(0.75).startswith("M0,0L0,-1A1,1,0,1,1,-1.0000")
