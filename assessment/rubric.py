"""What is measured: a tree of nodes over one level scale, with an id and a version."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assessment.catalogue import Lang, text

Rule = Literal["mean", "geometric", "harmonic", "median", "min", "staged"]
Complexity = Literal["low", "fairly-low", "medium", "fairly-high", "high"]
TOLERANCE: Final = 1e-9
"""Two figures closer than this are the same: steps, coverage against its minimum, ranks (method.md 1)."""

OVERALL: Final = "overall"
"""Id of the node above all, where the author's tree has several tops."""

RESERVED_IDS: Final = frozenset({OVERALL, "name", "source", "scale", "importance", "tiers"})
"""Words that translation paths use for the rubric itself, so no node may be called so."""

NodeId = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$", max_length=120)
]
Name = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Source(_Frozen):
    """Where the rubric comes from; `date` is the day of publication."""

    title: Name
    date: Annotated[dt.date, Field(strict=False)] | None = None


class Scale(_Frozen):
    """The levels that an indicator can be rated at.

    Attributes:
        min: lowest score.
        max: highest score, above `min`.
        step: distance between two neighbouring scores; None allows any score between min and max.
        levels: names of the levels that carry descriptors; empty for a scale of plain numbers.
    """

    min: float = 0.0
    max: float = 5.0
    step: float | None = 0.5
    levels: dict[float, Name] = Field(default_factory=dict)

    def holds(self, score: float) -> bool:
        """Whether the score lies on the scale and on a step of it."""
        if not self.min <= score <= self.max:
            return False
        if self.step is None:
            return True
        steps = (score - self.min) / self.step
        return abs(steps - round(steps)) < TOLERANCE

    def steps(self) -> tuple[float, ...]:
        """All scores that can be given, lowest first; empty without a step."""
        if self.step is None:
            return ()
        count = round((self.max - self.min) / self.step)
        return tuple(self.min + k * self.step for k in range(count + 1))


