"""Where a unit stands on its own rubric, and on the map that its ratings inform; the demo, by hand."""

import datetime as dt

import pytest

from assessment.diagnosis_errors import UnknownMappingError
from assessment.drawn_house import COLOUR_BY, ColourBy
from assessment.edges.demo import load_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.map_view import MapView, map_view
from assessment.map_words import ShownMap, map_table, map_title, stands_on, told_coverage
from assessment.ratings import Rating, Target
from assessment.standings import Aim
from assessment.starting import Beginning, start_engagement

SHELF = FileShelf()
MAP = "crm-capability-map"


@pytest.fixture
def store() -> MemoryStore:
    found = MemoryStore()
    load_demo(found, SHELF)
    return found


def _shenzhen(store: MemoryStore, read_as: str = "") -> MapView:
    return map_view(store, SHELF, "china-telecom-2003", "shenzhen-telecom", "2003", read_as)


def _begun(store: MemoryStore, scores: dict[str, float]) -> str:
    typed = Beginning("Beijing", MAP, "1", "Beijing", "First", dt.date(2026, 11, 1), "Li")
    name, _ = start_engagement(store, SHELF, typed)
    assert name is not None
    wave, person = store.waves(name)[0].id, store.people(name)[0].id
    for indicator, score in scores.items():
        store.save_rating(
            name, Rating(unit="beijing", wave=wave, rater=person, indicator=indicator, score=score)
        )
    return name


def _shown(view: MapView, by: ColourBy = "level", lang: str = "en") -> ShownMap:
    return ShownMap(view, by, "Shenzhen", lang)  # type: ignore[arg-type] # one of the two


def _title(view: MapView, by: ColourBy) -> str:
    shown = _shown(view, by)
    return map_title(shown, shown.house.boxes)


def test_own_ratings_stand_with_the_target_the_best_practice_or_the_top(store: MemoryStore) -> None:
    """Data collection: 1.0, 2.0, 0.5 and 2.0 are 1.375 in the mean."""
    view = _shenzhen(store)
    collect = view.standings["insight.collect"]

    assert (collect.level, collect.state, collect.coverage) == (1.375, "scored", 1)
    assert collect.aim == Aim(
        store.targets("china-telecom-2003")["shenzhen-telecom", "insight.collect"].level, "target"
    )
    assert view.standings["overall"].aim == Aim(5, "top")
    assert (view.source, view.informants) == (None, None)


def test_without_a_target_the_best_printed_figure_is_the_aim(store: MemoryStore) -> None:
    """The best of the seven operators abroad at customer insight is printed as 3."""
    best = max(
        one.score
        for one in SHELF.benchmark("operators-2003").scores
        if one.node == "insight"
        and one.score
        and one.operator in {peer.id for peer in SHELF.benchmark("operators-2003").peers}
    )
    assert _shenzhen(store).standings["insight"].aim == Aim(best, "best")


def test_importance_and_targets_are_those_in_force(store: MemoryStore) -> None:
    name = _begun(store, {"marketing.promotions": 2})
    store.set_importance(name, {("", "marketing"): "low", ("beijing", "marketing.promotions"): "high"})
    store.set_targets(name, {("", "marketing"): Target(level=4)})
    view = map_view(store, SHELF, name, "beijing", store.waves(name)[0].id)

    promotions, brand = view.standings["marketing.promotions"], view.standings["marketing.brand"]
    assert (promotions.importance, promotions.aim) == (1, Aim(4, "target"))
    assert (brand.importance, brand.state) == (0.25, "unknown")
    assert view.standings["sales.bids"].importance is None
    assert promotions.gap(view.rubric.scale) == 0.5  # (4 - 2) / 4
    assert promotions.urgency(view.rubric.scale) == pytest.approx(0.5**0.5)
    assert brand.urgency(view.rubric.scale) is None


def test_one_interview_is_read_as_the_map_level_aim_and_importance_alike(store: MemoryStore) -> None:
    """Partners: integration 1.0 counts twice, alliances 1.0 once; 1.0 of 0..5 is 1.8 of 1..5."""
    store.set_targets("china-telecom-2003", {("", "integration.partners.integration"): Target(level=3)})
    store.set_targets("china-telecom-2003", {("", "integration.partners.alliances"): Target(level=4.5)})
    places = ("integration.partners.integration", "integration.partners.alliances")
    store.set_importance("china-telecom-2003", {("", places[0]): "high", ("", places[1]): "low"})
    partners = _shenzhen(store, MAP).standings["channels.partners"]

    assert partners.level == pytest.approx(1 + 1.0 / 5 * 4)
    assert partners.aim is not None
    assert partners.aim.level == pytest.approx(1 + (3 * 2 + 4.5) / 3 / 5 * 4)
    assert partners.aim.kind == "target"
    assert partners.importance == pytest.approx((1 * 2 + 0.25) / 3)


