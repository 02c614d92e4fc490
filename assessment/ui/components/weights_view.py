"""Setting the weights of a rubric that is being written: group by group, with who and why."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from itertools import combinations
from typing import Final, NamedTuple, get_args

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.catalogue import Lang, text
from assessment.rubric import Node, Rubric
from assessment.rubric_from_sheets import RubricFiles
from assessment.ui.words import day_and_time, plain
from assessment.weights import (
    CONSISTENT,
    MOST_PAIRWISE,
    POINTS,
    WEIGHTS_FILE,
    Method,
    Pairwise,
    WeightDecision,
    from_order,
    from_pairs,
    from_points,
    in_points,
    weighed,
)
from assessment.weights_parsing import parse_weights

_DECIDED: Final = "authoring-weights"
_IN_A_ROW: Final = 3
_STEPS: Final = (-9, -8, -7, -6, -5, -4, -3, -2, 1, 2, 3, 4, 5, 6, 7, 8, 9)
"""Judgements of a pair: below zero the first counts so many times as much, above 1 the second."""


class _Judged(NamedTuple):
    """Shares of the siblings, what was said to arrive at them, and how consistent pairs were."""

    shares: tuple[float, ...]
    said: str
    ratio: float | None = None


def set_weights(files: RubricFiles, lang: Lang) -> RubricFiles:
    """Offer to weigh the groups; answers the rubric with what was decided for this upload."""
    mark = f"{files.rubric.id} {files.rubric.fingerprint}"
    earlier, _ = parse_weights(files.files.get(WEIGHTS_FILE, ""), WEIGHTS_FILE, files.rubric)
    decided: list[WeightDecision] = st.session_state.setdefault(_DECIDED, {}).get(mark, [])
    with st.expander(text("weights.title", lang), icon=":material/balance:", expanded=bool(decided)):
        st.caption(text("weights.about", lang))
        again = {decision.group for decision in decided}
        for decision in (*(one for one in earlier if one.group not in again), *decided):
            _tell(files.rubric, decision, lang)
        if decided and st.button(text("weights.drop", lang), key="weights-drop"):
            del st.session_state[_DECIDED][mark]
            st.rerun()
        fresh = _ask(weighed(files, decided).rubric, lang)
        if fresh is not None:
            others = [one for one in decided if one.group != fresh.group]
            st.session_state[_DECIDED][mark] = [*others, fresh]
            st.rerun()
    return weighed(files, decided, earlier=earlier)


def _tell(rubric: Rubric, decision: WeightDecision, lang: Lang) -> None:
    said = text(
        "weights.used",
        lang,
        group=rubric.name_of(decision.group, lang),
        method=text(f"weights.method.{decision.method}", lang),
        by=decision.by,
        at=day_and_time(decision.at),
        why=decision.why,
    )
    st.markdown(f":material/check: {plain(said)}")


def _ask(rubric: Rubric, lang: Lang) -> WeightDecision | None:
    groups = [node for node in rubric.nodes if len(node.children) > 1]
    if not groups:
        return None
    left, right = st.columns(2)
    ids = [node.id for node in groups]
    picked = left.selectbox(
        text("weights.group", lang),
        ids,
        format_func=lambda one: rubric.name_of(one, lang),
        key="weights-group",
    )
    group = rubric.node(picked if picked in ids else ids[0])
    with right:
        method: Method = (
            st.segmented_control(
                text("weights.method", lang),
                get_args(Method),
                default="points",
                required=True,
                format_func=lambda one: text(f"weights.method.{one}", lang),
                key="weights-method",
            )
            or "points"
        )
    names = [rubric.name_of(node.id, lang) for node in group.children]
    judged = {"points": _points, "order": _order, "pairs": _pairs}[method](group, names, lang)
    if judged is None:
        return None
    shares = [f"{name} {point:.4g}" for name, point in zip(names, in_points(judged.shares), strict=True)]
    st.markdown(plain(text("weights.result", lang, shares=" · ".join(shares))))
    return _decided(group, method, judged, lang)


def _decided(group: Node, method: Method, judged: _Judged, lang: Lang) -> WeightDecision | None:
    who, reason = st.columns([1, 2])
    by = who.text_input(text("weights.by", lang), key="weights-by").strip()
    why = reason.text_input(text("weights.why", lang), key="weights-why").strip()
    if not st.button(text("weights.use", lang), key="weights-use", disabled=not (by and why)):
        return None
    points = dict(zip([node.id for node in group.children], in_points(judged.shares), strict=True))
    at = dt.datetime.now(dt.UTC)
    return WeightDecision(group.id, method, points, by, at, why, judged.said, judged.ratio)


def _points(group: Node, names: Sequence[str], lang: Lang) -> _Judged | None:
    whole = sum(node.weight for node in group.children)
    places = _side_by_side(len(names))
    given = [
        place.number_input(
            plain(name),
            min_value=0.0,
            max_value=POINTS,
            value=round(POINTS * node.weight / whole, 2),
            step=5.0,
            format="%g",
            key=f"weights-points-{node.id}",
        )
        for node, name, place in zip(group.children, names, places, strict=True)
    ]
    st.caption(text("weights.points.left", lang, points=f"{sum(given):g}"))
    if sum(given) <= 0:
        st.warning(text("weights.zero", lang))
        return None
    return _Judged(from_points(given), ", ".join(f"{one:g}" for one in given))


def _side_by_side(count: int) -> list[DeltaGenerator]:
    """So many places, a few in a row."""
    rows = (st.columns(_IN_A_ROW) for _ in range(-(-count // _IN_A_ROW)))
    return [place for row in rows for place in row][:count]


def _order(group: Node, names: Sequence[str], lang: Lang) -> _Judged:
    st.caption(text("weights.order.about", lang))
    count = len(names)
    places = [
        beside.number_input(
            plain(name), min_value=1, max_value=count, value=place, key=f"weights-order-{node.id}"
        )
        for place, (node, name, beside) in enumerate(
            zip(group.children, names, _side_by_side(count), strict=True), 1
        )
    ]
    return _Judged(from_order(places), ", ".join(map(str, places)))


def _pairs(group: Node, names: Sequence[str], lang: Lang) -> _Judged | None:
    count = len(names)
    if count > MOST_PAIRWISE:
        st.info(text("weights.pairs.many", lang, most=MOST_PAIRWISE, count=count))
        return None
    st.caption(text("weights.pairs.about", lang))
    judged = {}
    for i, j in combinations(range(count), 2):
        step = st.select_slider(
            f"{plain(names[i])} – {plain(names[j])}",
            _STEPS,
            value=1,
            format_func=partial(_step_words, names[i], names[j], lang),
            key=f"weights-pair-{group.children[i].id}-{group.children[j].id}",
        )
        judged[i, j] = float(-step) if step < 0 else 1 / step
    found = from_pairs(count, judged)
    _consistency(found, names, lang)
    said = "; ".join(f"{names[i]} : {names[j]} = {times:.4g}" for (i, j), times in judged.items())
    return _Judged(found.shares, said, found.ratio)


def _step_words(first: str, second: str, lang: Lang, step: int) -> str:
    if step == 1:
        return text("weights.alike", lang)
    return text("weights.times", lang, name=first if step < 0 else second, times=abs(step))


def _consistency(found: Pairwise, names: Sequence[str], lang: Lang) -> None:
    again = found.revisit
    if again is None:
        st.caption(text("weights.pairs.ratio", lang, ratio=f"{found.ratio:.3f}"))
        return
    first, second = names[again.first], names[again.second]
    words = {"first": first, "second": second, "ratio": f"{found.ratio:.2f}", "better": f"{again.ratio:.2f}"}
    said = {
        name: _times(value, first, second, lang)
        for name, value in (("said", again.said), ("fitting", again.fitting))
    }
    st.warning(plain(text("weights.pairs.revisit", lang, **words, **said)), icon=":material/balance:")


def _times(times: float, first: str, second: str, lang: Lang) -> str:
    if abs(times - 1) < CONSISTENT / 2:
        return text("weights.alike", lang)
    name, figure = (first, times) if times > 1 else (second, 1 / times)
    return text("weights.times", lang, name=name, times=f"{figure:.1f}".removesuffix(".0"))
