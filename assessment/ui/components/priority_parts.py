"""What the Priorities page is put together from: the message, the choices, both charts, the ranked list."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

import streamlit as st

from assessment.catalogue import text
from assessment.priorities import PRESSING, Missing, Priority
from assessment.prioritising import levels_before, usual_tier
from assessment.priority_chart import VIEWS, PriorityField
from assessment.priority_tables import ranked_table, tracks_chart
from assessment.report.wording import headed, joined, sentences
from assessment.ui.caching import remembered
from assessment.ui.components.charts import show_chart
from assessment.ui.components.drawn_chart import DrawnChart, show_drawn
from assessment.ui.components.in_link import keep, picked, widget_key
from assessment.ui.components.priority_picture import priority_picture, priority_spec
from assessment.ui.components.priority_view import (
    PART,
    PARTS,
    TIER,
    VIEW,
    PriorityView,
)
from assessment.ui.components.tables import grid, table_files
from assessment.ui.components.why import ask_why
from assessment.ui.words import plain

_FEW = 3


def message(shown: PriorityView) -> None:
    """What is most urgent, as the page's title."""
    lang, found = shown.lang, shown.now.found
    pressing = [one for one in found if one.standing in PRESSING]
    ranked = [one for one in found if one.rank is not None]
    said: dict[str, object] = {"unit": shown.unit, "count": len(pressing), "total": len(ranked)}
    if not ranked:
        kind = "none"
    elif not pressing:
        kind = "calm"
        said["first"] = shown.name(ranked[0].node)
    else:
        kind = "all" if len(pressing) <= _FEW else "many"
        said["first"] = joined([shown.name(one.node) for one in pressing[:_FEW]], lang)
    st.header(plain(text(f"priorities.headline.{kind}", lang, **said)), anchor=False)
    illustrative = shown.found.engagement.illustrative
    if illustrative and (shown.ground.importance or shown.ground.targets):
        st.caption(text("mark.illustrative", lang))


def choices(shown: PriorityView) -> None:
    """Which part of the page, which tier, and what stands against importance; the link carries them."""
    lang, rubric = shown.lang, shown.ground.rubric
    with st.container(horizontal=True, vertical_alignment="bottom", key="priorities-choices"):
        parts = {part: text(f"priorities.part.{part}", lang) for part in PARTS}
        _one_of("priorities.part", PART, shown.part, parts, PARTS[0], shown)
        tiers = {tier: headed(rubric.tier_name(tier, lang)) for tier in shown.tiers}
        _one_of("priorities.tier", TIER, shown.tier, tiers, usual_tier(rubric), shown)
        if shown.part == "field":
            views = {view: text(f"priorities.view.{view}", lang) for view in VIEWS}
            _one_of("priorities.view", VIEW, shown.view, views, VIEWS[0], shown)


def _one_of(
    label: str, name: str, now: str, options: Mapping[Any, str], otherwise: str, shown: PriorityView
) -> None:
    st.segmented_control(
        text(label, shown.lang),
        list(options),
        format_func=lambda one: options.get(one, one),
        required=True,
        key=widget_key(name, now),
        on_change=picked,
        args=(name, otherwise),
        width="content",
    )


def field(shown: PriorityView) -> None:
    """The chart with the curves of equal urgency, and what could not be drawn on it."""
    lang, chart = shown.lang, shown.chart()
    if chart.points:
        _draw(shown, chart)
    else:
        st.markdown(text("priorities.empty-chart", lang))
        st.button(
            text("priorities.part.set", lang),
            type="primary",
            key="to-set",
            on_click=keep,
            args=(PART, "set", PARTS[0]),
        )
    if chart.unnamed:
        st.caption(plain(text("priorities.unnamed", lang, nodes=_named(shown, chart.unnamed))))
    for what in get_args(Missing):
        away = _without(shown.now.found, what)
        if away:
            st.info(
                plain(text(f"priorities.no-{what}", lang, nodes=_named(shown, away))), icon=":material/info:"
            )


def _draw(shown: PriorityView, chart: PriorityField) -> None:
    lang = shown.lang
    drawn = DrawnChart(
        id="priorities",
        title=chart.title,
        described=chart.alt,
        draw=lambda palette, width: priority_picture(chart, palette, lang, width),
        figures=lambda: ranked_table(shown.now, shown.unit, lang),
        notes=(sentences(chart.notes, lang),),
        written=lambda palette: priority_spec(chart, palette, lang),
    )
    show_drawn(drawn, lang, "", ask_why)


def _without(found: Sequence[Priority], what: Missing) -> list[str]:
    """Nodes for which this is the first thing that is missing."""
    return [one.node for one in found if one.missing and one.missing[0] == what]


def _named(shown: PriorityView, nodes: Sequence[str]) -> str:
    return text("priorities.comma", shown.lang).join(shown.name(node) for node in nodes)


def ranked_list(shown: PriorityView) -> None:
    """The nodes in the order of the chart; while something is tried out, also how they stand as set."""
    lang = shown.lang
    before = {one.node: (one.rank, one.standing) for one in shown.as_set.found} if shown.trying else None
    table = ranked_table(shown.now, shown.unit, lang, before)
    st.markdown(f"**{plain(table.title)}**")
    grid(table, "grid-priorities", lambda node, _: ask_why(node))
    table_files(table, lang, "files-priorities")
    st.caption(text("priorities.click", lang))


def tracks(shown: PriorityView) -> None:
    """Today against best practice, track by track."""
    context, place, lang = shown.found.context, shown.found.place, shown.lang
    last = remembered(
        context,
        lambda: levels_before(context.store, context.shelf, place.engagement, place.unit, shown.found.wave),
        *("levels-before", *place[2:]),
        revision=context.revision,
    )
    spec = tracks_chart(shown.ground, shown.as_set.found, last, shown.unit, lang)
    show_chart(spec, lang, "", ask_why)
    for note in spec.notes:
        st.caption(plain(note))
    if shown.ground.benchmark is None:
        st.caption(text("priorities.no-benchmark", lang))
    if not last:
        st.caption(text("priorities.no-last", lang))
