"""Sentences that say how a unit stands: its score, its weakest parts, its widest gap."""

from collections.abc import Callable, Sequence

from assessment.catalogue import Lang
from assessment.report.material import Material
from assessment.report.numbers import percent, places_apart, plain, rounded, signed
from assessment.report.wording import joined, reference_name, say, sentences
from assessment.rubric import TOLERANCE, Node

MOST_NAMED = 3
"""More names than this in a title tell nobody anything."""


def lowest(nodes: Sequence[Node], score_of: Callable[[Node], float | None]) -> list[Node]:
    """The nodes that share the lowest score, in the order given; empty where nothing is scored."""
    scored = [(node, score) for node in nodes if (score := score_of(node)) is not None]
    floor = min((score for _, score in scored), default=0.0)
    return [node for node, score in scored if score - floor <= TOLERANCE]


def weakest_clause(material: Material, nodes: Sequence[Node], lang: Lang) -> str:
    """Which of the nodes are weakest, as the second half of a title; empty where that says nothing."""
    scored = [node for node in nodes if material.own(node.id).score is not None]
    if len(scored) <= 1:
        return ""
    weakest = lowest(scored, lambda node: material.own(node.id).score)
    tier = material.rubric.tier_name(material.rubric.tier(weakest[0].id), lang)
    if len(weakest) == len(scored):
        return say("weakest.none", lang, tier=tier, count=len(scored))
    names = joined([material.rubric.name_of(node.id, lang) for node in weakest], lang)
    partly = "-partly" if len(scored) < len(nodes) else ""
    if len(weakest) == 1:
        return say(f"weakest.one{partly}", lang, names=names, tier=tier)
    if len(weakest) <= MOST_NAMED:
        return say(f"weakest.several{partly}", lang, names=names, tier=tier)
    return say("weakest.many", lang, count=len(weakest), total=len(scored))


def profile_title(material: Material, lang: Lang) -> str:
    """The unit's overall standing as a sentence."""
    result, unit = material.own(material.rubric.root.id), material.unit.called(lang)
    if not material.assessed(material.unit.id):
        return say("profile.unassessed", lang, unit=unit)
    if result.state == "na":
        return say("profile.na", lang, unit=unit)
    clause = weakest_clause(material, material.dimensions, lang)
    if result.score is None:
        covered = percent(result.coverage or 0.0)
        return say("profile.no-data", lang, unit=unit, coverage=covered, clause=clause)
    shown, top = rounded(result.score), plain(material.rubric.scale.max)
    return say("profile.scored", lang, unit=unit, score=shown, max=top, clause=clause)


def profile_lead(material: Material, lang: Lang) -> str:
    """How much is assessed, what the rest could change, and where the widest gap is."""
    return sentences([_assessed(material, lang), _bounds(material, lang), _widest_gap(material, lang)], lang)


def against(material: Material, node: str) -> float | None:
    """The unit's score less the reference's at a node; None where either is missing."""
    score, figure = material.own(node).score, material.referred(node)
    if score is None or figure is None or figure.score is None:
        return None
    return score - figure.score


def _assessed(material: Material, lang: Lang) -> str:
    states = [material.own(indicator.id).state for indicator in material.rubric.indicators]
    total, left_out = len(states), states.count("na")
    scored = states.count("scored")
    if scored == total:
        return say("profile.all", lang, total=total)
    key = "profile.apply-one" if left_out == 1 else "profile.apply"
    apply = say(key, lang, left_out=left_out) if left_out else ""
    return say("profile.some", lang, scored=scored, total=total, apply=apply)


def _bounds(material: Material, lang: Lang) -> str:
    result = material.own(material.rubric.root.id)
    if result.low is None or result.high is None or result.high - result.low <= TOLERANCE:
        return ""
    if not material.assessed(material.unit.id):
        return ""
    places = places_apart(result.low, result.high)
    return say("profile.bounds", lang, low=rounded(result.low, places), high=rounded(result.high, places))


def _widest_gap(material: Material, lang: Lang) -> str:
    gaps = {node.id: gap for node in material.dimensions if (gap := against(material, node.id)) is not None}
    if not gaps:
        return ""
    reference = reference_name(material, lang)
    deepest = min(gaps.values())
    if deepest >= -TOLERANCE:
        tier = material.rubric.tier_name(material.rubric.tier(material.dimensions[0].id), lang)
        return say("profile.no-gap", lang, reference=reference, tier=tier)
    widest = [node for node, gap in gaps.items() if gap - deepest <= TOLERANCE]
    names = joined([material.rubric.name_of(node, lang) for node in widest], lang)
    return say("profile.gap", lang, reference=reference, names=names, gap=signed(deepest))
