"""What moving an engagement to another rubric version does to every node, before anything is written."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from assessment.holdings import Aside, AsidePart, Holdings, Moves
from assessment.migration_frame import Frame, Setting, is_indicator, same_ends, same_scale, shelved
from assessment.migration_initiatives import moved_initiatives
from assessment.ratings import EvidenceLink, Finding, Rating
from assessment.rubric import Rubric
from assessment.rubric_migration import NodeMoves, in_proportion, node_ids

MoveKind = Literal["kept", "renamed", "moved", "rescaled", "dropped", "new"]
Fate = Literal["carried", "converted", "returned", "again", "aside"]
MOVE_KINDS: Final[tuple[MoveKind, ...]] = ("kept", "renamed", "moved", "rescaled", "dropped", "new")
FATES: Final[tuple[Fate, ...]] = ("carried", "converted", "returned", "again", "aside")
EVERYWHERE: Final = ""
"""The wave of what belongs to none."""

_Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class NodeMove:
    """What happens to one node.

    Attributes:
        before, after: its ids; None where the version has no such node.
        name: in the version that is entered, or for a dropped node the one that is left.
        kinds: `kept` alone, `dropped` alone, `new` alone, or what changes.
        ratings: how many ratings of the waves that move are carried on, converted in proportion, come back as
            they were said on this scale before, are to be given again, or are set aside.
    """

    before: str | None
    after: str | None
    name: str
    kinds: tuple[MoveKind, ...]
    ratings: Mapping[Fate, int]


@dataclass(frozen=True, slots=True)
class MigrationPlan:
    """A move that is thought through and not made.

    Attributes:
        nodes: in the order of the version that is entered, dropped ones last.
        moves: what is to be written.
        blocked: (unit, wave) that are signed off in waves that would move: nothing can be written then.
    """

    nodes: tuple[NodeMove, ...]
    moves: Moves
    blocked: tuple[tuple[str, str], ...]

    def kinds(self) -> dict[MoveKind, int]:
        """How many nodes of each kind that occurs; a node of two kinds counts in both."""
        found = Counter(kind for node in self.nodes for kind in node.kinds)
        return {kind: found[kind] for kind in MOVE_KINDS if found[kind]}

    def fates(self) -> dict[Fate, int]:
        """How many ratings of each fate that occurs."""
        found: Counter[Fate] = Counter()
        for node in self.nodes:
            found.update(node.ratings)
        return {fate: found[fate] for fate in FATES if found[fate]}


def plan_migration(
    before: Rubric, after: Rubric, moves: NodeMoves, held: Holdings, by: str, past: Sequence[Rubric] = ()
) -> MigrationPlan:
    """What becomes of every node, rating, importance, vote, target, evidence link and finding.

    Locked waves stay as they are, on the version that is left. In all others a rating goes with its node; it
    stays in the store where the node is dropped, and counts again when a node of that id is back. On another
    scale a score is converted where the author says that shares are the same and the share is a score there;
    else what was last said on that scale comes back; else the indicator is open again.

    Args:
        before: the version that is left.
        after: the version that is entered.
        moves: where the nodes go.
        held: everything that the engagement holds.
        by: who moves it.
        past: earlier versions of the engagement, newest first, for nodes that come back.
    """
    frame = Frame(before, after, moves, held, by, tuple(past))
    ratings = _Ratings(frame)
    ratings.run()
    importance = Setting(held.importance, frame.grade, lambda shelf, given: shelf == given).settled(frame)
    votes = _votes(frame)
    targets = Setting(held.targets, frame.target, frame.target_became).settled(frame)
    links, unlinked = _links(frame)
    written = Moves(
        version=after.version,
        fingerprint=after.fingerprint,
        seen=held.revision,
        keeps=tuple((wave, before.version, before.fingerprint) for wave in frame.newly_kept),
        ratings=tuple(ratings.new.values()),
        importance=importance,
        votes=votes,
        targets=targets,
        links=links,
        unlinked=unlinked,
        findings=_findings(frame),
        initiatives=moved_initiatives(frame),
        aside=_aside(
            frame,
            {node for *_, node in ratings.new},
            {node for _, node, *_ in (*importance, *votes, *targets)},
        ),
    )
    blocked = tuple(sorted(place for place in held.signed if place[1] in frame.open))
    return MigrationPlan(tuple(_nodes(frame, ratings.fates)), written, blocked)


class _Ratings:
    """The ratings that are appended, and what becomes of all."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.now = {one.key: one for one in frame.held.ratings if one.wave in frame.open}
        self.places: dict[str, list[tuple[str, str, str]]] = {}
        for unit, wave, rater, indicator in self.now:
            self.places.setdefault(indicator, []).append((unit, wave, rater))
        self.new: dict[_Key, Rating] = {}
        self.fates: dict[str, Counter[Fate]] = {}

    def run(self) -> None:
        frame = self.frame
        for leaf in frame.after.indicators:
            origin = frame.origin.get(leaf.id)
            known = origin if is_indicator(frame.before, origin) else None
            self._indicator(leaf.id, known)
        for leaf in frame.before.indicators:
            if not is_indicator(frame.after, frame.moves.to.get(leaf.id)):
                counted = sum(self.now[*place, leaf.id].counts for place in self.places.get(leaf.id, []))
                self.fates.setdefault(f"-{leaf.id}", Counter())["aside"] += counted

    def _indicator(self, leaf: str, origin: str | None) -> None:
        """One indicator of the version that is entered; `origin` None where the one that is left has none."""
        frame = self.frame
        source = origin or leaf
        said = frame.before if origin else frame.said_on(leaf)
        moved = source != leaf and leaf in frame.before
        for place in dict.fromkeys((*self.places.get(source, []), *self.places.get(leaf, []))):
            given, stands = self.now.get((*place, source)), self.now.get((*place, leaf))
            if given is not None:
                wanted = self._carried(given, leaf, said, known=origin is not None)
                open_again = wanted.withdrawn and (given.score is not None or _moved_here(given))
                self._put(place, leaf, wanted, stands, marked=open_again)
            elif stands is not None and (
                moved or not same_scale(frame.said_on(leaf).scale, frame.after.scale)
            ):
                self._put(place, leaf, _withdrawn(stands), stands)

    def _carried(self, given: Rating, leaf: str, said: Rubric, *, known: bool) -> Rating:
        """What a rating is in the version that is entered; counts what became of it."""
        frame = self.frame
        fates = self.fates.setdefault(leaf, Counter())
        before = self._on_shelf(given, shelved(leaf, frame.after.version))
        rescaled = not same_scale(said.scale, frame.after.scale)
        if rescaled:
            self._lay_aside(given, said)
        if given.score is None:
            if _moved_here(given) and given.withdrawn and before is not None:
                fates["returned"] += 1
                return before
            fates["carried"] += given.counts
            return given
        proportional = known and frame.moves.in_proportion
        level = frame.level(given.score, said, proportional)
        if (
            rescaled
            and before is not None
            and (level is None or self._became(before, given, said, proportional))
        ):
            fates["returned"] += 1
            return before
        if level is None:
            fates["again"] += given.counts
            return _withdrawn(given)
        counted: Fate = (
            "carried" if level == given.score and same_ends(said.scale, frame.after.scale) else "converted"
        )
        counted = counted if known else "returned"
        fates[counted] += given.counts
        return given.model_copy(update={"score": level})

    def _became(self, shelf: Rating, given: Rating, said: Rubric, proportional: bool) -> bool:  # noqa: FBT001 - read off the author's file
        """Whether what stands is nothing but this earlier score, converted."""
        if shelf.score is None or not proportional:
            return False
        return in_proportion(shelf.score, self.frame.after.scale, said.scale) == given.score

    def _on_shelf(self, given: Rating, node: str) -> Rating | None:
        found = self.now.get((given.unit, given.wave, given.rater, node))
        return None if found is None or found.withdrawn else found

    def _lay_aside(self, given: Rating, said: Rubric) -> None:
        """Keep a score as it was said on the scale that is left; what was laid there before gives way."""
        place, node = given.key[:3], shelved(given.indicator, said.version)
        stands = self.now.get((*place, node))
        if given.score is not None:
            self._put(place, node, given, stands)
        elif stands is not None and not (_moved_here(given) and given.withdrawn):
            self._put(place, node, _withdrawn(stands), stands)

    def _put(
        self,
        place: tuple[str, str, str],
        node: str,
        said: Rating,
        stands: Rating | None,
        *,
        marked: bool = False,
    ) -> None:
        """Append what a node says from now on; `marked`: it must show that the move said it, not a person."""
        wanted = said.model_copy(update={"indicator": node})
        if stands is not None and _says(stands) == _says(wanted) and (not marked or _moved_here(stands)):
            return
        why = f"{self.frame.before.version} → {self.frame.after.version}"
        self.new[*place, node] = wanted.model_copy(update={"by": self.frame.by, "why": why})


