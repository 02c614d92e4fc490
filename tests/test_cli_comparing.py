import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assessment.cli import main
from assessment.edges.generated import Shape, load_generated
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "store.sqlite3"
    store = open_store(path)
    load_generated(store, FileShelf(), 5, Shape(provinces=1, branches=13, raters=(3, 3)))
    store.close()
    return path


def _table(command: str, path: Path, out: Path, *options: object) -> list[dict[str, str]]:
    place = ("--store", path, "--engagement", "generated-5")
    done = _run(command, *place, "--out", out, *options)
    assert done.exit_code == 0, done.output
    return list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))


def test_every_table_is_written_and_twice_the_same(path: Path, tmp_path: Path) -> None:
    for command, options in [
        ("compare", ()),
        ("compare", ("--reference", "2024")),
        ("compare", ("--table", "largest", "--unit", "guangdong-01", "--unit", "guangdong-03")),
        ("compare", ("--table", "peers", "--unit", "guangdong-01", "--named")),
        ("compare", ("--table", "peers")),
        ("compare", ("--table", "change")),
        ("agreement", ()),
        ("agreement", ("--table", "workshops", "--unit", "guangdong-01")),
    ]:
        assert _table(command, path, tmp_path / "a.csv", *options)
        _table(command, path, tmp_path / "b.csv", *options)
        assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_the_parts_of_a_change_add_up_in_the_file(path: Path, tmp_path: Path) -> None:
    rows = _table("compare", path, tmp_path / "c.csv", "--table", "change")

    for row in rows:
        if row["total"]:
            parts = sum(float(row[part]) for part in ("real", "rerated", "scope", "rubric"))
            assert parts == pytest.approx(float(row["total"]), abs=1e-12)
    assert {row["kind"] for row in rows if row["unit"] == "guangdong-11" and row["node"] == "overall"} == {
        "rerated"
    }


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--reference", "nobody"), "average"),
        (("--unit", "nobody"), "guangdong-01"),
        (("--wave", "1999"), "2024"),
        (("--wave", "2024", "--table", "change"), "first wave"),
    ],
)
def test_what_is_not_there_is_told_in_one_sentence(
    options: tuple[str, ...], said: str, path: Path, tmp_path: Path
) -> None:
    done = _run(
        "compare", "--store", path, "--engagement", "generated-5", "--out", tmp_path / "c.csv", *options
    )

    assert done.exit_code != 0
    assert said in done.stderr
    assert "Traceback" not in done.output
    assert not (tmp_path / "c.csv").exists()
