"""The frame around the pages."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import Lang, text
from assessment.ui.words import plain

Open = Callable[..., AppTest]
PAGES = ("home", "rubric", "authoring", "interview", "quality", "profile", "compare", "diagnosis", "export")
ENGAGEMENT = "china-telecom-2003"


def navigation(lang: Lang) -> dict[str, list[str]]:
    """Addresses by section, as the app builds them."""

    script = f"""
import streamlit as st
from assessment.ui.navigation import pages
st.json({{step: [page.url_path for page in found] for step, found in pages("{lang}").items()}})
"""
    shown: dict[str, list[str]] = json.loads(AppTest.from_string(script).run().json[0].value)
    return shown


def test_navigation_follows_the_five_steps_with_home_first() -> None:
    assert list(navigation("en").items()) == [
        (":primary[**Gapline**]", [""]),
        ("Strategy", ["rubric", "migration", "authoring"]),
        ("Assessment", ["interview", "branches", "evidence", "quality", "waves", "history", "offline"]),
        (
            "Diagnosis",
            [
                "profile",
                "map",
                "heatmap",
                "compare",
                "ranking",
                "benchmark",
                "change",
                "agreement",
                "diagnosis",
            ],
        ),
        ("Opportunities", ["priorities", "initiatives"]),
        ("Roadmap", ["roadmap", "follow", "export"]),
    ]


def test_addresses_are_the_same_in_every_language() -> None:
    chinese = navigation("zh")
    assert list(chinese) == [":primary[**Gapline**]", "战略", "评估", "诊断", "机会", "路线图"]
    assert list(chinese.values()) == list(navigation("en").values())


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("store")
def test_every_page_opens_on_the_2003_data(open_app: Open, page: str, lang: str) -> None:
    app = open_app(page, lang)
    assert not app.exception
    assert not app.error


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("empty_store")
def test_every_page_opens_on_an_empty_store(open_app: Open, page: str, lang: str) -> None:
    app = open_app(page, lang)
    assert not app.exception
    assert not app.error


@pytest.mark.parametrize(("locale", "lang"), [("zh-CN", "zh"), ("de-DE", "en"), (None, "en")])
@pytest.mark.usefixtures("store")
def test_the_browser_decides_the_language_at_first(locale: str | None, lang: Lang) -> None:
    app = AppTest.from_file(Path(__file__).parents[2] / "app.py", default_timeout=180)
    app.context = {"locale": locale} if locale else {}
    app.run()
    assert app.query_params["lang"] == lang
    assert app.button(key="next-step").label == text("home.go.start", lang)


@pytest.mark.usefixtures("store")
def test_the_language_switch_keeps_what_is_looked_at(open_app: Open) -> None:
    app = open_app(unit="fuzhou-telecom")
    app.radio(key="pick-lang").set_value("zh").run()
    assert app.query_params["lang"] == "zh"
    assert app.query_params["unit"] == "fuzhou-telecom"
    assert app.selectbox(key="pick-unit").value == "fuzhou-telecom"


@pytest.mark.usefixtures("store")
def test_the_link_carries_engagement_unit_and_wave(open_app: Open) -> None:
    app = open_app()
    app.selectbox(key="pick-unit").set_value("guangzhou-telecom").run()
    assert dict(app.query_params) == {
        "engagement": ENGAGEMENT,
        "unit": "guangzhou-telecom",
        "wave": "2003",
        "lang": "en",
    }


@pytest.mark.usefixtures("store")
def test_a_choice_survives_going_to_another_page(open_app: Open) -> None:
    app = open_app()
    app.selectbox(key="pick-unit").set_value("guangzhou-telecom").run()
    app.query_params.clear()
    app.switch_page("assessment/ui/pages/rubric.py").run()
    assert app.selectbox(key="pick-unit").value == "guangzhou-telecom"
    assert app.query_params["unit"] == "guangzhou-telecom"


@pytest.mark.usefixtures("store")
def test_a_link_to_something_that_is_gone_says_so_and_shows_something_else(open_app: Open) -> None:
    app = open_app(engagement="long-gone")
    assert [found.value for found in app.warning] == [
        text("shell.stray", "en", what=plain("long-gone")),
    ]
    assert app.query_params["engagement"] == ENGAGEMENT


def test_a_file_that_is_no_store_is_told_in_a_sentence_and_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_app: Open
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear all," * 1000, encoding="utf-8")
    monkeypatch.setenv("GAPLINE_STORE", str(path))
    app = open_app()
    assert not app.exception
    assert [found.value for found in app.error] == [plain(text("error.store.not-a-store", "en", path=path))]
    assert path.read_text(encoding="utf-8") == "Dear all," * 1000


def test_user_text_stands_for_itself() -> None:
    assert plain("**[x](y)** <b> $5 :red[z]") == r"\*\*\[x\]\(y\)\*\* \<b\> \$5 \:red\[z\]"


def test_the_interview_loads_neither_charts_nor_exporters(demo_file: Path) -> None:
    script = """
import sys
from streamlit import config
from streamlit.testing.v1 import AppTest
config.set_option("runner.enforceSerializableSessionState", False)
app = AppTest.from_file("app.py", default_timeout=180)
app.query_params["unit"] = "shenzhen-telecom"
app.run().switch_page("assessment/ui/pages/interview.py").run()
assert not app.exception and not app.error
heavy = ["numpy", "PIL", "pandas", "altair", "pptx", "openpyxl", "sqlite_utils", "vl_convert", "scipy"]
print([name for name in heavy if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[2],
        env={"GAPLINE_STORE": str(demo_file), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip().splitlines()[-1:] == ["[]"], done.stderr
