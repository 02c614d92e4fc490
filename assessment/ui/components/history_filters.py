"""Whose changes of what are shown: the filters of the History page."""

from typing import get_args

import streamlit as st

from assessment.catalogue import text
from assessment.changes import ChangeKind
from assessment.rubric import Node
from assessment.ui import state
from assessment.ui.components.history_view import KIND, NODE, SCOPE, WHO, HistoryView

_INDENT = "\u2003"


def filters(found: HistoryView) -> None:
    """Draw the filters; the view asks for what they say."""
    lang = found.lang
    with st.container(horizontal=True, vertical_alignment="center", key="history-filters"):
        _one_of(found, SCOPE, ("unit", "all"), "history.scope")
        _one_of(found, KIND, get_args(ChangeKind), "history.kind")
        st.selectbox(
            text("history.who", lang),
            ["", *found.names],
            format_func=lambda who: found.names.get(who, who) or text("history.who.any", lang),
            key=WHO,
            label_visibility="collapsed",
            persist_state="session",
            width=200,
        )
        _nodes(found)


def _one_of(found: HistoryView, key: str, options: tuple[str, ...], words: str) -> None:
    st.segmented_control(
        text(words, found.lang),
        options,
        default=options[0],
        required=True,
        format_func=lambda option: text(f"{words}.{option}", found.lang),
        key=key,
        label_visibility="collapsed",
        persist_state="session",
    )


def _nodes(found: HistoryView) -> None:
    labels = {"": text("history.node.any", found.lang)}
    labels |= {node.id: _indented(found, node) for node in found.rubric.nodes}
    labels.pop(found.rubric.root.id, None)
    st.session_state[NODE] = found.node
    st.selectbox(
        text("history.node", found.lang),
        list(labels),
        format_func=lambda node: labels.get(node, node),
        key=NODE,
        label_visibility="collapsed",
        on_change=_node_chosen,
        width=320,
    )


def _indented(found: HistoryView, node: Node) -> str:
    depth = len(found.rubric.path(node.id)) - 2
    return _INDENT * max(depth, 0) + found.rubric.name_of(node.id, found.lang)


def _node_chosen() -> None:
    chosen = st.session_state.get(NODE)
    if chosen:
        st.query_params[state.NODE] = chosen
    else:
        st.query_params.pop(state.NODE, None)
