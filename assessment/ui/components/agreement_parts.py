"""The parts of the Agreement page: the message, what is disputed, the panel as a whole, the tables."""

from statistics import median
from typing import Final, Literal

import streamlit as st

from assessment.agreement import IndicatorAgreement, Light
from assessment.catalogue import text
from assessment.comparing_tables import column_title
from assessment.comparing_words import agreement_sentences, light_words
from assessment.report.shapes import Cell, CellKind, Column, Table
from assessment.ui.components.adopting import adopt_form
from assessment.ui.components.agreement_chart import MOST, row_id, said, votes_chart
from assessment.ui.components.agreement_view import BELOW, FILTER, FILTERS, PART, PARTS, SCOPE, SCOPES
from assessment.ui.components.agreement_view import AgreementView as View
from assessment.ui.components.drawn_chart import DrawnChart, show_drawn
from assessment.ui.components.in_link import kept, picked, widget_key
from assessment.ui.components.sortable import sortable
from assessment.ui.components.table_row import table_row
from assessment.ui.components.why import ask_why
from assessment.ui.words import level, plain

_STEP: Final = 10
_SHOWN: Final = "agreement-shown"
_MOST_ROWS: Final = 2_000
_BADGES: Final[dict[Light, str]] = {
    "red": ":red-badge[:material/priority_high: {}]",
    "amber": ":orange-badge[:material/forum: {}]",
    "green": ":green-badge[:material/check: {}]",
}


def message(view: View) -> None:
    """The finding as the page's title, and how many disputes are settled."""
    lang, counts = view.lang, view.counts()
    where, total = view.where, len(view.judged.disputes)
    if not total:
        st.header(plain(text("agreement.title.none", lang, where=view.found.unit.called(lang))), anchor=False)
        return
    key = "agreement.title" if counts["red"] or counts["amber"] else "agreement.title.agree"
    words = {"where": where, "total": f"{total:,}", "red": counts["red"], "amber": counts["amber"]}
    st.header(plain(text(key, lang, **words)), anchor=False)
    settled = sum(one.light == "red" and one.consensus is not None for one in view.judged.disputes)
    scale = view.here.rubric.scale
    how = "agreement.how" if scale.max - scale.min == 5 else "agreement.how.scaled"  # noqa: PLR2004 - levels
    lines = [text("agreement.settled", lang, count=settled)] if settled else []
    st.markdown(plain(" ".join([*lines, text(how, lang)])))


def nothing(view: View) -> None:
    """What agreement takes, where nobody or only one person rated the unit."""
    unit = view.found.unit
    raters = {rating.rater for rating in view.here.ratings if rating.unit == unit.id and rating.counts}
    said = text("agreement.none", view.lang, unit=unit.called(view.lang), count=len(raters))
    st.info(plain(said), icon=":material/lightbulb:")


def choices(view: View) -> None:
    """Whose ratings, which lights, which part of the rubric; the link carries all of it."""
    lang, rubric = view.lang, view.here.rubric
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _segments(view, SCOPE, SCOPES, view.scope, SCOPES[0], "agreement.scope")
        _segments(
            view, FILTER, tuple(FILTERS), kept(FILTER, tuple(FILTERS), "open"), "open", "agreement.filter"
        )
        names = {"": text("agreement.dimension.all", lang)}
        names |= {top.id: rubric.name_of(top.id, lang) for top in rubric.root.children}
        st.selectbox(
            text("agreement.dimension", lang),
            list(names),
            format_func=lambda one: names.get(one, one),
            key=widget_key(BELOW, kept(BELOW, tuple(names), "")),
            on_change=picked,
            args=(BELOW, ""),
            width=260,
        )


def part_choice(view: View) -> str:
    """Which part of the page is looked at."""
    part = kept(PART, PARTS, PARTS[0])
    _segments(view, PART, PARTS, part, PARTS[0], "agreement.part", label="collapsed")
    return part


def _segments(
    view: View,
    name: str,
    options: tuple[str, ...],
    now: str,
    otherwise: str,
    words: str,
    label: Literal["visible", "collapsed"] = "visible",
) -> None:
    st.segmented_control(
        text(words, view.lang),
        options,
        required=True,
        format_func=lambda one: text(f"{words}.{one}", view.lang),
        key=widget_key(name, now),
        label_visibility=label,
        on_change=picked,
        args=(name, otherwise),
    )


def disputed(view: View) -> None:
    """The chart of the most disputed, then each with its votes and the way to a consensus."""
    lang = view.lang
    if not view.shown:
        st.success(text("agreement.list.nothing", lang), icon=":material/task_alt:")
        return
    some = len(view.shown) > MOST
    more = (text("agreement.chart.some", lang, shown=MOST, count=len(view.shown)),) if some else ()
    chart = DrawnChart(
        id="agreement-votes",
        title=text("agreement.chart", lang),
        described="; ".join(f"{view.indicator(one)} {said(view, one)}" for one in view.shown[:MOST]),
        draw=lambda colours, width: votes_chart(view, colours, width),
        figures=lambda: indicators_table(view),
        notes=(*more, text("agreement.chart.how", lang)),
    )
    show_drawn(chart, lang, "", _ask)
    st.subheader(text("agreement.list", lang), anchor=False)
    shown = max(_STEP, st.session_state.get(_SHOWN, _STEP))
    for one in view.shown[:shown]:
        _line(view, one)
    left = min(_STEP, len(view.shown) - shown)
    if left > 0:
        st.button(text("agreement.more", lang, count=left), key="agreement-more", on_click=_show_more)


def _ask(row: str) -> None:
    unit, indicator = row.split("\n")
    ask_why(indicator, unit)


