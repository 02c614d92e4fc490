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


def _run(out: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["initiatives", "--out", str(out), *options])


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def _unit(path: Path, *options: str) -> list[str]:
    return [
        *("--store", str(path), "--engagement", "china-telecom-2003", "--unit", "shenzhen-telecom"),
        *options,
    ]


def test_the_library_is_listed_with_effort_by_role(tmp_path: Path) -> None:
    done = _run(tmp_path / "i.csv", "--rubric", "crm-five-capabilities")

    assert done.exit_code == 0, done.output
    rows = _rows(tmp_path / "i.csv")
    assert len(rows) == 47
    model = next(row for row in rows if row["id"] == "churn-prediction")
    assert model["needs"] == "insight.manage.integration=2; insight.manage.warehouse=1.5"
    assert model["predecessors"] == "churn-causes"
    parts = [float(value) for key, value in model.items() if key.startswith("effort:")]
    assert sum(parts) == float(model["effort"]) == 9


def test_suggestions_for_shenzhen_come_best_first_with_their_reasons(path: Path, tmp_path: Path) -> None:
    done = _run(tmp_path / "s.csv", *_unit(path))

    assert done.exit_code == 0, done.output
    rows = _rows(tmp_path / "s.csv")
    assert rows[0]["id"] == "customer-value-model"
    assert float(rows[0]["worth"]) / float(rows[0]["effort"]) == pytest.approx(
        float(rows[0]["worth_per_effort"])
    )
    shares = [float(row["worth_per_effort"]) for row in rows]
    assert shares == sorted(shares, reverse=True)
    assert all(row["closes"].startswith("Closes ") and row["first"] for row in rows)


@pytest.mark.parametrize(("lang", "cause"), [("en", "Weak system analytics"), ("zh", "系统分析能力不足")])
def test_the_chain_for_shenzhen_ends_in_initiatives(
    path: Path, tmp_path: Path, lang: str, cause: str
) -> None:
    done = _run(tmp_path / "c.csv", *_unit(path, "--content", "chain", "--lang", lang))

    assert done.exit_code == 0, done.output
    rows = _rows(tmp_path / "c.csv")
    assert rows[0]["cause_name"] == cause
    assert all(row["initiatives"] for row in rows)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "either --rubric"),
        (("--rubric", "crm-five-capabilities", "--engagement", "x"), "either --rubric"),
        (("--rubric", "crm-diagnosis"), "has no library of initiatives"),
        (("--rubric", "nothing"), "nothing"),
    ],
)
def test_what_cannot_be_listed_is_told_in_one_sentence(
    tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    done = _run(tmp_path / "i.csv", *options)

    assert done.exit_code != 0
    assert said in done.stderr
    assert "Traceback" not in done.output
    assert not (tmp_path / "i.csv").exists()