def _says(rating: Rating) -> dict[str, object]:
    record = {"by", "why", "restores", "revision", "at", "indicator"}
    return rating.model_dump(exclude=record)


def _moved_here(rating: Rating) -> bool:
    """Whether a move made this revision, and nobody has said anything since."""
    return rating.restores is not None and rating.restores == rating.revision


def _withdrawn(rating: Rating) -> Rating:
    unit, wave, rater, indicator = rating.key
    return Rating(unit=unit, wave=wave, rater=rater, indicator=indicator, state="unknown", withdrawn=True)


def _links(frame: Frame) -> tuple[frozenset[EvidenceLink], frozenset[EvidenceLink]]:
    """What supports the indicators whose id changes: what is new, and what no longer holds."""
    below: dict[str, set[EvidenceLink]] = {}
    for link in frame.held.links:
        if link.wave in frame.open:
            below.setdefault(link.indicator, set()).add(link)
    new: set[EvidenceLink] = set()
    gone: set[EvidenceLink] = set()
    for leaf in frame.after.indicators:
        origin = frame.origin.get(leaf.id)
        if origin in (None, leaf.id):
            continue
        wanted = {link.model_copy(update={"indicator": leaf.id}) for link in below.get(origin or "", ())}
        stands = below.get(leaf.id, set())
        new |= wanted - stands
        gone |= stands - wanted
    return frozenset(new), frozenset(gone)


