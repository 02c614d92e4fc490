"""Moving an engagement to another version of its rubric: looked at first, written at once, never lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from assessment.catalogue import Lang, text
from assessment.engagement import Engagement, Wave
from assessment.errors import FileRefusedError, GaplineError, Problem, SignerMissingError
from assessment.holdings import RubricStep
from assessment.migration_initiatives import laid_aside
from assessment.migration_plan import FATES, Fate, MigrationPlan, NodeMove, plan_migration
from assessment.ports import Shelf, Store
from assessment.rubric import Rubric
from assessment.rubric_migration import NodeMoves, alike_ids
from assessment.service import rubric_of

_MOST_TRIES: Final = 5


class VersionedShelf(Shelf, Protocol):
    """A shelf that also knows what authors say about the way between versions."""

    def moves(self, rubric_id: str, before: str, after: str) -> NodeMoves:
        """Where the nodes of one version go in another; by id where no author says anything.

        Raises:
            UnknownRubricError: there is no such version.
            FileRefusedError: a `migration.yaml` on the way, or a rubric, has problems.
        """


@dataclass(eq=False)
class MigrationRefusedError(FileRefusedError):
    """An engagement cannot be moved for these reasons; nothing was changed."""

    engagement: str = ""
    version: str = ""

    def head(self, lang: Lang = "en") -> str:
        """That nothing was changed."""
        return text("error.MigrationRefusedError", lang, engagement=self.engagement, version=self.version)


@dataclass(eq=False)
class SameVersionError(GaplineError):
    """The engagement is on this version already."""

    engagement: str
    version: str


@dataclass(eq=False)
class StoreMovedOnError(GaplineError):
    """Others kept writing, so that no plan could be carried out; nothing was changed."""

    engagement: str


@dataclass(eq=False)
class SignedOffUnitsError(GaplineError):
    """Units are signed off in waves that would move; nothing was changed."""

    engagement: str
    blocked: tuple[tuple[str, str], ...]

    def sentence(self, lang: Lang = "en") -> str:
        """Where, and what to do."""
        named = [text("evidence.place", lang, unit=unit, wave=wave) for unit, wave in self.blocked]
        places = text("quality.comma", lang).join(named)
        return text("error.SignedOffUnitsError", lang, engagement=self.engagement, places=places)


@dataclass(frozen=True, slots=True)
class PlannedMigration:
    """A move that can be looked at.

    Attributes:
        engagement: as it is.
        before, after: the two versions.
        plan: what would be written.
        kept: waves that stay on the version that they are on.
        waves: all of the engagement.
    """

    engagement: Engagement
    before: Rubric
    after: Rubric
    plan: MigrationPlan
    kept: tuple[Wave, ...]
    waves: tuple[Wave, ...] = ()

    def told(self, lang: Lang) -> list[str]:
        """The preview as lines: head, totals, locked waves, every node with something to say."""
        engagement, rubric = self.engagement.called(lang), self.after.title(lang)
        versions = {"before": self.before.version, "after": self.after.version}
        kinds = [
            f"{count} {text(f'migration.kind.{kind}', lang)}" for kind, count in self.plan.kinds().items()
        ]
        told = text("migration.and", lang).join([*kinds, *_fates(self.plan.fates(), lang)])
        waves = text("migration.and", lang).join(wave.called(lang) for wave in self.kept)
        return [
            text("migration.head", lang, engagement=engagement, rubric=rubric, **versions),
            text("migration.totals", lang, nodes=len(self.plan.nodes), told=told),
            *([text("migration.locked", lang, waves=waves)] if waves else []),
            *self._initiatives(lang),
            *(self._line(node, lang) for node in self.plan.nodes if node.kinds != ("kept",) or node.ratings),
        ]

    def _initiatives(self, lang: Lang) -> list[str]:
        """What becomes of chosen initiatives; nothing where they read as before."""
        moved = [item for item in self.plan.moves.initiatives if not item.deleted]
        if not moved:
            return []
        aside = sum(laid_aside(self.after, item) for item in moved)
        key = "migration.initiatives.aside" if aside else "migration.initiatives"
        return [text(key, lang, count=len(moved), aside=aside)]

    def _line(self, node: NodeMove, lang: Lang) -> str:
        kinds = text("migration.and", lang).join(text(f"migration.kind.{kind}", lang) for kind in node.kinds)
        ids = node.after or node.before or ""
        if node.after and node.before and node.after != node.before:
            ids = text("migration.arrow", lang, before=node.before, after=node.after)
        rubric = self.after if node.after else self.before
        name = rubric.name_of(node.after or node.before or "", lang)
        fates = text("migration.and", lang).join(_fates(node.ratings, lang))
        told = text("migration.ratings", lang, told=fates) if fates else ""
        return text("migration.line", lang, kinds=kinds, node=ids, name=name, ratings=told)


def _fates(counts: Mapping[Fate, int], lang: Lang) -> list[str]:
    return [text(f"migration.ratings.{fate}", lang, count=counts[fate]) for fate in FATES if counts.get(fate)]


def versions_beside(shelf: Shelf, engagement: Engagement) -> tuple[str, ...]:
    """The other versions of an engagement's rubric that are on the shelf, the newest first."""
    known = [version for name, version in shelf.rubrics() if name == engagement.rubric]
    return tuple(version for version in reversed(known) if version != engagement.rubric_version)


