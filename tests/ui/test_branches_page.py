"""Branches: one grid for many units; what is typed is saved, what is unclear is listed."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.edges.store import SqliteStore
from assessment.engagement import Person, Unit
from assessment.ratings import Rating
from assessment.ui.components import drawing, grid
from assessment.ui.components.grid_view import units_below

Open = Callable[..., AppTest]
ENGAGEMENT = "china-telecom-2003"
GUANGDONG, SHENZHEN, GUANGZHOU = "guangdong-telecom", "shenzhen-telecom", "guangzhou-telecom"
COLLECT, STRATEGY, INTERNAL = "insight.collect", "insight.collect.strategy", "insight.collect.internal"


def test_changes_of_others_are_looked_for_often_enough_to_appear_within_three_seconds() -> None:
    assert max(drawing.EVERY_SECONDS, grid.EVERY_SECONDS) < 3


@pytest.fixture
def named(store: SqliteStore) -> SqliteStore:
    store.add_person(ENGAGEMENT, Person(id="li", name="Li Wei", name_zh="李伟"))
    return store


def opened(open_app: Open, lang: Lang = "en", who: str | None = "li", **link: str) -> AppTest:
    app = open_app("branches", lang, **{"unit": GUANGDONG, "node": COLLECT, **link})
    if who:
        app.session_state["rater"] = who
        app.run()
    assert not app.exception
    return app


def told(app: AppTest) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(app.get("bidi_component")[0].proto.json)[0]
    return found


def cells(app: AppTest) -> dict[str, list[str]]:
    return {row["i"]: [cell["t"] for cell in row["cells"]] for row in told(app)["rows"]}


def words(app: AppTest) -> str:
    found = [*app.markdown, *app.caption, *app.info, *app.error, *app.subheader]
    return "\n".join(one.value for one in found).replace("\\", "")


def type_in(app: AppTest, *texts: tuple[str, str, str], field: str = "score", number: int = 1) -> AppTest:
    """What the page would send: unit, indicator and text of each cell."""
    shown = {
        (row["i"], column["i"], column["f"]): cell["r"]
        for row in told(app)["rows"]
        for column, cell in zip(told(app)["columns"], row["cells"], strict=True)
    }
    events = [
        {"s": number + k, "p": told(app)["place"], "u": unit, "i": one, "f": field, "t": said}
        | {"r": shown.get((unit, one, field), 0)}
        for k, (unit, one, said) in enumerate(texts)
    ]
    sent = {"client": "c", "nonce": f"c:{number}", "events": events, "at": texts[-1][1]}
    app.session_state["branches-cells"] = {"sent": sent}
    app.run()
    assert not app.exception
    return app


def own(store: SqliteStore) -> dict[tuple[str, str], Rating]:
    return {(r.unit, r.indicator): r for r in store.ratings(ENGAGEMENT) if r.rater == "li"}


def vote(score: float, unit: str = SHENZHEN, **more: object) -> Rating:
    place: dict[str, object] = {"unit": unit, "wave": "2003", "rater": "li", "indicator": STRATEGY}
    return Rating.model_validate({**place, "score": score, **more})


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize(
    ("lang", "title"), [("en", "Data Collection: 2 units"), ("zh", "收集数据：2 个单位")]
)
def test_rows_are_the_branches_of_the_unit_in_view(open_app: Open, lang: Lang, title: str) -> None:
    app = opened(open_app, lang)
    assert title in words(app)
    assert list(cells(app)) == [SHENZHEN, GUANGZHOU]
    assert len(told(app)["columns"]) == 4
    assert told(app)["rows"][0]["c"].startswith("0/4")


@pytest.mark.usefixtures("named")
def test_the_parents_branches_are_shown_for_a_branch_and_all_units_on_demand(open_app: Open) -> None:
    app = opened(open_app, unit=SHENZHEN)
    assert list(cells(app)) == [SHENZHEN, GUANGZHOU]
    app.selectbox(key="pick-group").select("").run()
    assert len(cells(app)) == 6
    app.selectbox(key="pick-group").select("china-telecom").run()
    assert list(cells(app)) == [SHENZHEN, GUANGZHOU, "fuzhou-telecom"]


def test_units_below_are_those_that_have_none_below_themselves() -> None:
    units = [Unit(id="g", name="g"), Unit(id="p", name="p", parent="g")]
    units += [Unit(id="a", name="a", parent="p"), Unit(id="b", name="b", parent="g"), Unit(id="c", name="c")]
    assert [unit.id for unit in units_below(units, "g")] == ["a", "b"]
    assert [unit.id for unit in units_below(units, "p")] == ["a"]
    assert units_below(units, "c") == ()
    assert len(units_below(units, "")) == 5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_typed_is_saved_and_counted(open_app: Open, named: SqliteStore, lang: Lang) -> None:
    app = type_in(opened(open_app, lang), (SHENZHEN, STRATEGY, "3"), (GUANGZHOU, STRATEGY, "２½"))
    assert {cell: rating.score for cell, rating in own(named).items()} == {
        (SHENZHEN, STRATEGY): 3.0,
        (GUANGZHOU, STRATEGY): 2.5,
    }
    assert [row[0] for row in cells(app).values()] == ["3", "2.5"]
    assert told(app)["ack"] == {"c": 2}
    assert told(app)["rows"][0]["c"].startswith("1/4")
    assert text("grid.undo", lang, count=2) in [button.label for button in app.button]


def test_what_was_sent_twice_is_saved_once(open_app: Open, named: SqliteStore) -> None:
    app = type_in(opened(open_app), (SHENZHEN, STRATEGY, "3"))
    type_in(app, (SHENZHEN, STRATEGY, "4"))
    assert own(named)[SHENZHEN, STRATEGY].score == 3.0


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "**Guangzhou Telecom** · Customer data strategy: “many” is no score."),
        ("zh", "**广州电信** · 客户数据战略：“many”不是分值。"),
    ],
)
def test_what_is_unclear_is_listed_with_row_column_and_cure(
    open_app: Open, named: SqliteStore, lang: Lang, sentence: str
) -> None:
    app = type_in(opened(open_app, lang), (SHENZHEN, STRATEGY, "3"), (GUANGZHOU, STRATEGY, "many"))
    assert sentence in words(app)
    assert list(own(named)) == [(SHENZHEN, STRATEGY)]
    assert cells(app)[GUANGZHOU][0] == "many"
    app.button(key="branches-discard").click().run()
    assert cells(app)[GUANGZHOU][0] == ""
    assert sentence not in words(app)


def test_one_reason_may_serve_several_cells(open_app: Open, named: SqliteStore) -> None:
    app = type_in(opened(open_app), (SHENZHEN, STRATEGY, "n/a"), (GUANGZHOU, STRATEGY, "不适用"))
    assert own(named) == {}
    app.text_input(key="branches-reason-all").input("No dealers").run()
    assert not app.exception
    assert {(rating.state, rating.note) for rating in own(named).values()} == {("na", "No dealers")}
    assert not app.text_input


def test_undo_takes_the_last_save_back(open_app: Open, named: SqliteStore) -> None:
    app = type_in(opened(open_app), (SHENZHEN, STRATEGY, "3"), (GUANGZHOU, STRATEGY, "2"))
    app.button(key="branches-undo").click().run()
    assert "2 cells are as they were before." in words(app)
    assert not any(rating.counts for rating in own(named).values())
    assert cells(app)[SHENZHEN][0] == ""


def test_what_an_undo_did_is_told_until_the_next_save_also_where_the_page_is_drawn_again(
    open_app: Open, named: SqliteStore
) -> None:
    app = type_in(opened(open_app), (SHENZHEN, STRATEGY, "3"))
    app.button(key="branches-undo").click().run()
    assert "1 cell is as it was before." in words(app.run())
    assert own(named)[SHENZHEN, STRATEGY].withdrawn
    app = type_in(app, (SHENZHEN, STRATEGY, "4"), number=2)
    assert "1 cell is as it was before." not in words(app)


def test_a_proposal_looks_proposed_and_typing_the_value_confirms_it(
    open_app: Open, named: SqliteStore
) -> None:
    named.save_rating(ENGAGEMENT, vote(3.0, proposed=True))
    app = opened(open_app)
    cell = told(app)["rows"][0]["cells"][0]
    assert (cell["t"], cell["m"]) == ("(3)", "proposed")
    assert told(app)["rows"][0]["c"].startswith("0/4")
    type_in(app, (SHENZHEN, STRATEGY, "3"))
    assert own(named)[SHENZHEN, STRATEGY].counts


@pytest.mark.parametrize(("lang", "keep"), [("en", "Keep 5"), ("zh", "保留 5")])
def test_a_conflict_shows_both_values_and_asks(
    open_app: Open, named: SqliteStore, lang: Lang, keep: str
) -> None:
    app = opened(open_app, lang)
    named.save_rating(ENGAGEMENT, vote(5.0, by="An Lin"))
    app.session_state["branches-cells"] = {"sent": event(app, "1", seen=0)}
    app.run()
    assert own(named)[SHENZHEN, STRATEGY].score == 5.0
    assert "An Lin" in words(app)
    assert keep in [button.label for button in app.button]
    app.button(key=f"branches-mine-{SHENZHEN}-{STRATEGY}").click().run()
    assert not app.exception
    assert own(named)[SHENZHEN, STRATEGY].score == 1.0


def event(app: AppTest, said: str, seen: int) -> dict[str, Any]:
    one = {"s": 1, "p": told(app)["place"], "u": SHENZHEN, "i": STRATEGY, "f": "score", "t": said, "r": seen}
    return {"client": "c", "nonce": "c:1", "events": [one, {"s": "none"}, None], "at": STRATEGY}


def test_where_i_said_nothing_what_others_said_stands_in_grey(open_app: Open, named: SqliteStore) -> None:
    named.save_rating(ENGAGEMENT, vote(1.0, GUANGZHOU))
    shenzhen, guangzhou = told(opened(open_app))["rows"]
    first = shenzhen["cells"][0]
    assert (first["t"], bool(first["p"])) == ("", True)
    assert first["h"].endswith(f": {first['p']}")
    assert (guangzhou["cells"][0]["t"], "p" in guangzhou["cells"][0]) == ("1", False)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_several_others_the_value_that_counts_stands_in_grey(
    open_app: Open, named: SqliteStore, lang: Lang
) -> None:
    said = next(r for r in named.ratings(ENGAGEMENT, SHENZHEN) if r.indicator == STRATEGY)
    assert said.score is not None
    named.add_person(ENGAGEMENT, Person(id="an", name="An Lin"))
    named.save_rating(ENGAGEMENT, vote(said.score - 1, rater="an"))
    first = told(opened(open_app, lang))["rows"][0]["cells"][0]
    assert float(first["p"]) == said.score - 0.5
    assert "An Lin" in first["h"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_whose_ratings_it_shows(open_app: Open, named: SqliteStore, lang: Lang) -> None:
    assert named.revision()
    app = opened(open_app, lang)
    assert text("grid.own", lang) in words(app)
    assert told(app)["words"]["ratedHelp"] == text("grid.rated.own.help", lang)


@pytest.mark.usefixtures("named")
def test_who_comes_for_one_indicator_sees_the_whole_capability_and_starts_there(open_app: Open) -> None:
    app = opened(open_app, node=INTERNAL)
    assert len(told(app)["columns"]) == 4
    assert told(app)["start"] == INTERNAL
    assert "**Internal data capture**" in words(app)


@pytest.mark.usefixtures("named")
def test_a_unit_alone_below_its_parent_is_shown_among_all(open_app: Open) -> None:
    assert len(cells(opened(open_app, unit="fuzhou-telecom"))) == 6


def test_one_indicator_shows_confidence_and_note(open_app: Open, named: SqliteStore) -> None:
    app = opened(open_app)
    app.selectbox(key="pick-columns").select(STRATEGY).run()
    assert [column["n"] for column in told(app)["columns"]] == ["Score", "Confidence", "Note"]
    type_in(app, (SHENZHEN, STRATEGY, "as seen"), field="note")
    assert "is saved together with a score" in words(app)
    type_in(app, (SHENZHEN, STRATEGY, "2"), number=2)
    saved = own(named)[SHENZHEN, STRATEGY]
    assert (saved.score, saved.note) == (2.0, "as seen")
    assert app.query_params["node"] == STRATEGY or app.query_params["node"] == [STRATEGY]


@pytest.mark.usefixtures("named")
def test_the_levels_follow_the_column_with_the_cursor(open_app: Open) -> None:
    app = opened(open_app)
    assert "**Customer data strategy**" in words(app)
    type_in(app, (SHENZHEN, INTERNAL, "2"))
    assert "**Internal data capture**" in words(app)


def test_capability_and_columns_are_chosen_as_in_the_interview(open_app: Open, named: SqliteStore) -> None:
    assert named.revision()
    app = opened(open_app)
    app.selectbox(key="pick-capability").select("insight.manage").run()
    assert "insight.manage" in str(app.query_params["node"])
    first = told(app)["columns"][0]["i"]
    app.selectbox(key="pick-columns").select(first).run()
    assert [column["f"] for column in told(app)["columns"]] == ["score", "confidence", "note"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_named_reads_what_counts(open_app: Open, store: SqliteStore, lang: Lang) -> None:
    assert store.revision()
    app = opened(open_app, lang, who=None)
    assert told(app)["refused"] == text("interview.nobody", lang)
    assert text("interview.nobody", lang) in words(app)
    assert cells(app)[SHENZHEN][0] != ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_signed_off_row_is_read_only_and_says_by_whom(
    open_app: Open, named: SqliteStore, lang: Lang
) -> None:
    named.sign_off(ENGAGEMENT, SHENZHEN, "2003", "li")
    app = opened(open_app, lang)
    closed, free = told(app)["rows"]
    assert ("Li Wei" if lang == "en" else "李伟") in closed["x"]
    assert free["x"] == ""
    assert text("grid.closed.cure", lang) in words(app)
    type_in(app, (SHENZHEN, STRATEGY, "3"))
    assert own(named) == {}
    assert text("problem.grid-closed", lang, found="3") in words(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_locked_wave_is_read_only_and_says_so(open_app: Open, named: SqliteStore, lang: Lang) -> None:
    named.lock_wave(ENGAGEMENT, "2003")
    app = opened(open_app, lang)
    assert told(app)["refused"] == text("interview.locked", lang)
    assert text("interview.locked", lang) in words(app)


@pytest.mark.usefixtures("empty_store")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_store_says_what_will_be_here(open_app: Open, lang: Lang) -> None:
    app = open_app("branches", lang)
    assert not app.exception
    assert text("empty.branches", lang) in words(app)
