"""One step of the store's schema."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the schema; a released step never changes, a change is a new step at the end.

    Attributes:
        name: unique among all steps.
        statements: run in this order.
        fill: what SQL alone cannot say, run after the statements; None without it.
    """

    name: str
    statements: tuple[str, ...]
    fill: Callable[[sqlite3.Connection], None] | None = None
