"""The parts of the Ranking page: order, what would change it, rating noise, structures, the table."""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

import streamlit as st

from assessment.catalogue import text
from assessment.flips import Flip, flips
from assessment.rating_noise import NoiseAssumptions, compare_noise
from assessment.report.wording import joined, sentences
from assessment.robustness_words import (
    assumptions_sentence,
    flip_sentence,
    flip_shares,
    pair_sentence,
    structure_name,
    tie_sentence,
)
from assessment.rubric import TOLERANCE
from assessment.ui.components.drawn_chart import DrawnChart, show_drawn
from assessment.ui.components.in_link import kept, picked, widget_key
from assessment.ui.components.noise_chart import noise_chart
from assessment.ui.components.rank_chart import rank_chart, row_said, shown_brackets, tallest
from assessment.ui.components.rank_window import LANES
from assessment.ui.components.ranking_tables import flips_table, ranks_table, structures_table
from assessment.ui.components.ranking_view import RankingView
from assessment.ui.components.sortable import sortable
from assessment.ui.components.table_row import table_row
from assessment.ui.components.why import ask_why
from assessment.ui.words import plain

OTHER = "other"
_GROUPS, _NAMED = 6, 6
"""Tie groups that are spelled out at once, and units of a group that are named."""


def order(view: RankingView) -> None:
    """The chart of ranks with its brackets, and the same in sentences."""
    lang = view.lang
    share = tallest(view)
    notes = [
        text("ranking.chart.how", lang, tallest=f"{share * 100:.0f}%"),
        text("ranking.chart.signs", lang),
        _window_note(view),
    ]
    hidden = sum(bracket.lane >= LANES for bracket in shown_brackets(view))
    if hidden:
        notes.append(text("ranking.chart.more-groups", lang, count=hidden))
    chart = DrawnChart(
        id="ranking-order",
        title=text("ranking.chart.order", lang),
        described="; ".join(row_said(view, row) for row in view.rows),
        draw=lambda colours, width: rank_chart(view, colours, width),
        figures=lambda: ranks_table(view),
        notes=tuple(note for note in notes if note),
    )
    show_drawn(chart, lang, assumptions_sentence(view.assumptions, view.ranked.rubric, lang), _why(view))
    st.caption(text("ranking.chart.click", lang))
    left, right = st.columns(2, gap="large")
    with left:
        _tie_groups(view)
    with right:
        _leads(view)


def _why(view: RankingView) -> Callable[[str], None]:
    """Asks why a unit's overall score is what it is."""
    return lambda unit: ask_why(view.ranked.rubric.root.id, unit)


def _window_note(view: RankingView) -> str:
    if len(view.rows) == view.count:
        return ""
    said = {"shown": len(view.rows), "count": view.count, "unit": view.found.unit.called(view.lang)}
    whole = view.rows == tuple(range(len(view.rows)))
    return text("ranking.chart.window.top" if whole else "ranking.chart.window", view.lang, **said)


def _tie_groups(view: RankingView) -> None:
    st.markdown(f"**{text('ranking.groups', view.lang)}**")
    groups = [bracket.group for bracket in shown_brackets(view)]
    if not groups:
        st.markdown(text("ranking.groups.none", view.lang))
    _lines([_group_sentence(view, group) for group in groups[:_GROUPS]])
    if len(groups) > _GROUPS:
        with st.expander(text("ranking.groups.more", view.lang, count=len(groups) - _GROUPS)):
            _lines([_group_sentence(view, group) for group in groups[_GROUPS:]])


def _group_sentence(view: RankingView, group: int) -> str:
    rows = view.known.robust.tie_groups[group]
    said = tie_sentence(view.known.robust, group, view.lang)
    if len(rows) > _NAMED:
        return said
    names = joined([view.name(row) for row in rows], view.lang)
    return text("ranking.groups.named", view.lang, said=said, names=names)


def _leads(view: RankingView) -> None:
    """Every unit shown beside the next one, in a sentence."""
    st.markdown(f"**{text('ranking.leads', view.lang)}**")
    names = view.row_names()
    said = [pair_sentence(view.known.robust, one, other, names, view.lang) for one, other in _pairs(view)]
    _lines(said)


def _pairs(view: RankingView) -> list[tuple[int, int]]:
    """Neighbours in the ranking that are both in view."""
    return [(one, other) for one, other in pairwise(view.rows) if other == one + 1]