class Node(_Frozen):
    """A node of the tree; one without children is an indicator.

    Attributes:
        id: unique in the rubric, kept for ever.
        name: what people read.
        weight: relative to its siblings, >= 0.
        rule: how the children's scores become this node's.
        met_at: score from which a child of a `staged` node counts as met; None is the scale's top.
        stage: 1..K, for the children of a `staged` node.
        question: what the interviewer asks.
        descriptors: level -> what it looks like, for an indicator.
        evidence: what to ask to see.
        complexity: how hard it is to put a better level into practice, a judgement of the author; None is no
            judgement. Left out of the fingerprint where there is none.
        children: sub-nodes, in the order of the interview.
    """

    id: NodeId
    name: Name
    weight: Annotated[float, Field(ge=0)] = 1.0
    rule: Rule = "mean"
    met_at: float | None = None
    stage: Annotated[int, Field(ge=1)] | None = None
    question: str = ""
    descriptors: dict[float, Name] = Field(default_factory=dict)
    evidence: tuple[Name, ...] = ()
    complexity: Annotated[Complexity | None, Field(exclude_if=lambda grade: grade is None)] = None
    children: "tuple[Node, ...]" = ()

    @property
    def is_indicator(self) -> bool:
        """Whether this node is rated itself."""
        return not self.children

    def walk(self) -> "Iterator[Node]":
        """This node and all below it, parents first, in the author's order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Band(_Frozen):
    """A storey of the house that a rubric is drawn as.

    Attributes:
        nodes: ids of the nodes right below the top that stand in it, side by side from the left.
        name: what several nodes are together; empty where their own names say it.
    """

    nodes: Annotated[tuple[NodeId, ...], Field(min_length=1)]
    name: str = ""


class Rubric(_Frozen):
    """A rubric: what is measured, in one version.

    Attributes:
        id: the rubric's id, the same over its versions.
        version: a text, such as "2003.1".
        name: what people read.
        source: where it comes from.
        scale: the levels of every indicator.
        importance: grade -> weight in 0..1, lowest first.
        tiers: names of the levels of the tree, top first; the last names the indicators.
        min_coverage: share of weight below which a node has no score, 0..1.
        blank_as: "min" scores a blank answer as the scale's minimum; None leaves it not assessed.
        tree: the top nodes.
        house: how the top nodes are drawn as one picture, band by band from the top, each node in one of
            them; empty for a rubric that is no house. Left out of the fingerprint where it is empty.
        translations: language -> path -> text; paths are `name`, `source.title`, `scale.levels.0`,
            `importance.low`, `tiers.dimension`, `house.0`, and for a node `<id>.name`, `<id>.question`,
            `<id>.descriptors.0`, `<id>.evidence.0`.
    """

    id: NodeId
    version: Name
    name: Name
    source: Source | None = None
    scale: Scale = Scale()
    importance: dict[str, Annotated[float, Field(ge=0, le=1)]] = Field(
        default_factory=lambda: {"low": 0.25, "fairly-low": 0.5, "fairly-high": 0.75, "high": 1.0}
    )
    tiers: tuple[Name, ...]
    min_coverage: Annotated[float, Field(ge=0, le=1)] = 0.6
    blank_as: Literal["min"] | None = None
    tree: Annotated[tuple[Node, ...], Field(min_length=1)]
    house: Annotated[tuple[Band, ...], Field(exclude_if=lambda bands: not bands)] = ()
    translations: dict[str, dict[str, str]] = Field(default_factory=dict, exclude=True)

    @cached_property
    def root(self) -> Node:
        """The one node above all: the author's single top node, else one named `overall` (plain mean)."""
        if len(self.tree) == 1 and self.tree[0].children:
            return self.tree[0]
        return Node(id=OVERALL, name=text("overall", "en"), children=self.tree)

    @cached_property
    def _by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.root.walk()}

    @cached_property
    def _parents(self) -> dict[str, str]:
        return {child.id: node.id for node in self.root.walk() for child in node.children}

    @cached_property
    def indicators(self) -> tuple[Node, ...]:
        """The leaves, in the order of the interview."""
        return tuple(node for node in self.root.walk() if node.is_indicator)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes, parents first, the root at the head."""
        return tuple(self.root.walk())

    def node(self, node_id: str) -> Node:
        """The node with this id; KeyError where there is none."""
        return self._by_id[node_id]

    def __contains__(self, node_id: object) -> bool:
        """Whether a node has this id."""
        return node_id in self._by_id

    def parent(self, node_id: str) -> Node | None:
        """The node above; None above the root."""
        above = self._parents.get(node_id)
        return None if above is None else self._by_id[above]

    def path(self, node_id: str) -> tuple[Node, ...]:
        """From the root down to this node, both included."""
        above = self.parent(node_id)
        return (*(self.path(above.id) if above else ()), self.node(node_id))

    def tier(self, node_id: str) -> str:
        """Which tier the node belongs to: the last for every indicator, `overall` for the implied root."""
        if self.node(node_id).is_indicator:
            return self.tiers[-1]
        depth = len(self.path(node_id)) - 1
        if self.root.id == OVERALL:
            return OVERALL if depth == 0 else self.tiers[depth - 1]
        return self.tiers[depth]

    def of_tier(self, tier: str) -> tuple[Node, ...]:
        """All nodes of one tier, in the author's order."""
        return tuple(node for node in self.nodes if self.tier(node.id) == tier)

    @property
    def languages(self) -> tuple[str, ...]:
        """The author's language (English) and every language with a translation."""
        return ("en", *self.translations)

    def translated(self, path: str, original: str, lang: str) -> str:
        """The text at this path in a language; the author's own where it is not translated."""
        return self.translations.get(lang, {}).get(path, original)

    def name_of(self, node_id: str, lang: Lang) -> str:
        """A node's name in the reader's language."""
        if node_id == OVERALL and self.root.id == OVERALL:
            return text("overall", lang)
        return self.translated(f"{node_id}.name", self.node(node_id).name, lang)

    def title(self, lang: Lang) -> str:
        """The rubric's name in the reader's language."""
        return self.translated("name", self.name, lang)

    def tier_name(self, tier: str, lang: Lang) -> str:
        """A tier's name in the reader's language."""
        return text("overall", lang) if tier == OVERALL else self.translated(f"tiers.{tier}", tier, lang)

    def level_name(self, level: float, lang: Lang) -> str:
        """A level's name in the reader's language; empty for a level without a name."""
        return self.translated(f"scale.levels.{level:g}", self.scale.levels.get(level, ""), lang)

    def band_name(self, band: int, lang: Lang) -> str:
        """The name of a band of the house in the reader's language; empty for one without a name."""
        return self.translated(f"house.{band}", self.house[band].name, lang)

    def importance_name(self, grade: str, lang: Lang) -> str:
        """An importance grade's name in the reader's language; the usual ones need no translation."""
        usual = grade in get_args(Complexity)
        own = text(f"importance.{grade}", lang) if usual else grade.replace("-", " ")
        return self.translated(f"importance.{grade}", own, lang)

    def question(self, node_id: str, lang: Lang) -> str:
        """What the interviewer asks."""
        return self.translated(f"{node_id}.question", self.node(node_id).question, lang)

    def descriptors(self, node_id: str, lang: Lang) -> dict[float, str]:
        """Level -> what it looks like, lowest first."""
        own = self.node(node_id).descriptors
        return {
            level: self.translated(f"{node_id}.descriptors.{level:g}", own[level], lang)
            for level in sorted(own)
        }

    def evidence_to_ask(self, node_id: str, lang: Lang) -> tuple[str, ...]:
        """What to ask to see."""
        own = self.node(node_id).evidence
        return tuple(self.translated(f"{node_id}.evidence.{k}", item, lang) for k, item in enumerate(own))

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the content in the author's language; translations do not change it."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()

    def with_translation(self, lang: str, texts: Mapping[str, str]) -> "Rubric":
        """The same rubric with one more language (path -> text)."""
        return self.model_copy(update={"translations": {**self.translations, lang: dict(texts)}})
