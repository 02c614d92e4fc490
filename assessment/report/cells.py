"""Cells of the report's tables: a figure or a word, never a blank where a figure belongs."""

from assessment.benchmark import PublishedScore
from assessment.catalogue import Lang, text
from assessment.report.marks import unclear_print
from assessment.report.numbers import decimals, percent, rounded, signed
from assessment.report.shapes import DAGGER, Cell
from assessment.report.wording import say
from assessment.rubric import Scale
from assessment.scoring import NodeScore

NOTHING = 12
"""Decimals beyond which a difference is only the dust of binary fractions."""


def words(content: str) -> Cell:
    """A cell of words."""
    return Cell(content)


def level(value: float, scale: Scale) -> float:
    """Where a score stands on the scale, 0..1."""
    return (value - scale.min) / (scale.max - scale.min)


def score_cell(result: NodeScore, scale: Scale, lang: Lang, *, marked: bool = False, places: int = 1) -> Cell:
    """A score, or the words of its state; a dagger where it rests on a marked rating."""
    mark = DAGGER if marked else ""
    if result.score is None:
        return Cell(text(f"state.{result.state}", lang), None, "score", result.state, mark)
    shown = rounded(result.score, places)
    return Cell(shown, result.score, "score", "scored", mark, level(result.score, scale))


def bound_cell(value: float | None, lang: Lang) -> Cell:
    """A lower or upper bound; None reads "not applicable"."""
    if value is None:
        return Cell(text("state.na", lang), None, "score", "na")
    return Cell(rounded(value), value, "score")


def coverage_cell(result: NodeScore, lang: Lang) -> Cell:
    """The share of applicable weight that is assessed."""
    if result.coverage is None:
        return Cell(text("state.na", lang), None, "percent", "na")
    return Cell(percent(result.coverage), result.coverage, "percent")


def printed_cell(figure: PublishedScore | None, scale: Scale, lang: Lang) -> Cell:
    """A printed figure with the decimals of its source, at least one, or that there is none."""
    if figure is None:
        return Cell(say("not-published", lang), None, "score")
    if figure.score is None:
        return Cell(say("illegible", lang), None, "score", "unknown", DAGGER)
    unclear = unclear_print(figure)
    shown = figure.printed if unclear else rounded(figure.score, decimals(figure.printed))
    mark = DAGGER if figure.mark or unclear else ""
    return Cell(shown, figure.score, "score", "scored", mark, level(figure.score, scale))


def level_cell(value: float | None, scale: Scale, missing: str) -> Cell:
    """A level that somebody set, such as a target."""
    if value is None:
        return Cell(missing, None, "score")
    return Cell(rounded(value), value, "score", "", "", level(value, scale))


def difference_cell(one: float | None, other: float | None, lang: Lang, places: int = 1) -> Cell:
    """`one - other`, signed; "no comparison" where either is missing."""
    if one is None or other is None:
        return Cell(say("no-comparison", lang), None, "difference")
    difference = round(one - other, NOTHING)
    return Cell(signed(difference, places), difference, "difference")
