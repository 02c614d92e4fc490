"""The Roadmap page: an invitation, a kept plan in all its views, moves by hand, plans side by side."""

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from assessment import roadmapping
from assessment.catalogue import LANGUAGES, Lang, text
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore
from assessment.roadmap import Clash, LeftOut, Plan, PlanSettings, Said
from assessment.ui.components.roadmap_view import PARTS

Open = Callable[..., AppTest]
STUDY, UNIT, WAVE = "china-telecom-2003", "shenzhen-telecom", "2003"
LINK = {"engagement": STUDY, "unit": UNIT, "wave": WAVE}
CHOSEN = ("customer-information", "customer-value-model", "complaint-management")


@pytest.fixture
def chosen(store: SqliteStore) -> SqliteStore:
    """Shenzhen has chosen three initiatives."""
    choice = roadmapping.choice_of(store, FileShelf(), STUDY, UNIT, WAVE)
    roadmapping.pick(store, choice, CHOSEN, "")
    return store


@pytest.fixture
def planned(chosen: SqliteStore) -> SqliteStore:
    """And it has kept a plan of two of them."""
    settings = PlanSettings(phases=4, start=dt.date(2004, 1, 1), capacity={"it": (30.0,) * 4})
    why = Said(code="clash", english={"reasons": "no room"}, chinese={"reasons": "人力不足"})
    plan = Plan(
        starts={CHOSEN[0]: 1, CHOSEN[2]: 2},
        left_out=(LeftOut(task=CHOSEN[1], code="no-room", why=why),),
        value=9.0,
        bound=10.0,
        finished=2,
        greedy_value=8.0,
        greedy_starts={CHOSEN[2]: 1},
    )
    draft = roadmapping.PlanDraft("First", settings, plan)
    roadmapping.keep_plan(chosen, FileShelf(), (STUDY, UNIT, WAVE), draft, "")
    return chosen


def words(app: AppTest) -> str:
    found = [*app.header, *app.markdown, *app.caption, *app.info, *app.success, *app.error]
    return "\n".join(one.value for one in found).replace("\\", "")


def drawn(app: AppTest) -> str:
    """What is drawn as HTML."""
    return "\n".join(str(one.proto.body) for one in app.get("html"))


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_unit_that_chose_nothing_is_led_to_the_initiatives(open_app: Open, lang: Lang) -> None:
    app = open_app("roadmap", lang, **LINK)
    assert not app.exception
    assert app.button(key="to-initiatives").label == text("roadmap.to-initiatives", lang)


@pytest.mark.usefixtures("empty_store")
def test_an_empty_store_says_what_the_page_is_for(open_app: Open) -> None:
    assert text("empty.roadmap", "en") in words(open_app("roadmap"))


@pytest.mark.usefixtures("chosen")
def test_before_the_first_plan_the_settings_are_those_of_2003(open_app: Open) -> None:
    app = open_app("roadmap", **LINK)
    assert app.header[0].value == "3 initiatives, no plan yet"
    assert "Settings: 8 phases of 3 months, Oct 2003 – Sep 2005" in app.expander[0].label.replace("\\", "")
    assert app.button(key="roadmap-make").label == "Make the plan"


@pytest.mark.usefixtures("planned")
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_every_view_of_a_kept_plan_is_drawn(open_app: Open, part: str, lang: Lang) -> None:
    app = open_app("roadmap", lang, part=part, **LINK)
    assert not app.exception
    said = "2 of 3 initiatives fit into 4 phases; one is left out"
    assert app.header[0].value == (said if lang == "en" else "3 项举措中有 2 项排入 4 个阶段，1 项未排入")


@pytest.mark.usefixtures("planned")
def test_the_board_has_a_card_where_an_initiative_stands(open_app: Open) -> None:
    found = drawn(open_app("roadmap", **LINK))
    assert "Complaint management" in found
    assert "grid-column: 2 / span 1" in found
    assert "Apr–Jun 2004" in found


@pytest.mark.usefixtures("planned")
def test_the_plan_is_not_proved_and_says_how_good_it_is(open_app: Open) -> None:
    assert "at least 90.0% of the best possible plan" in words(open_app("roadmap", **LINK))


