"""Rubrics and published data as files: found, read, checked, and parsed again only when they changed."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, Generic, TypeVar

from assessment.benchmark import Benchmark
from assessment.edges.files import read_bytes
from assessment.errors import (
    FileRefusedError,
    FileUnreachableError,
    Problem,
    UnknownBenchmarkError,
    UnknownRubricError,
)
from assessment.rubric import Rubric
from assessment.rubric_parsing import parse_rubric, parse_translation
from assessment.yaml_source import MAX_BYTES, decode, read_yaml

RUBRIC_FILE: Final = "rubric.yaml"
MANIFEST_FILE: Final = "manifest.yaml"
TRANSLATIONS: Final = "i18n"
_ABOVE: Final = 2

Model = TypeVar("Model", Rubric, Benchmark)
_Files = Mapping[Path, bytes]
_Outcome = tuple[Model | None, list[Problem]]


def shipped(name: str) -> Path:
    """Where a file or folder that comes with the product lies, installed or in a checkout."""
    packed = Path(__file__).parents[1] / "shipped"
    return (packed if packed.is_dir() else Path(__file__).parents[2]) / name


class FileShelf:
    """Rubrics at `rubrics/<id>/<version>/` and published data at `benchmarks/<id>/` (implements ports.Shelf).

    A file is parsed again only when its content has changed. Names are looked up among those that are there,
    so no name leads out of the folder.
    """

    def __init__(self, root: Path | None = None) -> None:
        """A shelf over the folder that holds `rubrics` and `benchmarks`; the shipped ones without it."""
        self._rubrics = root / "rubrics" if root else shipped("rubrics")
        self._benchmarks = root / "benchmarks" if root else shipped("benchmarks")
        self._parsed_rubrics: _Parsed[Rubric] = _Parsed()
        self._parsed_benchmarks: _Parsed[Benchmark] = _Parsed()

    def rubrics(self) -> list[tuple[str, str]]:
        """(id, version) of every rubric on the shelf, by id, the oldest version first."""
        found = (path.parent for path in self._rubrics.glob(f"*/*/{RUBRIC_FILE}"))
        return sorted(
            ((folder.parent.name, folder.name) for folder in found),
            key=lambda name: (name[0], _natural(name[1])),
        )

    def rubric(self, rubric_id: str, version: str | None = None) -> Rubric:
        """A checked rubric with its translations, the newest version where none is named.

        Raises:
            UnknownRubricError: there is none of this id and version.
            FileRefusedError: its files have problems.
            FileUnreachableError: one of them may not be read.
        """
        known = self.rubrics()
        versions = [name for name in known if name[0] == rubric_id and version in (None, name[1])]
        if not versions:
            asked = rubric_id if version is None else f"{rubric_id} {version}"
            raise UnknownRubricError(asked, ", ".join(map(" ".join, known)))
        path = self._rubrics.joinpath(*versions[-1], RUBRIC_FILE)
        return self._parsed_rubrics.get(path, _read(_rubric_paths(path)), _parse_on_shelf)

    def benchmarks(self) -> list[str]:
        """Ids of every published data set on the shelf."""
        return sorted(path.parent.name for path in self._benchmarks.glob(f"*/{MANIFEST_FILE}"))

    def benchmark(self, benchmark_id: str) -> Benchmark:
        """A checked published data set.

        Raises:
            UnknownBenchmarkError: there is none of this id.
            UnknownRubricError: the rubric that it names is not on the shelf.
            FileRefusedError: its files have problems.
            FileUnreachableError: one of them may not be read.
        """
        known = self.benchmarks()
        if benchmark_id not in known:
            raise UnknownBenchmarkError(benchmark_id, ", ".join(known))
        folder = self._benchmarks / benchmark_id
        paths = (path for path in sorted(folder.iterdir()) if path.suffix in {".yaml", ".csv"})
        return self._parsed_benchmarks.get(folder, _read(paths), self._parse_benchmark)

    @staticmethod
    def rubric_at(path: Path) -> Rubric:
        """A checked rubric from a file of any name, or from the `rubric.yaml` of a folder.

        Raises:
            FileRefusedError: its files have problems.
            FileUnreachableError: it is missing or may not be read.
        """
        path = path / RUBRIC_FILE if path.is_dir() else path
        return _taken(path, *_parse(path, _read(_rubric_paths(path))))

    def _parse_benchmark(self, folder: Path, files: _Files) -> tuple[Benchmark | None, list[Problem]]:
        from assessment.benchmark_parsing import parse_benchmark

        texts: dict[str, str] = {}
        problems: list[Problem] = []
        for path, data in files.items():
            text, wrong = decode(data, str(path))
            texts |= {} if text is None else {path.name: text}
            problems += wrong
        if problems:
            return None, problems
        document, _ = read_yaml(texts[MANIFEST_FILE], MANIFEST_FILE)
        named = document.data.get("rubric") if document and isinstance(document.data, dict) else None
        rubric_id = named if isinstance(named, str) else next(reversed(self.rubrics()), ("",))[0]
        return parse_benchmark(texts, str(folder), self.rubric(rubric_id))


class _Parsed(Generic[Model]):
    """What was parsed, by path, with the digest of the files it came from."""

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[str, Model]] = {}

    def get(self, path: Path, files: _Files, parse: Callable[[Path, _Files], _Outcome[Model]]) -> Model:
        """The model of these files, parsed where they are new; FileRefusedError where they have problems."""
        digest = hashlib.sha256()
        for name, data in files.items():
            digest.update(f"{name}\0{len(data)}\0".encode())
            digest.update(data)
        key, kept = digest.hexdigest(), self._kept.get(path)
        if kept is None or kept[0] != key:
            kept = (key, _taken(path, *parse(path, files)))
            self._kept[path] = kept
        return kept[1]


def check_rubrics(paths: Sequence[Path]) -> list[Problem]:
    """Every problem of rubrics and their translations, file by file.

    Args:
        paths: files, or folders that are searched for `rubric.yaml`; a file of `i18n/` stands for its rubric.
    """
    problems: list[Problem] = []
    files: dict[Path, None] = {}
    for path in paths:
        found = sorted(path.rglob(RUBRIC_FILE)) if path.is_dir() else [_rubric_of(path)]
        files |= dict.fromkeys(found)
        if not found:
            problems.append(Problem("rubric-no-file", str(path), allowed=RUBRIC_FILE))
    for path in files:
        problems += _check(path)
    return problems


def _check(path: Path) -> list[Problem]:
    try:
        files = _read(_rubric_paths(path))
    except FileRefusedError as error:
        return list(error.problems)
    except FileUnreachableError as error:
        return [Problem("file-unreachable", error.path, found=error.why)]
    on_shelf = len(path.absolute().parents) > _ABOVE and path.absolute().parents[_ABOVE].name == "rubrics"
    return (_parse_on_shelf if on_shelf else _parse)(path, files)[1]


def _rubric_of(path: Path) -> Path:
    return path.parent.parent / RUBRIC_FILE if path.parent.name == TRANSLATIONS else path


def _rubric_paths(path: Path) -> list[Path]:
    """A rubric's own file and those of its translations."""
    return [path, *sorted((path.parent / TRANSLATIONS).glob("*.yaml"))]


