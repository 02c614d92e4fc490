"""Rubrics that people hand in: their files taken apart, and published beside the store once and for all."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Final, Literal

from assessment.catalogue import Lang, text
from assessment.diagnosis_links_parsing import parse_links
from assessment.edges.files import write_files, write_version
from assessment.edges.link_files import LINKS_FILE, RubricsById
from assessment.edges.migration_files import MIGRATION_FILE
from assessment.edges.rubric_files import RUBRIC_FILE, TRANSLATIONS
from assessment.edges.rubric_workbooks import read_rubric_workbook
from assessment.errors import FileRefusedError, GaplineError, Problem
from assessment.ports import Shelf
from assessment.rubric import Rubric
from assessment.rubric_difference import RubricDifference, difference
from assessment.rubric_from_sheets import RubricFiles
from assessment.rubric_migration import NodeMoves, moves_by_id, parse_migration
from assessment.rubric_parsing import parse_rubric, parse_translation
from assessment.weights import WEIGHTS_FILE
from assessment.weights_parsing import parse_weights
from assessment.yaml_source import MAX_BYTES, decode

MAX_FILES: Final = 60
BESIDE: Final = (MIGRATION_FILE, LINKS_FILE, WEIGHTS_FILE)
"""Files that may be handed in beside a rubric's own."""
LONGEST_VERSION: Final = 60
_MOST_TOLD: Final = 20
_VERSION: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?<!\.)", re.ASCII)
_LANGUAGE: Final = re.compile(r"[a-z]{2}(-[A-Za-z0-9]+)*", re.ASCII)
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)

Outcome = Literal["new", "same", "texts", "beside"]
OUTCOMES: Final[Mapping[Outcome, str]] = {
    "new": "published",
    "same": "same",
    "texts": "texts",
    "beside": "beside",
}
"""What was done -> its sentence in the catalogue, below `authoring.`."""


class RubricTakenError(GaplineError):
    """A published version is not replaced by another content."""

    def __init__(self, published: Rubric, offered: Rubric) -> None:
        super().__init__()
        self.rubric, self.version = published.id, published.version
        self._difference = difference(published, offered, translations=True)

    @property
    def difference(self) -> RubricDifference:
        """From what is published to what was offered."""
        return self._difference

    def sentence(self, lang: Lang = "en") -> str:
        """What happened, what to do, and the first differences."""
        return "\n".join([self.head(lang), *self._difference.told(lang, _MOST_TOLD)])

    def head(self, lang: Lang) -> str:
        """The same without the differences."""
        return text("error.RubricTakenError", lang, rubric=self.rubric, version=self.version)


@dataclass(frozen=True, slots=True)
class Published:
    """Where a rubric now lies, and whether anything was written for it."""

    rubric: Rubric
    folder: Path
    outcome: Outcome


def read_rubric_files(uploaded: Mapping[str, bytes]) -> tuple[RubricFiles | None, list[Problem]]:
    """A rubric from what a person hands in, and everything that is wrong with it.

    Args:
        uploaded: name -> content: one workbook, one zip file of a rubric's folder, or its YAML files; what
            is in `BESIDE` is kept with any of them, and checked by `check_beside`.

    Returns:
        The rubric with the files that hold it, None where there is an error; the problems.
    """
    for name, data in uploaded.items():
        if PurePosixPath(name).suffix.lower() in {".xlsx", ".xlsm", ".xls"}:
            return _with_others(*read_rubric_workbook(data, name), uploaded)
    files: dict[str, bytes] = {}
    for name, data in uploaded.items():
        if PurePosixPath(name).suffix.lower() == ".zip":
            inside, problem = _unzipped(data, name)
            if problem:
                return None, [problem]
            files |= inside
        else:
            files[name] = data
    return _read_yaml_files(files)


