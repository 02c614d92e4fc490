"""What the deck tells, as the reader chooses it: parts, units, tier, names; and about how long it gets."""

from typing import Final

import streamlit as st

from assessment.catalogue import text
from assessment.report.wording import headed
from assessment.storyline.choices import PARTS, Choices, estimated_slides
from assessment.ui.components.results import View
from assessment.ui.words import plain

_KEY: Final = "deck-choice"


def deck_choices(found: View) -> Choices:
    """The card with the choices; everything is told until somebody leaves something out."""
    lang = found.lang
    with st.container(border=True, key="card-choices"):
        st.markdown(f":material/checklist: **{text('export.choices', lang)}**")
        parts = st.pills(
            text("export.parts", lang),
            PARTS,
            selection_mode="multi",
            default=PARTS,
            format_func=lambda part: text(f"story.part.{part}", lang),
            key=f"{_KEY}-parts",
        )
        choices = Choices(
            tuple(part for part in PARTS if part in parts), _units(found), _tier(found), _veil(found)
        )
        st.caption(text("export.estimate", lang, count=_estimate(found, choices)))
    return choices


def _units(found: View) -> tuple[str, ...]:
    """The units compared; none means all."""
    lang = found.lang
    names = {unit.id: unit.called(lang) for unit in found.context.units}
    chosen = st.multiselect(
        text("export.units", lang),
        list(names),
        format_func=lambda unit: names.get(unit, unit),
        key=f"{_KEY}-units",
        placeholder=text("export.units.all", lang),
    )
    return tuple(chosen)


def _tier(found: View) -> str:
    rubric, lang = found.rubric, found.lang
    tiers = [tier for tier in rubric.tiers if rubric.of_tier(tier)]
    usual = tiers[-2] if len(tiers) > 1 else tiers[0]
    chosen = st.segmented_control(
        text("export.tier", lang),
        tiers,
        default=usual,
        required=True,
        format_func=lambda tier: plain(headed(rubric.tier_name(tier, lang))),
        key=f"{_KEY}-tier",
    )
    return str(chosen or usual)


def _veil(found: View) -> bool:
    return st.toggle(
        text("export.anonymous", found.lang),
        key=f"{_KEY}-anonymous",
        help=text("export.anonymous.about", found.lang),
    )


def _estimate(found: View, choices: Choices) -> int:
    rubric, store, place = found.rubric, found.context.store, found.place
    capabilities = sum(any(child.is_indicator for child in node.children) for node in rubric.nodes)
    initiatives = len(store.initiatives(place.engagement, place.unit))
    planned = bool(store.plans(place.engagement, place.unit, place.wave))
    return estimated_slides(choices, capabilities, len(rubric.indicators), initiatives, planned=planned)
