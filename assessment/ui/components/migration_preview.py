"""A change of version before it is made: counts, what stands in the way, the confirmation, every node."""

from typing import Final, get_args

import streamlit as st

from assessment.catalogue import text
from assessment.migrating import PlannedMigration
from assessment.migration_plan import MoveKind
from assessment.migration_words import fates_told, migration_table, obstacles
from assessment.rubric_difference import difference
from assessment.rubric_difference_words import without_kinds, worded
from assessment.ui import navigation, state
from assessment.ui.components.migration_view import MoveView, counts, move
from assessment.ui.components.tables import first_rows, reading_table, table_files
from assessment.ui.words import day_and_time, plain

_MOST_ROWS: Final = 80
_MOST_LINES: Final = 60
_MOST_PLACES: Final = 8
_LINKED_PLACES: Final = 3
_TOLD_ABOVE: Final = ("added", "removed", "renamed", "renumbered", "moved")
"""Kinds of differences that the list of nodes tells."""


def where_it_stands(found: MoveView) -> None:
    """Which version the engagement is on, and what to do where there is no other."""
    names = {"engagement": found.called(), "rubric": found.rubric.title(found.lang)}
    st.markdown(plain(found.words("stands", version=found.rubric.version, **names)))
    if found.others:
        return
    st.info(found.words("only"), icon=":material/lightbulb:")
    st.page_link(
        navigation.page("authoring", found.lang),
        label=found.words("to-authoring"),
        icon=":material/arrow_forward:",
    )


def summary(found: MoveView, plan: PlannedMigration) -> None:
    """Counts first, what stays, what stands in the way, and the button."""
    versions = {"before": plan.before.version, "after": plan.after.version}
    st.subheader(plain(found.words("preview", **versions)), anchor=False)
    with st.container(border=True, key="migration-summary"):
        words, act = st.columns([3, 1], vertical_alignment="center")
        with words:
            nodes = found.words("count", count=len(plan.plan.nodes))
            fates = fates_told(plan.plan.fates(), found.lang)
            ratings = found.words("ratings", told=fates) if fates else found.words("ratings.none")
            st.markdown(f"**{plain(nodes)}** · {plain(counts(found, plan))}  \n{plain(ratings)}")
            st.caption(plain(found.words("along", before=plan.before.version)))
        with act:
            _ask(found, plan)
        _staying(found, plan)
        _blocked(found, plan)


def _ask(found: MoveView, plan: PlannedMigration) -> None:
    """The button that asks once more."""
    version, nobody = plan.after.version, found.rater is None
    way = f"{plan.before.version}-{version}"  # a second click belongs to this way, not to the one drawn next
    idle = nobody or bool(plan.plan.blocked)
    with st.popover(
        found.words("ask", version=version),
        key=f"migration-ask-{way}",
        type="secondary" if idle else "primary",
        icon=":material/move_up:",
        width="stretch",
        disabled=idle,
        help=found.words("nobody") if nobody else None,
    ):
        st.markdown(plain(found.words("sure", engagement=found.called(), version=version)))
        name = found.name_of(found.rater or "")
        st.button(
            found.words("now.bare") if nobody else plain(found.words("now", name=name)),
            key=f"migration-now-{way}",
            type="secondary" if idle else "primary",
            disabled=idle,
            on_click=move,
            args=(found, version),
        )
    if nobody:
        st.caption(found.words("nobody"))


def _staying(found: MoveView, plan: PlannedMigration) -> None:
    if plan.kept:
        waves = text("migration.and", found.lang).join(wave.called(found.lang) for wave in plan.kept)
        st.markdown(f":material/lock: {plain(found.words('locked', waves=waves))}")


def _blocked(found: MoveView, plan: PlannedMigration) -> None:
    units = {unit.id: unit.called(found.lang) for unit in found.context.units}
    places = obstacles(plan, units, found.lang)
    if not places:
        return
    lang, names = found.lang, [name for *_, name in places[:_MOST_PLACES]]
    if len(places) > _MOST_PLACES:
        names.append(found.words("blocked.more", count=len(places) - _MOST_PLACES))
    told = found.words("blocked", places=text("migration.and", lang).join(names))
    st.warning(plain(told), icon=":material/block:")
    here = {state.ENGAGEMENT: found.engagement.id, state.LANG: lang}
    with st.container(horizontal=True):
        st.page_link(
            navigation.page("waves", lang),
            label=found.words("to-waves"),
            icon=":material/lock:",
            query_params={**here, state.WAVE: places[0][1]},
        )
        for unit, wave, name in places[:_LINKED_PLACES]:
            st.page_link(
                navigation.page("quality", lang),
                label=plain(found.words("to-quality", place=name)),
                icon=":material/lock_open:",
                query_params={**here, state.UNIT: unit, state.WAVE: wave},
            )


def node_list(found: MoveView, plan: PlannedMigration) -> None:
    """Every node with what becomes of it: first those to which something happens."""
    lang, there = found.lang, plan.plan.kinds()
    options = [kind for kind in get_args(MoveKind) if kind in there]
    changing = [kind for kind in options if kind != "kept"]
    with st.container(horizontal=True, vertical_alignment="center"):
        kinds = st.pills(
            found.words("filter"),
            options,
            selection_mode="multi",
            default=changing,
            format_func=lambda kind: found.words(
                "kind", count=there[kind], kind=text(f"migration.kind.{kind}", lang)
            ),
            key=f"migration-kinds-{plan.before.version}-{plan.after.version}",
            label_visibility="collapsed",
        )
        words = st.text_input(
            found.words("search"),
            key="migration-search",
            placeholder=found.words("search"),
            icon=":material/search:",
            label_visibility="collapsed",
            width=260,
        )
    table = migration_table(plan, lang, kinds, words)
    if not table.rows:
        st.caption(found.words("none"))
    else:
        reading_table(first_rows(table, _MOST_ROWS), "migration")
        if len(table.rows) > _MOST_ROWS:
            st.caption(found.words("shown", shown=_MOST_ROWS, count=len(table.rows)))
    table_files(migration_table(plan, lang), lang, "migration")


def also_different(found: MoveView, plan: PlannedMigration) -> None:
    """Wording, weights and rules: what changes without a node coming or going."""
    moves = found.context.shelf.moves(plan.before.id, plan.before.version, plan.after.version)
    changes = without_kinds(difference(plan.before, plan.after, moves.renumbered), _TOLD_ABOVE)
    if not changes.changes:
        return
    with st.expander(found.words("differs", count=len(changes.changes)), icon=":material/difference:"):
        lines = worded(changes, plan.before, plan.after, found.lang, _MOST_LINES)
        st.markdown("\n".join(f"- {plain(' '.join(line.split()))}" for line in lines))


def steps(found: MoveView) -> None:
    """The versions that the engagement was on, once it has moved."""
    taken = found.context.store.rubric_steps(found.engagement.id)
    if len(taken) <= 1:
        return
    with st.expander(found.words("steps"), icon=":material/history:"):
        lines = [
            found.words("step.first", time=day_and_time(step.at), version=step.version)
            if step.number == 1
            else found.words(
                "step", time=day_and_time(step.at), version=step.version, who=found.name_of(step.by)
            )
            for step in reversed(taken)
        ]
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