def _with_others(
    files: RubricFiles | None, problems: list[Problem], uploaded: Mapping[str, bytes]
) -> tuple[RubricFiles | None, list[Problem]]:
    """The rubric with what was handed in beside it: the way from another version, links, decisions."""
    for name, data in uploaded.items():
        if PurePosixPath(name).name in BESIDE:
            content, wrong = decode(data, name)
            problems = [*problems, *wrong]
            if files is not None and content is not None:
                files = RubricFiles(files.rubric, {**files.files, PurePosixPath(name).name: content})
    return (None if any(one.severity == "error" for one in problems) else files), problems


def _read_yaml_files(files: Mapping[str, bytes]) -> tuple[RubricFiles | None, list[Problem]]:
    others = [name for name in files if PurePosixPath(name).name not in BESIDE]
    mains = [name for name in others if _is_yaml(name) and not _LANGUAGE.fullmatch(PurePosixPath(name).stem)]
    mains = [name for name in mains if PurePosixPath(name).name == RUBRIC_FILE] or mains
    if len(mains) != 1:
        code = "upload-several" if mains else "upload-none"
        return None, [Problem(code, ", ".join(files)[:80], found=", ".join(mains)[:80])]
    source = mains[0]
    content, problems = decode(files[source], source)
    rubric, wrong = (None, []) if content is None else parse_rubric(content, source)
    problems += wrong
    kept = {RUBRIC_FILE: content or ""}
    for name in others:
        data, language = files[name], PurePosixPath(name).stem
        if name == source or rubric is None:
            continue
        if not _is_yaml(name) or not _LANGUAGE.fullmatch(language):
            problems.append(Problem("upload-unread", name, found=name, severity="warning"))
            continue
        content, wrong = decode(data, name)
        problems += wrong
        if content is not None:
            texts, wrong = parse_translation(content, name, rubric)
            problems += wrong
            rubric = rubric.with_translation(language, texts)
            kept[f"{TRANSLATIONS}/{language}.yaml"] = content
    return _with_others(None if rubric is None else RubricFiles(rubric, kept), problems, files)


def _is_yaml(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in {".yaml", ".yml"}


def _unzipped(data: bytes, source: str) -> tuple[dict[str, bytes], Problem | None]:
    """The YAML files of a zip file; sizes are checked before anything is inflated, and while it is."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [
                entry for entry in archive.infolist() if _is_yaml(entry.filename) and _visible(entry.filename)
            ]
            size = sum(entry.file_size for entry in entries)
            if len(entries) > MAX_FILES or size > 2 * MAX_BYTES:
                return {}, Problem("upload-zip", source, found=f"{len(entries)}, {size / 1e6:.1f} MB")
            files = {}
            for entry in entries:
                with archive.open(entry) as part:
                    files[entry.filename] = part.read(entry.file_size + 1)
                if len(files[entry.filename]) != entry.file_size:
                    return {}, Problem("upload-zip", source, found=entry.filename[:80])
            return files, None
    except _BROKEN as error:
        return {}, Problem("upload-zip", source, found=(str(error) or type(error).__name__)[:80])


def _visible(name: str) -> bool:
    """What programs put beside a folder's files, such as `__MACOSX/`, is none of them."""
    return not any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)


def publish(folder: Path, shelf: Shelf, files: RubricFiles) -> Published:
    """Put a rubric on the shelf for good.

    The same content again changes nothing but its translations, and adds what was missing beside it.

    Args:
        folder: of the own rubrics; made where it is missing.
        shelf: that the rubric is to be found on; it reads this folder.
        files: the rubric.

    Raises:
        RubricTakenError: this version is published with another content.
        FileRefusedError: the version cannot name a folder, only capitals tell it from a published one, or its
            files beside it have problems.
        FileUnreachableError: the folder may not be written.
    """
    rubric = files.rubric
    _check_name(rubric, shelf.rubrics())
    _refuse_beside(files, shelf)
    target = folder / rubric.id / rubric.version
    if (rubric.id, rubric.version) in shelf.rubrics():
        there = shelf.rubric(rubric.id, rubric.version)
        if there.fingerprint != rubric.fingerprint:
            raise RubricTakenError(there, rubric)
        if there.translations == rubric.translations:
            added = _missing_beside(target, files.files)
            write_files(target, encoded(added))
            return Published(there, target, "beside" if added else "same")
        if not target.is_dir():
            raise RubricTakenError(there, rubric)
        _write_texts(target, files.files)
        return Published(rubric, target, "texts")
    write_version(target, encoded(files.files))
    return Published(rubric, target, "new")


