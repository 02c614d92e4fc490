"""What the plan projected against what the next wave found."""

import streamlit as st

from assessment import follow_words
from assessment.following import Compared
from assessment.outcomes import Outcome
from assessment.report.wording import headed
from assessment.ui.components import in_link
from assessment.ui.components.follow_view import FollowView
from assessment.ui.components.tables import reading_table, table_files
from assessment.ui.words import plain

TIER = "tier"
_MOST_NAMED = 2


def outcome(view: FollowView) -> None:
    """Projected against re-assessed, a tier at a time; before a next wave, what will stand here."""
    st.subheader(view.words("outcome"), anchor=False)
    compared = view.compared()
    if compared is None:
        st.markdown(view.words("outcome.none-yet"))
        return
    lang = view.lang
    st.markdown(f"**{plain(follow_words.outcomes_said(compared.outcomes, lang))}**")
    said = {
        "plan": compared.plan.name,
        "wave": compared.wave.called(lang),
        "phase": compared.phase,
        "phases": compared.plan.settings.phases,
    }
    st.caption(plain(view.words("outcome.basis" if compared.dated else "outcome.basis.undated", **said)))
    tier = _tier(view, compared)
    shown = [one for one in compared.outcomes if _stands_at(compared, one, tier)]
    table = follow_words.outcome_table(shown, compared.rubric, view.names, lang, _MOST_NAMED)
    reading_table(table, "follow-outcome")
    whole = follow_words.outcome_table(compared.outcomes, compared.rubric, view.names, lang)
    table_files(whole, lang, "follow-outcome-files")


def _tier(view: FollowView, compared: Compared) -> str:
    tiers = list(compared.rubric.tiers)
    tier = in_link.kept(TIER, tiers, tiers[0])
    st.segmented_control(
        view.words("tier"),
        tiers,
        format_func=lambda one: headed(compared.rubric.tier_name(one, view.lang)),
        key=in_link.widget_key(TIER, tier),
        on_change=in_link.picked,
        args=(TIER, tiers[0]),
        required=True,
        label_visibility="collapsed",
    )
    return tier


def _stands_at(compared: Compared, one: Outcome, tier: str) -> bool:
    rubric = compared.rubric
    return one.node == rubric.root.id or rubric.tier(one.node) == tier
