"""A rubric to read: where it is from, its levels, its tree, and a search over all words."""

from collections.abc import Iterable

import streamlit as st

from assessment import service
from assessment.catalogue import Lang, text
from assessment.rubric import Node, Rubric
from assessment.ui import state
from assessment.ui.components.desk import groups, indicators_of
from assessment.ui.components.tables import reading_table
from assessment.ui.context import Context
from assessment.ui.words import plain
from assessment.weight_words import decisions_table

_MOST_HITS = 20
_FINGERPRINT_CHARACTERS = 12
_WHOLE = """
.st-key-reading-weights :is(th, td:nth-child(1), td:nth-child(4), td:nth-child(5)) :is(p, div, span) {
  white-space: nowrap; overflow-wrap: normal; word-break: normal;
}
"""


def chosen_rubric(context: Context) -> Rubric:
    """The engagement's rubric; without an engagement the one chosen from the shelf."""
    if context.engagement is not None:
        return service.rubric_of(context.shelf, context.engagement, context.store, context.wave)
    known = context.shelf.rubrics()
    rubrics = {f"{name} {version}": (name, version) for name, version in known}
    if len(known) == 1:
        return context.shelf.rubric(*known[0])
    picked = st.selectbox(text("rubric", context.lang).capitalize(), list(rubrics), key="rubric-pick")
    return context.shelf.rubric(*rubrics[picked])


def about(rubric: Rubric, lang: Lang) -> None:
    """Title, source, version and the levels' names."""
    st.title(plain(rubric.title(lang)), anchor=False)
    facts = [text("rubric-page.version", lang, version=rubric.version)]
    if rubric.source is not None:
        title = rubric.translated("source.title", rubric.source.title, lang)
        day = f"{rubric.source.date:%Y-%m-%d}" if rubric.source.date else ""
        facts.append(text("rubric-page.source", lang, source=title, date=day).rstrip(" ,，"))
    facts.append(text("rubric-page.fingerprint", lang, print=rubric.fingerprint[:_FINGERPRINT_CHARACTERS]))
    st.caption(plain(" · ".join(facts)))
    counts = [
        text("rubric-page.tier", lang, tier=rubric.tier_name(tier, lang), count=len(rubric.of_tier(tier)))
        for tier in rubric.tiers
    ]
    tiers = text("rubric-page.tiers", lang, tiers=_joined(counts, lang))
    share = text("rubric-page.coverage", lang, share=f"{rubric.min_coverage:.0%}")
    lines = [tiers, *_top_rule(rubric, lang), share]
    st.markdown("  \n".join(plain(line) for line in lines))
    levels = [
        f"**{level:g}** {plain(rubric.level_name(level, lang))}" for level in sorted(rubric.scale.levels)
    ]
    if levels:
        st.markdown(text("rubric-page.levels", lang) + " " + " · ".join(levels))


def decisions(context: Context, rubric: Rubric) -> None:
    """Who decided the weights, how, when and why; nothing where nobody wrote it down."""
    found = context.shelf.weights(rubric.id, rubric.version)
    if not found:
        return
    with st.expander(text("rubric-page.decisions", context.lang), icon=":material/balance:"):
        st.html(f"<style>{_WHOLE}</style>")
        reading_table(decisions_table(found, rubric, context.lang), "weights")


def browse(rubric: Rubric, lang: Lang) -> None:
    """One top branch at a time: its groups, and every indicator to open."""
    tops = {top.id: top for top in rubric.root.children}
    if indicators_of(rubric.root):
        tops = {rubric.root.id: rubric.root}
    picked = st.segmented_control(
        rubric.tier_name(rubric.tiers[0], lang),
        list(tops),
        default=_opened_at(rubric, tops),
        required=True,
        format_func=lambda top: rubric.name_of(top, lang),
        key="rubric-top",
        label_visibility="collapsed",
        wrap=True,
    )
    top = tops.get(str(picked)) or next(iter(tops.values()))
    inside = {node.id for node in top.walk()}
    if top != rubric.root:
        st.caption(plain(_sum_up(rubric, top, lang)))
    for group in groups(rubric):
        if group.id in inside:
            summary = plain(_sum_up(rubric, group, lang))
            st.markdown(f"##### {plain(rubric.name_of(group.id, lang))} :small[:gray[{summary}]]")
            with st.container(gap="xsmall"):
                for node in indicators_of(group):
                    indicator(rubric, node, lang)


