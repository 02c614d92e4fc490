"""The client's house on Export: a template is looked at when it is handed in, and the deck stands in it."""

import io
from collections.abc import Callable

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from tests.exports.foreign_templates import as_potx, bare_template, standard_template

Open = Callable[..., AppTest]
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
FILE = "house-template.upload"


def _handed_in(app: AppTest, name: str, data: bytes, key: str = FILE) -> AppTest:
    return app.file_uploader(key=key).set_value([(name, data, PPTX)]).run(timeout=60)


@pytest.mark.usefixtures("store")
def test_the_deck_stands_in_the_template_and_bears_the_line(open_app: Open) -> None:
    app = _handed_in(open_app("export", unit="shenzhen-telecom"), "client.potx", as_potx(standard_template()))
    assert "The template has everything" in app.success[0].value
    app.text_input(key="house-line").set_value("For the board only").run()

    app.button(key="export-deck-make").click().run(timeout=120)

    deck = Presentation(io.BytesIO(app.session_state["export-deck"]["data"]))
    assert (deck.slide_width, deck.slide_height) == (9144000, 6858000)
    last = [shape.text_frame.text for shape in deck.slides[3].shapes if shape.has_text_frame]
    assert any("For the board only" in said for said in last)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("store")
def test_what_the_template_lacks_is_told_at_once(open_app: Open, lang: str) -> None:
    app = _handed_in(open_app("export", lang, unit="shenzhen-telecom"), "client.pptx", bare_template())

    assert not app.exception
    assert app.info[0].value.count("Title and Content") == 3


@pytest.mark.usefixtures("store")
def test_a_refused_template_says_why_and_no_deck_is_made_in_it(open_app: Open) -> None:
    app = _handed_in(open_app("export", unit="shenzhen-telecom"), "client.pptx", b"no PowerPoint file")

    assert "no PowerPoint file" in app.error[0].value
    assert app.button(key="export-deck-make").disabled
