"""The parts of a report: plain frozen values, worded and rounded once, so that renderers never compute."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from assessment.catalogue import Lang

CellKind = Literal["text", "score", "difference", "percent", "count"]
CellState = Literal["", "scored", "na", "unknown", "no-data"]
ChartKind = Literal["bar", "radar", "dots", "spread", "slope", "parts", "track", "load", "waterfall"]
Role = Literal["unit", "second", "peer", "best", "target", "last", "published", "computed"]
SectionKind = Literal[
    "cover",
    "guide",
    "profile",
    "capability",
    "comparison",
    "published",
    "evidence",
    "scope",
    "map",
    "branches",
    "waves",
    "priorities",
    "practice",
    "diagnosis",
    "initiatives",
    "roadmap",
    "decisions",
    "indicators",
    "page",
]

DAGGER = "†"
SPREAD = ("q1", "median", "q3")
TOTAL = "total"
CAPACITY = "capacity"
BASE = "base"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    Attributes:
        text: what a reader sees, in the reader's language, e.g. "1.4", "+0.05", "not enough data".
        value: the unrounded number behind it (for a spreadsheet); None for words and for missing figures.
        kind: how a spreadsheet formats it and a table aligns it.
        state: what kind of figure it is, empty for words.
        mark: `DAGGER` when a footnote explains the figure, else empty; `text` does not contain it.
        level: position on the level scale in 0..1 for tinting, None where a tint would say nothing.
    """

    text: str
    value: float | None = None
    kind: CellKind = "text"
    state: CellState = ""
    mark: str = ""
    level: float | None = None

    @property
    def shown(self) -> str:
        """The text with its dagger."""
        return self.text + self.mark


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, how its cells read, and its share of the table's width (any positive number)."""

    key: str
    title: str
    kind: CellKind = "text"
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has one cell per column.

    Attributes:
        notes: its footnotes.
        row_ids: the nodes (or units) behind the rows, for links and choices; empty where rows stand for none.
        row_depths: how deep in the tree each row's node lies, 0 at the top; empty where rows are all alike.
        finding: the sentence that it proves where it stands alone; empty where the section's says it.
    """

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    row_ids: tuple[str, ...] = ()
    row_depths: tuple[int, ...] = ()
    finding: str = ""

    @property
    def headline(self) -> str:
        """What stands over the table on a slide of its own."""
        return self.finding or self.title


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart; `values` (None: no figure) and `labels` run along the chart's categories.

    `id` is the unit or operator behind it, empty where there is none.
    """

    name: str
    role: Role
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart, described once and drawn by every renderer.

    Attributes:
        kind: bars and radars go into documents, too; on the screen also `dots` (a dot per series and row,
            joined by a line), `spread` (the same over a box: series of the ids in `SPREAD` are its
            quartiles),
            `track` (a level track per row; the series of the id `importance` is drawn as a ball beside it),
            `slope` (categories are points in time), `parts` (series stack up, signed, to the one of the
            id `TOTAL`), `load` (series stack up, categories are phases; that of the id `CAPACITY` is a line)
            and `waterfall` (the same; that of the id `BASE` carries the others and is not drawn).
        title: says what is drawn (the section's title says the finding).
        alt: the same for people who cannot see it, with the figures.
        categories: along the first axis, in the order to be drawn from the top.
        category_ids: the nodes or units behind them, for links.
        axis_min, axis_max: the whole scale of the rubric, so that charts compare.
        axis_title: what the value axis measures.
        finding: the sentence that it proves where it stands alone; empty where the section's says it.
    """

    id: str
    kind: ChartKind
    title: str
    alt: str
    categories: tuple[str, ...]
    category_ids: tuple[str, ...]
    series: tuple[Series, ...]
    axis_min: float
    axis_max: float
    axis_title: str
    notes: tuple[str, ...] = ()
    finding: str = ""

    @property
    def headline(self) -> str:
        """What stands over the chart on a slide of its own."""
        return self.finding or self.title


class Picture(Protocol):
    """What is no chart over categories: one of the kinds in `assessment.report.pictures`."""

    @property
    def id(self) -> str:
        """Unique in the report."""

    @property
    def title(self) -> str:
        """What is drawn."""

    @property
    def alt(self) -> str:
        """The same for people who cannot see it."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Its footnotes."""


@dataclass(frozen=True, slots=True)
class Section:
    """One message: a page's block, a slide, a sheet.

    Attributes:
        id: unique in the report, such as `capability.insight.collect`.
        title: the finding as a sentence.
        lead: one or two sentences under it, may be empty.
        node: the node it is about, empty where it is about all.
        source: where the figures are from (the source line).
        notes: footnotes of the whole section (marks, illustrative values).
        pictures: what is no chart over categories.
    """

    id: str
    kind: SectionKind
    title: str
    lead: str = ""
    node: str = ""
    tables: tuple[Table, ...] = ()
    charts: tuple[ChartSpec, ...] = ()
    notes: tuple[str, ...] = ()
    source: str = ""
    pictures: tuple[Picture, ...] = ()

    def table(self, table_id: str) -> Table:
        """The table with this id; KeyError where there is none."""
        return {table.id: table for table in self.tables}[table_id]

    def chart(self, chart_id: str) -> ChartSpec:
        """The chart with this id; KeyError where there is none."""
        return {chart.id: chart for chart in self.charts}[chart_id]


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that is needed to make the same figures again.

    Attributes:
        reference: whom the unit is compared with, as for `service.gather`.
        asked: what else the reader chose of the report, as names and values; empty for everything.
    """

    gapline: str
    rubric: str
    rubric_version: str
    rubric_fingerprint: str
    engagement: str
    unit: str
    wave: str
    benchmark: str
    data_revision: int
    min_coverage: float
    weights: tuple[tuple[str, float], ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    reference: str = ""
    asked: tuple[tuple[str, str], ...] = ()


WorkedFigures = tuple[float | None, float | None, float | None, float | None, str]
"""Score, coverage, low, high and state of a node, as the core computed them."""


@dataclass(frozen=True, slots=True)
class WorkedNode:
    """A node as a spreadsheet rolls it up.

    Attributes:
        tier, rule_name: as people read them.
        rule: empty for an indicator.
        first, count: place of its first child in `Workings.nodes`, and how many there are: all neighbours.
        met_at: score from which a child is met, where the rule is `staged`.
    """

    id: str
    name: str
    tier: str
    rule: str
    rule_name: str
    weight: float
    first: int
    count: int
    stage: int
    met_at: float | None


@dataclass(frozen=True, slots=True)
class Workings:
    """What a spreadsheet needs to compute the scores by itself.

    Attributes:
        nodes: level by level, siblings beside one another.
        units: id and name of the units with ratings, the report's own first.
        figures: unit id -> results along the nodes.
        steps: scores that can be given; empty where any between `low` and `high` can.
        rubric, settings, answers: the rubric as tables; what stands there is what the roll-up reads.
        levels: what is asked, and what every level looks like.
    """

    nodes: tuple[WorkedNode, ...]
    units: tuple[tuple[str, str], ...]
    figures: Mapping[str, tuple[WorkedFigures, ...]]
    low: float
    high: float
    steps: tuple[float, ...]
    min_coverage: float
    blank_is_low: bool
    rubric: Table
    levels: Table
    settings: Table
    answers: Table


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report on one unit in one wave, in one language."""

    lang: Lang
    title: str
    subtitle: str
    unit_name: str
    wave_name: str
    recipe: Recipe
    sections: tuple[Section, ...] = field(default=())
    workings: Workings | None = None

    def section(self, section_id: str) -> Section:
        """The section with this id; KeyError where there is none."""
        return {section.id: section for section in self.sections}[section_id]

    def of_kind(self, kind: SectionKind) -> tuple[Section, ...]:
        """All sections of a kind, in order."""
        return tuple(section for section in self.sections if section.kind == kind)
