"""The list of all evidence: the search, the filters, and a page of rows that open an item."""

from collections.abc import Sequence
from typing import Final, Literal, get_args

import streamlit as st

from assessment import evidence
from assessment.catalogue import text
from assessment.evidence import Asked, asked_for
from assessment.ratings import Evidence, EvidenceKind, Grade
from assessment.ui import state
from assessment.ui.components.evidence_table import item_table
from assessment.ui.components.evidence_view import NEW, EvidenceView, open_item
from assessment.ui.words import plain

PAGE: Final = 50
_SEARCH: Final = "evidence-search"
_SCOPE: Final = "evidence-scope"
_KIND: Final = "evidence-kind"
_GRADE: Final = "evidence-grade"
_EXPIRED: Final = "evidence-expired"
_TURNED: Final = "evidence-turned"
_EVERY: Final = ""


def list_title(found: EvidenceView) -> None:
    """How much is on record, and how much of it no longer holds."""
    lang, items = found.lang, found.records.items
    late = sum(evidence.expired(item, found.today) for item in items)
    key = "none" if not items else "expired" if late else "one" if len(items) == 1 else ""
    words = text(f"evidence.title.{key}".rstrip("."), lang, count=len(items), expired=late)
    st.header(words, anchor=False)


def item_list(found: EvidenceView) -> None:
    """The search and the filters over the rows that pass them, a page at a time."""
    lang = found.lang
    if not found.records.items:
        st.markdown(text("evidence.lead.none", lang))
        _new(found)
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(
            text("evidence.search", lang),
            key=_SEARCH,
            placeholder=text("evidence.search", lang),
            label_visibility="collapsed",
            icon=":material/search:",
            persist_state="session",
        )
        _new(found)
    asked = _filters(found)
    hits = found.context.store.search_evidence(found.engagement.id, words) if words.strip() else None
    shown = asked_for(found.records, asked, hits)
    _rows(found, shown, turned_for=repr((words, asked[:4], found.unit.id)))


def _new(found: EvidenceView) -> None:
    st.button(
        text("evidence.new", found.lang),
        key="evidence-new",
        type="primary",
        icon=":material/add:",
        on_click=open_item,
        args=(NEW,),
    )


def _filters(found: EvidenceView) -> Asked:
    lang = found.lang
    with st.container(horizontal=True, vertical_alignment="center"):
        scope = st.segmented_control(
            text("evidence.scope", lang),
            ["all", "unit"],
            default="all",
            required=True,
            format_func=lambda option: text(f"evidence.scope.{option}", lang),
            key=_SCOPE,
            label_visibility="collapsed",
            persist_state="session",
        )
        kind = _choice(found, _KIND, "kind", get_args(EvidenceKind))
        grade = _choice(found, _GRADE, "grade", get_args(Grade))
        late = st.toggle(
            text("evidence.filter.expired", lang), key=_EXPIRED, persist_state="session", width="content"
        )
        nodes = _node(found)
    unit = found.unit.id if scope == "unit" or nodes is not None else None
    return Asked(unit, nodes, kind or None, grade or None, found.today if late else None)  # type: ignore[arg-type]


def _choice(
    found: EvidenceView, key: str, name: Literal["kind", "grade"], options: Sequence[str]
) -> str | None:
    """All, or one of a few; named in the reader's language."""
    words = {"kind": "evidence-kind", "grade": "grade"}[name]
    labels = {_EVERY: text(f"evidence.filter.{name}.all", found.lang)}
    labels |= {option: text(f"{words}.{option}", found.lang) for option in options}
    if st.session_state.get(key) not in labels:
        st.session_state[key] = _EVERY
    return st.selectbox(
        text(f"evidence.filter.{name}", found.lang),
        list(labels),
        format_func=lambda option: labels.get(option, option),
        key=key,
        label_visibility="collapsed",
        persist_state="session",
        width=170,
    )


def _node(found: EvidenceView) -> frozenset[str] | None:
    """The indicators that the link asks for, with the way back to all; None where it names no node."""
    node = found.node_asked()
    if node is None:
        return None
    st.button(
        text("evidence.filter.node", found.lang, node=plain(found.node_name(node))),
        key="evidence-all-nodes",
        icon=":material/close:",
        on_click=_all_nodes,
    )
    return frozenset(below.id for below in found.rubric.node(node).walk() if below.is_indicator)


def _rows(found: EvidenceView, shown: Sequence[Evidence], turned_for: str) -> None:
    """One page of the items, and how many there are."""
    lang = found.lang
    if not shown:
        st.info(text("evidence.found.none", lang), icon=":material/search_off:")
        st.button(text("evidence.clear", lang), key="evidence-clear", on_click=_clear)
        return
    last = (len(shown) - 1) // PAGE
    turn = min(_turned(turned_for), last)
    first = turn * PAGE
    page = shown[first : first + PAGE]
    words = {"count": len(shown), "first": first + 1, "last": first + len(page)}
    counted = text(f"evidence.found{'.some' if last else ''}", lang, **words)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{counted} {text('evidence.open', lang)}", width="content")
        if last:
            _turning(found, turn, last, turned_for)
    item_table(found, page)


def _turning(found: EvidenceView, turn: int, last: int, turned_for: str) -> None:
    for name, to, icon in (("newer", turn - 1, "chevron_left"), ("older", turn + 1, "chevron_right")):
        st.button(
            text(f"evidence.{name}", found.lang, count=PAGE),
            key=f"evidence-{name}",
            icon=f":material/{icon}:",
            disabled=not 0 <= to <= last,
            on_click=_turn,
            args=(turned_for, to),
        )


def _turned(turned_for: str) -> int:
    """Which page is shown; another search or filter begins at the first."""
    kept = st.session_state.get(_TURNED)
    return kept[1] if kept and kept[0] == turned_for else 0


def _turn(turned_for: str, to: int) -> None:
    st.session_state[_TURNED] = (turned_for, to)


def _all_nodes() -> None:
    st.query_params.pop(state.NODE, None)


def _clear() -> None:
    _all_nodes()
    st.session_state.update({_SEARCH: "", _SCOPE: "all", _KIND: _EVERY, _GRADE: _EVERY, _EXPIRED: False})