def _check_name(rubric: Rubric, known: list[tuple[str, str]]) -> None:
    source = f"{rubric.id} {rubric.version}"
    if not _VERSION.fullmatch(rubric.version) or len(rubric.version) > LONGEST_VERSION:
        problem = Problem("publish-version", source, found=rubric.version, allowed=str(LONGEST_VERSION))
        raise FileRefusedError(source, (problem,))
    for name in known:
        shown = " ".join(name)
        same_id = name[0].casefold() == rubric.id.casefold() and name[0] != rubric.id
        if same_id or (shown.casefold() == source.casefold() and shown != source):
            problem = Problem("publish-similar", source, found=source, allowed=shown)
            raise FileRefusedError(source, (problem,))


def check_beside(files: RubricFiles, shelf: Shelf) -> list[Problem]:
    """What is wrong with the files handed in beside a rubric, held against what is on the shelf."""
    rubric, there = files.rubric, files.files
    problems: list[Problem] = []
    if MIGRATION_FILE in there:
        problems += parse_migration(there[MIGRATION_FILE], MIGRATION_FILE, rubric, _versions(files, shelf))[1]
    if LINKS_FILE in there:
        ids = list(dict.fromkeys(name for name, _ in shelf.rubrics()))
        problems += parse_links(there[LINKS_FILE], LINKS_FILE, rubric, RubricsById(ids, shelf.rubric))[1]
    if WEIGHTS_FILE in there:
        problems += parse_weights(there[WEIGHTS_FILE], WEIGHTS_FILE, rubric)[1]
    return problems


def way_from_newest(files: RubricFiles, shelf: Shelf) -> tuple[Rubric, NodeMoves] | None:
    """The version that an engagement would come from, and where its nodes go; None for a first version.

    That is the one that a `migration.yaml` names, else the newest other one.
    """
    versions = _versions(files, shelf)
    stated = None
    if MIGRATION_FILE in files.files:
        stated, _ = parse_migration(files.files[MIGRATION_FILE], MIGRATION_FILE, files.rubric, versions)
    if stated is not None:
        return versions[stated.before], stated.moves
    others = [rubric for version, rubric in versions.items() if version != files.rubric.version]
    return (others[-1], moves_by_id(others[-1], files.rubric)) if others else None


def _versions(files: RubricFiles, shelf: Shelf) -> dict[str, Rubric]:
    """The versions of a rubric, the one that is handed in among them."""
    rubric = files.rubric
    before = [version for name, version in shelf.rubrics() if name == rubric.id and version != rubric.version]
    return {**{version: shelf.rubric(rubric.id, version) for version in before}, rubric.version: rubric}


def _refuse_beside(files: RubricFiles, shelf: Shelf) -> None:
    errors = tuple(problem for problem in check_beside(files, shelf) if problem.severity == "error")
    if errors:
        raise FileRefusedError(errors[0].source, errors)


def _missing_beside(target: Path, files: Mapping[str, str]) -> dict[str, str]:
    """What was forgotten when an own rubric was published; what lies there already is not replaced."""
    if not target.is_dir():
        return {}
    return {name: files[name] for name in BESIDE if name in files and not (target / name).exists()}


def _write_texts(target: Path, files: Mapping[str, str]) -> None:
    """The translations as they were handed in, and what was missing beside; nothing else is replaced."""
    texts = {name: said for name, said in files.items() if PurePosixPath(name).parent.name == TRANSLATIONS}
    write_files(target, encoded({**texts, **_missing_beside(target, files)}))
    for path in (target / TRANSLATIONS).glob("*.yaml"):
        if f"{TRANSLATIONS}/{path.name}" not in texts:
            path.unlink()


def encoded(files: Mapping[str, str]) -> dict[str, bytes]:
    """Texts as the bytes of UTF-8 files."""
    return {name: content.encode() for name, content in files.items()}
