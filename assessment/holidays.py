"""Days on which nobody works, as people write them: a day or a span of days a line."""

import datetime as dt
import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final

LONGEST: Final = 366
"""Days of a span; a longer one is a slip of the pen."""
_DAY: Final = r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
_LINE: Final = re.compile(rf"^{_DAY}(?:\s*(?:-|–|—|~|\.\.|to|至|到)\s*{_DAY})?$")


def holidays_from(written: str) -> tuple[tuple[dt.date, ...], tuple[str, ...]]:
    """The days in their order, each once, and what could not be read.

    Args:
        written: lines, or parts between commas, such as `2004-01-22` or `2004-01-22 to 2004-01-28`.
    """
    days: set[dt.date] = set()
    unread = []
    for part in re.split(r"[\n,，;；、]", written):
        said = part.strip()
        found = _span(said)
        days |= set(found)
        if said and not found:
            unread.append(said)
    return tuple(sorted(days)), tuple(unread)


def _span(said: str) -> tuple[dt.date, ...]:
    match = _LINE.match(said)
    if match is None:
        return ()
    figures = [int(one) for one in match.groups() if one]
    try:
        first = dt.date(*figures[:3])
        last = dt.date(*figures[3:]) if figures[3:] else first
    except ValueError:
        return ()
    count = (last - first).days + 1
    return tuple(first + dt.timedelta(days=step) for step in range(count)) if 0 < count <= LONGEST else ()


def holidays_written(days: Iterable[dt.date]) -> str:
    """The same back as lines; days in a row become one span."""
    ordered = sorted(set(days))
    lines = []
    for _, run in groupby(enumerate(ordered), key=lambda item: item[1].toordinal() - item[0]):
        row = [day for _, day in run]
        lines.append(f"{row[0]}" if len(row) == 1 else f"{row[0]} – {row[-1]}")
    return "\n".join(lines)
