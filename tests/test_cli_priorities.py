"""The command that writes what matters first, from a store or from files."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assessment.cli import main
from assessment.edges.demo import load_demo
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["priorities", *(str(argument) for argument in arguments)])


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "store.sqlite3"
    opened = open_store(path)
    load_demo(opened, FileShelf())
    opened.close()
    return path


def test_an_engagements_capabilities_by_urgency(store: Path, tmp_path: Path) -> None:
    place = ("--store", store, "--engagement", "china-telecom-2003", "--unit", "shenzhen-telecom")
    for name in ("one.csv", "two.csv"):
        assert run(*place, "--out", tmp_path / name).exit_code == 0
    found = rows(tmp_path / "one.csv")
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    assert len(found) == 16
    assert [row["rank"] for row in found] == sorted((row["rank"] for row in found), key=int)
    assert (found[0]["node"], found[0]["class"], found[0]["target_from"]) == (
        "insight.generate",
        "soon",
        "own",
    )


def test_another_tier_against_the_required_level(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    place = ("--store", store, "--engagement", "china-telecom-2003", "--out", out)
    assert run(*place, "--tier", "indicator", "--required").exit_code == 0
    assert {row["target_from"] for row in rows(out)} == {"required"}
    refused = run(*place, "--tier", "province")
    assert refused.exit_code == 2
    assert "Possible: dimension, capability, indicator" in refused.output


def test_from_files(tmp_path: Path) -> None:
    ratings, wishes, out = (tmp_path / name for name in ("ratings.csv", "wishes.csv", "out.csv"))
    ratings.write_text("unit,indicator,score\nnorth,insight.collect.strategy,1\n", encoding="utf-8")
    wishes.write_text("node,importance,target\ninsight.collect,high,4\n", encoding="utf-8")
    files = ("--rubric", "crm-five-capabilities", "--ratings", ratings, "--importance", wishes)
    assert run(*files, "--tier", "indicator", "--out", out).exit_code == 0
    first = rows(out)[0]
    assert (first["node"], first["level"], first["class"]) == ("insight.collect.strategy", "1", "now")
    assert run(*files, "--wave", "2030", "--out", out).exit_code == 1
    assert run(*files, "--unit", "south", "--out", out).exit_code == 1


def test_a_file_with_mistakes_is_refused(tmp_path: Path) -> None:
    ratings, wishes = tmp_path / "ratings.csv", tmp_path / "wishes.csv"
    ratings.write_text("unit,indicator,score\nnorth,insight.collect.strategy,1\n", encoding="utf-8")
    wishes.write_text("node,importance\ninsight.colect,vital\n", encoding="utf-8")
    files = ("--rubric", "crm-five-capabilities", "--ratings", ratings, "--importance", wishes)
    done = run(*files, "--out", tmp_path / "out.csv")
    assert done.exit_code == 1
    assert "insight.collect" in str(done.exception or done.output) + done.output


def test_what_it_is_about_has_to_be_said(tmp_path: Path) -> None:
    assert run("--out", tmp_path / "out.csv").exit_code == 2
    assert run("--rubric", "crm-five-capabilities", "--out", tmp_path / "out.csv").exit_code == 2
