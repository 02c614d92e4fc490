"""What a process does that makes decks of many units: tell, draw where something is new, hand over."""

import gc
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from assessment import service
from assessment.catalogue import Lang, text
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics
from assessment.errors import GaplineError

if TYPE_CHECKING:
    from assessment.ports import LinkedShelf, Store
    from assessment.storyline.choices import Choices
    from assessment.storyline.common import Common
    from exports.deck import House


@dataclass(frozen=True)
class Job:
    """What all decks of a run have in common.

    Attributes:
        store: the store's file.
        around: what the decks depend on besides what is told.
    """

    store: str
    common: "Common"
    choices: "Choices"
    lang: Lang
    house: "House"
    around: str


class Task(NamedTuple):
    """One unit's deck.

    Attributes:
        known: the mark of a deck that need not be drawn again; empty for none.
        draws: whether a deck is drawn at all where its mark is another.
    """

    key: str
    unit: str
    known: str
    draws: bool


class Outcome(NamedTuple):
    """What became of a task.

    Attributes:
        told: the mark of what is told.
        data: the deck; None where it was not drawn.
        problem: what is missing from it, or, without a mark, why there is none.
    """

    told: str = ""
    data: bytes | None = None
    slides: int = 0
    problem: str = ""


def begin(job: Job) -> Callable[[Task], Outcome]:
    """Open the store for this process, in which garbage is collected between decks."""
    from assessment.edges.store import open_store

    store, shelf = open_store(job.store, create=False), FileShelf(own=own_rubrics(job.store))
    gc.disable()

    def work(task: Task) -> Outcome:
        try:
            return _made(job, store, shelf, task)
        except GaplineError as error:
            return Outcome(problem=error.sentence(job.lang))
        except Exception as error:  # noqa: BLE001 - one unit must not take the others with it; it is named
            what = f"{type(error).__name__}: {error}"
            return Outcome(problem=text("batch.why.unexpected", job.lang, what=what))
        finally:
            gc.collect()

    return work


def _made(job: Job, store: "Store", shelf: "LinkedShelf", task: Task) -> Outcome:
    from assessment.storyline.batch import told_mark
    from assessment.storyline.full import told_in_full
    from assessment.storyline.telling import Telling, only_chosen
    from exports.deck import deck

    gathered = service.gathered_for(store, job.common.base, task.unit)
    material = only_chosen(gathered, job.choices.units)
    told = told_in_full(Telling(store, shelf, material, job.choices, job.lang, job.common))
    lacking = [failure.said(job.lang) for failure in told.failures]
    mark = told_mark(told.report, job.around, *lacking)
    if mark == task.known or not task.draws:
        return Outcome(mark)
    failed: list[str] = []
    data = deck(told.report, None, job.house, failed)
    lacking += [text("story.failed.slide", job.lang, title=title) for title in failed]
    return Outcome(mark, data, _slides(data), " ".join(lacking))


def _slides(data: bytes) -> int:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return sum(name.startswith("ppt/slides/slide") for name in package.namelist())
