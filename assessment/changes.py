"""One change of a rating: what was said, what stood before it, and which changes are asked for."""

from dataclasses import dataclass
from typing import Final, Literal

from assessment.ratings import Rating

ChangeKind = Literal["all", "again", "taken-back"]
ChangeMark = tuple[int, str, str, str, str, str, int]
"""Where a change stands among all of an engagement, newest last; sorts as the changes were made."""


@dataclass(frozen=True, slots=True)
class Change:
    """One revision of a rating.

    Attributes:
        rating: what was said.
        before: the revision before it; None where it is the first.
        count: the store's revision that it made; what was saved together shares it. 0 for what a store of the
            first version held.
    """

    rating: Rating
    before: Rating | None
    count: int

    @property
    def mark(self) -> ChangeMark:
        """Where it stands among all changes."""
        at = self.rating.at.isoformat(timespec="microseconds") if self.rating.at else ""
        return (self.count, at, *self.rating.key, self.rating.revision)


@dataclass(frozen=True, slots=True)
class ChangeFilter:
    """Which changes of an engagement are asked for; None stands for any.

    Attributes:
        unit, wave: where.
        who: who rated, or made the change for somebody else.
        indicators: of what; none at all finds nothing.
        kind: `again`: only changes of what was said before; `taken-back`: only answers that were taken back.
    """

    unit: str | None = None
    wave: str | None = None
    who: str | None = None
    indicators: tuple[str, ...] | None = None
    kind: ChangeKind = "all"

    def takes(self, change: Change) -> bool:
        """Whether a change is asked for."""
        rating = change.rating
        return (
            self.unit in (None, rating.unit)
            and self.wave in (None, rating.wave)
            and self.who in (None, rating.rater, rating.by)
            and (self.indicators is None or rating.indicator in self.indicators)
            and (self.kind == "all" or change.before is not None)
            and (self.kind != "taken-back" or _took_back(change))
        )


EVERY_CHANGE: Final = ChangeFilter()


def _took_back(change: Change) -> bool:
    return change.rating.withdrawn and change.before is not None and not change.before.withdrawn
