"""The interview by keyboard: what the page is told, and what happens with what it sends."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Final, NoReturn
from uuid import uuid4

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.errors import GaplineError
from assessment.keyboard import Handled, KeyDesk, Outcome, apply_events, parse_events
from assessment.ratings import Rating
from assessment.rubric import Node, Scale
from assessment.ui import navigation, state
from assessment.ui.boundary import sentences
from assessment.ui.components import drawing, saving
from assessment.ui.components.apart import drawn_apart
from assessment.ui.components.desk import HEAD, KEYS, OF_ITSELF, Desk, group_of
from assessment.ui.components.ledger import ledger
from assessment.ui.components.opened import open_part, opened_card
from assessment.ui.components.verdict import verdict
from assessment.ui.naming import by_name
from assessment.ui.words import clock, level

_HERE: Final = Path(__file__).parent
_MOUNTED: Final = "keyboard"
_SESSION: Final = "keyboard-session"
_ECHO: Final = "keyboard-echo"
_MOVED: Final = "keyboard-moved"
_ACKNOWLEDGED: Final = "keyboard-acknowledged"
_TROUBLE: Final = "keyboard-trouble"

_component = st.components.v2.component(
    "gapline_keyboard",
    html=(_HERE / "keys.html").read_text(encoding="utf-8"),
    css=(_HERE / "keys.css").read_text(encoding="utf-8"),
    js=(_HERE / "keys.js").read_text(encoding="utf-8"),
)

_WORDS: Final = (
    *("hint", "open", "saved", "sending", "unsent", "proposed", "flag", "conflict"),
    *("why", "reason", "closed", "half", "nothing", "end", "done"),
)
_LIST: Final = (
    ("0-9", "level"),
    (". h", "half"),
    ("l m g", "sure"),
    ("n p", "next"),
    ("o", "open"),
    ("a", "na"),
    ("x", "unknown"),
    ("e", "evidence"),
    ("w", "note"),
    ("c", "flag"),
    ("u", "undo"),
    ("k s", "choose"),
    ("Esc", "leave"),
    ("?", "help"),
)


def keys(desk: Desk) -> None:
    """Listen to the keyboard; the bar says where the cursor stands and what was saved."""
    drawn_apart(_keys, key=KEYS)(desk)


def _keys(desk: Desk) -> None:
    with sentences(desk.lang):
        if _sent().get("nonce") not in (None, st.session_state.get(_ECHO)):
            _take(desk)
            st.rerun()
        told = [_told(desk.now())]  # in a list, or Streamlit loads pandas to look for tables in it
        _component(key=_MOUNTED, data=told, on_queue_change=partial(_received, desk))


def _sent() -> dict[str, Any]:
    found = st.session_state.get(_MOUNTED) or {}
    queue = found.get("queue")
    return queue if isinstance(queue, dict) else {}


def _received(desk: Desk) -> None:
    with suppress(GaplineError):  # the fragment is drawn next: it tries again, and says why not
        _answer(desk)


def _answer(desk: Desk) -> None:
    before = st.session_state.get(_MOVED)
    opens = open_part(desk, _sent().get("open"))
    handled = _take(desk)
    navigation.stay_where_gone("interview", desk.lang)
    elsewhere = _follow(desk) if st.session_state.get(_MOVED) != before else False
    if elsewhere or (desk.rater is None and st.session_state.get(state.RATER)):
        st.rerun()
    if opens or handled.outcomes or handled.trouble:
        redraw(desk)


def redraw(desk: Desk) -> NoReturn:
    """Draw the bar, the head, and whatever else shows something else than the store."""
    st.rerun([KEYS, HEAD, *drawing.stale(desk.now())])


def _take(desk: Desk) -> Handled:
    """Handle what the page sent; what was handled before is only answered again."""
    sent = _sent()
    _sit_down_again(desk, sent.get("rater"))
    events = parse_events(sent.get("events"))
    held = {event.key: mine for event in events if (mine := saving.conflict_at(event.engagement, event.key))}
    waiting = {event.key: saving.waiting(event.engagement, event.key) for event in events if event.seen == 0}
    made = {event.key: saving.made(event.engagement, event.key) for event in events}
    at = KeyDesk(desk.context.store, desk.context.shelf, ledger(desk.context), held, waiting, made)
    handled = apply_events(at, events)
    for outcome in handled.outcomes:
        _publish(desk, outcome)
    known = st.session_state.get(_ACKNOWLEDGED, {})
    st.session_state[_ACKNOWLEDGED] = {**known, **handled.acknowledged}
    st.session_state[_TROUBLE] = by_name(handled.trouble, desk.context) if handled.trouble else ""
    if sent.get("place") == list(desk.place):
        st.session_state[_MOVED] = sent.get("move")
        _remember_position(desk, sent.get("at"))
    st.session_state[_ECHO] = sent.get("nonce")
    return handled


def _publish(desk: Desk, outcome: Outcome) -> None:
    """Let the indicator's card say what became of an event."""
    conflict = saving.place_key(outcome.event.engagement, outcome.event.key, "conflict")
    failure = saving.place_key(outcome.event.engagement, outcome.event.key, "failure")
    st.session_state.pop(failure, None)
    if outcome.held is not None:
        st.session_state[conflict] = outcome.held.model_dump_json()
        return
    st.session_state.pop(conflict, None)
    if outcome.refused is not None:
        st.session_state[failure] = by_name(outcome.refused, desk.context, desk.rubric)
        return
    if outcome.event.action == "undo" and outcome.saved is not None:
        saving.tell_undone(desk, outcome.event.engagement, outcome.saved)
    if outcome.saved is not None and outcome.saved.at:
        st.session_state[state.SAVED_AT] = clock(outcome.saved.at)


