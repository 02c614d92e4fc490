"""What two versions of a rubric have in common, where waves on different ones are compared."""

from dataclasses import dataclass
from typing import Final

from assessment.catalogue import Lang, text
from assessment.errors import GaplineError
from assessment.rubric import Rubric

_MOST_NAMED: Final = 12


@dataclass(eq=False)
class ScalesDifferError(GaplineError):
    """Two waves are on versions with different scales; `before` and `after` name wave and version."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CommonNodes:
    """Which nodes are compared.

    Attributes:
        before, after: the two versions.
        common: ids that both have, in the order of the later version.
        only_before, only_after: ids that one alone has; they are not compared.
    """

    before: str
    after: str
    common: tuple[str, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]

    def told(self, lang: Lang) -> list[str]:
        """That only the common nodes are compared, and which are left out."""
        versions = {"before": self.before, "after": self.after}
        lines = [text("versions.common", lang, common=len(self.common), **versions)]
        for version, nodes in ((self.before, self.only_before), (self.after, self.only_after)):
            if nodes:
                named = text("migration.and", lang).join(nodes[:_MOST_NAMED])
                more = "…" if len(nodes) > _MOST_NAMED else ""
                lines.append(text("versions.only", lang, version=version, nodes=named + more))
        return lines


def common_nodes(before: Rubric, after: Rubric) -> CommonNodes | None:
    """What is compared between two versions; None where both are the same."""
    if before.fingerprint == after.fingerprint:
        return None
    older, newer = ([node.id for node in rubric.nodes] for rubric in (before, after))
    return CommonNodes(
        before.version,
        after.version,
        tuple(node for node in newer if node in before),
        tuple(node for node in older if node not in after),
        tuple(node for node in newer if node not in before),
    )
