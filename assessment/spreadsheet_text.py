"""Text that a spreadsheet must not take for a formula."""

from typing import Final

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def guarded(words: str) -> str:
    """The text for a CSV cell: an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{words}" if words.lstrip("'").startswith(FORMULA_STARTS) else words


def unguarded(cell: str) -> str:
    """The text that `guarded` wrote into a CSV cell."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA_STARTS) else cell
