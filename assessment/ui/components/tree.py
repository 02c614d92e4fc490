"""The rubric as a tree with counts; a click jumps to a capability."""

from collections.abc import Collection

import streamlit as st

from assessment.progress import Count, Progress
from assessment.rubric import Node
from assessment.ui import state
from assessment.ui.boundary import sentences
from assessment.ui.components import drawing
from assessment.ui.components.apart import drawn_apart
from assessment.ui.components.desk import OF_ITSELF, TREE, Desk, groups, indicators_of
from assessment.ui.words import plain


def tree(desk: Desk) -> None:
    """Draw the tree as a fragment of its own: it follows every answer."""
    drawn_apart(_tree, key=TREE)(desk)


def jump(group: str) -> None:
    """Open another capability, from its head."""
    state.remember(state.NODE, group, st.query_params, st.session_state)
    st.session_state[state.JUMPED] = group
    st.session_state.pop(OF_ITSELF, None)
    st.rerun()


def _tree(desk: Desk) -> None:
    desk = desk.now()
    with sentences(desk.lang), st.container(key="tree", gap=None):
        progress, answered = desk.progress(), desk.own()
        for top in _tops(desk):
            below = _groups_below(desk, top)
            target = _first_open(below, answered) or below[0]
            if below == [top]:
                _row(desk, top, progress, f"tree-below-{top.id}", top)
                continue
            _row(desk, top, progress, f"tree-top-{top.id}", target)
            if desk.group in below:
                for group in below:
                    _row(desk, group, progress, f"tree-below-{group.id}", group)
        drawing.listed(desk)


def _tops(desk: Desk) -> list[Node]:
    root = desk.rubric.root
    return [root] if indicators_of(root) else list(root.children)


def _groups_below(desk: Desk, top: Node) -> list[Node]:
    inside = {node.id for node in top.walk()}
    return [group for group in groups(desk.rubric) if group.id in inside]


def _first_open(below: list[Node], answered: Collection[str]) -> Node | None:
    return next((g for g in below if any(node.id not in answered for node in indicators_of(g))), None)


def _row(desk: Desk, node: Node, progress: Progress, key: str, target: Node) -> None:
    name = plain(desk.rubric.name_of(node.id, desk.lang))
    here = node == desk.group
    st.button(
        f"{f'**{name}**' if here else name} :gray[{counted(progress.counts[node.id])}]",
        key=key,
        type="secondary" if here else "tertiary",
        width="stretch",
        wrap=True,
        on_click=jump,
        args=(target.id,),
    )


def counted(count: Count) -> str:
    """Answers out of all, with a tick when nothing is open: 2/7, 4/4 ✓."""
    return f"{count.done}/{count.total}" + (" ✓" if count.complete else "")
