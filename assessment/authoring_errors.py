"""What can go wrong when rubrics are written and published."""

from dataclasses import dataclass

from assessment.errors import GaplineError


@dataclass(eq=False)
class RubricNotInWorkbookError(GaplineError):
    """A workbook cannot hold every text of the rubric as it is."""

    rubric: str
