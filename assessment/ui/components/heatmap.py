"""The heat-map on the screen: what the browser is told, in few bytes, and what a click does."""

from functools import partial
from pathlib import Path
from typing import Any, Final

import streamlit as st

from assessment.catalogue import text
from assessment.heatmap import LOW_COVERAGE
from assessment.heatmap_cells import kinds, near, packed, parcel
from assessment.heatmap_words import heat_map_table
from assessment.report.numbers import percent, rounded, signed
from assessment.report.numbers import plain as bound
from assessment.report.shapes import Table
from assessment.scoring import STATES
from assessment.ui import navigation, state
from assessment.ui.components.heatmap_view import SORT, HeatMapView
from assessment.ui.components.in_link import keep
from assessment.ui.components.palette import Palette, difference_tints, level_tints, palette
from assessment.ui.components.why import ask_why
from exports.style import LEVELS

MOUNTED: Final = "heatmap-cells"
_FEWEST_NAMED: Final = 3
_HERE: Final = Path(__file__).parent

_component = st.components.v2.component(
    "gapline_heatmap",
    html=(_HERE / "heatmap.html").read_text(encoding="utf-8"),
    css=(_HERE / "heatmap.css").read_text(encoding="utf-8"),
    js=(_HERE / "heatmap.js").read_text(encoding="utf-8"),
)


def heatmap(view: HeatMapView) -> None:
    """Draw the heat-map; a click sorts, pins a unit, or asks why."""
    wave, chosen = view.wave, (view.tier, view.reference, view.below, view.tag)
    cells = wave.once(lambda: (packed(view.shown), kinds(view.shown)), "cells", *chosen)
    about = (view.order, wave.view.unit.id, wave.lang, st.context.theme.type)
    told = wave.once(lambda: parcel(_told(view, cells[1]), cells[0]), "told", *chosen, *about)
    _component(key=MOUNTED, data=told, on_did_change=partial(_did, view))


def table(view: HeatMapView) -> Table:
    """The same rows and columns to take away."""
    return heat_map_table(view.shown, table_title(view))


def table_title(view: HeatMapView) -> str:
    """What the table is called, also as a file."""
    return text("heatmap.table", view.wave.lang, wave=view.wave.view.wave.called(view.wave.lang))


def _did(view: HeatMapView) -> None:
    did = (st.session_state.get(MOUNTED) or {}).get("did")
    if not isinstance(did, dict) or navigation.stay_where_gone("heatmap", view.wave.lang):
        return
    what, unit, node = did.get("what"), did.get("unit"), did.get("node")
    known = view.wave.names
    if what == "sort" and isinstance(node, str):
        order = view.order.after_click(node) if node in view.found.nodes else type(view.order)()
        keep(SORT, order.written(), "")
    elif what == "unit" and unit in known:
        state.choose(state.UNIT, str(unit), st.query_params, st.session_state)
    elif what == "why" and unit in known and node in view.found.nodes:
        ask_why(str(node), str(unit))


def _told(view: HeatMapView, seen: frozenset[str]) -> dict[str, Any]:
    wave, found = view.wave, view.found
    rows, names = view.shown.rows, view.shown.names
    units = [found.units[row] for row in rows]
    above = {unit.id: names.get(unit.parent or "", "") for unit in wave.here.tree if unit.parent}
    own = wave.view.unit.id
    return {
        "place": repr((found.units, view.tier, view.order)),
        "columns": _columns(view),
        "rows": [[unit, names[unit], above.get(unit, "")] for unit in units],
        "at": rows,
        "own": units.index(own) if own in units else -1,
        "sort": {"i": view.order.node, "low": view.order.lowest_first},
        "signed": found.held is not None,
        "turned": wave.lang != "zh",
        "tints": tints_of(view, palette(st.context.theme.type)),
        "colours": _colours(),
        "states": states_of(view),
        "legend": keys_of(view, seen),
        "words": _words(view, len(units)),
    }


def tints_of(view: HeatMapView, colours: Palette) -> list[tuple[str, str]]:
    """Background and ink of the cells, by their tint."""
    return (level_tints if view.found.held is None else difference_tints)(colours)


def _colours() -> dict[str, str]:
    colours = palette(st.context.theme.type)
    return {"hairline": colours.hairline, "quiet": colours.ink, "mark": colours.roles["second"]}


def _columns(view: HeatMapView) -> list[dict[str, Any]]:
    """The columns; those of indicators and capabilities below the name of their top node."""
    rubric, lang = view.wave.here.rubric, view.wave.lang
    grouped = any(len(rubric.path(node)) > 2 for node in view.nodes)  # noqa: PLR2004 - below the top nodes
    columns = []
    for node in view.nodes:
        path = [rubric.name_of(step.id, lang) for step in rubric.path(node)]
        inner = not rubric.node(node).is_indicator
        group = path[1] if grouped and len(path) > 1 else ""
        whole = inner and (len(path) == 1 or view.tier not in rubric.tiers)
        columns.append({"i": node, "n": path[-1], "t": " › ".join(path[1:] or path), "g": group, "w": whole})
    return columns


