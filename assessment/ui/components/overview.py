"""Home's parts: what to do next, progress by unit, last changes, the store's engagements."""

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from assessment import service
from assessment.catalogue import Lang, text
from assessment.engagement import Engagement, Unit, Wave
from assessment.next_step import next_step as find_next_step
from assessment.progress import Count, answers, progress
from assessment.ratings import Rating
from assessment.rubric import Rubric
from assessment.ui import navigation, state
from assessment.ui.components.desk import wave_ratings
from assessment.ui.components.people import named, names_of_people
from assessment.ui.components.sitting import sitting
from assessment.ui.components.verdict import verdict
from assessment.ui.context import Context
from assessment.ui.words import day_and_time, plain

_MOST_CHANGES = 6
_LEAD_TO = {"start": "interview", "continue": "interview", "read": "profile"}


def next_step(context: Context, engagement: Engagement, wave: Wave) -> None:
    """One sentence on what to do next, and the button that gets there."""
    counts = unit_counts(context, engagement, wave)
    rater = sitting(engagement.id, [person.id for person in context.store.people(engagement.id)])
    own = unit_counts(context, engagement, wave, rater) if rater else None
    step = find_next_step(context.units, counts, own)
    words = {
        "unit": plain(step.unit.called(context.lang)),
        "done": step.count.done,
        "total": step.count.total,
    }
    st.subheader(text(f"home.next.{step.kind}", context.lang, **words), anchor=False)
    page = _LEAD_TO[step.kind]
    if st.button(
        text(f"home.go.{step.kind}", context.lang),
        type="primary",
        key="next-step",
        icon=":material/arrow_forward:",
    ):
        st.session_state[state.JUMPED] = step.unit.id
        st.switch_page(navigation.page(page, context.lang), query_params=_to(step.unit))


def units(context: Context, engagement: Engagement, wave: Wave) -> None:
    """Every unit with its progress in the wave and the ways to interview and profile."""
    st.markdown(f"##### {text('home.units', context.lang, wave=plain(wave.called(context.lang)))}")
    counts = unit_counts(context, engagement, wave)
    for unit, depth in _as_tree(context.units):
        name, bar, links = st.columns([3, 4, 4], vertical_alignment="center")
        name.markdown("&emsp;" * depth + plain(unit.called(context.lang)))
        count = counts[unit.id]
        bar.progress(count.done / count.total, text=_count_words(count, context.lang))
        with links, st.container(horizontal=True, gap="xsmall"):
            for page in ("interview", "profile"):
                st.page_link(
                    navigation.page(page, context.lang),
                    label=text(f"shell.page.{page}", context.lang),
                    query_params=_to(unit),
                    disabled=page == "profile" and not count.done,
                )


def changes(context: Context, engagement: Engagement, wave: Wave) -> None:
    """The newest ratings of the wave that count: who said what about whom, and when."""
    lang = context.lang
    st.markdown(f"##### {text('home.changes', lang)}")
    rubric = service.rubric_of(context.shelf, engagement, context.store, wave)
    counted = [rating for rating in wave_ratings(context, engagement, wave) if rating.counts]
    newest = sorted(counted, key=_when, reverse=True)[:_MOST_CHANGES]
    if not newest:
        st.caption(text("home.changes.none", lang))
        return
    names = {unit.id: unit.called(lang) for unit in context.units} | names_of_people(context, engagement)
    st.markdown("\n".join(_change(rating, rubric, names, lang) for rating in newest))


def engagements(context: Context) -> None:
    """The other engagements of the store, each with a button that opens it."""
    others = [e for e in context.engagements if e != context.engagement]
    if not others:
        return
    st.markdown(f"##### {text('home.others', context.lang)}")
    for engagement in others:
        name, count, button = st.columns([4, 4, 2], vertical_alignment="center")
        name.markdown(plain(engagement.called(context.lang)))
        units_of, waves = context.store.units(engagement.id), context.store.waves(engagement.id)
        words = {"units": len(units_of), "wave": plain(waves[-1].called(context.lang))}
        count.caption(text("home.others.what", context.lang, **words))
        button.button(
            text("home.open", context.lang),
            key=f"open-{engagement.id}",
            on_click=open_engagement,
            args=(engagement.id,),
        )


def open_engagement(engagement: str) -> None:
    """Look at another engagement from now on."""
    state.choose(state.ENGAGEMENT, engagement, st.query_params, st.session_state)


def unit_counts(
    context: Context, engagement: Engagement, wave: Wave, rater: str | None = None
) -> dict[str, Count]:
    """Unit id -> answered indicators, of one rater or of all together."""
    rubric = service.rubric_of(context.shelf, engagement, context.store, wave)
    said: dict[str, list[Rating]] = {unit.id: [] for unit in context.units}
    for rating in wave_ratings(context, engagement, wave):
        if rater in (None, rating.rater):
            said[rating.unit].append(rating)
    return {unit: progress(rubric, answers(found)).whole for unit, found in said.items()}


def _to(unit: Unit) -> dict[str, str]:
    link = {name: st.query_params[name] for name in state.IN_LINK if name in st.query_params}
    return {name: value for name, value in link.items() if name != state.NODE} | {state.UNIT: unit.id}


def _as_tree(all_units: Sequence[Unit], above: str | None = None, depth: int = 0) -> list[tuple[Unit, int]]:
    found = []
    for unit in all_units:
        if unit.parent == above:
            found += [(unit, depth), *_as_tree(all_units, unit.id, depth + 1)]
    return found


def _count_words(count: Count, lang: Lang) -> str:
    if not count.done:
        return text("home.not-started", lang)
    return f"{count.done}/{count.total}" + (" ✓" if count.complete else "")


def _when(rating: Rating) -> dt.datetime:
    return rating.at or dt.datetime.min.replace(tzinfo=dt.UTC)


def _change(rating: Rating, rubric: Rubric, names: dict[str, str], lang: Lang) -> str:
    said = plain(verdict(rating, lang))
    what = plain(rubric.name_of(rating.indicator, lang))
    tail = f"{named(rating.rater, names)} · {day_and_time(_when(rating))}"
    row = text("shell.row", lang, name=f"{plain(names[rating.unit])} · {what}", value=f"**{said}**")
    return f"- {row} :small[:gray[{plain(tail)}]]"
