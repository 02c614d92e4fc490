"""What can fail while a roadmap is made and followed; one class per failure."""

from dataclasses import dataclass

from assessment.errors import GaplineError


@dataclass(eq=False)
class RoadmapChangedError(GaplineError):
    """Somebody else changed it since it was shown; nothing of this change was saved.

    Attributes:
        name: what it is called.
        by: who changed it.
        at: when, such as `2026-11-23 08:15 UTC`.
    """

    name: str
    by: str
    at: str
