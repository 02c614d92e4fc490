"""How serious each quality rule is in this engagement."""

from typing import get_args

import streamlit as st

from assessment.catalogue import text
from assessment.quality import DEFAULTS, Rule, Weight, limits, severities
from assessment.ui.components.quality_view import QualityView, attempt
from assessment.ui.words import level, plain


def tune_rules(found: QualityView) -> None:
    """A drawer with one switch per rule; a change is saved at once and holds for the whole engagement."""
    lang = found.lang
    weights = severities(found.context.store.quality_rules(found.engagement.id))
    with st.expander(text("quality.rules", lang), icon=":material/tune:", key="quality-rules"):
        st.caption(text("quality.rules.about", lang))
        for rule, weight in weights.items():
            _switch(found, rule, weight)
        st.button(
            text("quality.rules.back", lang),
            key="quality-rules-back",
            type="tertiary",
            icon=":material/restart_alt:",
            disabled=weights == DEFAULTS,
            on_click=_save,
            args=(found, DEFAULTS),
        )


def _switch(found: QualityView, rule: Rule, weight: Weight) -> None:
    lang, key = found.lang, f"weight-{rule}"
    st.session_state[key] = weight
    words, switch = st.columns([3, 2], vertical_alignment="center")
    with words:
        amounts = {name: level(amount) for name, amount in limits(found.rubric.scale)._asdict().items()}
        name, about = text(f"quality.rule.{rule}", lang), text(f"quality.about.{rule}", lang, **amounts)
        st.markdown(f"**{plain(name)}**  \n:small[:gray[{plain(about)}]]")
    with switch:
        st.segmented_control(
            text(f"quality.rule.{rule}", lang),
            get_args(Weight),
            required=True,
            format_func=lambda option: text(f"quality.severity.{option}", lang),
            key=key,
            label_visibility="collapsed",
            on_change=_chosen,
            args=(found, rule, key),
        )


def _chosen(found: QualityView, rule: Rule, key: str) -> None:
    _save(found, {rule: st.session_state[key]})


def _save(found: QualityView, weights: dict[Rule, Weight]) -> None:
    store, rater = found.context.store, found.rater or ""
    values: dict[str, str] = {rule: weight for rule, weight in weights.items()}  # noqa: C416 - widens the type
    attempt(found, lambda: store.set_quality_rules(found.engagement.id, values, rater))
