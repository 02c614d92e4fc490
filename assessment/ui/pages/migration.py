"""Change version: what another version of the rubric would change, before it does."""

import streamlit as st

from assessment.catalogue import text
from assessment.ui.components import migration_preview as parts
from assessment.ui.components.migration_view import choose_version, look, told_once
from assessment.ui.components.rater import choose_rater

found = look()
with st.sidebar:
    choose_rater(found.context, found.engagement, found.rater)
st.title(text("shell.page.migration", found.lang), anchor=False)
told_once()
parts.where_it_stands(found)
if found.others:
    plan = found.plan(choose_version(found))
    parts.summary(found, plan)
    parts.node_list(found, plan)
    parts.also_different(found, plan)
parts.steps(found)
