"""Starting the next wave from an earlier one."""

import datetime as dt

import streamlit as st

from assessment import waves
from assessment.ui import state
from assessment.ui.components.waves_view import WavesView, attempt
from assessment.ui.words import plain

_OPEN = "wave-start"
_FIELDS = ("name", "name-zh", "date", "key")


def start(found: WavesView) -> None:
    """The fields, what would be carried over, and the button."""
    with st.expander(found.words("start"), icon=":material/add:", key=_OPEN, on_change="rerun") as shut:
        if not shut.open:
            return
        typed = _fields(found)
        _preview(found, typed)
        for problem in st.session_state.pop("wave-problems", ()):
            st.error(plain(problem))
        st.button(
            found.words("start.submit"),
            key="wave-start-now",
            type="primary",
            disabled=found.rater is None,
            on_click=_start,
            args=(found,),
        )
        if found.rater is None:
            st.caption(found.words("nobody"))


def _fields(found: WavesView) -> waves.NewWave:
    names = {wave.id: wave.called(found.lang) for wave in found.context.waves}
    left, right = st.columns(2, gap="medium")
    with left:
        for field in ("name", "name-zh"):
            st.text_input(
                found.words(f"start.{field}"),
                key=_key(found, field),
                placeholder=found.words(f"start.{field}.example"),
            )
        st.selectbox(
            found.words("start.origin"),
            [*reversed(names), ""],
            format_func=lambda wave: names.get(wave, wave) or found.words("start.origin.none"),
            key=_key(found, "origin"),
        )
    with right:
        st.date_input(
            found.words("start.date"), value=_first_day(found), key=_key(found, "date"), format="YYYY-MM-DD"
        )
        typed = _typed(found)
        proposed = waves.wave_key(found.context.waves, typed) if typed.name.strip() else "…"
        st.text_input(
            found.words("start.key"),
            key=_key(found, "key"),
            placeholder=found.words("start.key.example", made=proposed),
        )
    return _typed(found)


def _preview(found: WavesView, typed: waves.NewWave) -> None:
    if not typed.origin:
        return
    carried = waves.to_carry(found.context.store, found.engagement.id, typed.origin)
    if carried.ratings:
        figures = {"ratings": carried.ratings, "units": carried.units, "raters": carried.raters}
        key = "start.preview.one" if carried.raters == 1 else "start.preview"
        st.info(found.words(key, **figures), icon=":material/preview:")
        return
    names = {wave.id: wave.called(found.lang) for wave in found.context.waves}
    wave = plain(names[typed.origin])
    st.info(found.words("start.preview.none", wave=wave), icon=":material/preview:")


def _typed(found: WavesView) -> waves.NewWave:
    kept = {field: st.session_state.get(_key(found, field)) for field in (*_FIELDS, "origin")}
    day = kept["date"] if isinstance(kept["date"], dt.date) else _first_day(found)
    newest = found.context.waves[-1].id
    return waves.NewWave(
        name=str(kept["name"] or ""),
        name_zh=str(kept["name-zh"] or ""),
        date=day,
        key=str(kept["key"] or ""),
        origin=newest if kept["origin"] is None else str(kept["origin"]),
    )


def _first_day(found: WavesView) -> dt.date:
    """Today, or the day after the last wave where that is later."""
    after = found.context.waves[-1].date + dt.timedelta(days=1)
    return max(after, dt.datetime.now(dt.UTC).date())


def _key(found: WavesView, field: str) -> str:
    """A field's widget; a fresh one after every new wave."""
    return f"wave-start-{field}-{found.engagement.id}-{len(found.context.waves)}"


def _start(found: WavesView) -> None:
    def begin() -> str:
        store, engagement = found.context.store, found.engagement.id
        wave, count, problems = waves.start_wave(store, engagement, _typed(found), found.rater or "")
        st.session_state["wave-problems"] = [problem.sentence(found.lang) for problem in problems]
        if wave is None:
            return ""
        state.choose(state.WAVE, wave.id, st.query_params, st.session_state)
        st.session_state[_OPEN] = False
        return found.words("started", wave=wave.called(found.lang), count=count)

    attempt(found, begin)
