"""A rubric that is being written, as the interview will show it."""

from html import escape
from typing import Final

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.rubric import Node, Rubric
from assessment.ui.components.desk import groups, indicators_of
from assessment.ui.components.markup import block, listed
from assessment.ui.components.tiles import has_tiles, tiles
from assessment.ui.words import plain

_MOST: Final = 12
"""Indicators drawn at a time."""


def preview(rubric: Rubric, lang: Lang) -> None:
    """One group at a time, with its questions and levels; nothing can be clicked."""
    st.subheader(text("authoring.step.preview", lang), anchor=False)
    parts = {group.id: group for group in groups(rubric)}
    picked = st.selectbox(
        text("authoring.preview.group", lang),
        list(parts),
        format_func=lambda node: " › ".join(rubric.name_of(one.id, lang) for one in rubric.path(node)),
        key=f"authoring-group-{rubric.fingerprint[:12]}",
        label_visibility="collapsed",
    )
    group = parts.get(str(picked)) or next(iter(parts.values()))
    shown = indicators_of(group)
    for place, node in enumerate(shown[:_MOST], 1):
        with st.container(key=f"sheet-preview-{place}", border=True, gap="small"):
            st.html(_card(rubric, node, place, lang))
            if not has_tiles(rubric, node):
                st.caption(f"{rubric.scale.min:g} – {rubric.scale.max:g}")
    if len(shown) > _MOST:
        st.caption(plain(text("authoring.more", lang, count=len(shown) - _MOST)))


def _card(rubric: Rubric, node: Node, place: int, lang: Lang) -> str:
    title = f"<h4>{place}. {escape(rubric.name_of(node.id, lang))}</h4>"
    question = block("gl-question", escape(rubric.question(node.id, lang)), tag="p")
    levels = tiles(rubric, node, lang, None, disabled=True) if has_tiles(rubric, node) else ""
    asked = listed(text("interview.to-see", lang), map(escape, rubric.evidence_to_ask(node.id, lang)))
    main = block("gl-main", title, question, levels)
    return f'<article class="gl-card" lang="{lang}">{main}{block("gl-aside", asked, tag="aside")}</article>'
