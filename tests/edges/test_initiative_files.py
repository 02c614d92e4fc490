"""A library of initiatives beside a rubric: found by version, checked with its translation."""

import shutil
from pathlib import Path

import pytest

from assessment.edges.rubric_checking import check_rubrics
from assessment.edges.shelf import FileShelf, shipped
from assessment.errors import FileRefusedError

FIVE = "rubrics/crm-five-capabilities/2003.1"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the shipped rubrics."""
    shutil.copytree(shipped("rubrics"), tmp_path / "rubrics")
    return tmp_path


def _codes(root: Path) -> list[str]:
    return [problem.code for problem in check_rubrics([root / FIVE])]


def test_the_shelf_reads_the_library_once_until_it_changes(root: Path) -> None:
    shelf = FileShelf(root)
    first = shelf.initiatives("crm-five-capabilities")
    assert first is shelf.initiatives("crm-five-capabilities", "2003.1")

    path = root / FIVE / "initiatives.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("months: 3", "months: 4", 1), encoding="utf-8")
    again = shelf.initiatives("crm-five-capabilities")
    assert again is not None
    assert again.initiatives[0].months == 4


def test_the_fingerprint_of_a_rubric_does_not_depend_on_its_library(root: Path) -> None:
    before = FileShelf(root).rubric("crm-five-capabilities").fingerprint
    (root / FIVE / "initiatives.yaml").unlink()
    (root / FIVE / "initiatives.zh.yaml").unlink()
    shelf = FileShelf(root)
    assert shelf.rubric("crm-five-capabilities").fingerprint == before
    assert shelf.initiatives("crm-five-capabilities") is None


def test_a_version_without_a_library_has_that_of_the_newest_with_one(root: Path) -> None:
    newer = root / "rubrics/crm-five-capabilities/2004.1"
    newer.mkdir()
    text = (root / FIVE / "rubric.yaml").read_text(encoding="utf-8").replace('"2003.1"', '"2004.1"')
    before, after = text.split("          - id: insight.collect.strategy\n")
    rest = after[after.index("          - id: insight.collect.internal") :]
    (newer / "rubric.yaml").write_text(before + rest, encoding="utf-8")
    found = FileShelf(root).initiatives("crm-five-capabilities", "2004.1")

    assert found is not None
    assert found.version == "2004.1"
    lifts = {lift.node for lift in found.initiative("customer-information").lifts}
    assert "insight.collect.strategy" not in lifts
    assert "insight.manage.integration" in lifts


def test_a_library_with_a_defect_is_refused_with_its_line(root: Path) -> None:
    path = root / FIVE / "initiatives.yaml"
    text = path.read_text(encoding="utf-8").replace("theme: operations", "theme: operation", 1)
    path.write_text(text, encoding="utf-8")

    assert _codes(root) == ["initiative-unknown-theme"]
    with pytest.raises(FileRefusedError) as refused:
        FileShelf(root).initiatives("crm-five-capabilities")
    (problem,) = refused.value.problems
    assert text.splitlines()[(problem.line or 0) - 1].strip() == "theme: operation"
    assert problem.allowed == "operations"


def test_a_translation_that_lacks_a_text_or_is_missing_is_told(root: Path) -> None:
    path = root / FIVE / "initiatives.zh.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("order-tracking.name:", "order-trackin.name:"), encoding="utf-8")
    assert _codes(root) == ["translation-unknown-path"]

    path.unlink()
    assert _codes(root) == ["initiatives-no-chinese"]


@pytest.mark.parametrize("name", ["initiatives.yaml", "initiatives.zh.yaml"])
def test_bytes_that_are_no_text_are_told(root: Path, name: str) -> None:
    (root / FIVE / name).write_bytes(b"\xff\xfea")
    assert "file-encoding" in _codes(root)


def test_without_a_diagnosis_rubric_themes_are_not_checked(root: Path) -> None:
    shutil.rmtree(root / "rubrics/crm-diagnosis")
    path = root / FIVE / "initiatives.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("theme: operations", "theme: own"), encoding="utf-8"
    )
    assert _codes(root) == []


def test_the_file_itself_can_be_named_for_checking(root: Path) -> None:
    assert check_rubrics([root / FIVE / "initiatives.zh.yaml"]) == []


def test_a_borrowed_library_takes_the_new_ids_and_the_other_scale(tmp_path: Path) -> None:
    """A lift of 1 on 0..5 is one of 2 on 0..10; without the author's word there is none."""
    tiny = 'id: tiny\nversion: "1"\nname: Tiny\ntiers: [indicator]\ntree: [{id: only, name: Only one}]\n'
    longer = tiny.replace('"1"', '"2"').replace("id: only", "id: single") + "scale: {min: 0, max: 10}\n"
    for version, text in (("1", tiny), ("2", longer)):
        folder = tmp_path / "rubrics/tiny" / version
        folder.mkdir(parents=True)
        (folder / "rubric.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "rubrics/tiny/1/initiatives.yaml").write_text(
        "roles: [{id: it, name: IT}]\ninitiatives: [{id: a, name: A, lifts: {only: 1}, needs: {only: 2}}]\n",
        encoding="utf-8",
    )
    (tmp_path / "rubrics/tiny/1/initiatives.zh.yaml").write_text(
        "roles.it.name: 信息技术\na.name: 甲\n", encoding="utf-8"
    )

    def borrowed(said: str) -> tuple[list[tuple[str, float]], list[tuple[str, float]]]:
        moves = f'from: "1"\n{said}nodes: {{only: single}}\n'
        (tmp_path / "rubrics/tiny/2/migration.yaml").write_text(moves, encoding="utf-8")
        library = FileShelf(tmp_path).initiatives("tiny", "2")
        assert library is not None
        (one,) = library.initiatives
        return [(at.node, at.levels) for at in one.lifts], [(at.node, at.level) for at in one.needs]

    assert borrowed("scores: in-proportion\n") == ([("single", 2.0)], [("single", 4.0)])
    assert borrowed("") == ([], [])
