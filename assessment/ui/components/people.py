"""The names of those who rate."""

from assessment.catalogue import text
from assessment.engagement import Engagement
from assessment.ratings import CONSENSUS
from assessment.ui.context import Context


def names_of_people(context: Context, engagement: Engagement) -> dict[str, str]:
    """Rater id -> name in the reader's language, the consensus among them."""
    people = {person.id: person.called(context.lang) for person in context.store.people(engagement.id)}
    return {**people, CONSENSUS: text("consensus", context.lang)}


def named(rater: str, names: dict[str, str]) -> str:
    """A rater's name; raters whose ratings were combined (`A + B`) one by one."""
    return " + ".join(names.get(part, part) for part in rater.split(" + "))
