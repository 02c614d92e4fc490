"""The findings of the unit in view: strengths and weaknesses, each with what it rests on."""

from functools import partial
from typing import Final

import streamlit as st

from assessment import evidence
from assessment.catalogue import text
from assessment.ratings import Finding, FindingKind
from assessment.ui import navigation
from assessment.ui.components.evidence_links import item_link
from assessment.ui.components.evidence_view import EvidenceView, attempt, title_of
from assessment.ui.components.finding_form import editing, finding_form, open_form
from assessment.ui.words import plain

_GONE: Final = "finding-deleted"
_BADGES: Final[dict[FindingKind, str]] = {
    "strength": ":green-badge[:material/add: {}]",
    "weakness": ":orange-badge[:material/remove: {}]",
}


def finding_list(found: EvidenceView) -> None:
    """Draw the findings in the order of the rubric, strengths first at each node."""
    own = in_order(found)
    lang = found.lang
    _title(found, own)
    st.markdown(text("findings.about", lang))
    _bring_back(found)
    shut = _refusal(found)
    open_id = editing()
    if open_id == "":
        finding_form(found, None)
    else:
        st.button(
            text("findings.new", lang),
            key="finding-new",
            type="primary",
            icon=":material/add:",
            disabled=shut,
            on_click=open_form,
            args=("",),
        )
    for finding in own:
        if finding.id == open_id and not shut:
            finding_form(found, finding, delete=_delete)
        else:
            _row(found, finding, shut=shut)


def in_order(found: EvidenceView) -> list[Finding]:
    """The findings of the unit in view in its wave."""
    place = (found.unit.id, found.wave.id)
    order = {node.id: number for number, node in enumerate(found.rubric.nodes)}
    own = [finding for finding in found.records.findings if (finding.unit, finding.wave) == place]
    return sorted(own, key=lambda finding: (order.get(finding.node, len(order)), finding.kind))


def _title(found: EvidenceView, own: list[Finding]) -> None:
    lang, unit = found.lang, found.unit.called(found.lang)
    if not own:
        st.header(plain(text("findings.title.none", lang, unit=unit)), anchor=False)
        return
    strengths = sum(finding.kind == "strength" for finding in own)
    words = {
        "strengths": _counted(found, "strength", strengths),
        "weaknesses": _counted(found, "weakness", len(own) - strengths),
    }
    st.header(plain(text("findings.title", lang, unit=unit, **words)), anchor=False)


def _counted(found: EvidenceView, kind: FindingKind, count: int) -> str:
    one = ".one" if count == 1 else ""
    return text(f"findings.count.{kind}{one}", found.lang, count=count)


def _refusal(found: EvidenceView) -> bool:
    """Whether findings can only be read, and why."""
    lang, unit, wave = found.lang, found.unit.called(found.lang), found.wave.called(found.lang)
    if found.records.closed(found.unit.id, found.wave.id):
        key = "locked" if found.wave.id in found.records.locked else "closed"
        words = text(f"findings.{key}", lang, unit=unit, wave=wave)
        st.info(plain(words), icon=":material/lock:")
        return True
    if found.rater is None:
        st.info(text("findings.nobody", lang), icon=":material/person_add:")
        return True
    return False


def _row(found: EvidenceView, finding: Finding, *, shut: bool) -> None:
    lang = found.lang
    with st.container(border=True, key=f"finding-{finding.id}"):
        what, change = st.columns([6, 1])
        with what:
            badge = _BADGES[finding.kind].format(text(f"finding-kind.{finding.kind}", lang).capitalize())
            path = [found.node_name(node.id) for node in found.rubric.path(finding.node)[1:]]
            where = " › ".join(path) or found.node_name(finding.node)
            st.markdown(f"{badge} {plain(finding.said(lang))}  \n:small[:gray[{plain(where)}]]")
            _cited(found, finding)
        with change:
            st.button(
                text("findings.edit", lang),
                key=f"finding-edit-{finding.id}",
                type="tertiary",
                icon=":material/edit:",
                disabled=shut,
                on_click=open_form,
                args=(finding.id,),
            )


def _cited(found: EvidenceView, finding: Finding) -> None:
    """Links to what it rests on; what was deleted since is left out."""
    items = [item for item in map(found.records.item, finding.evidence) if item]
    if not items:
        st.caption(text("findings.without", found.lang))
        return
    with st.container(horizontal=True, gap="small"):
        for item in items:
            place = (found.engagement.id, found.unit.id, found.wave.id)
            st.page_link(
                navigation.page("evidence", found.lang),
                label=plain(title_of(item, found.lang)),
                icon=":material/description:",
                query_params=item_link(*place, found.lang, item.id),
            )


def _delete(found: EvidenceView, finding: Finding) -> None:
    """Take a finding away by a revision that says so."""
    gone = finding.model_copy(update={"deleted": True})
    store, place = found.context.store, found.engagement.id
    keeping = partial(evidence.keep_finding, store, place, gone, found.rater or "", finding)
    if attempt(found, keeping):
        st.session_state[_GONE] = (place, finding.model_dump_json())
        open_form(None)


def _bring_back(found: EvidenceView) -> None:
    kept = st.session_state.get(_GONE)
    if not kept or kept[0] != found.engagement.id:
        return
    finding = Finding.model_validate_json(kept[1])
    if (finding.unit, finding.wave) != (found.unit.id, found.wave.id):
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="finding-gone"):
        words = text("findings.deleted", found.lang, text=finding.said(found.lang))
        st.markdown(f":material/delete: {plain(words)}", width="content")
        st.button(
            text("findings.undo", found.lang),
            key="finding-undo",
            icon=":material/undo:",
            disabled=found.rater is None,
            on_click=_restore,
            args=(found, finding),
        )


def _restore(found: EvidenceView, finding: Finding) -> None:
    store, place = found.context.store, found.engagement.id
    keeping = partial(evidence.keep_finding, store, place, finding, found.rater or "", None)
    if attempt(found, keeping):
        st.session_state.pop(_GONE, None)
