"""The part of the SQLite store that keeps what several people say about the importance of a node."""

from collections.abc import Mapping

from assessment.edges.store import appending
from assessment.edges.store import statements as sql
from assessment.edges.store.rows import require_places
from assessment.edges.store.version_store import VersionStore
from assessment.ports import Ballot


class PriorityStore(VersionStore):
    """Votes on importance in one SQLite file."""

    def vote_importance(self, engagement: str, votes: Mapping[Ballot, str | None], by: str = "") -> None:
        """Say what grade each person gives a node's importance; None takes a vote back."""
        with self._connections.write() as db:
            require_places(db, engagement, units=dict.fromkeys(unit for unit, _, _ in votes if unit))
            wanted = appending.grade_fields(votes)
            appending.append_settings(db, engagement, appending.VOTE, wanted, by)

    def importance_votes(self, engagement: str) -> dict[Ballot, str]:
        """Current votes by (unit, node, person)."""
        with self._connections.read() as db:
            rows = db.execute(sql.VOTES_SHOWN, {"engagement": engagement}).fetchall()
        return {(row["unit"], row["node"], row["person"]): row["grade"] for row in rows if not row["cleared"]}
