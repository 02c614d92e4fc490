from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest

from assessment import comparing
from assessment.agreement import disputes, workshops
from assessment.catalogue import ids
from assessment.comparing import AssessedWave
from assessment.comparing_tables import (
    change_table,
    column_title,
    differences_table,
    indicators_table,
    largest_table,
    peers_table,
    workshops_table,
)
from assessment.edges.demo import load_demo
from assessment.edges.generated import Generated, Shape, generate, load_generated
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.errors import (
    ConsensusReasonError,
    NoPublishedError,
    UnknownReferenceError,
    UnknownUnitError,
    UnknownWaveError,
)
from assessment.ratings import CONSENSUS, Rating
from assessment.robustness_tables import Table, to_csv

SHELF = FileShelf()
RUBRIC = SHELF.rubric("crm-five-capabilities")
SHAPE = Shape(provinces=2, branches=26)
MADE = "generated-5"
DEMO = "china-telecom-2003"


@pytest.fixture(scope="module")
def made() -> Generated:
    return generate(RUBRIC, 5, SHAPE)


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    store = MemoryStore()
    load_demo(store, SHELF)
    load_generated(store, SHELF, 5, SHAPE)
    return store


@pytest.fixture(scope="module")
def here(store: MemoryStore) -> AssessedWave:
    return comparing.read_wave(store, SHELF, MADE, "2026")


def _dicts(table: Table) -> Iterator[dict[str, object]]:
    return (dict(zip(table.columns, row, strict=True)) for row in table.rows)


def test_a_wave_is_read_once_with_its_units_in_the_order_of_the_tree(here: AssessedWave) -> None:
    assert len(here.rated.units) == 26
    assert list(here.adopted) == list(here.rated.units)
    assert here.rated.units[0] == "guangdong-01"


def test_a_refreshed_wave_is_what_reading_it_anew_would_be(made: Generated) -> None:
    store = MemoryStore()
    store.add_engagement(made.engagement, made.units, made.waves, made.people)
    store.save_ratings(MADE, made.ratings("2026", made.branches[:3]))
    first = comparing.read_wave(store, SHELF, MADE, "2026")
    given = first.ratings[0]
    store.save_rating(MADE, given.model_copy(update={"score": 0.5, "state": "scored"}))
    store.undo(MADE, first.ratings[1].key, by="ann")
    store.save_rating(
        MADE, Rating(unit="anhui-01", wave="2026", rater="ann", indicator=given.indicator, score=1)
    )
    store.save_rating(
        MADE, Rating(unit="anhui-01", wave="2025", rater="ann", indicator=given.indicator, score=2)
    )

    assert comparing.refreshed(store, first).ratings != first.ratings
    again, anew = comparing.refreshed(store, first), comparing.read_wave(store, SHELF, MADE, "2026")
    assert (again.ratings, again.adopted, again.revision) == (anew.ratings, anew.adopted, anew.revision)
    assert again.rated.units == anew.rated.units
    np.testing.assert_array_equal(again.rated.values, anew.rated.values)
    assert comparing.refreshed(store, again) is again
    store.set_importance(MADE, {("", "insight"): "high"})
    assert comparing.refreshed(store, again).ratings is again.ratings


def test_a_branch_is_held_against_its_province_by_the_branches_of_it(
    store: MemoryStore, here: AssessedWave
) -> None:
    found = comparing.held_against(store, SHELF, here, "parent", ["anhui-01"])
    root = found.nodes.index("overall")
    province = [u for u in here.rated.units if u.startswith("anhui")]
    alone = comparing.held_against(store, SHELF, here, "average", province)

    assert found.made_of[0, root] == 13
    assert found.against[0, root] == pytest.approx(alone.against[0, root])


@pytest.mark.parametrize(
    "reference", ["average", "best", "target", "wave", "2024", "anhui-01", "att-wireless"]
)
def test_every_reference_gives_a_difference_that_is_score_minus_reference(
    store: MemoryStore, here: AssessedWave, reference: str
) -> None:
    found = comparing.held_against(store, SHELF, here, reference)
    seen = ~np.isnan(found.difference)

    assert seen.any()
    np.testing.assert_allclose(found.difference[seen], (found.score - found.against)[seen])
    rows = list(_dicts(differences_table(here, reference, found)))
    assert len(rows) == 26 * len(RUBRIC.nodes)
    assert rows[0]["reference"] == reference


def test_a_reference_that_is_not_there_is_answered_with_what_is(
    store: MemoryStore, here: AssessedWave
) -> None:
    first = comparing.read_wave(store, SHELF, MADE, "2024")
    with pytest.raises(UnknownReferenceError, match="average"):
        comparing.held_against(store, SHELF, here, "nobody")
    with pytest.raises(UnknownReferenceError):
        comparing.held_against(store, SHELF, first, "wave")
    with pytest.raises(UnknownUnitError):
        comparing.held_against(store, SHELF, here, "average", ["nobody"])
    with pytest.raises(UnknownWaveError):
        comparing.wave_before(store, MADE, "1999")


def test_side_by_side_is_on_what_applies_to_both(here: AssessedWave) -> None:
    found = comparing.side_by_side(here, ["guangdong-12", "guangdong-06"])

    assert found.scope("en") == "47 of 50 indicators apply to both."
    first = next(_dicts(largest_table(found)))
    assert first["common"] == 47
    assert first["spread"] == pytest.approx(abs(first["guangdong-12"] - first["guangdong-06"]))  # type: ignore[operator]


