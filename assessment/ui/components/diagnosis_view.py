"""What the Problems page looks at: a unit's diagnosis, what was decided, and who is deciding."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.diagnosing import Decision, Diagnosed, decide, decisions_id, diagnosed
from assessment.diagnosis import LOW_SHARE, Candidate
from assessment.engagement import Engagement
from assessment.errors import GaplineError
from assessment.report.numbers import percent
from assessment.ui.caching import remembered
from assessment.ui.components.people import names_of_people
from assessment.ui.components.rater import rater
from assessment.ui.components.results import View
from assessment.ui.naming import by_name
from assessment.ui.words import day_and_time, plain

Part = Literal["open", "decided", "rest", "chains"]
_REFUSED: Final = "diagnosis-refused"
_SAVED: Final = "diagnosis-saved"


@dataclass(frozen=True, slots=True)
class DiagnosisView:
    """One unit's diagnosis; the rater is None until somebody says who it is."""

    found: View
    here: Diagnosed
    rater: str | None

    @property
    def lang(self) -> Lang:
        """The reader's language."""
        return self.found.lang

    @property
    def linked(self) -> bool:
        """Whether any problem shows in what was rated."""
        return self.here.found.coverage.linked > 0

    def named(self, node: str) -> str:
        """A problem's or cause's name."""
        return self.here.diagnosis.name_of(node, self.lang)

    def listed(self, names: Iterable[str]) -> str:
        """Names as one text."""
        return text("quality.comma", self.lang).join(names)

    def listed_apart(self, names: Iterable[str]) -> str:
        """Long names, which may hold commas themselves, as one text."""
        return text("diagnosis.semicolon", self.lang).join(names)

    def level_name(self, level: float) -> str:
        """What a level of the diagnosis rubric is called; the number where raters differ."""
        return self.here.diagnosis.level_name(level, self.lang) or f"{level:g}"

    def below(self) -> str:
        """The score from which one is no longer low."""
        scale = self.here.rubric.scale
        return f"{scale.min + LOW_SHARE * (scale.max - scale.min):g}"

    def candidates(self, part: Part) -> tuple[Candidate, ...]:
        """What a part of the page lists: proposals strongest first, the others in the rubric's order."""
        found, standing = self.here.found, self.here.standing
        if part == "open":
            return tuple(one for one in found.proposals if standing(one.node) == "open")
        if part == "decided":
            return tuple(one for one in found.candidates if standing(one.node) != "open")
        return tuple(
            one for one in found.candidates if one.verdict != "proposed" and standing(one.node) == "open"
        )

    def said(self, node: str) -> str:
        """Who decided what, when and why; empty where nobody did."""
        rating = self.here.decided.get(node)
        if rating is None or rating.score is None:
            return ""
        names = names_of_people(self.found.context, self.found.engagement)
        who = names.get(rating.rater, rating.rater)
        time = day_and_time(rating.at) if rating.at else ""
        level = self.level_name(rating.score)
        said = text("diagnosis.said", self.lang, level=level, who=who, time=time)
        return text("diagnosis.said-why", self.lang, said=said, reason=rating.note) if rating.note else said

    def decisions(self) -> Engagement | None:
        """The engagement that holds the decisions; None before the first."""
        wanted = decisions_id(self.found.engagement.id)
        return next((one for one in self.found.context.engagements if one.id == wanted), None)


def look(found: View) -> DiagnosisView:
    """The diagnosis of the unit in view, worked out once per change of the store."""
    context = found.context
    place = (found.engagement.id, found.unit.id, found.wave.id)
    here = remembered(context, lambda: diagnosed(context.store, context.shelf, *place), "diagnosis", *place)
    return DiagnosisView(found, here, rater(context, found.engagement))


def attempt(seen: DiagnosisView, node: str, level: float, reason: str) -> bool:
    """Record a decision; what came of it then stands at the head of the page."""
    before = seen.here.decided.get(node)
    own = before.revision if before is not None and before.rater == seen.rater else None
    decision = Decision(node, level, seen.rater or "", reason, own)
    try:
        decide(seen.found.context.store, seen.here, decision)
    except GaplineError as error:
        st.session_state[_REFUSED] = by_name(error, seen.found.context, seen.here.diagnosis)
        return False
    name, told = seen.named(node), seen.level_name(level)
    st.session_state[_SAVED] = text("diagnosis.saved", seen.lang, name=name, level=told)
    return True


def messages() -> None:
    """Say once what came of the last click."""
    refused, saved = st.session_state.pop(_REFUSED, None), st.session_state.pop(_SAVED, None)
    if refused:
        st.error(plain(refused), icon=":material/error:")
    if saved:
        st.toast(plain(saved), icon=":material/check:")


def shares(one: Candidate) -> dict[str, object]:
    """The figures beside a candidate's name."""
    linked = len(one.reasons) + len(one.open)
    low = "" if one.low is None else percent(one.low)
    return {"assessed": len(one.reasons), "linked": linked, "low": low}