def states_of(view: HeatMapView) -> list[dict[str, str]]:
    """How a cell without a figure looks, in the order of the states' codes."""
    lang = view.wave.lang
    codes = [*STATES, "no-reference"]
    long = [text("heatmap.no-reference" if one == codes[-1] else f"state.{one}", lang) for one in codes]
    short = ["", *(text(f"heatmap.short.{one}", lang) for one in codes[1:])]
    return [{"i": one, "short": few, "long": many} for one, few, many in zip(codes, short, long, strict=True)]


def keys_of(view: HeatMapView, seen: frozenset[str]) -> list[dict[str, str]]:
    """What the colours and marks mean; each of the marks only where it is."""
    found, lang = view.found, view.wave.lang
    keys = _level_keys(view) if found.held is None else _difference_keys(view)
    least = percent(view.wave.here.rubric.min_coverage)
    if "low" in seen:
        keys.append({"k": "low", "t": text("heatmap.legend.low", lang, coverage=percent(LOW_COVERAGE))})
    keys += [
        {"k": one if one != "na" else "plain", "t": text(f"heatmap.legend.{one}", lang, coverage=least)}
        for one in STATES[1:]
        if one in seen
    ]
    if "no-reference" in seen:
        keys.append({"k": "plain", "t": text("heatmap.legend.no-reference", lang)})
    if "marked" in seen:
        keys.append({"k": "plain", "t": text("heatmap.cell.dagger", lang)})
    return keys


def _level_keys(view: HeatMapView) -> list[dict[str, str]]:
    """The colour of each level that has a name; of fifths of the scale where too few or too many have one."""
    rubric, top = view.wave.here.rubric, len(LEVELS) - 1
    low, high = rubric.scale.min, rubric.scale.max
    levels = sorted(rubric.scale.levels)
    if not _FEWEST_NAMED <= len(levels) <= len(LEVELS):
        levels = [low + k * (high - low) / top for k in range(top + 1)]
    return [
        {
            "k": f"t{round((level - low) / (high - low) * top)}",
            "t": f"{bound(level)} {rubric.level_name(level, view.wave.lang)}".strip(),
        }
        for level in levels
    ]


def _difference_keys(view: HeatMapView) -> list[dict[str, str]]:
    """From far behind to far ahead, as the figures read."""
    least, lang = near(view.wave.here.rubric) / 10, view.wave.lang
    small, middle = (0.1, least), (least + 0.1, 2 * least)
    ends = [(-middle[1], -middle[0]), (-small[1], -small[0]), (0.0, 0.0), small, middle]
    inner = [signed(one) if one == two else f"{signed(one)} … {signed(two)}" for one, two in ends]
    far = rounded(2 * least)
    labels = [f"< −{far} {text('heatmap.legend.behind', lang)}", *inner]
    labels.append(f"> +{far} {text('heatmap.legend.ahead', lang)}")
    return [{"k": f"t{k}", "t": label} for k, label in enumerate(labels)]


def _words(view: HeatMapView, count: int) -> dict[str, str]:
    lang, scale = view.wave.lang, view.wave.here.rubric.scale
    return {
        "unit": text("heatmap.unit", lang),
        "count": text("heatmap.count.one" if count == 1 else "heatmap.count", lang, count=count),
        "tree": text("heatmap.sort.tree", lang),
        "copy": text("heatmap.copy", lang),
        "copied": text("heatmap.copied", lang, count=count),
        "alt": text("heatmap.alt", lang, count=count, columns=len(view.nodes)),
        "sort": text("heatmap.sort", lang, node="{node}"),
        "pin": text("heatmap.pin", lang, unit="{unit}"),
        "score": text("heatmap.cell.score", lang, score="{score}", max=bound(scale.max)),
        "against": _left_open("heatmap.cell.against", view, "difference", "score", "against"),
        "alone": _left_open("heatmap.cell.no-reference", view, "score"),
        "rank": text("heatmap.cell.rank", lang, rank="{rank}", count=count),
        "coverage": _left_open("heatmap.cell.coverage", view, "coverage"),
        "dagger": text("heatmap.cell.dagger", lang),
    }


def _left_open(words: str, view: HeatMapView, *names: str) -> str:
    """A sentence with its figures left to the browser."""
    return text(words, view.wave.lang, **{name: f"{{{name}}}" for name in names})
