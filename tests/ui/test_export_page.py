"""Export: files are made when asked, hold the page's figures and carry safe names."""

import io
from collections.abc import Callable

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]


def keys(app: AppTest) -> set[str | None]:
    return {found.key for found in app.get("download_button")}


def slides(data: bytes) -> str:
    deck = Presentation(io.BytesIO(data))
    return "\n".join(
        shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame
    )


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("store")
def test_nothing_is_made_before_it_is_asked_for(open_app: Open, lang: str) -> None:
    app = open_app("export", lang, unit="shenzhen-telecom")
    assert not app.exception
    assert keys(app) == {"export-scores", "export-ratings"}


@pytest.mark.usefixtures("store")
def test_the_deck_is_made_on_a_click_and_then_handed_out(open_app: Open) -> None:
    app = open_app("export", unit="shenzhen-telecom")
    app.button(key="export-deck-make").click().run(timeout=300)
    assert not app.exception
    assert "export-deck-download" in keys(app)
    assert "China\\-Telecom\\-2003\\-Shenzhen\\-Telecom\\-2003\\-study\\.pptx" in app.success[0].value
    found = slides(app.session_state["export-deck"]["data"])
    assert "Shenzhen Telecom reaches 1.8 of 5; Customer Insight is its weakest dimension" in found


@pytest.mark.usefixtures("store")
def test_the_workbook_is_made_on_a_click(open_app: Open) -> None:
    app = open_app("export", unit="shenzhen-telecom")
    app.button(key="export-workbook-make").click().run(timeout=300)
    book = load_workbook(io.BytesIO(app.session_state["export-workbook"]["data"]))
    assert len(book.worksheets) >= 6


@pytest.mark.usefixtures("store")
def test_the_files_may_be_in_another_language_than_the_screen(open_app: Open) -> None:
    app = open_app("export", "en", unit="shenzhen-telecom")
    app.segmented_control(key="export-lang").set_value("zh").run()
    app.button(key="export-deck-make").click().run(timeout=300)
    assert "客户洞察最弱" in slides(app.session_state["export-deck"]["data"])
    assert app.button(key="export-deck-make").label == "Make the deck"


@pytest.mark.usefixtures("store")
def test_a_file_made_before_a_change_is_not_handed_out_any_more(open_app: Open) -> None:
    app = open_app("export", unit="shenzhen-telecom")
    app.button(key="export-workbook-make").click().run(timeout=300)
    assert "export-workbook-download" in keys(app)
    app.selectbox(key="reference").select("att-wireless").run()
    assert "export-workbook-download" not in keys(app)


@pytest.mark.usefixtures("store")
def test_a_unit_without_ratings_leads_to_the_interview(open_app: Open) -> None:
    app = open_app("export", unit="fuzhou-telecom")
    assert app.button(key="to-interview").label
    assert not keys(app)
