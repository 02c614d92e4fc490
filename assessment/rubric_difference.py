"""What differs between two versions of a rubric, node by node, with both values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final, Literal

from assessment.catalogue import Lang, text
from assessment.errors import RubricChangedError
from assessment.rubric import Node, Rubric, Scale

ChangeKind = Literal[
    "added",
    "removed",
    "renamed",
    "renumbered",
    "moved",
    "reworded",
    "reweighted",
    "rescaled",
    "rule",
    "setting",
    "translated",
]
KINDS: Final[tuple[ChangeKind, ...]] = (
    "removed",
    "added",
    "renumbered",
    "renamed",
    "moved",
    "reweighted",
    "rule",
    "rescaled",
    "setting",
    "reworded",
    "translated",
)
"""What weighs most comes first."""
_MOST_TOLD: Final = 20
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class RubricChange:
    """One difference.

    Attributes:
        kind: what happened.
        node: id of the node, in the newer version unless it was removed; empty for the rubric itself.
        name: of the node, in the author's language.
        part: what differs, such as `weight`, `descriptors.3`, `parent`, `scale.max`, `zh: a.name`.
        before, after: what stands there; empty where nothing does.
    """

    kind: ChangeKind
    node: str
    name: str
    part: str
    before: str
    after: str

    def told(self, lang: Lang) -> str:
        """One line for a terminal or a list."""
        return text(
            "rubric-diff.line",
            lang,
            kind=text(f"rubric-diff.kind.{self.kind}", lang),
            what=self.node or text("rubric-diff.rubric", lang),
            name=self.name,
            part=self.part,
            before=_shown(self.before, lang),
            after=_shown(self.after, lang),
        )


@dataclass(frozen=True, slots=True)
class RubricDifference:
    """All differences between two versions, in the order of the newer tree, what was removed last.

    Attributes:
        before, after: id and version of the two.
        changes: the differences; none where both say the same.
    """

    before: str
    after: str
    changes: tuple[RubricChange, ...]

    def of_kind(self, kind: ChangeKind) -> tuple[RubricChange, ...]:
        """Those of one kind."""
        return tuple(change for change in self.changes if change.kind == kind)

    def counts(self) -> dict[ChangeKind, int]:
        """How many there are of every kind that occurs, the weightiest first."""
        found = {kind: len(self.of_kind(kind)) for kind in KINDS}
        return {kind: count for kind, count in found.items() if count}

    def told(self, lang: Lang, most: int | None = None) -> list[str]:
        """A line for every difference, at most so many, and how many more there are."""
        shown = self.changes if most is None else self.changes[:most]
        left = len(self.changes) - len(shown)
        more = [text("rubric-diff.more", lang, count=left)] if left else []
        return [*(change.told(lang) for change in shown), *more]


class RubricAlteredError(RubricChangedError):
    """The same failure where it is known what was published: it says what differs."""

    def __init__(self, published: Rubric, found: Rubric, engagement: str) -> None:
        super().__init__(found.id, found.version, engagement)
        self._difference = difference(published, found)

    @property
    def difference(self) -> RubricDifference:
        """From what was published to what was found."""
        return self._difference

    def sentence(self, lang: Lang = "en") -> str:
        """What happened, what to do, and the first differences."""
        head = text("error.RubricChangedError", lang, **vars_of(self))
        return "\n".join([head, *self._difference.told(lang, _MOST_TOLD)])


def vars_of(error: RubricChangedError) -> dict[str, str]:
    """The values of the failure's sentence."""
    return {"rubric": error.rubric, "version": error.version, "engagement": error.engagement}


def difference(
    before: Rubric, after: Rubric, renumbered: Mapping[str, str] | None = None, *, translations: bool = False
) -> RubricDifference:
    """What differs between two rubrics; nothing exactly where their fingerprints agree but for the version.

    Args:
        before: the older version.
        after: the newer one.
        renumbered: older id -> newer id, of the nodes whose id changed; all others keep theirs.
        translations: whether the texts in other languages are compared too.
    """
    moves = renumbered or {}
    new_id = {node.id: moves.get(node.id, node.id) for node in _nodes(before)}
    old = {new_id[node.id]: node for node in _nodes(before)}
    new = {node.id: node for node in _nodes(after)}
    changes = list(_of_rubric(before, after))
    places = _Places(before, after, new_id)
    for node in new.values():
        if node.id not in old:
            changes.append(RubricChange("added", node.id, node.name, "", "", node.name))
            continue
        changes += places.of(old[node.id], node)
        changes += _of_node(old[node.id], node)
    gone = [node for key, node in old.items() if key not in new]
    changes += [RubricChange("removed", node.id, node.name, "", node.name, "") for node in gone]
    if translations:
        changes += _of_translations(before, after)
    return RubricDifference(f"{before.id} {before.version}", f"{after.id} {after.version}", tuple(changes))


