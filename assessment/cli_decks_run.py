"""A run over many units' decks: what is to do in a folder, what became of each, the list of them."""

import datetime as dt
import errno
import gc
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Final

import click

from assessment.batch_errors import WorkerLostError
from assessment.catalogue import text
from assessment.cli_decks_work import Job, Outcome, Task, begin
from assessment.edges.crew import Lost, worked_off
from assessment.edges.deck_folder import DeckFolder, Kept
from assessment.edges.files import write_bytes
from assessment.errors import FileUnreachableError
from assessment.storyline.batch import DeckState, Delivered, Ordered, contents_table

CONTENTS: Final = "contents.xlsx"
READY: Final[frozenset[DeckState]] = frozenset({"made", "current", "edited", "outdated"})
FAILED: Final[frozenset[DeckState]] = frozenset({"failed", "foreign"})


_HELD: Final = (errno.EACCES, errno.EPERM, errno.EBUSY)


@dataclass
class Run:
    """Decks of the units of one wave.

    Attributes:
        ordered: every unit that is listed.
        hides: a sentence without the names that are concealed.
        delivered: what became of each, by key.
    """

    job: Job
    ordered: list[Ordered]
    hides: Callable[[str], str]
    delivered: dict[str, Delivered] = field(default_factory=dict)

    def work(self, folder: DeckFolder, workers: int, *, overwrite: bool) -> None:
        """Make what is missing from a folder, or no longer as it would be told today.

        Raises:
            FileUnreachableError: the folder is full or may not be written; what stands there is whole.
        """
        known = {one.key for one in self.ordered if one.file}
        for file in folder.forget(set(folder.decks) - known):
            self._say(text("batch.stayed", self.job.lang, file=file))
        by_key = {one.key: one for one in self.ordered}
        tasks = [task for one in self.ordered if (task := self._task(folder, one, overwrite=overwrite))]
        label = text("batch.making", "en", count=len(tasks))
        with (
            _out_of_the_collectors_way(),
            closing(worked_off(partial(begin, self.job), tasks, workers)) as results,
            click.progressbar(length=len(tasks), label=label, file=sys.stderr, show_pos=True) as bar,
        ):
            for task, found in results:
                lost = Outcome(problem=WorkerLostError().sentence(self.job.lang))
                self._take(folder, by_key[task.key], task, lost if isinstance(found, Lost) else found)
                bar.update(1)

    def _task(self, folder: DeckFolder, one: Ordered, *, overwrite: bool) -> Task | None:
        """What is to do for a unit; None where that is clear without telling its deck."""
        lang, known = self.job.lang, folder.decks.get(one.key)
        found = folder.found(one.key, one.file) if one.file else "missing"
        state: DeckState = "waiting"
        if not one.asked:
            state = "left" if one.file else "unrated"
        elif found == "foreign" and not overwrite:
            state = "foreign"
        why = text(f"batch.why.{state}", lang) if state in {"foreign", "unrated"} else ""
        stands = known is not None and found in {"ours", "edited"} and state != "foreign"
        self.delivered[one.key] = _delivered(state, known if stands else None, why)
        if state != "waiting":
            return None
        draws = overwrite or found in {"missing", "ours"}
        whole = known is not None and (found == "edited" or folder.stands(one.key))
        spares = whole and not (overwrite and found == "edited")
        return Task(one.key, one.unit, known.told if known and spares else "", draws)

    def _take(self, folder: DeckFolder, one: Ordered, task: Task, done: Outcome) -> None:
        known, lang = folder.decks.get(one.key), self.job.lang
        problem = self.hides(done.problem)
        if not done.told:
            self.delivered[one.key] = Delivered("failed", problem=problem)
        elif done.data is not None:
            made = dt.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
            kept = Kept(file=one.file, told=done.told, slides=done.slides, made=made, problem=problem)
            try:
                folder.write(one.key, kept, done.data)
            except FileUnreachableError as error:
                if not _is_held(error, folder, one):
                    raise
                self.delivered[one.key] = Delivered("failed", problem=error.sentence(lang))
            else:
                self.delivered[one.key] = _delivered("made", kept)
        elif done.told == task.known:
            self.delivered[one.key] = _delivered("current" if task.draws else "edited", known)
        else:
            why = text("batch.why.outdated", lang)
            self.delivered[one.key] = _delivered("outdated", known, why)

    def list(self, folder: DeckFolder) -> None:
        """Write the list of the decks beside them.

        Raises:
            FileUnreachableError: it cannot be written.
        """
        from exports.contents_workbook import contents_workbook

        lang, base = self.job.lang, self.job.common.base
        waiting = Delivered("waiting")
        told = {one.key: self.delivered.get(one.key, waiting) for one in self.ordered}
        named = {
            "engagement": self.hides(base.engagement.called(lang)),
            "wave": base.wave.called(lang),
        }
        table = contents_table(base, self.ordered, told, lang, text("batch.contents", lang, **named))
        lead = text("batch.contents.lead", lang, made=self.ready(), asked=self.asked)
        write_bytes(folder.path / CONTENTS, contents_workbook(table, [lead], lang))

    @property
    def asked(self) -> int:
        """How many decks are made in this run."""
        return sum(one.asked for one in self.ordered)

    def count(self) -> Counter[DeckState]:
        """How many decks came to what."""
        return Counter(one.state for one in self.delivered.values())

    def ready(self) -> int:
        """How many decks stand there, new or as they were."""
        return sum(count for state, count in self.count().items() if state in READY)

    def conclude(self) -> None:
        """Say what became of the decks; ClickException where some could not be made."""
        lang, count = self.job.lang, self.count()
        for one in self.ordered:
            done = self.delivered[one.key]
            if done.problem and done.state in READY | FAILED:
                self._say(text("batch.problem", lang, name=one.name, why=done.problem))
        failed = sum(count[state] for state in FAILED)
        kept = count["edited"] + count["outdated"]
        said = {"made": count["made"], "current": count["current"], "kept": kept, "failed": failed}
        click.echo(text("batch.done", lang, **said))
        if failed:
            raise click.ClickException(text("batch.some-failed", lang, count=failed))

    def stopped(self) -> None:
        """Say how far the run came."""
        self._say(text("batch.stopped", self.job.lang, made=self.ready(), asked=self.asked))

    @staticmethod
    def _say(line: str) -> None:
        click.echo(line, err=True)


@contextmanager
def _out_of_the_collectors_way() -> Iterator[None]:
    """What is there now is not looked at by the collector: forked processes go on sharing it."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _is_held(error: FileUnreachableError, folder: DeckFolder, one: Ordered) -> bool:
    """Whether this deck alone cannot be written, because another program has it open."""
    cause = error.__cause__
    return error.path == str(folder.path / one.file) and isinstance(cause, OSError) and cause.errno in _HELD


def _delivered(state: DeckState, known: Kept | None, why: str = "") -> Delivered:
    if known is None:
        return Delivered(state, problem=why)
    return Delivered(state, known.slides, known.made, " ".join(filter(None, (why, known.problem))))
