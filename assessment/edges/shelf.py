"""Rubrics and published data as files: found, read, checked, and parsed again only when they changed."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, Generic

from assessment.benchmark import Benchmark
from assessment.diagnosis_links import DiagnosisLinks
from assessment.edges.initiative_files import INITIATIVES_FILE, library_paths, read_library
from assessment.edges.link_files import (
    LINKS_FILE,
    MAPPINGS,
    RubricsById,
    mapping_paths,
    read_links,
    read_mappings,
)
from assessment.edges.migration_files import moves_among
from assessment.edges.rubric_files import (
    RUBRIC_FILE,
    Files,
    Model,
    names_in,
    natural,
    parse,
    parse_on_shelf,
    read_files,
    rubric_paths,
    taken,
)
from assessment.edges.weight_files import decisions_at
from assessment.errors import (
    Problem,
    UnknownBenchmarkError,
    UnknownRubricError,
)
from assessment.initiatives import InitiativeLibrary
from assessment.mapping import NodeMapping
from assessment.migration_initiatives import Way, carried
from assessment.rubric import Rubric
from assessment.rubric_migration import NodeMoves
from assessment.weights import WEIGHTS_FILE, WeightDecision
from assessment.yaml_source import decode, read_yaml

MANIFEST_FILE: Final = "manifest.yaml"
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
        self._parsed_libraries: _Parsed[InitiativeLibrary] = _Parsed()
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
        return self._parsed_rubrics.get(path, read_files(rubric_paths(path)), parse_on_shelf)

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

    def initiatives(self, rubric_id: str, version: str | None = None) -> InitiativeLibrary | None:
        """What can be picked to lift a rubric's nodes; None for a rubric without a library.

        A version without a library of its own has that of the newest version with one, as far as it fits:
        nodes take their new ids, and levels another scale where the author says that shares are the same.

        Raises:
            UnknownRubricError: there is no such rubric.
            FileRefusedError: the library, or the rubric, has problems.
            FileUnreachableError: a file may not be read.
        """
        rubric, found = self.rubric(rubric_id, version), self._found()
        versions = [name for name in self.rubrics() if name[0] == rubric.id]
        wanted = [(rubric.id, rubric.version), *reversed(versions)]
        folder = next(
            (f for f in (found[n].parent for n in wanted) if (f / INITIATIVES_FILE).is_file()), None
        )
        if folder is None:
            return None
        own, path = self.rubric(rubric.id, folder.name), folder / INITIATIVES_FILE
        files = read_files([found[rubric.id, folder.name], *library_paths(folder, self._rubrics)])
        library = self._parsed_libraries.get(path, files, lambda path, files: read_library(path, files, own))
        if own.version == rubric.version:
            return library
        return carried(library, Way(own, rubric, self.moves(rubric.id, own.version, rubric.version)))

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
        files = read_files([*mapping_paths(folder), *self._newest().values()])
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
        return taken(path, *parse(path, read_files(rubric_paths(path))))

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
            kept = (key, taken(path, *parse(path, files)))
            self._kept[path] = kept
        return kept[1]
