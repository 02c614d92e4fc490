"""The interview: what is saved, when, and what a person is told."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import text
from assessment.edges.store import SqliteStore
from assessment.engagement import Person
from assessment.ratings import Rating
from assessment.ui.words import plain
from tests.ui.answering import answer, badge, card, cards, chosen, open_part, told, words

Open = Callable[..., AppTest]
ENGAGEMENT = "china-telecom-2003"
STRATEGY = "insight.collect.strategy"
FUZHOU = f"{ENGAGEMENT}:fuzhou-telecom:2003"


@pytest.fixture
def interview(store: SqliteStore, open_app: Open) -> AppTest:
    """Li Wei at Fuzhou's interview, which nobody has begun."""
    store.add_person(ENGAGEMENT, Person(id="li", name="Li Wei"))
    return sit_down(open_app, "li")


def sit_down(open_app: Open, rater: str, unit: str = "fuzhou-telecom") -> AppTest:
    app = open_app("interview", unit=unit)
    app.session_state["rater"] = rater
    return app.run()


def ratings(store: SqliteStore, unit: str = "fuzhou-telecom") -> dict[str, Rating]:
    return {rating.indicator: rating for rating in store.ratings(ENGAGEMENT, unit)}


def give(app: AppTest, score: str, indicator: str = STRATEGY) -> AppTest:
    return answer(app, indicator, "score", float(score))


def type_name(app: AppTest, name: str) -> AppTest:
    """Type a name that is no option yet, which AppTest knows no command for."""
    box = app.selectbox(key="pick-rater")
    box.options.append(name)
    return box.set_value(name).run()


def test_a_click_on_a_level_is_saved_at_once(store: SqliteStore, interview: AppTest) -> None:
    give(interview, "2")
    saved = ratings(store)[STRATEGY]
    assert (saved.score, saved.rater, saved.revision) == (2.0, "li", 1)


def test_half_points_take_one_click(store: SqliteStore, interview: AppTest) -> None:
    give(interview, "2.5")
    assert ratings(store)[STRATEGY].score == 2.5


def test_the_chosen_level_is_filled_and_its_neighbours_are_not(interview: AppTest) -> None:
    give(interview, "2")
    assert chosen(card(interview, STRATEGY)) == ["2"]


def test_the_chosen_level_again_changes_nothing(store: SqliteStore, interview: AppTest) -> None:
    give(interview, "2")
    give(interview.run(), "2")
    assert ratings(store)[STRATEGY].revision == 1


def test_another_level_is_one_more_revision(store: SqliteStore, interview: AppTest) -> None:
    give(interview, "2")
    give(interview.run(), "3")
    past = store.history(ENGAGEMENT, ("fuzhou-telecom", "2003", "li", STRATEGY))
    assert [rating.score for rating in past] == [2.0, 3.0]


def test_counts_in_head_and_tree_follow_every_answer(interview: AppTest) -> None:
    give(interview, "2")
    assert "1/4" in interview.button(key="tree-below-insight.collect").label
    assert "1/20" in interview.button(key="tree-top-insight").label
    progress = interview.get("progress")[0].proto.text
    assert progress.startswith(text("interview.done", "en", done=1, total=50))
    assert "saved" in progress


def test_a_finished_capability_carries_a_tick(interview: AppTest) -> None:
    for name in ("strategy", "internal", "external", "privacy"):
        give(interview.run(), "1", f"insight.collect.{name}")
    assert "4/4 ✓" in interview.button(key="tree-below-insight.collect").label


def test_not_assessed_is_an_answer(store: SqliteStore, interview: AppTest) -> None:
    answer(interview, STRATEGY, "unknown")
    assert ratings(store)[STRATEGY].state == "unknown"
    assert badge(card(interview, STRATEGY)) == text("state.unknown", "en")
    assert chosen(card(interview, STRATEGY)) == ["x"]


def test_not_applicable_needs_a_reason(store: SqliteStore, interview: AppTest) -> None:
    answer(interview, STRATEGY, "na", "  ")
    assert ratings(store) == {}


def test_not_applicable_is_saved_with_its_reason(store: SqliteStore, interview: AppTest) -> None:
    answer(interview, STRATEGY, "na", "No data of its own")
    saved = ratings(store)[STRATEGY]
    assert (saved.state, saved.score, saved.note) == ("na", None, "No data of its own")
    assert "No data of its own" in words(card(interview, STRATEGY))


def test_a_score_after_not_applicable_drops_the_reason(store: SqliteStore, interview: AppTest) -> None:
    reason = {"state": "na", "note": "No data of its own"}
    place = {"unit": "fuzhou-telecom", "wave": "2003", "rater": "li", "indicator": STRATEGY}
    store.save_rating(ENGAGEMENT, Rating.model_validate({**place, **reason}))
    give(interview.run(), "2")
    saved = ratings(store)[STRATEGY]
    assert (saved.state, saved.score, saved.note) == ("scored", 2.0, "")


