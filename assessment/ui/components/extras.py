"""The quiet row under the levels: what else can be said, and what else is known at a glance."""

from html import escape
from typing import get_args

from assessment.catalogue import text
from assessment.inherited import in_force
from assessment.ratings import Confidence, Rating
from assessment.rubric import Node
from assessment.ui.components.desk import Desk
from assessment.ui.components.markup import block, button
from assessment.ui.components.opened import opened
from assessment.ui.components.verdict import verdict
from assessment.ui.words import level

_KEYS = {"low": "l", "medium": "m", "high": "g"}


def extras(desk: Desk, node: Node, rating: Rating | None) -> str:
    """The row as HTML."""
    answers = (_confirm(desk, rating), _not_scored(desk, rating), _confidence(desk, rating))
    return block("gl-quiet", *answers, _come_back(desk, rating), _parts(desk, node, rating))


def _confirm(desk: Desk, rating: Rating | None) -> str:
    if rating is None or not rating.proposed:
        return ""
    words = text("interview.confirm", desk.lang, value=verdict(rating, desk.lang))
    return button(escape(words), "k", kind="gl-confirm", disabled=not desk.can_rate)


def _not_scored(desk: Desk, rating: Rating | None) -> str:
    state = rating.state if rating and rating.counts else ""
    return "".join(
        button(
            escape(text(f"state.{name}", desk.lang).capitalize()),
            key,
            pressed=state == name,
            disabled=not desk.can_rate,
        )
        for name, key in (("na", "a"), ("unknown", "x"))
    )


def _confidence(desk: Desk, rating: Rating | None) -> str:
    title = escape(text("interview.confidence", desk.lang))
    sure = rating.confidence if rating else None
    choices = [
        button(
            escape(text(f"confidence.{how}", desk.lang)),
            _KEYS[how],
            pressed=sure == how,
            disabled=not desk.can_rate,
        )
        for how in get_args(Confidence)
    ]
    group = f'<span class="gl-sure" role="group" aria-label="{title}">{"".join(choices)}</span>'
    return f'<span class="gl-label">{title}</span>{group}'


def _come_back(desk: Desk, rating: Rating | None) -> str:
    flagged = bool(rating and rating.flagged)
    title = text("interview.flag", desk.lang)
    words = f"⚑ {escape(title)}" if flagged else "⚑"
    return button(words, "c", pressed=flagged, disabled=not desk.can_rate, title=title)


def _parts(desk: Desk, node: Node, rating: Rating | None) -> str:
    """What opens below the card; each says what is there already."""
    count = len(desk.evidence(node.id))
    words = {
        "evidence": escape(text("evidence", desk.lang).capitalize())
        + (f" · <b>{count}</b>" if count else ""),
        "note": escape(text("interview.note", desk.lang)) + (" ✓" if rating and rating.note else ""),
        "aim": _aim(desk, node, rating),
        "history": escape(text("interview.history", desk.lang)),
    }
    now = opened(desk, node.id)
    return "".join(
        button(said, "open", part, kind="gl-open", pressed=part == now) for part, said in words.items()
    )


def _aim(desk: Desk, node: Node, rating: Rating | None) -> str:
    """Importance, target and tag in force; what comes from above is in italics."""
    rubric, units, here = desk.rubric, desk.context.units, (desk.unit.id, node.id)
    grade = in_force(desk.importance(), rubric, units, *here)
    target = in_force(desk.targets(), rubric, units, *here)
    parts = []
    if grade is not None:
        said = text(
            "interview.aim.importance", desk.lang, grade=rubric.importance_name(grade.value, desk.lang)
        )
        parts.append(_inherited(said, (grade.unit, grade.node) != here))
    if target is not None:
        said = text("interview.aim.target", desk.lang, level=level(target.value.level))
        due = f" · {target.value.due:%Y-%m-%d}" if target.value.due else ""
        parts.append(_inherited(said + due, (target.unit, target.node) != here))
    if rating and rating.tag:
        parts.append(f"#{escape(rating.tag)}")
    return " · ".join(parts) or escape(text("interview.more-controls", desk.lang))


def _inherited(words: str, inherited: bool) -> str:  # noqa: FBT001 - one flag, one caller
    return f"<i>{escape(words)}</i>" if inherited else escape(words)
