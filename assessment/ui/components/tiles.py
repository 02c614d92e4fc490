"""The levels of one indicator as a row of tiles, with the steps between two levels as seams."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

import streamlit as st

from assessment.catalogue import Lang
from assessment.rubric import Node, Rubric, Scale
from assessment.ui.words import plain

_FRACTIONS: Final = {Fraction(1, 2): "½", Fraction(1, 4): "¼", Fraction(3, 4): "¾"}
_SEAM_PIXELS: Final = 30
_MOST_BUTTONS: Final = 31

Choose = Callable[[float], None]
"""What to do with a chosen score."""


def tiles(rubric: Rubric, node: Node, lang: Lang, chosen: float | None, choose: Choose) -> None:
    """Draw the row; the chosen score is filled, also when it lies on a seam.

    A scale without steps, or with too many to click, gets a field for the number instead.
    """
    levels, steps = _levels(rubric, node), rubric.scale.steps()
    if not levels or not 0 < len(steps) <= _MOST_BUTTONS:
        _number(rubric.scale, node, chosen, choose)
        return
    descriptors = rubric.descriptors(node.id, lang)
    with st.container(key=f"tiles-{node.id}", horizontal=True, wrap=False, gap=None):
        for score in sorted({*levels, *steps}):
            is_level = score in levels
            name = rubric.level_name(score, lang)
            label = _tile_label(score, name, descriptors.get(score, "")) if is_level else mixed(score)
            st.button(
                label,
                key=f"{'tile' if is_level else 'seam'}-{node.id}-{score:g}",
                type="primary" if score == chosen else "secondary",
                width="stretch" if is_level else _SEAM_PIXELS,
                wrap=is_level,
                on_click=choose,
                args=(score,),
            )


def mixed(score: float) -> str:
    """A score between two levels, as it is written by hand: 2½; 2.2 where there is no such sign."""
    whole, rest = divmod(Fraction(score).limit_denominator(100), 1)
    if rest not in _FRACTIONS:
        return f"{score:g}"
    return f"{whole}{_FRACTIONS[rest]}" if whole else _FRACTIONS[rest]


def _levels(rubric: Rubric, node: Node) -> set[float]:
    return set(node.descriptors) or set(rubric.scale.levels)


def _tile_label(score: float, name: str, descriptor: str) -> str:
    head = " ".join(part for part in (f"**{score:g}**", f"**{plain(name)}**" if name else "") if part)
    return f"{head}  \n{plain(descriptor)}" if descriptor else head


def _number(scale: Scale, node: Node, chosen: float | None, choose: Choose) -> None:
    key = f"number-{node.id}-{chosen}"

    def entered() -> None:
        value = st.session_state[key]
        if value is not None:
            choose(float(value))

    st.number_input(
        f"{scale.min:g} – {scale.max:g}",
        min_value=scale.min,
        max_value=scale.max,
        value=chosen,
        step=scale.step or (scale.max - scale.min) / 100,
        key=key,
        on_change=entered,
        width=200,
    )
