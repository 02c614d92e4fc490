"""The head of the Roadmap page: what the plan amounts to, how to make one, why there is none."""

from typing import Any

import streamlit as st

from assessment.catalogue import text
from assessment.errors import GaplineError
from assessment.plan_checks import problems_of
from assessment.plan_recipe import same_figures
from assessment.plan_view import covers
from assessment.report.numbers import rounded
from assessment.report.wording import sentences
from assessment.roadmap import Clash, Plan, PlanCase
from assessment.roadmap_words import against_greedy, headline, proof
from assessment.ui import navigation
from assessment.ui.components import solving
from assessment.ui.components.apart import drawn_apart
from assessment.ui.components.roadmap_case import solve
from assessment.ui.components.roadmap_demands import demand_list
from assessment.ui.components.roadmap_draft import Draft, draft_of, revise
from assessment.ui.components.roadmap_settings import settings_form, settings_summary
from assessment.ui.components.roadmap_view import RoadmapView
from assessment.ui.words import plain

_JOB = "roadmap-job"
_FAILED = "roadmap-failed"
_FEW = 3
"""Reasons that stand on the page; more are folded up."""
_LOOK_EVERY = 1.0
"""Seconds between two looks at the search."""


def invite(view: RoadmapView) -> None:
    """For a unit that has chosen nothing: what will stand here, and the one way there."""
    lang = view.lang
    st.header(text("shell.page.roadmap", lang), anchor=False)
    unit = plain(view.found.unit.called(lang))
    st.info(text("roadmap.nothing-chosen", lang, unit=unit), icon=":material/lightbulb:")
    if st.button(text("roadmap.to-initiatives", lang), type="primary", key="to-initiatives"):
        st.switch_page(navigation.page("initiatives", lang))


def message(view: RoadmapView, case: PlanCase | None) -> None:
    """The finding as the page's title, and how good the plan is; of one of other figures only that it is.

    Args:
        view: the roadmap.
        case: what the planner would be asked today, with the plan's settings; None without a plan.
    """
    lang, draft = view.lang, view.draft
    if draft.plan is None or draft.made_with is None:
        count = len(view.initiatives)
        st.header(plain(text("roadmap.head.none", lang, count=count)), anchor=False)
        st.markdown(plain(text("roadmap.head.none.next", lang)))
        return
    finding = headline(draft.plan, draft.made_with.phases, lang)
    if draft.refused:
        st.header(plain(text("roadmap.head.refused", lang)), anchor=False)
        st.markdown(plain(text("roadmap.refused", lang, finding=finding)))
        return
    if case is not None and not same_figures(draft.made_from, case):
        st.header(plain(text("roadmap.head.stale", lang)), anchor=False)
        st.markdown(plain(text("roadmap.stale.figures", lang, finding=finding)))
        _left_out(view, draft.plan)
        return
    st.header(plain(finding), anchor=False)
    said = [] if draft.moved else [proof(draft.plan, lang), against_greedy(draft.plan, lang)]
    if said:
        st.markdown(plain(sentences([one for one in said if one], lang)))
    _left_out(view, draft.plan)
    st.caption(plain(text("roadmap.value.about", lang)))


def _left_out(view: RoadmapView, plan: Plan) -> None:
    """Why something is not planned; a long list is folded up."""
    said = [left.why.sentence(view.lang) for left in plan.left_out]
    if not said:
        return
    listed = "\n".join(f"- {plain(one)}" for one in said)
    if len(said) <= _FEW:
        st.markdown(listed)
        return
    with st.expander(text("roadmap.left-out", view.lang, count=len(said)), icon=":material/inventory_2:"):
        st.markdown(listed)


def settings(view: RoadmapView) -> Draft:
    """The settings, folded up; answers the draft with what they say."""
    lang, draft = view.lang, view.draft
    title = text("roadmap.settings.fold", lang, said=settings_summary(draft.settings, lang))
    with st.expander(plain(title), icon=":material/tune:", expanded=draft.plan is None):
        draft = settings_form(draft, view.roles, lang)
        st.divider()
        demand_list(draft, view.names, lang)
    return draft


