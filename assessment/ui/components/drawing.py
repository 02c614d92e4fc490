"""What the cards on the screen show, and which of them the store has overtaken."""

from typing import Final

import streamlit as st

from assessment import service
from assessment.ui.boundary import sentences
from assessment.ui.components import saving
from assessment.ui.components.apart import drawn_apart
from assessment.ui.components.desk import TREE, WAYS, Desk, indicators_of, is_signed_off
from assessment.ui.components.opened import opened

EVERY_SECONDS: Final = 2.0
_CARDS: Final = "drawn-cards"
_COUNTED: Final = "drawn-counts"
_TREE: Final = "drawn-tree"
_WATCHED: Final = "watched-revision"


def drawn(desk: Desk, indicator: str) -> None:
    """Remember what a card shows, at the end of drawing it: a drawing that was broken off does not count."""
    st.session_state.setdefault(_CARDS, {})[indicator] = _shown(desk, indicator)


def listed(desk: Desk) -> None:
    """Remember what the tree shows."""
    st.session_state[_TREE] = _answered(desk)


def counted(desk: Desk) -> None:
    """Remember what the counts show."""
    st.session_state[_COUNTED] = _whole(desk)


def stale(desk: Desk) -> list[str]:
    """The fragments of tree, ways and open cards that show something else than the store says."""
    cards = st.session_state.get(_CARDS, {})
    indicators = [node.id for node in indicators_of(desk.group)]
    stale = [saving.card_key(each) for each in indicators if cards.get(each) != _shown(desk, each)]
    return stale if st.session_state.get(_TREE) == _answered(desk) else [TREE, WAYS, *stale]


def watch(desk: Desk) -> None:
    """Look every two seconds whether another session changed something, and draw the page again then."""
    drawn_apart(_watch, run_every=EVERY_SECONDS)(desk)


def _watch(desk: Desk) -> None:
    with sentences(desk.lang):
        _look_again(desk)


def _look_again(desk: Desk) -> None:
    now = desk.now()
    revision = now.pinned
    if st.session_state.get(_WATCHED) == (revision, desk.place):
        if stale(now):  # a drawing was broken off, also where the store is as it was
            st.rerun()
        return
    if _overtaken(now):
        st.rerun()
    st.session_state[_WATCHED] = (revision, desk.place)


def _overtaken(desk: Desk) -> bool:
    store, (engagement, unit, wave, _) = desk.context.store, desk.place
    if service.wave_of(store, engagement, wave) != desk.wave:
        return True
    if is_signed_off(desk.context, engagement, unit, wave) != desk.signed_off:
        return True
    return st.session_state.get(_COUNTED) != _whole(desk) or bool(stale(desk))


def _shown(desk: Desk, indicator: str) -> str:
    ratings = [f"{r.rater} {r.revision}" for r in desk.ratings() if r.indicator == indicator]
    kept = [st.session_state.get(saving.key(desk, indicator, part), "") for part in ("conflict", "failure")]
    evidence = [item.id for item in desk.evidence(indicator)]
    return repr((desk.place, desk.lang, ratings, kept, evidence, opened(desk, indicator)))


def _answered(desk: Desk) -> str:
    counts = desk.progress().counts
    return repr((desk.place, desk.lang, desk.group.id, [count.done for count in counts.values()]))


def _whole(desk: Desk) -> str:
    return repr((desk.place, sum(rating.revision for rating in desk.ratings())))
