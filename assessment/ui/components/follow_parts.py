"""The Follow-through page in parts: how far everything is, what is due or late, every initiative."""

import datetime as dt
from html import escape
from typing import Final

import streamlit as st

from assessment import follow_words
from assessment.catalogue import text
from assessment.follow_through import Followed, ShareDone
from assessment.report.wording import sentences
from assessment.roadmap_records import DepartmentPart
from assessment.ui import navigation
from assessment.ui.components.follow_view import FollowView, open_form
from assessment.ui.components.markup import block
from assessment.ui.components.palette import palette
from assessment.ui.components.tables import table_files
from assessment.ui.words import plain

_MOST_REMINDED: Final = 8
_COLUMNS: Final = ("initiative", "status", "percent", "begins", "ends", "owner", "departments", "reason")
_CSS: Final = """
.gl-follow {{ width: 100%; border-collapse: collapse; font-size: .875rem; color: {ink}; }}
.gl-follow th {{ text-align: left; font-weight: 600; color: {grey}; padding: .35rem .6rem .35rem 0;
  border-bottom: 1px solid {line}; vertical-align: bottom; }}
.gl-follow td {{ padding: .45rem .6rem .45rem 0; border-bottom: 1px solid {line}; vertical-align: top; }}
.gl-follow .word {{ white-space: nowrap; }}
.gl-follow .day {{ white-space: nowrap; font-variant-numeric: tabular-nums; }}
.gl-follow .name {{ font-weight: 600; min-width: 9rem; }}
.gl-follow small {{ color: {grey}; display: block; font-weight: 400; }}
.gl-follow .late {{ color: {late}; }}
.gl-follow .part {{ display: block; margin-bottom: .25rem; }}
.gl-bar {{ position: relative; height: .5rem; min-width: 4.5rem; background: {line}; border-radius: 2px;
  margin-top: .3rem; }}
.gl-bar i {{ position: absolute; inset: 0 auto 0 0; background: {accent}; border-radius: 2px; }}
.gl-bar b {{ position: absolute; top: -.2rem; bottom: -.2rem; width: 2px; background: {ink}; }}
.gl-shares {{ width: 100%; border-collapse: collapse; font-size: .875rem; color: {ink}; }}
.gl-shares td {{ padding: .2rem .8rem .2rem 0; vertical-align: middle; border: 0; }}
.gl-shares td:nth-child(1) {{ white-space: nowrap; width: 1%; font-weight: 600; }}
.gl-shares td:nth-child(2) {{ width: 34%; }}
.gl-shares .gl-bar {{ margin-top: 0; }}
"""


def head(view: FollowView) -> None:
    """The finding, and by which plan it was found."""
    here = view.here
    st.header(plain(follow_words.headline(here.counted, view.lang)), anchor=False)
    if here.plan is None:
        st.info(view.words("no-plan"), icon=":material/lightbulb:")
        if st.button(view.words("to-roadmap"), key="to-roadmap"):
            st.switch_page(navigation.page("roadmap", view.lang))
        return
    dated = "plan" if here.plan.settings.start else "plan.undated"
    beside = follow_words.beside_said(here.beside, view.names, view.lang)
    said = [view.words(dated, name=here.plan.name), beside]
    st.markdown(plain(sentences([one for one in said if one], view.lang)))


def invite(view: FollowView) -> None:
    """For a unit that has not chosen anything: what will stand here, and the one way there."""
    unit = plain(view.found.unit.called(view.lang))
    st.header(text("shell.page.follow", view.lang), anchor=False)
    st.info(view.words("nothing", unit=unit), icon=":material/lightbulb:")
    if st.button(view.words("to-initiatives"), type="primary", key="to-initiatives"):
        st.switch_page(navigation.page("initiatives", view.lang))


def shares(view: FollowView) -> None:
    """How much is done, in all, by track and by phase; the tick is an even pace."""
    here = view.here
    rows = [_share_row(view.words("all"), here.share, view)]
    tracks = here.tracks
    if len(tracks) > 1:
        rows += [
            _share_row(text(f"initiative.track.{track}", view.lang), share, view)
            for track, share in tracks.items()
        ]
    _html(block("gl-shares", *rows, tag="table"))
    phases = here.phases
    if phases:
        with st.expander(view.words("by-phase")):
            told = [
                _share_row(view.words("phase", phase=phase), share, view) for phase, share in phases.items()
            ]
            _html(block("gl-shares", *told, tag="table"))