def make(view: RoadmapView, draft: Draft, case: PlanCase | None) -> None:
    """The button that makes the plan; while one is being made, how far it is, and a stop."""
    lang, key = view.lang, _job_key(draft)
    name = st.session_state.get(key)
    failed = st.session_state.pop(_FAILED, None)
    if failed:
        st.error(plain(failed), icon=":material/error:")
    _trouble(view, draft)
    if name is not None and solving.job(name) is not None:
        drawn_apart(_busy, run_every=_LOOK_EVERY)(view, draft, name)
        return
    st.session_state.pop(key, None)
    holds = draft.fresh and not draft.moved and (case is None or same_figures(draft.made_from, case))
    label = "roadmap.make" if draft.plan is None else "roadmap.make.again"
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(
            text(label, lang),
            type="secondary" if holds else "primary",
            key="roadmap-make",
            icon=":material/route:",
        ):
            st.session_state[key] = solve(view, draft)
            st.rerun()
        said = _out_of_date(view, draft)
        if said:
            st.markdown(f":orange[{plain(said)}]", width="content")


def _out_of_date(view: RoadmapView, draft: Draft) -> str:
    """Why the plan on the page is not one of what stands there now; empty where it is."""
    if draft.plan is None or draft.refused:
        return ""
    if not covers(draft.plan, view.names):
        return text("roadmap.stale.chosen", view.lang)
    return "" if draft.fresh else text("roadmap.stale", view.lang)


def remarks(view: RoadmapView, case: PlanCase) -> None:
    """What the plan is made from and what somebody should know about it, folded up."""
    plan = view.draft.plan
    told = {left.task for left in plan.left_out} if plan else set()
    found = [one for one in problems_of(case) if not told.intersection(one.tasks)]
    if not found:
        return
    with st.expander(text("roadmap.remarks", view.lang, count=len(found)), icon=":material/info:"):
        st.markdown("\n".join(f"- {plain(one.sentence(view.lang))}" for one in found))


def _job_key(draft: Draft) -> str:
    return "-".join((_JOB, *draft.place))


def _trouble(view: RoadmapView, draft: Draft) -> None:
    """Why no plan could be made with these settings."""
    if not draft.refused:
        return
    if draft.clash is not None:
        st.error(plain(draft.clash.sentence(view.lang)), icon=":material/block:")
    for problem in draft.problems:
        show = st.error if problem.severity == "error" else st.warning
        show(plain(problem.sentence(view.lang)), icon=":material/error:")


def _busy(view: RoadmapView, draft: Draft, name: str) -> None:
    """How far the search is; when it is over, the page is drawn anew with what was found."""
    lang, job = view.lang, solving.job(name)
    if job is None:
        return
    if not job.running:
        _came(view, draft, name)
        st.rerun(scope="app")
    seconds = f"{job.seconds:.0f}"
    if job.best is None or job.bound is None or job.bound <= 0:
        said = text("roadmap.working", lang, seconds=seconds)
        share = 0.0
    else:
        share = max(0.0, min(1.0, job.best / job.bound))
        said = text(
            "roadmap.working.best",
            lang,
            best=rounded(job.best),
            bound=rounded(job.bound),
            seconds=seconds,
        )
    if job.asked_to_stop.is_set():
        said = text("roadmap.stopping", lang)
    st.progress(share, plain(said))
    st.button(
        text("export.stop", lang),
        key="roadmap-stop",
        icon=":material/stop_circle:",
        disabled=job.asked_to_stop.is_set(),
        on_click=job.asked_to_stop.set,
    )


def _came(view: RoadmapView, draft: Draft, name: str) -> None:
    """Take over what the search has answered."""
    draft = draft_of(view.found) or draft  # its settings may have changed meanwhile
    st.session_state.pop(_job_key(draft), None)
    nothing: dict[str, Any] = {"clash": None, "problems": ()}
    try:
        found, asked, figures = solving.take(name)
    except GaplineError as error:
        st.session_state[_FAILED] = error.sentence(view.lang)
        return
    if isinstance(found, Plan):
        changes: dict[str, Any] = {
            "plan": found,
            "made_with": asked,
            "made_from": figures,
            "solved": found,
            "moved": (),
            "kept": "",
        }
        revise(draft, **changes, **nothing)
    elif isinstance(found, Clash):
        revise(draft, clash=found, problems=(), refused_with=asked)
    else:
        revise(draft, clash=None, problems=tuple(found), refused_with=asked)
