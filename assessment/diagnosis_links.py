"""What problems and causes are linked to: where they show, what they come from, what they block."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from assessment.catalogue import Lang
from assessment.engagement import Named
from assessment.mapping import NodeWeights

DIAGNOSIS: Final = "crm-diagnosis"
"""Id of the rubric of problems and causes, and the end of the ids of engagements made for decisions."""


class Theme(Named):
    """A direction in which problems are solved; `area` is the part of the company that it is about."""

    area: str = ""
    area_zh: str = ""

    def where(self, lang: Lang) -> str:
        """The area in the reader's language."""
        return self.area_zh if lang == "zh" and self.area_zh else self.area


@dataclass(frozen=True, slots=True)
class DiagnosisLink:
    """The links of one problem or cause.

    Attributes:
        theme: id of its solution theme.
        goals: ids of the goals that it blocks.
        analytics: ids of the areas of analysis that it blocks.
        causes: what it comes from, ids of the same rubric.
        shows_in: rubric id -> the indicators there that are low where it is present.
        origin: where it was taken from.
    """

    theme: str
    goals: tuple[str, ...] = ()
    analytics: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    shows_in: Mapping[str, NodeWeights] = field(default_factory=dict)
    origin: str = ""


@dataclass(frozen=True, slots=True)
class DiagnosisLinks:
    """All links of one diagnosis rubric.

    Attributes:
        themes, goals, analytics: id -> what it is called, in the author's order.
        links: node id -> its links; an indicator without links is never proposed.
    """

    themes: Mapping[str, Theme]
    goals: Mapping[str, Named]
    analytics: Mapping[str, Named]
    links: Mapping[str, DiagnosisLink]

    def upstream(self, node: str) -> tuple[str, ...]:
        """Everything that a node comes from, its direct causes first, then theirs."""
        found: dict[str, None] = {}
        waiting = [node]
        for here in waiting:
            link = self.links.get(here)
            new = [cause for cause in link.causes if cause not in found] if link else []
            found |= dict.fromkeys(new)
            waiting += new
        return tuple(cause for cause in found if cause != node)
