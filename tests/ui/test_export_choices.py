"""Export: parts chosen at a click, the one page, slides to look at, and what there is without LibreOffice."""

import io
from collections.abc import Callable

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from assessment.edges import office_drawing
from assessment.storyline.choices import PARTS, SHORT

Open = Callable[..., AppTest]


def picture() -> bytes:
    """A small PNG."""
    from PIL import Image

    stream = io.BytesIO()
    Image.new("RGB", (16, 9)).save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_drawing, "office", lambda: None)


@pytest.fixture
def with_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice and poppler in name only."""
    monkeypatch.setattr(office_drawing, "office", lambda: "soffice")
    monkeypatch.setattr(office_drawing, "pdf_tool", lambda: "pdftoppm")
    monkeypatch.setattr(office_drawing, "pdf_of", lambda _deck: b"%PDF-drawn")
    monkeypatch.setattr(office_drawing, "picture_of", lambda _pdf, _page: picture())


def files(app: AppTest) -> dict[str | None, str]:
    return {found.key: found.proto.url for found in app.get("download_button")}


def made(app: AppTest, kind: str) -> AppTest:
    app.button(key=f"export-{kind}-make").click().run(timeout=120)
    assert not app.exception
    return app


def captions(app: AppTest) -> str:
    return "\n".join(found.value for found in app.caption)


@pytest.mark.usefixtures("store")
def test_a_short_deck_and_no_deck_at_all_are_one_click_each(open_app: Open) -> None:
    app = open_app("export", unit="shenzhen-telecom")
    assert app.button_group(key="deck-choice-parts").value == list(PARTS)

    app.button(key="deck-choice-short").click().run()
    assert app.button_group(key="deck-choice-parts").value == list(SHORT)
    app.button(key="deck-choice-clear").click().run()
    assert app.button(key="export-deck-make").disabled
    assert "Choose at least one part" in captions(app)
    app.button(key="deck-choice-all").click().run()
    assert app.button_group(key="deck-choice-parts").value == list(PARTS)


@pytest.mark.parametrize(("lang", "cure"), [("en", "Install LibreOffice"), ("zh", "请安装 LibreOffice")])
@pytest.mark.usefixtures("store", "without_office")
def test_without_libreoffice_the_page_is_a_slide_and_the_cure_stands_there(
    open_app: Open, lang: str, cure: str
) -> None:
    app = made(open_app("export", lang, unit="shenzhen-telecom"), "page")

    assert {"export-page-slide"} == {key for key in files(app) if key and "page" in key}
    assert cure in "\n".join(found.value for found in app.warning)
    assert len(Presentation(io.BytesIO(app.session_state["export-page"]["data"])).slides) == 1


@pytest.mark.usefixtures("store", "without_office")
def test_without_libreoffice_a_deck_is_made_all_the_same(open_app: Open) -> None:
    app = open_app("export", unit="shenzhen-telecom")
    app.button(key="deck-choice-short").click().run()
    made(app, "deck")

    assert "export-deck-download" in files(app)
    assert "Install LibreOffice" in captions(app)
    assert not [found for found in app.toggle if found.key == "preview"]


@pytest.mark.usefixtures("store", "with_office")
def test_the_page_is_shown_and_handed_out_as_pdf_and_as_slide(open_app: Open) -> None:
    app = made(open_app("export", unit="shenzhen-telecom"), "page")

    assert {"export-page-page", "export-page-slide"} <= set(files(app))
    assert app.session_state["export-page"]["pdf"] == b"%PDF-drawn"
    assert len(app.get("image")) == 1


@pytest.mark.usefixtures("store", "with_office")
def test_slides_are_looked_at_one_by_one(open_app: Open) -> None:
    app = open_app("export", unit="shenzhen-telecom")
    app.button(key="deck-choice-short").click().run()
    made(app, "deck")
    assert not app.get("image")

    app.toggle(key="preview").set_value(True).run(timeout=60)
    assert not app.exception
    assert len(app.get("image")) == 1
    count = len(Presentation(io.BytesIO(app.session_state["export-deck"]["data"])).slides)
    assert app.number_input[0].max == count


@pytest.mark.usefixtures("store", "without_office")
def test_the_file_of_a_deck_without_names_names_no_unit(open_app: Open) -> None:
    app = open_app("export", unit="shenzhen-telecom")
    app.button(key="deck-choice-short").click().run()
    app.toggle(key="deck-choice-anonymous").set_value(True).run()
    made(app, "deck")

    assert "Shenzhen" not in app.success[0].value
    assert "assessment" in app.success[0].value
