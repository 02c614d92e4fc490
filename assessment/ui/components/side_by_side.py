"""What the page Compare is put together from: who stands side by side, charts, what lies behind."""

from typing import Final

import streamlit as st

from assessment import service, side_view
from assessment.catalogue import text
from assessment.comparing import AssessedWave
from assessment.comparison import NodeDifference
from assessment.ratings import Evidence, Finding
from assessment.report.numbers import rounded
from assessment.report.wording import headed
from assessment.rubric import TOLERANCE
from assessment.side_view import FEWEST_UNITS, MOST_UNITS, Sides
from assessment.ui.caching import remembered
from assessment.ui.components import in_link
from assessment.ui.components.charts import show_chart
from assessment.ui.components.results import View
from assessment.ui.components.tables import grid, table_files
from assessment.ui.components.why import ask_why
from assessment.ui.words import plain

UNITS, PEERS, TIER, SHOWN = "units", "peers", "tier", "show"
_SHOWN: Final = ("differences", "bars", "table")
_OPENED: Final = 5
_MOST_SAID: Final = 3


def chosen_sides(found: View, here: AssessedWave) -> Sides | None:
    """Whom the reader sets side by side; None for fewer than two units."""
    lang, benchmark = found.lang, found.benchmark()
    names = {unit.id: unit for unit in here.tree if unit.id in set(here.rated.units)}
    units_place, peers_place = st.columns([3, 2])
    with units_place:
        units = _several(UNITS, list(names), side_view.opening_units(here, found.unit.id))
        label = text("side.choose", lang, most=MOST_UNITS)
        units = _multiselect(UNITS, label, {one: names[one].called(lang) for one in names}, units, MOST_UNITS)
    peers: list[str] = []
    if benchmark is not None:
        with peers_place:
            operators = {peer.id: peer.called(lang) for peer in benchmark.peers}
            kept = _several(PEERS, list(operators), [])
            peers = _multiselect(PEERS, text("side.choose-peers", lang), operators, kept, MOST_UNITS)
    if len(units) < FEWEST_UNITS:
        return None
    return remembered(
        found.context,
        lambda: side_view.side_by_side(here, [names[one] for one in units], benchmark, peers, lang),
        *("sides", found.engagement.id, here.wave.id, tuple(units), tuple(peers), lang),
        revision=here.revision,
    )


def _several(name: str, known: list[str], otherwise: list[str]) -> list[str]:
    """The ids that the link names, else those chosen before; the link is silent about `otherwise`."""
    said = st.query_params.get(name, st.session_state.get(f"several-{name}"))
    found = otherwise if said is None else [one for one in str(said).split(",") if one in known]
    _keep(name, found, otherwise)
    return found


def _keep(name: str, found: list[str], otherwise: list[str]) -> None:
    if found == otherwise:
        st.session_state.pop(f"several-{name}", None)
        st.query_params.pop(name, None)
        return
    joined = ",".join(found)
    st.session_state[f"several-{name}"] = joined
    if st.query_params.get(name) != joined:
        st.query_params[name] = joined


def _multiselect(name: str, label: str, names: dict[str, str], found: list[str], most: int) -> list[str]:
    key = f"compare-{name}"
    st.session_state[key] = found

    def picked() -> None:
        chosen = [str(one) for one in st.session_state[key]]
        st.session_state[f"several-{name}"] = ",".join(chosen)
        st.query_params[name] = ",".join(chosen)

    st.multiselect(
        label,
        list(names),
        format_func=lambda one: names.get(one, one),
        key=key,
        max_selections=most,
        on_change=picked,
        placeholder="",
    )
    return found


def tier_choice(found: View, tiers: list[str]) -> str:
    """Which tier of the rubric; kept in the link."""
    lang, rubric = found.lang, found.rubric
    tier = in_link.kept(TIER, tiers, tiers[0])
    st.segmented_control(
        text("compare.tier", lang),
        tiers,
        format_func=lambda one: headed(rubric.tier_name(one, lang)),
        key=in_link.widget_key(TIER, tier),
        on_change=in_link.picked,
        args=(TIER, tiers[0]),
        required=True,
    )
    return tier