def test_peers_are_named_only_when_there_are_enough_or_they_are_asked_for(store: MemoryStore) -> None:
    here = comparing.read_wave(store, SHELF, DEMO, "2003")
    unit = "shenzhen-telecom"
    rows = {
        r["node"]: r
        for r in _dicts(peers_table(here, unit, comparing.beside_peers(store, SHELF, here, unit)))
    }

    assert rows["insight"]["peers"] == 7
    assert rows["insight"]["q1"] is not None
    assert (rows["insight.collect"]["hidden"], rows["insight.collect"]["best"]) == (1, None)
    named = comparing.beside_peers(store, SHELF, here, unit, named=True)
    collect = next(one for one in named if one.spread.node == "insight.collect")
    assert collect.spread.best is not None
    assert collect.gap == pytest.approx(collect.spread.best.score - 1.375)


def test_without_a_published_data_set_there_are_no_peers(made: Generated) -> None:
    bare = MemoryStore()
    engagement = made.engagement.model_copy(update={"benchmark": None})
    bare.add_engagement(engagement, made.units, made.waves, made.people)
    here = comparing.read_wave(bare, SHELF, MADE, "2026")

    with pytest.raises(NoPublishedError, match="no published data set"):
        comparing.beside_peers(bare, SHELF, here, "anhui-01")


def test_a_change_made_only_of_rerating_is_shown_as_such(
    store: MemoryStore, here: AssessedWave, made: Generated
) -> None:
    before = comparing.read_wave(store, SHELF, MADE, "2025")
    found = comparing.changed_since(before, here)
    rows = [row for row in _dicts(change_table(before, here, found)) if row["node"] == "overall"]
    kinds = {row["unit"]: row["kind"] for row in rows}

    assert {kinds[unit] for unit in made.truths.of_kind("rerated")} == {"rerated"}
    assert {kinds[unit] for unit in made.truths.of_kind("improved")} == {"real"}
    lapsed = {row["unit"] for row in rows if row["not_reassessed"]}
    assert lapsed == set(made.truths.of_kind("lapsed"))
    one = comparing.changed_since(before, here, ["guangdong-11"])
    assert one.kind("guangdong-11", "overall") == "rerated"


def test_agreement_lists_the_built_in_disputes_first(here: AssessedWave, made: Generated) -> None:
    found = disputes(RUBRIC, comparing.votes_on(here, ["guangdong-07"]))
    rows = list(_dicts(indicators_table(found)))

    assert {(row["unit"], row["indicator"]) for row in rows[:3]} == set(made.truths.disputed)
    assert (rows[0]["light"], rows[0]["split"], rows[0]["raters"]) == ("red", 1, 4)
    assert str(rows[0]["votes"]).count("=") == 4
    (row,) = _dicts(workshops_table(workshops(RUBRIC, comparing.votes_on(here, ["guangdong-08"]))))
    assert row["raters"] == 4
    assert row["alpha_verdict"] == row["icc_verdict"] == "measured"


def test_a_consensus_is_adopted_with_a_reason_and_stands_for_all(store: MemoryStore) -> None:
    place = Rating(
        unit="guangdong-07", wave="2026", rater="anybody", indicator="insight.collect.internal", score=3.0
    )
    with pytest.raises(ConsensusReasonError):
        comparing.adopt(store, SHELF, MADE, place, by="ann", reason=" ")
    saved = comparing.adopt(store, SHELF, MADE, place, by="ann", reason="seen in the records")

    assert (saved.rater, saved.by, saved.why) == (CONSENSUS, "ann", "seen in the records")
    after = comparing.read_wave(store, SHELF, MADE, "2026")
    assert after.adopted["guangdong-07"]["insight.collect.internal"].score == 3.0


def test_every_column_of_every_table_has_a_title(store: MemoryStore, here: AssessedWave) -> None:
    before = comparing.read_wave(store, SHELF, MADE, "2025")
    one = comparing.changed_since(before, here, ["guangdong-11"])
    demo = comparing.read_wave(store, SHELF, DEMO, "2003")
    side = comparing.side_by_side(here, ["guangdong-12", "guangdong-06"])
    tables = [
        differences_table(here, "best", comparing.held_against(store, SHELF, here, "best")),
        change_table(before, here, one),
        peers_table(demo, "shenzhen-telecom", comparing.beside_peers(store, SHELF, demo, "shenzhen-telecom")),
        indicators_table(disputes(RUBRIC, here.ratings)),
        workshops_table([]),
        largest_table(side),
    ]

    for table in tables:
        for column in table.columns:
            assert column in side.units or column_title(column, "zh")
        assert to_csv(table) == to_csv(table)
    known = {column for table in tables for column in table.columns}
    assert {f"comparing.column.{column}" for column in known - {*side.units}} == {
        key for key in ids() if key.startswith("comparing.column.")
    }


def test_every_verdict_has_its_words() -> None:
    kinds = ("real", "rerated", "scope", "rubric", "mixed", "unchanged", "incomparable")

    assert {f"comparing.change.{kind}" for kind in kinds} <= ids()
    assert {f"comparing.reference.{name}" for name in comparing.REFERENCES} <= ids()
    assert {
        f"agreement.{a}.{v}" for a in ("alpha", "panel") for v in ("measured", "no-spread", "too-few")
    } <= ids()


def test_who_is_further_apart_is_never_listed_later(here: AssessedWave) -> None:
    for pair in combinations(("guangdong-01", "guangdong-02", "guangdong-03"), 2):
        spreads = [round(node.spread, 9) for node in comparing.side_by_side(here, pair).nodes]
        assert spreads == sorted(spreads, reverse=True)
