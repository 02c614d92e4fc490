"""An earlier version of a rubric under the ids of a later one, so that waves on both compare node by node."""

from collections.abc import Iterable

from assessment.ratings import Rating
from assessment.rubric import OVERALL, Node, Rubric
from assessment.rubric_migration import NodeMoves


def ids_in(before: Rubric, after: Rubric, moves: NodeMoves) -> dict[str, str]:
    """Id of every node of the earlier version -> its id where it is compared.

    What goes nowhere keeps its id; where the later version has given that id to another node, the earlier
    version's number stands behind it, so that nothing is compared that is not the same.
    """
    to = {node.id: moves.to.get(node.id) for node in before.nodes}
    return {old: new or (f"{old} ({before.version})" if old in after else old) for old, new in to.items()}


def renamed(before: Rubric, ids: dict[str, str]) -> Rubric:
    """The earlier version with these ids, and all else its own."""
    own = {name: getattr(before, name) for name in Rubric.model_fields}
    tree = tuple(_renamed(node, ids) for node in before.tree)
    return Rubric.model_construct(**{**own, "tree": tree, "translations": _translations(before, ids)})


def renamed_ratings(ratings: Iterable[Rating], ids: dict[str, str]) -> tuple[Rating, ...]:
    """The ratings under these ids of their indicators."""
    return tuple(
        rating.model_copy(update={"indicator": ids.get(rating.indicator, rating.indicator)})
        for rating in ratings
    )


def _renamed(node: Node, ids: dict[str, str]) -> Node:
    children = tuple(_renamed(child, ids) for child in node.children)
    return node.model_copy(update={"id": ids.get(node.id, node.id), "children": children})


def _translations(before: Rubric, ids: dict[str, str]) -> dict[str, dict[str, str]]:
    """The names alone: nothing else of the earlier version is shown where waves are compared."""
    names = {f"{old}.name": f"{new}.name" for old, new in ids.items() if old != OVERALL}
    return {
        lang: {names.get(path, path): words for path, words in texts.items()}
        for lang, texts in before.translations.items()
    }
