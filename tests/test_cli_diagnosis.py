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


def _informed(path: Path, out: Path, *options: str) -> Result:
    place = ["informed", "--store", str(path), "--engagement", "china-telecom-2003", "--out", str(out)]
    return CliRunner().invoke(main, [*place, "--unit", "shenzhen-telecom", *options])


@pytest.mark.parametrize(("lang", "name"), [("en", "Brand management"), ("zh", "品牌管理")])
def test_scores_are_read_as_levels_of_the_capability_map(
    path: Path, tmp_path: Path, lang: str, name: str
) -> None:
    """Brand: equity 1.5 and consistency 2.0, so 1.75 of 0 to 5, which is 2.4 of 1 to 5."""
    done = _informed(path, tmp_path / "m.csv", "--to", "crm-capability-map", "--lang", lang)

    assert done.exit_code == 0, done.output
    assert "69% of the weight of “CRM capability map” is informed" in done.output
    rows = {
        row["node"]: row
        for row in csv.DictReader((tmp_path / "m.csv").read_text(encoding="utf-8").splitlines())
    }
    assert rows["marketing.brand"]["name"] == name
    assert float(rows["marketing.brand"]["level"]) == pytest.approx(2.4)
    assert rows["channels"]["level"] == ""
    assert float(rows["channels"]["coverage"]) == pytest.approx(4 / 12)
    assert rows["service.invoices"]["informants"] == ""
    assert rows["marketing.brand"]["informants"].endswith(" 2")


def test_a_rubric_without_a_mapping_is_told_with_those_that_have_one(path: Path, tmp_path: Path) -> None:
    done = _informed(path, tmp_path / "m.csv", "--to", "account-team-self-check")

    assert done.exit_code != 0
    assert "crm-capability-map" in done.stderr
    assert not (tmp_path / "m.csv").exists()
