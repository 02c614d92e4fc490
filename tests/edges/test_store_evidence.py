"""What every store promises about evidence, the search in it and findings."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.errors import UnknownWaveError
from assessment.ports import Store
from assessment.ratings import Evidence, EvidenceFile, Finding
from tests.edges.store_samples import link, statement

E = "ct-2003"


def test_evidence_keeps_its_file_and_its_last_day(store: Store) -> None:
    file = EvidenceFile(sha256="ab" * 32, name="名单.pdf", media_type="application/pdf", size=12)
    item = Evidence(id="a", text="The list.", expires=dt.date(2005, 1, 1), file=file)
    store.add_evidence(E, [item], [], by="li")
    assert store.evidence(E) == [item]


def test_deleted_evidence_no_longer_shows_and_can_be_brought_back(store: Store) -> None:
    store.add_evidence(E, [statement("a"), statement("b")], [link("a"), link("b")])
    store.delete_evidence(E, "a", by="li")
    assert [item.id for item in store.evidence(E)] == ["b"]
    assert store.evidence_links(E) == [link("b")]
    before = store.revision()
    store.delete_evidence(E, "a", by="li")
    assert store.revision() == before
    store.add_evidence(E, [statement("a")], [])
    assert [item.id for item in store.evidence(E)] == ["a", "b"]
    assert store.evidence_links(E) == [link("a"), link("b")]
    with pytest.raises(ValueError, match="unknown evidence"):
        store.delete_evidence(E, "c", by="li")


def test_evidence_can_stop_supporting_a_rating_and_support_it_again(store: Store) -> None:
    store.add_evidence(E, [statement("a")], [link("a"), link("a", "b")])
    store.unlink_evidence(E, [link("a"), link("a", "nothing")])
    assert store.evidence_links(E) == [link("a", "b")]
    store.add_evidence(E, [], [link("a")])
    assert store.evidence_links(E) == [link("a"), link("a", "b")]


LISTS = Evidence(
    id="lists", title="CRM 系统", text="Campaign lists are drawn weekly.", text_zh="活动名单每周更新。"
)
VIEW = Evidence(
    id="view",
    text="No single customer view; café e-mail.",
    source_zh="访谈纪要第三次",
    file=EvidenceFile(sha256="0" * 64, name="客户视图 2003.docx", media_type="x", size=1),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("weekly", {"lists"}),
        ("WEEK", {"lists"}),
        ("eekly", set()),
        ("名单", {"lists"}),
        ("单每", {"lists"}),
        ("单名", set()),
        ("名", {"lists"}),
        ("CRM系统", {"lists"}),
        ("ｃｒｍ", {"lists"}),
        ("cafe e-mail", {"view"}),
        ("客户 纪要", {"view"}),
        ("客户・视图", {"view"}),
        ("客户 名单", set()),
        ("2003.docx", {"view"}),
        ("", set()),
        ("\" OR * NEAR( ' ; --", set()),
        ("AND", set()),
    ],
)
def test_evidence_is_found_by_its_words_in_both_languages(store: Store, words: str, found: set[str]) -> None:
    store.add_evidence(E, [LISTS, VIEW], [])
    assert set(store.search_evidence(E, words)) == found
    assert store.search_evidence("nowhere", words) == []


def test_only_what_evidence_says_now_is_found(store: Store) -> None:
    store.add_evidence(E, [LISTS, VIEW], [])
    store.add_evidence(E, [LISTS.model_copy(update={"text": "Monthly now."})], [])
    assert store.search_evidence(E, "weekly") == []
    assert store.search_evidence(E, "monthly") == ["lists"]
    store.delete_evidence(E, "lists", by="li")
    assert store.search_evidence(E, "monthly") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_no_search_fails_whatever_is_typed(store: Store, text: str) -> None:
    store.add_evidence(E, [LISTS], [])
    assert store.search_evidence(E, text) in ([], ["lists"])


def test_findings_come_back_with_what_they_rest_on(store: Store) -> None:
    store.add_evidence(E, [statement("a"), statement("b")], [])
    place = {"unit": "shenzhen", "wave": "first", "node": "insight"}
    weak = Finding(
        id="z", kind="weakness", text="No view.", text_zh="没有统一视图。", evidence=("b", "a"), **place
    )
    strong = Finding(id="a", kind="strength", text="Good lists.", **place | {"unit": "group"})
    store.add_findings(E, [weak, strong], by="li")
    assert store.findings(E) == [weak, strong]
    assert store.findings(E, "group", "first") == [strong]
    changed = weak.model_copy(update={"evidence": ("a",)})
    store.add_findings(E, [changed])
    assert store.findings(E) == [changed, strong]
    before = store.revision()
    store.add_findings(E, [changed])
    assert store.revision() == before
    store.add_findings(E, [changed.model_copy(update={"deleted": True})])
    assert store.findings(E) == [strong]


def test_a_finding_on_nothing_leaves_nothing(store: Store) -> None:
    finding = Finding(id="a", unit="shenzhen", wave="first", node="insight", kind="strength", text="Good.")
    with pytest.raises(ValueError, match="unknown evidence"):
        store.add_findings(E, [finding, finding.model_copy(update={"id": "b", "evidence": ("c",)})])
    with pytest.raises(UnknownWaveError):
        store.add_findings(E, [finding.model_copy(update={"wave": "third"})])
    assert store.findings(E) == []
