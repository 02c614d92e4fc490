"""Names of the files that the screen hands out."""

import re
from typing import Final

_LONGEST: Final = 80
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
_UNSAFE: Final = re.compile(r"[^\w.]+")


def safe_name(*parts: str, otherwise: str = "gapline") -> str:
    """A file name that every system takes, without its ending: letters, digits, hyphens and dots only."""
    joined = "-".join(_UNSAFE.sub("-", part).strip("-._") for part in parts)
    name = joined.strip("-._")[:_LONGEST].rstrip("-._")
    return otherwise if not name or name.lower() in _RESERVED else name
