"""Evidence: searched, opened, changed, linked to many ratings, deleted and brought back."""

import datetime as dt
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.edges.evidence_files import fetch, folder_of, keep
from assessment.edges.store import SqliteStore
from assessment.engagement import Wave
from assessment.ratings import Evidence, Rating
from assessment.ui.components.evidence_links import item_link
from assessment.ui.components.evidence_list import PAGE
from tests.ui.conftest import Open
from tests.ui.evidencing import (
    FUZHOU,
    INTERNAL,
    SHENZHEN,
    STRATEGY,
    STUDY,
    VISIT,
    WAVE,
    button,
    field,
    link,
    opened,
    own_finding,
    press,
    said,
    with_the_visit,
)

PDF = b"%PDF-1.4\nhello"


@pytest.fixture
def visited(store: SqliteStore) -> SqliteStore:
    return with_the_visit(store)


def listed(app: AppTest) -> list[str]:
    frames = app.dataframe
    return list(frames[0].value["item"]) if frames else []


def item_of(store: SqliteStore, item: str = "visit") -> Evidence:
    return next(one for one in store.evidence(STUDY) if one.id == item)


def upload(app: AppTest, name: str, data: bytes) -> None:
    app.file_uploader[0].set_value((name, data, ""))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.usefixtures("visited")
def test_the_list_begins_with_the_newest_and_says_what_has_expired(open_app: Open, lang: Lang) -> None:
    app = opened(open_app, lang=lang)

    assert app.header[0].value == text("evidence.title.expired", lang, count=135, expired=1)
    row = app.dataframe[0].value.iloc[0]
    assert row["item"] == "Visit to the shop"
    assert row["expires"] == text("evidence.expired", lang, day="2004-06-01")
    assert row["rests"] == text("evidence.rests.many", lang, ratings=2, units=2)
    assert len(listed(app)) == PAGE


@pytest.mark.parametrize("words", ["drawer", "CHURN rep", "抽屉", "离网", "Shop manager"])
@pytest.mark.usefixtures("visited")
def test_the_search_finds_words_of_both_languages(open_app: Open, words: str) -> None:
    app = opened(open_app, lang="zh")
    app.text_input(key="evidence-search").input(words).run()

    assert listed(app) == ["Visit to the shop"]
    assert text("evidence.found", "zh", count=1) in said(app)


@pytest.mark.usefixtures("visited")
def test_a_search_without_hits_leads_back_to_all(open_app: Open) -> None:
    app = opened(open_app)
    app.text_input(key="evidence-search").input('xylo* "zz AND').run()
    assert not app.exception
    assert text("evidence.found.none", "en") in said(app)

    press(app, "evidence-clear")
    assert len(listed(app)) == PAGE


@pytest.mark.usefixtures("visited")
def test_filters_narrow_the_list(open_app: Open) -> None:
    app = opened(open_app)
    app.toggle(key="evidence-expired").set_value(True).run()
    assert listed(app) == ["Visit to the shop"]

    app.selectbox(key="evidence-grade").select("weak").run()
    assert listed(app) == []
    press(app, "evidence-clear")
    app.segmented_control(key="evidence-scope").set_value("unit").run()
    assert listed(app) == ["Visit to the shop"]


@pytest.mark.usefixtures("visited")
def test_many_items_are_turned_page_by_page(open_app: Open) -> None:
    app = opened(open_app)
    assert button(app, "evidence-newer").disabled
    press(app, "evidence-older")
    press(app, "evidence-older")

    assert len(listed(app)) == 135 - 2 * PAGE
    assert button(app, "evidence-older").disabled
    app.selectbox(key="evidence-kind").select("document").run()
    assert len(listed(app)) == PAGE


@pytest.mark.usefixtures("visited")
def test_an_indicators_link_shows_what_supports_it(open_app: Open) -> None:
    app = opened(open_app, node=STRATEGY)
    assert listed(app) == ["Visit to the shop"]

    press(app, "evidence-all-nodes")
    assert len(listed(app)) == PAGE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_item_is_opened_changed_and_kept_as_a_revision(
    visited: SqliteStore, open_app: Open, lang: Lang
) -> None:
    app = opened(open_app, "visit", lang)
    field(app, "text").input("Churn reports are used every week.")
    field(app, "grade").select("partial")
    field(app, "expires").set_value(None)
    press(app, "evidence-save")

    wanted = {"text": "Churn reports are used every week.", "grade": "partial", "expires": None}
    assert item_of(visited) == VISIT.model_copy(update=wanted)
    assert app.success[0].value.startswith(text("evidence.saved", lang, time="")[:2])
    assert field(app, "text").value == "Churn reports are used every week."


