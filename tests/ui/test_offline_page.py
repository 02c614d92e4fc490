import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from assessment import offline
from assessment.catalogue import LANGUAGES, Lang, text
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore
from assessment.engagement import Person
from assessment.offline_layout import ANSWER, NOTE, SCORE, STATEMENT
from assessment.ratings import Rating
from exports.offline_workbook import offline_workbook
from tests.edges.filled_in import filled
from tests.ui.conftest import Open

STUDY, UNIT, WAVE = "china-telecom-2003", "fuzhou-telecom", "2003"
PLACE = {"engagement": STUDY, "unit": UNIT, "wave": WAVE}
FIRST, SECOND, THIRD = "insight.collect.strategy", "insight.collect.internal", "insight.collect.external"


def _rating(indicator: str, score: float) -> Rating:
    return Rating(unit=UNIT, wave=WAVE, rater="li", indicator=indicator, score=score)


def _handed_out(store: SqliteStore, lang: Lang) -> bytes:
    store.add_person(STUDY, Person(id="li", name="Li Wei", name_zh="李伟"))
    form = offline.form(store, FileShelf(), STUDY, UNIT, WAVE, "li")
    return offline_workbook(
        form.rubric, form.engagement, form.unit, form.wave, form.rater, form.ratings, lang
    )


def _with(app: AppTest, data: bytes, name: str = "li.xlsx") -> AppTest:
    app.file_uploader[0].set_value((name, data, ""))
    return app.run()


def _mine(store: SqliteStore) -> dict[str, float | None]:
    return {one.indicator: one.score for one in store.ratings(STUDY, UNIT, WAVE) if one.rater == "li"}


def _button(app: AppTest, key: str) -> Button:
    return next(button for button in app.button if button.key == key)


def test_without_an_engagement_the_page_says_what_it_is_for(empty_store: SqliteStore, open_app: Open) -> None:
    app = open_app("offline")

    assert text("empty.offline", "en") in [one.value for one in app.markdown]
    assert empty_store.engagements() == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_is_shown_before_anything_is_written(store: SqliteStore, open_app: Open, lang: Lang) -> None:
    other: Lang = "zh" if lang == "en" else "en"
    back = filled(
        _handed_out(store, other), {FIRST: {SCORE: 3, STATEMENT: "Seen"}, SECOND: {ANSWER: "unknown"}}
    )
    app = _with(open_app("offline", lang, **PLACE), back)

    assert not app.exception
    shown = "".join(one.value for one in app.markdown)
    assert text("offline.count.new", lang, count=2) in shown
    assert text("offline.count.statement.one", lang) in shown
    assert list(app.dataframe[0].value["kind"]) == [
        text("offline.kind.new", lang),
        text("offline.kind.new", lang),
        text("offline.kind.statement", lang),
    ]
    assert _mine(store) == {}

    _button(app, "offline-commit").click().run()
    assert app.success[0].value.startswith(text("offline.brought", lang, ratings=2, said=1)[:4])
    assert _mine(store) == {FIRST: 3.0, SECOND: None}
    assert [item.text for item in store.evidence(STUDY)][-1] == "Seen"


def test_every_conflict_wants_a_choice(store: SqliteStore, open_app: Open) -> None:
    back = filled(_handed_out(store, "en"), {FIRST: {SCORE: 3}, SECOND: {SCORE: 4}, THIRD: {SCORE: 5}})
    store.save_ratings(STUDY, [_rating(FIRST, 1.0), _rating(SECOND, 1.0)])
    app = _with(open_app("offline", **PLACE), back)

    assert _button(app, "offline-commit").disabled
    app.button(key="offline-all-mine").click().run()
    choice = next(group for group in app.segmented_control if str(group.key).startswith("offline-choice"))
    choice.set_value("theirs").run()
    _button(app, "offline-commit").click().run()
    assert _mine(store) == {FIRST: 1.0, SECOND: 4.0, THIRD: 5.0}


def test_wrong_cells_are_named_and_nothing_can_be_taken(store: SqliteStore, open_app: Open) -> None:
    back = filled(_handed_out(store, "en"), {FIRST: {SCORE: 2.25}, SECOND: {SCORE: 4, NOTE: "x"}})
    app = _with(open_app("offline", **PLACE), back)

    assert "Customer Insight" in app.error[0].value
    assert "lies between two steps" in app.error[0].value
    assert _button(app, "offline-commit").disabled


def test_a_file_that_is_no_workbook_is_refused_in_one_sentence(store: SqliteStore, open_app: Open) -> None:
    app = _with(open_app("offline", **PLACE), b"\x89PNG", "picture.xlsx")

    assert "no Excel workbook" in app.error[0].value
    assert store.ratings(STUDY, UNIT, WAVE) == [
        one for one in store.ratings(STUDY, UNIT, WAVE) if one.rater != "li"
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_unit_that_is_signed_off_takes_no_answers_and_says_why(
    store: SqliteStore, open_app: Open, lang: Lang
) -> None:
    back = filled(_handed_out(store, lang), {FIRST: {SCORE: 3}})
    store.sign_off(STUDY, UNIT, WAVE, "li")
    app = _with(open_app("offline", lang, **PLACE), back)

    unit, wave = {"en": ("Fuzhou Telecom", "2003 study"), "zh": ("福州电信", "2003 年评估")}[lang]
    why = text("offline.closed.unit", lang, unit=unit, wave=wave)
    assert app.warning[0].value.replace("\\", "") == why
    assert app.info[0].value.replace("\\", "").startswith(why)
    assert _button(app, "offline-commit").disabled


def test_what_was_rated_after_the_preview_stops_the_writing(store: SqliteStore, open_app: Open) -> None:
    back = filled(_handed_out(store, "en"), {FIRST: {SCORE: 3}, SECOND: {SCORE: 4}})
    app = _with(open_app("offline", **PLACE), back)
    store.save_rating(STUDY, _rating(SECOND, 1.0))
    _button(app, "offline-commit").click().run()

    assert "changed" in app.error[0].value
    assert _mine(store) == {SECOND: 1.0}
    assert _button(app, "offline-commit").disabled


@pytest.mark.usefixtures("store")
def test_the_workbook_of_the_chosen_person_is_offered(open_app: Open) -> None:
    app = open_app("offline", **PLACE)
    assert next(one for one in app.button if one.label == text("offline.out.make", "en")).disabled

    app.selectbox(key="pick-rater").set_value("study-2003").run()
    assert len(app.get("download_button")) == 1


@pytest.mark.usefixtures("store")
def test_a_table_about_several_people_says_who_and_one_with_defects_says_where(open_app: Open) -> None:
    two = f"unit,rater,indicator,score\n{UNIT},li,{FIRST},2\n{UNIT},zhao,{FIRST},3\n".encode()
    shown = _with(open_app("offline", **PLACE), two, "two.csv").dataframe[0].value
    assert "unit" not in shown.columns
    assert list(shown["rater"]) == ["li", "zhao"]
    assert list(shown["place"]) == ["Row 2", "Row 3"]

    wrong = _with(open_app("offline", **PLACE), two.replace(b",3", b",9"), "wrong.csv").error[0].value
    assert "**Row 3 · score**" in wrong.replace("\\", "")


def test_a_ratings_table_comes_in_by_the_same_page(store: SqliteStore, open_app: Open) -> None:
    table = f"unit,rater,indicator,score\n{UNIT},li,{FIRST},2\n".encode()
    app = _with(open_app("offline", **PLACE), table, "ratings.csv")
    _button(app, "offline-commit").click().run()

    assert _mine(store) == {FIRST: 2.0}
