import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assessment.cli import main
from assessment.edges.demo import load_demo
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "store.sqlite3"
    store = open_store(path)
    load_demo(store, FileShelf())
    store.close()
    return path


def _run(path: Path, out: Path, *options: str) -> Result:
    place = ["diagnose", "--store", str(path), "--engagement", "china-telecom-2003", "--out", str(out)]
    return CliRunner().invoke(main, [*place, *options])


def test_the_proposals_for_shenzhen_are_written_with_their_scores(path: Path, tmp_path: Path) -> None:
    done = _run(path, tmp_path / "d.csv", "--unit", "shenzhen-telecom")

    assert done.exit_code == 0, done.output
    assert "19 problems and causes are proposed" in done.output
    assert "45 of 50 indicators, 44 of them assessed" in done.output
    rows = list(csv.DictReader((tmp_path / "d.csv").read_text(encoding="utf-8").splitlines()))
    assert len({row["node"] for row in rows}) == 19
    assert all(float(row["score"]) < 2 for row in rows if row["is_low"] == "1")


def test_it_is_written_in_chinese_as_well(path: Path, tmp_path: Path) -> None:
    assert _run(path, tmp_path / "d.csv", "--lang", "zh").exit_code == 0
    assert "客户细分不到位" in (tmp_path / "d.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("option", ["--unit", "--wave"])
def test_what_is_not_there_is_told_in_one_sentence(option: str, path: Path, tmp_path: Path) -> None:
    done = _run(path, tmp_path / "d.csv", option, "nobody")

    assert done.exit_code != 0
    assert "nobody" in done.stderr
    assert "Traceback" not in done.output
    assert not (tmp_path / "d.csv").exists()
