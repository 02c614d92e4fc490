import csv
import socket
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from pptx import Presentation

from assessment.cli import main, serving

RUBRIC = """
id: small
version: "1"
name: Small
tiers: [dimension, indicator]
tree:
  - id: a
    name: A
    children:
      - {id: a.1, name: One}
      - {id: a.2, name: Two}
"""


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "out"
    done = _run("demo", "--out", folder, "--no-app")
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "rubric.yaml").write_text(RUBRIC, encoding="utf-8")
    return tmp_path / "rubric.yaml"


def test_the_demo_leaves_scores_workbook_deck_ratings_and_the_store(out: Path) -> None:
    assert {path.name for path in out.iterdir()} >= {
        "scores.csv",
        "gapline-2003.xlsx",
        "gapline-2003.pptx",
        "ratings-2003.csv",
        "gapline.sqlite3",
    }
    assert len(Presentation(str(out / "gapline-2003.pptx")).slides) > 20
    assert load_workbook(out / "gapline-2003.xlsx").sheetnames


def test_a_second_demo_changes_nothing(out: Path) -> None:
    before = {path.name: path.read_bytes() for path in out.glob("*.[cpx]*")}

    assert _run("demo", "--out", out, "--no-app").exit_code == 0
    assert {path.name: path.read_bytes() for path in out.glob("*.[cpx]*")} == before


def test_the_2003_ratings_are_scored_to_the_figures_of_the_method_page(out: Path, tmp_path: Path) -> None:
    scores = tmp_path / "scores.csv"

    done = _run(
        "score", "--rubric", "crm-five-capabilities", "--ratings", out / "ratings-2003.csv", "--out", scores
    )

    assert done.exit_code == 0, done.output
    rows = {
        (row["unit"], row["node"]): row
        for row in csv.DictReader(scores.read_text(encoding="utf-8").splitlines())
    }
    collect = rows["shenzhen-telecom", "insight.collect"]
    generate = rows["shenzhen-telecom", "insight.generate"]
    assert (float(collect["score"]), float(collect["coverage"])) == (1.375, 1.0)
    assert float(generate["low"]) == pytest.approx(8 / 7)
    assert float(generate["score"]) == pytest.approx(8 / 6)
    assert float(generate["high"]) == pytest.approx(13 / 7)


def test_scores_read_the_same_from_the_store_and_from_its_ratings_file(out: Path, tmp_path: Path) -> None:
    scores = tmp_path / "scores.csv"
    _run("score", "--rubric", "crm-five-capabilities", "--ratings", out / "ratings-2003.csv", "--out", scores)

    from_file, from_store = (path.read_text("utf-8").splitlines() for path in (scores, out / "scores.csv"))
    assert sorted(from_file) == sorted(from_store)


def test_a_deck_and_a_workbook_are_written_in_chinese(out: Path, tmp_path: Path) -> None:
    store = ("--store", out / "gapline.sqlite3", "--engagement", "china-telecom-2003")
    unit = ("--unit", "guangzhou-telecom", "--lang", "zh")

    assert _run("deck", *store, *unit, "--out", tmp_path / "d.pptx").exit_code == 0
    assert _run("workbook", *store, *unit, "--out", tmp_path / "w.xlsx").exit_code == 0

    titles = [slide.shapes.title.text for slide in Presentation(str(tmp_path / "d.pptx")).slides]
    assert any("广州电信" in title for title in titles)
    assert load_workbook(BytesIO((tmp_path / "w.xlsx").read_bytes())).sheetnames


def test_an_own_rubric_scores_an_own_file(small: Path, tmp_path: Path) -> None:
    ratings = tmp_path / "ratings.csv"
    ratings.write_text("unit,indicator,score\nnorth,a.1,2\nnorth,a.2,3\n", encoding="utf-8")

    assert _run("score", "--rubric", small, "--ratings", ratings, "--out", tmp_path / "s.csv").exit_code == 0
    assert "north,1,a,dimension,2.5,2.5,2.5,1.0,scored" in (tmp_path / "s.csv").read_text(encoding="utf-8")


def test_a_column_that_nobody_reads_is_told_while_the_rest_is_scored(small: Path, tmp_path: Path) -> None:
    ratings = tmp_path / "ratings.csv"
    ratings.write_text("unit,Wave,indicator,score\nnorth,w1,a.1,2\nnorth,w1,a.2,3\n", encoding="utf-8")

    done = _run("score", "--rubric", small, "--ratings", ratings, "--out", tmp_path / "s.csv")

    assert done.exit_code == 0
    assert f"{ratings}:1" in done.stderr
    assert "Wave" in done.stderr


