"""The list of what is doubtful: its title, its filters, and one line for each with the way to its field."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import streamlit as st

from assessment.catalogue import text
from assessment.errors import Severity
from assessment.quality import DEFAULTS, QualityIssue
from assessment.ui import navigation, state
from assessment.ui.components.quality_view import QualityView
from assessment.ui.words import plain

SCOPE: Final = "quality-scope"
RULE: Final = "quality-rule"
_SHOWN: Final = "quality-shown"
_STEP: Final = 25
_EVERY: Final = ""
_BADGES: Final[dict[Severity, str]] = {
    "error": ":red-badge[:material/error: {}]",
    "warning": ":orange-badge[:material/warning: {}]",
}

_CSS: Final = """
.st-key-quality-list hr { margin: 0; }
.st-key-quality-list a { padding-left: 0; }
.st-key-quality-list a * { white-space: normal; overflow: visible; font-weight: 600; }
"""


def title(found: QualityView) -> None:
    """The finding on the unit in view, in one line, and what follows from it."""
    lang, counts = found.lang, Counter(issue.severity for issue in found.own_issues)
    unit = found.unit.called(lang)
    if not found.answered().done and not counts:
        st.header(plain(text("quality.title.unrated", lang, unit=unit)), anchor=False)
    elif not counts:
        st.header(plain(text("quality.title.clean", lang, unit=unit)), anchor=False)
    else:
        words = {"errors": found.counted("error"), "warnings": found.counted("warning")}
        st.header(plain(text("quality.title.found", lang, unit=unit, **words)), anchor=False)
        if not found.signed:
            st.markdown(text(f"quality.lead.{'blocked' if counts['error'] else 'free'}", lang))


def filtered(found: QualityView) -> tuple[QualityIssue, ...]:
    """Draw the filters; the issues that pass them, in their order."""
    lang = found.lang
    with st.container(horizontal=True, vertical_alignment="center"):
        scope = st.segmented_control(
            text("quality.scope", lang),
            ["unit", "all"],
            default="unit",
            required=True,
            format_func=lambda option: text(f"quality.scope.{option}", lang),
            key=SCOPE,
            label_visibility="collapsed",
            persist_state="session",
        )
        inside = found.issues if scope == "all" else found.own_issues
        rule = _rule_choice(found, inside)
    return tuple(issue for issue in inside if rule in (_EVERY, issue.rule))


def _rule_choice(found: QualityView, issues: Sequence[QualityIssue]) -> str:
    """One rule or all of them; the ones that found something, with their counts."""
    lang, counts = found.lang, Counter(issue.rule for issue in issues)
    labels = {_EVERY: text("quality.filter.every-rule", lang, count=len(issues))}
    for rule in DEFAULTS:
        if counts[rule]:
            name = text(f"quality.rule.{rule}", lang)
            labels[rule] = text("quality.filter.rule-count", lang, rule=name, count=counts[rule])
    if st.session_state.get(RULE) not in labels:
        st.session_state[RULE] = _EVERY
    chosen = st.selectbox(
        text("quality.filter.rule", lang),
        list(labels),
        format_func=lambda option: labels.get(option, option),
        key=RULE,
        label_visibility="collapsed",
        persist_state="session",
        width=340,
    )
    return chosen or _EVERY


def issue_list(found: QualityView, issues: Sequence[QualityIssue]) -> None:
    """Every issue on its own line, a page of them at a time; an empty list says what that means."""
    if not issues:
        _nothing(found)
        return
    shown = max(_STEP, st.session_state.get(_SHOWN, _STEP))
    names = found.names()
    st.html(f"<style>{_CSS}</style>")
    with st.container(border=True, key="quality-list", gap="small"):
        for place, issue in enumerate(issues[:shown]):
            if place:
                st.divider()
            _line(found, issue, names)
    if len(issues) > shown:
        left = min(_STEP, len(issues) - shown)
        st.button(text("quality.more", found.lang, count=left), key="quality-more", on_click=_show_more)


def _line(found: QualityView, issue: QualityIssue, names: dict[str, str]) -> None:
    lang = found.lang
    what, why = st.columns([2, 3])
    with what.container(gap=None):
        st.page_link(
            navigation.page("interview", lang),
            label=plain(found.rubric.name_of(issue.node, lang)),
            icon=":material/arrow_forward:",
            query_params=_link(found, issue),
        )
        st.caption(plain(_where(found, issue)))
    with why:
        badge = _BADGES[issue.severity].format(text(f"quality.severity.{issue.severity}", lang))
        rule = text(f"quality.rule.{issue.rule}", lang)
        st.markdown(f"{badge} **{plain(rule)}**  \n{plain(issue.sentence(lang, names))}")


def _link(found: QualityView, issue: QualityIssue) -> dict[str, str]:
    """The address of the issue's field."""
    field = state.field(found.engagement.id, issue.unit, found.wave.id, found.lang, issue.node)
    return field | _as(found, issue)


def _as(found: QualityView, issue: QualityIssue) -> dict[str, str]:
    """Whose field it is, where it is not that of the person who is looking."""
    meant = found.meant(issue)
    return {state.RATER: meant[0]} if meant and found.rater not in meant else {}


def _where(found: QualityView, issue: QualityIssue) -> str:
    """The unit, where several are listed, and the nodes above."""
    lang = found.lang
    above = [found.rubric.name_of(node.id, lang) for node in found.rubric.path(issue.node)[1:-1]]
    units = {unit.id: unit.called(lang) for unit in found.context.units}
    return " › ".join([units[issue.unit], *above] if _several() else above)


def _several() -> bool:
    """Whether the list is about all units."""
    return bool(st.session_state.get(SCOPE) == "all")


def _nothing(found: QualityView) -> None:
    lang = found.lang
    if found.rated(everywhere=_several()):
        st.success(text("quality.empty", lang), icon=":material/task_alt:")
        return
    st.info(text("quality.empty.unrated", lang), icon=":material/lightbulb:")
    if st.button(text("results.to-interview", lang), type="primary", key="to-interview"):
        st.switch_page(navigation.page("interview", lang))


def _show_more() -> None:
    st.session_state[_SHOWN] = st.session_state.get(_SHOWN, _STEP) + _STEP
