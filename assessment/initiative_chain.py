"""From problems through their cause to the theme that solves it, and on to initiatives: one chain to read."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assessment.diagnosis import Chain
from assessment.diagnosis_links import DiagnosisLinks
from assessment.initiatives import Initiative, lifted
from assessment.rubric import Rubric
from assessment.suggesting import Urgent


class Answer(NamedTuple):
    """An initiative that answers a cause; `worth`: levels it closes where the cause shows, times urgency."""

    initiative: str
    worth: float


@dataclass(frozen=True, slots=True)
class ChainRow:
    """One cause, read from the problems that come from it to what is done about it.

    Attributes:
        cause: node of the diagnosis rubric: a cause that nothing else found lies behind.
        problems: what comes from it, in the order of the diagnosis; empty where the cause is itself all that
            was found.
        theme: id of the theme that solves it; empty where none is linked.
        nodes: the urgent nodes in which it shows, the most urgent first.
        answers: the initiatives that lift any of these, what closes most first.
    """

    cause: str
    problems: tuple[str, ...]
    theme: str
    nodes: tuple[Urgent, ...]
    answers: tuple[Answer, ...]

    @property
    def weight(self) -> float:
        """How much is at stake: levels of gap, each times its urgency."""
        return math.fsum(one.urgency * one.gap for one in self.nodes)


def chain_rows(
    found: Sequence[Chain],
    links: DiagnosisLinks,
    urgent: Sequence[Urgent],
    initiatives: Sequence[Initiative],
    rubric: Rubric,
) -> tuple[ChainRow, ...]:
    """The chains of a unit, one row per last cause, the themes and rows with most at stake first.

    Args:
        found: problems with their causes, as `diagnosis.chains` gives them.
        links: of the diagnosis rubric.
        urgent: the gaps of the unit, by indicator, the most urgent first.
        initiatives: the library's and own ones.
        rubric: what was rated.
    """
    gains = {one.id: lifted(one, rubric) for one in initiatives}
    rows = [
        _row(cause, problems, links, urgent, gains, rubric)
        for cause, problems in _by_last_cause(found, links).items()
    ]
    stakes = stakes_of(rows)
    return tuple(sorted(rows, key=lambda row: (-stakes[row.theme], row.theme, -row.weight)))


def stakes_of(rows: Iterable[ChainRow]) -> dict[str, float]:
    """Theme -> what is at stake in all its rows; empty the id of what no theme is linked to."""
    stakes: dict[str, float] = {}
    for row in rows:
        stakes[row.theme] = stakes.get(row.theme, 0.0) + row.weight
    return stakes


def without_cause(rows: Iterable[ChainRow], urgent: Sequence[Urgent]) -> tuple[Urgent, ...]:
    """The urgent nodes that no cause found shows in."""
    told = {one.node for row in rows for one in row.nodes}
    return tuple(one for one in urgent if one.node not in told)


def themes_of(rows: Iterable[ChainRow]) -> dict[str, tuple[str, ...]]:
    """Node -> ids of the themes that solve what shows in it, the weightiest first."""
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        for one in row.nodes:
            found.setdefault(one.node, {})[row.theme] = None
    return {node: tuple(themes) for node, themes in found.items()}


def _by_last_cause(found: Sequence[Chain], links: DiagnosisLinks) -> dict[str, tuple[str, ...]]:
    """Cause behind which no other found one lies -> the problems that come from it."""
    rows: dict[str, dict[str, None]] = {}
    for chain in found:
        here = {chain.problem, *chain.causes}
        for node in (chain.problem, *chain.causes):
            if not here.intersection(links.upstream(node)):
                rows.setdefault(node, {}).update({chain.problem: None} if node != chain.problem else {})
    return {cause: tuple(problems) for cause, problems in rows.items()}


def _row(
    cause: str,
    problems: tuple[str, ...],
    links: DiagnosisLinks,
    urgent: Sequence[Urgent],
    gains: Mapping[str, Mapping[str, float]],
    rubric: Rubric,
) -> ChainRow:
    link = links.links.get(cause)
    shows: Collection[str] = link.shows_in.get(rubric.id, {}) if link else {}
    nodes = tuple(one for one in urgent if one.node in shows)
    worths = {name: _worth(lifts, nodes) for name, lifts in gains.items()}
    answers = [Answer(name, worth) for name, worth in worths.items() if worth > 0]
    ranked = tuple(sorted(answers, key=lambda one: -one.worth))
    return ChainRow(cause, problems, link.theme if link else "", nodes, ranked)


def _worth(lifts: Mapping[str, float], nodes: Iterable[Urgent]) -> float:
    return math.fsum(one.urgency * min(one.gap, lifts.get(one.node, 0.0)) for one in nodes)
