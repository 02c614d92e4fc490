"""Beside the explanation of a score: target, importance, best practice and urgency of the node."""

from collections.abc import Callable

import streamlit as st

from assessment.catalogue import text
from assessment.priorities import Priority
from assessment.priority_tables import source_in_words, votes_in_words
from assessment.report.numbers import rounded
from assessment.report.wording import day
from assessment.ui.components.priority_view import PriorityView
from assessment.ui.components.results import View
from assessment.ui.words import plain


def beside_why(shown: PriorityView) -> Callable[[View, str], None]:
    """What the explanation also says of the nodes that the page shows."""
    by_node = {one.node: one for one in shown.now.found}

    def beside(_found: View, node: str) -> None:
        if node in by_node:
            _told(shown, by_node[node])

    return beside


def _told(shown: PriorityView, one: Priority) -> None:
    lang, ground = shown.lang, shown.now.ground
    lines = [
        text(
            "priorities.why.urgency",
            lang,
            urgency=f"{one.urgency:.2f}",
            standing=text(f"urgency.{one.standing}", lang),
        )
        if one.urgency is not None
        else text("priorities.why.no-urgency", lang)
    ]
    if one.aim is not None:
        due = text("priorities.why.due", lang, day=day(one.aim.due, lang)) if one.aim.due else ""
        source = source_in_words(ground, one.aim, lang)
        said = {"level": rounded(one.aim.level), "source": source, "due": due}
        lines.append(text("priorities.why.target", lang, **said))
    best = ground.benchmark.best(one.node) if ground.benchmark else None
    if best is not None and best.score is not None and ground.benchmark:
        operator = ground.benchmark.operator(best.operator).called(lang)
        lines.append(text("priorities.why.best", lang, level=rounded(best.score), operator=operator))
    if one.grade is not None:
        grade = ground.rubric.importance_name(one.grade.value.grade, lang)
        kind = "importance" if one.grade.value.was_set else "median"
        lines.append(text(f"priorities.why.{kind}", lang, grade=grade, where=_where(shown, one)))
        if one.grade.value.votes:
            votes = votes_in_words(ground.rubric, one.grade.value, lang)
            lines.append(text("priorities.why.votes", lang, votes=votes))
    for line in lines:
        st.markdown(plain(line))


def _where(shown: PriorityView, one: Priority) -> str:
    """Where the importance in force was set."""
    lang = shown.lang
    if one.grade is None:
        return ""
    names = {unit.id: unit.called(lang) for unit in shown.found.context.units}
    whose = names.get(one.grade.unit, text("interview.inherited.all", lang))
    return f"{whose} · {shown.name(one.grade.node)}"
