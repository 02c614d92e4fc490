"""The plans that are kept: open one, keep the one at work under a name, say which is carried out."""

import streamlit as st

from assessment.catalogue import text
from assessment.errors import GaplineError
from assessment.ui.components.roadmap_case import adopt, keep
from assessment.ui.components.roadmap_draft import Draft, begin_with
from assessment.ui.components.roadmap_view import RoadmapView
from assessment.ui.words import plain

_NAME, _OPEN = "roadmap-name", "roadmap-open"
_SAID, _REFUSED = "roadmap-said", "roadmap-refused"


def kept_plans(view: RoadmapView) -> None:
    """The line with the kept plans."""
    _messages()
    draft, lang = view.draft, view.lang
    if not view.kept and draft.plan is None:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="roadmap-kept"):
        if view.kept:
            _open_one(view)
        if draft.refused:
            return
        if draft.plan is not None and not _stands(draft):
            name = st.text_input(
                text("roadmap.keep.name", lang),
                value=text("roadmap.keep.usual", lang, number=len(view.kept) + 1),
                key=f"{_NAME}-{draft.number}-{len(view.kept)}",
                width=220,
            )
            st.button(
                text("roadmap.keep", lang),
                key="roadmap-keep",
                icon=":material/bookmark_add:",
                disabled=not (name or "").strip(),
                on_click=_keep,
                args=(view, (name or "").strip()),
            )
        if _stands(draft) and draft.kept != view.adopted:
            st.button(
                text("roadmap.adopt", lang),
                key="roadmap-adopt",
                icon=":material/flag:",
                type="primary",
                on_click=_adopt,
                args=(view, draft.kept),
                help=text("roadmap.adopt.about", lang),
            )
        if _stands(draft) and draft.kept == view.adopted:
            st.markdown(
                f":green-badge[:material/flag: {plain(text('roadmap.adopted', lang))}]", width="content"
            )


def _stands(draft: Draft) -> bool:
    """Whether what is on the page is a kept plan as it was kept."""
    return bool(draft.kept) and draft.fresh and not draft.moved


def _open_one(view: RoadmapView) -> None:
    names = {one.id: one.name for one in view.kept}
    now = view.draft.kept if view.draft.kept in names else None
    key = f"{_OPEN}-{view.draft.number}-{len(names)}"
    st.selectbox(
        text("roadmap.open", view.lang),
        list(names),
        index=list(names).index(now) if now else None,
        format_func=lambda one: _called(view, one or "", names.get(one or "", "")),
        key=key,
        placeholder=text("roadmap.open.hint", view.lang),
        on_change=_open,
        args=(view, key),
        width=260,
    )


def _called(view: RoadmapView, plan: str, name: str) -> str:
    return text("roadmap.open.adopted", view.lang, name=name) if plan == view.adopted else name


def _open(view: RoadmapView, key: str) -> None:
    wanted = st.session_state.get(key)
    found = next((one for one in view.kept if one.id == wanted), None)
    if found is not None:
        begin_with(view.found, found)


def _keep(view: RoadmapView, name: str) -> None:
    try:
        kept = keep(view, name)
    except GaplineError as error:
        st.session_state[_REFUSED] = error.sentence(view.lang)
        return
    begin_with(view.found, kept)
    st.session_state[_SAID] = text("roadmap.keep.done", view.lang, name=name)


def _adopt(view: RoadmapView, plan: str) -> None:
    try:
        adopt(view, plan)
    except GaplineError as error:
        st.session_state[_REFUSED] = error.sentence(view.lang)
        return
    st.session_state[_SAID] = text("roadmap.adopt.done", view.lang)


def _messages() -> None:
    """Say once what came of the last click."""
    said, refused = st.session_state.pop(_SAID, None), st.session_state.pop(_REFUSED, None)
    if refused:
        st.error(plain(refused), icon=":material/error:")
    if said:
        st.toast(plain(said), icon=":material/check:")
