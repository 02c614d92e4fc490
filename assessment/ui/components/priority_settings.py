"""Setting importance and targets node by node: for one unit or all, by one person or several."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from assessment.catalogue import text
from assessment.errors import GaplineError
from assessment.importance import AdoptedGrade
from assessment.inherited import in_force
from assessment.priorities import aim_at
from assessment.priority_tables import source_in_words, votes_in_words
from assessment.ratings import Target
from assessment.report.shapes import Cell, Column, Table
from assessment.rubric import Node, Rubric
from assessment.ui.components.in_link import kept, picked, widget_key
from assessment.ui.components.people import names_of_people
from assessment.ui.components.priority_view import PriorityView
from assessment.ui.components.rater import choose_rater
from assessment.ui.components.sitting import sitting
from assessment.ui.components.tables import reading_table
from assessment.ui.naming import by_name
from assessment.ui.words import level, plain

if TYPE_CHECKING:
    import pandas as pd

    from assessment.ports import Ballot, Place

WHOSE, HOW = "whose", "how"
_ONE, _ALL = "unit", "all"
_SET, _VOTE = "set", "vote"
_FAILED: Final = "priorities-settings-failed"


def settings(shown: PriorityView) -> None:
    """The choices, the table to write in, and what everybody says."""
    lang = shown.lang
    st.caption(text("priorities.set.about", lang))
    with st.container(horizontal=True, vertical_alignment="bottom", key="priorities-setting"):
        whose = _choice(shown, WHOSE, (_ONE, _ALL))
        how = _choice(shown, HOW, (_SET, _VOTE))
        with st.container(width=260):
            person = _person(shown)
    unit = shown.found.unit.id if whose == _ONE else ""
    if how == _VOTE and person is None:
        st.info(text("priorities.set.who", lang), icon=":material/person:")
    else:
        _editor(shown, unit, person if how == _VOTE else None, person or "")
    failed = st.session_state.pop(_FAILED, None)
    if failed:
        st.error(plain(failed))
    _everybody(shown, unit)


def _choice(shown: PriorityView, name: str, options: tuple[str, ...]) -> str:
    lang, now = shown.lang, kept(name, options, options[0])
    names = {one: text(f"priorities.set.{name}.{one}", lang, unit=shown.unit) for one in options}
    st.segmented_control(
        text(f"priorities.set.{name}", lang),
        options,
        format_func=lambda one: names.get(one, one),
        required=True,
        key=widget_key(name, now),
        on_change=picked,
        args=(name, options[0]),
        width="content",
    )
    return now


def _person(shown: PriorityView) -> str | None:
    found = shown.found
    people = [person.id for person in found.context.store.people(found.engagement.id)]
    chosen = sitting(found.engagement.id, people)
    choose_rater(found.context, found.engagement, chosen)
    return chosen


def _editor(shown: PriorityView, unit: str, voter: str | None, by: str) -> None:
    """The table; what is written in it is saved at once."""
    lang, rubric = shown.lang, shown.ground.rubric
    nodes = rubric.of_tier(shown.tier)
    names = [rubric.importance_name(grade, lang) for grade in rubric.importance]
    key = f"priorities-editor-{shown.tier}-{unit}-{voter}-{lang}-{shown.found.context.revision}"
    scale = rubric.scale
    columns: dict[str, Any] = {
        "node": st.column_config.TextColumn(text("priorities.column.node", lang), disabled=True, width=260),
        "importance": st.column_config.SelectboxColumn(
            text("priorities.set.vote" if voter else "priorities.column.importance", lang), options=names
        ),
        "target": st.column_config.NumberColumn(
            text("priorities.column.aim", lang), min_value=scale.min, max_value=scale.max, step=scale.step
        ),
        "due": st.column_config.DateColumn(text("priorities.column.due", lang), format="YYYY-MM-DD"),
        "holds": st.column_config.TextColumn(text("priorities.set.holds", lang), disabled=True, width=200),
        "aim": st.column_config.TextColumn(text("priorities.set.aim", lang), disabled=True, width=200),
        "votes": st.column_config.TextColumn(text("priorities.column.people", lang), disabled=True),
    }
    frame = _frame(shown, nodes, unit, voter)
    st.data_editor(
        frame,
        column_config={name: columns[name] for name in frame.columns},
        hide_index=True,
        num_rows="fixed",
        placeholder="",
        height="content",
        key=key,
        on_change=partial(_save, shown, key, unit, voter, by),
    )
    st.caption(text("priorities.set.inherited", lang))


def _frame(shown: PriorityView, nodes: Sequence[Node], unit: str, voter: str | None) -> "pd.DataFrame":
    import pandas as pd

    found, rubric, lang = shown.found, shown.ground.rubric, shown.lang
    store, engagement = found.context.store, found.engagement.id
    grades: Mapping[Any, str] = store.importance_votes(engagement) if voter else store.importance(engagement)
    targets = shown.ground.targets
    rows = []
    for node in nodes:
        own = targets.get((unit, node.id))
        grade = grades.get((unit, node.id, voter) if voter else (unit, node.id))
        row = {
            "node": rubric.name_of(node.id, lang),
            "importance": rubric.importance_name(grade, lang) if grade in rubric.importance else None,
            "target": own.level if own else None,
            "due": own.due if own else None,
            "holds": _holds(shown, unit, node.id),
            "aim": _aim(shown, unit, node.id),
            "votes": votes_in_words(rubric, _adopted(shown, unit, node.id), lang),
        }
        rows.append(row)
    left_out = ("target", "due", "aim") if voter else ()
    names = [name for name in rows[0] if name not in left_out]
    frame = pd.DataFrame(rows, columns=names)
    return frame if voter else frame.astype({"target": "float64", "due": "datetime64[ns]"})


def _adopted(shown: PriorityView, unit: str, node: str) -> AdoptedGrade | None:
    held = in_force(shown.ground.importance, shown.ground.rubric, shown.found.context.units, unit, node)
    return held.value if held else None


def _holds(shown: PriorityView, unit: str, node: str) -> str:
    """The importance in force for whom the table is about, and whether it comes from above."""
    rubric, lang, units = shown.ground.rubric, shown.lang, shown.found.context.units
    held = in_force(shown.ground.importance, rubric, units, unit, node)
    if held is None:
        return text("priorities.unset", lang)
    name = rubric.importance_name(held.value.grade, lang)
    if (held.unit, held.node) == (unit, node):
        return name if held.value.was_set else text("priorities.set.median", lang, grade=name)
    names = {one.id: one.called(lang) for one in units}
    whose = names.get(held.unit, text("interview.inherited.all", lang))
    where = whose if held.node == node else f"{whose} · {rubric.name_of(held.node, lang)}"
    return text("priorities.set.from", lang, value=name, where=where)


def _aim(shown: PriorityView, unit: str, node: str) -> str:
    aim = aim_at(replace(shown.ground, unit=unit), node)
    source = source_in_words(shown.ground, aim, shown.lang)
    return text("priorities.set.from", shown.lang, value=level(aim.level), where=source)


def _save(shown: PriorityView, key: str, unit: str, voter: str | None, by: str) -> None:
    edited: Mapping[int, Mapping[str, Any]] = st.session_state[key]["edited_rows"]
    found, rubric = shown.found, shown.ground.rubric
    store, engagement = found.context.store, found.engagement.id
    nodes = [node.id for node in rubric.of_tier(shown.tier)]
    grades = written_grades(edited, nodes, rubric, shown.lang)
    try:
        if voter:
            votes: dict[Ballot, str | None] = {(unit, node, voter): grade for node, grade in grades.items()}
            store.vote_importance(engagement, votes, by)
            return
        if grades:
            store.set_importance(engagement, {(unit, node): grade for node, grade in grades.items()}, by)
        before = {node: target for (whose, node), target in shown.ground.targets.items() if whose == unit}
        targets = written_targets(edited, nodes, before)
        wanted: dict[Place, Target | None] = {(unit, node): target for node, target in targets.items()}
        if wanted:
            store.set_targets(engagement, wanted, by)
    except GaplineError as error:
        st.session_state[_FAILED] = by_name(error, found.context, rubric)


def written_grades(
    edited: Mapping[int, Mapping[str, Any]],
    nodes: Sequence[str],
    rubric: Rubric,
    lang: Any,  # noqa: ANN401 - a language
) -> dict[str, str | None]:
    """Node -> the grade that was written in the table; None where it was emptied."""
    grades = {rubric.importance_name(grade, lang): grade for grade in rubric.importance}
    return {
        nodes[int(row)]: grades.get(cells["importance"] or "")
        for row, cells in edited.items()
        if "importance" in cells
    }


def written_targets(
    edited: Mapping[int, Mapping[str, Any]], nodes: Sequence[str], before: Mapping[str, Target]
) -> dict[str, Target | None]:
    """Node -> the target that stands after level or day were written; a day alone is no target."""
    found: dict[str, Target | None] = {}
    for row, cells in edited.items():
        if not {"target", "due"} & set(cells):
            continue
        node = nodes[int(row)]
        own = before.get(node)
        aim = cells.get("target", own.level if own else None)
        day = cells.get("due", own.due if own else None)
        due = dt.date.fromisoformat(day[:10]) if isinstance(day, str) else day
        found[node] = None if aim is None else Target(level=float(aim), due=due)
    return found


def _everybody(shown: PriorityView, unit: str) -> None:
    """Who says what, where several people do; the widest spread first."""
    lang, rubric = shown.lang, shown.ground.rubric
    order = {grade: place for place, grade in enumerate(rubric.importance)}
    voted = [
        (node.id, grade)
        for node in rubric.of_tier(shown.tier)
        if (grade := _adopted(shown, unit, node.id)) and grade.votes
    ]
    if not voted:
        return
    names = names_of_people(shown.found.context, shown.found.engagement)
    people = sorted({person for _, grade in voted for person, _ in grade.votes})
    voted.sort(key=lambda one: order[one[1].votes[0][1]] - order[one[1].votes[-1][1]])
    columns = (
        Column("node", text("priorities.column.node", lang), width=3),
        *(Column(person, names.get(person, person)) for person in people),
        Column("spread", text("priorities.set.spread", lang), width=2),
    )
    rows = []
    for node, grade in voted:
        said = {person: rubric.importance_name(one, lang) for person, one in grade.votes}
        cells = [Cell(said.get(person, "–")) for person in people]
        rows.append((Cell(shown.name(node)), *cells, Cell(votes_in_words(rubric, grade, lang))))
    title = text("priorities.set.everybody", lang)
    st.markdown(f"**{title}**")
    reading_table(Table("priorities.votes", title, columns, tuple(rows)), "priorities-votes")
    st.caption(text("priorities.set.rule", lang))
