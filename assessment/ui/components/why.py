"""Why this score: from any number down to the ratings and the evidence behind it."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.explanation import Explanation, Part
from assessment.ratings import CONSENSUS, Evidence, Rating
from assessment.report.numbers import percent, rounded
from assessment.report.numbers import plain as bound
from assessment.report.shapes import Cell, Column, Table
from assessment.scoring import NodeScore
from assessment.ui import navigation
from assessment.ui.components.arithmetic import arithmetic, figure
from assessment.ui.components.results import View
from assessment.ui.components.tables import reading_table
from assessment.ui.words import day_and_time, plain

ASKED = "why-asked"
OPEN = "why-open"


def ask_why(node: str, unit: str = "") -> None:
    """Open the explanation of a number in this run; `unit` "" is the one that the page is about."""
    st.session_state[ASKED] = [navigation.drawn(), node, unit]


def why_choice(found: View) -> None:
    """The way to every explanation without a mouse: choose a node, press the button."""
    lang, rubric = found.lang, found.rubric
    ids = [node.id for node in rubric.nodes]
    choice, button = st.columns([2, 1], vertical_alignment="bottom")
    kept = st.session_state.get("why-node")
    st.session_state["why-node"] = kept if kept in ids else ids[0]
    node = choice.selectbox(
        text("why.choose", lang), ids, format_func=lambda one: _indented(found, one), key="why-node"
    )
    button.button(
        text("why.show", lang),
        key="why-show",
        on_click=ask_why,
        args=(node or rubric.root.id,),
        width="stretch",
    )


def why_if_asked(found: View, beside: Callable[[View, str], None] | None = None) -> None:
    """Show the explanation that was asked for, over the page; not over another one than asked on.

    `beside` tells what else the page knows of a node.
    """
    asked = st.session_state.pop(ASKED, None)
    if asked is None or asked[0] != navigation.drawn():
        return
    _, node, unit_id = asked
    units = {unit.id: unit for unit in found.context.units}
    st.session_state[OPEN] = node
    about = replace(found, unit=units.get(unit_id, found.unit))
    title = text("why.title", found.lang, unit=plain(about.unit.called(found.lang)))
    st.dialog(title, width="large", icon=":material/help_center:")(_panel)(about, beside)


def _indented(found: View, node: str) -> str:
    return "\u2003" * (len(found.rubric.path(node)) - 1) + found.rubric.name_of(node, found.lang)


def _go(node: str) -> None:
    st.session_state[OPEN] = node


def _panel(found: View, beside: Callable[[View, str], None] | None) -> None:
    node = st.session_state.get(OPEN, found.rubric.root.id)
    explanation = found.why(node)
    _breadcrumbs(found, node)
    _headline(found, explanation)
    if beside is not None:
        beside(found, node)
    if found.rubric.node(node).is_indicator:
        _ratings(found, node)
        _evidence(found, node)
        _to_interview(found, node)
    else:
        _parts(found, explanation)


def _breadcrumbs(found: View, node: str) -> None:
    *above, _ = found.rubric.path(node)
    if not above:
        return
    with st.container(horizontal=True, gap="xsmall"):
        for step in above:
            name = found.rubric.name_of(step.id, found.lang)
            st.button(
                f"{plain(name)} ›", key=f"why-up-{step.id}", on_click=_go, args=(step.id,), type="tertiary"
            )


def shown(result: NodeScore, lang: Lang) -> str:
    """A result as the pages show it: one decimal, or the words of its state."""
    return text(f"state.{result.state}", lang) if result.score is None else rounded(result.score)


def _headline(found: View, explanation: Explanation) -> None:
    result, lang = explanation.result, found.lang
    name = found.rubric.name_of(result.node, lang)
    st.metric(plain(name), shown(result, lang))
    if not explanation.parts:
        return
    st.markdown(_because(found, explanation))
    formula = arithmetic(explanation)
    if formula:
        st.code(formula, language=None, wrap_lines=True)


def _because(found: View, explanation: Explanation) -> str:
    """Rule, coverage and bounds in one or two sentences."""
    result, lang = explanation.result, found.lang
    if result.coverage is None or result.low is None or result.high is None:
        return text("why.na", lang)
    coverage = percent(result.coverage)
    if result.score is None:
        need = percent(found.rubric.min_coverage)
        said = text("why.no-data", lang, coverage=plain(coverage), need=plain(need))
    else:
        rule = text(f"why.rule.{explanation.rule}", lang)
        said = text("why.rule", lang, rule=rule, coverage=plain(coverage))
    if result.high - result.low < 1e-9:  # noqa: PLR2004 - the tolerance of method.md
        return said
    low, high = plain(rounded(result.low, 2)), plain(rounded(result.high, 2))
    ends = {"min": bound(found.rubric.scale.min), "max": bound(found.rubric.scale.max)}
    gap = "" if lang == "zh" else " "
    return said + gap + text("why.bounds", lang, low=low, high=high, **ends)


def _parts(found: View, explanation: Explanation) -> None:
    lang = found.lang
    keys = ("part", "score", "weight", "share", "contribution")
    kinds = ("text", "score", "score", "percent", "score")
    columns = tuple(
        Column(key, text(f"why.column.{key}", lang), kind, 3 if key == "part" else 1)  # type: ignore[arg-type]
        for key, kind in zip(keys, kinds, strict=True)
        if key != "contribution" or any(part.contribution is not None for part in explanation.parts)
    )
    rows = tuple(
        tuple(_part_cells(found, part)[column.key] for column in columns) for part in explanation.parts
    )
    reading_table(Table("why.parts", text("why.parts", lang), columns, rows), "why-parts")
    with st.container(horizontal=True, gap="small"):
        for part in explanation.parts:
            name = plain(found.rubric.name_of(part.result.node, lang))
            key = f"why-down-{part.result.node}"
            st.button(
                name,
                key=key,
                on_click=_go,
                args=(part.result.node,),
                icon=":material/subdirectory_arrow_right:",
            )


def _part_cells(found: View, part: Part) -> dict[str, Cell]:
    result, lang, scale = part.result, found.lang, found.rubric.scale
    left_out = text("why.left-out", lang)
    if result.score is None:
        score = Cell(shown(result, lang), None, "score", result.state)
    else:
        level = (result.score - scale.min) / (scale.max - scale.min)
        score = Cell(figure(result.score), result.score, "score", "scored", "", level)
    return {
        "part": Cell(found.rubric.name_of(result.node, lang)),
        "score": score,
        "weight": Cell(figure(part.weight), part.weight, "score"),
        "share": Cell(f"{part.share * 100:.1f}%" if part.share else left_out, part.share, "percent"),
        "contribution": _contribution(part),
    }


def _contribution(part: Part) -> Cell:
    added = part.contribution
    return Cell("" if added is None else figure(added), added, "score")


def _ratings(found: View, indicator: str) -> None:
    lang = found.lang
    ratings = found.ratings(indicator)
    if not ratings:
        st.markdown(text("why.no-rating", lang))
    people = {one.id: one.called(lang) for one in found.context.store.people(found.engagement.id)}
    people[CONSENSUS] = text("consensus", lang)
    for rating in ratings:
        with st.container(border=True):
            st.markdown(_said(rating, people.get(rating.rater, rating.rater), lang))
            if rating.note:
                st.markdown(f"“{plain(rating.note)}”")
            if rating.mark:
                st.caption(text(f"mark.{rating.mark}", lang))


def _said(rating: Rating, rater: str, lang: Lang) -> str:
    value = text(f"state.{rating.state}", lang) if rating.score is None else figure(rating.score)
    parts = [f"**{plain(value)}**", plain(rater)]
    if rating.confidence:
        parts.append(text("why.confidence", lang, confidence=text(f"confidence.{rating.confidence}", lang)))
    if rating.at:
        parts.append(plain(day_and_time(rating.at)))
    return " · ".join(parts)


def _evidence(found: View, indicator: str) -> None:
    lang = found.lang
    st.markdown(f"**{text('why.evidence', lang)}**")
    items = found.evidence(indicator)
    if not items:
        st.markdown(text("why.no-evidence", lang))
    for item in items:
        st.markdown(f"{plain(item.said(lang))}")
        st.caption(_cited(item, lang))


def _cited(item: Evidence, lang: Lang) -> str:
    parts = [
        plain(item.title),
        plain(item.cited(lang)),
        text(f"evidence-kind.{item.kind}", lang),
        text("why.grade", lang, grade=text(f"grade.{item.grade}", lang)),
        plain(item.date.isoformat()) if item.date else "",
    ]
    return " · ".join(part for part in parts if part)


def _to_interview(found: View, indicator: str) -> None:
    lang = found.lang
    link = {
        "engagement": found.engagement.id,
        "unit": found.unit.id,
        "wave": found.wave.id,
        "lang": lang,
        "node": indicator,
    }
    st.page_link(
        navigation.page("interview", lang),
        label=text("why.to-interview", lang),
        icon=":material/forum:",
        query_params=link,
    )