class _Places:
    """Where nodes stand in both trees, the older one with the newer ids."""

    def __init__(self, before: Rubric, after: Rubric, new_id: Mapping[str, str]) -> None:
        older = {new_id.get(group, ""): kids for group, kids in _families(before)}
        self.older = {group: [new_id[kid] for kid in kids] for group, kids in older.items()}
        self.newer = dict(_families(after))
        self.above = [
            {kid: group for group, kids in side.items() for kid in kids} for side in (self.older, self.newer)
        ]
        self.shifted = {kid for group in self.newer for kid in self._shifted(group)}

    def _shifted(self, group: str) -> set[str]:
        """The children of both versions that stand elsewhere among each other: as few as possible."""
        newer = [kid for kid in self.newer[group] if self.above[0].get(kid) == group]
        older = [kid for kid in self.older.get(group, []) if kid in set(newer)]
        if newer == older:
            return set()
        blocks = SequenceMatcher(None, older, newer, autojunk=False).get_matching_blocks()
        kept = {kid for block in blocks for kid in newer[block.b : block.b + block.size]}
        return set(newer) - kept

    def of(self, old: Node, new: Node) -> Iterator[RubricChange]:
        above = [side[new.id] for side in self.above]
        if above[0] != above[1]:
            yield RubricChange("moved", new.id, new.name, "parent", *above)
        elif new.id in self.shifted:
            places = [
                str(side[group].index(new.id) + 1)
                for side, group in zip((self.older, self.newer), above, strict=True)
            ]
            yield RubricChange("moved", new.id, new.name, "place", *places)
        if old.id != new.id:
            yield RubricChange("renumbered", new.id, new.name, "id", old.id, new.id)


def _families(rubric: Rubric) -> Iterator[tuple[str, list[str]]]:
    """A node's id, empty above the top, with those of its children in order."""
    yield "", [node.id for node in rubric.tree]
    for node in _nodes(rubric):
        yield node.id, [child.id for child in node.children]


def _nodes(rubric: Rubric) -> Iterator[Node]:
    for top in rubric.tree:
        yield from top.walk()


def _of_node(old: Node, new: Node) -> Iterator[RubricChange]:
    def changed(kind: ChangeKind, part: str, before: object, after: object) -> Iterator[RubricChange]:
        if before != after:
            yield RubricChange(kind, new.id, new.name, part, _told(before), _told(after))

    yield from changed("renamed", "name", old.name, new.name)
    yield from changed("reweighted", "weight", old.weight, new.weight)
    for part in ("rule", "met_at", "stage"):
        yield from changed("rule", part, getattr(old, part), getattr(new, part))
    yield from changed("setting", "complexity", old.complexity, new.complexity)
    yield from changed("reworded", "question", old.question, new.question)
    for level in _in_order({**new.descriptors, **old.descriptors}):
        yield from changed(
            "reworded", f"descriptors.{level:g}", old.descriptors.get(level), new.descriptors.get(level)
        )
    if old.descriptors == new.descriptors and list(old.descriptors) != list(new.descriptors):
        yield from changed("setting", "descriptors", list(old.descriptors), list(new.descriptors))
    for place, (before, after) in enumerate(zip_longest(old.evidence, new.evidence)):
        yield from changed("reworded", f"evidence.{place}", before, after)


def _of_rubric(before: Rubric, after: Rubric) -> Iterator[RubricChange]:
    for (part, old), new in zip(_settings(before), _settings(after), strict=True):
        if old != new[1]:
            kind: ChangeKind = "rescaled" if part in {"scale.min", "scale.max", "scale.step"} else "setting"
            kind = "renamed" if part == "name" else kind
            yield RubricChange(kind, "", after.name, part, _told(old), _told(new[1]))
    yield from _of_levels(before.scale, after.scale, after.name)


def _settings(rubric: Rubric) -> list[tuple[str, object]]:
    scale, source = rubric.scale, rubric.source
    return [
        ("id", rubric.id),
        ("name", rubric.name),
        ("source.title", source.title if source else None),
        ("source.date", source.date.isoformat() if source and source.date else None),
        ("scale.min", scale.min),
        ("scale.max", scale.max),
        ("scale.step", scale.step),
        ("importance", [f"{grade} {weight:g}" for grade, weight in rubric.importance.items()]),
        ("tiers", list(rubric.tiers)),
        ("min_coverage", rubric.min_coverage),
        ("blank_as", rubric.blank_as),
        ("house", [f"{band.name}: {', '.join(band.nodes)}".removeprefix(": ") for band in rubric.house]),
    ]


def _of_levels(old: Scale, new: Scale, name: str) -> Iterator[RubricChange]:
    for level in _in_order({**new.levels, **old.levels}):
        before, after = old.levels.get(level), new.levels.get(level)
        if before != after:
            part = f"scale.levels.{level:g}"
            yield RubricChange("reworded", "", name, part, _told(before), _told(after))
    if old.levels == new.levels and list(old.levels) != list(new.levels):
        order = _told(list(old.levels)), _told(list(new.levels))
        yield RubricChange("setting", "", name, "scale.levels", *order)


def _of_translations(before: Rubric, after: Rubric) -> Iterator[RubricChange]:
    for lang in dict.fromkeys((*after.translations, *before.translations)):
        old, new = before.translations.get(lang, {}), after.translations.get(lang, {})
        for path in dict.fromkeys((*new, *old)):
            if old.get(path) != new.get(path):
                texts = _told(old.get(path)), _told(new.get(path))
                yield RubricChange("translated", "", after.name, f"{lang}: {path}", *texts)


def _in_order(levels: Mapping[float, str]) -> list[float]:
    return sorted(levels)


def _told(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float | int):
        return f"{value:g}"
    return ", ".join(map(_told, value)) if isinstance(value, list) else str(value)


def _shown(words: str, lang: Lang) -> str:
    if not words:
        return text("rubric-diff.nothing", lang)
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
