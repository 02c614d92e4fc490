"""Writing a rubric: upload, check, preview, compare, publish, and an engagement with it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Html

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore
from assessment.edges.store_file import own_rubrics, store_path
from assessment.rubric import Rubric
from assessment.rubric_sheets import template_sheets
from exports.rubric_workbook import faithful_workbook, rubric_workbook
from tests.edges.filled_in_rubric import fill_in
from tests.ui.answering import answer
from tests.ui.conftest import Open

CARE = """id: care
version: "1"
name: Customer care
scale: {min: 0, max: 1, step: 1, levels: {0: Nothing, 1: All}}
tiers: [indicator]
tree:
  - {id: answer, name: Answering, question: "Who <b>answers</b>?", descriptors: {0: Nobody, 1: Somebody}}
  - {id: solve, name: Solving, descriptors: {0: Never, 1: Always}, evidence: [Log]}
"""


def _hand_in(app: AppTest, **files: bytes) -> AppTest:
    app.file_uploader[0].set_value([(name.replace("_", "."), data, "") for name, data in files.items()])
    return app.run()


def _publish(app: AppTest) -> AppTest:
    return app.button(key="authoring-publish").click().run()


def _shelf() -> FileShelf:
    return FileShelf(own=own_rubrics(store_path()))


def _as_workbook(text_of_rubric: str, lang: Lang = "en") -> tuple[Rubric, bytes]:
    from assessment.rubric_parsing import parse_rubric

    rubric, _ = parse_rubric(text_of_rubric, "care")
    assert rubric is not None
    return rubric, faithful_workbook(rubric, lang)


@pytest.mark.usefixtures("empty_store")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_offers_a_template_and_says_how_it_goes_on(open_app: Open, lang: Lang) -> None:
    app = open_app("authoring", lang)

    assert app.title[0].value == text("shell.page.authoring", lang)
    assert [one.value for one in app.subheader] == [
        text("authoring.step.begin", lang),
        text("authoring.step.upload", lang),
    ]
    assert len(app.get("download_button")) == 2


@pytest.mark.usefixtures("empty_store")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_workbook_is_checked_shown_published_and_chosen(open_app: Open, lang: Lang) -> None:
    rubric, data = _as_workbook(CARE, lang)
    app = _hand_in(open_app("authoring", lang), care_xlsx=data)

    assert not app.exception
    assert "care" not in {name for name, _ in _shelf().rubrics()}
    cards = "".join(one.body for one in app.get("html") if isinstance(one, Html))
    assert "Who &lt;b&gt;answers&lt;/b&gt;?" in cards
    assert "<b>1 All</b> Somebody" in cards
    assert "Log" in cards

    _publish(app)
    assert app.success[0].value.replace("\\", "") == text(
        "authoring.published", lang, name="Customer care", version="1"
    )
    assert _shelf().rubric("care").fingerprint == rubric.fingerprint
    app.switch_page("assessment/ui/pages/home.py").run()
    assert any("Customer care" in option for option in app.selectbox(key="begin-rubric").options)


@pytest.mark.usefixtures("empty_store")
def test_all_problems_stand_with_their_line_or_cell_and_nothing_can_be_published(open_app: Open) -> None:
    wrong = CARE.replace("id: solve", "id: answer").replace("max: 1", "max: much").encode()
    app = _hand_in(open_app("authoring"), rubric_yaml=wrong)

    said = app.error[0].value.replace("\\", "")
    assert "rubric.yaml · line 8" in said
    assert "line 4" in said
    assert not [one for one in app.button if one.key == "authoring-publish"]

    template = rubric_workbook(template_sheets("zh"), "zh", "t")
    said = _hand_in(open_app("authoring", "zh"), t_xlsx=template).error[0].value.replace("\\", "")
    assert "量表!B2" in said
    assert "节点!A1" in said


@pytest.mark.usefixtures("empty_store")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_published_version_is_refused_with_the_difference(open_app: Open, lang: Lang) -> None:
    app = _publish(_hand_in(open_app("authoring", lang), rubric_yaml=CARE.encode()))
    before = _shelf().rubric("care").fingerprint
    _publish(_hand_in(app, rubric_yaml=CARE.replace("Never", "Hardly").encode()))

    said = app.error[0].value.replace("\\", "")
    assert said.startswith(text("error.RubricTakenError", lang, rubric="care", version="1")[:20])
    assert "Hardly" in said
    assert _shelf().rubric("care").fingerprint == before


@pytest.mark.usefixtures("empty_store")
def test_the_differences_from_the_version_before_are_told(open_app: Open) -> None:
    app = _publish(_hand_in(open_app("authoring"), rubric_yaml=CARE.encode()))
    newer = CARE.replace('"1"', '"2"').replace("name: Solving", "name: Mending")
    _hand_in(app, rubric_yaml=newer.encode())

    said = "".join(one.value for one in app.markdown).replace("\\", "")
    assert "From version 1 to 2: 1 differences" in said
    assert "Solving → Mending" in said
    _publish(app)
    assert [name for name in _shelf().rubrics() if name[0] == "care"] == [("care", "1"), ("care", "2")]


@pytest.mark.usefixtures("empty_store")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_weights_of_a_group_are_set_with_who_and_why(open_app: Open, lang: Lang) -> None:
    app = _hand_in(open_app("authoring", lang), rubric_yaml=CARE.encode())
    app.number_input(key="weights-points-answer").set_value(75.0)
    app.number_input(key="weights-points-solve").set_value(25.0).run()
    assert app.button(key="weights-use").disabled
    app.text_input(key="weights-by").set_value("Li Wei")
    app.text_input(key="weights-why").set_value("Calls first").run()
    app.button(key="weights-use").click().run()

    assert not app.exception
    assert "Li Wei" in "".join(one.value for one in app.markdown)
    _publish(app)
    published = _shelf().rubric("care")
    assert [node.weight for node in published.indicators] == [75.0, 25.0]
    record = (own_rubrics(store_path()) / "care" / "1" / "weights.yaml").read_text(encoding="utf-8")
    assert "Calls first" in record


@pytest.mark.usefixtures("empty_store")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_judgements_that_contradict_name_the_one_to_revisit(open_app: Open, lang: Lang) -> None:
    third = "  - {id: learn, name: Learning, descriptors: {0: No, 1: Yes}}\n"
    app = _hand_in(open_app("authoring", lang), rubric_yaml=(CARE + third).encode())
    app.segmented_control(key="weights-method").set_value("pairs").run()
    app.select_slider(key="weights-pair-answer-solve").set_value(-5)
    app.select_slider(key="weights-pair-solve-learn").set_value(-5)
    app.select_slider(key="weights-pair-answer-learn").set_value(5).run()

    said = app.warning[0].value.replace("\\", "")
    assert "Answering" in said
    assert "0.10" in said
    app.segmented_control(key="weights-method").set_value("order").run()
    assert not app.exception
    assert any("61.11" in one.value.replace("\\", "") for one in app.markdown)


def test_the_page_opens_beside_an_engagement(store: SqliteStore, open_app: Open) -> None:
    assert not open_app("authoring", engagement=store.engagements()[0].id).exception


def test_six_indicators_from_the_template_are_interviewed(
    empty_store: SqliteStore, open_app: Open, tmp_path: Path
) -> None:
    """The guide's way from an empty workbook to a first answer."""
    (tmp_path / "care.xlsx").write_bytes(rubric_workbook(template_sheets("en"), "en", "t"))
    fill_in(tmp_path / "care.xlsx")
    app = _publish(_hand_in(open_app("authoring"), care_xlsx=(tmp_path / "care.xlsx").read_bytes()))
    assert app.success

    app = open_app()
    app.text_input(key="begin-name").input("North Mobile")
    app.text_area(key="begin-units").input("North")
    app.text_input(key="begin-person").input("Li Wei")
    app.selectbox(key="begin-rubric").set_value("care 1")
    app.button(key="begin-submit").click().run()
    assert not app.exception
    answer(app, "calls.answer", "score", 2.0)
    [rating] = empty_store.ratings("north-mobile")
    assert (rating.indicator, rating.score) == ("calls.answer", 2.0)
