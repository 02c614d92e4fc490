"""Beside an indicator: what to ask to see, what was said, what others rated, what was published."""

import streamlit as st

from assessment.catalogue import text
from assessment.rubric import Node
from assessment.ui.components.desk import Desk
from assessment.ui.components.verdict import verdict
from assessment.ui.words import level, plain

_MOST_FINDINGS = 2


def aside(desk: Desk, node: Node) -> None:
    """Draw the context in one piece of text."""
    parts = [_to_see(desk, node), _findings(desk, node), _others(desk, node), _published(desk, node)]
    words = "\n\n".join(part for part in parts if part)
    if words:
        st.markdown(words)


def _to_see(desk: Desk, node: Node) -> str:
    asked = desk.rubric.evidence_to_ask(node.id, desk.lang)
    return _list(text("interview.to-see", desk.lang), [plain(item) for item in asked])


def _findings(desk: Desk, node: Node) -> str:
    found = desk.evidence(node.id)
    said = [_finding(item.said(desk.lang), item.cited(desk.lang)) for item in found[:_MOST_FINDINGS]]
    if len(found) > _MOST_FINDINGS:
        said.append(text("interview.more", desk.lang, count=len(found) - _MOST_FINDINGS))
    return _list(text("interview.findings", desk.lang), said)


def _finding(said: str, source: str) -> str:
    return f"{plain(said)} :gray[{plain(source)}]" if source else plain(said)


def _others(desk: Desk, node: Node) -> str:
    if desk.rater is None:
        return ""
    rows = [
        _row(desk, desk.name_of(rating.rater), verdict(rating, desk.lang)) for rating in desk.others(node.id)
    ]
    return _list(text("interview.others", desk.lang), rows)


def _published(desk: Desk, node: Node) -> str:
    benchmark = desk.benchmark()
    if benchmark is None:
        return ""
    rows = []
    for operator in benchmark.operators:
        score = benchmark.score_of(operator.id, node.id)
        if score is not None and score.score is not None and operator.id != desk.unit.id:
            rows.append(_row(desk, operator.called(desk.lang), level(score.score)))
    return _list(text("interview.published", desk.lang, year=benchmark.date.year), rows)


def _row(desk: Desk, name: str, value: str) -> str:
    return text("shell.row", desk.lang, name=plain(name), value=f"**{plain(value)}**")


def _list(title: str, items: list[str]) -> str:
    return "\n".join([f"**{title}**", "", *(f"- {item}" for item in items)]) if items else ""
