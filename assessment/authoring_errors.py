"""What can go wrong when rubrics are written and published."""

from dataclasses import dataclass

from assessment.errors import GaplineError


@dataclass(eq=False)
class RubricNotInWorkbookError(GaplineError):
    """A workbook cannot hold the rubric as it is: a text would change, or a sheet would be too large."""

    rubric: str
