"""The levels of one indicator as a row of tiles, with the steps between two levels as seams."""

from collections.abc import Callable
from fractions import Fraction
from html import escape
from typing import Final

import streamlit as st

from assessment.catalogue import Lang
from assessment.ratings import Rating
from assessment.rubric import Node, Rubric
from assessment.ui.components.markup import block, button

_FRACTIONS: Final = {Fraction(1, 2): "½", Fraction(1, 4): "¼", Fraction(3, 4): "¾"}
_MOST_BUTTONS: Final = 31

Choose = Callable[[float], None]
"""What to do with a chosen score."""


def has_tiles(rubric: Rubric, node: Node) -> bool:
    """Whether the levels can be clicked; a scale without steps, or with too many, asks for a number."""
    return bool(_levels(rubric, node)) and 0 < len(rubric.scale.steps()) <= _MOST_BUTTONS


def tiles(rubric: Rubric, node: Node, lang: Lang, rating: Rating | None, *, disabled: bool) -> str:
    """The row as HTML; the score is filled, also when it lies on a seam; a proposed one is only outlined."""
    given = rating.score if rating and rating.counts else None
    proposed = rating.score if rating and rating.proposed else None
    levels, descriptors = _levels(rubric, node), rubric.descriptors(node.id, lang)
    row = []
    for score in sorted({*levels, *rubric.scale.steps()}):
        words = _label(rubric, score, descriptors, lang) if score in levels else mixed(score)
        kind = ("gl-tile" if score in levels else "gl-seam") + (" gl-was" if score == proposed else "")
        row.append(button(words, "score", f"{score:g}", kind=kind, pressed=score == given, disabled=disabled))
    return block("gl-levels", *row)


def number(rubric: Rubric, node: Node, chosen: float | None, choose: Choose, *, disabled: bool) -> None:
    """Draw a field for the number."""
    scale, key = rubric.scale, f"number-{node.id}-{chosen}"

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
        disabled=disabled,
        width=200,
    )


def mixed(score: float) -> str:
    """A score between two levels, as it is written by hand: 2½; 2.2 where there is no such sign."""
    whole, rest = divmod(Fraction(score).limit_denominator(100), 1)
    if rest not in _FRACTIONS:
        return f"{score:g}"
    return f"{whole}{_FRACTIONS[rest]}" if whole else _FRACTIONS[rest]


def _levels(rubric: Rubric, node: Node) -> set[float]:
    return set(node.descriptors) or set(rubric.scale.levels)


def _label(rubric: Rubric, score: float, descriptors: dict[float, str], lang: Lang) -> str:
    name = " ".join(part for part in (f"{score:g}", rubric.level_name(score, lang)) if part)
    return f"<b>{escape(name)}</b> {escape(descriptors.get(score, ''))}".rstrip()
