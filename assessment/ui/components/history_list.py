"""The list of changes: one line each under its day, and the way back in the one that is open."""

from collections.abc import Iterator
from typing import Final

import streamlit as st

from assessment import history
from assessment.catalogue import text
from assessment.changes import Change, ChangeFilter
from assessment.history import Entry, HistoryPage
from assessment.ratings import SignOff
from assessment.ui import navigation
from assessment.ui.components.files import safe_name
from assessment.ui.components.history_back import OPEN, name_of_change, way_back
from assessment.ui.components.history_view import HistoryView, pages_before, turn_to
from assessment.ui.components.history_words import headline, small_print
from assessment.ui.words import day_and_time, local, plain

_CSS: Final = """
[class*="st-key-history-list"] hr { margin: 0; }
"""


def title(found: HistoryView) -> None:
    """The last change, in one line."""
    newest = history.history_page(found.context.store, found.engagement.id, found.everything(), size=1)
    place = found.place()
    if not newest.entries:
        st.header(plain(text("history.title.none", found.lang, place=place)), anchor=False)
        return
    last = newest.entries[0]
    at, who = (last.rating.at, last.rating.author) if isinstance(last, Change) else (last.at, last.by)
    said = {"time": day_and_time(at) if at else "", "name": found.name_of(who)}
    st.header(plain(text("history.title.last", found.lang, place=place, **said)), anchor=False)
    st.caption(text("history.lead", found.lang))


def change_list(found: HistoryView) -> None:
    """A page of changes with the ways to the next and the last one; an empty one says what that means."""
    only = found.asked()
    marks = pages_before(only)
    store, engagement = found.context.store, found.engagement.id
    page = history.history_page(store, engagement, only, marks[-1] if marks else None)
    if not page.entries:
        _nothing(found)
        return
    _bar(found, only, page, len(marks))
    st.html(f"<style>{_CSS}</style>")
    for day, entries in _days(page.entries):
        st.markdown(f"**{day}**")
        with st.container(border=True, gap="small", key=f"history-list-{day}"):
            for place, entry in enumerate(entries):
                if place:
                    st.divider()
                _sign_off(found, entry) if isinstance(entry, SignOff) else _change(found, entry)
    _turning(found, only, page)


def _days(entries: tuple[Entry, ...]) -> Iterator[tuple[str, list[Entry]]]:
    """Entries by the reader's day, in their order."""
    days: dict[str, list[Entry]] = {}
    for entry in entries:
        at = entry.rating.at if isinstance(entry, Change) else entry.at
        days.setdefault(f"{local(at):%Y-%m-%d}" if at else "–", []).append(entry)
    yield from days.items()


def _change(found: HistoryView, change: Change) -> None:
    what, how, act = st.columns([5, 6, 1], vertical_alignment="top")
    rating, name = change.rating, name_of_change(change)
    with what:
        st.markdown(
            f"{plain(found.indicator_name(rating.indicator))}  \n:small[:gray[{_who(found, change)}]]"
        )
    with how:
        small = [f":small[:gray[{plain(line)}]]" for line in small_print(change, found.lang)]
        st.markdown("  \n".join([headline(change, found.lang), *small]))
    with act:
        st.button(
            ":material/expand_less:" if st.session_state.get(OPEN) == name else ":material/history:",
            key=f"history-open-{name}",
            type="tertiary",
            help=text("history.open", found.lang),
            on_click=_opened,
            args=(name,),
        )
    if st.session_state.get(OPEN) == name:
        way_back(found, change)


def _who(found: HistoryView, change: Change) -> str:
    rating = change.rating
    who = found.name_of(rating.rater)
    if rating.author != rating.rater:
        named = {"author": found.name_of(rating.author), "rater": who}
        who = text("history.for", found.lang, **named)
    time = f"{local(rating.at):%H:%M:%S}" if rating.at else ""
    unit = found.unit_name(rating.unit) if found.everywhere else ""
    return plain(" · ".join(part for part in (time, who, unit) if part))


def _sign_off(found: HistoryView, entry: SignOff) -> None:
    what, how, _ = st.columns([5, 6, 1], vertical_alignment="top")
    key, icon = ("signed", "verified") if entry.signed else ("reopened", "lock_open")
    time = f"{local(entry.at):%H:%M:%S}" if entry.at else ""
    who = plain(" · ".join((time, found.name_of(entry.by), found.unit_name(entry.unit))))
    with what:
        said = text(f"history.{key}", found.lang)
        st.markdown(f":material/{icon}: **{said}**  \n:small[:gray[{who}]]")
    if entry.reason:
        how.markdown(f":small[:gray[{plain(text('history.why', found.lang, why=entry.reason))}]]")


def _bar(found: HistoryView, only: ChangeFilter, page: HistoryPage, number: int) -> None:
    first = number * history.PAGE + 1
    changes = sum(isinstance(entry, Change) for entry in page.entries)
    store, engagement, rubric = found.context.store, found.engagement.id, found.rubric
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(text("history.range", found.lang, first=first, last=first + changes - 1))
        st.download_button(
            text("history.download", found.lang),
            data=lambda: history.changes_csv(store, engagement, only, rubric),
            file_name=f"{safe_name('history', found.engagement.id, found.wave.id)}.csv",
            mime="text/csv",
            key="history-download",
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
            help=text("history.download.help", found.lang),
        )


def _turning(found: HistoryView, only: ChangeFilter, page: HistoryPage) -> None:
    marks = pages_before(only)
    if not marks and page.older is None:
        return
    with st.container(horizontal=True):
        newer, older = marks[:-1], [*marks, page.older] if page.older else marks
        for name, there, wanted in (("newer", newer, bool(marks)), ("older", older, bool(page.older))):
            st.button(
                text(f"history.{name}", found.lang),
                key=f"history-{name}",
                disabled=not wanted,
                on_click=turn_to,
                args=(only, there),
            )


def _nothing(found: HistoryView) -> None:
    filtered = found.asked() != found.everything()
    if filtered:
        st.info(text("history.none", found.lang), icon=":material/filter_alt:")
        return
    st.info(text("history.none.unrated", found.lang), icon=":material/lightbulb:")
    if st.button(text("results.to-interview", found.lang), type="primary", key="to-interview"):
        st.switch_page(navigation.page("interview", found.lang))


def _opened(name: str) -> None:
    st.session_state[OPEN] = "" if st.session_state.get(OPEN) == name else name
