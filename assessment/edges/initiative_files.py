"""Libraries of initiatives as files beside a rubric: found, read and checked with their translation."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from assessment.diagnosis_links import DIAGNOSIS
from assessment.edges.link_files import LINKS_FILE
from assessment.errors import Problem
from assessment.initiatives import InitiativeLibrary
from assessment.initiatives_parsing import parse_initiatives, parse_texts
from assessment.rubric import Rubric
from assessment.yaml_source import decode, read_yaml

INITIATIVES_FILE: Final = "initiatives.yaml"
TRANSLATED_FILE: Final = "initiatives.zh.yaml"

Files = Mapping[Path, bytes]


def library_paths(folder: Path, rubrics: Path) -> list[Path]:
    """The files that a library is made of: its own, its translation, and the themes that it may name.

    Args:
        folder: of the rubric's version.
        rubrics: the folder of all rubrics, in which the diagnosis rubric is looked for.
    """
    themes = sorted(rubrics.glob(f"{DIAGNOSIS}/*/{LINKS_FILE}"))
    return [folder / INITIATIVES_FILE, *_there(folder / TRANSLATED_FILE), *themes[-1:]]


def read_library(path: Path, files: Files, rubric: Rubric) -> tuple[InitiativeLibrary | None, list[Problem]]:
    """The library beside a rubric in both languages, and all that is wrong with it.

    Args:
        path: of its own file.
        files: what `library_paths` names, read.
        rubric: that it stands beside.
    """
    text, problems = decode(files[path], str(path))
    if text is None:
        return None, problems
    library, problems = parse_initiatives(text, str(path), rubric, _themes(files))
    translation = path.with_name(TRANSLATED_FILE)
    if library is None:
        return None, problems
    if translation not in files:
        return library, [
            *problems,
            Problem("initiatives-no-chinese", str(path), 1, 1, allowed=translation.name),
        ]
    text, wrong = decode(files[translation], str(translation))
    if text is not None:
        library, wrong = parse_texts(text, str(translation), library)
    return library, [*problems, *wrong]


def _there(path: Path) -> list[Path]:
    return [path] if path.is_file() else []


def _themes(files: Files) -> frozenset[str] | None:
    """Ids of the themes of the diagnosis rubric; None where its links are missing or cannot be read."""
    links = next((data for path, data in files.items() if path.name == LINKS_FILE), None)
    text = None if links is None else decode(links, LINKS_FILE)[0]
    document = None if text is None else read_yaml(text, LINKS_FILE)[0]
    themes = document.data.get("themes") if document and isinstance(document.data, dict) else None
    if not isinstance(themes, list):
        return None
    return frozenset(str(theme.get("id")) for theme in themes if isinstance(theme, dict))
