from pathlib import Path

import pytest
from click.testing import CliRunner

from assessment.cli import main
from assessment.edges.rubric_checking import check_rubrics
from assessment.edges.shelf import FileShelf
from assessment.errors import FileRefusedError
from tests.linked_rubrics import LINKS, MAPPING

LEAF = "      - {{id: {0}, name: {0}}}\n"
RATED = (
    'id: rated\nversion: "1"\nname: Rated\ntiers: [part, indicator]\ntree:\n'
    "  - id: data\n    name: Data\n    children:\n"
    + "".join(map(LEAF.format, ("data.get", "data.keep", "data.share")))
    + "  - id: care\n    name: Care\n    children:\n"
    + "".join(map(LEAF.format, ("care.shop", "care.call")))
)
ILLS = (
    'id: ills\nversion: "1"\nname: Ills\ntiers: [part, indicator]\ntree:\n'
    "  - id: problems\n    name: Problems\n    children:\n"
    + "".join(map(LEAF.format, ("problems.slow", "problems.blind")))
    + "  - id: causes\n    name: Causes\n    children:\n"
    + "".join(map(LEAF.format, ("causes.silos", "causes.root")))
)


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    _write(tmp_path / "rubrics/rated/1/rubric.yaml", RATED)
    _write(tmp_path / "rubrics/ills/1/rubric.yaml", ILLS)
    _write(tmp_path / "rubrics/ills/1/links.yaml", LINKS)
    _write(tmp_path / "rubrics/mappings/rated--ills.yaml", MAPPING)
    return tmp_path


def test_links_and_mappings_are_found_on_the_shelf(root: Path) -> None:
    shelf = FileShelf(root)
    links = shelf.links("ills")

    assert links is not None
    assert list(links.links) == ["problems.slow", "problems.blind", "causes.silos", "causes.root"]
    assert [(one.source, one.target) for one in shelf.mappings()] == [("rated", "ills")]
    assert shelf.links("rated") is None
    assert shelf.rubrics() == [("ills", "1"), ("rated", "1")]


def test_what_did_not_change_is_not_parsed_again(root: Path) -> None:
    shelf = FileShelf(root)
    assert shelf.links("ills") is shelf.links("ills")
    assert shelf.mappings() is shelf.mappings()


def test_links_are_held_against_the_newest_version_of_a_rubric(root: Path) -> None:
    shelf = FileShelf(root)
    shelf.mappings()
    newer = RATED.replace('"1"', '"2"').replace("care.shop", "care.store")
    _write(root / "rubrics/rated/2/rubric.yaml", newer)

    with pytest.raises(FileRefusedError) as caught:
        shelf.mappings()
    assert [problem.code for problem in caught.value.problems] == ["mapping-unknown-node"]
    with pytest.raises(FileRefusedError):
        shelf.links("ills")


def test_a_shelf_without_mappings_has_none(root: Path) -> None:
    (root / "rubrics/mappings/rated--ills.yaml").unlink()
    (root / "rubrics/mappings").rmdir()
    assert FileShelf(root).mappings() == ()


def test_a_good_folder_passes_the_check(root: Path) -> None:
    assert check_rubrics([root / "rubrics"]) == []


@pytest.mark.parametrize(
    ("name", "before", "after", "codes"),
    [
        ("ills/1/links.yaml", "care.shop", "care.shoe", ["mapping-unknown-node"]),
        ("mappings/rated--ills.yaml", "care.shop", "care.shoe", ["mapping-unknown-node"]),
        ("mappings/rated--ills.yaml", "from: rated", "from: other", ["mapping-unknown-rubric"]),
    ],
)
def test_the_check_of_a_folder_finds_defects_of_links_and_mappings(
    root: Path, name: str, before: str, after: str, codes: list[str]
) -> None:
    path = root / "rubrics" / name
    _write(path, path.read_text(encoding="utf-8").replace(before, after))

    problems = check_rubrics([root / "rubrics"])
    assert [problem.code for problem in problems] == codes
    assert problems[0].source == str(path)


def test_a_rubric_with_problems_of_its_own_is_told_from_one_that_is_not_there(root: Path) -> None:
    _write(root / "rubrics/rated/1/rubric.yaml", RATED.replace("name: Rated", "nam: Rated"))

    codes = [problem.code for problem in check_rubrics([root / "rubrics"])]
    assert set(codes) == {"rubric-unknown-key", "mapping-rubric-refused"}
    assert codes.count("mapping-rubric-refused") == 4 + 1


@pytest.mark.parametrize("name", ["ills/1/links.yaml", "mappings/rated--ills.yaml", "mappings", "ills"])
def test_one_file_or_folder_is_checked_alone(root: Path, name: str) -> None:
    path = root / "rubrics" / name
    assert check_rubrics([path]) == []
    (root / "rubrics/rated/1/rubric.yaml").unlink()
    assert {problem.code for problem in check_rubrics([path])} == {"mapping-unknown-rubric"}


def test_a_file_that_is_called_otherwise_is_told_its_name(root: Path) -> None:
    folder = root / "rubrics/mappings"
    (folder / "rated--ills.yaml").rename(folder / "mine.yaml")

    (problem,) = check_rubrics([folder])
    assert (problem.code, problem.found, problem.allowed) == (
        "mapping-misnamed",
        "mine.yaml",
        "rated--ills.yaml",
    )
    with pytest.raises(FileRefusedError):
        FileShelf(root).mappings()


def test_bytes_that_are_no_text_are_told(root: Path) -> None:
    (root / "rubrics/ills/1/links.yaml").write_bytes(b"\xff\xfe")
    (root / "rubrics/mappings/rated--ills.yaml").write_bytes(b"\xff\xfe")

    assert [problem.code for problem in check_rubrics([root / "rubrics"])] == ["file-encoding"] * 2


def test_the_command_names_file_and_line(root: Path) -> None:
    path = root / "rubrics/mappings/rated--ills.yaml"
    _write(path, MAPPING.replace("care.shop", "care.shoe"))
    done = CliRunner().invoke(main, ["rubric", "check", str(root / "rubrics")])

    assert done.exit_code == 1
    assert f"{path}:5:" in done.stderr
    assert "care.shop" in done.stderr


def test_the_shipped_links_and_mappings_pass_the_check() -> None:
    shelf = FileShelf()
    assert shelf.links("crm-diagnosis") is not None
    assert len(shelf.mappings()) >= 3
