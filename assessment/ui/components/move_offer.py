"""On the rubric's page: that there are other versions, and the way to see what changing would do."""

import streamlit as st

from assessment.catalogue import text
from assessment.engagement import Engagement
from assessment.migrating import newer_version, versions_beside
from assessment.ui import navigation
from assessment.ui.context import Context
from assessment.ui.words import plain


def offer_move(context: Context) -> None:
    """Draw the offer; nothing where there is no engagement, or no other version of its rubric."""
    engagement, lang = context.engagement, context.lang
    if engagement is None:
        return
    if context.wave is not None and context.wave.rubric_version not in ("", engagement.rubric_version):
        told = {"version": context.wave.rubric_version, "own": engagement.rubric_version}
        st.info(plain(text("rubric-page.kept-version", lang, **told)), icon=":material/lock:")
    others = versions_beside(context.shelf, engagement)
    if not others:
        return
    newer = newer_version(context.shelf, engagement)
    box = st.container(
        border=newer is not None, horizontal=True, vertical_alignment="center", key="move-offer"
    )
    with box:
        said = _said(context, engagement, newer, others)
        if newer:
            st.markdown(f":material/new_releases: {plain(said)}", width="content")
        else:
            st.caption(plain(said), width="content")
        st.page_link(
            navigation.page("migration", lang),
            label=text("rubric-page.look-at-move", lang),
            icon=":material/arrow_forward:",
        )


def _said(context: Context, engagement: Engagement, newer: str | None, others: tuple[str, ...]) -> str:
    lang = context.lang
    if newer is None:
        return text("rubric-page.others", lang, versions=text("migration.and", lang).join(reversed(others)))
    named = {"engagement": engagement.called(lang), "own": engagement.rubric_version}
    return text("rubric-page.newer", lang, version=newer, **named)
