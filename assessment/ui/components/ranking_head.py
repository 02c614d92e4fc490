"""The head of the Ranking page: the message, who is ranked, and the assumptions, which can be changed."""

import streamlit as st

from assessment.assumptions import ON_SCREEN, Assumptions
from assessment.catalogue import text
from assessment.report.wording import joined, sentences
from assessment.robustness_words import assumptions_sentence, pair_sentence, rank_interval
from assessment.ui import navigation
from assessment.ui.components.in_link import picked, widget_key
from assessment.ui.components.ranking_view import (
    ALL,
    AMONG,
    ANY,
    DRAW_CHOICES,
    DRAWS,
    MOST_SEED,
    PART,
    PARTS,
    SEED,
    SPREAD,
    SPREADS,
    RankingView,
)
from assessment.ui.words import plain

_FEW = 4
"""Units that a sentence names one by one."""


def message(view: RankingView) -> None:
    """The finding on the own unit as the page's title, and with whom it is tied."""
    st.header(plain(_title(view)), anchor=False)
    names = view.row_names()
    said = [] if view.own is None else [_tied(view, view.own)]
    if view.own not in (0, 1):
        first = pair_sentence(view.known.robust, 0, 1, names, view.lang)
        said.append(text("ranking.top", view.lang, said=first))
    st.markdown(plain(sentences(said, view.lang)))


def _title(view: RankingView) -> str:
    lang, own, unit = view.lang, view.own, view.found.unit.called(view.lang)
    if own is None:
        return text("ranking.title.other", lang, leader=view.name(0), count=view.count, unit=unit)
    found, rank = view.known.robust, int(view.ranked.nominal[own])
    low, high = rank_interval(found, own)
    said = {"unit": unit, "rank": rank, "count": view.count, "low": low, "high": high}
    if found.ranks.best[own] == found.ranks.worst[own] == rank:
        return text("ranking.title.firm", lang, **said)
    if low == high == rank:
        share = int(100 * found.ranks.acceptability[own, rank - 1])
        return text("ranking.title.steady", lang, **said, share=f"{share}%")
    return text("ranking.title.open", lang, **said)


def _tied(view: RankingView, own: int) -> str:
    found, lang = view.known.robust, view.lang
    tied = sorted({row for place in found.groups_of(own) for row in found.tie_groups[place]} - {own})
    if not tied:
        return text("ranking.tied.none", lang)
    if len(tied) <= _FEW:
        return text("ranking.tied.named", lang, names=joined([view.name(row) for row in tied], lang))
    ranks = [int(found.ranked.nominal[row]) for row in (*tied, own)]
    return text("ranking.tied.many", lang, count=len(tied), low=min(ranks), high=max(ranks))


def controls(view: RankingView) -> None:
    """Who is ranked, and what is assumed about the weights; the link carries all of it."""
    lang, assumed = view.lang, view.assumptions
    among, spread, draws, seed = st.columns([2.2, 1.6, 1.2, 1])
    names = {ALL: text("ranking.among.all", lang, count=len(view.here.rated.units))}
    for unit, below in view.groups.items():
        names[unit] = text("ranking.among.below", lang, unit=view.names[unit], count=len(below))
    now = ANY if assumed.spread is None else f"{assumed.spread * 100:g}"
    _selectbox(among, view, AMONG, names, view.among, ALL)
    _selectbox(spread, view, SPREAD, {one: _spread(view, one) for one in SPREADS}, now, "25")
    _selectbox(
        draws, view, DRAWS, {one: f"{int(one):,}" for one in DRAW_CHOICES}, str(assumed.draws), str(ON_SCREEN)
    )
    key = widget_key(SEED, "")
    st.session_state[key] = assumed.seed
    seed.number_input(
        text("ranking.seed", lang),
        min_value=0,
        max_value=MOST_SEED,
        step=1,
        key=key,
        help=text("ranking.seed.help", lang),
        on_change=picked,
        args=(SEED, str(Assumptions().seed)),
    )


def _spread(view: RankingView, one: str) -> str:
    return text("ranking.spread.any", view.lang) if one == ANY else f"± {one} %"


def _selectbox(
    place: "st.delta_generator.DeltaGenerator",
    view: RankingView,
    name: str,
    options: dict[str, str],
    now: str,
    otherwise: str,
) -> None:
    place.selectbox(
        text(f"ranking.{name}", view.lang),
        list(options),
        format_func=lambda one: options.get(one, one),
        key=widget_key(name, now),
        on_change=picked,
        args=(name, otherwise),
    )


def small_print(view: RankingView) -> None:
    """The assumptions, the common scope and who is not ranked: printed beside every result."""
    lang, ranked = view.lang, view.ranked
    total = len(ranked.rubric.indicators)
    said = [
        assumptions_sentence(view.assumptions, ranked.rubric, lang),
        text("ranking.scope", lang, common=len(ranked.scope), total=total),
    ]
    away = [view.names[unit] for unit in ranked.unranked]
    if len(away) > _FEW:
        named = joined(away[:_FEW], lang)
        said.append(text("ranking.unranked.many", lang, names=named, count=len(away) - _FEW))
    elif away:
        said.append(text("ranking.unranked", lang, names=joined(away, lang)))
    st.caption(plain(sentences(said, lang)))


def part_choice(view: RankingView, now: str) -> None:
    """Which part of the page is looked at."""
    st.segmented_control(
        text("ranking.part", view.lang),
        PARTS,
        required=True,
        format_func=lambda one: text(f"ranking.part.{one}", view.lang),
        key=widget_key(PART, now),
        label_visibility="collapsed",
        on_change=picked,
        args=(PART, PARTS[0]),
    )


def too_few(view: RankingView) -> None:
    """What a ranking takes, and the way there."""
    lang, wave = view.lang, view.found.wave.called(view.lang)
    st.header(text("shell.page.ranking", lang), anchor=False)
    st.markdown(text("empty.ranking", lang))
    st.info(plain(text("ranking.too-few", lang, wave=wave, count=view.count)), icon=":material/lightbulb:")
    if st.button(text("results.to-interview", lang), type="primary", key="to-interview"):
        st.switch_page(navigation.page("interview", lang))