def hits(rubric: Rubric, words: str, lang: Lang) -> None:
    """The indicators that contain every word searched for, opened where there is only one."""
    found = [node for node in rubric.indicators if _contains(_all_words(rubric, node, lang), words)]
    if not found:
        st.info(text("rubric-page.search.none", lang, words=plain(words.strip())))
        return
    shown = min(len(found), _MOST_HITS)
    st.caption(text("rubric-page.search.found", lang, shown=shown, count=len(found)))
    for node in found[:_MOST_HITS]:
        path = " › ".join(rubric.name_of(above.id, lang) for above in rubric.path(node.id)[1:-1])
        indicator(rubric, node, lang, where=path, opened=len(found) == 1)


def indicator(rubric: Rubric, node: Node, lang: Lang, where: str = "", *, opened: bool = False) -> None:
    """One indicator: question, levels, evidence to ask for."""
    name = plain(rubric.name_of(node.id, lang))
    title = f"**{name}** :gray[{plain(where)}]" if where else f"**{name}**"
    with st.expander(title, expanded=opened):
        question = rubric.question(node.id, lang)
        if question:
            st.markdown(plain(question))
        left, right = st.columns([2, 1], gap="medium")
        descriptors = rubric.descriptors(node.id, lang)
        left.markdown("\n".join(_levels(rubric, descriptors, lang)))
        asked = rubric.evidence_to_ask(node.id, lang)
        if asked:
            right.markdown("\n".join([f"**{text('interview.to-see', lang)}**", "", *_bullets(asked)]))
        if node.complexity is not None:
            grade = text(f"complexity.{node.complexity}", lang)
            right.caption(text("rubric-page.complexity", lang, grade=grade))


def _top_rule(rubric: Rubric, lang: Lang) -> list[str]:
    """How the score above all is made; nothing where the page tells it further down."""
    if indicators_of(rubric.root):
        return []
    node, rule = rubric.name_of(rubric.root.id, lang), _sum_up(rubric, rubric.root, lang)
    return [text("rubric-page.overall", lang, node=node, rule=rule)]


def _opened_at(rubric: Rubric, tops: dict[str, Node]) -> str:
    asked = str(st.query_params.get(state.NODE) or st.session_state.get(state.NODE))
    path = [node.id for node in rubric.path(asked)] if asked in rubric else []
    return next((node for node in path if node in tops), next(iter(tops)))


def _levels(rubric: Rubric, descriptors: dict[float, str], lang: Lang) -> list[str]:
    return [
        f"- **{level:g} {plain(rubric.level_name(level, lang))}** {plain(words)}"
        for level, words in descriptors.items()
    ]


def _bullets(items: Iterable[str]) -> list[str]:
    return [f"- {plain(item)}" for item in items]


def _sum_up(rubric: Rubric, group: Node, lang: Lang) -> str:
    if len(group.children) == 1:
        return text("rubric-page.rule.one", lang)
    weights = {child.weight for child in group.children}
    rule = text(f"rubric-page.rule.{group.rule}", lang, count=len(group.children))
    if len(weights) == 1:
        return rule + text("rubric-page.weights.equal", lang)
    shares = [f"{rubric.name_of(child.id, lang)} {child.weight:.4g}" for child in group.children]
    return rule + text("rubric-page.weights", lang, shares=_joined(shares, lang))


def _joined(words: list[str], lang: Lang) -> str:
    return ("、" if lang == "zh" else ", ").join(words)


def _all_words(rubric: Rubric, node: Node, lang: Lang) -> str:
    above = [rubric.name_of(found.id, lang) for found in rubric.path(node.id)]
    own = [rubric.question(node.id, lang), *rubric.descriptors(node.id, lang).values()]
    return " ".join([*above, *own, *rubric.evidence_to_ask(node.id, lang)]).casefold()


def _contains(haystack: str, words: str) -> bool:
    return all(word in haystack for word in words.casefold().split())
