"""A rating in words."""

from assessment.catalogue import Lang, text
from assessment.ratings import Rating
from assessment.ui.words import level


def verdict(rating: Rating, lang: Lang) -> str:
    """The score with its dagger, or the state in words."""
    state = "withdrawn" if rating.withdrawn else rating.state
    said = text(f"state.{state}", lang) if rating.score is None else level(rating.score)
    return said + ("†" if rating.mark else "")


def details(rating: Rating, lang: Lang) -> str:
    """Confidence and note, empty where neither was given."""
    sure = text(f"confidence.{rating.confidence}", lang) if rating.confidence else ""
    parts = (text("interview.sure", lang, how=sure) if sure else "", rating.note)
    return " · ".join(part for part in parts if part)


def in_full(rating: Rating, lang: Lang) -> str:
    """Everything that was said."""
    return " · ".join(part for part in (verdict(rating, lang), details(rating, lang)) if part)
