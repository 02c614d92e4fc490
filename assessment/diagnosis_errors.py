"""What can go wrong when a unit is diagnosed, or read by way of a mapping."""

from dataclasses import dataclass

from assessment.errors import GaplineError


@dataclass(eq=False)
class DismissalReasonError(GaplineError):
    """A proposed problem is dismissed only with a reason."""

    node: str


@dataclass(eq=False)
class UnknownMappingError(GaplineError):
    """No mapping leads from one rubric to the other."""

    source: str
    target: str
    known: str