def test_a_new_item_supports_what_the_link_names_and_more(visited: SqliteStore, open_app: Open) -> None:
    app = opened(open_app, "new", node=INTERNAL)
    assert field(app, "units").value == [FUZHOU]
    assert field(app, "indicators").value == [INTERNAL]
    field(app, "title").input("Data model")
    field(app, "text").input("One table of customers.")
    field(app, "units").select(SHENZHEN)
    field(app, "indicators").select(STRATEGY)
    upload(app, "model.pdf", PDF)
    press(app, "evidence-save")

    item = visited.evidence(STUDY)[-1]
    assert (item.title, item.text, item.kind) == ("Data model", "One table of customers.", "interview")
    assert item.file is not None
    assert item.file.name == "model.pdf"
    assert fetch(folder_of(visited.path), item.file) == PDF
    links = [one for one in visited.evidence_links(STUDY) if one.evidence == item.id]
    assert {(one.unit, one.indicator) for one in links} == {
        (unit, indicator) for unit in (FUZHOU, SHENZHEN) for indicator in (STRATEGY, INTERNAL)
    }
    assert app.query_params["evidence"] == item.id
    assert len(app.get("download_button")) == 1


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("report.pdf", b"MZ\x90\x00program", "is a program or script"),
        ("empty.pdf", b"", "is empty"),
        ("page.txt", b"<html><script>alert(1)</script>", "web page"),
        ("big.pdf", PDF + b"x" * (25 * 1024 * 1024), "at most 25 MB"),
    ],
)
def test_a_bad_file_is_refused_with_the_reason_and_nothing_typed_is_lost(
    visited: SqliteStore, open_app: Open, name: str, data: bytes, why: str
) -> None:
    app = opened(open_app, "visit")
    field(app, "text").input("Typed with care.")
    upload(app, name, data)
    press(app, "evidence-save")

    assert why in app.error[0].value.replace("\\", "")
    assert field(app, "text").value == "Typed with care."
    assert item_of(visited) == VISIT
    assert not [path for path in folder_of(visited.path).rglob("*") if path.is_file()]


def test_what_is_missing_or_cannot_be_is_said_all_at_once(visited: SqliteStore, open_app: Open) -> None:
    app = opened(open_app, "visit")
    field(app, "text").input("  ")
    field(app, "expires").set_value(dt.date(2003, 1, 1))
    press(app, "evidence-save")

    assert [found.value.replace("\\", "") for found in app.error] == [
        text("evidence.wrong.text", "en"),
        text("evidence.wrong.expires", "en"),
    ]
    assert item_of(visited) == VISIT
    press(app, "evidence-discard")
    assert field(app, "text").value == VISIT.text


def test_a_file_can_be_replaced_and_taken_off(visited: SqliteStore, open_app: Open) -> None:
    file, _ = keep(folder_of(visited.path), "old.txt", b"old")
    visited.add_evidence(STUDY, [VISIT.model_copy(update={"file": file})], [])
    app = opened(open_app, "visit")
    upload(app, "new.txt", b"new")
    press(app, "evidence-save")
    kept = item_of(visited).file
    assert kept is not None
    assert kept.name == "new.txt"

    field(app, "off").check()
    press(app, "evidence-save")
    assert item_of(visited).file is None


def test_a_file_that_is_gone_is_named(visited: SqliteStore, open_app: Open, tmp_path: Path) -> None:
    file, _ = keep(tmp_path / "elsewhere", "old.txt", b"old")
    visited.add_evidence(STUDY, [VISIT.model_copy(update={"file": file})], [])
    app = opened(open_app, "visit")

    assert "old.txt is no longer beside the store" in said(app)
    assert not app.get("download_button")


def test_what_somebody_else_changed_meanwhile_is_not_written_over_unseen(
    visited: SqliteStore, open_app: Open
) -> None:
    app = opened(open_app, "visit")
    visited.add_evidence(STUDY, [VISIT.model_copy(update={"text": "Theirs."})], [])
    field(app, "text").input("Mine.")
    press(app, "evidence-save")
    assert "somebody else changed" in said(app)
    assert field(app, "text").value == "Mine."
    assert item_of(visited).text == "Theirs."

    press(app, "evidence-save")
    assert item_of(visited).text == "Mine."


def test_one_item_comes_to_support_many_ratings_and_each_leads_to_its_field(
    visited: SqliteStore, open_app: Open
) -> None:
    app = opened(open_app, "visit")
    field(app, "units").select(FUZHOU)
    field(app, "units").select(SHENZHEN)
    field(app, "indicators").select(STRATEGY)
    field(app, "indicators").select(INTERNAL)
    press(app, "evidence-add-now")

    assert "2 added; it now supports 4 ratings of 2 units" in said(app)
    links = [one.proto for one in app.get("page_link") if "node=" in one.proto.query_string]
    assert len(links) == 4
    assert {one.page for one in links} == {"interview"}
    press(app, "evidence-off-0")
    assert len([one for one in visited.evidence_links(STUDY) if one.evidence == "visit"]) == 3


