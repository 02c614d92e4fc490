"""Beside an indicator: the last wave, what to ask to see, what was said, what others rated and published."""

from html import escape

from assessment.catalogue import text
from assessment.rubric import Node
from assessment.ui.components.desk import Desk
from assessment.ui.components.markup import listed
from assessment.ui.components.verdict import verdict
from assessment.ui.words import level

_MOST_FINDINGS = 2


def aside(desk: Desk, node: Node) -> str:
    """The context as HTML."""
    parts = (_to_see, _last_wave, _findings, _others, _published)
    return "".join(part(desk, node) for part in parts)


def _to_see(desk: Desk, node: Node) -> str:
    asked = desk.rubric.evidence_to_ask(node.id, desk.lang)
    return listed(text("interview.to-see", desk.lang), map(escape, asked))


def _last_wave(desk: Desk, node: Node) -> str:
    wave = desk.wave_before
    if wave is None:
        return ""
    rows = []
    for unit, said in desk.last_scores().items():
        if rating := said.get(node.id):
            own = unit.id == desk.unit.id
            name = text("interview.last.own", desk.lang) if own else unit.called(desk.lang)
            rows.append(_row(desk, name, verdict(rating, desk.lang)))
    return listed(text("interview.last", desk.lang, wave=wave.called(desk.lang)), rows)


def _findings(desk: Desk, node: Node) -> str:
    found = desk.evidence(node.id)
    said = [_finding(item.said(desk.lang), item.cited(desk.lang)) for item in found[:_MOST_FINDINGS]]
    if len(found) > _MOST_FINDINGS:
        said.append(escape(text("interview.more", desk.lang, count=len(found) - _MOST_FINDINGS)))
    return listed(text("interview.findings", desk.lang), said)


def _finding(said: str, source: str) -> str:
    return f"{escape(said)} <small>{escape(source)}</small>" if source else escape(said)


def _others(desk: Desk, node: Node) -> str:
    if desk.rater is None:
        return ""
    rows = [
        _row(desk, desk.name_of(rating.rater), verdict(rating, desk.lang)) for rating in desk.others(node.id)
    ]
    return listed(text("interview.others", desk.lang), rows)


def _published(desk: Desk, node: Node) -> str:
    benchmark = desk.benchmark()
    if benchmark is None:
        return ""
    rows = []
    for operator in benchmark.operators:
        score = benchmark.score_of(operator.id, node.id)
        if score is not None and score.score is not None and operator.id != desk.unit.id:
            rows.append(_row(desk, operator.called(desk.lang), level(score.score)))
    return listed(text("interview.published", desk.lang, year=benchmark.date.year), rows)


def _row(desk: Desk, name: str, value: str) -> str:
    return text("shell.row", desk.lang, name=escape(name), value=f"<b>{escape(value)}</b>")
