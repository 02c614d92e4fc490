"""What a client's template calls its layouts and placeholders, from a small YAML file; the logo."""

from contextlib import suppress
from typing import Any, Final

from assessment.errors import FileRefusedError, Problem
from assessment.mapping_parsing import check_keys, finished
from assessment.media_types import media_type
from assessment.rubric_fields import Notes
from assessment.yaml_source import TooManyProblemsError, decode, read_yaml

PLACES: Final = {
    "cover": ("layout", "title", "subtitle", "facts"),
    "chapter": ("layout", "title", "text"),
    "finding": ("layout", "title", "lead", "source"),
}
"""Kind of slide -> what may be named of its layout."""
MOST_LOGO_BYTES: Final = 5_000_000

Names = dict[str, dict[str, str | int]]
"""Kind of slide -> name of its layout, and name or number of each placeholder."""


def parse_names(data: bytes, source: str) -> tuple[Names | None, list[Problem]]:
    """The names that a mapping file holds, and everything that is wrong with it, in one pass.

    Args:
        data: the file's content.
        source: the file as the person named it.

    Returns:
        The names, None where there is an error; the problems in the order of the file.
    """
    text, problems = decode(data, source)
    document, more = (None, []) if text is None else read_yaml(text, source)
    problems += more
    if document is None:
        return None, problems
    notes, names = Notes(document), Names()
    with suppress(TooManyProblemsError):
        names = _names(notes, document.data)
    good, problems = finished(notes, problems)
    return (names if good else None), problems


def _names(notes: Notes, data: Any) -> Names:  # noqa: ANN401 - plain data of any kind
    names = Names()
    if not check_keys(notes, (), data, tuple(PLACES), ()):
        return names
    for kind, places in PLACES.items():
        if kind in data and check_keys(notes, (kind,), data[kind], places, ()):
            names[kind] = {
                place: value
                for place, value in data[kind].items()
                if place in places and _is_name(notes, kind, place, value)
            }
    return names


def _is_name(notes: Notes, kind: str, place: str, value: object) -> bool:
    named = isinstance(value, str) and bool(value.strip())
    numbered = isinstance(value, int) and not isinstance(value, bool) and place != "layout"
    if not (named or numbered):
        notes.add("template-name-layout" if place == "layout" else "template-name", (kind, place))
    return named or numbered


def check_logo(name: str, data: bytes) -> bytes:
    """A PNG or JPEG file for the corner of every slide; FileRefusedError where it is none, or too large."""
    if len(data) > MOST_LOGO_BYTES:
        _refuse(name, Problem("logo-large", name, found=f"{len(data) / 1e6:.1f} MB", allowed="5 MB"))
    kind, _ = media_type(name, data)
    if kind not in {"image/png", "image/jpeg"}:
        _refuse(name, Problem("logo-kind", name))
    return data


def _refuse(name: str, problem: Problem) -> None:
    raise FileRefusedError(name, (problem,))
