"""What a table or a chart says when it stands on a slide of its own: one sentence with the figures."""

from collections.abc import Sequence

from assessment.catalogue import Lang
from assessment.published import PublishedComparison
from assessment.report.material import Material
from assessment.report.numbers import rounded, signed
from assessment.report.wording import say, some
from assessment.rubric import TOLERANCE, Node

_MOST_NAMED = 3


def ends_said(material: Material, nodes: Sequence[Node], lang: Lang) -> str:
    """Where the unit scores highest and lowest; empty where all its scores read the same."""
    scores = {node.id: score for node in nodes if (score := material.own(node.id).score) is not None}
    shown = {node: rounded(score) for node, score in scores.items()}
    if len(set(shown.values())) <= 1:
        return ""
    most, least = (shown[pick(scores, key=lambda node: scores[node])] for pick in (max, min))
    return say(
        "headline.ends",
        lang,
        unit=material.unit.called(lang),
        high=_named(material, [node for node, figure in shown.items() if figure == most], lang),
        most=most,
        low=_named(material, [node for node, figure in shown.items() if figure == least], lang),
        least=least,
    )


def grounds_said(material: Material, nodes: Sequence[Node], lang: Lang) -> str:
    """How many of the unit's figures there is enough data for; empty where there is none at all."""
    asked = [one for node in nodes if (one := material.own(node.id)).state != "na"]
    scored = sum(one.score is not None for one in asked)
    if not scored:
        return ""
    key = "headline.grounds.all" if scored == len(asked) else "headline.grounds"
    return say(key, lang, unit=material.unit.called(lang), scored=scored, count=len(asked))


def targets_said(material: Material, nodes: Sequence[Node], lang: Lang) -> str:
    """Where the unit is furthest below its target; empty where nothing can be held against one."""
    gaps = {
        node.id: target - score
        for node in nodes
        if (target := material.target_at(node.id)) is not None
        and (score := material.own(node.id).score) is not None
    }
    if not gaps:
        return ""
    widest, unit = max(gaps.values()), material.unit.called(lang)
    if widest <= TOLERANCE:
        return say("headline.targets.met", lang, unit=unit, count=len(gaps))
    furthest = [node for node, gap in gaps.items() if widest - gap <= TOLERANCE]
    named = _named(material, furthest, lang)
    gap = signed(-widest)
    return say("headline.targets", lang, unit=unit, node=named, gap=gap)


def peers_said(material: Material, nodes: Sequence[Node], lang: Lang) -> str:
    """In how many areas the unit lies below every peer that has a figure; empty without any."""
    peers = material.benchmark.peers if material.benchmark else ()
    below = held = 0
    for node in nodes:
        score = material.own(node.id).score
        printed = [
            figure.score
            for peer in peers
            if (figure := material.printed(peer.id, node.id)) and figure.score is not None
        ]
        if score is None or not printed:
            continue
        held += 1
        below += score < min(printed) - TOLERANCE
    if not held:
        return ""
    key = "headline.peers" if below else "headline.peers.none"
    return say(key, lang, unit=material.unit.called(lang), below=below, count=held)


def apart_said(material: Material, nodes: Sequence[Node], lang: Lang) -> str:
    """At which node the units' scores differ most; empty where no two can be held together."""
    widest: tuple[float, float, str] | None = None
    for node in nodes:
        scores = [
            score
            for unit in material.rated_units
            if (score := material.result(unit.id, node.id).score) is not None
        ]
        if len(scores) < 2:  # noqa: PLR2004 - a lowest and a highest
            continue
        if widest is None or max(scores) - min(scores) > widest[1] - widest[0] + TOLERANCE:
            widest = (min(scores), max(scores), node.id)
    if widest is None or widest[1] - widest[0] <= TOLERANCE:
        return ""
    low, high, node_id = widest
    named = _named(material, [node_id], lang)
    return say("headline.apart", lang, node=named, low=rounded(low), high=rounded(high))


def printed_said(material: Material, found: Sequence[PublishedComparison], lang: Lang) -> str:
    """Where printed and computed figures of the unit lie furthest apart."""
    unit = material.unit.called(lang)
    gaps = {one.node: one.published - one.computed for one in found if one.computed is not None}
    if not gaps:
        return ""
    node = max(gaps, key=lambda one: abs(gaps[one]))
    if rounded(abs(gaps[node]), 2) == rounded(0.0, 2):
        return say("headline.printed.same", lang, unit=unit)
    named, gap = _named(material, [node], lang), signed(gaps[node], 2)
    return say("headline.printed", lang, unit=unit, node=named, gap=gap)


def sourced_said(unit: str, sourced: int, found: int, lang: Lang) -> str:
    """How many findings of a unit say where they are from; empty where nothing was found."""
    if not found:
        return ""
    key = "headline.sourced.all" if sourced == found else "headline.sourced"
    return say(key, lang, unit=unit, sourced=sourced, count=found)


def _named(material: Material, nodes: Sequence[str], lang: Lang) -> str:
    return some([material.rubric.name_of(node, lang) for node in nodes], lang, _MOST_NAMED)
