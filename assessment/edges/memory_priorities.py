"""The part of the store in memory that keeps what several people say about the importance of a node."""

from collections.abc import Mapping
from dataclasses import replace

from assessment.edges.memory_kept import settled
from assessment.edges.memory_versions import MemoryVersions
from assessment.ports import Ballot


class MemoryPriorities(MemoryVersions):
    """Votes on importance in memory."""

    def vote_importance(self, engagement: str, votes: Mapping[Ballot, str | None], by: str = "") -> None:
        """Say what grade each person gives a node's importance; None takes a vote back."""
        del by  # a store of one process and one hour keeps no record of who
        with self._lock:
            kept = self._known(engagement)
            kept.check(unit for unit, _, _ in votes if unit)
            self._keep(replace(kept, votes=settled(kept.votes, votes)))

    def importance_votes(self, engagement: str) -> dict[Ballot, str]:
        """Current votes by (unit, node, person)."""
        found = [(kept, ballot) for kept in self._found(engagement) for ballot in kept.votes]
        return {ballot: kept.votes[ballot] for kept, ballot in found if kept.shows("", "told", ballot[1])}
