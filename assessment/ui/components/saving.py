"""What happens when somebody answers: one rating saved, or a reason why not."""

from collections.abc import Callable
from typing import Any, Final
from uuid import uuid4

import streamlit as st

from assessment import service
from assessment.catalogue import text
from assessment.errors import ChangedElsewhereError, GaplineError
from assessment.ports import RatingKey
from assessment.ratings import Evidence, EvidenceLink, Rating
from assessment.ui import state
from assessment.ui.components.desk import HEAD, KEYS, TREE, WAYS, Desk
from assessment.ui.components.verdict import verdict
from assessment.ui.naming import by_name
from assessment.ui.words import clock

UNDONE: Final = "keyboard-undone"


def card_key(indicator: str) -> str:
    """The fragment that draws one indicator."""
    return f"card-{indicator}"


def key(desk: Desk, indicator: str, part: str, seen: Rating | None = None) -> str:
    """A widget of one indicator's card; with `seen`, a fresh one after every change of the rating."""
    place = f"{desk.engagement.id}:{desk.unit.id}:{desk.wave.id}:{desk.rater or ''}:{indicator}"
    revision = "" if seen is None and part not in _FRESH else f":{seen.revision if seen else 0}"
    return f"{part}:{place}{revision}"


_FRESH: Final = ("note", "tag")
_COUNTS: Final = {"mark": "", "withdrawn": False, "proposed": False}
_RECORDED: Final = {"by", "why", "restores", "revision", "at", "mark"}


def place_key(engagement: str, place: RatingKey, part: str) -> str:
    """Like `key`, for a rating that need not be the open one."""
    unit, wave, rater, indicator = place
    return f"{part}:{engagement}:{unit}:{wave}:{rater}:{indicator}"


def give_score(desk: Desk, indicator: str, score: float, seen: Rating | None) -> None:
    """Save a score that was typed as a number; the same score again changes nothing."""
    place = (desk.unit.id, desk.wave.id, desk.rater or "", indicator)
    said = {"score": score, "state": "scored", **_COUNTS}
    if seen is None or seen.withdrawn:
        said |= waiting(desk.engagement.id, place)
    elif seen.state == "na":
        said["note"] = ""
    _record(desk, indicator, seen, said)


def change_note(desk: Desk, indicator: str, seen: Rating | None) -> None:
    """Save the note as typed; without a rating yet it waits for one."""
    if seen is None:
        return
    note = str(st.session_state.get(key(desk, indicator, "note", seen)) or "").strip()
    _record(desk, indicator, seen, {"note": note})


def add_statement(desk: Desk, indicator: str) -> None:
    """Save a statement as evidence for the indicator."""
    said = {
        part: st.session_state.get(key(desk, indicator, part)) for part in ("said", "kind", "by", "grade")
    }
    words = str(said["said"] or "").strip()
    if not words:
        return
    item = Evidence(
        id=uuid4().hex,
        kind=said["kind"],
        text=words,
        source=str(said["by"] or "").strip(),
        grade=said["grade"],
    )
    link = EvidenceLink(evidence=item.id, unit=desk.unit.id, wave=desk.wave.id, indicator=indicator)
    _try(desk, indicator, lambda: desk.context.store.add_evidence(desk.engagement.id, [item], [link]))
    st.rerun(card_key(indicator))


def use_evidence(desk: Desk, indicator: str) -> None:
    """Let the chosen items that are on record support this rating, too."""
    chosen: list[str] = st.session_state.get(key(desk, indicator, "picked")) or []
    if not chosen:
        return
    links = [
        EvidenceLink(evidence=each, unit=desk.unit.id, wave=desk.wave.id, indicator=indicator)
        for each in chosen
    ]
    _try(desk, indicator, lambda: desk.context.store.add_evidence(desk.engagement.id, [], links))
    st.rerun(card_key(indicator))


def undo(desk: Desk, indicator: str, seen: Rating) -> None:
    """Take back the rater's last change, with the reason where one was typed."""
    why = str(st.session_state.get(key(desk, indicator, "why", seen)) or "").strip()
    by = desk.rater or ""
    store, engagement = desk.context.store, desk.engagement.id

    def take_back() -> None:
        tell_undone(desk, engagement, store.undo(engagement, seen.key, by, seen.revision, why))

    _try(desk, indicator, take_back)
    st.rerun([card_key(indicator), TREE, WAYS, HEAD, KEYS])


