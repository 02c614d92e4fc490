"""What the page Benchmark is put together from: choices, four charts, tables."""

from typing import Final

import streamlit as st

from assessment import benchmark_view, comparing, published_sets
from assessment.benchmark import Benchmark
from assessment.benchmark_view import BEST, Beside
from assessment.catalogue import Lang, text
from assessment.comparing import AssessedWave
from assessment.peers import FEWEST_PEERS
from assessment.report.shapes import Table
from assessment.report.wording import day, headed
from assessment.ui.caching import remembered
from assessment.ui.components import in_link
from assessment.ui.components.charts import show_chart
from assessment.ui.components.results import NOBODY, View
from assessment.ui.components.sections import closing
from assessment.ui.components.tables import grid, table_files
from assessment.ui.components.why import ask_why
from assessment.ui.words import plain

SET, AGAINST, TIER, NAMED, SHOWN = "set", "against", "tier", "named", "show"
_SHOWN: Final = ("charts", "gaps", "names")
MOST_NAMED: Final = 12
_YES, _NO = "yes", "no"


def sets_of(found: View) -> tuple[Benchmark, ...]:
    """The published data sets to choose from."""
    context, engagement = found.context, found.engagement.id
    return remembered(
        context,
        lambda: published_sets.sets_for(context.store, context.shelf, engagement),
        *("published-sets", engagement),
        revision=context.revision,
    )


def chosen(found: View, here: AssessedWave, sets: tuple[Benchmark, ...]) -> Beside:
    """The unit beside the operators that the reader chose."""
    lang, context = found.lang, found.context
    first, second, third = st.columns([2.4, 2, 2.2], vertical_alignment="bottom")
    by_id = {one.id: one for one in sets}
    with first:
        label = {one.id: _set_name(found, one) for one in sets}
        benchmark = by_id[_select(SET, text("benchmark.set", lang), label, sets[0].id)]
    with second:
        names = {BEST: headed(text("benchmark.best", lang))}
        names |= {peer.id: peer.called(lang) for peer in benchmark.peers}
        against = _select(AGAINST, text("benchmark.against", lang), names, BEST)
    with third:
        named = in_link.kept(NAMED, (_YES, _NO), _NO) == _YES
        st.session_state["benchmark-named"] = named
        st.checkbox(
            text("benchmark.named", lang, fewest=FEWEST_PEERS), key="benchmark-named", on_change=_name_them
        )

    def make() -> Beside:
        standings = comparing.beside_peers(
            context.store, context.shelf, here, found.unit.id, named=named, published=benchmark
        )
        return Beside(here, found.unit, benchmark, standings, lang, named, against)

    key = ("beside", found.engagement.id, found.unit.id, here.wave.id, benchmark.id, named, against, lang)
    return remembered(context, make, *key, here.revision, revision=context.revision)


def _name_them() -> None:
    in_link.keep(NAMED, _YES if st.session_state["benchmark-named"] else _NO, _NO)


def _select(name: str, label: str, names: dict[str, str], otherwise: str) -> str:
    value = in_link.kept(name, names, otherwise)
    st.selectbox(
        label,
        list(names),
        format_func=lambda one: names.get(one, one),
        key=in_link.widget_key(name, value),
        on_change=in_link.picked,
        args=(name, otherwise),
    )
    return value


def _set_name(found: View, one: Benchmark) -> str:
    title = one.title_zh if found.lang == "zh" and one.title_zh else one.title
    return text("benchmark.set.named", found.lang, title=title, year=one.date.year, count=len(one.peers))


def tier_choice(beside: Beside) -> str:
    """Which tier of the rubric, among those that operators were published for."""
    tiers, lang = beside.tiers, beside.lang
    tier = in_link.kept(TIER, tiers, tiers[0])
    st.segmented_control(
        text("benchmark.tier", lang),
        tiers,
        format_func=lambda one: headed(beside.rubric.tier_name(one, lang)),
        key=in_link.widget_key(TIER, tier),
        on_change=in_link.picked,
        args=(TIER, tiers[0]),
        required=True,
    )
    return tier


