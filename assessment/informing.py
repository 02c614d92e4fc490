"""Reading a unit's scores as another rubric's levels, by the mappings of the shelf."""

from dataclasses import dataclass
from typing import Final

from assessment import service
from assessment.catalogue import Lang
from assessment.diagnosis_errors import UnknownMappingError
from assessment.informed import InformedScore, informed_scores
from assessment.ports import LinkedShelf, Store
from assessment.robustness_tables import Cell, Table
from assessment.rubric import Rubric
from assessment.scoring import Scorer
from assessment.spreadsheet_text import guarded

_COLUMNS: Final = ("node", "name", "tier", "level", "coverage", "informants")


@dataclass(frozen=True, slots=True)
class InformedView:
    """A unit's scores on one rubric as levels of another.

    Attributes:
        source: the rubric that was rated.
        target: the rubric that is informed, in its newest version.
        scores: node of the target -> what is known.
    """

    source: Rubric
    target: Rubric
    scores: dict[str, InformedScore]


def informed_rubrics(store: Store, shelf: LinkedShelf, engagement: str) -> tuple[str, ...]:
    """Ids of the rubrics that ratings of an engagement say something about."""
    rubric = store.engagement(engagement).rubric
    return tuple(mapping.target for mapping in shelf.mappings() if mapping.source == rubric)


def informed_view(
    store: Store, shelf: LinkedShelf, engagement: str, unit: str, wave: str, rubric: str
) -> InformedView:
    """What a unit's scores say about another rubric.

    Raises:
        UnknownMappingError: no mapping leads from the engagement's rubric to this one.
        UnknownUnitError, UnknownWaveError: the engagement has no such unit or wave.
    """
    found = store.engagement(engagement)
    service.unit_of(store, engagement, unit)
    service.wave_of(store, engagement, wave)
    mapping = next((m for m in shelf.mappings() if (m.source, m.target) == (found.rubric, rubric)), None)
    if mapping is None:
        raise UnknownMappingError(
            found.rubric, rubric, ", ".join(informed_rubrics(store, shelf, engagement)) or "–"
        )
    source, target = service.rubric_in(store, shelf, engagement, wave), shelf.rubric(rubric)
    counted = service.adopted_ratings(store.ratings(engagement, unit, wave)).get(unit, {})
    return InformedView(
        source, target, informed_scores(mapping, source, target, Scorer(source).unit(counted))
    )


def informed_table(view: InformedView, lang: Lang) -> Table:
    """A row per node of the informed rubric; `informants` are nodes with their levels, empty where none."""
    rows: list[tuple[Cell, ...]] = [
        (
            node,
            guarded(view.target.name_of(node, lang)),
            guarded(view.target.tier_name(one.tier, lang)),
            one.level,
            one.coverage,
            guarded(_told(view, one, lang)),
        )
        for node, one in view.scores.items()
    ]
    return Table(_COLUMNS, rows)


def _told(view: InformedView, one: InformedScore, lang: Lang) -> str:
    return "; ".join(
        f"{view.source.name_of(known.node, lang)} {'–' if known.level is None else f'{known.level:.3g}'}"
        for known in one.informants
    )
