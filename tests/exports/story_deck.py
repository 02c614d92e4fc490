"""The full deck of the study of 2003, made once for all tests that read it."""

from functools import cache

from assessment.catalogue import Lang
from assessment.report.shapes import Report
from assessment.storyline.full import full_report
from exports.deck import deck
from tests.storyline.story_engagement import told_engagement


@cache
def told_deck(lang: Lang) -> tuple[Report, bytes]:
    """The report and its deck."""
    store, shelf, place = told_engagement()
    told = full_report(store, shelf, place, lang)
    assert told.failures == ()
    return told.report, deck(told.report)
