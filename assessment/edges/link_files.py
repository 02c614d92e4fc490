"""Files that link rubrics: mappings between two of them, and the links of a diagnosis rubric."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from assessment.diagnosis_links import DiagnosisLinks
from assessment.diagnosis_links_parsing import parse_links
from assessment.errors import GaplineError, Problem
from assessment.mapping import NodeMapping
from assessment.mapping_parsing import parse_mappings
from assessment.rubric import Rubric
from assessment.yaml_source import decode

LINKS_FILE: Final = "links.yaml"
MAPPINGS: Final = "mappings"
_BETWEEN: Final = "--"

Files = Mapping[Path, bytes]


class RubricsById(Mapping[str, Rubric]):
    """Rubrics that are read when something names them; what cannot be read has no entry."""

    def __init__(self, ids: list[str], load: Callable[[str], Rubric]) -> None:
        self._ids = dict.fromkeys(ids)
        self._load = load
        self._loaded: dict[str, Rubric] = {}
        self.refused: set[str] = set()

    def __getitem__(self, rubric_id: str) -> Rubric:
        """The rubric; KeyError where there is none, or its files have problems (it is in `refused` then)."""
        if rubric_id not in self._ids or rubric_id in self.refused:
            raise KeyError(rubric_id)
        if rubric_id not in self._loaded:
            try:
                self._loaded[rubric_id] = self._load(rubric_id)
            except GaplineError:
                self.refused.add(rubric_id)
                raise KeyError(rubric_id) from None
        return self._loaded[rubric_id]

    def __iter__(self) -> Iterator[str]:
        """All ids, also of what cannot be read."""
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def read_links(
    path: Path, data: bytes, rubric: Rubric, rubrics: RubricsById
) -> tuple[DiagnosisLinks | None, list[Problem]]:
    """The links beside a rubric, and all that is wrong with them."""
    text, problems = decode(data, str(path))
    if text is None:
        return None, problems
    links, wrong = parse_links(text, str(path), rubric, rubrics)
    return links, _told(wrong, rubrics)


def read_mappings(files: Files, rubrics: RubricsById) -> tuple[tuple[NodeMapping, ...], list[Problem]]:
    """All mappings of a folder, and all that is wrong with them, their names among it."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path, data in files.items():
        text, wrong = decode(data, str(path))
        problems += wrong
        texts |= {} if text is None else {str(path): text}
    mappings, wrong = parse_mappings(texts, rubrics)
    problems += _told(wrong, rubrics)
    for source, mapping in mappings.items():
        found, allowed = Path(source).name, f"{mapping.source}{_BETWEEN}{mapping.target}.yaml"
        if found != allowed:
            problems.append(Problem("mapping-misnamed", source, 1, 1, found=found, allowed=allowed))
    return tuple(mappings.values()), problems


def mapping_folders(path: Path) -> list[Path]:
    """The folders of mappings at or below a path, or that a mapping lies in."""
    if not path.is_dir():
        return [path.parent] if path.parent.name == MAPPINGS else []
    below = [folder for folder in sorted(path.rglob(MAPPINGS)) if folder.is_dir()]
    return [path, *below] if path.name == MAPPINGS else below


def mapping_paths(folder: Path) -> list[Path]:
    """The mappings of a folder, by file name."""
    return sorted(folder.glob("*.yaml"))


def _told(problems: list[Problem], rubrics: RubricsById) -> list[Problem]:
    """The problems, a rubric with problems of its own told from one that is not there."""
    return [
        Problem("mapping-rubric-refused", p.source, p.line, p.column, p.key, p.found)
        if p.code == "mapping-unknown-rubric" and p.found in rubrics.refused
        else p
        for p in problems
    ]
