"""What a plan has to hold to, as a form: phases, capacity, budget, holidays."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from assessment.board import Span, months_later
from assessment.board_words import dates_said
from assessment.catalogue import Lang, text
from assessment.holidays import holidays_from, holidays_written
from assessment.report.numbers import plain as figure
from assessment.report.wording import sentences
from assessment.roadmap import PlanSettings
from assessment.ui.components.roadmap_draft import Draft, revise
from assessment.ui.words import plain

if TYPE_CHECKING:
    import pandas as pd

MOST_PHASES, MOST_MONTHS = 24, 24
_BUDGETS: Final = ("none", "whole", "each")
_GRID: Final = "roadmap-capacity"
_FIRST_DAY: Final = dt.date(2004, 1, 1)
"""Where a plan was made without dates."""


def settings_summary(settings: PlanSettings, lang: Lang) -> str:
    """The settings in one line."""
    start = settings.start
    months = settings.phases * settings.phase_months
    said = text("roadmap.settings.summary", lang, phases=settings.phases, months=settings.phase_months)
    if start is None:
        return said
    last = months_later(start, months) - dt.timedelta(days=1)
    return text("roadmap.settings.span", lang, said=said, dates=dates_said(Span(start, last, 0), lang))


def settings_form(draft: Draft, roles: Mapping[str, str], lang: Lang) -> Draft:
    """The form; answers the draft with what it says."""
    settings = draft.settings
    phases, months, start = _time(draft, lang)
    changed = settings.model_copy(update={"phases": phases, "phase_months": months, "start": start})
    changed = changed.model_copy(update={"capacity": _capacity(draft, changed, roles, lang)})
    left, right = st.columns(2, gap="large")
    with left:
        changed = changed.model_copy(update={"budget": _budget(draft, phases, lang)})
    with right:
        changed = changed.model_copy(update={"holidays": _holidays(draft, lang)})
    changed = fitted(changed)
    return draft if changed == settings else revise(draft, settings=changed)


def fitted(settings: PlanSettings) -> PlanSettings:
    """The settings with as many figures as there are phases; a new phase has the figure of the last one."""
    count = settings.phases
    budget = settings.budget
    return settings.model_copy(
        update={
            "capacity": {role: _resized(each, count) for role, each in settings.capacity.items()},
            "budget": _resized(budget, count) if isinstance(budget, tuple) else budget,
            "lost": _resized(settings.lost, count) if settings.lost else (),
        }
    )


def _resized(figures: Sequence[float], count: int) -> tuple[float, ...]:
    last = figures[-1] if figures else 0.0
    return tuple([*figures, *[last] * count][:count])


def _key(draft: Draft, name: str) -> str:
    return f"roadmap-{name}-{draft.number}"


def _time(draft: Draft, lang: Lang) -> tuple[int, int, dt.date]:
    settings = draft.settings
    first = settings.start or _FIRST_DAY
    with st.container(horizontal=True):
        phases = st.number_input(
            text("roadmap.settings.phases", lang),
            min_value=1,
            max_value=MOST_PHASES,
            value=settings.phases,
            key=_key(draft, "phases"),
            width=150,
        )
        months = st.number_input(
            text("roadmap.settings.months", lang),
            min_value=1,
            max_value=MOST_MONTHS,
            value=settings.phase_months,
            key=_key(draft, "months"),
            width=190,
        )
        start = st.date_input(
            text("roadmap.settings.start", lang),
            value=first,
            min_value=dt.date(1990, 1, 1),
            max_value=dt.date(2100, 12, 31),
            format="YYYY-MM-DD",
            key=_key(draft, "start"),
            width=190,
        )
    return int(phases), int(months), start if isinstance(start, dt.date) else first


def _capacity(
    draft: Draft, settings: PlanSettings, roles: Mapping[str, str], lang: Lang
) -> dict[str, tuple[float, ...]]:
    """Person-months of each role in each phase, as a grid to write into."""
    st.markdown(f"**{plain(text('roadmap.settings.capacity', lang))}**")
    first = (settings.start or _FIRST_DAY).isoformat()
    usual = text("roadmap.settings.capacity.usual", lang, first=first)
    st.caption(plain(sentences([usual, text("roadmap.settings.capacity.about", lang)], lang)))
    named = dict(roles)
    named |= {role: role for role in settings.capacity if role not in named}
    frame = _frame(draft, settings, named, lang)
    columns: dict[str, Any] = {
        str(column): st.column_config.NumberColumn(
            str(column), min_value=0.0, step=0.5, format="%.1f", width=62
        )
        for column in frame.columns
    }
    edited = st.data_editor(
        frame,
        key=f"{_GRID}-{draft.number}-{settings.phases}-{lang}",
        column_config={"_index": st.column_config.TextColumn(text("roadmap.column.role", lang)), **columns},
        num_rows="fixed",
    )
    found = {}
    for role, row in zip(named, edited.to_numpy().tolist(), strict=True):
        figures = [None if figure is None or figure != figure else float(figure) for figure in row]  # noqa: PLR0124 - NaN
        if any(one is not None for one in figures):
            found[role] = tuple(one or 0.0 for one in figures)
    return found


def _frame(draft: Draft, settings: PlanSettings, named: Mapping[str, str], lang: Lang) -> "pd.DataFrame":
    """What the grid starts from: kept while it is on the screen, for it tells only what was changed."""
    import pandas as pd

    key = f"{_GRID}-from-{draft.number}-{settings.phases}"
    start = st.session_state.get(key)
    if start is None:
        resized = fitted(settings).capacity
        start = {role: list(resized[role]) if role in resized else [None] * settings.phases for role in named}
        st.session_state[key] = start
    titles = [text("roadmap.settings.column", lang, phase=phase) for phase in range(1, settings.phases + 1)]
    rows = [start.get(role, [None] * settings.phases) for role in named]
    return pd.DataFrame(rows, index=list(named.values()), columns=titles, dtype=float)


def _budget(draft: Draft, phases: int, lang: Lang) -> float | tuple[float, ...] | None:
    budget = draft.settings.budget
    kind = "none" if budget is None else "each" if isinstance(budget, tuple) else "whole"
    chosen = st.selectbox(
        text("roadmap.settings.budget", lang),
        _BUDGETS,
        index=_BUDGETS.index(kind),
        format_func=lambda one: text(f"roadmap.settings.budget.{one}", lang),
        key=_key(draft, "budget"),
        help=text("roadmap.settings.budget.about", lang),
    )
    if chosen == "none":
        return None
    first = (
        budget[0] if isinstance(budget, tuple) and budget else budget if isinstance(budget, float) else 0.0
    )
    amount = st.number_input(
        text("roadmap.settings.amount", lang),
        min_value=0.0,
        value=float(first or 0.0),
        step=100.0,
        format="%.0f",
        key=_key(draft, f"amount-{chosen}"),
    )
    if chosen == "whole":
        return float(amount)
    different = isinstance(budget, tuple) and len(set(budget)) > 1 and amount == first
    return budget if different and isinstance(budget, tuple) else (float(amount),) * phases


def _holidays(draft: Draft, lang: Lang) -> tuple[dt.date, ...]:
    written = st.text_area(
        text("roadmap.settings.holidays", lang),
        value=holidays_written(draft.settings.holidays),
        placeholder="2004-01-22 – 2004-01-28",
        help=text("roadmap.settings.holidays.about", lang),
        height=96,
        key=_key(draft, "holidays"),
    )
    days, unread = holidays_from(written or "")
    for said in unread:
        st.warning(plain(text("roadmap.settings.holidays.unread", lang, said=said)))
    if days:
        st.caption(text("roadmap.settings.holidays.count", lang, count=figure(len(days))))
    return days
