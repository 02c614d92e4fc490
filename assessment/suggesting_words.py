"""Suggestions and chains in words: what an initiative closes, what must come first, why it is on the list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.catalogue import Lang, text
from assessment.diagnosis_links import DiagnosisLinks
from assessment.initiative_chain import ChainRow
from assessment.rubric import Rubric
from assessment.suggesting import Closed, FirstNeeded, Suggestion, Urgent

_MOST_NAMES = 4
"""Names that a sentence lists before it counts the others."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who puts it into words: the names of nodes and initiatives in one language."""

    rubric: Rubric
    initiatives: Mapping[str, str]
    lang: Lang

    def listed(self, names: Iterable[str]) -> str:
        """Names as one text; set further apart where a name has commas of its own."""
        known, comma = list(names), text("quality.comma", self.lang)
        apart = any(comma in name for name in known)
        return (text("initiative.semicolon", self.lang) if apart else comma).join(known)

    def shortened(self, names: Sequence[str]) -> str:
        """The first names, and how many more there are."""
        if len(names) <= _MOST_NAMES + 1:
            return self.listed(names)
        first, more = self.listed(names[:_MOST_NAMES]), len(names) - _MOST_NAMES
        return text("initiative.more", self.lang, names=first, count=more)

    def called(self, initiatives: Iterable[str]) -> list[str]:
        """Names of initiatives; the id of one that is not known."""
        return [self.initiatives.get(one, one) for one in initiatives]

    def closes(self, suggestion: Suggestion) -> str:
        """Which gaps an initiative closes, by how much of what is left."""
        parts = [self._closed(part) for part in suggestion.closes]
        return text("suggest.closes", self.lang, parts=self.listed(parts))

    def first(self, suggestion: Suggestion) -> list[str]:
        """What must be there first, a sentence each; that it can start where nothing must."""
        return self.needed(suggestion.missing) or [text("suggest.now", self.lang)]

    def needed(self, missing: Iterable[FirstNeeded]) -> list[str]:
        """What must be there first, a sentence each."""
        needs = list(missing)
        before = [name for need in needs if not need.node for name in need.initiatives]
        said = [text("suggest.first", self.lang, names=self.listed(self.called(before)))] if before else []
        return said + [self._level(need) for need in needs if need.node]

    def opens(self, initiatives: Sequence[str]) -> str:
        """What waits for an initiative; empty where nothing does."""
        if not initiatives:
            return ""
        return text("suggest.opens", self.lang, names=self.shortened(self.called(initiatives)))

    def urgent(self, one: Urgent) -> str:
        """A node with the class of its urgency."""
        return text(
            "chain.node",
            self.lang,
            name=self.rubric.name_of(one.node, self.lang),
            standing=text(f"urgency.{one.standing}", self.lang),
        )

    def chain(self, row: ChainRow, diagnosis: Rubric, links: DiagnosisLinks) -> str:
        """A row of the chain as one sentence, from the problems to what is done about them."""
        problems = [diagnosis.name_of(node, self.lang) for node in row.problems]
        theme = links.themes.get(row.theme)
        count = {0: ".alone", 1: ""}.get(len(problems), ".many")
        return text(
            f"chain.sentence{count}",
            self.lang,
            problems=self.listed(problems),
            cause=diagnosis.name_of(row.cause, self.lang),
            nodes=self.shortened([self.urgent(one) for one in row.nodes])
            or text("chain.no-nodes", self.lang),
            theme=theme.called(self.lang) if theme else text("chain.no-theme", self.lang),
            initiatives=self.shortened(self.called(one.initiative for one in row.answers))
            or text("chain.no-answers", self.lang),
        )

    def _closed(self, part: Closed) -> str:
        return text(
            "suggest.part.one" if part.of == 1 else "suggest.part",
            self.lang,
            name=self.rubric.name_of(part.node.node, self.lang),
            levels=f"{part.levels:g}",
            gap=f"{part.of:g}",
            standing=text(f"urgency.{part.node.standing}", self.lang),
        )

    def _level(self, need: FirstNeeded) -> str:
        key = "suggest.first.level" if need.initiatives else "suggest.first.none"
        return text(
            key,
            self.lang,
            node=self.rubric.name_of(need.node, self.lang),
            level=f"{need.level:g}",
            now=text("suggest.unscored", self.lang)
            if need.now is None
            else text("suggest.level", self.lang, level=f"{need.now:g}"),
            names=self.listed(self.called(need.initiatives)),
        )