def test_a_name_that_is_markup_stays_text(planned: SqliteStore, open_app: Open) -> None:
    choice = roadmapping.choice_of(planned, FileShelf(), STUDY, UNIT, WAVE)
    item = choice.of(CHOSEN[2])
    assert item is not None
    evil = item.initiative.model_copy(update={"name": "<img src=x> & co"})
    roadmapping.change(planned, choice, evil, "", item)
    found = drawn(open_app("roadmap", **LINK))
    assert "&lt;img src=x&gt; &amp; co" in found
    assert "<img" not in found


@pytest.mark.usefixtures("planned")
def test_a_plan_is_carried_out_with_one_click(open_app: Open) -> None:
    app = open_app("roadmap", **LINK)
    app.button(key="roadmap-adopt").click().run()
    assert not app.exception
    assert "Carried out" in words(app)


@pytest.mark.usefixtures("planned")
def test_a_move_by_hand_says_what_it_costs_and_can_be_taken_back(open_app: Open) -> None:
    app = open_app("roadmap", **LINK)
    app.selectbox(key="roadmap-move-who").set_value(CHOSEN[2]).run()
    app.selectbox(key=f"roadmap-move-to-{CHOSEN[2]}-2-4").set_value(4).run()
    app.button(key="roadmap-move-do").click().run()
    assert not app.exception
    assert "Moved by hand: Complaint management." in words(app)
    assert "grid-column: 4 / span 1" in drawn(app)
    app.button(key="roadmap-moves-back").click().run()
    assert "Moved by hand: " not in words(app)


@pytest.mark.usefixtures("planned")
def test_a_pin_is_one_more_demand_and_the_plan_is_out_of_date(open_app: Open) -> None:
    app = open_app("roadmap", **LINK)
    app.selectbox(key="roadmap-move-who").set_value(CHOSEN[2]).run()
    app.button(key="roadmap-move-pin").click().run()
    assert "Complaint management is pinned to phase 2" in words(app)
    assert text("roadmap.stale", "en") in words(app)
    app.button(key="roadmap-drop-0").click().run()
    assert text("roadmap.stale", "en") not in words(app)


@pytest.mark.usefixtures("planned")
def test_the_greedy_plan_stands_beside(open_app: Open) -> None:
    app = open_app("roadmap", part="compare", **LINK)
    assert text("roadmap.compare.greedy.about", "en") in words(app)
    assert len(app.dataframe[-1].value) == len(CHOSEN)


def test_what_was_chosen_since_is_told(planned: SqliteStore, open_app: Open) -> None:
    choice = roadmapping.choice_of(planned, FileShelf(), STUDY, UNIT, WAVE)
    roadmapping.pick(planned, choice, ["market-intelligence"], "")
    app = open_app("roadmap", **LINK)
    assert not app.exception
    assert text("roadmap.stale.chosen", "en") in words(app)


def head(app: AppTest) -> str:
    return str(app.header[0].value).replace("\\", "")


def changed(store: SqliteStore, **values: object) -> None:
    """Complaint management is written anew."""
    choice = roadmapping.choice_of(store, FileShelf(), STUDY, UNIT, WAVE)
    item = choice.of(CHOSEN[2])
    assert item is not None
    roadmapping.change(store, choice, item.initiative.model_copy(update=values), "", item)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_plan_of_other_figures_says_so_and_no_longer_how_good_it_is(
    planned: SqliteStore, open_app: Open, lang: Lang
) -> None:
    changed(planned, effort={"it": 20.0})
    app = open_app("roadmap", lang, **LINK)
    assert head(app) == text("roadmap.head.stale", lang)
    assert "90.0%" not in words(app)
    assert ("It said then: 2 of 3" if lang == "en" else "当时的结论：3 项") in words(app)


def test_a_plan_of_other_figures_is_drawn_as_long_as_its_work_took_then(
    planned: SqliteStore, open_app: Open
) -> None:
    changed(planned, months=9)
    assert "grid-column: 2 / span 1" in drawn(open_app("roadmap", **LINK))


