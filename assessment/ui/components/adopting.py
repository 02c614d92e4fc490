"""Adopting a consensus for one indicator: the form, what is refused and why, and a conflict to settle."""

from typing import Final

import streamlit as st

from assessment import comparing
from assessment.agreement import IndicatorAgreement, disputes
from assessment.catalogue import text
from assessment.errors import ChangedElsewhereError, GaplineError
from assessment.ratings import CONSENSUS, Rating
from assessment.ui.components.agreement_view import AgreementView
from assessment.ui.words import level, plain

_TOLD: Final = "agreement-told"
_REFUSED: Final = "agreement-refused"
_CONFLICT: Final = "agreement-conflict"


def messages(view: AgreementView) -> None:
    """Say once what was adopted, or why nothing was; let a conflict be settled."""
    told, refused = st.session_state.pop(_TOLD, None), st.session_state.pop(_REFUSED, None)
    if told:
        st.success(plain(told), icon=":material/handshake:")
    if refused:
        st.error(plain(refused), icon=":material/error:")
    kept = st.session_state.get(_CONFLICT)
    if kept is None:
        return
    mine = Rating.model_validate_json(kept["mine"])
    if (mine.wave, kept["engagement"]) != (view.found.wave.id, view.found.engagement.id):
        return
    with st.container(border=True, key="agreement-conflict-box"):
        st.warning(plain(kept["said"]), icon=":material/call_split:")
        with st.container(horizontal=True):
            st.button(text("agreement.adopt.theirs", view.lang), key="agreement-theirs", on_click=_settle)
            st.button(
                text("agreement.adopt.mine", view.lang),
                key="agreement-mine",
                on_click=_insist,
                args=(view, mine),
            )


def adopt_form(view: AgreementView, one: IndicatorAgreement) -> None:
    """Draw the form for one indicator, or why there is none."""
    lang, place = view.lang, f"{one.unit}:{one.indicator}"
    refusal = view.refusal(one.unit)
    if refusal:
        st.caption(f":material/lock: {plain(refusal)}")
        return
    steps = view.here.rubric.scale.steps()
    before = view.consensus.get((one.unit, one.indicator))
    start = one.median if before is None or before.score is None else before.score
    nearest = min(steps, key=lambda step: (abs(step - start), step)) if steps else start
    with st.form(f"adopt-{place}", border=False):
        score, reason = st.columns([1, 3])
        if steps:
            score.selectbox(
                text("agreement.adopt.score", lang),
                steps,
                index=steps.index(nearest),
                format_func=level,
                key=f"adopt-score:{place}",
            )
        else:
            scale = view.here.rubric.scale
            score.number_input(
                text("agreement.adopt.score", lang),
                scale.min,
                scale.max,
                value=float(start),
                key=f"adopt-score:{place}",
            )
        reason.text_input(
            text("agreement.adopt.reason", lang),
            key=f"adopt-reason:{place}",
            placeholder=text("agreement.adopt.reason.example", lang),
        )
        st.form_submit_button(
            text("agreement.adopt.do", lang),
            key=f"adopt-do:{place}",
            type="primary",
            icon=":material/handshake:",
            on_click=_adopt,
            args=(view, one, before),
        )


def _adopt(view: AgreementView, one: IndicatorAgreement, before: Rating | None) -> None:
    """Adopt what the form says, unless somebody voted since the page was drawn."""
    place = f"{one.unit}:{one.indicator}"
    if _votes_now(view, one) != one.votes:
        name = view.here.rubric.name_of(one.indicator, view.lang)
        st.session_state[_REFUSED] = text("agreement.adopt.votes-changed", view.lang, indicator=name)
        return
    score = float(st.session_state[f"adopt-score:{place}"])
    why = str(st.session_state.get(f"adopt-reason:{place}") or "")
    wanted = Rating(
        unit=one.unit,
        wave=view.found.wave.id,
        rater=CONSENSUS,
        indicator=one.indicator,
        score=score,
        why=why,
    )
    _save(view, wanted, 0 if before is None else before.revision)


def _votes_now(view: AgreementView, one: IndicatorAgreement) -> object:
    store, engagement = view.found.context.store, view.found.engagement.id
    given = [
        r for r in store.ratings(engagement, one.unit, view.found.wave.id) if r.indicator == one.indicator
    ]
    return next((now.votes for now in disputes(view.here.rubric, given)), ())


def _save(view: AgreementView, wanted: Rating, seen: int | None) -> None:
    context, engagement = view.found.context, view.found.engagement.id
    name = view.here.rubric.name_of(wanted.indicator, view.lang)
    try:
        comparing.adopt(context.store, context.shelf, engagement, wanted, view.rater or "", wanted.why, seen)
    except ChangedElsewhereError as error:
        st.session_state[_CONFLICT] = {
            "engagement": engagement,
            "mine": wanted.model_dump_json(),
            "said": error.sentence(view.lang),
        }
    except GaplineError as error:
        st.session_state[_REFUSED] = error.sentence(view.lang)
    else:
        st.session_state.pop(_CONFLICT, None)
        said = {"indicator": name, "score": "" if wanted.score is None else level(wanted.score)}
        st.session_state[_TOLD] = text("agreement.adopt.done", view.lang, **said)


def _settle() -> None:
    st.session_state.pop(_CONFLICT, None)


def _insist(view: AgreementView, mine: Rating) -> None:
    """Adopt mine as one more revision after theirs."""
    _settle()
    store, engagement = view.found.context.store, view.found.engagement.id
    place = (mine.unit, mine.wave, mine.rater, mine.indicator)
    theirs = [r for r in store.ratings(engagement, mine.unit, mine.wave) if r.key == place]
    _save(view, mine, theirs[0].revision if theirs else 0)
