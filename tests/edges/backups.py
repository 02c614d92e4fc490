"""A store to back up, and ways to look into it, to spoil a file and to change what an archive holds."""

import datetime as dt
import zipfile
from collections.abc import Callable
from pathlib import Path

from assessment.edges.evidence_files import folder_of, keep
from assessment.edges.store import SqliteStore, open_store
from assessment.engagement import Engagement, Unit, Wave
from assessment.ratings import Evidence, EvidenceFile, Rating

PDF = b"%PDF-1.7 the minutes"


def with_a_document(file: Path) -> SqliteStore:
    """A store with one rating and one document."""
    store = open_store(file)
    engagement = Engagement(id="e", name="E", rubric="r", rubric_version="1")
    store.add_engagement(
        engagement, [Unit(id="u", name="U")], [Wave(id="1", name="1", date=dt.date(2003, 9, 28))]
    )
    rate(store, 2)
    document, _ = keep(folder_of(file), "minutes.pdf", PDF)
    store.add_evidence("e", [Evidence(id="x", text="They said so", file=document)], [])
    return store


def rate(store: SqliteStore, score: float, note: str = "") -> None:
    store.save_rating("e", Rating(unit="u", wave="1", rater="li", indicator="i", score=score, note=note))


def scores(store: SqliteStore) -> list[float | None]:
    return [rating.score for rating in store.ratings("e")]


def document(store: SqliteStore) -> EvidenceFile:
    (item,) = store.evidence("e")
    assert item.file is not None
    return item.file


def spoil(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 8192] = b"\xa5" * 8192
    file.write_bytes(data)


def rewritten(archive: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    """The archive with other parts, packed anew."""
    with zipfile.ZipFile(archive) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    with zipfile.ZipFile(archive, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
