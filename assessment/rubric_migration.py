"""Which node of one rubric version becomes which of another: `migration.yaml`, checked and chained."""

from collections import deque
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from assessment.errors import Problem
from assessment.mapping_parsing import check_keys, finished
from assessment.rubric import OVERALL, TOLERANCE, Rubric, Scale
from assessment.rubric_fields import Notes
from assessment.yaml_source import TooManyProblemsError, YamlDocument, nearest, read_yaml

IN_PROPORTION: Final = "in-proportion"
KEYS: Final = ("from", "scores", "nodes")
_MOST_GUESSES: Final = 20


@dataclass(frozen=True, slots=True)
class NodeMoves:
    """Where every node of one version goes in another.

    Attributes:
        to: id in the version that is left -> id in the one that is entered; None where it is dropped.
        in_proportion: whether the author says that a share of one scale means the same share of the other.
    """

    to: Mapping[str, str | None]
    in_proportion: bool = False

    @property
    def renumbered(self) -> dict[str, str]:
        """The ids that change."""
        return {old: new for old, new in self.to.items() if new is not None and new != old}

    @property
    def origin(self) -> dict[str, str]:
        """New id -> the id it comes from."""
        return {new: old for old, new in self.to.items() if new is not None}

    def turned(self, entered: Rubric) -> "NodeMoves":
        """The way back, from the version that was entered."""
        origin = self.origin
        return NodeMoves({node: origin.get(node) for node in node_ids(entered)}, self.in_proportion)

    def then(self, later: "NodeMoves", last: Rubric) -> "NodeMoves":
        """This way and another after it; a node that was dropped between comes back where its id does."""
        to = {old: None if new is None else later.to.get(new) for old, new in self.to.items()}
        taken = set(to.values())
        back = {old: old for old, new in to.items() if new is None and old in last and old not in taken}
        return NodeMoves({**to, **back}, self.in_proportion and later.in_proportion)


@dataclass(frozen=True, slots=True)
class Migration:
    """What an author says about the way from an earlier version.

    Attributes:
        before: the version that is left.
        moves: where its nodes go.
    """

    before: str
    moves: NodeMoves


def node_ids(rubric: Rubric) -> list[str]:
    """The ids of all nodes, that of the root above all among them."""
    return [node.id for node in rubric.nodes]


def moves_by_id(before: Rubric, after: Rubric, stated: Mapping[str, str | None] | None = None) -> NodeMoves:
    """Every node goes where it is stated, else where its id is; it is dropped where neither is."""
    said = stated or {}
    return NodeMoves({node: said[node] if node in said else _same(node, after) for node in node_ids(before)})


def _same(node: str, after: Rubric) -> str | None:
    return node if node in after else None