def _sit_down_again(desk: Desk, rater: object) -> None:
    if desk.rater is None and rater in [one.id for one in desk.context.store.people(desk.engagement.id)]:
        st.session_state[state.RATER] = rater


def _remember_position(desk: Desk, indicator: object) -> None:
    if isinstance(indicator, str) and indicator in desk.rubric:
        ledger(desk.context).stand(desk.place, indicator)
        st.session_state.pop(OF_ITSELF, None)
        state.remember(state.NODE, indicator, st.query_params, st.session_state)


def _follow(desk: Desk) -> bool:
    """Whether the cursor went to another capability than the one that is drawn."""
    group = group_of(desk.rubric, st.session_state.get(state.NODE))
    return group is not None and group != desk.group


def _told(desk: Desk) -> dict[str, Any]:
    if _SESSION not in st.session_state:
        st.session_state[_SESSION] = uuid4().hex
    said = desk.said()
    return {
        "session": st.session_state[_SESSION],
        "place": list(desk.place),
        "refused": desk.refusal(),
        "closed": desk.closed,
        "group": desk.group.id,
        "at": desk.focus,
        "asked": desk.asked,
        "indicator": st.session_state.get(state.NODE) == desk.focus,
        "open": opened_card(desk),
        "moved": st.session_state.get(_MOVED, ""),
        "echo": st.session_state.get(_ECHO, ""),
        "ack": st.session_state.get(_ACKNOWLEDGED, {}),
        "trouble": st.session_state.get(_TROUBLE, ""),
        "undone": st.session_state.get(saving.UNDONE),
        "steps": _steps(desk.rubric.scale),
        "items": [_item(desk, node, said.get(node.id)) for node in desk.rubric.indicators],
        "words": _words(desk),
    }


def _item(desk: Desk, node: Node, rating: Rating | None) -> dict[str, Any]:
    """One indicator as the page keeps it: the short names are those of keys.js."""
    parent = desk.rubric.parent(node.id)
    item: dict[str, Any] = {
        "i": node.id,
        "n": desk.rubric.name_of(node.id, desk.lang),
        "g": parent.id if parent else node.id,
        "r": 0,
    }
    if rating is not None:
        item |= {"r": rating.revision, "c": rating.confidence, "f": rating.flagged, "p": rating.proposed}
        item |= {"v": rating.score, "s": rating.state} if rating.counts else {}
        item |= {"pv": verdict(rating, desk.lang)} if rating.proposed else {}
    if saving.conflict(desk, node.id) is not None:
        item["k"] = True
    if failure := st.session_state.get(saving.key(desk, node.id, "failure")):
        item["e"] = failure
    return item


def _steps(scale: Scale) -> list[float]:
    """The scores that keys can give; on a scale without steps its whole numbers."""
    return list(scale.steps()) or [float(whole) for whole in range(10) if scale.holds(whole)]


def _listed(scale: Scale) -> list[tuple[str, str]]:
    """The keys that do something on this scale."""
    halves = scale.holds(scale.min + 0.5)
    return [(sign, name) for sign, name in _LIST if halves or name != "half"]


def _range(scale: Scale, lang: Lang) -> str:
    """Which levels there are, for whoever typed another one."""
    ends = {"low": level(scale.min), "high": level(scale.max)}
    if scale.step is None:
        return text("keys.range", lang, **ends)
    return text("keys.range.steps", lang, **ends, step=level(scale.step))


def _words(desk: Desk) -> dict[str, Any]:
    lang = desk.lang
    return {
        **{name: text(f"keys.{name}", lang) for name in _WORDS},
        "off": _range(desk.rubric.scale, lang),
        **{
            how: text("interview.sure", lang, how=text(f"confidence.{how}", lang))
            for how in ("low", "medium", "high")
        },
        **{name: text(f"state.{name}", lang) for name in ("na", "unknown")},
        "keys": [[sign, text(f"keys.list.{name}", lang)] for sign, name in _listed(desk.rubric.scale)],
    }