def shown_choice(beside: Beside) -> str:
    """Charts, the gaps with the quartiles, or every operator; kept in the link."""
    shown = in_link.kept(SHOWN, _SHOWN, _SHOWN[0])
    st.segmented_control(
        text("benchmark.shown", beside.lang),
        _SHOWN,
        format_func=lambda one: text(f"benchmark.tab.{one}", beside.lang),
        key=in_link.widget_key(SHOWN, shown),
        on_change=in_link.picked,
        args=(SHOWN, _SHOWN[0]),
        required=True,
    )
    return shown


def draw(beside: Beside, tier: str, shown: str) -> None:
    """What the reader wants to see of it; two grids beside four charts would double the time of a click."""
    _tell_hidden(beside, tier)
    if shown == "charts":
        _charts(beside, tier)
    elif shown == "gaps":
        _table(benchmark_view.standings_table(beside, tier), beside.lang)
    else:
        _table(benchmark_view.named_table(beside, tier), beside.lang)


def _tell_hidden(beside: Beside, tier: str) -> None:
    nodes = beside.nodes(tier)
    hidden = [node for node in nodes if beside.standing(node.id).spread.hidden]
    if hidden:
        counts = {"count": len(hidden), "total": len(nodes), "fewest": FEWEST_PEERS}
        st.caption(f":material/visibility_off: {text('benchmark.all-hidden', beside.lang, **counts)}")


def _charts(beside: Beside, tier: str) -> None:
    lang, source = beside.lang, source_of(beside)
    with st.container(horizontal=True, gap="medium"):
        with st.container(key="beside-gaps"):
            show_chart(benchmark_view.gap_chart(beside, tier), lang, source, ask_why)
        with st.container(key="beside-spread"):
            show_chart(benchmark_view.spread_chart(beside, tier), lang, source, ask_why)
        with st.container(key="beside-names"):
            show_chart(benchmark_view.bars_by_name(beside, tier, MOST_NAMED), lang, source)
        if len(beside.nodes(tier)) <= MOST_NAMED:
            with st.container(key="beside-radar"):
                show_chart(benchmark_view.radar_of(beside, tier), lang, source)


def _table(table: Table, lang: Lang) -> None:
    st.markdown(f"**{plain(table.title)}**")
    grid(table, f"grid-{table.id}", lambda node, _: ask_why(node))
    st.caption(text("benchmark.click", lang))
    table_files(table, lang, f"files-{table.id}")


def source_of(beside: Beside) -> str:
    """Where the published figures are from."""
    one, lang = beside.benchmark, beside.lang
    twin = lang == "zh"
    return text(
        "benchmark.source",
        lang,
        title=one.title_zh if twin and one.title_zh else one.title,
        publisher=one.publisher_zh if twin and one.publisher_zh else one.publisher,
        date=day(one.date, lang),
        obtained=one.obtained_zh if twin and one.obtained_zh else one.obtained,
    )


def recomputed(found: View, sets: tuple[Benchmark, ...]) -> None:
    """Printed composites beside ours, where the engagement's own units were studied."""
    own = {unit.id for unit in found.context.units}
    if not sets or not own & {operator.id for operator in sets[0].operators}:
        return
    fold = st.expander(
        text("benchmark.tab.recomputed", found.lang),
        icon=":material/calculate:",
        key="benchmark-recomputed",
        on_change="rerun",
    )
    if fold.open:
        with fold:
            _recomputed(found)


def _recomputed(found: View) -> None:
    for section in found.report(NOBODY).of_kind("published"):
        st.markdown(f"**{plain(section.title)}**")
        st.markdown(plain(section.lead))
        for table in section.tables:
            st.markdown(f"**{plain(table.title)}**")
            grid(table, f"grid-{table.id}")
            table_files(table, found.lang, f"files-{table.id}")
        closing(section)