@pytest.mark.usefixtures("visited")
def test_adding_nothing_is_said(open_app: Open) -> None:
    app = press(opened(open_app, "visit"), "evidence-add-now")

    assert text("evidence.add.missing", "en") in said(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_deleting_lists_what_rests_on_the_item_and_can_be_undone(
    visited: SqliteStore, open_app: Open, lang: Lang
) -> None:
    place = {"unit": FUZHOU, "wave": WAVE, "rater": "li", "indicator": STRATEGY}
    visited.save_rating(STUDY, Rating(**place, score=2.5))
    visited.add_findings(STUDY, [own_finding(evidence=("visit",))])
    app = press(opened(open_app, "visit", lang), "evidence-delete")
    scores = dict(zip(app.dataframe[0].value["unit"], app.dataframe[0].value["score"], strict=True))
    assert scores[{"en": "Fuzhou Telecom", "zh": "福州电信"}[lang]] == "2.5"
    assert len(scores) == 2
    assert text("evidence.delete.findings", lang, count=1) in said(app)

    press(app, "evidence-delete-now")
    assert "visit" not in [item.id for item in visited.evidence(STUDY)]
    assert text("evidence.deleted", lang, title="Visit to the shop") in said(app)
    press(app, "evidence-undo")
    assert item_of(visited) == VISIT
    assert link(SHENZHEN) in visited.evidence_links(STUDY)


def test_a_deletion_can_be_thought_over(visited: SqliteStore, open_app: Open) -> None:
    app = press(opened(open_app, "visit"), "evidence-delete")
    press(app, "evidence-delete-keep")

    assert button(app, "evidence-delete")
    assert item_of(visited) == VISIT


def test_what_supports_a_locked_wave_is_read_only_and_says_why(visited: SqliteStore, open_app: Open) -> None:
    visited.lock_wave(STUDY, WAVE)
    app = opened(open_app, "visit")

    assert "supports what is signed off: Fuzhou Telecom (2003 study), Shenzhen Telecom (2003 study)" in said(
        app
    )
    assert field(app, "text").disabled
    for key in ("evidence-save", "evidence-delete", "evidence-off-0"):
        assert button(app, key).disabled, key
    assert text("evidence.add.locked", "en", waves="2003 study") in said(app)


def test_what_supports_a_signed_off_unit_may_support_more_and_be_copied(
    visited: SqliteStore, open_app: Open
) -> None:
    visited.sign_off(STUDY, SHENZHEN, WAVE, "li")
    visited.add_wave(STUDY, Wave(id="later", name="Later", date=dt.date(2004, 1, 1)))
    app = opened(open_app, "visit")
    assert [button(app, f"evidence-off-{place}").disabled for place in (0, 1)] == [True, False]
    field(app, "wave").select("later")
    field(app, "units").select(FUZHOU)
    field(app, "indicators").select(INTERNAL)
    press(app, "evidence-add-now")
    assert len([one for one in visited.evidence_links(STUDY) if one.evidence == "visit"]) == 3

    press(app, "evidence-copy")
    assert field(app, "title").value == "Visit to the shop"
    press(app, "evidence-save")
    assert [item.text for item in visited.evidence(STUDY)].count(VISIT.text) == 2


def test_who_says_nothing_about_themselves_can_read(visited: SqliteStore, open_app: Open) -> None:
    app = opened(open_app, "visit", who=None)

    assert text("evidence.nobody", "en") in said(app)
    assert button(app, "evidence-save").disabled
    assert button(app, "evidence-delete").disabled
    assert item_of(visited) == VISIT


@pytest.mark.usefixtures("visited")
def test_an_unknown_item_says_so(open_app: Open) -> None:
    app = opened(open_app, "no-such")

    assert text("evidence.gone", "en") in said(app)
    press(app, "evidence-back")
    assert len(listed(app)) == PAGE


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.usefixtures("empty_store")
def test_an_empty_store_teaches_and_leads_home(open_app: Open, lang: Lang) -> None:
    app = open_app("evidence", lang)

    assert [found.value for found in app.markdown] == [text("empty.evidence", lang)]
    assert app.button(key="go-home").label == text("empty.go-home", lang)


def test_the_address_of_an_item_names_everything_it_is_seen_in() -> None:
    assert item_link(STUDY, FUZHOU, WAVE, "zh", "visit") == {
        "engagement": STUDY,
        "unit": FUZHOU,
        "wave": WAVE,
        "lang": "zh",
        "evidence": "visit",
    }


@pytest.mark.usefixtures("visited")
def test_the_unit_in_view_comes_chosen_only_with_an_indicator(open_app: Open) -> None:
    assert field(opened(open_app, "new"), "units").value == []
    assert field(opened(open_app, "new", node=INTERNAL), "units").value == [FUZHOU]