def shown_choice(found: View) -> str:
    """Differences, bars or the table; kept in the link."""
    shown = in_link.kept(SHOWN, _SHOWN, _SHOWN[0])
    st.segmented_control(
        text("compare.tier", found.lang),
        _SHOWN,
        format_func=lambda one: text(f"side.tab.{one}", found.lang),
        key=in_link.widget_key(SHOWN, shown),
        on_change=in_link.picked,
        args=(SHOWN, _SHOWN[0]),
        required=True,
        label_visibility="hidden",
    )
    return shown


def scope(sides: Sides) -> None:
    """On how many indicators all of this stands."""
    gap = "" if sides.lang == "zh" else " "
    note = text("side.scope.note", sides.lang)
    st.markdown(f":material/join_inner: {plain(sides.found.scope(sides.lang))}{gap}{plain(note)}")


def draw(found: View, sides: Sides, tier: str, shown: str) -> None:
    """What the reader wants to see of them."""
    lang = sides.lang
    if shown == "bars":
        show_chart(side_view.bars(sides, tier), lang, _source(found), ask_why)
    elif shown == "table":
        table = side_view.scores_table(sides, tier)
        grid(table, "side-scores", _explain)
        st.caption(text("compare.click", lang))
        table_files(table, lang, "side-scores-files")
    elif sides.largest(tier):
        with st.container(horizontal=True, gap="medium"):
            with st.container(key="profile-bars"):
                show_chart(side_view.dumbbells(sides, tier), lang, _source(found), ask_why)
            with st.container(width=480, key="side-radar"):
                show_chart(side_view.radar(sides), lang, _source(found))
        _behind(found, sides, tier)


def _explain(node: str, column: str) -> None:
    """Why a unit has this number; an operator's published figure has nothing behind it."""
    if column.startswith("unit."):
        ask_why(node, column.removeprefix("unit."))


def _source(found: View) -> str:
    return f"{found.engagement.called(found.lang)}, {found.wave.called(found.lang)}"


def _behind(found: View, sides: Sides, tier: str) -> None:
    """The largest differences, each with findings and evidence of the highest and the lowest."""
    lang = sides.lang
    st.subheader(text("side.largest", lang), anchor=False)
    evidence = remembered(
        found.context,
        lambda: service.evidence_of(found.context.store, found.engagement.id, found.wave.id),
        *("evidence-of", found.engagement.id, found.wave.id),
    )
    apart = [one for one in sides.largest(tier) if one.spread > TOLERANCE]
    for place, one in enumerate(apart[:_OPENED]):
        said = side_view.said_of(sides, one)
        with st.expander(plain(text("side.row", lang, **said)), expanded=place == 0):
            for column, unit in zip(st.columns(2), (one.highest[0], one.lowest[0]), strict=True):
                with column:
                    _side(found, sides, one, unit, evidence)


def _side(
    found: View,
    sides: Sides,
    one: NodeDifference,
    unit: str,
    evidence: dict[tuple[str, str], tuple[Evidence, ...]],
) -> None:
    """One unit's side of a difference: its score, findings, evidence, and the way to all that is behind."""
    lang, rubric = sides.lang, sides.rubric
    score = sides.scores[unit][one.node].score
    st.markdown(f"**{plain(sides.name(unit))}** · {plain('' if score is None else rounded(score))}")
    below = [node.id for node in rubric.node(one.node).walk()]
    findings: list[Finding] = found.context.store.findings(found.engagement.id, unit, found.wave.id)
    lines = [
        f"- {plain(text('side.finding', lang))}: {plain(item.said(lang))}"
        for item in findings
        if item.node in below
    ]
    for leaf in _by_difference(sides, below):
        items = evidence.get((unit, leaf), ())
        figure = sides.scores[unit][leaf].score
        name = plain(f"{rubric.name_of(leaf, lang)} {'' if figure is None else rounded(figure)}")
        lines += [f"- {name}: {plain(item.said(lang) or item.title)}" for item in items[:1]]
    st.markdown("\n".join(lines[:_MOST_SAID]) or text("side.nothing-said", lang))
    st.button(
        text("why.show", lang),
        key=f"side-why-{one.node}-{unit}",
        on_click=ask_why,
        args=(one.node, unit),
        type="tertiary",
        icon=":material/help_center:",
    )


def _by_difference(sides: Sides, below: list[str]) -> list[str]:
    """The indicators below, the largest difference first."""
    order = [one.node for one in sides.found.nodes if one.node in below]
    return [node for node in order if sides.rubric.node(node).is_indicator]