def _read(paths: Iterable[Path]) -> _Files:
    """The content of the files; one that is too large is refused before it fills the memory."""
    files: dict[Path, bytes] = {}
    for path in paths:
        size = path.stat().st_size if path.is_file() else 0
        if size > MAX_BYTES:
            problem = Problem("file-too-large", str(path), found=f"{size / 1e6:.1f} MB", allowed="5 MB")
            raise FileRefusedError(str(path), (problem,))
        files[path] = read_bytes(path)
    return files


def _parse(path: Path, files: _Files) -> tuple[Rubric | None, list[Problem]]:
    """A rubric with its translations; without the rubric itself they cannot be checked."""
    text, problems = decode(files[path], str(path))
    rubric, wrong = (None, []) if text is None else parse_rubric(text, str(path))
    problems += wrong
    if rubric is None:
        return None, problems
    for name, data in files.items():
        if name != path:
            text, wrong = decode(data, str(name))
            texts, more = ({}, []) if text is None else parse_translation(text, str(name), rubric)
            problems += [*wrong, *more]
            rubric = rubric.with_translation(name.stem, texts)
    return rubric, problems


def _parse_on_shelf(path: Path, files: _Files) -> tuple[Rubric | None, list[Problem]]:
    """The same, and the folders must be called as the rubric calls itself."""
    rubric, problems = _parse(path, files)
    if rubric is not None and (rubric.id, rubric.version) != (path.parent.parent.name, path.parent.name):
        folder = f"{rubric.id}/{rubric.version}"
        problems.append(
            Problem(
                "rubric-misplaced",
                str(path),
                1,
                1,
                found=f"{path.parent.parent.name}/{path.parent.name}",
                allowed=folder,
            )
        )
    return rubric, problems


def _taken(path: Path, model: Model | None, problems: list[Problem]) -> Model:
    errors = [problem for problem in problems if problem.severity == "error"]
    if model is None or errors:
        raise FileRefusedError(str(path), tuple(errors))
    return model


def _natural(name: str) -> list[str | int]:
    """Sorts 2003.9 before 2003.10."""
    return [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", name)]
