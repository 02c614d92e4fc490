"""Bringing a file back: what it would change, a choice for every conflict, then all or nothing."""

import hashlib
from collections.abc import Callable, Iterable
from typing import Any, Final, get_args

import streamlit as st

from assessment import offline, service
from assessment.catalogue import Lang, text
from assessment.engagement import Engagement, Wave
from assessment.errors import FileRefusedError, GaplineError, Problem
from assessment.importing import Batch, Change, Choice, commit
from assessment.ratings import Rating
from assessment.rubric import Rubric
from assessment.ui.caching import remembered
from assessment.ui.components.offline_out import closed_sentence
from assessment.ui.components.people import named, names_of_people
from assessment.ui.context import Context
from assessment.ui.naming import by_name
from assessment.ui.words import day_and_time, plain

_TURN: Final = "offline-turn"
_DONE: Final = "offline-done"
_ALL: Final = "offline-all"
_COLUMNS: Final = ("kind", "place", "indicator", "unit", "rater", "theirs", "mine")
_MOST_ROWS, _TALLEST = 24, 820


def bring_back(context: Context, engagement: Engagement, wave: Wave) -> None:
    """A card to hand a file in, and under it everything that the file would do."""
    lang = context.lang
    with st.container(border=True, key="card-offline-back"):
        st.markdown(f":material/upload: **{text('offline.back', lang)}**")
        st.markdown(text("offline.back.about", lang))
        turn = st.session_state.setdefault(_TURN, 0)
        upload = st.file_uploader(
            text("offline.back.file", lang),
            type=["xlsx", "csv"],
            key=f"offline-file-{turn}",
            max_upload_size=20,
            label_visibility="collapsed",
        )
        _tell(lang)
    if upload is None:
        return
    try:
        batch = _read(context, engagement, wave, upload.getvalue(), upload.name)
    except GaplineError as error:
        _refused(error, lang)
        return
    rubric = service.rubric_of(context.shelf, engagement, context.store, wave)
    _summary(batch, lang)
    _shut(context, batch)
    _invalid(batch, lang)
    choices = _conflicts(context, engagement, batch, rubric)
    _table(context, batch, rubric)
    _decide(context, batch, choices)


def _read(context: Context, engagement: Engagement, wave: Wave, data: bytes, name: str) -> Batch:
    from assessment.edges.bringing import read_batch

    def read() -> Batch:
        return read_batch(context.store, context.shelf, engagement.id, data, name, wave.id)

    mark = hashlib.sha256(data).hexdigest()
    return remembered(context, read, "offline-batch", mark, name, engagement.id, wave.id)


def _refused(error: GaplineError, lang: Lang) -> None:
    """Why nothing of the file can be taken; each reason with its place in the file."""
    problems = error.problems if isinstance(error, FileRefusedError) else ()
    head = error.head(lang) if isinstance(error, FileRefusedError) else error.sentence(lang)
    st.error("\n".join([plain(head), "", *_told(problems, lang)]), icon=":material/block:")


def _told(problems: Iterable[Problem], lang: Lang) -> list[str]:
    """Each problem on a line of a list, with its cell, or its row and column."""
    lines = []
    for found in problems:
        row = text("offline.row", lang, row=found.line) if found.line else ""
        place = " · ".join(filter(None, (row, found.key)))
        lines.append(f"- {f'**{plain(place)}** ' if place else ''}{plain(found.sentence(lang))}")
    return lines


def _tell(lang: Lang) -> None:
    """What the last bringing back did, said once."""
    kind, said = st.session_state.pop(_DONE, ("", ""))
    if kind == "good":
        st.success(plain(said), icon=":material/check:")
    elif kind:
        st.error(plain(said), icon=":material/error:")
        st.caption(text("offline.back.look-again", lang))


def _summary(batch: Batch, lang: Lang) -> None:
    said = offline.tally_in_words(batch, lang)
    who = ", ".join(person.called(lang) for person in batch.people)
    st.subheader(text("offline.preview", lang, file=plain(batch.source)), anchor=False)
    st.markdown(
        text("offline.preview.lead", lang, who=plain(who), counts=said or text("offline.count.none", lang))
    )


def _shut(context: Context, batch: Batch) -> None:
    """Where nothing can be written any more, say so first; and what is odd about the file."""
    shut = offline.closed(context.store, batch)
    if shut and not batch.idle:
        st.warning(plain(closed_sentence(*shut, context.lang)), icon=":material/lock:")
    if batch.warnings:
        st.warning("\n".join(_told(batch.warnings, context.lang)), icon=":material/warning:")


def _invalid(batch: Batch, lang: Lang) -> None:
    problems = [change.problem for change in batch.of("invalid") if change.problem]
    if not problems:
        return
    st.error("\n".join([text("offline.invalid", lang), "", *_told(problems, lang)]), icon=":material/error:")


def _conflicts(context: Context, engagement: Engagement, batch: Batch, rubric: Rubric) -> dict[str, Choice]:
    """One row for each conflict, with a choice; the ones that are chosen."""
    conflicts, lang = batch.of("conflict"), context.lang
    if not conflicts:
        return {}
    names = names_of_people(context, engagement)
    with st.container(border=True, key="offline-conflicts"):
        st.markdown(f":orange[:material/call_split:] **{text('offline.conflicts', lang)}**")
        with st.container(horizontal=True):
            for choice in get_args(Choice):
                label = text(f"offline.all.{choice}", lang)
                st.button(label, key=f"{_ALL}-{choice}", on_click=_choose_all, args=(batch, choice))
        for change in conflicts:
            _conflict(change, batch, rubric, names, lang)
    chosen = {change.place: st.session_state.get(_key(batch, change)) for change in conflicts}
    return {place: choice for place, choice in chosen.items() if choice}


