"""Rubrics and published data as files: found, read, checked, and parsed again only when they changed."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final, Generic, TypeVar

from assessment.benchmark import Benchmark
from assessment.diagnosis_links import DiagnosisLinks
from assessment.edges.link_files import LINKS_FILE, MAPPINGS, RubricsById, read_links, read_mappings
from assessment.edges.migration_files import MIGRATION_FILE, moves_among, read_migration
from assessment.edges.rubric_files import (
    RUBRIC_FILE,
    TRANSLATIONS,
    Files,
    names_in,
    natural,
    read_files,
    rubric_paths,
)
from assessment.edges.weight_files import decisions_at, read_weights_file
from assessment.errors import (
    FileRefusedError,
    FileUnreachableError,
    Problem,
    UnknownBenchmarkError,
    UnknownRubricError,
)
from assessment.mapping import NodeMapping
from assessment.rubric import Rubric
from assessment.rubric_migration import NodeMoves
from assessment.rubric_parsing import parse_rubric, parse_translation
from assessment.weights import WEIGHTS_FILE, WeightDecision
from assessment.yaml_source import decode, read_yaml

MANIFEST_FILE: Final = "manifest.yaml"
_ABOVE: Final = 2

Model = TypeVar("Model", Rubric, Benchmark, DiagnosisLinks, tuple[NodeMapping, ...])
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

    def __init__(self, root: Path | None = None, own: Path | None = None) -> None:
        """A shelf over the folder that holds `rubrics` and `benchmarks`; the shipped ones without it.

        Args:
            root: the folder.
            own: one more folder of rubrics, which may be missing; what the first has as well is taken there.
        """
        self._rubrics = root / "rubrics" if root else shipped("rubrics")
        self._own = own
        self._benchmarks = root / "benchmarks" if root else shipped("benchmarks")
        self._parsed_rubrics: _Parsed[Rubric] = _Parsed()
        self._parsed_benchmarks: _Parsed[Benchmark] = _Parsed()
        self._parsed_links: _Parsed[DiagnosisLinks] = _Parsed()
        self._parsed_mappings: _Parsed[tuple[NodeMapping, ...]] = _Parsed()

    def rubrics(self) -> list[tuple[str, str]]:
        """(id, version) of every rubric on the shelf, by id, the oldest version first."""
        return sorted(self._found(), key=lambda name: (name[0], natural(name[1])))

    def _found(self) -> dict[tuple[str, str], Path]:
        """(id, version) of every rubric -> its file."""
        names = {name for folder in self._folders() for name in names_in(folder)}
        return {(name, version): path for name in names for version, path in self._versions(name)}

    def _versions(self, rubric_id: str) -> Iterator[tuple[str, Path]]:
        """Every version of one rubric with its file; what came with the product comes last, and counts."""
        for folder in self._folders():
            if rubric_id in names_in(folder):
                for version in names_in(folder / rubric_id):
                    path = folder / rubric_id / version / RUBRIC_FILE
                    if path.exists():
                        yield version, path

    def _folders(self) -> list[Path]:
        return [self._rubrics] if self._own is None else [self._own, self._rubrics]

    def rubric(self, rubric_id: str, version: str | None = None) -> Rubric:
        """A checked rubric with its translations, the newest version where none is named.

        Raises:
            UnknownRubricError: there is none of this id and version.
            FileRefusedError: its files have problems.
            FileUnreachableError: one of them may not be read.
        """
        versions = {name: path for name, path in self._versions(rubric_id) if version in (None, name)}
        if not versions:
            asked = rubric_id if version is None else f"{rubric_id} {version}"
            raise UnknownRubricError(asked, ", ".join(map(" ".join, self.rubrics())))
        path = versions[max(versions, key=natural)]
        return self._parsed_rubrics.get(path, read_files(rubric_paths(path)), _parse_on_shelf)

    def moves(self, rubric_id: str, before: str, after: str) -> NodeMoves:
        """Where the nodes of one version go in another; by id where no `migration.yaml` says anything.

        Raises:
            UnknownRubricError: there is no such version.
            FileRefusedError: a `migration.yaml`, or a rubric, has problems.
            FileUnreachableError: a file may not be read.
        """
        found = self._found()
        folders = {name[1]: found[name].parent for name in self.rubrics() if name[0] == rubric_id}
        return moves_among(folders, lambda version: self.rubric(rubric_id, version), before, after)

    def links(self, rubric_id: str, version: str | None = None) -> DiagnosisLinks | None:
        """What a diagnosis rubric's problems and causes are linked to; None for a rubric without links.

        Raises:
            UnknownRubricError: there is no such rubric.
            FileRefusedError: the links, or the rubric, have problems.
            FileUnreachableError: a file may not be read.
        """
        rubric = self.rubric(rubric_id, version)
        path = self._found()[rubric.id, rubric.version].parent / LINKS_FILE
        if not path.is_file():
            return None
        files = read_files([path, *self._newest().values()])
        return self._parsed_links.get(path, files, lambda path, files: self._parse_links(rubric, path, files))

    def weights(self, rubric_id: str, version: str) -> tuple[WeightDecision, ...]:
        """Who decided the weights of a rubric, how and why; none where nobody wrote it down.

        Raises:
            UnknownRubricError: there is no such rubric.
            FileRefusedError: the record, or the rubric, has problems.
            FileUnreachableError: a file may not be read.
        """
        rubric = self.rubric(rubric_id, version)
        return decisions_at(self._found()[rubric.id, rubric.version].parent / WEIGHTS_FILE, rubric)

    def mappings(self) -> tuple[NodeMapping, ...]:
        """Which nodes of a rubric inform which of another: every mapping on the shelf, by file name.

        Raises:
            FileRefusedError: a mapping has problems.
            FileUnreachableError: a file may not be read.
        """
        folder = self._rubrics / MAPPINGS
        files = read_files([*_mapping_paths(folder), *self._newest().values()])
        return self._parsed_mappings.get(folder, files, self._parse_mappings)

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
        return self._parsed_benchmarks.get(folder, read_files(paths), self._parse_benchmark)

    @staticmethod
    def rubric_at(path: Path) -> Rubric:
        """A checked rubric from a file of any name, or from the `rubric.yaml` of a folder.

        Raises:
            FileRefusedError: its files have problems.
            FileUnreachableError: it is missing or may not be read.
        """
        path = path / RUBRIC_FILE if path.is_dir() else path
        return _taken(path, *_parse(path, read_files(rubric_paths(path))))

    def _newest(self) -> dict[str, Path]:
        """Rubric id -> the file of its newest version, which links, mappings and published data are about.

        An own version of a rubric that came with them does not count: it may leave out what they name.
        """
        found = self._found()
        known = sorted(self.rubrics(), key=lambda name: found[name].is_relative_to(self._rubrics))
        return {name: found[name, version] for name, version in known}

    def _by_id(self) -> RubricsById:
        newest = self._newest()
        return RubricsById(list(newest), lambda name: self.rubric(name, newest[name].parent.name))

    def _parse_links(
        self, rubric: Rubric, path: Path, files: Files
    ) -> tuple[DiagnosisLinks | None, list[Problem]]:
        return read_links(path, files[path], rubric, self._by_id())

    def _parse_mappings(
        self, folder: Path, files: Files
    ) -> tuple[tuple[NodeMapping, ...] | None, list[Problem]]:
        own = {path: data for path, data in files.items() if path.parent == folder}
        return read_mappings(own, self._by_id())

    def _parse_benchmark(self, folder: Path, files: Files) -> tuple[Benchmark | None, list[Problem]]:
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
        newest = self._newest().get(rubric_id)
        return parse_benchmark(
            texts, str(folder), self.rubric(rubric_id, newest.parent.name if newest else None)
        )


class _Parsed(Generic[Model]):
    """What was parsed, by path, with the digest of the files it came from."""

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[str, Model]] = {}

    def get(self, path: Path, files: Files, parse: Callable[[Path, Files], _Outcome[Model]]) -> Model:
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
    """Every problem of rubrics, their translations and links, and of mappings between them, file by file.

    Args:
        paths: files, or folders that are searched for `rubric.yaml`; a file of `i18n/`, the links and
            `migration.yaml` stand for their rubric, and a mapping for all in its folder.
    """
    problems: list[Problem] = []
    files: dict[Path, None] = {}
    mapped: dict[Path, None] = {}
    for path in paths:
        folders = _mapping_folders(path)
        mapped |= dict.fromkeys(folders)
        found = sorted(path.rglob(RUBRIC_FILE)) if path.is_dir() else [] if folders else [_rubric_of(path)]
        files |= dict.fromkeys(found)
        if not found and not folders:
            problems.append(Problem("rubric-no-file", str(path), allowed=RUBRIC_FILE))
    for path in files:
        problems += _check(path)
    for folder in mapped:
        problems += _told(partial(_check_mappings, folder))
    return problems


def _check(path: Path) -> list[Problem]:
    return _told(partial(_check_rubric, path))


def _told(check: Callable[[], list[Problem]]) -> list[Problem]:
    """What a check finds, a file that cannot be read among it."""
    try:
        return check()
    except FileRefusedError as error:
        return list(error.problems)
    except FileUnreachableError as error:
        return [Problem("file-unreachable", error.path, found=error.why)]


def _check_rubric(path: Path) -> list[Problem]:
    files = read_files(rubric_paths(path))
    on_shelf = len(path.absolute().parents) > _ABOVE and path.absolute().parents[_ABOVE].name == "rubrics"
    rubric, problems = (_parse_on_shelf if on_shelf else _parse)(path, files)
    if rubric is None:
        return problems
    links, migration = path.parent / LINKS_FILE, path.parent / MIGRATION_FILE
    if links.is_file():
        others = _rubrics_below(path.absolute().parent.parent.parent)
        problems += read_links(links, read_files([links])[links], rubric, others)[1]
    if migration.is_file():
        problems += read_migration(migration, rubric, _versions_beside(path.absolute().parent))[1]
    weights = path.parent / WEIGHTS_FILE
    if weights.is_file():
        problems += read_weights_file(weights, rubric)[1]
    return problems


def _versions_beside(folder: Path) -> RubricsById:
    """The versions of a rubric, that of the folder among them."""
    paths = {path.parent.name: path for path in folder.parent.glob(f"*/{RUBRIC_FILE}")}
    return RubricsById(sorted(paths, key=natural), lambda version: FileShelf.rubric_at(paths[version]))


def _check_mappings(folder: Path) -> list[Problem]:
    return read_mappings(read_files(_mapping_paths(folder)), _rubrics_below(folder.absolute().parent))[1]


def _rubrics_below(folder: Path) -> RubricsById:
    """The newest version of every rubric of a folder, whatever the folder is called."""
    paths = sorted(folder.glob(f"*/*/{RUBRIC_FILE}"), key=lambda path: natural(path.parent.name))
    newest = {path.parents[1].name: path for path in paths}
    return RubricsById(sorted(newest), lambda name: FileShelf.rubric_at(newest[name]))


def _mapping_folders(path: Path) -> list[Path]:
    """The folders of mappings at or below a path, or that a mapping lies in."""
    if not path.is_dir():
        return [path.parent] if path.parent.name == MAPPINGS else []
    below = [folder for folder in sorted(path.rglob(MAPPINGS)) if folder.is_dir()]
    return [path, *below] if path.name == MAPPINGS else below


def _mapping_paths(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def _rubric_of(path: Path) -> Path:
    if path.name in {LINKS_FILE, MIGRATION_FILE, WEIGHTS_FILE}:
        return path.parent / RUBRIC_FILE
    return path.parent.parent / RUBRIC_FILE if path.parent.name == TRANSLATIONS else path


def _parse(path: Path, files: Files) -> tuple[Rubric | None, list[Problem]]:
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


def _parse_on_shelf(path: Path, files: Files) -> tuple[Rubric | None, list[Problem]]:
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