def tell_undone(desk: Desk, engagement: str, now: Rating) -> None:
    """Let the bar say what an undo brought back."""
    before = desk.context.store.history(engagement, now.key)[now.revision - 2]
    what = {
        "indicator": desk.rubric.name_of(now.indicator, desk.lang),
        "before": _given(before, desk),
        "now": _given(now, desk),
    }
    kind = "rest" if what["now"] == what["before"] else "open" if now.withdrawn else "back"
    st.session_state[UNDONE] = [
        f"{now.key} {now.revision}",
        text(f"keys.undone.{kind}", desk.lang, **what),
    ]


def _given(rating: Rating, desk: Desk) -> str:
    return text("keys.open", desk.lang) if rating.withdrawn else verdict(rating, desk.lang)


def keep_theirs(desk: Desk, indicator: str) -> None:
    """Settle a conflict: what is saved stays."""
    st.session_state.pop(key(desk, indicator, "conflict"), None)
    st.rerun([card_key(indicator), TREE, WAYS, HEAD, KEYS])


def keep_mine(desk: Desk, indicator: str, theirs: Rating) -> None:
    """Settle a conflict: save what was refused, as one more revision after theirs."""
    mine = conflict(desk, indicator)
    st.session_state.pop(key(desk, indicator, "conflict"), None)
    if mine is not None:
        _save(desk, mine, theirs.revision)
    st.rerun([card_key(indicator), TREE, WAYS, HEAD, KEYS])


def conflict(desk: Desk, indicator: str) -> Rating | None:
    """The rating that could not be saved because somebody else was quicker; None without one."""
    kept = st.session_state.get(key(desk, indicator, "conflict"))
    return None if kept is None else Rating.model_validate_json(kept)


def conflict_at(engagement: str, place: RatingKey) -> Rating | None:
    """Like `conflict`, for a rating that need not be the open one."""
    kept = st.session_state.get(place_key(engagement, place, "conflict"))
    return None if kept is None else Rating.model_validate_json(kept)


def waiting(engagement: str, place: RatingKey) -> dict[str, Any]:
    """The note that was typed before there was a score."""
    note = st.session_state.get(place_key(engagement, place, "note") + ":0")
    return {"note": str(note or "").strip()}


def made(engagement: str, place: RatingKey) -> int:
    """The newest revision that was made here but not by key; who clicks next knows it, drawn or not."""
    return int(st.session_state.get(place_key(engagement, place, "made"), 0))


def change_tag(desk: Desk, indicator: str, seen: Rating) -> None:
    """Save the tag as typed."""
    tag = str(st.session_state.get(key(desk, indicator, "tag", seen)) or "").strip()
    _record(desk, indicator, seen, {"tag": tag})


def tag_as_rerated(desk: Desk, indicator: str, seen: Rating) -> None:
    """Say by the tag that nothing changed, in the word of the reader's language."""
    _record(desk, indicator, seen, {"tag": text("interview.tag.rerated", desk.lang)})


def _record(desk: Desk, indicator: str, seen: Rating | None, changes: dict[str, Any]) -> None:
    if desk.rater is not None:
        place = {"unit": desk.unit.id, "wave": desk.wave.id, "rater": desk.rater, "indicator": indicator}
        before = {} if seen is None else seen.model_dump(exclude={"by", "why", "restores"})
        wanted = Rating.model_validate({**before, **place, **changes})
        if seen is None or _said_otherwise(seen, wanted):
            _save(desk, wanted, 0 if seen is None else seen.revision)
    st.rerun([card_key(indicator), TREE, WAYS, HEAD, KEYS])


def _said_otherwise(seen: Rating, wanted: Rating) -> bool:
    said = seen.model_dump(exclude=_RECORDED)
    return said != wanted.model_dump(exclude=_RECORDED)


def _save(desk: Desk, wanted: Rating, seen_revision: int) -> None:
    failure = key(desk, wanted.indicator, "failure")
    st.session_state.pop(failure, None)
    try:
        saved = service.rate(
            desk.context.store, desk.context.shelf, desk.engagement.id, wanted, seen_revision
        )
    except ChangedElsewhereError:
        st.session_state[key(desk, wanted.indicator, "conflict")] = wanted.model_dump_json()
    except GaplineError as error:
        st.session_state[failure] = by_name(error, desk.context, desk.rubric)
    else:
        st.session_state[state.SAVED_AT] = clock(saved.at) if saved.at else ""
        st.session_state[key(desk, wanted.indicator, "made")] = saved.revision


def _try(desk: Desk, indicator: str, change: Callable[[], object]) -> None:
    """Make a change of the store; what goes wrong stands on the card."""
    failure = key(desk, indicator, "failure")
    st.session_state.pop(failure, None)
    try:
        change()
    except GaplineError as error:
        st.session_state[failure] = by_name(error, desk.context, desk.rubric)
