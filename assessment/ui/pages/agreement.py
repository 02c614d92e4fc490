"""Agreement: where several raters agree and where not, most disputed first, and a consensus with a reason."""

import streamlit as st

from assessment.ui.components import agreement_parts as parts
from assessment.ui.components.adopting import messages
from assessment.ui.components.agreement_view import look
from assessment.ui.components.rater import choose_rater
from assessment.ui.components.results import view
from assessment.ui.components.why import why_if_asked

found = view("agreement")
agreement = look(found)
with st.sidebar:
    choose_rater(found.context, found.engagement, agreement.rater)
parts.message(agreement)
messages(agreement)
parts.choices(agreement)
if agreement.judged.disputes:
    part = parts.part_choice(agreement)
    {"list": parts.disputed, "panel": parts.panel, "table": parts.tables}[part](agreement)
else:
    parts.nothing(agreement)
why_if_asked(found)