def _votes(frame: Frame) -> dict[tuple[str, str, str], str | None]:
    """Every person's votes go as the importance does."""
    by_person: dict[str, dict[tuple[str, str], str]] = {}
    for (unit, node, person), grade in frame.held.votes.items():
        by_person.setdefault(person, {})[unit, node] = grade
    return {
        (*place, person): grade
        for person, values in by_person.items()
        for place, grade in Setting(values, frame.grade, lambda shelf, given: shelf == given)
        .settled(frame)
        .items()
    }


def _findings(frame: Frame) -> tuple[Finding, ...]:
    renumbered = frame.moves.renumbered
    return tuple(
        item.model_copy(update={"node": renumbered[item.node]})
        for item in frame.held.findings
        if item.wave in frame.open and item.node in renumbered
    )


def _aside(frame: Frame, rated: set[str], told: set[str]) -> Aside:
    """What does not show in the version that is entered; what locked waves do not show stays as it is."""
    held = frame.held
    known: dict[AsidePart, set[str]] = {
        "rated": {leaf.id for leaf in frame.after.indicators},
        "told": set(node_ids(frame.after)),
    }
    seen: dict[AsidePart, set[str]] = {
        "rated": {leaf.id for leaf in frame.before.indicators},
        "told": set(node_ids(frame.before)),
    }
    for _, part, node in held.aside:
        seen[part].add(node)
    seen["rated"] |= {one.indicator for one in held.ratings} | {link.indicator for link in held.links}
    seen["told"] |= {node for _, node, *_ in (*held.importance, *held.votes, *held.targets)} | {
        one.node for one in held.findings
    }
    seen["rated"] |= rated
    seen["told"] |= told
    waves = (EVERYWHERE, *frame.open)
    fixed = {one for one in held.aside if one[0] != EVERYWHERE and one[0] not in frame.open}
    parts: tuple[AsidePart, ...] = ("rated", "told")
    return frozenset(
        {
            *fixed,
            *((wave, part, node) for wave in waves for part in parts for node in seen[part] - known[part]),
        }
    )


def _nodes(frame: Frame, fates: Mapping[str, Counter[Fate]]) -> Iterator[NodeMove]:
    rescaled = not same_scale(frame.before.scale, frame.after.scale)
    for node in frame.after.nodes:
        origin = frame.origin.get(node.id)
        kinds: list[MoveKind] = []
        if origin is None:
            kinds = ["new"]
        else:
            old = frame.before.node(origin)
            above, was = frame.after.parent(node.id), frame.before.parent(origin)
            kinds += ["renamed"] if (old.name, old.id) != (node.name, node.id) else []
            went = None if was is None else frame.moves.to.get(was.id)
            kinds += ["moved"] if went != (above.id if above else None) else []
            kinds += ["rescaled"] if rescaled and node.is_indicator else []
        counts = {fate: count for fate, count in fates.get(node.id, Counter()).items() if count}
        yield NodeMove(origin, node.id, node.name, tuple(kinds) or ("kept",), counts)
    for node in frame.before.nodes:
        counts = {fate: count for fate, count in fates.get(f"-{node.id}", Counter()).items() if count}
        if frame.moves.to.get(node.id) is None:
            yield NodeMove(node.id, None, node.name, ("dropped",), counts)
