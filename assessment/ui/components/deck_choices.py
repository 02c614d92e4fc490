"""What the deck tells, as the reader chooses it: parts, units, tier, names; and about how long it gets."""

from typing import Final

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.comparing import wave_before
from assessment.prioritising import tiers_to_show, usual_tier
from assessment.report.shapes import SectionKind
from assessment.report.wording import headed
from assessment.storyline.choices import PARTS, SHORT, Choices, estimated_slides
from assessment.ui.components.results import View
from assessment.ui.words import plain

_KEY: Final = "deck-choice"
_PARTS: Final = f"{_KEY}-parts"


def deck_choices(found: View) -> Choices:
    """The choices; everything is told until somebody leaves something out."""
    lang = found.lang
    parts = _parts(lang)
    left, right = st.columns(2)
    with left:
        units = _units(found)
    with right:
        tier = _tier(found)
    return Choices(parts, units, tier, _veil(found))


def about_slides(found: View, choices: Choices) -> str:
    """About how long the deck gets, or that nothing was chosen for it."""
    if not choices.parts:
        return text("export.parts.none", found.lang)
    return text("export.estimate", found.lang, count=_estimate(found, choices))


def _parts(lang: Lang) -> tuple[SectionKind, ...]:
    if _PARTS not in st.session_state:
        st.session_state[_PARTS] = list(PARTS)
    chosen = st.pills(
        text("export.parts", lang),
        PARTS,
        selection_mode="multi",
        format_func=lambda part: text(f"story.part.{part}", lang),
        key=_PARTS,
    )
    with st.container(horizontal=True, key=f"{_KEY}-sets"):
        for name, parts in (("all", PARTS), ("short", SHORT), ("clear", ())):
            st.button(
                text(f"export.parts.{name}", lang),
                key=f"{_KEY}-{name}",
                type="tertiary",
                on_click=_choose,
                args=(parts,),
                disabled=tuple(part for part in PARTS if part in chosen) == parts,
            )
    return tuple(part for part in PARTS if part in chosen)


def _choose(parts: tuple[SectionKind, ...]) -> None:
    st.session_state[_PARTS] = list(parts)


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
    usual = usual_tier(rubric)
    chosen = st.segmented_control(
        text("export.tier", lang),
        tiers_to_show(rubric),
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
    earlier = wave_before(store, place.engagement, place.wave) is not None
    return estimated_slides(
        choices, capabilities, len(rubric.indicators), initiatives, planned=planned, earlier=earlier
    )
