"""The fields of one finding, and saving it as a new one or a revision."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Final, get_args
from uuid import uuid4

import streamlit as st

from assessment import evidence
from assessment.catalogue import text
from assessment.ratings import Finding, FindingKind
from assessment.ui.components.evidence_view import (
    EvidenceView,
    attempt,
    done,
    refuse,
    saved_now,
    title_of,
)
from assessment.ui.words import plain

_OPEN: Final = "finding-open"
_TURN: Final = "finding-turn"
_LONGEST: Final = 300
_STEP: Final = "\u2003"


def editing() -> str | None:
    """The id of the finding whose form is open, empty for a new one; None where none is open."""
    return st.session_state.get(_OPEN)


def open_form(finding: str | None) -> None:
    """Open the form of a finding, of a new one (empty), or none."""
    st.session_state[_OPEN] = finding
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1


def finding_form(
    found: EvidenceView,
    finding: Finding | None,
    delete: Callable[[EvidenceView, Finding], None] | None = None,
) -> None:
    """Draw the fields; what was typed stays until it is saved or given up."""
    lang = found.lang
    with st.form(_key(found, finding, "form"), enter_to_submit=False):
        heading = text(f"findings.heading.{'edit' if finding else 'new'}", lang, unit=found.unit.called(lang))
        st.markdown(f"**{plain(heading)}**")
        _about(found, finding)
        _said(found, finding)
        _rests(found, finding)
        with st.container(horizontal=True):
            st.form_submit_button(
                text("findings.save", lang),
                key="finding-save",
                type="primary",
                disabled=found.rater is None,
                on_click=_save,
                args=(found, finding),
            )
            st.form_submit_button(
                text("findings.cancel", lang),
                key="finding-cancel",
                type="tertiary",
                on_click=open_form,
                args=(None,),
            )
            if finding and delete:
                st.form_submit_button(
                    text("findings.delete", lang),
                    key="finding-delete",
                    type="tertiary",
                    icon=":material/delete:",
                    disabled=found.rater is None,
                    on_click=delete,
                    args=(found, finding),
                )


def _key(found: EvidenceView, finding: Finding | None, part: str) -> str:
    """A field's key; what was begun for one unit's wave does not go over to the next."""
    whose = finding.id if finding else f"{found.unit.id}:{found.wave.id}"
    return f"finding:{whose}:{st.session_state.get(_TURN, 0)}:{part}"


def _about(found: EvidenceView, finding: Finding | None) -> None:
    lang = found.lang
    names = _indented(found)
    asked = finding.node if finding else found.node_asked()
    kind, about = st.columns([1, 2])
    kind.segmented_control(
        text("findings.field.kind", lang),
        get_args(FindingKind),
        default=finding.kind if finding else "strength",
        required=True,
        format_func=lambda option: text(f"finding-kind.{option}", lang).capitalize(),
        key=_key(found, finding, "kind"),
    )
    about.selectbox(
        text("findings.field.node", lang),
        list(names),
        index=list(names).index(asked) if asked in names else None,
        format_func=lambda node: names.get(node, node),
        placeholder=text("findings.field.node.pick", lang),
        key=_key(found, finding, "node"),
        filter_mode="contains",
    )


def _indented(found: EvidenceView) -> dict[str, str]:
    """Every node in the order of the tree, set in by its depth; a name shared by several with its parent."""
    rubric = found.rubric
    told, shared = {}, Counter(found.node_name(node.id) for node in rubric.nodes)
    for node in rubric.nodes:
        own, above = found.node_name(node.id), rubric.parent(node.id)
        name = (
            text("evidence.inside", found.lang, node=own, above=found.node_name(above.id)) if above else own
        )
        depth = max(len(rubric.path(node.id)) - 2, 0)
        told[node.id] = _STEP * depth + (name if shared[own] > 1 else own)
    return told


def _said(found: EvidenceView, finding: Finding | None) -> None:
    lang = found.lang
    st.text_area(
        text("findings.field.text", lang),
        value=finding.text if finding else "",
        key=_key(found, finding, "text"),
        placeholder=text("findings.field.text.example", lang),
        max_chars=_LONGEST,
        height=80,
    )
    st.text_input(
        text("findings.field.text-zh", lang),
        value=finding.text_zh if finding else "",
        key=_key(found, finding, "text_zh"),
        max_chars=_LONGEST,
    )


def _rests(found: EvidenceView, finding: Finding | None) -> None:
    """What is on record for the unit, and what is cited already."""
    lang, place = found.lang, (found.unit.id, found.wave.id)
    cited = finding.evidence if finding else ()
    titles = {
        item.id: title_of(item, lang)
        for item in found.records.items
        if item.id in cited
        or any((link.unit, link.wave) == place for link in found.records.supported(item.id))
    }
    st.multiselect(
        text("findings.field.evidence", lang),
        list(titles),
        default=[item for item in cited if item in titles],
        format_func=lambda item: titles.get(item, item),
        key=_key(found, finding, "evidence"),
        placeholder=text("evidence.add.pick" if titles else "findings.field.evidence.none", lang),
        disabled=not titles,
    )


def _save(found: EvidenceView, finding: Finding | None) -> None:
    """Save what was typed, or say everything that is wrong with it."""
    parts = ("kind", "node", "text", "text_zh", "evidence")
    typed = {part: st.session_state.get(_key(found, finding, part)) for part in parts}
    said = {part: " ".join(str(typed[part] or "").split()) for part in ("text", "text_zh")}
    wrong = []
    if typed["node"] not in found.rubric:
        wrong.append(text("findings.wrong.node", found.lang))
    if not said["text"]:
        wrong.append(text("findings.wrong.text", found.lang))
    if wrong:
        refuse(*wrong)
        return
    new = Finding.model_validate(
        {
            "id": finding.id if finding else uuid4().hex,
            "unit": found.unit.id,
            "wave": found.wave.id,
            "kind": typed["kind"],
            "node": typed["node"],
            "evidence": tuple(typed["evidence"] or ()),
            **said,
        }
    )
    store, place = found.context.store, found.engagement.id
    if attempt(found, partial(evidence.keep_finding, store, place, new, found.rater or "", finding)):
        open_form(None)
        done(saved_now(found.lang))
