"""What the page Capability map looks at: which rubric, coloured by what, as the link says."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.drawn_house import COLOUR_BY, ColourBy, House
from assessment.informing import informed_rubrics
from assessment.map_view import MapView, map_view
from assessment.map_words import ShownMap, map_title, stands_on, told_coverage
from assessment.ui.caching import remembered
from assessment.ui.components.in_link import kept, picked, widget_key
from assessment.ui.components.results import View

COLOUR, READ = "colour", "read"
"""What the link carries besides engagement, unit, wave and language."""
OWN: Final = ""


@dataclass(frozen=True)
class MapLook:
    """A unit's map as the reader chose it; worked out once per change of the store."""

    found: View
    read: str
    by: ColourBy

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.found.lang

    @cached_property
    def view(self) -> MapView:
        """Where the unit stands."""
        found, place = self.found, self.found.place
        key = ("map", place.engagement, place.unit, place.wave, self.read)

        def made() -> MapView:
            return map_view(found.context.store, found.context.shelf, *key[1:])

        return remembered(found.context, made, *key, revision=place.revision)

    @cached_property
    def shown(self) -> ShownMap:
        """The same with names in the reader's language."""
        return ShownMap(self.view, self.by, self.found.unit.called(self.lang), self.lang)

    @cached_property
    def house(self) -> House:
        """The picture."""
        return self.shown.house

    @property
    def message(self) -> str:
        """What the picture says, in one sentence."""
        return map_title(self.shown, self.house.boxes)

    @property
    def footnotes(self) -> tuple[str, ...]:
        """What the figures stand on, and how to go on."""
        said = (stands_on(self.shown, self.house.boxes), text("map.click", self.lang))
        return tuple(filter(None, said))

    @property
    def coverage(self) -> str:
        """How much of the map the rated rubric reaches; empty for own ratings."""
        return told_coverage(self.shown)

    @property
    def choices(self) -> Mapping[str, str]:
        """The rubrics that can be drawn, by id, the engagement's own under ""."""
        return _maps(self.found)


def look(found: View) -> MapLook:
    """What the link or the session says."""
    by = kept(COLOUR, COLOUR_BY, COLOUR_BY[0])
    return MapLook(found, kept(READ, _maps(found), OWN), cast("ColourBy", by))


def _maps(found: View) -> dict[str, str]:
    context, lang = found.context, found.lang
    source = found.rubric.title(lang)
    maps = {OWN: text("map.own", lang, rubric=source)}
    for rubric in informed_rubrics(context.store, context.shelf, found.engagement.id):
        title = context.shelf.rubric(rubric).title(lang)
        maps[rubric] = text("map.read", lang, rubric=title, source=source)
    return maps


def choices(seen: MapLook) -> None:
    """What the colours say, and which map is drawn."""
    lang, maps = seen.lang, seen.choices
    with st.container(horizontal=True, vertical_alignment="bottom", key="map-choices"):
        st.segmented_control(
            text("map.colour", lang),
            list(COLOUR_BY),
            format_func=lambda one: text(f"map.colour.{one}", lang),
            required=True,
            key=widget_key(COLOUR, seen.by),
            on_change=picked,
            args=(COLOUR, COLOUR_BY[0]),
            width="content",
        )
        if len(maps) > 1:
            st.selectbox(
                text("map.which", lang),
                list(maps),
                format_func=lambda one: maps.get(one, one),
                key=widget_key(READ, seen.read),
                on_change=picked,
                args=(READ, OWN),
                width=480,
            )