def alike_ids(before: Rubric, after: Rubric, stated: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Ids of both versions that differ only in capital letters, where nobody says that they are one node."""
    known, said = {node.casefold(): node for node in node_ids(after)}, set(stated)
    pairs = ((node, known.get(node.casefold())) for node in node_ids(before))
    return [(old, new) for old, new in pairs if new and new != old and old not in said and old not in after]


def in_proportion(score: float, before: Scale, after: Scale) -> float | None:
    """The score at the same share of another scale; None where that score cannot be given there."""
    share = (score - before.min) / (before.max - before.min)
    found = after.min + share * (after.max - after.min)
    if after.step is not None:
        found = after.min + round((found - after.min) / after.step) * after.step
        exact = after.min + share * (after.max - after.min)
        return found if abs(found - exact) < TOLERANCE else None
    return min(max(found, after.min), after.max)


def parse_migration(
    text: str, source: str, after: Rubric, versions: Mapping[str, Rubric]
) -> tuple[Migration | None, list[Problem]]:
    """What a `migration.yaml` says, and everything that is wrong with it, in one pass.

    Args:
        text: the content of the file.
        source: the file as the person named it.
        after: the version beside which the file lies.
        versions: version -> rubric, of all versions on the shelf.

    Returns:
        The migration, None where there is an error; the problems in the order of the file.
    """
    document, problems = read_yaml(text, source)
    if document is None:
        return None, problems
    notes = Notes(document)
    found = None
    with suppress(TooManyProblemsError):
        found = _read(notes, document, after, versions)
    good, problems = finished(notes, problems)
    return (found if good else None), problems


def _read(
    notes: Notes, document: YamlDocument, after: Rubric, versions: Mapping[str, Rubric]
) -> Migration | None:
    data = document.data
    if not check_keys(notes, (), data, KEYS, ("from",)):
        return None
    before = _version(notes, data.get("from"), after, versions) if "from" in data else None
    nodes = data.get("nodes")
    if nodes is not None and not isinstance(nodes, dict):
        notes.add("rubric-not-group", ("nodes",))
        return None
    if before is None:
        return None
    stated = _Stated(notes, before, after, nodes or {})
    stated.check()
    proportional = _scores(notes, data.get("scores"), before.scale, after.scale)
    moves = moves_by_id(before, after, stated.said)
    return Migration(before.version, NodeMoves(moves.to, proportional))


def _version(notes: Notes, name: object, after: Rubric, versions: Mapping[str, Rubric]) -> Rubric | None:
    if name == after.version:
        notes.add("migration-from-itself", ("from",))
    elif isinstance(name, str) and name in versions:
        return versions[name]
    else:
        others = ", ".join(version for version in versions if version != after.version) or "–"
        notes.add("migration-from", ("from",), allowed=others)
    return None


def _scores(notes: Notes, how: object, before: Scale, after: Scale) -> bool:
    if how is None:
        return False
    if how != IN_PROPORTION:
        notes.add("migration-scores", ("scores",))
        return False
    length = before.max - before.min
    for score in before.steps() or (before.min + length / 7,):
        if in_proportion(score, before, after) is None:
            exact = after.min + (score - before.min) / length * (after.max - after.min)
            found, allowed = f"{score:.3g}", f"{exact:.3g}"
            notes.add("migration-scores-off-step", ("scores",), found=found, allowed=allowed)
            return False
    return True


@dataclass(slots=True)
class _Stated:
    """The lines of `nodes`, held against both versions."""

    notes: Notes
    before: Rubric
    after: Rubric
    lines: dict[object, object]
    said: dict[str, str | None] = field(default_factory=dict)

    def check(self) -> None:
        """Note what is wrong with each line, then what is left out."""
        for old, new in self.lines.items():
            if self._known(str(old), new):
                self.said[str(old)] = None if new is None else str(new)
        stated = [str(old) for old in self.lines]
        taken: dict[str, str] = {
            node: node for node in node_ids(self.before) if node in self.after and node not in stated
        }
        for old, line in self.said.items():
            self._check_place(old, line, taken)
        for old, alike in alike_ids(self.before, self.after, stated):
            self.notes.add("migration-case", ("nodes",), found=old, allowed=alike)
        alike_too = {old for old, _ in alike_ids(self.before, self.after, stated)}
        for old in node_ids(self.before):
            if old not in self.after and old not in stated and old not in alike_too and old != OVERALL:
                self.notes.add("migration-left-out", ("nodes",), found=old)

    def _known(self, old: str, new: object) -> bool:
        place = ("nodes", old)
        good = self._named("migration-unknown-old", place, old, self.before)
        if new is not None and not self._named("migration-unknown-new", place, str(new), self.after):
            return False
        if good and new is not None:
            kinds = self.before.node(old).is_indicator, self.after.node(str(new)).is_indicator
            if kinds[0] != kinds[1]:
                self.notes.add("migration-kind", place, found=str(new))
        return good

    def _named(self, code: str, place: tuple[str, str], name: str, rubric: Rubric) -> bool:
        if name in rubric and name != OVERALL:
            return True
        known = node_ids(rubric)
        alike = next((node for node in known if node.casefold() == name.casefold()), "")
        likely = alike or (nearest(name, known) if len(self.notes.problems) < _MOST_GUESSES else "")
        self.notes.add(code, place, found=name, allowed=likely or rubric.id)
        return False

    def _check_place(self, old: str, new: str | None, taken: dict[str, str]) -> None:
        place = ("nodes", old)
        if new != old and old in self.after and old not in self.said.values():
            self.notes.add("migration-still-there", place, found=old)
        if new is None:
            return
        if new in taken:
            self.notes.add("migration-two-to-one", place, found=new, allowed=taken[new])
        elif new != old and self.said.get(new, new) is None and new in self.before:
            self.notes.add("migration-id-reused", place, found=new)
        taken.setdefault(new, old)


def moves_between(
    before: str, after: str, versions: Mapping[str, Rubric], stated: Mapping[str, Migration]
) -> NodeMoves:
    """The way from one version to another, over as few versions as possible.

    Args:
        before: the version that is left.
        after: the version that is entered.
        versions: version -> rubric.
        stated: version -> what its author says about the way to it; may be walked in both directions.

    Returns:
        The moves along that way; by id where no author says anything.
    """
    edges: dict[str, dict[str, NodeMoves]] = {version: {} for version in versions}
    for version, migration in stated.items():
        if migration.before in versions:
            edges[migration.before][version] = migration.moves
            edges[version].setdefault(migration.before, migration.moves.turned(versions[version]))
    found: dict[str, NodeMoves | None] = {before: None}
    waiting = deque([before])
    while waiting:
        here = waiting.popleft()
        for there, moves in edges[here].items():
            if there not in found:
                so_far = found[here]
                found[there] = moves if so_far is None else so_far.then(moves, versions[there])
                waiting.append(there)
    return found.get(after) or moves_by_id(versions[before], versions[after])
