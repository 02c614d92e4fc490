"""Rubrics and published data sets found among files, checked, and parsed once."""

import re
import shutil
from pathlib import Path

import pytest

from assessment.edges import rubric_files
from assessment.edges import shelf as shelf_module
from assessment.edges.shelf import FileShelf, check_rubrics, shipped
from assessment.errors import (
    FileRefusedError,
    FileUnreachableError,
    UnknownBenchmarkError,
    UnknownRubricError,
)

TINY = 'id: tiny\nversion: "1"\nname: Tiny\ntiers: [indicator]\ntree: [{id: only, name: Only one}]\n'
TINY_ZH = (
    "name: 小\nimportance.low: 低\nimportance.fairly-low: 较低\nimportance.fairly-high: 较高\n"
    "importance.high: 高\ntiers.indicator: 指标\nonly.name: 唯一\n"
)


def put(root: Path, version: str = "1", text: str | None = None, zh: str | None = None) -> Path:
    """A rubric of this version on the shelf at root; answers its file."""
    folder = root / "rubrics" / "tiny" / version
    (folder / "i18n").mkdir(parents=True, exist_ok=True)
    if zh is not None:
        (folder / "i18n" / "zh.yaml").write_text(zh, encoding="utf-8")
    path = folder / "rubric.yaml"
    path.write_text(TINY.replace('"1"', f'"{version}"') if text is None else text, encoding="utf-8")
    return path


def test_the_shipped_shelf_holds_the_rubric_and_the_study_of_2003() -> None:
    shelf = FileShelf()
    assert ("crm-five-capabilities", "2003.1") in shelf.rubrics()
    assert len(shelf.rubric("crm-five-capabilities").indicators) == 50
    assert "operators-2003" in shelf.benchmarks()
    assert shelf.benchmark("operators-2003").rubric == "crm-five-capabilities"


def test_the_shipped_files_have_no_problem() -> None:
    assert check_rubrics([shipped("rubrics")]) == []


def test_an_installed_package_takes_what_was_packed_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "assessment" / "shipped").mkdir(parents=True)
    monkeypatch.setattr(shelf_module, "__file__", str(tmp_path / "assessment" / "edges" / "shelf.py"))
    assert shipped("rubrics") == tmp_path / "assessment" / "shipped" / "rubrics"


def test_the_newest_version_counts_where_none_is_named(tmp_path: Path) -> None:
    for version in ("1", "2003.10", "2003.9"):
        put(tmp_path, version)
    shelf = FileShelf(tmp_path)
    assert shelf.rubrics() == [("tiny", "1"), ("tiny", "2003.9"), ("tiny", "2003.10")]
    assert shelf.rubric("tiny").version == "2003.10"
    assert shelf.rubric("tiny", "2003.9").version == "2003.9"


def test_a_translation_beside_the_rubric_comes_with_it(tmp_path: Path) -> None:
    put(tmp_path, zh=TINY_ZH)
    assert FileShelf(tmp_path).rubric("tiny").name_of("only", "zh") == "唯一"


@pytest.mark.parametrize(
    ("rubric_id", "version"),
    [
        ("huge", None),
        ("tiny", "9"),
        ("../rubrics/tiny", "1"),
        ("tiny", "../1"),
        ("tiny", "."),
        ("/", None),
        ("", None),
    ],
)
def test_only_what_lies_on_the_shelf_is_found(tmp_path: Path, rubric_id: str, version: str | None) -> None:
    put(tmp_path)
    with pytest.raises(UnknownRubricError) as caught:
        FileShelf(tmp_path).rubric(rubric_id, version)
    assert caught.value.known == "tiny 1"


def test_an_unknown_data_set_is_named_with_those_that_are_there() -> None:
    with pytest.raises(UnknownBenchmarkError) as caught:
        FileShelf().benchmark("../benchmarks/operators-2003")
    assert "operators-2003" in caught.value.known


def test_an_empty_shelf_is_empty(tmp_path: Path) -> None:
    shelf = FileShelf(tmp_path)
    assert (shelf.rubrics(), shelf.benchmarks()) == ([], [])


def test_the_same_files_are_parsed_once_and_changed_ones_again(tmp_path: Path) -> None:
    path, shelf = put(tmp_path), FileShelf(tmp_path)
    first = shelf.rubric("tiny")
    assert shelf.rubric("tiny") is first
    put(tmp_path, zh=TINY_ZH)
    translated = shelf.rubric("tiny")
    assert translated.languages == ("en", "zh")
    path.write_text(path.read_text(encoding="utf-8").replace("Only one", "Other"), encoding="utf-8")
    assert shelf.rubric("tiny").name_of("only", "en") == "Other"


