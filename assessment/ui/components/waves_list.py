"""All waves, newest first, each with how far its units have come; and locking the one in view."""

import streamlit as st

from assessment import sign_off
from assessment.catalogue import text
from assessment.engagement import Wave
from assessment.ui import state
from assessment.ui.components.waves_view import WavesView, attempt
from assessment.ui.words import plain
from assessment.waves import UnitStanding


def wave_list(found: WavesView) -> None:
    """The waves; the table of another than the one in view is made when it is opened."""
    st.subheader(found.words("all"), anchor=False)
    for wave in reversed(found.context.waves):
        here = wave.id == found.wave.id
        said = found.words(
            "here" if here else "one", wave=plain(wave.called(found.lang)), date=wave.date.isoformat()
        )
        shut = st.expander(
            said,
            expanded=here,
            icon=":material/lock:" if wave.locked else ":material/lock_open:",
            key=f"wave-{found.engagement.id}-{wave.id}-{here}",
            on_change="rerun",
        )
        if here or shut.open:
            with shut:
                _wave(found, wave, here=here)


def _wave(found: WavesView, wave: Wave, *, here: bool) -> None:
    standings = found.standings(wave.id)
    st.markdown(_table(found, standings))
    if not here:
        st.button(
            found.words("look"),
            key=f"look-{wave.id}",
            icon=":material/visibility:",
            on_click=_look,
            args=(wave.id,),
        )
    elif not wave.locked:
        _lock(found, standings)


def _table(found: WavesView, standings: tuple[UnitStanding, ...]) -> str:
    columns = [found.words(f"column.{name}") for name in ("unit", "done", "proposed", "open", "standing")]
    lines = [f"| {' | '.join(columns)} |", "|:--|--:|--:|--:|:--|"]
    for one in standings:
        figures = (one.count.done, one.count.proposed or "–", one.open)
        cells = [plain(one.unit.called(found.lang)), *map(str, figures), _standing(found, one)]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _standing(found: WavesView, one: UnitStanding) -> str:
    if one.signed:
        return f":material/verified: {found.words('signed')}"
    if one.count.complete:
        return found.words("complete")
    return found.words("going-on" if one.count.done or one.count.proposed else "not-begun")


def _lock(found: WavesView, standings: tuple[UnitStanding, ...]) -> None:
    shut = st.popover(
        found.words("lock"), icon=":material/lock:", type="tertiary", key="waves-lock", on_change="rerun"
    )
    if not shut.open:
        return
    with shut:
        st.markdown(found.words("lock.about"))
        left = _left(found, standings)
        if left:
            st.warning("\n".join(f"- {plain(line)}" for line in left), icon=":material/warning:")
        else:
            st.success(found.words("lock.clean"), icon=":material/task_alt:")
        sure = st.checkbox(found.words("lock.sure"), key=_sure(found), disabled=found.rater is None)
        st.button(
            found.words("lock.now", wave=plain(found.wave.called(found.lang))),
            key="waves-lock-now",
            type="primary",
            disabled=not sure or found.rater is None,
            on_click=_lock_now,
            args=(found,),
        )
        if found.rater is None:
            st.caption(found.words("nobody"))


def _left(found: WavesView, standings: tuple[UnitStanding, ...]) -> list[str]:
    """What a lock would leave as it is, of the units that have begun."""
    begun = [one for one in standings if one.count.done or one.count.proposed]
    unsigned = [one.unit.called(found.lang) for one in begun if not one.signed]
    issues = sign_off.wave_issues(
        found.context.store, found.context.shelf, found.engagement.id, found.wave.id
    )
    figures = {
        "open": sum(one.open for one in begun),
        "proposed": sum(one.count.proposed for one in begun),
        "unsigned": len(unsigned),
        "errors": sum(issue.severity == "error" and issue.rule != "proposed" for issue in issues),
    }
    units = {"units": text("quality.comma", found.lang).join(unsigned)}
    return [found.words(f"lock.{key}", count=count, **units) for key, count in figures.items() if count]


def _sure(found: WavesView) -> str:
    """The tick's key: who is sure of one wave is not sure of the next."""
    return f"waves-lock-sure:{found.engagement.id}:{found.wave.id}"


def _lock_now(found: WavesView) -> None:
    def lock() -> str:
        found.context.store.lock_wave(found.engagement.id, found.wave.id)
        return found.words("lock.done", wave=found.wave.called(found.lang))

    if st.session_state.get(_sure(found)):
        attempt(found, lock)


def _look(wave: str) -> None:
    state.choose(state.WAVE, wave, st.query_params, st.session_state)
