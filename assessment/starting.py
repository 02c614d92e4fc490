"""Starting an engagement of one's own: from a name and a list of units to what a store keeps."""

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass

from assessment.benchmark import Benchmark
from assessment.engagement import Engagement, Person, Unit, UnitKind, Wave, tidy_name
from assessment.errors import Problem
from assessment.ports import Shelf, Store
from assessment.ratings import is_reserved

_ARROW = re.compile(r"\s*[>＞]\s*")
_NO_WORD = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a person typed to begin.

    Attributes:
        units: one per line; `Group > Branch` puts the branch below the group.
        person: who rates first, may be empty.
    """

    name: str
    rubric: str
    rubric_version: str
    units: str
    wave: str
    date: dt.date
    person: str = ""


def parse_units(lines: str, taken: Collection[str] = ()) -> tuple[list[Unit], list[Problem]]:
    """Units from a list that a person typed, parents first.

    Args:
        lines: one unit per line; `A > B` puts B below A, and A is added where it has no line of its own.
        taken: ids that no unit may get, such as those of published operators: a unit of such an id would
            show their figures as its own.

    Returns:
        The units understood, and a problem for every line that contradicts another or names nothing.
    """
    parents: dict[str, str | None] = {}
    problems: list[Problem] = []
    for number, line in enumerate(lines.splitlines(), 1):
        if not line.strip():
            continue
        names = [" ".join(name.split()) for name in _ARROW.split(line)]
        if not all(names):
            problems.append(Problem("units.empty-name", "units", number, found=line.strip()))
            continue
        for above, name in zip([None, *names[:-1]], names, strict=True):
            known = parents.setdefault(name, above)
            if known is None and above is not None:
                parents[name] = above
            elif above is not None and known != above:
                problems.append(Problem("units.two-parents", "units", number, key=name, found=str(known)))
    problems += [
        Problem("units.circle", "units", key=name) for name in parents if _above_itself(name, parents)
    ]
    return ([] if problems else _units(parents, taken)), problems


def start_engagement(store: Store, shelf: Shelf, beginning: Beginning) -> tuple[str | None, list[Problem]]:
    """Make an engagement with its units and first wave.

    Args:
        store: where it will be kept.
        shelf: where its rubric is found.
        beginning: what the person typed.

    Returns:
        The new engagement's id, or None and what is wrong with the input; nothing was written then.

    Raises:
        UnknownRubricError: there is no such rubric on the shelf.
        StoreRefusedError: the store takes no writes.
    """
    benchmark = _benchmark_for(store, shelf, beginning.rubric)
    published = [operator.id for operator in benchmark.operators] if benchmark else []
    units, problems = parse_units(beginning.units, published)
    name, wave = beginning.name.strip(), beginning.wave.strip()
    if not name:
        problems.insert(0, Problem("start.no-name", "name"))
    if not units and not problems:
        problems.append(Problem("units.none", "units"))
    person = tidy_name(beginning.person)
    if is_reserved(person):
        problems.append(Problem("start.reserved-name", "person", found=person))
    if problems:
        return None, problems
    rubric = shelf.rubric(beginning.rubric, beginning.rubric_version)
    engagement = Engagement(
        id=new_id(name, {found.id for found in store.engagements()}),
        name=name,
        rubric=rubric.id,
        rubric_version=rubric.version,
        rubric_fingerprint=rubric.fingerprint,
        benchmark=benchmark.id if benchmark else None,
    )
    day = f"{beginning.date:%Y-%m-%d}"
    first = Wave(id=day, name=wave or day, date=beginning.date)
    people = [Person(id=person, name=person)] if person else []
    store.keep_rubric(rubric)
    store.add_engagement(engagement, units, [first], people)
    return engagement.id, []


def offered_first(shelf: Shelf) -> int:
    """Place in `shelf.rubrics()` of the rubric to begin with: the newest that has published figures."""
    compared = {shelf.benchmark(name).rubric for name in shelf.benchmarks()}
    places = [place for place, (rubric, _) in enumerate(shelf.rubrics()) if rubric in compared]
    return places[-1] if places else 0


def new_id(name: str, taken: Collection[str]) -> str:
    """An id that reads like the name and is not taken yet."""
    base = _NO_WORD.sub("-", name.casefold()).strip("-") or "new"
    number = 1
    while (found := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return found


def _benchmark_for(store: Store, shelf: Shelf, rubric: str) -> Benchmark | None:
    """The first data set on the rubric, as the store keeps it or else the shelf."""
    found = (store.published(name) or shelf.benchmark(name) for name in shelf.benchmarks())
    return next((benchmark for benchmark in found if benchmark.rubric == rubric), None)


def _above_itself(name: str, parents: dict[str, str | None]) -> bool:
    seen, above = {name}, parents[name]
    while above is not None and above not in seen:
        seen.add(above)
        above = parents[above]
    return above == name


def _units(parents: dict[str, str | None], taken: Collection[str]) -> list[Unit]:
    ids: dict[str, str] = {}
    for name in parents:
        ids[name] = new_id(name, {*taken, *ids.values()})
    found, waiting = list[Unit](), list(parents)
    while waiting:
        ready = [name for name in waiting if parents[name] is None or parents[name] not in waiting]
        found += [
            Unit(id=ids[name], name=name, kind=_kind(name, parents), parent=_id_of(parents[name], ids))
            for name in ready
        ]
        waiting = [name for name in waiting if name not in ready]
    return found


def _id_of(name: str | None, ids: dict[str, str]) -> str | None:
    return None if name is None else ids[name]


def _kind(name: str, parents: dict[str, str | None]) -> UnitKind:
    has_parts = name in parents.values()
    if parents[name] is None:
        return "group" if has_parts else "operator"
    return "province" if has_parts else "branch"
