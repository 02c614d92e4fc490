"""A report told again from its recipe, with the figures of today."""

from collections.abc import Mapping
from dataclasses import replace

from assessment import service
from assessment.catalogue import Lang
from assessment.errors import UnknownOperatorError, UnknownUnitError, UnknownWaveError
from assessment.ports import LinkedShelf, Store
from assessment.report.shapes import Report
from assessment.storyline.anonymous import unit_alias
from assessment.storyline.choices import PAGE, Choices, choices_of
from assessment.storyline.full import full_report
from assessment.storyline.onepage import one_page


def told_again(
    store: Store,
    shelf: LinkedShelf,
    place: tuple[str, str, str],
    lang: Lang,
    reference: str,
    asked: Mapping[str, str],
) -> Report | None:
    """The report of a recipe as it would be today; None where its unit, wave or reference is gone.

    Args:
        store: where the engagement is kept.
        shelf: where rubric and published data are found.
        place: ids of engagement, unit and wave; in a report without names the unit's alias.
        lang: language of the report.
        reference: whom the unit is compared with.
        asked: the reader's choices, as a recipe names them; empty for the sections every report has.
    """
    try:
        if not asked:
            return service.make_report(store, shelf, *place, lang, reference)
        choices = choices_of(asked)
        if choices.anonymous:
            place, choices = _unveiled(store, place, choices, lang)
        tell = one_page if choices.wants(PAGE) else full_report
        return tell(store, shelf, place, lang, reference, choices).report
    except (UnknownUnitError, UnknownWaveError, UnknownOperatorError):
        return None


def _unveiled(
    store: Store, place: tuple[str, str, str], choices: Choices, lang: Lang
) -> tuple[tuple[str, str, str], Choices]:
    """The ids behind the aliases that a report without names shows."""
    engagement, unit, wave = place
    behind = {unit_alias(number, lang): one.id for number, one in enumerate(store.units(engagement))}
    units = tuple(behind.get(one, one) for one in choices.units)
    return (engagement, behind.get(unit, unit), wave), replace(choices, units=units)
