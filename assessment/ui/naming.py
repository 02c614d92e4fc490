"""A failure told with the names that people know, not with the ids that the store keeps."""

from dataclasses import replace
from typing import Any

from assessment.errors import GaplineError
from assessment.rubric import Rubric
from assessment.ui.context import Context


def by_name(error: GaplineError, context: Context, rubric: Rubric | None = None) -> str:
    """The sentence of a failure in the reader's language; units, waves and indicators by their names.

    What the engagement in view does not hold keeps its id.
    """
    lang = context.lang
    known = {
        "engagement": {each.id: each.called(lang) for each in context.engagements},
        "unit": {each.id: each.called(lang) for each in context.units},
        "wave": {each.id: each.called(lang) for each in context.waves},
        "indicator": {node.id: rubric.name_of(node.id, lang) for node in rubric.nodes} if rubric else {},
    }
    ids = {part: value for part, value in vars(error).items() if isinstance(value, str)}
    named: dict[str, Any] = {
        part: names[ids[part]] for part, names in known.items() if ids.get(part) in names
    }
    return (replace(error, **named) if named else error).sentence(lang)
