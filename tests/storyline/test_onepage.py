"""One page for an executive: the core's figures, the decisions of the deck, nothing lost by a failure."""

import pytest

from assessment import service
from assessment.catalogue import LANGUAGES, Lang
from assessment.priorities import priorities
from assessment.prioritising import ground_of
from assessment.report.pictures import Tracks
from assessment.report.shapes import Section
from assessment.storyline import onepage
from assessment.storyline.again import told_again
from assessment.storyline.choices import Choices
from assessment.storyline.full import full_report
from assessment.storyline.onepage import MOST_GAPS, one_page
from tests.storyline.story_engagement import told_engagement


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> Lang:
    found: Lang = request.param
    return found


def page(lang: Lang) -> Section:
    store, shelf, place = told_engagement()
    told = one_page(store, shelf, place, lang)
    assert told.failures == ()
    (section,) = told.report.sections
    return section


def test_the_tracks_show_the_whole_first_and_then_the_widest_gaps(lang: Lang) -> None:
    store, shelf, place = told_engagement()
    material = service.gather(store, shelf, *place)
    (tracks,) = page(lang).pictures
    assert isinstance(tracks, Tracks)
    level = next(one for one in tracks.chart.series if one.id == "level")

    nodes = tracks.chart.category_ids
    assert level.values == tuple(material.own(node).score for node in nodes)
    assert nodes[0] == material.rubric.root.id
    assert set(nodes[1:]) == {node.id for node in material.dimensions}
    gaps = {one.node: one.gap or 0 for one in priorities(ground_of(store, shelf, *place), "dimension")}
    assert [gaps[node] for node in nodes[1:]] == sorted((gaps[node] for node in nodes[1:]), reverse=True)


def test_the_most_urgent_gaps_are_the_first_of_the_ranked_list(lang: Lang) -> None:
    store, shelf, place = told_engagement()
    first = priorities(ground_of(store, shelf, *place), "capability")[:MOST_GAPS]
    table = page(lang).table("page.gaps")
    keys = [column.key for column in table.columns]

    assert table.row_ids == tuple(one.node for one in first)
    assert [row[keys.index("urgency")].value for row in table.rows] == [one.urgency for one in first]
    assert [row[keys.index("gap")].value for row in table.rows] == [(one.gap or 0) * 5 for one in first]


def test_the_next_steps_are_those_of_the_plan_in_its_order(lang: Lang) -> None:
    store, _, place = told_engagement()
    starts = store.plans(*place)[-1].plan.starts
    rows = page(lang).table("page.steps").rows

    assert len(rows) == len(starts)
    shown = [row[1].text for row in rows]
    assert shown[0].endswith("1") or "1" in shown[0]


def test_the_decisions_are_those_that_the_deck_asks(lang: Lang) -> None:
    store, shelf, place = told_engagement()
    deck = full_report(store, shelf, place, lang, choices=Choices(parts=("decisions",))).report

    assert page(lang).table("page.decisions").rows == deck.section("decisions").tables[0].rows


def test_without_a_plan_what_was_chosen_stands_instead(lang: Lang) -> None:
    store, shelf, place = told_engagement()
    (section,) = one_page(store, shelf, (*place[:2], "2003"), lang).report.sections

    assert [column.key for column in section.table("page.steps").columns] == ["initiative", "effort"]


def test_a_block_that_fails_is_named_and_the_rest_is_told(
    monkeypatch: pytest.MonkeyPatch, lang: Lang
) -> None:
    def broken(_: object) -> None:
        raise ValueError

    monkeypatch.setattr(onepage, "_BLOCKS", {**onepage._BLOCKS, "priorities": broken})
    store, shelf, place = told_engagement()
    told = one_page(store, shelf, place, lang)

    assert [failure.part for failure in told.failures] == ["priorities"]
    assert {table.id for table in told.report.sections[0].tables} == {"page.steps", "page.decisions"}


def test_without_names_it_names_nobody_and_can_be_told_again_from_its_recipe(lang: Lang) -> None:
    store, shelf, place = told_engagement()
    report = one_page(store, shelf, place, lang, choices=Choices(anonymous=True)).report
    recipe = report.recipe

    assert "Shenzhen" not in str(report)
    assert "深圳" not in str(report)
    again = told_again(
        store, shelf, (place[0], recipe.unit, recipe.wave), lang, recipe.reference, dict(recipe.asked)
    )
    assert again == report
