"""`gapline plan`: CSV in, CSV out, the same bytes from any order."""

import csv
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assessment.cli import main

GUIDE = Path(__file__).parents[1] / "docs" / "planning.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The three files that the guide shows."""
    blocks = re.findall(r"```\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    for name, block in zip(("initiatives", "nodes", "capacity"), blocks, strict=False):
        (tmp_path / f"{name}.csv").write_text(block, "utf-8")
    return tmp_path


def _plan(folder: Path, *more: str) -> Result:
    files = [f"--{name}={folder / name}.csv" for name in ("initiatives", "nodes", "capacity")]
    return CliRunner().invoke(
        main, ["plan", *files, "--start=2027-01-01", f"--out={folder / 'plan.csv'}", *more]
    )


def _rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "plan.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _written_anew(path: Path, change: str, to: str) -> None:
    told = path.read_text("utf-8")
    assert change in told
    path.write_text(told.replace(change, to), "utf-8")


def test_the_guides_example_becomes_a_plan_with_dates(folder: Path) -> None:
    done = _plan(folder)

    assert done.exit_code == 0, done.output
    assert [(row["initiative"], row["start"], row["end"]) for row in _rows(folder)] == [
        ("hub", "1", "2"),
        ("portal", "2", "2"),
        ("loyalty", "3", "3"),
    ]
    assert _rows(folder)[0]["last_day"] == "2027-06-30"
    assert "Proved best" in done.output


def test_rows_in_any_order_write_the_same_bytes(folder: Path) -> None:
    _plan(folder)
    first = (folder / "plan.csv").read_bytes()
    for name in ("initiatives", "nodes", "capacity"):
        head, *rows = (folder / f"{name}.csv").read_text("utf-8").splitlines()
        (folder / f"{name}.csv").write_text("\n".join([head, *rows[::-1]]) + "\n", "utf-8")
    _plan(folder)

    assert (folder / "plan.csv").read_bytes() == first


def test_what_clashes_is_one_sentence_and_nothing_is_written(folder: Path) -> None:
    _written_anew(folder / "initiatives.csv", "data:2,\n", "data:2,2\n")
    done = _plan(folder)

    assert done.exit_code == 1
    assert "Loyalty analytics is pinned to phase 2" in done.output
    assert not (folder / "plan.csv").exists()


def test_every_cell_that_cannot_be_read_is_named_with_its_line(folder: Path) -> None:
    _written_anew(folder / "initiatives.csv", "it:4; business:2", "it four")
    _written_anew(folder / "initiatives.csv", "offers:0.5", "offers:half")
    done = _plan(folder)

    assert done.exit_code == 1
    assert "initiatives.csv:2:4: effort: “it four” is no name with a number" in done.output
    assert "initiatives.csv:4:6: lifts: “offers:half”" in done.output


def test_a_negative_capacity_and_an_unknown_node_are_refused(folder: Path) -> None:
    _written_anew(folder / "capacity.csv", "it,4,4", "it,4,-3")
    _written_anew(folder / "initiatives.csv", "offers:0.5", "ofers:0.5")
    done = _plan(folder)

    assert "The capacity of it in phase 2 is -3" in done.output
    assert "Sales portal names ofers" in done.output


def test_a_benefit_can_be_given_directly(folder: Path) -> None:
    (folder / "initiatives.csv").write_text("id,months,effort,benefit\nx,3,it:3,1\ny,3,it:3,2\n", "utf-8")
    done = _plan(folder, "--lang=zh")

    assert done.exit_code == 0, done.output
    assert [(row["initiative"], row["start"], row["state"]) for row in _rows(folder)] == [
        ("y", "1", "已列入"),
        ("x", "2", "已列入"),
    ]


def test_without_an_engagement_or_a_file_there_is_nothing_to_plan(folder: Path) -> None:
    done = CliRunner().invoke(main, ["plan", f"--capacity={folder / 'capacity.csv'}", "--out=plan.csv"])

    assert done.exit_code == 2
    assert "--engagement" in done.output


def test_the_2003_roadmap_is_planned_for_shenzhen(tmp_path: Path) -> None:
    made = CliRunner().invoke(main, ["demo", "--no-app", f"--out={tmp_path}"])
    assert made.exit_code == 0, made.output
    staff = {"business": 18, "it": 22.5, "analysts": 10.5, "change": 7.5, "vendors": 4.5}
    rows = [["role", *range(1, 9)], *([role, *[months] * 8] for role, months in staff.items())]
    (tmp_path / "capacity.csv").write_text("\n".join(",".join(map(str, row)) for row in rows), "utf-8")
    options = {
        "store": tmp_path / "gapline.sqlite3",
        "engagement": "china-telecom-2003",
        "unit": "shenzhen-telecom",
        "capacity": tmp_path / "capacity.csv",
        "out": tmp_path / "plan.csv",
        "limit": 3,
    }
    done = CliRunner().invoke(main, ["plan", *(f"--{name}={value}" for name, value in options.items())])

    assert done.exit_code == 0, done.output
    found = {row["initiative"]: row for row in _rows(tmp_path)}
    assert len(found) == 47
    assert found["customer-information"]["start"] == "1"
    assert int(found["cross-sell-model"]["start"]) > int(found["customer-information"]["end"])


def test_a_role_or_a_node_with_two_rows_is_refused(folder: Path) -> None:
    _written_anew(folder / "nodes.csv", "offers,Offers", "data,Offers")
    assert "nodes.csv:3:1: node: “data” has a row already" in _plan(folder).output
    _written_anew(folder / "capacity.csv", "business,2,2,2,2", "it,9,9,9,9")
    assert "capacity.csv:3:1: role: “it” has a row already" in _plan(folder).output


def test_a_phase_is_a_whole_number(folder: Path) -> None:
    _written_anew(folder / "initiatives.csv", "data:2,\n", "data:2,1.7\n")
    done = _plan(folder)

    assert done.exit_code == 1
    assert "initiatives.csv:3:9: pinned: “1.7” is no phase" in done.output


def _of_shenzhen(folder: Path, rows: str, *more: str) -> Result:
    made = CliRunner().invoke(main, ["demo", "--no-app", f"--out={folder}"])
    assert made.exit_code == 0, made.output
    (folder / "own.csv").write_text(rows, "utf-8")
    options = {
        "store": folder / "gapline.sqlite3",
        "engagement": "china-telecom-2003",
        "unit": "shenzhen-telecom",
        "initiatives": folder / "own.csv",
        "capacity": folder / "capacity.csv",
        "out": folder / "plan.csv",
    }
    return CliRunner().invoke(
        main, ["plan", *(f"--{name}={value}" for name, value in options.items()), *more]
    )


def test_for_an_engagement_a_file_of_initiatives_is_read_to_the_last_cell(folder: Path) -> None:
    rows = "id,months,effort,benefit\nx,3,it:4,1\ny,3,it:4,2\n"
    done = _of_shenzhen(folder, rows)
    assert done.exit_code == 0, done.output
    # y is worth more, so first: 2 levels in 4 phases and 1 in 3
    assert [(row["initiative"], row["start"]) for row in _rows(folder)] == [("y", "1"), ("x", "2")]
    assert "Its value is 11.0" in done.output

    told = _of_shenzhen(folder, "id,lifts,needs\nx,nowhere:1,nothing:2\n").output
    assert "own.csv:2:2: lifts: The rubric has no node `nowhere`" in told
    assert "own.csv:2:3: needs: The rubric has no node `nothing`" in told

    told = _of_shenzhen(folder, "id,needs\nx,insight.generate:2\n").output
    assert "own.csv:2:2: needs: `insight.generate` is not an indicator" in told

    refused = _of_shenzhen(folder, rows, f"--nodes={folder / 'nodes.csv'}")
    assert refused.exit_code == 2
    assert "Leave --nodes out" in refused.output