def _lines(said: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {plain(one)}" for one in said))


def what_would_change(view: RankingView) -> None:
    """Which weight swaps which neighbours, the easiest first; and any other pair."""
    lang = view.lang
    st.markdown(text("ranking.flips.lead", lang))
    found = flips(view.ranked, _pairs(view))
    best = [(pair, next(iter(found.of(place)), None)) for place, pair in enumerate(found.pairs)]
    for pair, flip in sorted(best, key=_effort):
        _flip_line(view, pair, flip)
    _another_pair(view)
    table = flips_table(view)
    with st.expander(table.title, icon=":material/table:"):
        sortable(table, "ranking-flips")
        table_row(table.title, lambda: table, lang, "ranking-flips-files")


def _effort(one: tuple[tuple[int, int], Flip | None]) -> float:
    """By how much a share must change; infinite where nothing helps."""
    return math.inf if one[1] is None else abs(one[1].needed - one[1].share)


def _flip_line(view: RankingView, pair: tuple[int, int], flip: Flip | None) -> None:
    ahead, behind = pair
    names, lang, overall = (view.name(ahead), view.name(behind)), view.lang, view.ranked.overall
    if abs(overall[ahead] - overall[behind]) <= TOLERANCE:
        said = text("ranking.flip.level", lang, ahead=names[0], behind=names[1])
    elif flip is None and view.known.robust.dominant[ahead, behind]:
        said = text("robustness.dominant", lang, ahead=names[0], behind=names[1])
    else:
        said = flip_sentence(flip, *names, view.ranked.rubric, lang)
    shares = "" if flip is None else f"  \n:small[:gray[{plain(flip_shares(flip, lang))}]]"
    st.markdown(plain(said) + shares)


def _another_pair(view: RankingView) -> None:
    """The own unit beside any other one: how sure the order is, and every weight that swaps them."""
    own, lang = view.own, view.lang
    if own is None:
        return
    units = [unit for unit in view.ranked.units if unit != view.found.unit.id]
    chosen = kept(OTHER, units, "")
    st.divider()
    st.selectbox(
        text("ranking.other", lang, unit=view.name(own)),
        units,
        index=None,
        format_func=lambda unit: view.names.get(unit, unit),
        key=widget_key(OTHER, chosen) if chosen else f"pick-{OTHER}",
        placeholder=text("ranking.other.hint", lang),
        on_change=picked,
        args=(OTHER, ""),
        width=420,
    )
    if not chosen:
        return
    pair = (min(own, view.ranked.row(chosen)), max(own, view.ranked.row(chosen)))
    st.markdown(plain(pair_sentence(view.known.robust, *pair, view.row_names(), lang)))
    found = flips(view.ranked, [pair]).of(0)
    alternatives = found or (() if view.known.robust.dominant[pair] else (None,))
    for flip in alternatives:
        _flip_line(view, pair, flip)


def noise(view: RankingView) -> None:
    """How far scores could move because of who rated, apart from the weights."""
    lang = view.lang
    st.markdown(text("ranking.noise.lead", lang))
    found = compare_noise(view.ranked, view.known.noise, _pairs(view)).verdicts
    counts = {verdict: found.count(verdict) for verdict in ("clear", "leaning", "noise")}
    st.markdown(f"**{plain(text('ranking.noise.found', lang, count=len(found), **counts))}**")
    assumed = NoiseAssumptions()
    deviation = f"{assumed.levels(view.ranked.rubric.scale):g}"
    how = text("ranking.noise.by-raters", lang, deviation=deviation, correlation=assumed.correlation)
    chart = DrawnChart(
        id="ranking-noise",
        title=text("ranking.chart.noise", lang),
        described="; ".join(f"{view.name(row)} {view.ranked.overall[row]:.2f}" for row in view.rows),
        draw=lambda colours, width: noise_chart(view, colours, width),
        figures=lambda: ranks_table(view),
        notes=tuple(note for note in (how, _window_note(view)) if note),
    )
    show_drawn(chart, lang, "", _why(view))
    st.caption(text("ranking.noise.both", lang))


def other_structures(view: RankingView) -> None:
    """Ranks with other means, other minimum coverages, and each dimension left out."""
    lang, found = view.lang, view.known.structures
    shift = [0.0 if math.isnan(each) else each for each in found.shift.tolist()]
    most = max(range(len(shift)), key=shift.__getitem__)
    said = [] if view.own is None else [_own_structures(view, view.own)]
    if shift[most] < TOLERANCE:
        said.append(text("ranking.structure.none", lang))
    else:
        name = structure_name(found.alternatives[most], view.ranked.rubric, lang)
        said.append(text("ranking.structure.most", lang, name=name, shift=f"{shift[most]:.1f}"))
    st.markdown(f"**{plain(sentences(said, lang))}**")
    table = structures_table(view)
    sortable(table, "ranking-structures", lambda unit, _: _why(view)(unit))
    st.caption(text("ranking.structure.note", lang))
    table_row(table.title, lambda: table, lang, "ranking-structures-files")


def _own_structures(view: RankingView, own: int) -> str:
    found = [int(rank) for rank in view.known.structures.rank[own].tolist() if not math.isnan(rank)]
    nominal, unit = int(view.ranked.nominal[own]), view.name(own)
    low, high = min([nominal, *found]), max([nominal, *found])
    if low == high:
        return text("ranking.structure.own.same", view.lang, unit=unit, rank=nominal)
    return text("ranking.structure.own", view.lang, unit=unit, low=low, high=high)


def everything(view: RankingView) -> None:
    """All units in a table that sorts, filters and can be taken away."""
    table = ranks_table(view)
    sortable(table, "ranking-table", lambda unit, _: _why(view)(unit))
    table_row(table.title, lambda: table, view.lang, "ranking-table-files")
