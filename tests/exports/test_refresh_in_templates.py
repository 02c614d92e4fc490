"""A deck in a client's template is refreshed where it stands: nothing moves, new figures come in."""

import pytest

from exports.deck import House, deck
from tests.exports.deck_reading import opened, outside, overlapping
from tests.exports.edited_decks import newer, refresh_with
from tests.exports.foreign_templates import RENAMED, renamed_template, standard_template
from tests.exports.sample_report import sample_report

HOUSES = {
    "standard": House(standard_template(), "standard.pptx"),
    "renamed": House(renamed_template(), "renamed.pptx", RENAMED, "Board only"),
}


@pytest.mark.parametrize("name", HOUSES)
def test_without_new_figures_nothing_changes(name: str) -> None:
    report = sample_report("en")
    made = deck(report, None, HOUSES[name])

    done = refresh_with(made, report)

    assert done.data == made
    assert not done.counts["updated"]


@pytest.mark.parametrize("name", HOUSES)
def test_new_figures_come_in_on_the_templates_own_stage(name: str) -> None:
    report = sample_report("zh")
    made = deck(report, None, HOUSES[name])

    done = refresh_with(made, newer(report))

    assert done.counts["updated"]
    assert outside(done.data) == []
    assert overlapping(done.data) == []
    assert opened(done.data).slide_width == opened(made).slide_width
    assert refresh_with(done.data, newer(report)).data == done.data