def test_the_app_is_served_to_this_machine_only_and_asks_for_no_address() -> None:
    command = serving(8502)

    assert command[command.index("--server.address") + 1] == "127.0.0.1"
    assert command[command.index("--server.port") + 1] == "8502"
    assert command[command.index("--server.showEmailPrompt") + 1] == "false"


def test_a_port_that_another_program_holds_is_told_before_anything_is_served(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        done = _run("app", "--store", tmp_path / "s.sqlite3", "--port", port)

    assert done.exit_code == 1
    assert f"Port {port} is taken" in done.stderr
    assert "Serving" not in done.output


def test_a_port_that_cannot_be_is_refused(tmp_path: Path) -> None:
    assert _run("app", "--store", tmp_path / "s.sqlite3", "--port", 99999).exit_code == 2


def test_a_demo_into_a_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")

    done = _run("demo", "--out", tmp_path / "out", "--no-app")

    assert done.exit_code == 1
    assert "Traceback" not in done.output
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_a_reference_that_nobody_published_is_answered_with_the_known_ones(out: Path, tmp_path: Path) -> None:
    store = ("--store", out / "gapline.sqlite3", "--engagement", "china-telecom-2003")

    done = _run("deck", *store, "--reference", "nosuch", "--out", tmp_path / "d.pptx")

    assert done.exit_code == 1
    assert "att-wireless" in done.stderr


def test_mistakes_in_ratings_are_told_with_file_line_and_cure_and_nothing_is_written(
    small: Path, tmp_path: Path
) -> None:
    ratings = tmp_path / "ratings.csv"
    ratings.write_text('unit,indicator,score\nnorth,a.1,"2,5"\nnorth,a.9,3\n', encoding="utf-8")

    done = _run("score", "--rubric", small, "--ratings", ratings, "--out", tmp_path / "s.csv")

    assert done.exit_code == 1
    assert f"{ratings}:2" in done.stderr
    assert "2.5" in done.stderr
    assert f"{ratings}:3" in done.stderr
    assert "a.1" in done.stderr
    assert not (tmp_path / "s.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("score", "--rubric", "nobody", "--ratings", "r.csv", "--out", "s.csv"), "crm-five-capabilities"),
        (("score", "--rubric", "crm-five-capabilities", "--ratings", "r.csv", "--out", "s.csv"), "r.csv"),
        (("deck", "--store", "no.sqlite3", "--engagement", "e", "--out", "d.pptx"), "no.sqlite3"),
        (("score", "--rubric", "no.yaml", "--ratings", "r.csv", "--out", "s.csv"), "no.yaml"),
    ],
)
def test_what_is_not_there_is_named_in_one_sentence(
    arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    done = _run(*arguments)

    assert done.exit_code == 1
    assert said in done.stderr
    assert "Traceback" not in done.output
    assert not list(tmp_path.iterdir())


def test_an_unknown_engagement_or_unit_is_answered_with_the_known_ones(out: Path, tmp_path: Path) -> None:
    store = ("deck", "--store", out / "gapline.sqlite3", "--out", tmp_path / "d.pptx")

    assert "china-telecom-2003" in _run(*store, "--engagement", "nobody").stderr
    assert "shenzhen-telecom" in _run(*store, "--engagement", "china-telecom-2003", "--unit", "x").stderr


def test_the_rubric_checker_passes_the_shipped_rubrics() -> None:
    done = _run("rubric", "check", Path(__file__).parents[1] / "rubrics")

    assert done.exit_code == 0, done.output


def test_the_rubric_checker_prints_problems_like_a_compiler(small: Path) -> None:
    small.write_text(RUBRIC.replace("name: Two", "name: Two, weight: -1, colour: red"), encoding="utf-8")

    done = _run("rubric", "check", small)

    assert done.exit_code == 1
    assert f"{small}:11:" in done.stderr
    assert "weight" in done.stderr
    assert "colour" in done.stderr


@pytest.mark.parametrize("command", [(), *((name,) for name in main.commands), ("rubric", "check")])
def test_every_command_has_help(command: tuple[str, ...]) -> None:
    done = _run(*command, "--help")

    assert done.exit_code == 0
    assert "Usage" in done.output


def test_every_command_stands_in_the_readme() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")

    assert all(f"gapline {name}" in readme for name in main.commands)
