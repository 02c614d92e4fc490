"""The whole storyline as decks in every template, made once: the study's plan, and as much as may come."""

from functools import cache
from typing import Final, Literal, NamedTuple

from assessment.catalogue import Lang
from assessment.report.shapes import Report
from assessment.storyline.full import full_report
from exports.deck import House, deck
from exports.faces import runs_wider
from tests.exports.foreign_templates import (
    RENAMED,
    as_potx,
    bare_template,
    renamed_template,
    standard_template,
)
from tests.storyline.story_engagement import told_engagement
from tests.storyline.stressed_engagement import stressed_engagement

Story = Literal["study", "stress"]

HOUSES: Final = {
    "own": House(confidential="Strictly confidential: for the members of the board of directors only"),
    "standard": House(standard_template(), "standard.pptx"),
    "bare": House(as_potx(bare_template()), "bare.potx", confidential="Board only"),
    "renamed": House(renamed_template(), "renamed.pptx", RENAMED, "绝密，仅限董事会成员阅读"),
}


class Made(NamedTuple):
    """A deck with what it was made from.

    Attributes:
        wider: how much wider than Arial its face runs.
    """

    story: Story
    house: str
    lang: Lang
    report: Report
    data: bytes
    wider: float


@cache
def report(story: Story, lang: Lang) -> Report:
    """Everything that the engagement can tell; nothing of it fails."""
    engagement = told_engagement() if story == "study" else stressed_engagement()
    told = full_report(*engagement, lang)
    assert told.failures == ()
    return told.report


@cache
def made(story: Story, house: str, lang: Lang) -> Made:
    """The deck of it in one template."""
    failed: list[str] = []
    told, stands_in = report(story, lang), HOUSES[house]
    data = deck(told, None, stands_in, failed)
    assert failed == []
    return Made(story, house, lang, told, data, runs_wider(stands_in.opened().face))
