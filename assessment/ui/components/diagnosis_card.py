"""One problem or cause: the scores it rests on, each one click from its reasons, and the decision."""

from typing import Final

import streamlit as st

from assessment.catalogue import text
from assessment.diagnosis import Candidate, Reason
from assessment.diagnosis_links import DiagnosisLink
from assessment.report.numbers import percent
from assessment.ui.components.diagnosis_view import DiagnosisView, attempt, shares
from assessment.ui.components.why import ask_why
from assessment.ui.words import level, plain

_NO_LINKS: Final = DiagnosisLink("")


def card(seen: DiagnosisView, one: Candidate) -> None:
    """A line that opens; what is below is drawn only while it is open."""
    box = st.expander(plain(_title(seen, one)), key=f"diagnosis:{one.node}", on_change="rerun")
    if not box.open:
        return
    with box:
        st.caption(plain(_counts(seen, one)))
        said = seen.said(one.node)
        if said:
            st.markdown(f":material/how_to_reg: {plain(said)}")
        reasons, decision = st.columns([3, 2], gap="medium")
        with reasons:
            _reasons(seen, one)
            _links(seen, one)
        with decision:
            _decision(seen, one)


def _title(seen: DiagnosisView, one: Candidate) -> str:
    name, lang, rating = seen.named(one.node), seen.lang, seen.here.decided.get(one.node)
    if rating is not None and rating.score is not None:
        return text("diagnosis.card.decided", lang, name=name, level=seen.level_name(rating.score))
    if one.verdict == "proposed" and one.strength is not None:
        return text("diagnosis.card", lang, name=name, strength=percent(one.strength))
    verdict = text(f"diagnosis.verdict.{one.verdict}", lang)
    return text("diagnosis.card.decided", lang, name=name, level=verdict)


def _counts(seen: DiagnosisView, one: Candidate) -> str:
    """Which part and group it belongs to, and how many of its links are assessed."""
    above = [seen.named(node.id) for node in seen.here.diagnosis.path(one.node)[1:-1]]
    part, group = above[0] if above else "", above[-1] if above else ""
    key = "diagnosis.counts" if one.reasons else "diagnosis.counts.none"
    return text(key, seen.lang, part=part, group=group, **shares(one))


def _reasons(seen: DiagnosisView, one: Candidate) -> None:
    lang = seen.lang
    st.markdown(f"**{text('diagnosis.reasons', lang)}**")
    if not one.reasons:
        st.markdown(text("diagnosis.reasons.none", lang))
    for reason in one.reasons:
        _reason(seen, one, reason)
    for key, nodes in (("open", one.open), ("left-out", one.not_applicable)):
        if nodes:
            names = seen.listed(seen.here.rubric.name_of(node, lang) for node in nodes)
            st.caption(plain(text(f"diagnosis.{key}", lang, names=names)))


def _reason(seen: DiagnosisView, one: Candidate, reason: Reason) -> None:
    lang, rubric = seen.lang, seen.here.rubric
    name, score = rubric.name_of(reason.indicator, lang), level(reason.score)
    figure, words = st.columns([1, 6], gap="small", vertical_alignment="top")
    figure.button(
        f"**{score}**" if reason.low else score,
        key=f"diagnosis-why:{one.node}:{reason.indicator}",
        type="tertiary",
        icon=":material/arrow_downward:" if reason.low else None,
        help=plain(text("diagnosis.why", lang, name=name, score=score)),
        on_click=ask_why,
        args=(reason.indicator,),
    )
    words.markdown(f"{plain(name)}  \n:small[:gray[{plain(reason.said(rubric, lang))}]]")


def _links(seen: DiagnosisView, one: Candidate) -> None:
    """What it comes from, and what it blocks."""
    links, lang = seen.here.links, seen.lang
    link = links.links.get(one.node, _NO_LINKS)
    told = {
        "causes": [seen.named(cause) for cause in link.causes],
        "blocks": [links.goals[goal].called(lang) for goal in link.goals],
        "analytics": [links.analytics[area].called(lang) for area in link.analytics],
    }
    for key, names in told.items():
        if names:
            st.caption(plain(text(f"diagnosis.{key}", lang, names=seen.listed_apart(names))))


def _decision(seen: DiagnosisView, one: Candidate) -> None:
    """The level with what it looks like, what was seen, and the two buttons."""
    lang, diagnosis, nobody = seen.lang, seen.here.diagnosis, seen.rater is None
    top = diagnosis.scale.max
    levels = [step for step in diagnosis.scale.steps() if step < top]
    place = _place(seen, one)
    rated = seen.here.decided.get(one.node)
    known = one.suggested if rated is None or rated.score not in levels else rated.score
    key = f"diagnosis-level:{place}"
    if st.session_state.get(key) not in levels:
        st.session_state[key] = known if known in levels else levels[-1]
    chosen = st.selectbox(
        text("diagnosis.level", lang),
        levels,
        format_func=lambda step: f"{step:g} {seen.level_name(step)}",
        key=key,
        disabled=nobody,
    )
    st.caption(plain(diagnosis.descriptors(one.node, lang).get(chosen, "")))
    st.text_area(
        text("diagnosis.reason", lang),
        key=f"diagnosis-reason:{place}",
        placeholder=text("diagnosis.reason.example", lang),
        disabled=nobody,
        height=80,
    )
    with st.container(horizontal=True):
        for act, kind in (("confirm", "primary"), ("dismiss", "secondary")):
            st.button(
                text(f"diagnosis.{act}", lang),
                key=f"diagnosis-{act}:{place}",
                type="primary" if kind == "primary" and not nobody else "secondary",
                disabled=nobody,
                on_click=_decide,
                args=(seen, one.node, place),
                kwargs={"dismissed": act == "dismiss"},
            )


def _place(seen: DiagnosisView, one: Candidate) -> str:
    """The fields' keys: what is begun for one unit is not said of the next."""
    return f"{seen.found.engagement.id}:{seen.found.unit.id}:{seen.found.wave.id}:{one.node}"


def _decide(seen: DiagnosisView, node: str, place: str, *, dismissed: bool) -> None:
    reason = str(st.session_state.get(f"diagnosis-reason:{place}") or "")
    chosen = float(st.session_state[f"diagnosis-level:{place}"])
    if attempt(seen, node, seen.here.diagnosis.scale.max if dismissed else chosen, reason):
        st.session_state[f"diagnosis-reason:{place}"] = ""