def _conflict(change: Change, batch: Batch, rubric: Rubric, names: dict[str, str], lang: Lang) -> None:
    name = plain(rubric.name_of(change.indicator, lang))
    theirs, mine = plain(_said(change.theirs, lang)), plain(_said(change.mine, lang))
    when = day_and_time(change.theirs.at) if change.theirs and change.theirs.at else ""
    who = named(change.theirs.author, names) if change.theirs else ""
    words, choice = st.columns([3, 2], vertical_alignment="center")
    with words:
        st.markdown(f"**{name}** · {plain(_place(change, lang))}")
        st.caption(text("offline.conflict", lang, who=plain(who), when=plain(when), theirs=theirs, mine=mine))
    with choice:
        st.segmented_control(
            text("offline.choice", lang, indicator=name),
            get_args(Choice),
            format_func=lambda option: text(f"offline.choice.{option}", lang),
            key=_key(batch, change),
            label_visibility="collapsed",
        )


def _key(batch: Batch, change: Change) -> str:
    revision = change.theirs.revision if change.theirs else 0
    return f"offline-choice-{batch.source}-{change.place}-{revision}"


def _choose_all(batch: Batch, choice: Choice) -> None:
    for change in batch.of("conflict"):
        st.session_state[_key(batch, change)] = choice


def _table(context: Context, batch: Batch, rubric: Rubric) -> None:
    """Cell by cell what is new or changed; what is the same on request."""
    lang = context.lang
    kinds = ["new", "changed"]
    if batch.of("same") and st.toggle(text("offline.show-same", lang), key="offline-show-same"):
        kinds.append("same")
    shown = [change for change in batch.changes if change.kind in kinds]
    whose = _whose(context, batch)
    rows = [{**_row(change, rubric, lang), **whose(change)} for change in shown]
    if rows:
        st.dataframe(
            rows,
            hide_index=True,
            height="content" if len(rows) <= _MOST_ROWS else _TALLEST,
            column_order=[name for name in _COLUMNS if name in rows[0]],
            column_config={name: text(f"offline.table.{name}", lang) for name in _COLUMNS},
            key=f"offline-table-{lang}",
        )


def _whose(context: Context, batch: Batch) -> Callable[[Change], dict[str, str]]:
    """Unit and rater of a change, each only where the file is about several."""
    lang = context.lang
    units = {unit.id: unit.called(lang) for unit in context.units}
    raters = {person.id: person.called(lang) for person in batch.people}
    ratings = [change.mine for change in batch.changes if change.mine]
    several = {name: len({getattr(one, name) for one in ratings}) > 1 for name in ("unit", "rater")}

    def whose(change: Change) -> dict[str, str]:
        names = {"unit": units, "rater": raters}
        said = {name: str(getattr(change.mine, name, "")) for name in names if several[name]}
        return {name: names[name].get(found, found) for name, found in said.items()}

    return whose


def _row(change: Change, rubric: Rubric, lang: Lang) -> dict[str, str]:
    told = change.evidence.text if change.evidence else _said(change.mine, lang)
    kind = "statement" if change.evidence and change.kind == "new" else change.kind
    return {
        "kind": text(f"offline.kind.{kind}", lang),
        "place": _place(change, lang),
        "indicator": rubric.name_of(change.indicator, lang),
        "theirs": "" if change.evidence else _said(change.theirs, lang),
        "mine": told,
    }


def _place(change: Change, lang: Lang) -> str:
    """The cell, or the row of a table."""
    return text("offline.row", lang, row=change.place) if change.place.isdecimal() else change.place


def _said(rating: Rating | None, lang: Lang) -> str:
    """A rating in words: score or state, confidence, note."""
    if rating is None:
        return text("offline.nothing", lang)
    parts: list[Any] = [
        f"{rating.score:g}" if rating.score is not None else text(f"state.{rating.state}", lang)
    ]
    if rating.proposed:
        parts.append(text("offline.proposed", lang))
    if rating.confidence:
        parts.append(text("offline.confidence", lang, level=text(f"confidence.{rating.confidence}", lang)))
    return " · ".join([*parts, rating.note] if rating.note else parts)


def _decide(context: Context, batch: Batch, choices: dict[str, Choice]) -> None:
    """The one button that writes; it says what is missing while it cannot."""
    lang = context.lang
    if batch.idle:
        st.info(text("offline.idle", lang), icon=":material/check:")
        return
    undecided = len(batch.of("conflict")) - len(choices)
    ready = not (undecided or batch.of("invalid") or offline.closed(context.store, batch))
    if batch.of("invalid"):
        st.caption(text("offline.blocked.invalid", lang))
    elif undecided:
        st.caption(text("offline.blocked.conflicts", lang, count=undecided))
    st.button(
        text("offline.commit", lang),
        key="offline-commit",
        type="primary" if ready else "secondary",
        icon=":material/done_all:",
        disabled=not ready,
        on_click=_commit,
        args=(context, batch, choices),
    )


def _commit(context: Context, batch: Batch, choices: dict[str, Choice]) -> None:
    """Write exactly what the person saw; where somebody rated meanwhile, nothing."""
    try:
        brought = commit(context.store, batch, choices)
    except GaplineError as error:
        st.session_state[_DONE] = ("bad", by_name(error, context))
        return
    said = {"ratings": brought.ratings, "said": brought.statements}
    st.session_state[_DONE] = ("good", text("offline.brought", context.lang, **said))
    st.session_state[_TURN] += 1