def test_a_plan_that_is_kept_after_a_change_still_says_that_its_figures_are_others(
    chosen: SqliteStore, open_app: Open
) -> None:
    app = solved(open_app("roadmap", **LINK))
    changed(chosen, effort={"it": 20.0})
    app.run()
    app.button(key="roadmap-keep").click().run()
    assert head(app) == text("roadmap.head.stale", "en")
    assert head(solved(app)) != text("roadmap.head.stale", "en")


def solved(app: AppTest) -> AppTest:
    """Ask for a plan and wait until the search beside the page is over."""
    app.button(key="roadmap-make").click().run()
    for thread in [one for one in threading.enumerate() if one.name.startswith("gapline-")]:
        thread.join(60)
    return app.run()


@pytest.mark.usefixtures("chosen")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_plan_is_made_beside_the_page_and_kept(open_app: Open, lang: Lang) -> None:
    app = solved(open_app("roadmap", lang, **LINK))
    assert not app.exception
    assert text("roadmap.proof.best", lang) in words(app)
    app.button(key="roadmap-keep").click().run()
    assert app.selectbox(key="roadmap-open-1-1").value == "plan-1"
    app.button(key="roadmap-adopt").click().run()
    assert text("roadmap.adopted", lang) in words(app)
    app = solved(app)
    app.button_group(key="pick-part").set_value("compare").run()
    assert not app.exception
    assert text("roadmap.compare.greedy.about", lang) not in words(app)
    assert len(app.dataframe[-1].value) == len(CHOSEN)


def test_a_pin_that_cannot_be_met_is_told_in_words(chosen: SqliteStore, open_app: Open) -> None:
    choice = roadmapping.choice_of(chosen, FileShelf(), STUDY, UNIT, WAVE)
    roadmapping.pick(chosen, choice, ["customer-differentiation"], "")  # it follows the value model
    app = open_app("roadmap", **LINK)
    app.selectbox(key="roadmap-who").set_value("customer-differentiation").run()
    app.button(key="roadmap-add-demand").click().run()
    assert "Customer differentiation is pinned to phase 1" in words(app)
    app = solved(app)
    said = "".join(one.value for one in app.error).replace("\\", "")
    assert "Customer differentiation is pinned to phase 1 but needs Customer value model" in said
    app.button(key="roadmap-drop-0").click().run()
    assert text("roadmap.proof.best", "en") in words(solved(app))


@pytest.mark.usefixtures("planned")
def test_a_plan_that_the_settings_no_longer_allow_is_marked_and_cannot_be_kept(open_app: Open) -> None:
    app = open_app("roadmap", **LINK)
    draft = app.session_state["roadmap-draft"]
    asked = draft.settings.model_copy(update={"required": (CHOSEN[1],)})
    app.session_state["roadmap-draft"] = replace(
        draft, settings=asked, clash=Clash(reasons=()), refused_with=asked
    )
    app.run()

    assert app.header[0].value == text("roadmap.head.refused", "en")
    assert {"roadmap-keep", "roadmap-adopt"}.isdisjoint({str(one.key) for one in app.button})
    app.session_state["roadmap-draft"] = replace(app.session_state["roadmap-draft"], settings=draft.settings)
    app.run()
    assert not app.error
    assert app.button(key="roadmap-adopt").label == text("roadmap.adopt", "en")


@pytest.mark.usefixtures("chosen")
def test_the_capacity_says_whose_figures_it_begins_with(open_app: Open) -> None:
    assert "library's usual staff, not your own people" in words(open_app("roadmap", **LINK))


@pytest.mark.usefixtures("planned")
def test_a_lane_of_one_initiative_counts_it_in_the_singular(open_app: Open) -> None:
    app = open_app("roadmap", **LINK)
    draft = app.session_state["roadmap-draft"]
    alone = draft.plan.model_copy(update={"starts": {CHOSEN[0]: 1}})
    app.session_state["roadmap-draft"] = replace(draft, plan=alone)
    board = drawn(app.run())
    assert ">1 initiative<" in board
    assert "1 initiatives" not in board