def test_a_note_written_before_the_score_is_saved_with_it(store: SqliteStore, interview: AppTest) -> None:
    open_part(interview, STRATEGY, "note")
    interview.text_area(key=f"note:{FUZHOU}:li:{STRATEGY}:0").input("Seen on site").run()
    assert ratings(store) == {}
    give(interview.run(), "2")
    assert ratings(store)[STRATEGY].note == "Seen on site"


def test_note_and_confidence_of_a_rating_are_saved_by_themselves(
    store: SqliteStore, interview: AppTest
) -> None:
    give(interview, "2")
    answer(interview, STRATEGY, "confidence", "high")
    open_part(interview, STRATEGY, "note")
    interview.text_area(key=f"note:{FUZHOU}:li:{STRATEGY}:2").input("Seen on site").run()
    saved = ratings(store)[STRATEGY]
    assert (saved.score, saved.confidence, saved.note, saved.revision) == (2.0, "high", "Seen on site", 3)


def test_a_statement_becomes_evidence_of_the_indicator(store: SqliteStore, interview: AppTest) -> None:
    open_part(interview, STRATEGY, "evidence")
    interview.text_area(key=f"said:{FUZHOU}:li:{STRATEGY}").input("A plan exists on paper")
    interview.text_input(key=f"by:{FUZHOU}:li:{STRATEGY}").input("Head of IT")
    interview.button(key=f"statement-add-{STRATEGY}").click().run()
    links = store.evidence_links(ENGAGEMENT, "fuzhou-telecom")
    item = next(found for found in store.evidence(ENGAGEMENT) if found.id == links[0].evidence)
    assert (item.text, item.source, item.kind, item.grade) == (
        "A plan exists on paper",
        "Head of IT",
        "interview",
        "partial",
    )
    assert "Evidence · 1" in words(card(interview, STRATEGY))


def test_nobody_overwrites_what_they_have_not_seen(store: SqliteStore, interview: AppTest) -> None:
    place = {"unit": "fuzhou-telecom", "wave": "2003", "rater": "li", "indicator": STRATEGY}
    store.save_rating(ENGAGEMENT, Rating(**place, score=4.0))
    give(interview, "1")
    assert ratings(store)[STRATEGY].score == 4.0
    assert "4" in interview.warning[0].value
    assert "1" in interview.warning[0].value


@pytest.mark.parametrize(("choice", "kept", "revision"), [("theirs", 4.0, 1), ("mine", 1.0, 2)])
def test_a_person_chooses_between_two_values(
    store: SqliteStore, interview: AppTest, choice: str, kept: float, revision: int
) -> None:
    place = {"unit": "fuzhou-telecom", "wave": "2003", "rater": "li", "indicator": STRATEGY}
    store.save_rating(ENGAGEMENT, Rating(**place, score=4.0))
    give(interview, "1")
    interview.button(key=f"{choice}-{STRATEGY}").click().run()
    saved = ratings(store)[STRATEGY]
    assert (saved.score, saved.revision) == (kept, revision)
    assert not interview.warning


def test_a_signed_off_wave_is_read_only(store: SqliteStore, interview: AppTest) -> None:
    store.lock_wave(ENGAGEMENT, "2003")
    interview.run()
    assert [found.value for found in interview.info] == [plain(text("interview.locked", "en"))]
    assert 'data-say="score" data-value="2" aria-pressed="false" disabled' in card(interview, STRATEGY)
    give(interview, "2")
    assert ratings(store) == {}


def test_a_wave_signed_off_meanwhile_takes_nothing_and_says_so(
    store: SqliteStore, interview: AppTest
) -> None:
    store.lock_wave(ENGAGEMENT, "2003")
    give(interview, "2")
    assert ratings(store) == {}
    assert interview.error[0].value == plain(text("error.WaveLockedError", "en", wave="2003 study"))


def test_without_a_rater_everything_can_be_read_and_nothing_is_saved(
    store: SqliteStore, open_app: Open
) -> None:
    app = open_app("interview", unit="shenzhen-telecom", node="insight.collect")
    assert [found.value for found in app.info] == [plain(text("interview.nobody", "en"))]
    assert chosen(card(app, STRATEGY)) == ["1"]
    before = store.revision()
    give(app, "3")
    assert store.revision() == before


def test_a_new_name_becomes_a_person(store: SqliteStore, open_app: Open) -> None:
    app = open_app("interview", unit="fuzhou-telecom")
    type_name(app, "Zhang  Min")
    assert "Zhang Min" in [person.name for person in store.people(ENGAGEMENT)]
    give(app, "2")
    assert ratings(store)[STRATEGY].rater == "Zhang Min"