def newer_version(shelf: Shelf, engagement: Engagement) -> str | None:
    """The newest version of an engagement's rubric, where that is newer than its own; else None."""
    known = [version for name, version in shelf.rubrics() if name == engagement.rubric]
    own = known.index(engagement.rubric_version) if engagement.rubric_version in known else -1
    return known[-1] if len(known) - 1 > own else None


def planned(
    store: Store, shelf: VersionedShelf, engagement: str, version: str, by: str = ""
) -> PlannedMigration:
    """What moving an engagement to a version would do; nothing is written.

    Raises:
        SameVersionError: it is on this version.
        UnknownRubricError: there is no such version.
        MigrationRefusedError: ids of both versions differ only in capital letters.
        FileRefusedError: a rubric or a `migration.yaml` has problems.
        RubricChangedError: its present rubric is not what it was.
    """
    found = store.engagement(engagement)
    if found.rubric_version == version:
        raise SameVersionError(engagement, version)
    before, after = rubric_of(shelf, found, store), shelf.rubric(found.rubric, version)
    moves = shelf.moves(found.rubric, before.version, after.version)
    _check_alike(before, after, moves, found)
    held = store.holdings(engagement)
    past = _past(store, store.rubric_steps(engagement), before)
    plan = plan_migration(before, after, moves, held, by, past)
    staying = {wave for wave, *_ in plan.moves.keeps}
    kept = tuple(wave for wave in held.waves if wave.id in staying or wave.rubric_version)
    return PlannedMigration(found, before, after, plan, kept, held.waves)


def migrate(store: Store, shelf: VersionedShelf, engagement: str, version: str, by: str) -> PlannedMigration:
    """Move an engagement to a version, all of it or nothing; answers what was done.

    Locked waves stay on their version. Nothing rated is removed: moving back brings everything back.

    Raises:
        SignerMissingError: nobody is named.
        SignedOffUnitsError: units are signed off in waves that would move.
        StoreMovedOnError: others kept writing meanwhile.
        And what `planned` raises.
    """
    if not by.strip():
        raise SignerMissingError
    first = planned(store, shelf, engagement, version, by)
    store.keep_rubric(first.before)
    store.keep_rubric(first.after)
    for _ in range(_MOST_TRIES):
        found = planned(store, shelf, engagement, version, by)
        if found.plan.blocked:
            raise SignedOffUnitsError(engagement, found.plan.blocked)
        if store.move(engagement, found.plan.moves, by):
            return found
    raise StoreMovedOnError(engagement)


def _past(store: Store, steps: Iterable[RubricStep], before: Rubric) -> list[Rubric]:
    """The versions that an engagement was on, newest first, as far as their content was kept."""
    kept = (store.kept_rubric(step.fingerprint) for step in reversed(list(steps)))
    return [before, *(rubric for rubric in kept if rubric is not None and rubric.version != before.version)]


def _check_alike(before: Rubric, after: Rubric, moves: NodeMoves, found: Engagement) -> None:
    stated = [old for old, new in moves.to.items() if new is not None]
    problems = tuple(
        Problem("migration-case", f"{after.id} {after.version}", found=old, allowed=new)
        for old, new in alike_ids(before, after, stated)
        if new not in moves.origin
    )
    if problems:
        raise MigrationRefusedError(after.id, problems, found.id, after.version)