def test_a_rubric_with_errors_is_refused_with_all_of_them(tmp_path: Path) -> None:
    path = put(tmp_path, text=TINY.replace("name: Tiny\n", "").replace("id: only", "id: 1"))
    with pytest.raises(FileRefusedError) as caught:
        FileShelf(tmp_path).rubric("tiny")
    assert caught.value.source == str(path)
    assert [problem.code for problem in caught.value.problems] == ["rubric-missing-field", "rubric-bad-id"]


def test_a_rubric_with_a_warning_is_taken(tmp_path: Path) -> None:
    put(tmp_path, text=TINY.replace("name: Only one", "name: Only one, rule: median"))
    assert FileShelf(tmp_path).rubric("tiny").id == "tiny"


def test_a_rubric_must_lie_in_the_folders_that_it_names(tmp_path: Path) -> None:
    path = put(tmp_path, "2", text=TINY)
    with pytest.raises(FileRefusedError):
        FileShelf(tmp_path).rubric("tiny")
    [problem] = check_rubrics([path])
    assert (problem.code, problem.found, problem.allowed) == ("rubric-misplaced", "tiny/2", "tiny/1")


def test_a_rubric_anywhere_else_is_read_from_its_file_or_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(TINY, encoding="utf-8")
    assert FileShelf.rubric_at(path).id == "tiny"
    path.rename(tmp_path / "rubric.yaml")
    assert FileShelf.rubric_at(tmp_path).id == "tiny"
    with pytest.raises(FileUnreachableError):
        FileShelf.rubric_at(path)


def test_a_check_goes_through_files_and_folders_and_reports_each_rubric_once(tmp_path: Path) -> None:
    good, bad = put(tmp_path, zh=TINY_ZH), put(tmp_path, "2", text="id: [", zh="a: 1\n")
    translation = good.parent / "i18n" / "zh.yaml"
    translation.write_bytes(TINY_ZH.replace("小", "''").encode())
    problems = check_rubrics([tmp_path, bad, translation])
    assert [(problem.code, problem.source) for problem in problems] == [
        ("rubric-empty-text", str(translation)),
        ("yaml-bracket", str(bad)),
    ]


def test_a_check_says_what_it_could_not_read(tmp_path: Path) -> None:
    huge, gbk, empty = tmp_path / "huge.yaml", tmp_path / "gbk.yaml", tmp_path / "empty"
    huge.write_bytes(b"#" * 5_000_001)
    gbk.write_bytes("id: 客户".encode("gbk"))
    empty.mkdir()
    problems = check_rubrics([huge, gbk, empty, tmp_path / "none.yaml"])
    assert [problem.code for problem in problems] == [
        "rubric-no-file",
        "file-too-large",
        "file-encoding",
        "file-unreachable",
    ]


def test_a_translation_in_another_encoding_is_a_problem_of_that_file(tmp_path: Path) -> None:
    path = put(tmp_path, zh="")
    translation = path.parent / "i18n" / "zh.yaml"
    translation.write_bytes(TINY_ZH.encode("gbk"))
    [problem] = check_rubrics([path])
    assert (problem.code, problem.source, problem.line) == ("file-encoding", str(translation), 2)


def test_own_rubrics_stand_beside_the_shipped_ones_and_never_in_their_place(tmp_path: Path) -> None:
    own, main = tmp_path / "own", tmp_path / "main"
    put(main, "1")
    put(own, "1", TINY.replace("name: Tiny", "name: Another"))
    put(own, "2", zh=TINY_ZH)
    shelf = FileShelf(main, own / "rubrics")

    assert shelf.rubrics() == [("tiny", "1"), ("tiny", "2")]
    assert shelf.rubric("tiny", "1").name == "Tiny"
    assert shelf.rubric("tiny").name_of("only", "zh") == "唯一"
    assert FileShelf(main, tmp_path / "none").rubrics() == [("tiny", "1")]


