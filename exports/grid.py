"""Where things stand on a slide, in inches from the top left corner."""

from dataclasses import dataclass, replace
from typing import Final

from exports.style import MARGIN_INCHES, SLIDE_INCHES


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def from_top(self, skipped: float) -> "Box":
        """What is left below the first `skipped` inches."""
        return replace(self, top=self.top + skipped, height=self.height - skipped)

    def upper(self, height: float) -> "Box":
        """Its uppermost `height` inches."""
        return replace(self, height=height)

    def columns(self, share: float, gutter: float = 0.3) -> tuple["Box", "Box"]:
        """Two boxes side by side, the left one with this share of the width."""
        left = (self.width - gutter) * share
        right = self.width - gutter - left
        return replace(self, width=left), replace(self, left=self.left + left + gutter, width=right)


WIDTH: Final = SLIDE_INCHES[0]
HEIGHT: Final = SLIDE_INCHES[1]
FULL_WIDTH: Final = WIDTH - 2 * MARGIN_INCHES

TITLE: Final = Box(MARGIN_INCHES, 0.32, FULL_WIDTH, 1.0)
LEAD: Final = Box(MARGIN_INCHES, 1.34, FULL_WIDTH, 0.58)
BODY_TOP: Final = 1.45
SOURCE_BOTTOM: Final = 6.96
FOOTER: Final = Box(MARGIN_INCHES, 7.06, FULL_WIDTH - 1.0, 0.26)
NUMBER: Final = Box(WIDTH - MARGIN_INCHES - 0.9, 7.06, 0.9, 0.26)
RULE_TOP: Final = 7.02
SOURCE: Final = Box(MARGIN_INCHES, 6.4, FULL_WIDTH, SOURCE_BOTTOM - 6.4)

COVER_TITLE: Final = Box(1.1, 1.9, 10.6, 1.5)
COVER_SUBTITLE: Final = Box(1.1, 3.5, 10.6, 0.9)
COVER_FACTS: Final = Box(1.1, 4.7, 10.6, 1.6)
CHAPTER_TITLE: Final = Box(1.1, 2.6, 10.6, 1.2)
CHAPTER_TEXT: Final = Box(1.1, 3.9, 10.6, 1.2)
