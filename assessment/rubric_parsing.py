"""From the text of a rubric, and of its translations, to the checked model."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

from assessment.errors import Problem
from assessment.rubric import OVERALL, Rubric, Scale
from assessment.rubric_fields import Notes, check_fields, check_text
from assessment.rubric_tree import check_tree
from assessment.yaml_source import (
    MAX_PROBLEMS,
    Path,
    TooManyProblemsError,
    capped,
    nearest,
    read_yaml,
    shortened,
)

_MOST_GUESSES: Final = 20


def parse_rubric(text: str, source: str) -> tuple[Rubric | None, list[Problem]]:
    """The rubric that a text describes, and everything that is wrong with it, in one pass.

    Args:
        text: the content of a `rubric.yaml`.
        source: the file as the person named it; stands at the head of every problem.

    Returns:
        The rubric in the author's language, None where there is an error (a warning does not refuse it);
        the problems in the order of the file, each with line, column and key.
    """
    with _one_piece():
        return _parsed(text, source)


@contextmanager
def _one_piece() -> Iterator[None]:
    """Build without looking for cycles in between: there are none, and each look costs more."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _parsed(text: str, source: str) -> tuple[Rubric | None, list[Problem]]:
    document, problems = read_yaml(text, source)
    if document is None:
        return None, problems
    in_fields = check_fields(document)
    problems += in_fields
    if len(problems) <= MAX_PROBLEMS:
        problems += check_tree(document, _scale(document.data, in_fields))
    problems = capped(in_order(problems), source)
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    return Rubric.model_validate(_immutable(document.data)), problems


def in_order(problems: list[Problem]) -> list[Problem]:
    """The problems of one file from its top to its bottom."""
    return sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0))


def translation_paths(rubric: Rubric) -> dict[str, str]:
    """Every text of a rubric that is to be translated: its path -> the author's own words.

    The order is that of the rubric; the paths are explained at `Rubric.translations`.
    """
    paths = {"name": rubric.name}
    if rubric.source is not None:
        paths["source.title"] = rubric.source.title
    paths |= {f"scale.levels.{level:g}": name for level, name in rubric.scale.levels.items()}
    paths |= {f"importance.{grade}": grade.replace("-", " ") for grade in rubric.importance}
    paths |= {f"tiers.{tier}": tier for tier in rubric.tiers}
    paths |= {f"house.{k}": band.name for k, band in enumerate(rubric.house) if band.name}
    for node in rubric.nodes:
        if node.id == OVERALL:
            continue
        paths[f"{node.id}.name"] = node.name
        if node.question:
            paths[f"{node.id}.question"] = node.question
        paths |= {f"{node.id}.evidence.{k}": item for k, item in enumerate(node.evidence)}
        paths |= {f"{node.id}.descriptors.{level:g}": words for level, words in node.descriptors.items()}
    return paths


def parse_translation(text: str, source: str, rubric: Rubric) -> tuple[dict[str, str], list[Problem]]:
    """The texts of a rubric in another language, and everything that is wrong with them, in one pass.

    Args:
        text: the content of a file of `i18n/`, a flat list `path: text`.
        source: the file as the person named it.
        rubric: what is translated.

    Returns:
        Path -> text of what was understood, complete only where there is no problem; and the problems:
        unknown paths with the nearest real ones, texts without translation, empty texts, what is no text.
    """
    document, problems = read_yaml(text, source)
    if document is None:
        return {}, problems
    if not isinstance(document.data, dict):
        return {}, [*problems, document.problem("rubric-not-group", ())]
    known, notes = translation_paths(rubric), Notes(document, problems)
    with suppress(TooManyProblemsError):
        for path, words in document.data.items():
            if path in known:
                check_text(notes, (path,), words)
        mistyped = note_unknown_texts(notes, known)
        note_missing_texts(notes, {path: words for path, words in known.items() if path not in mistyped})
    texts = {path: words for path, words in document.data.items() if path in known and isinstance(words, str)}
    return texts, capped(in_order(problems), source)


def note_unknown_texts(notes: Notes, known: dict[str, str]) -> set[str]:
    """Note the paths that nothing has; answers the paths that they were probably meant to be."""
    given = notes.document.data
    unknown = [path for path in given if path not in known]
    missing = [path for path in known if path not in given]
    meant = set()
    for position, path in enumerate(unknown):
        guesses = (
            "" if position >= _MOST_GUESSES else nearest(str(path), missing, 1) or nearest(str(path), known)
        )
        notes.add("translation-unknown-path", (path,), found=str(path), allowed=guesses or "name")
        meant.add(guesses)
    return meant


def note_missing_texts(notes: Notes, known: dict[str, str]) -> None:
    """Note the texts without a translation, each at the line after which it belongs."""
    document = notes.document
    before: Path = ()
    for path, words in known.items():
        if path in document.data:
            before = (path,)
        else:
            line, column = document.line_and_column(before)
            problem = Problem("translation-missing", document.source, line, column, path, shortened(words))
            notes.problems.append(problem)


def _scale(data: object, in_fields: list[Problem]) -> Scale | None:
    """The scale of a rubric's file; None where something is wrong with it."""
    if not isinstance(data, dict) or any(f"{problem.key}.".startswith("scale.") for problem in in_fields):
        return None
    return Scale(**data.get("scale", {}))


def _immutable(value: Any) -> Any:  # noqa: ANN401 - plain data of any kind
    """The same data with tuples for lists, as the strict model wants it."""
    if isinstance(value, dict):
        return {key: _immutable(item) for key, item in value.items()}
    return tuple(map(_immutable, value)) if isinstance(value, list) else value
