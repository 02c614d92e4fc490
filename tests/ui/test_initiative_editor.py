"""Editing a chosen initiative, and writing an own one: mistakes beside their fields, nothing overwritten."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment import roadmapping
from assessment.catalogue import Lang
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore
from assessment.engagement import Person

Open = Callable[..., AppTest]
E, U = "china-telecom-2003", "shenzhen-telecom"
LINK = {"engagement": E, "unit": U, "wave": "2003", "part": "chosen"}
COMPLAINTS = "complaint-management"


@pytest.fixture
def chosen(store: SqliteStore) -> SqliteStore:
    """Shenzhen has picked complaint management; Li Wei works on it."""
    store.add_person(E, Person(id="li", name="Li Wei", name_zh="李伟"))
    choice = roadmapping.choice_of(store, FileShelf(), E, U, "2003")
    roadmapping.pick(store, choice, [COMPLAINTS], "li")
    return store


def opened(open_app: Open, initiative: str, lang: Lang = "en", who: str | None = "li") -> AppTest:
    app = open_app("initiatives", lang, **LINK)
    if who:
        app.session_state["rater"] = who
    app.session_state["initiative-edited"] = initiative
    return app.run()


def words(app: AppTest) -> str:
    shown = [*app.markdown, *app.caption, *app.error, *app.success]
    return "\n".join(found.value for found in shown).replace("\\", "")


def key(app: AppTest, part: str) -> str:
    kinds = ("number_input", "text_input", "text_area", "multiselect", "selectbox", "button_group")
    keys = [one.key for kind in kinds for one in app.get(kind)]
    return next(one for one in keys if one and one.startswith("initiative:") and one.endswith(f":{part}"))


def save(app: AppTest) -> AppTest:
    return app.button(key="initiative-save").click().run()


def test_a_changed_initiative_is_one_more_revision_by_who_changed_it(
    chosen: SqliteStore, open_app: Open
) -> None:
    app = opened(open_app, COMPLAINTS)
    assert "Version 1, Li Wei" in words(app)
    assert "As the library has it." in words(app)
    app.number_input(key=key(app, "months")).set_value(9).run()
    app.text_input(key=key(app, "name")).set_value("Complaints first").run()
    save(app)
    first, second = chosen.initiative_history(E, (U, COMPLAINTS))
    assert (second.initiative.months, second.initiative.name, second.by) == (9, "Complaints first", "li")
    assert second.initiative.lifts == first.initiative.lifts
    assert second.initiative.effort == first.initiative.effort
    assert "Saved" in words(app)


def test_saving_without_a_change_changes_nothing(chosen: SqliteStore, open_app: Open) -> None:
    save(opened(open_app, COMPLAINTS))
    assert len(chosen.initiative_history(E, (U, COMPLAINTS))) == 1


def test_an_initiative_that_was_changed_can_be_put_back_to_the_librarys_values(
    chosen: SqliteStore, open_app: Open
) -> None:
    held = chosen.initiatives(E, U)[0]
    changed = held.initiative.model_copy(update={"months": 11})
    chosen.add_initiatives(E, [held.model_copy(update={"initiative": changed})], "li")
    app = opened(open_app, COMPLAINTS)
    assert "the library says otherwise" in words(app)
    app.button(key="initiative-restore").click().run()
    assert chosen.initiatives(E, U)[0].initiative == held.initiative


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "Write whole months from 1 to 120"), ("zh", "请写 1 到 120 之间的整月数")]
)
def test_what_is_wrong_stands_beside_the_field_and_nothing_is_saved(
    chosen: SqliteStore, open_app: Open, lang: Lang, said: str
) -> None:
    app = opened(open_app, COMPLAINTS, lang)
    app.number_input(key=key(app, "months")).set_value(0).run()
    assert said in words(app)
    save(app)
    assert len(chosen.initiative_history(E, (U, COMPLAINTS))) == 1


def test_a_lift_is_a_node_with_levels(chosen: SqliteStore, open_app: Open) -> None:
    app = opened(open_app, COMPLAINTS)
    app.multiselect(key=key(app, "lifts")).set_value(["insight.collect.privacy"]).run()
    app.number_input(key=key(app, "lifts:insight.collect.privacy")).set_value(1.5).run()
    app.multiselect(key=key(app, "needs")).set_value(["insight.manage.integration"]).run()
    save(app)
    held = chosen.initiatives(E, U)[0].initiative
    assert [(one.node, one.levels) for one in held.lifts] == [("insight.collect.privacy", 1.5)]
    assert [(one.node, one.level) for one in held.needs] == [("insight.manage.integration", 1.0)]


@pytest.mark.usefixtures("chosen")
def test_only_indicators_are_offered_as_what_must_be_reached(open_app: Open) -> None:
    app = opened(open_app, COMPLAINTS)
    offered = {part: app.multiselect(key=key(app, part)).options for part in ("lifts", "needs")}
    assert len(offered["needs"]) == len(FileShelf().rubric("crm-five-capabilities").indicators)
    assert len(offered["lifts"]) > len(offered["needs"])


def test_an_own_initiative_needs_a_name_and_gets_an_id_of_its_own(
    chosen: SqliteStore, open_app: Open
) -> None:
    app = opened(open_app, "")
    assert "A new initiative of" in words(app)
    save(app)
    assert "The initiative has no name" in words(app)
    app.text_input(key=key(app, "name")).set_value("Campus shops").run()
    app.text_input(key=key(app, "other-role")).set_value("Shop staff").run()
    app.number_input(key=key(app, "other-months")).set_value(4.0).run()
    save(app)
    own = chosen.initiatives(E, U)[1]
    assert (own.id, own.origin, own.initiative.name, own.by) == ("own-1", "own", "Campus shops", "li")
    assert own.initiative.effort == {"Shop staff": 4.0}


def test_who_opened_it_before_somebody_else_changed_it_is_told(chosen: SqliteStore, open_app: Open) -> None:
    app = opened(open_app, COMPLAINTS)
    held = chosen.initiatives(E, U)[0]
    theirs = held.initiative.model_copy(update={"months": 11})
    chosen.add_initiatives(E, [held.model_copy(update={"initiative": theirs})], "wang")
    app.number_input(key=key(app, "months")).set_value(4)
    save(app)
    assert "wang changed" in words(app)
    assert chosen.initiatives(E, U)[0].initiative.months == 11


@pytest.mark.parametrize("initiative", [COMPLAINTS, ""])
def test_what_was_typed_for_one_unit_is_never_saved_to_another(
    chosen: SqliteStore, open_app: Open, initiative: str
) -> None:
    fuzhou = "fuzhou-telecom"
    choice = roadmapping.choice_of(chosen, FileShelf(), E, fuzhou, "2003")
    (theirs,) = roadmapping.pick(chosen, choice, [COMPLAINTS], "li")
    app = opened(open_app, initiative)
    app.text_input(key=key(app, "name")).set_value("Shenzhen first").run()
    app.selectbox(key="pick-unit").set_value(fuzhou).run()
    assert not any(one.key == "initiative-save" for one in app.button)
    app.session_state["initiative-edited"] = initiative
    app.run()
    assert app.text_input(key=key(app, "name")).value == (theirs.initiative.name if initiative else "")


@pytest.mark.usefixtures("chosen")
def test_nobody_can_save_before_saying_who_they_are(open_app: Open) -> None:
    app = opened(open_app, COMPLAINTS, who=None)
    assert app.button(key="initiative-save").disabled
    assert "Say in the side bar who you are" in words(app)
