"""What the Heat-map page looks at: wave, rows, columns and reference, as the link says."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from assessment import comparing
from assessment.catalogue import Lang, text
from assessment.comparing import AssessedWave
from assessment.comparing_words import reference_title
from assessment.heatmap import HeatMap, Order, columns_of, heat_map, row_order, tags, units_in
from assessment.heatmap_words import Shown, title
from assessment.ranking import rated_below
from assessment.references import Differences, against_rated
from assessment.report.marks import marked_above
from assessment.ui.caching import remembered
from assessment.ui.components.assessed import assessed_wave
from assessment.ui.components.in_link import kept
from assessment.ui.components.results import View

TIER, REFERENCE, BELOW, TAG, SORT = "tier", "against", "below", "tag", "sort"
"""What the link carries besides engagement, unit, wave and language."""
SCORES: Final = ""
EVERY: Final = "all"

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Wave:
    """A wave's ratings, and what a reader may choose of them; worked out once per change of the store."""

    view: View
    here: AssessedWave

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.view.lang

    def once(self, make: Callable[[], _Value], *key: Hashable) -> _Value:
        """What `make` works out, kept until the store changes."""
        place = ("heatmap", self.here.engagement, self.here.wave.id)
        return remembered(self.view.context, make, *place, *key, revision=self.here.revision)

    @cached_property
    def below(self) -> Mapping[str, tuple[str, ...]]:
        """Unit -> the rated units below it, where there are several."""
        return self.once(lambda: rated_below(self.here), "below")

    @cached_property
    def tags(self) -> Mapping[str, frozenset[str]]:
        """Tag -> the units with a rating that carries it."""
        return self.once(lambda: tags(self.here.ratings), "tags")

    @cached_property
    def marked(self) -> Mapping[str, frozenset[str]]:
        """Unit -> nodes that rest on an inferred or illegible rating; units without any are left out."""

        def made() -> dict[str, frozenset[str]]:
            pairs = (
                (unit, marked_above(self.here.rubric, given)) for unit, given in self.here.adopted.items()
            )
            return {unit: nodes for unit, nodes in pairs if nodes}

        return self.once(made, "marked")

    @cached_property
    def references(self) -> Mapping[str, str]:
        """What the units can be held against, in words; first nothing."""
        return self.once(lambda: _references(self), "references", self.view.unit.id, self.lang)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Names of the units by id."""
        return self.once(
            lambda: {unit.id: unit.called(self.lang) for unit in self.here.tree}, "names", self.lang
        )


@dataclass(frozen=True)
class HeatMapView:
    """The rated units of a wave as the reader chose them."""

    wave: Wave
    tier: str
    reference: str
    below: str
    tag: str
    order: Order

    @property
    def nodes(self) -> tuple[str, ...]:
        """Ids of the columns."""
        return columns_of(self.wave.here.rubric, self.tier)

    @cached_property
    def found(self) -> HeatMap:
        """The figures."""
        return self.wave.once(self._made, "figures", self.reference, self.below, self.tag)

    @cached_property
    def shown(self) -> Shown:
        """The figures in their order, with names."""
        wave = self.wave
        names = {**wave.names, "": wave.references[self.reference]}
        rows = tuple(row_order(self.found, self.order).tolist())
        return Shown(self.found, wave.here.rubric, rows, self.nodes, names, wave.marked, wave.lang)

    @property
    def message(self) -> str:
        """What the figures say, in one sentence."""
        own = self.wave.view.unit.id
        chosen = (self.reference, self.below, self.tag, self.tier, own, self.wave.lang)
        return self.wave.once(lambda: title(self.shown, own), "message", *chosen)

    @property
    def unrated(self) -> int:
        """How many units at the ends of the tree have no rating."""
        here = self.wave.here
        above = {unit.parent for unit in here.tree}
        rated = set(here.rated.units)
        return sum(unit.id not in above and unit.id not in rated for unit in here.tree)

    def _made(self) -> HeatMap:
        here = self.wave.here
        below = frozenset(self.wave.below[self.below]) if self.below else None
        tagged = self.wave.tags[self.tag] if self.tag else None
        units = units_in(here.rated.units, below, tagged)
        held = self._held(units) if self.reference != SCORES else None
        return heat_map(here.rubric, here.rated.of(units), held)

    def _held(self, units: tuple[str, ...]) -> Differences:
        view, here = self.wave.view, self.wave.here
        store, shelf = view.context.store, view.context.shelf
        waves = {wave.id for wave in view.context.waves}
        name = self.reference
        other = comparing.wave_before(store, here.engagement, here.wave.id) if name == "wave" else name
        if other is None or other not in waves:
            return comparing.held_against(store, shelf, here, name, units)
        earlier = assessed_wave(view.context, view.engagement, other)  # kept, where `comparing` reads it anew
        return against_rated(here.rubric, here.rated.of(units), earlier.rated.of(units))


def look(view: View) -> HeatMapView:
    """The wave, and what the link or the session says about rows, columns and reference."""
    wave = Wave(view, assessed_wave(view.context, view.engagement, view.wave.id))
    rubric = wave.here.rubric
    nodes = [node.id for node in rubric.nodes]
    orders = [Order(node, lowest).written() for node in nodes for lowest in (False, True)]
    tiers = (*rubric.tiers, EVERY)
    return HeatMapView(
        wave,
        tier=kept(TIER, tiers, usual_tier(wave)),
        reference=kept(REFERENCE, wave.references, SCORES),
        below=kept(BELOW, wave.below, ""),
        tag=kept(TAG, wave.tags, ""),
        order=Order.read(kept(SORT, orders, "")),
    )


def usual_tier(wave: Wave) -> str:
    """The one above the indicators, where there is one."""
    return wave.here.rubric.tiers[-2:][0]


def _references(wave: Wave) -> dict[str, str]:
    view, here, lang = wave.view, wave.here, wave.lang
    context = view.context
    kinds = ["average", "best"]
    if any(unit.parent for unit in here.tree):
        kinds.append("parent")
    if context.store.targets(here.engagement):
        kinds.append("target")
    found = {SCORES: text("heatmap.reference.scores", lang)}
    waves = [wave for wave in context.waves if wave.id != here.wave.id]
    before = comparing.wave_before(context.store, here.engagement, here.wave.id)
    if before is not None:
        kinds.append("wave")
    found |= {kind: reference_title(kind, lang, {}) for kind in kinds}
    found |= {wave.id: wave.called(lang) for wave in waves if wave.id != before}
    if view.unit.id in here.rated.units:
        name = view.unit.called(lang)
        found[view.unit.id] = text("comparing.reference.unit", lang, name=name)
    benchmark = view.benchmark()
    for operator in benchmark.peers if benchmark else ():
        name = operator.called(lang)
        found.setdefault(operator.id, text("comparing.reference.operator", lang, name=name))
    return found
