"""The evidence page opened, read, filled in and pressed; an item and a finding to do it with."""

import datetime as dt
from typing import Any

from streamlit.testing.v1 import AppTest

from assessment.catalogue import Lang
from assessment.edges.store import SqliteStore
from assessment.engagement import Person
from assessment.ratings import Evidence, EvidenceLink, Finding
from tests.ui.conftest import Open

STUDY, FUZHOU, SHENZHEN, WAVE = "china-telecom-2003", "fuzhou-telecom", "shenzhen-telecom", "2003"
STRATEGY, INTERNAL = "insight.collect.strategy", "insight.collect.internal"
VISIT = Evidence(
    id="visit",
    title="Visit to the shop",
    text="Churn reports lie in a drawer.",
    text_zh="离网分析报告锁在抽屉里。",
    source="Shop manager",
    kind="observation",
    grade="strong",
    date=dt.date(2003, 6, 1),
    expires=dt.date(2004, 6, 1),
)


def link(unit: str, indicator: str = STRATEGY) -> EvidenceLink:
    return EvidenceLink(evidence="visit", unit=unit, wave=WAVE, indicator=indicator)


def with_the_visit(store: SqliteStore) -> SqliteStore:
    """The 2003 study, with one more item that supports ratings of two units; Li Wei is known."""
    store.add_person(STUDY, Person(id="li", name="Li Wei", name_zh="李伟"))
    store.add_evidence(STUDY, [VISIT], [link(FUZHOU), link(SHENZHEN)])
    return store


def opened(
    open_app: Open, item: str | None = None, lang: Lang = "en", who: str | None = "li", **more: str
) -> AppTest:
    named = {} if item is None else {"evidence": item}
    app = open_app("evidence", lang, unit=FUZHOU, wave=WAVE, **named, **more)
    for name, value in {**named, **more}.items():
        app.query_params[name] = value
    if who:
        app.session_state["rater"] = who
    app.run()
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    places = [*app.markdown, *app.caption, *app.info, *app.error, *app.success, *app.warning]
    return "\n".join(found.value for found in places).replace("\\", "")


def button(app: AppTest, key: str) -> Any:  # noqa: ANN401 - a button or one of a form
    return next(found for found in app.button if found.key == key)


def field(app: AppTest, part: str) -> Any:  # noqa: ANN401 - any kind of field
    kinds = (app.text_input, app.text_area, app.selectbox, app.date_input, app.multiselect, app.checkbox)
    found = [one for kind in kinds for one in kind if str(one.key).endswith(f":{part}")]
    assert len(found) == 1, part
    return found[0]


def press(app: AppTest, key: str) -> AppTest:
    button(app, key).click()
    app.run()
    assert not app.exception
    return app


def own_finding(**more: object) -> Finding:
    words = {"id": "f", "text": "Data has no owner.", "text_zh": "数据无人负责。"}
    place = {"unit": FUZHOU, "wave": WAVE, "node": "insight.collect", "kind": "weakness"}
    return Finding.model_validate({**words, **place, **more})
