"""What rests on an item: the ratings, each one click from its field, and adding many of them at once."""

from collections.abc import Iterable
from functools import partial
from typing import Final

import streamlit as st

from assessment import evidence
from assessment.catalogue import text
from assessment.evidence import Support
from assessment.ratings import Evidence, EvidenceLink, Finding
from assessment.ui import navigation, state
from assessment.ui.components.evidence_view import NEW, EvidenceView, attempt, done, refuse
from assessment.ui.components.verdict import verdict
from assessment.ui.words import plain

_SHOWN: Final = "evidence-supports-shown"
_STEP: Final = 20
_CSS: Final = ".st-key-evidence-supports a * { white-space: normal; overflow: visible; }"
_TURN: Final = "evidence-support-turn"


def supports(found: EvidenceView, item: Evidence) -> None:
    """Draw what rests on an item, and how it comes to support more."""
    lang = found.lang
    resting = in_order(
        found, evidence.supports(found.context.store, found.engagement.id, found.records, item.id)
    )
    st.markdown(f"**{text('evidence.supports', lang)}**")
    if not resting:
        st.caption(text("evidence.supports.none", lang))
    kept = st.session_state.get(_SHOWN)
    shown = kept[1] if kept and kept[0] == item.id else _STEP
    st.html(f"<style>{_CSS}</style>")
    with st.container(gap="small", key="evidence-supports"):
        before = None
        for place, support in enumerate(resting[:shown]):
            where = (support.link.unit, support.link.wave)
            if where != before:
                st.caption(plain(found.placed([where])))
            _line(found, support, place)
            before = where
    if len(resting) > shown:
        st.button(
            text("evidence.supports.more", lang, count=min(_STEP, len(resting) - shown)),
            key="evidence-supports-more",
            on_click=_show,
            args=(item.id, shown + _STEP),
        )
    _citing(found, found.records.citing(item.id))
    _add_form(found, item)


def in_order(found: EvidenceView, resting: Iterable[Support]) -> tuple[Support, ...]:
    """What rests on an item in the order of the units, the waves and the interview."""
    units = {unit.id: number for number, unit in enumerate(found.context.units)}
    waves = {wave.id: number for number, wave in enumerate(found.context.waves)}
    nodes = {node.id: number for number, node in enumerate(found.rubric.nodes)}

    def place(support: Support) -> tuple[int, int, int]:
        link = support.link
        return (units.get(link.unit, -1), waves.get(link.wave, -1), nodes.get(link.indicator, -1))

    return tuple(sorted(resting, key=place))


def _line(found: EvidenceView, support: Support, place: int) -> None:
    lang, link = found.lang, support.link
    score = verdict(support.rating, lang) if support.rating else text("evidence.unrated", lang)
    what, off = st.columns([9, 1], vertical_alignment="center", gap="small")
    with what:
        st.page_link(
            navigation.page("interview", lang),
            label=f"{plain(found.node_name(link.indicator))} · **{plain(score)}**",
            icon=":material/arrow_forward:",
            query_params=state.field(found.engagement.id, link.unit, link.wave, lang, link.indicator),
        )
    with off:
        st.button(
            ":material/lock:" if support.closed else ":material/close:",
            key=f"evidence-off-{place}",
            type="tertiary",
            help=text(f"evidence.supports.{'closed' if support.closed else 'off'}", lang),
            disabled=support.closed or found.rater is None,
            on_click=_let_go,
            args=(found, link),
        )


def _citing(found: EvidenceView, findings: tuple[Finding, ...]) -> None:
    if findings:
        st.markdown(f"**{text('evidence.supports.findings', found.lang)}**")
        for finding in findings:
            where = found.placed([(finding.unit, finding.wave)])
            st.caption(plain(f"{where} · {finding.said(found.lang)}"))