def _line(view: View, one: IndicatorAgreement) -> None:
    lang, place = view.lang, f"{one.unit}:{one.indicator}"
    with st.container(border=True, key=f"dispute-{place}"):
        words, why = st.columns([6, 1], vertical_alignment="center")
        light, *special = light_words(one, lang)
        badge = _BADGES[one.light].format(light)
        words.markdown(f"**{plain(view.indicator(one))}** {badge} {plain(' · '.join(special))}")
        why.button(
            text("agreement.why", lang),
            key=f"why-{place}",
            on_click=ask_why,
            args=(one.indicator, one.unit),
            type="tertiary",
            icon=":material/help_center:",
        )
        figures = {
            "median": level(one.median),
            "range": level(one.range),
            "agreement": f"{one.agreement:.2f}",
        }
        st.markdown(plain(text("agreement.line", lang, votes=said(view, one), **figures)))
        adopted = view.consensus.get((one.unit, one.indicator))
        if adopted is not None and adopted.counts:
            _adopted(view, one)
        title = "agreement.adopt.change" if one.consensus is not None else "agreement.adopt"
        with st.expander(text(title, lang), icon=":material/handshake:"):
            adopt_form(view, one)


def _adopted(view: View, one: IndicatorAgreement) -> None:
    rating = view.consensus[one.unit, one.indicator]
    score = text("agreement.adopted.na", view.lang) if rating.score is None else level(rating.score)
    by = view.people.get(rating.by, rating.by)
    said = text("agreement.adopted", view.lang, score=score, by=by, why=rating.why)
    st.markdown(f":material/handshake: {plain(said)}")


def _show_more() -> None:
    st.session_state[_SHOWN] = st.session_state.get(_SHOWN, _STEP) + _STEP


def panel(view: View) -> None:
    """Alpha with its caveat and the panel's reliability; for all units, a row for each."""
    lang, panels = view.lang, view.judged.panels
    if view.scope == "unit":
        for workshop in panels:
            for sentence in agreement_sentences(workshop, lang):
                st.markdown(plain(sentence))
        return
    known = [one.alpha.value for one in panels if one.alpha.value is not None]
    if known:
        low, high, middle = (f"{value:.2f}" for value in (min(known), max(known), median(known)))
        words = {"count": len(known), "low": low, "high": high, "median": middle}
        st.markdown(f"**{plain(text('agreement.alpha.several', lang, **words))}**")
        st.markdown(text("agreement.alpha.caveat", lang))
    table = workshops_table(view)
    sortable(table, "agreement-panels")
    table_row(table.title, lambda: table, lang, "agreement-panels-files")


def tables(view: View) -> None:
    """Every indicator that the filters let through."""
    table = indicators_table(view)
    drawn = table
    if len(table.rows) > _MOST_ROWS:
        drawn = Table(
            table.id, table.title, table.columns, table.rows[:_MOST_ROWS], (), table.row_ids[:_MOST_ROWS]
        )
        st.caption(text("agreement.table.cut", view.lang, shown=_MOST_ROWS, count=len(table.rows)))
    sortable(drawn, "agreement-table", lambda row, _: _ask(row))
    table_row(table.title, lambda: table, view.lang, "agreement-table-files")


def indicators_table(view: View) -> Table:
    """A row per unit and indicator, most disputed first, worded for readers."""
    lang, rubric = view.lang, view.here.rubric
    kinds: dict[str, CellKind] = {
        "indicator": "text",
        "unit": "text",
        "light": "text",
        "raters": "count",
        "median": "score",
        "low": "score",
        "high": "score",
        "range": "score",
        "deviation": "score",
        "agreement": "score",
        "consensus": "score",
        "votes": "text",
    }
    columns = tuple(Column(key, column_title(key, lang), kind, 2) for key, kind in kinds.items())
    rows = tuple(
        (
            Cell(rubric.name_of(one.indicator, lang)),
            Cell(view.units[one.unit]),
            Cell(text("robustness.comma", lang).join(light_words(one, lang))),
            Cell(str(one.raters), one.raters, "count"),
            *(_score(v) for v in (one.median, one.low, one.high, one.range, one.deviation, one.agreement)),
            _score(one.consensus),
            Cell(said(view, one)),
        )
        for one in view.shown
    )
    title = text("agreement.table", lang)
    return Table("agreement.indicators", title, columns, rows, row_ids=tuple(map(row_id, view.shown)))


def workshops_table(view: View) -> Table:
    """A row per unit that several people rated, the one with most disputes first."""
    lang = view.lang
    panels = sorted(view.judged.panels, key=lambda one: (*(-count for count in one.lights[:2]), one.unit))
    kinds: dict[str, CellKind] = {
        "unit": "text",
        "raters": "count",
        "red": "count",
        "amber": "count",
        "green": "count",
        "alpha": "score",
        "alpha_items": "count",
        "icc_single": "score",
        "icc_panel": "score",
    }
    columns = tuple(Column(key, column_title(key, lang), kind) for key, kind in kinds.items())
    rows = tuple(
        (
            Cell(view.units[one.unit]),
            *(Cell(str(count), count, "count") for count in (len(one.raters), *one.lights)),
            _score(one.alpha.value),
            Cell(str(one.alpha.items), one.alpha.items, "count"),
            *(_score(value) for value in (one.panel.single, one.panel.panel)),
        )
        for one in panels
    )
    ids = tuple(one.unit for one in panels)
    return Table("agreement.panels", text("agreement.table.workshops", lang), columns, rows, row_ids=ids)


def _score(value: float | None) -> Cell:
    return Cell("" if value is None else f"{value:.2f}", value, "score")
