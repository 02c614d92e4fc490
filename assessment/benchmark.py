"""What was published elsewhere: scores and findings of other operators, with source and date."""

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict

from assessment.catalogue import Lang
from assessment.engagement import Named
from assessment.ratings import Mark


class Operator(Named):
    """Who was scored; `kind` says whether it is a peer abroad or one of the study's own subjects."""

    kind: Literal["peer", "subject"] = "peer"


class OutsideNode(Named):
    """A node that the study scores and the rubric lacks, with the reason."""

    why: str = ""
    why_zh: str = ""


class PublishedScore(BaseModel):
    """One printed figure.

    Attributes:
        node: a node of the rubric, or one of the data set's outside nodes.
        score: as printed, on the rubric's scale; None where it is illegible.
        printed: the figure exactly as it stands in the source, e.g. `2.70`; empty where illegible.
        mark: `inferred` or `illegible`, else empty.
        page: page of the source, None where not numbered.
        note: how the figure was read, own words, empty where there is nothing to say.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    operator: str
    node: str
    score: float | None
    printed: str = ""
    mark: Mark = ""
    page: int | None = None
    note: str = ""
    note_zh: str = ""


class PublishedFinding(BaseModel):
    """What the study saw at an operator, in our own words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    operator: str
    node: str
    text: str
    text_zh: str = ""
    page: int | None = None

    def said(self, lang: Lang) -> str:
        """The finding in the reader's language."""
        return self.text_zh if lang == "zh" and self.text_zh else self.text


class Benchmark(BaseModel):
    """A published data set, checked against one rubric.

    Attributes:
        title, publisher, obtained, missing: provenance; each with its Chinese twin.
        date: of publication.
        rubric: id of the rubric its nodes belong to.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str
    title_zh: str = ""
    publisher: str
    publisher_zh: str = ""
    date: dt.date
    obtained: str
    obtained_zh: str = ""
    missing: str = ""
    missing_zh: str = ""
    rubric: str
    operators: tuple[Operator, ...]
    outside_nodes: tuple[OutsideNode, ...] = ()
    scores: tuple[PublishedScore, ...] = ()
    findings: tuple[PublishedFinding, ...] = ()

    @property
    def peers(self) -> tuple[Operator, ...]:
        """The operators to compare with, in the order of the study."""
        return tuple(operator for operator in self.operators if operator.kind == "peer")

    def operator(self, operator_id: str) -> Operator:
        """The operator with this id; KeyError where there is none."""
        return {operator.id: operator for operator in self.operators}[operator_id]

    def score_of(self, operator: str, node: str) -> PublishedScore | None:
        """The printed figure of one operator at one node; None where none is printed."""
        return self._by_place.get((operator, node))

    def best(self, node: str, operators: Iterable[str] | None = None) -> PublishedScore | None:
        """The highest printed figure at a node among the peers, or the named operators; None without one."""
        ids = [operator.id for operator in self.peers] if operators is None else list(operators)
        found = [
            score
            for score in self.scores
            if score.node == node and score.operator in ids and score.score is not None
        ]
        return max(found, key=lambda score: score.score or 0.0, default=None)

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], PublishedScore]:
        return {(score.operator, score.node): score for score in self.scores}
