"""Which figures rest on inferred or illegible ratings, and the footnotes that say so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from assessment.benchmark import PublishedScore
from assessment.catalogue import Lang, text
from assessment.ratings import Mark, Rating
from assessment.report.material import Material
from assessment.report.shapes import DAGGER
from assessment.report.wording import joined, say
from assessment.rubric import Rubric


def marked_nodes(material: Material, unit: str) -> frozenset[str]:
    """The unit's marked indicators and every node above one of them."""
    return marked_above(material.rubric, material.ratings.get(unit, {}))


def marked_above(rubric: Rubric, ratings: Mapping[str, Rating]) -> frozenset[str]:
    """The marked indicators among the ratings, and every node above one of them."""
    return frozenset(
        node.id
        for rating in ratings.values()
        if rating.mark and rating.indicator in rubric
        for node in rubric.path(rating.indicator)
    )


def marked_published(material: Material, operator: str) -> frozenset[str]:
    """The nodes whose score from an operator's printed indicators rests on a marked figure."""
    return frozenset(
        node.id
        for figure in _marked_figures(material, operator)
        for node in material.rubric.path(figure.node)
    )


def rating_footnotes(
    material: Material, units: Iterable[str], lang: Lang, node: str | None = None
) -> tuple[str, ...]:
    """One footnote per unit and kind of mark, naming the indicators (only those at or below `node`)."""
    top = material.rubric.root if node is None else material.rubric.node(node)
    within = [below.id for below in top.walk() if below.is_indicator]
    notes: list[str] = []
    for unit in units:
        found: dict[Mark, list[str]] = defaultdict(list)
        ratings = material.ratings.get(unit, {})
        for indicator in within:
            rating = ratings.get(indicator)
            if rating is not None and rating.mark:
                found[rating.mark].append(indicator)
        notes += _footnotes(material, _unit_name(material, unit, lang), found, lang)
    return tuple(notes)


def published_footnotes(material: Material, operators: Iterable[str], lang: Lang) -> tuple[str, ...]:
    """The same for printed indicator scores of the named operators."""
    notes: list[str] = []
    for operator in operators:
        found: dict[Mark, list[str]] = defaultdict(list)
        for figure in _marked_figures(material, operator):
            found[figure.mark].append(figure.node)
        notes += _footnotes(material, operator_name(material, operator, lang), found, lang)
    return tuple(notes)


def unclear_print(figure: PublishedScore) -> bool:
    """Whether the printed figure had to be read in one of several ways, such as `2.5/3`."""
    try:
        float(figure.printed)
    except ValueError:
        return figure.score is not None and bool(figure.printed)
    return False


def print_footnotes(
    material: Material, figures: Iterable[PublishedScore | None], lang: Lang
) -> tuple[str, ...]:
    """A footnote for every printed figure that had to be read, in the order given, each once."""
    unclear = dict.fromkeys(figure for figure in figures if figure and unclear_print(figure))
    return tuple(
        say(
            "note.print",
            lang,
            dagger=DAGGER,
            operator=operator_name(material, figure.operator, lang),
            node=node_name(material, figure.node, lang),
            printed=figure.printed,
            taken=f"{figure.score:g}",
        )
        for figure in unclear
    )


def operator_name(material: Material, operator: str, lang: Lang) -> str:
    """A published operator's name; the engagement's where a unit has the same id."""
    units = {unit.id: unit for unit in material.units}
    if operator in units:
        return units[operator].called(lang)
    return material.benchmark.operator(operator).called(lang) if material.benchmark else operator


def node_name(material: Material, node: str, lang: Lang) -> str:
    """A node's name, also of one that the study scores and the rubric lacks."""
    if node in material.rubric:
        return material.rubric.name_of(node, lang)
    outside = {found.id: found for found in material.benchmark.outside_nodes} if material.benchmark else {}
    return outside[node].called(lang) if node in outside else node


def _unit_name(material: Material, unit: str, lang: Lang) -> str:
    return {found.id: found for found in material.units}[unit].called(lang)


def _marked_figures(material: Material, operator: str) -> Iterator[PublishedScore]:
    for figure in material.benchmark.scores if material.benchmark else ():
        if figure.operator == operator and figure.mark and figure.node in material.rubric:
            yield figure


def _footnotes(material: Material, who: str, found: dict[Mark, list[str]], lang: Lang) -> list[str]:
    return [
        say(
            "note.mark",
            lang,
            dagger=DAGGER,
            reason=text(f"mark.{mark}", lang),
            who=who,
            indicators=joined([material.rubric.name_of(node, lang) for node in nodes], lang),
        )
        for mark, nodes in sorted(found.items())
    ]
