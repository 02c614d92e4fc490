"""Findings: written, changed, deleted and brought back, read only once signed off, printed in the profile."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.edges.store import SqliteStore
from tests.ui.conftest import Open
from tests.ui.evidencing import (
    FUZHOU,
    SHENZHEN,
    STUDY,
    WAVE,
    button,
    field,
    opened,
    own_finding,
    press,
    said,
    with_the_visit,
)


@pytest.fixture
def visited(store: SqliteStore) -> SqliteStore:
    return with_the_visit(store)


def findings(open_app: Open, lang: Lang = "en", who: str | None = "li") -> AppTest:
    app = opened(open_app, lang=lang, who=who)
    app.segmented_control(key="evidence-part").set_value("findings").run()
    assert not app.exception
    return app


def test_a_finding_is_written_and_says_what_it_rests_on(visited: SqliteStore, open_app: Open) -> None:
    app = findings(open_app)
    assert app.header[0].value == text("findings.title.none", "en", unit="Fuzhou Telecom")
    press(app, "finding-new")
    press(app, "finding-save")
    assert [found.value.replace("\\", "") for found in app.error] == [
        text("findings.wrong.node", "en"),
        text("findings.wrong.text", "en"),
    ]

    field(app, "node").select("insight.collect")
    field(app, "text").input("Data is\nwell kept.")
    field(app, "evidence").select("visit")
    press(app, "finding-save")
    made = visited.findings(STUDY)[0]
    assert (made.kind, made.node, made.text) == ("strength", "insight.collect", "Data is well kept.")
    assert made.evidence == ("visit",)
    assert app.header[0].value.replace("\\", "") == "Fuzhou Telecom: 1 strength, 0 weaknesses"
    cited = [one.proto for one in app.get("page_link") if "evidence=visit" in one.proto.query_string]
    assert cited[0].page == "evidence"


@pytest.mark.usefixtures("visited")
def test_a_finding_begun_for_one_unit_is_not_there_for_the_next(open_app: Open) -> None:
    app = findings(open_app)
    press(app, "finding-new")
    field(app, "text").input("Data is well kept.")
    app.selectbox(key="pick-unit").set_value(SHENZHEN).run()

    assert field(app, "text").value == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_finding_is_changed_deleted_and_brought_back(
    visited: SqliteStore, open_app: Open, lang: Lang
) -> None:
    visited.add_findings(STUDY, [own_finding()])
    app = findings(open_app, lang)
    assert own_finding().said(lang) in said(app)
    press(app, "finding-edit-f")
    field(app, "text_zh").input("数据没有负责人。")
    press(app, "finding-save")
    assert visited.findings(STUDY)[0].text_zh == "数据没有负责人。"

    press(app, "finding-edit-f")
    press(app, "finding-delete")
    assert visited.findings(STUDY) == []
    press(app, "finding-undo")
    assert visited.findings(STUDY)[0].text == "Data has no owner."


@pytest.mark.parametrize("closing", ["wave", "unit"])
def test_findings_of_what_is_signed_off_can_only_be_read(
    visited: SqliteStore, open_app: Open, closing: str
) -> None:
    visited.add_findings(STUDY, [own_finding()])
    if closing == "wave":
        visited.lock_wave(STUDY, WAVE)
    else:
        visited.sign_off(STUDY, FUZHOU, WAVE, "li")
    app = findings(open_app)

    assert app.info[0].value.replace("\\", "").endswith("its findings can be read, not changed.")
    assert button(app, "finding-new").disabled
    assert button(app, "finding-edit-f").disabled


def test_the_profile_prints_the_findings(visited: SqliteStore, open_app: Open) -> None:
    visited.add_findings(STUDY, [own_finding(unit=SHENZHEN)])
    app = open_app("profile", unit=SHENZHEN, wave=WAVE)

    assert not app.exception
    assert "Strengths and weaknesses of Shenzhen Telecom" in [one.value for one in app.subheader]
    assert "Weakness: Data has no owner." in said(app)


@pytest.mark.usefixtures("visited")
def test_a_finding_is_about_a_node_chosen_in_the_order_of_the_tree(open_app: Open) -> None:
    app = press(findings(open_app), "finding-new")
    options = field(app, "node").options
    collect = next(at for at, name in enumerate(options) if name.strip() == "Data Collection")
    assert options[collect + 1].strip() == "Customer data strategy"
    assert options[collect + 1].startswith("\u2003" + options[collect][0])
