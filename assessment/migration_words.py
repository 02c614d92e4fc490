"""A move to another rubric version, for people: what becomes of every node, and what stands in the way."""

from collections.abc import Collection, Iterator, Mapping

from assessment.catalogue import Lang, text
from assessment.migrating import PlannedMigration
from assessment.migration_plan import FATES, Fate, MoveKind, NodeMove
from assessment.report.shapes import Cell, Column, Table
from assessment.rubric import Rubric

COLUMNS = ("kind", "node", "above", "ratings")


def migration_table(
    found: PlannedMigration, lang: Lang, kinds: Collection[MoveKind] = (), words: str = ""
) -> Table:
    """What becomes of the nodes, in the order of the version that is entered, dropped ones last.

    Args:
        found: the move.
        lang: of the reader.
        kinds: only nodes to which one of these happens; all without any.
        words: only nodes whose name, or that of the node above, contains every one of these words.
    """
    columns = tuple(
        Column(key, text(f"migration-page.column.{key}", lang), width=width)
        for key, width in zip(COLUMNS, (1.4, 3.0, 2.2, 2.6), strict=True)
    )
    moves = [node for node in found.plan.nodes if not kinds or set(kinds) & set(node.kinds)]
    shown = [(node, [Cell(said) for said in _row(found, node, lang)]) for node in moves]
    wanted = words.casefold().split()
    kept = [
        (node, tuple(row))
        for node, row in shown
        if all(word in f"{row[1].text} {row[2].text}".casefold() for word in wanted)
    ]
    versions = {"before": found.before.version, "after": found.after.version}
    return Table(
        "migration",
        text("migration-page.table", lang, **versions),
        columns,
        tuple(row for _, row in kept),
        row_ids=tuple(node.after or node.before or "" for node, _ in kept),
    )


def fates_told(counts: Mapping[Fate, int], lang: Lang) -> str:
    """What becomes of ratings: `45 carried on, 2 kept aside`; empty for none."""
    told = [text(f"migration.ratings.{fate}", lang, count=counts[fate]) for fate in FATES if counts.get(fate)]
    return text("migration.and", lang).join(told)


def obstacles(found: PlannedMigration, units: Mapping[str, str], lang: Lang) -> list[tuple[str, str, str]]:
    """What is signed off in waves that would move: (unit, wave, both by name), wave by wave."""
    waves = {wave.id: wave.called(lang) for wave in found.waves}
    order = list(waves)
    return [
        (unit, wave, text("evidence.place", lang, unit=units.get(unit, unit), wave=waves.get(wave, wave)))
        for unit, wave in sorted(found.plan.blocked, key=lambda place: (order.index(place[1]), place[0]))
    ]


def _row(found: PlannedMigration, node: NodeMove, lang: Lang) -> Iterator[str]:
    yield text("migration.and", lang).join(text(f"migration.kind.{kind}", lang) for kind in node.kinds)
    yield _named(found, node, lang)
    yield _above(found, node, lang)
    yield fates_told(node.ratings, lang)


def _named(found: PlannedMigration, node: NodeMove, lang: Lang) -> str:
    """The name, before and after where it changes; the ids only where they change."""
    names = [
        rubric.name_of(name, lang)
        for rubric, name in ((found.before, node.before), (found.after, node.after))
        if name is not None
    ]
    said = _changed(names, lang)
    if node.before and node.after and node.before != node.after:
        ids = text("migration.arrow", lang, before=node.before, after=node.after)
        return text("migration-page.ids", lang, name=said, ids=ids)
    return said


def _above(found: PlannedMigration, node: NodeMove, lang: Lang) -> str:
    above = [
        _parent(rubric, name, lang)
        for rubric, name in ((found.before, node.before), (found.after, node.after))
        if name is not None
    ]
    return _changed(above, lang) if "moved" in node.kinds else above[-1]


def _parent(rubric: Rubric, node: str, lang: Lang) -> str:
    parent = rubric.parent(node)
    return "" if parent is None else rubric.name_of(parent.id, lang)


def _changed(names: list[str], lang: Lang) -> str:
    if names[0] == names[-1]:
        return names[0]
    return text("migration.arrow", lang, before=names[0], after=names[-1])
