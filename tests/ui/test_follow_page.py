"""The Follow-through page: what is late or due, recording progress, projected against re-assessed."""

import datetime as dt
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment import roadmapping
from assessment.catalogue import Lang
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore
from assessment.engagement import Person, Wave
from assessment.ratings import Rating
from assessment.roadmap import Plan, PlanSettings
from assessment.roadmap_records import DepartmentPart, Progress, Promise

Open = Callable[..., AppTest]
E, U = "china-telecom-2003", "shenzhen-telecom"
LINK = {"engagement": E, "unit": U, "wave": "2003"}
FUZHOU = "fuzhou-telecom"
COMPLAINTS, PROMOTION = "complaint-management", "promotion-management"
TODAY = dt.datetime.now(dt.UTC).date()
LANGS: tuple[Lang, ...] = ("en", "zh")


def days(count: int) -> dt.date:
    return TODAY + dt.timedelta(days=count)


@pytest.fixture
def chosen(store: SqliteStore) -> SqliteStore:
    """Shenzhen with two initiatives; of the complaints IT's part is ten days late."""
    store.add_person(E, Person(id="li", name="Li Wei", name_zh="李伟"))
    choice = roadmapping.choice_of(store, FileShelf(), E, U, "2003")
    roadmapping.pick(store, choice, [COMPLAINTS, PROMOTION], "li")
    late = DepartmentPart(
        department="IT", work="data feed", head="Sun Li", due=days(-10), percent=60, reason="late server"
    )
    said = Progress(
        unit=U,
        initiative=COMPLAINTS,
        status="running",
        percent=40,
        ends=days(20),
        owner="Chen",
        parts=(late,),
    )
    store.record_progress(E, [said], "li")
    return store


def words(app: AppTest) -> str:
    shown = [*app.header, *app.subheader, *app.markdown, *app.caption, *app.error, *app.info, *app.success]
    return "\n".join(found.value for found in shown).replace("\\", "")


def pages(app: AppTest) -> str:
    return "\n".join(found.proto.body for found in app.get("html"))


def opened(open_app: Open, lang: Lang = "en", initiative: str | None = None, **link: str) -> AppTest:
    app = open_app("follow", lang, **{**LINK, **link})
    app.session_state["rater"] = "li"
    if initiative:
        app.session_state["follow-open"] = initiative
    return app.run()


@pytest.mark.usefixtures("store")
def test_without_initiatives_the_page_says_what_it_will_show(open_app: Open) -> None:
    app = open_app("follow", "en", **LINK)
    assert "has not chosen any initiative yet" in words(app)
    assert [one.label for one in app.button if one.key == "to-initiatives"] == ["Choose initiatives"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            [
                "1 of 2 initiatives is late",
                "the part of IT (Sun Li) was due 10 days ago; is to be finished in 20 days",
                "No plan is carried out yet",
            ],
        ),
        (
            "zh",
            [
                "2 项举措中有 1 项已延误",
                "IT（Sun Li）负责的部分已逾期 10 天；应在 20 天后完成",
                "尚无执行中的计划",
            ],
        ),
    ],
)
@pytest.mark.usefixtures("chosen")
def test_what_is_late_stands_first_in_words(open_app: Open, lang: Lang, said: list[str]) -> None:
    app = opened(open_app, lang)
    for sentence in said:
        assert sentence in words(app)


@pytest.mark.usefixtures("chosen")
def test_every_department_stands_with_its_part_its_date_and_its_reason(open_app: Open) -> None:
    shown = pages(opened(open_app))
    assert "IT (Sun Li): data feed, by " + days(-10).isoformat() + ", 60% done; late server" in shown
    assert "<td>Chen</td>" in shown


def test_what_people_write_is_never_read_as_html(chosen: SqliteStore, open_app: Open) -> None:
    said = Progress(unit=U, initiative=PROMOTION, status="delayed", reason="<b>ill</b>", owner="<i>Wu</i>")
    chosen.record_progress(E, [said], "li")
    shown = pages(opened(open_app))
    assert "&lt;b&gt;ill&lt;/b&gt;" in shown
    assert "<i>Wu" not in shown


def test_progress_is_recorded_with_who_said_it(chosen: SqliteStore, open_app: Open) -> None:
    app = opened(open_app, "en", PROMOTION)
    assert "Nothing was recorded yet." in words(app)
    app.segmented_control(key=_key(app, "status")).set_value("running").run()
    app.number_input(key=_key(app, "percent")).set_value(25).run()
    app.button(key=_key(app, "add")).click().run()
    app.text_input(key=_key(app, "department-0")).set_value("Marketing").run()
    app.text_input(key=_key(app, "work-0")).set_value("offers").run()
    app.button(key="follow-save").click().run()
    (said,) = [one for one in chosen.progress(E, U) if one.initiative == PROMOTION]
    assert (said.status, said.percent, said.by) == ("running", 25, "li")
    assert [(part.department, part.work) for part in said.parts] == [("Marketing", "offers")]
    assert "Saved" in words(app)


def test_a_delay_without_its_reason_is_refused_beside_the_field(chosen: SqliteStore, open_app: Open) -> None:
    app = opened(open_app, "en", PROMOTION)
    app.segmented_control(key=_key(app, "status")).set_value("delayed").run()
    app.button(key="follow-save").click().run()
    assert "Say why it is delayed" in words(app)
    assert len(chosen.progress(E, U)) == 1
    app.text_input(key=_key(app, "reason")).set_value("supplier changed").run()
    assert "Say why it is delayed" not in words(app)
    app.button(key="follow-save").click().run()
    assert len(chosen.progress(E, U)) == 2


