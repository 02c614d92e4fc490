"""What can go wrong when a plan is made."""

from dataclasses import dataclass, field

from assessment.catalogue import Lang, text
from assessment.errors import GaplineError
from assessment.roadmap import PlanProblem


@dataclass(eq=False)
class PlannerMissingError(GaplineError):
    """The library that finds the best plan is not installed."""


@dataclass(eq=False)
class PlanRefusedError(GaplineError):
    """What a plan is to be made from has errors; none was made."""

    problems: tuple[PlanProblem, ...] = field(default=())

    def sentence(self, lang: Lang = "en") -> str:
        """How many errors, and each of them on its own line."""
        head = text("error.PlanRefusedError", lang, count=len(self.problems))
        return "\n".join([head, *(problem.sentence(lang) for problem in self.problems)])
