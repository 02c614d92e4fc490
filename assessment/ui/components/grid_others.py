"""What the other raters said, where the reader has said nothing."""

from assessment.catalogue import Lang, text
from assessment.grid_saving import Cell, Sheet
from assessment.ratings import CONSENSUS, Rating, adopted
from assessment.ui.components.grid_view import GridView
from assessment.ui.components.people import named
from assessment.ui.words import level


def said_by_others(view: GridView, sheet: Sheet, cell: Cell, names: dict[str, str]) -> tuple[str, str]:
    """What counts of what the others said on a cell, and who said what; two empty texts for nothing.

    Args:
        view: what is shown, in which language.
        sheet: the reader's own sheet, with the others' ratings.
        cell: unit and indicator.
        names: rater -> name in the reader's language.
    """
    votes = [rating for rating in sheet.others.get(cell, {}).values() if rating.counts]
    together = adopted(votes)
    if together is None:
        return "", ""
    lang, value = view.lang, _value(together, view.lang)
    each = [
        text("grid.other", lang, rater=named(rating.rater, names), value=_value(rating, lang))
        for rating in sorted(votes, key=lambda rating: (rating.rater == CONSENSUS, rating.rater))
    ]
    who = text("grid.others.join", lang).join(each)
    if len(votes) == 1 or together.rater == CONSENSUS:
        return value, who
    return value, text("grid.others", lang, all=who, value=value)


def _value(rating: Rating, lang: Lang) -> str:
    return text(f"grid.cell.{rating.state}", lang) if rating.score is None else level(rating.score)