def _share_row(label: str, share: ShareDone, view: FollowView) -> str:
    said = escape(follow_words.share_said(share, view.lang))
    return f"<tr><td>{escape(label)}</td><td>{_bar(share.share, share.expected)}</td><td>{said}</td></tr>"


def _bar(share: float, expected: float | None = None) -> str:
    tick = "" if expected is None else f'<b style="left:calc({100 * expected:.1f}% - 1px)"></b>'
    return f'<div class="gl-bar"><i style="width:{100 * share:.1f}%"></i>{tick}</div>'


def reminders(view: FollowView) -> None:
    """What is late, then what is due, each with the way to say how it stands."""
    pressing = [one for one in view.here.found if one.reminders]
    st.subheader(view.words("due"), anchor=False)
    if not pressing:
        st.markdown(view.words("due.none"))
    for one in pressing[:_MOST_REMINDED]:
        _reminder(view, one)
    if rest := pressing[_MOST_REMINDED:]:
        with st.expander(view.words("due.more", count=len(rest))):
            for one in rest:
                _reminder(view, one)


def _reminder(view: FollowView, one: Followed) -> None:
    words, button = st.columns([6, 1.3], vertical_alignment="center")
    joined = text("follow.and", view.lang).join(
        follow_words.reminder_short(each, view.names, view.lang) for each in one.reminders
    )
    badge = "red" if one.urge == "late" else "orange"
    said = text(f"follow.urge.{one.urge}", view.lang)
    reason = one.progress.reason if one.progress else ""
    why = f" :gray[{plain(view.words('because', reason=reason))}]" if reason else ""
    name = plain(view.names[one.id])
    words.markdown(f":{badge}-badge[{said}] **{name}** {plain(joined)}{why}")
    button.button(
        view.words("record"),
        key=f"follow-record-{one.id}",
        on_click=open_form,
        args=(one.id,),
        width="stretch",
    )


def everything(view: FollowView) -> None:
    """Every initiative with its departments, and the table to take away."""
    st.subheader(view.words("everything"), anchor=False)
    heads = "".join(f"<th>{escape(view.words(f'column.{key}'))}</th>" for key in _COLUMNS)
    rows = "".join(_row(view, one) for one in view.here.found)
    _html(f'<table class="gl-follow"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>')
    table_files(follow_words.follow_table(view.here.found, view.names, view.lang), view.lang, "follow")


def _row(view: FollowView, one: Followed) -> str:
    today, late = view.here.today, one.urge == "late"
    track = escape(text(f"initiative.track.{one.initiative.track}", view.lang))
    status = escape(view.words(f"status.{one.status}"))
    said = one.progress
    cells = (
        f'<td class="name">{escape(view.names[one.id])}<small>{track}</small></td>',
        f'<td class="{"word late" if late else "word"}">{status}</td>',
        f"<td>{one.percent}%{_bar(one.percent / 100)}</td>",
        _day(one.begins, late=one.status == "not-started" and _past(one.begins, today)),
        _day(one.ends, late=one.urge != "settled" and _past(one.ends, today)),
        f"<td>{escape(said.owner) if said else ''}</td>",
        f"<td>{''.join(_part(view, part) for part in one.parts)}</td>",
        f"<td>{escape(said.reason) if said else ''}</td>",
    )
    return f"<tr>{''.join(cells)}</tr>"


def _part(view: FollowView, part: DepartmentPart) -> str:
    late = not part.done and _past(part.due, view.here.today)
    kind = "part late" if late else "part"
    return f'<span class="{kind}">{escape(follow_words.part_said(part, view.lang))}</span>'


def _day(day: dt.date | None, *, late: bool) -> str:
    kind = "day late" if late else "day"
    return f'<td class="{kind}">{day.isoformat() if day else ""}</td>'


def _past(day: dt.date | None, today: dt.date) -> bool:
    return day is not None and day < today


def _html(body: str) -> None:
    colours = palette(st.context.theme.type)
    css = _CSS.format(
        ink=colours.ink,
        grey=colours.grey,
        line=colours.hairline,
        accent=colours.roles["unit"],
        late=colours.roles["second"],
    )
    st.html(f"<style>{css}</style>{body}")
