"""A file that comes back, whichever kind it is: an offline workbook or a ratings table."""

from assessment import offline, service
from assessment.edges.offline_reading import offline_ids, read_offline_workbook
from assessment.errors import FileRefusedError
from assessment.importing import Batch
from assessment.ports import Shelf, Store

_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def is_workbook(data: bytes, source: str) -> bool:
    """Whether a file is to be read as a workbook, by its content or its name; else it is a table."""
    return data.startswith(_OFFICE) or source.casefold().endswith((".xlsx", ".xlsm", ".xls", ".ods"))


def engagement_of(data: bytes, source: str) -> str:
    """Id of the engagement that a workbook was made for.

    Raises:
        FileRefusedError: it is no offline workbook.
    """
    ids, problems = offline_ids(data, source)
    if ids is None:
        raise FileRefusedError(source, tuple(problems))
    return ids.engagement


def read_batch(store: Store, shelf: Shelf, engagement: str, data: bytes, source: str, wave: str) -> Batch:
    """What a file would do in an engagement.

    Args:
        store: where the engagement is kept.
        shelf: where its rubric is found.
        engagement: its id.
        data: the file's content.
        source: its name.
        wave: which round a table's rows without a wave belong to; a workbook knows its own.

    Raises:
        FileRefusedError: nothing of the file can be taken.
    """
    if not is_workbook(data, source):
        return offline.bring_table(store, shelf, engagement, data, source, wave)
    rubric = service.rubric_of(shelf, store.engagement(engagement), store)
    answers, problems = read_offline_workbook(data, source, rubric)
    return offline.bring_back(store, engagement, answers, problems, source)