def test_who_opened_the_form_before_somebody_else_saved_is_told(chosen: SqliteStore, open_app: Open) -> None:
    app = opened(open_app, "en", COMPLAINTS)
    other = chosen.progress(E, U)[0].model_copy(update={"percent": 70})
    app.number_input(key=_key(app, "percent")).set_value(50)
    chosen.record_progress(E, [other], "wang")
    app.button(key="follow-save").click().run()
    assert chosen.progress(E, U)[0].percent == 70
    assert "wang changed Complaint management" in words(app)
    app.button(key="follow-save").click().run()
    assert chosen.progress(E, U)[0].percent == 50


@pytest.mark.parametrize("reopen", [False, True])
def test_what_was_typed_for_one_unit_is_never_recorded_of_another(
    chosen: SqliteStore, open_app: Open, *, reopen: bool
) -> None:
    choice = roadmapping.choice_of(chosen, FileShelf(), E, FUZHOU, "2003")
    roadmapping.pick(chosen, choice, [PROMOTION], "li")
    app = opened(open_app, "en", PROMOTION)
    app.text_input(key=_key(app, "owner")).set_value("Wu of Shenzhen").run()
    app.selectbox(key="pick-unit").set_value(FUZHOU).run()
    assert not any(one.key == "follow-save" for one in app.button)
    if reopen:
        app.session_state["follow-open"] = PROMOTION
        app.run()
        assert app.text_input(key=_key(app, "owner")).value == ""
    assert chosen.progress(E, FUZHOU) == []


@pytest.mark.usefixtures("chosen")
def test_nobody_can_record_before_saying_who_they_are(open_app: Open) -> None:
    app = open_app("follow", "en", **LINK)
    app.session_state["follow-open"] = PROMOTION
    app.run()
    assert app.button(key="follow-save").disabled
    assert "Say in the side bar who you are" in words(app)


@pytest.fixture
def reassessed(chosen: SqliteStore) -> SqliteStore:
    """A plan that promised 2.0 after its first phase, and a wave in which everything is 2.5."""
    promises = tuple(
        Promise(phase=phase, node=node, score=score, low=score, high=2.2)
        for node in ("overall", "insight")
        for phase, score in ((0, 1.4), (1, 2.0))
    )
    settings = PlanSettings(start=dt.date(2004, 1, 1))
    plan = Plan(starts={COMPLAINTS: 1, PROMOTION: 1}, finished=1)
    draft = roadmapping.PlanDraft("Plan A", settings, plan, promises)
    kept = roadmapping.keep_plan(chosen, FileShelf(), (E, U, "2003"), draft, "li")
    chosen.adopt_plan(E, U, "2003", kept.id, "li")
    chosen.add_wave(E, Wave(id="2005", name="Second", date=dt.date(2005, 1, 1)))
    rubric = FileShelf().rubric("crm-five-capabilities")
    ratings = [
        Rating(unit=U, wave="2005", rater="li", indicator=leaf.id, score=2.5) for leaf in rubric.indicators
    ]
    chosen.save_ratings(E, ratings)
    return chosen


@pytest.mark.parametrize("wave", ["2003", "2005"])
@pytest.mark.usefixtures("reassessed")
def test_the_next_wave_compares_what_was_projected_with_what_was_found(open_app: Open, wave: str) -> None:
    app = opened(open_app, "en", None, wave=wave)
    assert "Of 2 projected scores, 0 came out as projected, 2 above and 0 below" in words(app)
    assert "at the end of phase 1 of 8, the last to end before the wave Second" in words(app)
    first = [str(cell).replace("\\", "") for cell in app.table[-1].value.iloc[0]]
    assert first[2:6] == ["2.0", "2.0\u00a0to\u00a02.2", "2.5", "+0.5"]
    assert first[6] == "above"
    assert sorted(first[7].split(", ")) == ["Complaint management", "Promotion management"]


@pytest.mark.usefixtures("reassessed")
def test_the_plan_in_force_gives_the_days_and_the_pace(open_app: Open) -> None:
    app = opened(open_app)
    assert "Dates are those of the plan “Plan A”" in words(app)
    assert "2004-01-01" in pages(app)
    assert "at an even pace it would be 100% by today" in pages(app)


def _key(app: AppTest, part: str) -> str:
    kinds = ("segmented_control", "number_input", "text_input", "button")
    keys = [one.key for kind in kinds for one in app.get(kind)] + [one.key for one in app.button]
    keys += [one.key for one in app.button_group]
    return next(key for key in keys if key and key.startswith("follow:") and key.endswith(f":{part}"))


def test_what_the_plan_leaves_out_is_named_apart_and_not_counted(open_app: Open, chosen: SqliteStore) -> None:
    choice = roadmapping.choice_of(chosen, FileShelf(), E, U, "2003")
    roadmapping.pick(chosen, choice, ["customer-information"], "li")
    draft = roadmapping.PlanDraft("P", PlanSettings(start=TODAY), Plan(starts={PROMOTION: 1}), ())
    plan = roadmapping.keep_plan(chosen, FileShelf(), (E, U, "2003"), draft, "li")
    chosen.adopt_plan(E, U, "2003", plan.id, "li")
    app = opened(open_app)

    assert (
        app.header[0].value == "1 of 2 initiatives is late"
    )  # the complaints are under way without the plan
    assert "not counted here: Customer information management." in words(app)
    assert "(0 of 2 initiatives finished)" in pages(app)
