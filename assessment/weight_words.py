"""Decisions on weights, for people: who weighed which group how, when and why."""

from assessment.catalogue import Lang, text
from assessment.report.shapes import Cell, Column, Table
from assessment.rubric import Rubric
from assessment.weights import CONSISTENT, WeightDecision

COLUMNS = ("group", "weights", "method", "by", "at", "why")


def decisions_table(decisions: tuple[WeightDecision, ...], rubric: Rubric, lang: Lang) -> Table:
    """A row for every decision, in the order of the record."""
    columns = tuple(
        Column(key, text(f"weights.column.{key}", lang), width=width)
        for key, width in zip(COLUMNS, (1.6, 3.2, 1.8, 1.0, 1.1, 2.4), strict=True)
    )
    rows = tuple(tuple(Cell(said) for said in _row(one, rubric, lang)) for one in decisions)
    ids = tuple(one.group for one in decisions)
    return Table("weights", text("rubric-page.decisions", lang), columns, rows, row_ids=ids)


def method_told(decision: WeightDecision, lang: Lang) -> str:
    """How it was decided, with the consistency of pairwise judgements."""
    if decision.ratio is None:
        return text(f"weights.method.{decision.method}", lang)
    key = "ratio" if decision.ratio <= CONSISTENT else "unsure"
    return text(f"weights.method.pairs.{key}", lang, ratio=f"{decision.ratio:.2f}")


def _row(one: WeightDecision, rubric: Rubric, lang: Lang) -> tuple[str, ...]:
    shares = (f"{rubric.name_of(node, lang)} {weight:.4g}" for node, weight in one.weights.items())
    points = text("migration.and", lang).join(shares)
    day = one.at.date().isoformat()
    return rubric.name_of(one.group, lang), points, method_told(one, lang), one.by, day, one.why
