"""Where the interviewer is: the capability, how far the unit has come, when the last answer was saved."""

import streamlit as st

from assessment.benchmark import Benchmark
from assessment.catalogue import text
from assessment.ui import state
from assessment.ui.boundary import sentences
from assessment.ui.components import drawing
from assessment.ui.components.apart import drawn_apart
from assessment.ui.components.desk import HEAD, WAYS, Desk, groups, next_open_group
from assessment.ui.components.tree import jump
from assessment.ui.words import level, plain


def head(desk: Desk) -> None:
    """Draw where the interviewer is; how far follows every answer, the ways on follow the counts."""
    path = desk.rubric.path(desk.group.id)[1:-1]
    where = " › ".join(plain(desk.rubric.name_of(node.id, desk.lang)) for node in path)
    name = plain(desk.rubric.name_of(desk.group.id, desk.lang))
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    with left:
        st.subheader(f":gray[{where} ›] {name}" if where else name, anchor=False)
    with right:
        drawn_apart(_how_far, key=HEAD)(desk)
    drawn_apart(_ways, key=WAYS)(desk)


def steps(desk: Desk, place: str) -> None:
    """The buttons to the capability before and after."""
    order = groups(desk.rubric)
    here = [group.id for group in order].index(desk.group.id)
    with st.container(horizontal=True, gap="small", key=f"steps-{place}", width="content"):
        for name, index in (("previous", here - 1), ("next", here + 1)):
            inside = 0 <= index < len(order)
            target = order[index] if inside else desk.group
            st.button(
                text(f"interview.{name}", desk.lang),
                key=f"{name}-{place}",
                icon=":material/chevron_left:" if name == "previous" else ":material/chevron_right:",
                icon_position="left" if name == "previous" else "right",
                help=plain(desk.rubric.name_of(target.id, desk.lang)) if inside else None,
                disabled=not inside,
                on_click=jump,
                args=(target.id,),
            )


def _how_far(desk: Desk) -> None:
    desk = desk.now()
    with sentences(desk.lang):
        whole = desk.progress().whole
        saved = st.session_state.get(state.SAVED_AT)
        said = [_counted(desk)]
        if saved:
            said.append(text("interview.saved", desk.lang, time=saved))
        st.progress(whole.done / whole.total, text=" · ".join(said))
        drawing.counted(desk)


def _counted(desk: Desk) -> str:
    """How much is answered, and by whom, where not everything was said by the rater alone."""
    own, together = desk.progress().whole, desk.progress_of_all().whole
    if desk.rater is None or own.done == together.done:
        return text("interview.done", desk.lang, done=own.done, total=own.total)
    counts = {"done": own.done, "total": own.total, "together": together.done}
    return plain(text("interview.done.own", desk.lang, name=desk.name_of(desk.rater), **counts))


def _ways(desk: Desk) -> None:
    desk = desk.now()
    with sentences(desk.lang), st.container(horizontal=True, vertical_alignment="center"):
        steps(desk, "top")
        _next_open(desk)
        _best(desk)


def _next_open(desk: Desk) -> None:
    target = next_open_group(desk.rubric, desk.own(), desk.group.id)
    if target is not None:
        st.button(
            text("interview.next-open", desk.lang),
            key="next-open",
            type="tertiary",
            icon=":material/skip_next:",
            help=plain(desk.rubric.name_of(target.id, desk.lang)),
            on_click=jump,
            args=(target.id,),
        )


def _best(desk: Desk) -> None:
    benchmark = desk.benchmark()
    if benchmark is None:
        return
    for node in reversed(desk.rubric.path(desk.group.id)):
        best = benchmark.best(node.id)
        if best is not None and best.score is not None:
            _best_practice(desk, benchmark, node.id, best.score)
            return


def _best_practice(desk: Desk, benchmark: Benchmark, node: str, score: float) -> None:
    names = [
        operator.called(desk.lang)
        for operator in benchmark.peers
        if (found := benchmark.score_of(operator.id, node)) and found.score == score
    ]
    label = text(
        "interview.best",
        desk.lang,
        operator=names[0],
        score=level(score),
        node=desk.rubric.name_of(node, desk.lang),
    )
    shut = st.popover(plain(label), type="tertiary", key="best-practice", on_change="rerun")
    if shut.open:
        with shut:
            _findings(desk, benchmark)


def _findings(desk: Desk, benchmark: Benchmark) -> None:
    above = {node.id for node in desk.rubric.path(desk.group.id)}
    names = {operator.id: operator.called(desk.lang) for operator in benchmark.peers}
    found = []
    for finding in benchmark.findings:
        if finding.operator in names and finding.node in above:
            printed = benchmark.score_of(finding.operator, finding.node)
            found.append((printed.score if printed else None, names[finding.operator], finding))
    found.sort(key=lambda row: row[0] or 0.0, reverse=True)
    lines = [
        f"- **{plain(name)}{'' if score is None else f' {level(score)}'}** {plain(finding.said(desk.lang))}"
        for score, name, finding in found
    ]
    title = benchmark.title_zh if desk.lang == "zh" and benchmark.title_zh else benchmark.title
    st.markdown("\n".join(lines) or text("interview.best.none", desk.lang))
    st.caption(plain(f"{title}, {benchmark.date:%Y-%m-%d}"))
