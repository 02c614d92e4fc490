"""The table of a unit's diagnosis: a row per proposal and score that it rests on."""

from collections.abc import Iterable, Iterator

from assessment.catalogue import Lang
from assessment.diagnosing import Diagnosed
from assessment.diagnosis import Candidate, Reason
from assessment.diagnosis_links import DiagnosisLink
from assessment.engagement import Named
from assessment.robustness_tables import Cell, Table
from assessment.spreadsheet_text import guarded

_COLUMNS = (
    "node",
    "name",
    "part",
    "standing",
    "strength",
    "low_share",
    "coverage",
    "suggested",
    "theme",
    "goals",
    "analytics",
    "causes",
    "indicator",
    "indicator_name",
    "score",
    "weight",
    "is_low",
    "level",
    "descriptor",
)


def proposals_table(here: Diagnosed, lang: Lang) -> Table:
    """What is proposed, strongest first, each with every score that it rests on, low ones first.

    Shares are 0..1; goals, analytics and causes are names in one cell, separated by semicolons; `level` is
    the named level that the score reaches, `descriptor` what it looks like.
    """
    rows = [
        (*_proposal(here, one, lang), *_reason(here, reason, lang))
        for one in here.found.proposals
        for reason in one.reasons
    ]
    return Table(_COLUMNS, rows)


def _proposal(here: Diagnosed, one: Candidate, lang: Lang) -> Iterator[Cell]:
    link, diagnosis = here.links.links.get(one.node, DiagnosisLink("")), here.diagnosis
    theme = here.links.themes.get(link.theme)
    part = next((above for above in diagnosis.path(one.node) if above.id != diagnosis.root.id), None)
    yield one.node
    yield guarded(diagnosis.name_of(one.node, lang))
    yield guarded(diagnosis.name_of(part.id, lang)) if part else ""
    yield here.standing(one.node)
    yield from (one.strength, one.low, one.coverage, one.suggested)
    yield guarded(theme.called(lang)) if theme else ""
    yield _listed((here.links.goals[goal] for goal in link.goals), lang)
    yield _listed((here.links.analytics[area] for area in link.analytics), lang)
    yield guarded("; ".join(diagnosis.name_of(cause, lang) for cause in link.causes))


def _reason(here: Diagnosed, reason: Reason, lang: Lang) -> Iterator[Cell]:
    yield reason.indicator
    yield guarded(here.rubric.name_of(reason.indicator, lang))
    yield from (reason.score, reason.weight, int(reason.low))
    yield "" if reason.level is None else guarded(here.rubric.level_name(reason.level, lang))
    yield guarded(reason.said(here.rubric, lang))


def _listed(named: Iterable[Named], lang: Lang) -> str:
    return guarded("; ".join(one.called(lang) for one in named))
