"""The choices above the heat-map: columns, figures, part of the tree, tag; the link carries them all."""

from collections.abc import Mapping

import streamlit as st

from assessment.catalogue import text
from assessment.ui import navigation
from assessment.ui.components.heatmap_view import (
    BELOW,
    EVERY,
    REFERENCE,
    SCORES,
    TAG,
    TIER,
    HeatMapView,
    usual_tier,
)
from assessment.ui.components.in_link import picked, widget_key
from assessment.ui.components.results import View


def choices(found: HeatMapView) -> None:
    """Draw them in one row."""
    wave, lang = found.wave, found.wave.lang
    with st.container(horizontal=True, vertical_alignment="bottom", key="heatmap-choices"):
        _tiers(found)
        references = {
            one: text("heatmap.reference.to", lang, reference=name) if one != SCORES else name
            for one, name in wave.references.items()
        }
        _one_of("heatmap.reference", REFERENCE, found.reference, references, found)
        if wave.below:
            below = {"": text("heatmap.below.all", lang)} | {
                unit: text("heatmap.below.some", lang, unit=wave.names[unit], count=len(units))
                for unit, units in wave.below.items()
            }
            _one_of("heatmap.below", BELOW, found.below, below, found)
        if wave.tags:
            tags = {"": text("heatmap.tag.any", lang)} | {
                tag: text("heatmap.tag.some", lang, tag=tag, count=len(units))
                for tag, units in wave.tags.items()
            }
            _one_of("heatmap.tag", TAG, found.tag, tags, found)


def _tiers(found: HeatMapView) -> None:
    rubric, lang = found.wave.here.rubric, found.wave.lang
    names = {tier: rubric.tier_name(tier, lang).capitalize() for tier in rubric.tiers}
    names[EVERY] = text("heatmap.tier.all", lang)
    st.segmented_control(
        text("heatmap.tier", lang),
        list(names),
        format_func=lambda tier: names.get(tier, tier),
        required=True,
        key=widget_key(TIER, found.tier),
        on_change=picked,
        args=(TIER, usual_tier(found.wave)),
        width="content",
    )


def _one_of(label: str, name: str, chosen: str, options: Mapping[str, str], found: HeatMapView) -> None:
    st.selectbox(
        text(label, found.wave.lang),
        list(options),
        format_func=lambda option: options.get(option, option),
        key=widget_key(name, chosen),
        on_change=picked,
        args=(name, ""),
        width=250,
    )


def footnotes(found: HeatMapView) -> None:
    """How to go on, and what the figures stand on."""
    lang = found.wave.lang
    st.caption(text("heatmap.click", lang))
    tree = found.wave.here.tree
    if found.reference == "parent":
        st.caption(text("heatmap.parents", lang))
    waves = {wave.id for wave in found.wave.view.context.waves}
    if found.reference in {"parent", "wave", *waves, *(unit.id for unit in tree)}:
        st.caption(text("heatmap.common", lang))
    if found.unrated:
        st.caption(text("heatmap.unrated", lang, count=found.unrated))


def invite(found: View) -> None:
    """For a wave without ratings: what will stand here, and the one way there."""
    st.subheader(text("shell.page.heatmap", found.lang), anchor=False)
    st.info(text("heatmap.nobody", found.lang), icon=":material/lightbulb:")
    if st.button(text("heatmap.to-branches", found.lang), type="primary", key="to-branches"):
        st.switch_page(navigation.page("branches", found.lang))
