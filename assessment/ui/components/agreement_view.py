"""What the Agreement page looks at: the votes of one unit, or of all, and which of them are shown."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from assessment.agreement import IndicatorAgreement, Light, Workshop, disputes, workshops
from assessment.catalogue import Lang, text
from assessment.comparing import AssessedWave, votes_on
from assessment.ratings import CONSENSUS, Rating
from assessment.ui.components.assessed import assessed_wave
from assessment.ui.components.desk import is_signed_off
from assessment.ui.components.in_link import kept
from assessment.ui.components.people import names_of_people
from assessment.ui.components.ranking_view import lately
from assessment.ui.components.rater import rater
from assessment.ui.components.results import View

SCOPE, FILTER, BELOW, PART = "whose", "lights", "below", "look"
SCOPES: Final = ("unit", "all")
FILTERS: Final[dict[str, tuple[Light, ...]]] = {
    "open": ("red", "amber"),
    "red": ("red",),
    "everything": ("red", "amber", "green"),
}
PARTS: Final = ("list", "panel", "table")


class Judged(NamedTuple):
    """How far raters agree, most disputed first; the panels by unit."""

    disputes: tuple[IndicatorAgreement, ...]
    panels: tuple[Workshop, ...]


@dataclass(frozen=True, slots=True)
class AgreementView:
    """The votes of one wave.

    Attributes:
        found: what every result page looks at.
        here: the wave.
        scope: `unit` for the unit in view, `all` for every one.
        judged: the agreement in that scope.
        shown: what the filters let through, most disputed first.
        consensus: what was adopted, by unit and indicator.
        rater: who is asking; None until somebody says who it is.
        people, units: names by id.
    """

    found: View
    here: AssessedWave
    scope: str
    judged: Judged
    shown: tuple[IndicatorAgreement, ...]
    consensus: Mapping[tuple[str, str], Rating]
    rater: str | None
    people: Mapping[str, str]
    units: Mapping[str, str]

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.found.lang

    @property
    def where(self) -> str:
        """Whose votes, in words."""
        if self.scope == "unit":
            return self.found.unit.called(self.lang)
        return text("agreement.where.all", self.lang, count=len(self.judged.panels))

    def counts(self) -> Counter[Light]:
        """How many indicators have each light."""
        return Counter(one.light for one in self.judged.disputes)

    def indicator(self, one: IndicatorAgreement) -> str:
        """The indicator's name; where all units are looked at, with the unit's."""
        name = self.here.rubric.name_of(one.indicator, self.lang)
        return name if self.scope == "unit" else f"{self.units[one.unit]} · {name}"

    def refusal(self, unit: str) -> str:
        """Why nothing can be adopted for a unit; empty where it can."""
        wave, lang = self.found.wave, self.lang
        if wave.locked:
            return text("history.closed.wave", lang, wave=wave.called(lang))
        if is_signed_off(self.found.context, self.found.engagement.id, unit, wave.id):
            return text("history.closed.unit", lang, unit=self.units[unit], wave=wave.called(lang))
        return "" if self.rater else text("agreement.nobody", lang)


def look(found: View) -> AgreementView:
    """The votes that the link asks for; judged once per change."""
    context = found.context
    here = assessed_wave(context, found.engagement, found.wave.id)
    scope = kept(SCOPE, SCOPES, SCOPES[0])
    units = {found.unit.id} if scope == "unit" else None

    def judged() -> Judged:
        votes = votes_on(here, units)
        return Judged(disputes(here.rubric, votes), workshops(here.rubric, votes))

    place = (here.engagement, here.wave.id, here.revision, found.unit.id if units else "")
    result = lately(context, "agreement", place, judged)
    lights = FILTERS[kept(FILTER, tuple(FILTERS), "open")]
    below = kept(BELOW, [top.id for top in here.rubric.root.children], "")
    inside = {node.id for node in here.rubric.node(below).walk()} if below else None
    return AgreementView(
        found=found,
        here=here,
        scope=scope,
        judged=result,
        shown=tuple(
            one
            for one in result.disputes
            if one.light in lights and (inside is None or one.indicator in inside)
        ),
        consensus={
            (rating.unit, rating.indicator): rating
            for rating in here.ratings
            if rating.rater == CONSENSUS and (units is None or rating.unit in units)
        },
        rater=rater(context, found.engagement),
        people=names_of_people(context, found.engagement),
        units={unit.id: unit.called(found.lang) for unit in here.tree},
    )
