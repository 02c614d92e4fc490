"""Roadmap: what is done in which phase under real capacity, and the score that it leads to."""

import streamlit as st

from assessment.plan_changes import check_plan
from assessment.plan_moves import broken_tasks
from assessment.ui.components import roadmap_head as head
from assessment.ui.components import roadmap_parts as parts
from assessment.ui.components.in_link import kept
from assessment.ui.components.rater import choose_rater, rater
from assessment.ui.components.results import view
from assessment.ui.components.roadmap_case import case_of
from assessment.ui.components.roadmap_compare import compare
from assessment.ui.components.roadmap_hand import move_line, what_moves_did
from assessment.ui.components.roadmap_kept import kept_plans
from assessment.ui.components.roadmap_scores import show_scores
from assessment.ui.components.roadmap_view import PART, PARTS, look

found = view("roadmap")
who = rater(found.context, found.engagement)
with st.sidebar:
    choose_rater(found.context, found.engagement, who)
seen = look(found, who or "")
if not seen.initiatives:
    head.invite(seen)
    st.stop()
made_with = seen.draft.made_with
case = None if made_with is None else case_of(seen, made_with)
head.message(seen, case)
draft = head.settings(seen)
head.make(seen, draft, case)
kept_plans(seen)
if draft.plan is None or draft.made_with is None or case is None:
    st.stop()
standing = check_plan(case, draft.plan.starts)
what_moves_did(seen, standing)
part = kept(PART, PARTS, PARTS[0])
parts.part_choice(seen, part)
shown = seen.drawn(draft.plan, case, broken_tasks(standing, draft.moved))
if part == "score":
    show_scores(seen, case, shown)
elif part == "compare":
    compare(seen, case)
else:
    {
        "board": parts.show_board,
        "gantt": parts.show_gantt,
        "load": parts.show_load,
        "table": parts.show_table,
    }[part](seen, shown)
if part in {"board", "gantt"}:
    move_line(seen, case)
head.remarks(seen, case)