def _add_form(found: EvidenceView, item: Evidence) -> None:
    lang, shut = found.lang, found.rater is None
    with (
        st.expander(text("evidence.add", lang), icon=":material/add_link:"),
        st.form("evidence-add", border=False, enter_to_submit=False),
    ):
        support_choice(found, shut=shut)
        st.form_submit_button(
            text("evidence.add.now", lang),
            key="evidence-add-now",
            disabled=shut,
            on_click=_add,
            args=(found, item),
        )


def _key(found: EvidenceView, part: str) -> str:
    """A field's key: it begins anew for another unit, wave or node, and after every addition."""
    turn = st.session_state.get(_TURN, 0)
    return f"evidence-add:{found.unit.id}:{found.wave.id}:{found.node_asked() or ''}:{turn}:{part}"


def support_choice(found: EvidenceView, *, shut: bool) -> None:
    """Fields for a wave, several units and several indicators; the link's own come chosen."""
    lang, rubric = found.lang, found.rubric
    waves = [wave.id for wave in found.context.waves if not wave.locked]
    locked = [wave.called(lang) for wave in found.context.waves if wave.locked]
    if locked:
        comma = text("quality.comma", lang)
        st.caption(plain(text("evidence.add.locked", lang, waves=comma.join(locked))))
    if len(found.context.waves) > 1:
        st.selectbox(
            text("evidence.add.wave", lang),
            waves,
            index=waves.index(found.wave.id) if found.wave.id in waves else 0 if waves else None,
            format_func=found.wave_name,
            key=_key(found, "wave"),
            disabled=shut or not waves,
        )
    asked = found.node_asked()
    open_here = asked and waves and not found.records.closed(found.unit.id, found.wave.id)
    st.multiselect(
        text("evidence.add.units", lang),
        [unit.id for unit in found.context.units],
        default=[found.unit.id] if open_here else [],
        format_func=found.unit_name,
        key=_key(found, "units"),
        placeholder=text("evidence.add.pick", lang),
        wrap=True,
        disabled=shut or not waves,
    )
    above = {leaf.id: rubric.parent(leaf.id) for leaf in rubric.indicators}
    group = {leaf: found.node_name(node.id) if node else "" for leaf, node in above.items()}
    st.multiselect(
        text("evidence.add.indicators", lang),
        [leaf.id for leaf in rubric.indicators],
        default=[asked] if asked and rubric.node(asked).is_indicator else [],
        format_func=lambda leaf: text(
            "evidence.inside", lang, node=found.node_name(leaf), above=group.get(leaf, "")
        ),
        key=_key(found, "indicators"),
        placeholder=text("evidence.add.pick", lang),
        wrap=True,
        disabled=shut or not waves,
    )


def chosen_links(found: EvidenceView, item: str) -> list[EvidenceLink]:
    """Every chosen indicator of every chosen unit; none where one of the two is missing."""
    wave = st.session_state.get(_key(found, "wave"), found.wave.id)
    units = st.session_state.get(_key(found, "units"), [])
    indicators = st.session_state.get(_key(found, "indicators"), [])
    return [
        EvidenceLink(evidence=item, unit=unit, wave=wave, indicator=indicator)
        for unit in units
        for indicator in indicators
    ]


def _add(found: EvidenceView, item: Evidence) -> None:
    links = [link for link in chosen_links(found, item.id) if item.id != NEW]
    if not links:
        refuse(text("evidence.add.missing", found.lang))
        return
    store, place = found.context.store, found.engagement.id
    keeping = partial(evidence.keep, store, place, item, found.rater or "", item, links)
    if attempt(found, keeping):
        before = found.records.supported(item.id)
        every = {*before, *links}
        count, rests = len(every) - len(before), found.rests(every)
        done(text("evidence.added", found.lang, count=count, rests=rests))
        st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1


def _let_go(found: EvidenceView, link: EvidenceLink) -> None:
    attempt(found, partial(evidence.let_go, found.context.store, found.engagement.id, link))


def _show(item: str, count: int) -> None:
    st.session_state[_SHOWN] = (item, count)
