"""The capability map on the screen: the house as the browser draws it, and what a click opens."""

from functools import partial
from pathlib import Path
from typing import Any, Final

import streamlit as st

from assessment.catalogue import text
from assessment.drawn_house import DrawnBox, DrawnPanel, said_of
from assessment.house import TITLE
from assessment.ui import navigation
from assessment.ui.components.map_look import MapLook
from assessment.ui.components.map_told import ask_told
from assessment.ui.components.palette import DARK, house_tints, palette
from assessment.ui.components.why import ask_why
from exports.style import QUIET

MOUNTED: Final = "map-boxes"
_HERE: Final = Path(__file__).parent

_component = st.components.v2.component(
    "gapline_map",
    html=(_HERE / "map_house.html").read_text(encoding="utf-8"),
    css=(_HERE / "map_house.css").read_text(encoding="utf-8"),
    js=(_HERE / "map_house.js").read_text(encoding="utf-8"),
)


def house(look: MapLook) -> None:
    """Draw the map; a click opens what stands behind a box or a panel."""
    told = [_told(look)]  # in a list, or Streamlit loads pandas to look for tables in it
    _component(key=MOUNTED, data=told, on_opened_change=partial(_opened, look))


def _opened(look: MapLook) -> None:
    opened = (st.session_state.get(MOUNTED) or {}).get("opened")
    if not isinstance(opened, dict) or navigation.stay_where_gone("map", look.lang):
        return
    node = opened.get("node")
    if node in look.view.rubric:
        (ask_why if look.view.source is None else ask_told)(str(node))


def _told(look: MapLook) -> dict[str, Any]:
    house, colours = look.house, palette(st.context.theme.type)
    names = {"rubric": look.view.rubric.title(look.lang)}
    counts = {"count": len(house.boxes), "panels": len(house.panels)}
    return {
        "width": house.width,
        "height": house.height,
        "title": TITLE,
        "lang": look.lang,
        "alt": text("map.alt", look.lang, **names, **counts),
        "panels": [_panel(look, one) for one in house.panels],
        "boxes": [_box(one) for one in house.boxes],
        "legend": [one._asdict() for one in house.legend],
        "dots": house.complexity,
        "tints": house_tints(colours),
        "colours": {"hairline": colours.hairline, "quiet": colours.grey if colours is DARK else QUIET},
    }


def _panel(look: MapLook, one: DrawnPanel) -> dict[str, Any]:
    said = said_of(look.view.standings[one.node], look.view.rubric, look.lang) if one.node else one.label
    return {**one._asdict(), "said": said}


def _box(one: DrawnBox) -> dict[str, Any]:
    told = one._asdict()
    return {**told, "dots": told.pop("complexity")}
