"""The rubric, to read."""

import datetime as dt
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment.edges.publishing import publish, read_rubric_files
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore
from assessment.edges.store_file import own_rubrics
from assessment.starting import Beginning, start_engagement
from assessment.ui.words import plain
from assessment.weights import WeightDecision, weighed
from tests.ui.versions_of_care import FIRST

Open = Callable[..., AppTest]
pytestmark = pytest.mark.usefixtures("store")


def titles(app: AppTest) -> list[str]:
    return [found.label.replace("\\", "") for found in app.expander]


def test_title_version_source_and_fingerprint_stand_at_the_top(open_app: Open) -> None:
    app = open_app("rubric")
    rubric = FileShelf().rubric("crm-five-capabilities")
    assert app.title[0].value == "CRM capability assessment"
    caption = app.caption[0].value.replace("\\", "")
    assert "version 2003.1" in caption
    assert "2003-09-28" in caption
    assert rubric.fingerprint[:12] in caption


def test_one_dimension_is_open_at_a_time(open_app: Open) -> None:
    app = open_app("rubric")
    assert len(app.expander) == 20
    app.segmented_control(key="rubric-top").set_value("products").run()
    assert len(app.expander) == 6


def test_the_dimension_of_the_link_is_open(open_app: Open) -> None:
    app = open_app("rubric", node="products.brand")
    assert app.segmented_control(key="rubric-top").value == "products"


def test_an_indicator_shows_question_levels_and_what_to_ask_to_see(open_app: Open) -> None:
    rubric = FileShelf().rubric("crm-five-capabilities")
    node = "insight.collect.strategy"
    app = open_app("rubric")
    words = "\n".join(found.value for found in app.expander[0].markdown)
    assert plain(rubric.question(node, "en")) in words
    for descriptor in rubric.descriptors(node, "en").values():
        assert plain(descriptor) in words
    for item in rubric.evidence_to_ask(node, "en"):
        assert plain(item) in words


@pytest.mark.parametrize(("lang", "words"), [("en", "privacy SECURITY"), ("zh", "隐私")])
def test_search_finds_every_word_in_both_languages(open_app: Open, lang: str, words: str) -> None:
    app = open_app("rubric", lang)
    app.text_input(key="rubric-search").input(words).run()
    assert any("privacy" in title.lower() or "隐私" in title for title in titles(app))
    assert len(app.expander) < 20


def test_a_search_without_a_hit_says_what_to_try(open_app: Open) -> None:
    app = open_app("rubric")
    app.text_input(key="rubric-search").input("zebra *").run()
    assert titles(app) == []
    assert plain("zebra *") in app.info[0].value


def test_weights_and_rules_are_told_in_words(open_app: Open) -> None:
    assert any("Mean of 4 parts, equally weighted" in found.value for found in open_app("rubric").markdown)


def opened_on(rubric: str, store: SqliteStore, open_app: Open, lang: str = "en", **link: str) -> AppTest:
    beginning = Beginning("Own", rubric, "1", "North", "", dt.date(2026, 1, 1))
    engagement, problems = start_engagement(store, FileShelf(), beginning)
    assert problems == []
    return open_app("rubric", lang, engagement=str(engagement), **link)


def test_the_weights_of_the_top_are_told(open_app: Open, store: SqliteStore) -> None:
    app = opened_on("analytics-maturity", store, open_app)
    told = next(found.value for found in app.markdown if "Overall" in found.value)
    assert plain("Mean of 5 parts, weights: Customer classification 2, Usage pattern analysis 1") in told


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "Implementation complexity: fairly high"), ("zh", "实施复杂程度：较高")]
)
def test_a_capability_says_how_hard_it_is_to_improve(
    open_app: Open, store: SqliteStore, lang: str, words: str
) -> None:
    app = opened_on("crm-capability-map", store, open_app, lang, node="marketing.promotions")
    assert words in [found.value for found in app.expander[0].caption]


@pytest.mark.parametrize(
    ("lang", "head"), [("en", "Who decided the weights, and why"), ("zh", "权重由谁决定、依据何在")]
)
def test_who_decided_the_weights_is_told(open_app: Open, store: SqliteStore, lang: str, head: str) -> None:
    care, problems = read_rubric_files({"rubric.yaml": FIRST.encode()})
    assert care is not None, problems
    at = dt.datetime(2026, 3, 12, tzinfo=dt.UTC)
    weights = {"calls.answer": 61.0, "calls.solve": 28.0, "calls.learn": 11.0}
    one = WeightDecision("calls", "order", weights, "Li", at, "Calls")
    folder = own_rubrics(store.path)
    publish(folder, FileShelf(own=folder), weighed(care, [one]))
    beginning = Beginning("Own", "care", "1", "North", "", dt.date(2026, 1, 1))
    engagement, _ = start_engagement(store, FileShelf(own=folder), beginning)

    app = open_app("rubric", lang, engagement=str(engagement))
    assert head in titles(app)
    (table,) = app.table
    cells = [str(cell).replace("\\", "") for cell in table.value.to_numpy().tolist()[0]]
    assert (cells[0], cells[3], cells[4], cells[5]) == ("Calls", "Li", "2026-03-12", "Calls")
    assert "Answering 61" in cells[1]