def test_an_own_version_of_a_shipped_rubric_does_not_break_what_is_linked_to_it(tmp_path: Path) -> None:
    folder = tmp_path / "crm-five-capabilities" / "2099"
    folder.mkdir(parents=True)
    tiny = TINY.replace("id: tiny", "id: crm-five-capabilities").replace('"1"', '"2099"')
    (folder / "rubric.yaml").write_text(tiny, encoding="utf-8")
    shelf = FileShelf(own=tmp_path)

    assert shelf.rubric("crm-five-capabilities").version == "2099"
    assert shelf.mappings() == FileShelf().mappings()
    assert shelf.links("crm-diagnosis") == FileShelf().links("crm-diagnosis")
    assert shelf.benchmark("operators-2003") == FileShelf().benchmark("operators-2003")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A shelf with a copy of the shipped rubric and study; answers the study's folder."""
    for name in ("rubrics", "benchmarks"):
        shutil.copytree(shipped(name), tmp_path / name)
    return tmp_path / "benchmarks" / "operators-2003"


def test_a_data_set_is_parsed_once_and_again_when_it_changed(study: Path) -> None:
    shelf = FileShelf(study.parents[1])
    first = shelf.benchmark("operators-2003")
    assert shelf.benchmark("operators-2003") is first
    manifest = study / "manifest.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(re.sub(r"^publisher: .*", "publisher: X", text, flags=re.MULTILINE), encoding="utf-8")
    assert shelf.benchmark("operators-2003").publisher == "X"


def test_a_data_set_with_errors_is_refused(study: Path) -> None:
    manifest = study / "manifest.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("rubric: crm-five-capabilities\n", ""), encoding="utf-8")
    with pytest.raises(FileRefusedError):
        FileShelf(study.parents[1]).benchmark("operators-2003")
    manifest.write_bytes(text.encode("gbk"))
    with pytest.raises(FileRefusedError) as caught:
        FileShelf(study.parents[1]).benchmark("operators-2003")
    assert [problem.code for problem in caught.value.problems] == ["file-encoding"]


def test_a_data_set_about_a_rubric_that_is_not_there_says_so(study: Path) -> None:
    manifest = study / "manifest.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("rubric: crm-five-capabilities\n", "rubric: other\n"), encoding="utf-8")
    with pytest.raises(UnknownRubricError):
        FileShelf(study.parents[1]).benchmark("operators-2003")


FILES = ("manifest.yaml", "capability-scores.csv", "findings.csv")


def refused(study: Path) -> list[tuple[str, str]]:
    """(code, file) of every problem for which the study is refused."""
    with pytest.raises(FileRefusedError) as caught:
        FileShelf(study.parents[1]).benchmark("operators-2003")
    return [(problem.code, Path(problem.source).name) for problem in caught.value.problems]


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
@pytest.mark.parametrize("name", FILES)
def test_a_file_of_a_data_set_in_another_encoding_is_named(study: Path, name: str, encoding: str) -> None:
    text = (study / name).read_text(encoding="utf-8") + "# 客户\n"
    (study / name).write_bytes(text.encode(encoding))
    assert refused(study) == [("file-encoding", name)]


@pytest.mark.parametrize("name", FILES)
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(study: Path, name: str) -> None:
    data = (study / name).read_bytes()
    before = FileShelf(study.parents[1]).benchmark("operators-2003")
    (study / name).write_bytes(b"\xef\xbb\xbf" + data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    assert FileShelf(study.parents[1]).benchmark("operators-2003") == before


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_a_data_set_that_is_too_large_is_not_read(
    study: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (study / name).open("r+b") as stream:
        stream.truncate(50_000_000)
    monkeypatch.setattr(rubric_files, "read_bytes", _only_small)
    assert refused(study) == [("file-too-large", name)]


def _only_small(path: Path) -> bytes:
    assert path.stat().st_size < 50_000_000
    return path.read_bytes()


@pytest.mark.parametrize("name", FILES)
def test_an_empty_file_of_a_data_set_is_named(study: Path, name: str) -> None:
    (study / name).write_bytes(b"")
    assert refused(study) == [("file-empty", name)]


@pytest.mark.parametrize("name", FILES[1:])
def test_a_missing_file_of_a_data_set_is_told_where_it_is_named(study: Path, name: str) -> None:
    (study / name).unlink()
    assert refused(study) == [("published-file-missing", "manifest.yaml")]


def test_a_data_set_without_a_manifest_is_not_on_the_shelf(study: Path) -> None:
    (study / "manifest.yaml").unlink()
    with pytest.raises(UnknownBenchmarkError):
        FileShelf(study.parents[1]).benchmark("operators-2003")


def test_a_data_set_made_only_of_errors_says_that_there_are_more(study: Path) -> None:
    with (study / "findings.csv").open("a", encoding="utf-8") as stream:
        stream.write("nobody,nothing,Words\n" * 2_000)
    codes = [code for code, _ in refused(study)]
    assert len(codes) == 1_001
    assert codes[-1] == "file-too-many"
