"""Export: an edited deck is handed in; the page says what becomes of it and hands the new one out."""
# ruff: noqa: ANN401 - python-pptx is not typed

import io
from collections.abc import Callable
from typing import Any

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from assessment import service
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore
from exports.deck import deck
from tests.exports.edited_decks import edited
from tests.exports.sample_report import sample_report

Open = Callable[..., AppTest]
STUDY, UNIT, WAVE = "china-telecom-2003", "shenzhen-telecom", "2003"


@pytest.fixture
def made(store: SqliteStore) -> bytes:
    wave = service.default_view(store, STUDY)[1]
    return deck(service.make_report(store, FileShelf(), STUDY, UNIT, wave, "en"))


def handed_in(app: AppTest, data: bytes) -> AppTest:
    app.file_uploader(key="refresh-file").set_value(("deck.pptx", data, "")).run(timeout=60)
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    return "\n".join(found.value for found in app.markdown)


def test_a_deck_that_is_up_to_date_says_so(open_app: Open, made: bytes) -> None:
    app = handed_in(open_app("export", unit=UNIT), made)

    assert "up to date" in app.success[0].value
    assert "refresh-download" not in {found.key for found in app.get("download_button")}


@pytest.mark.parametrize(("lang", "word"), [("en", "updated"), ("zh", "更新")])
def test_newer_figures_are_listed_and_the_new_deck_handed_out(
    open_app: Open, store: SqliteStore, made: bytes, lang: str, word: str
) -> None:
    rating = store.ratings(STUDY, UNIT)[0]
    store.save_rating(STUDY, rating.model_copy(update={"score": 5.0}), None)
    app = handed_in(open_app("export", lang, unit=UNIT), made)

    assert word in said(app)
    assert "refresh-download" in {found.key for found in app.get("download_button")}
    _, done = app.session_state["refresh-done"]
    assert len(Presentation(io.BytesIO(done.data)).slides) == len(Presentation(io.BytesIO(made)).slides)


@pytest.mark.usefixtures("store")
def test_a_deck_of_another_engagement_is_refused_with_the_reason(open_app: Open) -> None:
    app = handed_in(open_app("export", unit=UNIT), deck(sample_report("en")))

    assert "another engagement" in app.error[0].value


@pytest.mark.parametrize(("lang", "word"), [("en", "1 in conflict"), ("zh", "冲突 1 处")])
def test_a_conflict_comes_first_and_can_be_decided_for_the_new_figures(
    open_app: Open, store: SqliteStore, made: bytes, lang: str, word: str
) -> None:
    def retitled(presentation: Any) -> None:
        slide = next(one for one in presentation.slides if "reaches 1.8" in one.shapes.title.text)
        slide.shapes.title.text = "Our own headline"

    for rating in [one for one in store.ratings(STUDY, UNIT) if one.score is not None][:20]:
        store.save_rating(STUDY, rating.model_copy(update={"score": 5.0}), None)
    app = handed_in(open_app("export", lang, unit=UNIT), edited(made, retitled))
    headings = [found.value for found in app.markdown if found.value.startswith("**")]
    assert headings[0] == f"**{word}**"

    app.toggle(key="refresh-overwrite").set_value(True).run(timeout=60)
    assert f"**{word}**" not in {found.value for found in app.markdown}
    assert app.toggle(key="refresh-overwrite").value
