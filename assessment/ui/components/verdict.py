"""A rating in words."""

from assessment.catalogue import Lang, text
from assessment.ratings import Rating
from assessment.ui.words import level


def verdict(rating: Rating, lang: Lang, *, full: bool = False) -> str:
    """The score with its dagger, or the state in words; in full with confidence and note."""
    mark = "†" if rating.mark else ""
    state = "withdrawn" if rating.withdrawn else rating.state
    said = text(f"state.{state}", lang) if rating.score is None else level(rating.score)
    if not full:
        return said + mark
    sure = (
        text("interview.sure", lang, how=text(f"confidence.{rating.confidence}", lang))
        if rating.confidence
        else ""
    )
    return " · ".join(part for part in (said + mark, sure, rating.note) if part)
