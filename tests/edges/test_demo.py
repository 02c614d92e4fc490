from collections import Counter

import pytest

from assessment.edges.demo import demo_ratings, load_demo, read_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.ports import Store
from assessment.ratings import Rating, Target

DEMO = "china-telecom-2003"
OURS = Rating(
    unit="fuzhou-telecom", wave="2003", rater="study-2003", indicator="insight.collect.strategy", score=2.0
)


@pytest.fixture(scope="module")
def shelf() -> FileShelf:
    return FileShelf()


@pytest.fixture
def store(shelf: FileShelf) -> MemoryStore:
    store = MemoryStore()
    load_demo(store, shelf)
    return store


def _content(store: Store) -> tuple[object, ...]:
    return (
        store.revision(),
        store.engagements(),
        store.units(DEMO),
        store.waves(DEMO),
        store.people(DEMO),
        store.ratings(DEMO),
        store.importance(DEMO),
        store.targets(DEMO),
        store.evidence(DEMO),
        store.evidence_links(DEMO),
    )


def test_it_is_the_group_two_provinces_and_three_branches_under_them(store: MemoryStore) -> None:
    assert [(unit.id, unit.kind, unit.parent) for unit in store.units(DEMO)] == [
        ("china-telecom", "group", None),
        ("guangdong-telecom", "province", "china-telecom"),
        ("fujian-telecom", "province", "china-telecom"),
        ("shenzhen-telecom", "branch", "guangdong-telecom"),
        ("guangzhou-telecom", "branch", "guangdong-telecom"),
        ("fuzhou-telecom", "branch", "fujian-telecom"),
    ]
    assert all(unit.name_zh for unit in store.units(DEMO))


def test_it_says_that_its_importance_and_targets_are_examples(store: MemoryStore, shelf: FileShelf) -> None:
    engagement = store.engagement(DEMO)

    assert engagement.illustrative
    assert engagement.benchmark == "operators-2003"
    assert engagement.rubric_fingerprint == shelf.rubric(engagement.rubric).fingerprint


def test_its_ratings_are_the_published_indicator_scores(store: MemoryStore) -> None:
    ratings = store.ratings(DEMO)

    assert Counter(rating.unit for rating in ratings) == {
        "china-telecom": 50,
        "shenzhen-telecom": 50,
        "guangzhou-telecom": 36,
    }
    assert {(rating.wave, rating.rater) for rating in ratings} == {("2003", "study-2003")}
    assert [
        rating.score for rating in store.ratings(DEMO, "shenzhen-telecom") if "collect" in rating.indicator
    ] == [
        0.5,  # by id: external, internal, privacy, strategy
        2.0,
        2.0,
        1.0,
    ]


def test_the_illegible_score_is_not_assessed_and_marks_are_carried(store: MemoryStore) -> None:
    marked = {rating.indicator: rating for rating in store.ratings(DEMO) if rating.mark}

    assert sorted(
        (rating.state, rating.score, rating.mark) for rating in marked.values() if rating.score
    ) == [
        ("scored", 0.5, "inferred"),
        ("scored", 1.5, "inferred"),
    ]
    lost = marked["insight.generate.segmentation"]
    assert (lost.unit, lost.state, lost.score, lost.mark) == (
        "shenzhen-telecom",
        "unknown",
        None,
        "illegible",
    )


def test_its_evidence_is_every_finding_with_its_page_linked_to_its_rating(store: MemoryStore) -> None:
    items = {item.id: item for item in store.evidence(DEMO)}
    rated = {(rating.unit, rating.wave, rating.indicator) for rating in store.ratings(DEMO)}

    assert len(items) == 134
    assert {(link.unit, link.wave, link.indicator) for link in store.evidence_links(DEMO)} <= rated
    first = items["2003:china-telecom:insight.collect.strategy"]
    assert (first.kind, first.grade) == ("document", "partial")
    assert first.cited("en") == "2003 study, p. 11"
    assert first.cited("zh") == "2003 年研究，第 11 页"


def test_importance_counts_for_all_units_and_targets_for_each_assessed_one(
    store: MemoryStore, shelf: FileShelf
) -> None:
    rubric = shelf.rubric("crm-five-capabilities")
    capabilities = {node.id for node in rubric.of_tier("capability")}
    assessed = {rating.unit for rating in store.ratings(DEMO)}

    assert set(store.importance(DEMO)) == {("", node) for node in capabilities}
    assert set(store.importance(DEMO).values()) == set(rubric.importance)
    assert set(store.targets(DEMO)) == {(unit, node) for unit in assessed for node in capabilities}
    assert all(rubric.scale.holds(target.level) for target in store.targets(DEMO).values())


def test_every_target_lies_above_what_was_published(store: MemoryStore, shelf: FileShelf) -> None:
    benchmark = shelf.benchmark("operators-2003")

    for (unit, node), target in store.targets(DEMO).items():
        published = benchmark.score_of(unit, node)
        assert published is None or target.level > (published.score or 0)


def test_a_second_load_changes_nothing(store: MemoryStore, shelf: FileShelf) -> None:
    before = _content(store)

    assert load_demo(store, shelf) == DEMO
    assert _content(store) == before


def test_what_people_changed_since_stays(store: MemoryStore, shelf: FileShelf) -> None:
    theirs = OURS.model_copy(update={"unit": "shenzhen-telecom", "score": 4.0})
    store.save_ratings(DEMO, [OURS, theirs])
    store.set_importance(DEMO, {("", "insight.collect"): "low"})
    store.set_targets(DEMO, {("china-telecom", "insight.collect"): Target(level=5.0)})
    before = _content(store)

    load_demo(store, shelf)

    assert _content(store) == before
    assert store.history(DEMO, theirs.key)[-1].score == 4.0


def test_a_locked_wave_takes_no_harm(store: MemoryStore, shelf: FileShelf) -> None:
    store.lock_wave(DEMO, "2003")

    assert load_demo(store, shelf) == DEMO


def test_a_load_that_was_interrupted_is_completed(store: MemoryStore, shelf: FileShelf) -> None:
    demo, begun = read_demo(), MemoryStore()
    benchmark, rubric = shelf.benchmark("operators-2003"), shelf.rubric("crm-five-capabilities")
    engagement = demo.engagement.model_copy(update={"rubric_fingerprint": rubric.fingerprint})
    begun.add_engagement(engagement, demo.units, [demo.wave], [demo.rater])
    begun.save_ratings(DEMO, demo_ratings(demo, benchmark, rubric)[:20])

    load_demo(begun, shelf)

    assert [r.model_dump(exclude={"at"}) for r in begun.ratings(DEMO)] == [
        r.model_dump(exclude={"at"}) for r in store.ratings(DEMO)
    ]
    assert begun.evidence(DEMO) == store.evidence(DEMO)
