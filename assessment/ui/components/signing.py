"""The sign-off of the unit in view: who signed when, what stands in its way, and opening it again."""

from collections.abc import Sequence

import streamlit as st

from assessment import sign_off
from assessment.catalogue import text
from assessment.ratings import SignOff
from assessment.ui.components.quality_view import QualityView, attempt
from assessment.ui.words import day_and_time, plain


def sign_off_box(found: QualityView) -> None:
    """A box that says how the unit's wave stands, with the one thing that can be done about it."""
    entries = found.sign_offs()
    with st.container(border=True, key="sign-off"):
        if found.signed:
            _signed(found, entries[-1])
        elif found.wave.locked:
            st.markdown(f":material/lock: {text('sign-off.wave-locked', found.lang)}")
        else:
            _open(found)
        _history(found, entries)


def _open(found: QualityView) -> None:
    lang, count = found.lang, found.answered()
    obstacle = _obstacle(found, count.done)
    words, act = st.columns([3, 1], vertical_alignment="center")
    with words:
        answered = text("sign-off.answered", lang, done=count.done, total=count.total)
        unit, wave = (plain(named.called(lang)) for named in (found.unit, found.wave))
        about = text("sign-off.about", lang, unit=unit, wave=wave)
        gap = "" if lang == "zh" else " "
        said = f"**{text('sign-off.title', lang)}** · {answered}{gap}{plain(obstacle)}"
        st.markdown(f"{said}  \n:small[:gray[{about}]]")
    with act:
        _ask(found, obstacle)


def _ask(found: QualityView, obstacle: str) -> None:
    """The button that asks once more: a sign-off closes the ratings to everybody."""
    lang, name = found.lang, plain(_name(found, found.rater or ""))
    label = text("sign-off.sign.bare", lang)
    unit, wave = (plain(named.called(lang)) for named in (found.unit, found.wave))
    with st.popover(
        label,
        key="sign-off-ask",
        type="secondary" if obstacle else "primary",
        icon=":material/verified:",
        width="stretch",
        disabled=bool(obstacle),
        help=plain(obstacle) or None,
    ):
        st.markdown(text("sign-off.sure", lang, unit=unit, wave=wave))
        st.button(
            text("sign-off.sign", lang, name=name) if found.rater else label,
            key="sign-off-now",
            type="secondary" if obstacle else "primary",
            disabled=bool(obstacle),
            on_click=_sign,
            args=(found,),
        )


def _obstacle(found: QualityView, done: int) -> str:
    """Why the unit cannot be signed off now; empty where it can."""
    if not done:
        return text("sign-off.unrated", found.lang)
    if any(issue.severity == "error" for issue in found.own_issues):
        return text("sign-off.blocked", found.lang, errors=found.counted("error"))
    return "" if found.rater else text("sign-off.nobody", found.lang)


def _signed(found: QualityView, entry: SignOff) -> None:
    lang = found.lang
    words, act = st.columns([3, 1], vertical_alignment="center")
    with words:
        said = f":green[:material/verified:] **{plain(_said(found, entry))}**"
        st.markdown(f"{said}  \n:small[:gray[{text('sign-off.locked', lang)}]]")
    with (
        act,
        st.popover(text("sign-off.reopen", lang), icon=":material/lock_open:", width="stretch", key="reopen"),
    ):
        if found.rater is None:
            st.caption(text("sign-off.nobody.reopen", lang))
        st.text_area(
            text("sign-off.reason", lang),
            key=_reason(found),
            placeholder=text("sign-off.reason.example", lang),
            disabled=found.rater is None,
        )
        st.button(
            text("sign-off.reopen", lang),
            key="reopen-now",
            type="primary" if found.rater else "secondary",
            disabled=found.rater is None,
            on_click=_reopen,
            args=(found,),
        )


def _reason(found: QualityView) -> str:
    """The field's key: a reason begun for one unit is not given for the next."""
    return f"reopen-reason:{found.engagement.id}:{found.unit.id}:{found.wave.id}"


def _history(found: QualityView, entries: Sequence[SignOff]) -> None:
    if len(entries) < 2 and all(entry.signed for entry in entries):  # noqa: PLR2004 - one line is said above
        return
    with st.expander(text("sign-off.history", found.lang), icon=":material/history:"):
        st.markdown("\n".join(f"- {plain(_said(found, entry))}" for entry in reversed(entries)))


def _said(found: QualityView, entry: SignOff) -> str:
    """Who did what when, and why."""
    key = "sign-off.signed" if entry.signed else "sign-off.reopened"
    time = day_and_time(entry.at) if entry.at else ""
    return text(key, found.lang, name=_name(found, entry.by), time=time, reason=entry.reason)


def _name(found: QualityView, person: str) -> str:
    return found.names().get(person, person)


def _sign(found: QualityView) -> None:
    store, shelf, rater = found.context.store, found.context.shelf, found.rater or ""
    place = (found.engagement.id, found.unit.id, found.wave.id)
    attempt(found, lambda: sign_off.sign_off(store, shelf, *place, rater))


def _reopen(found: QualityView) -> None:
    store, rater = found.context.store, found.rater or ""
    place = (found.engagement.id, found.unit.id, found.wave.id)
    reason = str(st.session_state.get(_reason(found)) or "")
    if attempt(found, lambda: sign_off.reopen(store, *place, rater, reason)):
        st.session_state[_reason(found)] = ""
