"""Heat-map: all units side by side, node by node, as scores or against a reference."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui.components.heatmap import heatmap, table, table_title
from assessment.ui.components.heatmap_choices import choices, footnotes, invite
from assessment.ui.components.heatmap_picture import pictures
from assessment.ui.components.heatmap_view import look
from assessment.ui.components.results import view
from assessment.ui.components.table_row import table_row
from assessment.ui.components.why import why_if_asked
from assessment.ui.words import plain

found = view("heatmap")
shown = look(found)
if not shown.wave.here.rated.units:
    invite(found)
    st.stop()

head = st.container()
choices(shown)
with head:
    if not shown.found.units:
        st.info(text("heatmap.none-left", found.lang), icon=":material/lightbulb:")
        st.stop()
    st.header(plain(shown.message), anchor=False)
heatmap(shown)
table_row(table_title(shown), lambda: table(shown), found.lang, "heatmap-files")
pictures(shown)
footnotes(shown)
why_if_asked(found)