def test_what_the_interview_does_not_ask_about_says_so(store: MemoryStore) -> None:
    """Segmentation rests for two of three parts on the digit that is lost."""
    view = _shenzhen(store, MAP)

    assert view.standings["service.invoices"].state == "unread"
    assert view.standings["strategy.segmentation"].state == "no-data"
    assert view.standings["strategy.segmentation"].coverage == pytest.approx(1 / 3)
    assert view.standings["channels"].state == "no-data"
    assert view.standings["channels"].aim is None
    assert (view.linked, view.read) == (26, 25)


def test_the_coverage_of_the_mapping_is_told_and_for_own_ratings_there_is_none(store: MemoryStore) -> None:
    read = _shenzhen(store, MAP)

    assert "reach 26 of 39 boxes (67%), 25 of them" in told_coverage(_shown(read))
    assert "same way" not in told_coverage(_shown(read))
    assert "same way" in told_coverage(_shown(read, "urgency"))
    assert told_coverage(_shown(_shenzhen(store))) == ""


def test_only_a_mapped_rubric_can_be_read(store: MemoryStore) -> None:
    with pytest.raises(UnknownMappingError):
        _shenzhen(store, "crm-diagnosis")


def test_the_title_says_what_stands_out(store: MemoryStore) -> None:
    view = _shenzhen(store)

    assert _title(view, "level") == (
        "Shenzhen reaches 1.8 of 5: highest in Customer Products & Services (2.3), "
        "lowest in Customer Insight (1.4)"
    )
    assert _title(view, "gap") == (
        "Shenzhen: 15 of 16 lie below target, Insight Generation furthest (−2.2)"  # 1.333 of 3.5
    )
    assert "is the most urgent" in _title(view, "urgency")


def test_the_title_of_little_says_how_little(store: MemoryStore) -> None:
    name = _begun(store, {"marketing.promotions": 5, "sales.bids": 5})
    view = map_view(store, SHELF, name, "beijing", store.waves(name)[0].id)

    assert _title(view, "level") == "Shenzhen: nothing on this map can be said yet"
    assert _title(view, "gap") == "Shenzhen: none of 2 lies below target"
    assert "no importance is set" in _title(view, "urgency")


@pytest.mark.parametrize(
    ("grade", "score", "words"),
    [
        ("high", 1, "1 of 1 call for change now"),
        ("fairly-low", 2, "1 of 1 call for change soon, none at once"),
    ],
)
def test_the_most_urgent_comes_first(store: MemoryStore, grade: str, score: float, words: str) -> None:
    """sqrt(1 x 1) = 1 is now; sqrt(.5 x .75) = .61 is soon."""
    name = _begun(store, {"sales.bids": score})
    store.set_importance(name, {("", "sales.bids"): grade})
    view = map_view(store, SHELF, name, "beijing", store.waves(name)[0].id)

    assert words in _title(view, "urgency")


def test_nothing_urgent_is_said_as_well(store: MemoryStore) -> None:
    name = _begun(store, {"sales.bids": 4.5})
    store.set_importance(name, {("", "sales.bids"): "low"})
    view = map_view(store, SHELF, name, "beijing", store.waves(name)[0].id)

    assert "none of 1 calls for change soon" in _title(view, "urgency")


def test_the_page_says_what_the_targets_are(store: MemoryStore) -> None:
    shown = {by: _shown(_shenzhen(store), by) for by in COLOUR_BY}
    told = {by: stands_on(one, one.house.boxes) for by, one in shown.items()}

    assert told["level"] == ""
    assert told["gap"].startswith("Targets: as set (")
    assert told["urgency"] == f"{told['gap']} {told['urgency'].removeprefix(told['gap'])[1:]}"
    assert "√(importance × gap)" in told["urgency"]


def test_the_table_has_a_row_for_every_box_whatever_the_colours_say(store: MemoryStore) -> None:
    shown = _shown(_shenzhen(store, MAP))
    table = map_table(shown, shown.house)
    rows = dict(zip(table.row_ids, table.rows, strict=True))

    assert len(rows) == 39
    assert rows["service.invoices"][2].text == "not asked about"
    assert rows["channels.partners"][2].value == pytest.approx(1.8)
    assert [cell.text for cell in rows["channels.partners"][:2]] == [
        "External interaction channels",
        "Business partners",
    ]
    assert table.notes == (told_coverage(shown),)


def test_the_table_in_chinese_is_chinese(store: MemoryStore) -> None:
    shown = _shown(_shenzhen(store, MAP), "urgency", "zh")
    table = map_table(shown, shown.house)
    assert [column.title for column in table.columns][:3] == ["领域", "能力", "水平"]
    assert table.rows[0][2].text == "未涉及"
