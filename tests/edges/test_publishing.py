import io
import zipfile
from pathlib import Path

import pytest

from assessment.catalogue import LANGUAGES
from assessment.edges.publishing import (
    RubricTakenError,
    check_beside,
    publish,
    read_rubric_files,
    way_from_newest,
)
from assessment.edges.shelf import FileShelf
from assessment.errors import FileRefusedError, FileUnreachableError
from assessment.rubric_from_sheets import RubricFiles
from exports.rubric_workbook import faithful_workbook

TINY = 'id: tiny\nversion: "1"\nname: Tiny\ntiers: [indicator]\ntree: [{id: only, name: Only one}]\n'
TINY_ZH = (
    "name: 小\nimportance.low: 低\nimportance.fairly-low: 较低\nimportance.fairly-high: 较高\n"
    "importance.high: 高\ntiers.indicator: 指标\nonly.name: 唯一\n"
)


def _files(rubric: str = TINY, zh: str | None = TINY_ZH) -> RubricFiles:
    uploaded = {"rubric.yaml": rubric.encode()} | ({"zh.yaml": zh.encode()} if zh else {})
    files, problems = read_rubric_files(uploaded)
    assert problems == []
    assert files is not None
    return files


def _zip(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _codes(uploaded: dict[str, bytes]) -> list[str]:
    files, problems = read_rubric_files(uploaded)
    assert (files is None) == any(problem.severity == "error" for problem in problems)
    assert all(problem.sentence(lang) for problem in problems for lang in LANGUAGES)
    return [problem.code for problem in problems]


def test_yaml_files_and_a_zip_of_their_folder_are_the_same_rubric() -> None:
    plain = _files()
    packed, problems = read_rubric_files(
        {"care.zip": _zip({"tiny/rubric.yaml": TINY.encode(), "tiny/i18n/zh.yaml": TINY_ZH.encode()})}
    )
    assert problems == []
    assert packed is not None
    assert packed.rubric == plain.rubric
    assert packed.rubric.name_of("only", "zh") == "唯一"
    assert packed.files == plain.files == {"rubric.yaml": TINY, "i18n/zh.yaml": TINY_ZH}


def test_the_one_file_that_is_no_translation_is_the_rubric_whatever_it_is_called() -> None:
    assert _codes({"my own.yml": TINY.encode(), "zh.yaml": TINY_ZH.encode()}) == []


@pytest.mark.parametrize(
    ("uploaded", "codes"),
    [
        ({}, ["upload-none"]),
        ({"zh.yaml": TINY_ZH.encode()}, ["upload-none"]),
        ({"one.yaml": TINY.encode(), "two.yaml": TINY.encode()}, ["upload-several"]),
        ({"rubric.yaml": TINY.encode(), "notes.yaml": b"a: 1"}, ["upload-unread"]),
        ({"rubric.yaml": b"\xff\xfe"}, ["file-encoding"]),
        ({"rubric.yaml": TINY.encode(), "zh.yaml": b"name: x\n"}, ["translation-missing"] * 6),
        ({"x.zip": b"PK\x03\x04nothing"}, ["upload-zip"]),
        ({"x.zip": _zip({"rubric.yaml": b"#" * 20_000_000})}, ["upload-zip"]),
        ({"x.xlsx": b"no workbook"}, ["offline-not-a-workbook"]),
    ],
)
def test_what_is_no_rubric_is_refused_with_the_reason(uploaded: dict[str, bytes], codes: list[str]) -> None:
    assert _codes(uploaded) == codes


def test_what_programs_add_to_a_zip_file_is_left_alone() -> None:
    assert _codes({"x.zip": _zip({"rubric.yaml": TINY.encode(), "__MACOSX/x.yaml": b"\0"})}) == []


def test_a_published_rubric_is_found_on_the_shelf(tmp_path: Path) -> None:
    shelf = FileShelf(own=tmp_path / "own")
    done = publish(tmp_path / "own", shelf, _files())

    assert (done.outcome, done.folder) == ("new", tmp_path / "own" / "tiny" / "1")
    assert shelf.rubric("tiny").fingerprint == done.rubric.fingerprint
    assert shelf.rubric("tiny").name_of("only", "zh") == "唯一"
    assert [path.name for path in (tmp_path / "own" / "tiny").iterdir()] == ["1"]
    assert publish(tmp_path / "own", shelf, _files()).outcome == "same"


def test_another_content_under_the_same_version_is_refused_with_the_difference(tmp_path: Path) -> None:
    shelf = FileShelf(own=tmp_path)
    publish(tmp_path, shelf, _files())
    with pytest.raises(RubricTakenError) as refused:
        publish(tmp_path, shelf, _files(TINY.replace("Only one", "The only"), None))

    assert "Only one → The only" in refused.value.sentence("en")
    assert refused.value.sentence("zh").startswith("tiny 1 已发布")
    assert shelf.rubric("tiny").node("only").name == "Only one"


def test_a_shipped_version_is_never_replaced(tmp_path: Path) -> None:
    shelf = FileShelf(own=tmp_path)
    stolen = TINY.replace("id: tiny", "id: crm-diagnosis")
    with pytest.raises(RubricTakenError):
        publish(tmp_path, shelf, _files(stolen))
    assert list(tmp_path.iterdir()) == []


def test_a_corrected_translation_is_no_new_version(tmp_path: Path) -> None:
    shelf = FileShelf(own=tmp_path)
    publish(tmp_path, shelf, _files())
    better = _files(zh=TINY_ZH.replace("唯一", "仅此一项"))
    assert publish(tmp_path, shelf, better).outcome == "texts"
    assert shelf.rubric("tiny").name_of("only", "zh") == "仅此一项"
    assert publish(tmp_path, shelf, _files(zh=None)).outcome == "texts"
    assert shelf.rubric("tiny").languages == ("en",)


NEWER = TINY.replace('"1"', '"2"').replace("id: only", "id: single")
MOVED = b'from: "1"\nnodes: {only: single}\n'


def test_a_migration_comes_along_and_is_checked_against_the_version_that_it_names(tmp_path: Path) -> None:
    shelf = FileShelf(own=tmp_path)
    publish(tmp_path, shelf, _files(zh=None))
    wrong, problems = read_rubric_files(
        {"rubric.yaml": NEWER.encode(), "migration.yaml": MOVED.replace(b"{only", b"{olny")}
    )
    assert problems == []
    assert wrong is not None
    with pytest.raises(FileRefusedError) as refused:
        publish(tmp_path, shelf, wrong)
    assert "migration-unknown-old" in [problem.code for problem in refused.value.problems]
    assert shelf.rubric("tiny").version == "1"

    good, _ = read_rubric_files({"rubric.yaml": NEWER.encode(), "migration.yaml": MOVED})
    assert good is not None
    done = publish(tmp_path, shelf, good)
    assert (done.folder / "migration.yaml").read_bytes() == MOVED
    assert shelf.moves("tiny", "1", "2").renumbered == {"only": "single"}


def test_a_migration_may_come_with_a_workbook() -> None:
    sheet = faithful_workbook(_files().rubric, "en")
    files, problems = read_rubric_files({"tiny.xlsx": sheet, "migration.yaml": MOVED})
    assert problems == []
    assert files is not None
    assert set(files.files) == {"rubric.yaml", "i18n/zh.yaml", "migration.yaml"}


@pytest.mark.parametrize("version", ["../2", "..", "a/b", ".hidden", "1.", "x" * 61, "一", "a b"])
def test_a_version_that_leads_out_of_the_folder_is_refused(tmp_path: Path, version: str) -> None:
    files = _files(TINY.replace('"1"', f'"{version}"'), None)
    with pytest.raises(FileRefusedError) as refused:
        publish(tmp_path / "own", FileShelf(own=tmp_path / "own"), files)
    assert [problem.code for problem in refused.value.problems] == ["publish-version"]
    assert not (tmp_path / "own").exists()


@pytest.mark.parametrize(
    ("first", "second"), [("tiny", "Tiny"), ('"1a"', '"1A"')], ids=["the id", "the version"]
)
def test_a_name_that_only_capitals_tell_apart_is_refused(tmp_path: Path, first: str, second: str) -> None:
    text = TINY.replace('"1"', '"1a"')
    publish(tmp_path, FileShelf(own=tmp_path), _files(text, None))
    with pytest.raises(FileRefusedError) as refused:
        publish(tmp_path, FileShelf(own=tmp_path), _files(text.replace(first, second, 1), None))
    assert [problem.code for problem in refused.value.problems] == ["publish-similar"]


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file in the way")
    with pytest.raises(FileUnreachableError):
        publish(tmp_path / "own", FileShelf(), _files())


def _handed_in(**files: str) -> RubricFiles:
    found, problems = read_rubric_files({f"{name}.yaml": said.encode() for name, said in files.items()})
    assert found is not None, problems
    return found


def test_corrected_translations_leave_what_lies_beside_the_rubric_as_it_is(tmp_path: Path) -> None:
    shelf = FileShelf(own=tmp_path)
    publish(tmp_path, shelf, _files(zh=None))
    first = _handed_in(rubric=NEWER, migration=MOVED.decode())
    folder = publish(tmp_path, shelf, first).folder

    zh = TINY_ZH.replace("only", "single")
    better = _handed_in(rubric=NEWER, zh=zh, migration=MOVED.decode() + "# again\n")
    assert publish(tmp_path, shelf, better).outcome == "texts"
    assert (folder / "migration.yaml").read_bytes() == MOVED
    assert shelf.rubric("tiny", "2").name_of("single", "zh") == "唯一"


def test_what_lies_beside_a_rubric_is_checked_before_it_is_published(tmp_path: Path) -> None:
    shelf = FileShelf(own=tmp_path)
    files = _handed_in(rubric=TINY, migration='from: "0"\n', links="themes: 1\n", weights="decisions: 1\n")

    found = [(problem.source, problem.code) for problem in check_beside(files, shelf)]
    assert ("migration.yaml", "migration-from") in found
    assert ("weights.yaml", "weights-not-list") in found
    assert {source for source, _ in found} == {"migration.yaml", "links.yaml", "weights.yaml"}
    assert all(one.sentence(lang) for one in check_beside(files, shelf) for lang in LANGUAGES)
    with pytest.raises(FileRefusedError):
        publish(tmp_path, shelf, files)
    assert not (tmp_path / "tiny").exists()


def test_the_way_comes_from_the_version_that_is_named_else_from_the_newest(tmp_path: Path) -> None:
    shelf = FileShelf(own=tmp_path)
    assert way_from_newest(_files(), shelf) is None
    publish(tmp_path, shelf, _files())
    newer = NEWER.replace("only", "other") if "only" in NEWER else NEWER

    before, moves = way_from_newest(_handed_in(rubric=newer), shelf) or pytest.fail("there is a way")
    assert (before.version, moves.to["only"]) == ("1", None)
    before, moves = way_from_newest(_handed_in(rubric=NEWER, migration=MOVED.decode()), shelf) or pytest.fail(
        "there is a way"
    )
    assert before.version == "1"
    assert moves.to["only"] is not None


def test_what_was_forgotten_beside_a_published_rubric_is_added_and_never_replaced(tmp_path: Path) -> None:
    shelf = FileShelf(own=tmp_path)
    publish(tmp_path, shelf, _files())
    publish(tmp_path, shelf, _handed_in(rubric=NEWER))

    late = _handed_in(rubric=NEWER, migration=MOVED.decode())
    done = publish(tmp_path, shelf, late)
    assert done.outcome == "beside"
    assert (done.folder / "migration.yaml").read_bytes() == MOVED
    other = _handed_in(rubric=NEWER, migration=MOVED.decode() + "# again\n")
    assert publish(tmp_path, shelf, other).outcome == "same"
    assert (done.folder / "migration.yaml").read_bytes() == MOVED
