"""What can go wrong when a deck is made for each of many units."""

from dataclasses import dataclass

from assessment.errors import GaplineError


@dataclass(eq=False)
class FolderInUseError(GaplineError):
    """Another run writes decks into the folder."""

    folder: str


@dataclass(eq=False)
class FolderOfAnotherError(GaplineError):
    """The folder holds the decks of another engagement or wave."""

    folder: str


@dataclass(eq=False)
class ContentsDamagedError(GaplineError):
    """What was noted of the decks in the folder cannot be read."""

    path: str


@dataclass(eq=False)
class NobodyRatedError(GaplineError):
    """No unit has a rating in the wave."""

    engagement: str
    wave: str


@dataclass(eq=False)
class WorkerLostError(GaplineError):
    """The process that made a deck ended, most often because the memory was used up."""