def test_nobody_can_be_called_consensus(store: SqliteStore, open_app: Open) -> None:
    app = open_app("interview", unit="fuzhou-telecom")
    type_name(app, "Consensus")
    assert app.error[0].value == plain(text("interview.rater.reserved", "en", name="Consensus"))
    assert [person.id for person in store.people(ENGAGEMENT)] == ["study-2003"]


def test_the_interview_opens_at_the_first_open_capability(store: SqliteStore, open_app: Open) -> None:
    app = open_app("interview", unit="guangzhou-telecom")
    assert app.query_params["node"] == "interaction.management"
    assert app.subheader[0].value.endswith("Interaction Management")
    assert store.ratings(ENGAGEMENT, "guangzhou-telecom")


@pytest.mark.usefixtures("store")
def test_a_link_opens_the_capability_of_an_indicator(open_app: Open) -> None:
    app = open_app("interview", unit="shenzhen-telecom", node="products.brand")
    assert app.query_params["node"] == "products.brand"
    node = next(each["i"] for each in told(app)["items"] if each["g"] == "products.brand")
    again = open_app("interview", unit="shenzhen-telecom", node=node)
    assert again.query_params["node"] == node
    assert again.subheader[0].value == app.subheader[0].value


@pytest.mark.parametrize(
    ("button", "node"),
    [
        ("next-top", "insight.manage"),
        ("next-bottom", "insight.manage"),
        ("next-open", "insight.manage"),
        ("tree-top-products", "products.portfolio"),
    ],
)
def test_buttons_and_tree_jump_to_a_capability(interview: AppTest, button: str, node: str) -> None:
    interview.button(key=button).click().run()
    assert interview.query_params["node"] == node
    assert interview.button(key=f"tree-below-{node}").proto.type == "secondary"


def test_the_first_capability_has_none_before_it(interview: AppTest) -> None:
    assert interview.button(key="previous-top").disabled
    assert not interview.button(key="next-top").disabled


def test_what_others_rated_stands_beside(store: SqliteStore, interview: AppTest) -> None:
    store.add_person(ENGAGEMENT, Person(id="min", name="Zhang Min"))
    place = {"unit": "fuzhou-telecom", "wave": "2003", "rater": "min", "indicator": STRATEGY}
    store.save_rating(ENGAGEMENT, Rating(**place, score=4.5))
    interview.run()
    assert "Other raters Zhang Min: 4.5" in words(card(interview, STRATEGY))


def test_history_tells_who_said_what_and_when(interview: AppTest) -> None:
    give(interview, "2")
    give(interview.run(), "3")
    open_part(interview, STRATEGY, "history")
    lines = next(found.value for found in interview.markdown if found.value.count("Li Wei") == 2)
    newest, oldest = lines.split("\n")
    assert newest.endswith("**3**")
    assert oldest.endswith("**2**")


@pytest.mark.usefixtures("store")
def test_a_doubtful_figure_carries_its_dagger_and_says_why(open_app: Open) -> None:
    app = open_app("interview", unit="guangzhou-telecom", node="interaction.operations")
    shown = [words(found) for found in cards(app)]
    assert any("† " + text("mark.inferred", "en") in found for found in shown)


def test_a_doubtful_figure_that_is_scored_again_loses_its_mark(
    store: SqliteStore, interview: AppTest
) -> None:
    place = {"unit": "fuzhou-telecom", "wave": "2003", "rater": "li", "indicator": STRATEGY}
    store.save_rating(ENGAGEMENT, Rating(**place, score=2.0, mark="inferred"))
    give(interview.run(), "3")
    assert (ratings(store)[STRATEGY].score, ratings(store)[STRATEGY].mark) == (3.0, "")


@pytest.mark.usefixtures("store")
def test_best_practice_names_who_reached_it(open_app: Open) -> None:
    app = open_app("interview", unit="shenzhen-telecom", node="insight.collect")
    labels = [found.proto.popover.label for found in app.get("popover")]
    assert any("AT&T Wireless 2" in label.replace("\\", "") for label in labels)


@pytest.mark.usefixtures("store")
def test_the_interview_speaks_chinese(open_app: Open) -> None:
    app = open_app("interview", "zh", unit="fuzhou-telecom")
    assert app.subheader[0].value.endswith("收集数据")
    assert "客户数据战略" in card(app, STRATEGY)
    assert "未评估" in card(app, STRATEGY)


@pytest.mark.usefixtures("empty_store")
def test_an_empty_store_teaches_and_leads_home(open_app: Open) -> None:
    app = open_app("interview")
    assert [found.value for found in app.markdown] == [text("empty.interview", "en")]
    assert app.button(key="go-home").label == text("empty.go-home", "en")
