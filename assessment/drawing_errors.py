"""Why a deck could not be drawn as PDF or as a picture."""

from dataclasses import dataclass
from typing import Literal

from assessment.catalogue import Lang, text
from assessment.errors import GaplineError


@dataclass(eq=False)
class OfficeMissingError(GaplineError):
    """A program that draws decks is not installed; `tool` is LibreOffice or poppler."""

    tool: str

    def sentence(self, lang: Lang = "en") -> str:
        """What is missing, what works without it, how to get it."""
        return text(f"error.office.{self.tool}", lang)


@dataclass(eq=False)
class OfficeFailedError(GaplineError):
    """A deck could not be drawn."""

    reason: Literal["time", "size", "nothing"]

    def sentence(self, lang: Lang = "en") -> str:
        """Why, and what to do instead."""
        return text(f"error.office.{self.reason}", lang)
