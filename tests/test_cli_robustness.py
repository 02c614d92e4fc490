import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assessment.cli import main
from assessment.edges.demo import load_demo
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store

DEMO = "china-telecom-2003"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "gapline.sqlite3"
    opened = open_store(path)
    assert load_demo(opened, FileShelf()) == DEMO
    opened.close()
    return path


def _run(store: Path, out: Path, *more: str) -> Result:
    arguments = ["robustness", "--store", str(store), "--engagement", DEMO, "--out", str(out), *more]
    return CliRunner().invoke(main, arguments)


def test_ranks_are_written_with_what_was_assumed(store: Path, tmp_path: Path) -> None:
    done = _run(store, tmp_path / "ranks.csv", "--draws", "300", "--spread", "0.1", "--seed", "7")

    assert done.exit_code == 0, done.output
    assert "±10%; 300 draws, seed 7." in done.output
    rows = list(csv.DictReader((tmp_path / "ranks.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["rank"] for row in rows] == ["1", "2", ""]
    assert [rows[0][name] for name in ("spread", "draws", "seed")] == ["0.1", "300", "7"]


def test_the_same_seed_writes_the_same_file(store: Path, tmp_path: Path) -> None:
    for name in ("one.csv", "two.csv"):
        assert (
            _run(store, tmp_path / name, "--any-weights", "--draws", "50", "--table", "pairs").exit_code == 0
        )

    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()


def test_a_flip_list_needs_no_draws_and_says_nothing_of_them(store: Path, tmp_path: Path) -> None:
    done = _run(store, tmp_path / "flips.csv", "--table", "flips")

    assert "draws" not in done.output
    assert (tmp_path / "flips.csv").read_text(encoding="utf-8").startswith("ahead,behind,node,factor")


def test_what_is_unknown_ends_with_one_sentence(store: Path, tmp_path: Path) -> None:
    for wrong in (("--unit", "nowhere"), ("--wave", "1999")):
        done = _run(store, tmp_path / "x.csv", *wrong)
        assert done.exit_code == 1
        assert done.output.count("\n") == 1
    assert not (tmp_path / "x.csv").exists()
