"""gapline decks: one for every unit, only what is new, nobody's work lost, no name where none is wanted."""

import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from pptx import Presentation

from assessment import cli_decks_work
from assessment.cli import main
from assessment.cli_decks_work import Job, Outcome, Task
from assessment.edges.files import write_bytes
from assessment.errors import FileUnreachableError
from tests.many_units import ENGAGEMENT, NAMES, many_units, rerated

FILES = {
    "Northport Telecom.pptx",
    "深圳 Telecom.pptx",
    "CON_.pptx",
    "Central (west).pptx",
    "Central (middle).pptx",
    "Far-Away- Telecom.pptx",
}
OWN = "--sections=cover,profile"
"""Parts that tell of the unit alone."""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return many_units(tmp_path / "store.sqlite3")


def run(store: Path, out: Path, *more: str, workers: int = 2) -> Result:
    asked = ["decks", "--store", store, "--engagement", ENGAGEMENT, "--workers", workers, "--out", out, *more]
    return CliRunner().invoke(main, [str(one) for one in asked])


def whole(out: Path) -> dict[str, bytes]:
    """Name of every deck -> its bytes; all of them open."""
    found = {path.name: path.read_bytes() for path in out.glob("*.pptx")}
    for data in found.values():
        assert Presentation(BytesIO(data)).slides
    return found


def contents(out: Path) -> dict[str, dict[str, object]]:
    """Unit -> what the list says of its deck, by heading."""
    sheet = load_workbook(out / "contents.xlsx").worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    top = next(place for place, row in enumerate(rows) if row[0] == "Unit")
    listed = [dict(zip(map(str, rows[top]), row, strict=True)) for row in rows[top + 1 :] if row[0]]
    return {f"{row['Unit']} {place}": dict(row) for place, row in enumerate(listed)}


def test_every_rated_unit_gets_its_deck_under_a_safe_name_and_a_row_in_the_list(
    store: Path, tmp_path: Path
) -> None:
    done = run(store, tmp_path / "out", OWN)

    assert done.exit_code == 0, done.output
    assert set(whole(tmp_path / "out")) == FILES
    rows = contents(tmp_path / "out")
    assert [row["State"] for row in rows.values()] == ["New"] * 6 + ["Not assessed"]
    north = rows["Northport Telecom 0"]
    # levels 0 1 2 3 0 1 2 of seven steps with equal weights
    assert north["Overall score"] == pytest.approx(9 / 7)
    assert (north["Belongs to"], north["Coverage"]) == ("Operator Telecom", 1.0)
    assert north["Slides"] == len(Presentation(str(tmp_path / "out" / "Northport Telecom.pptx")).slides)


def test_a_deck_of_many_is_the_deck_that_is_made_alone(store: Path, tmp_path: Path) -> None:
    run(store, tmp_path / "out", "--only", "north")

    place = ["--store", str(store), "--engagement", ENGAGEMENT, "--unit", "north"]
    CliRunner().invoke(main, ["deck", *place, "--out", str(tmp_path / "alone.pptx")], catch_exceptions=False)
    assert whole(tmp_path / "out") == {"Northport Telecom.pptx": (tmp_path / "alone.pptx").read_bytes()}


def test_a_second_run_makes_nothing_and_a_changed_rating_one_deck(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(store, out, OWN)
    before = whole(out)

    assert "0 decks made, 6 up to date" in run(store, out, OWN).output
    rerated(store, "south")
    assert "1 decks made, 5 up to date" in run(store, out, OWN).output

    after = whole(out)
    assert {name for name in after if after[name] != before[name]} == {"深圳 Telecom.pptx"}


def test_where_decks_compare_the_units_a_changed_rating_is_told_in_all_of_them(
    store: Path, tmp_path: Path
) -> None:
    run(store, tmp_path / "out", "--sections=branches")
    rerated(store, "south")

    assert "6 decks made" in run(store, tmp_path / "out", "--sections=branches").output


def test_other_options_make_all_decks_anew(store: Path, tmp_path: Path) -> None:
    run(store, tmp_path / "out", OWN)

    assert "6 decks made" in run(store, tmp_path / "out", OWN, "--confidential", "For the board").output


def test_a_missing_deck_is_made_again_and_an_edited_one_is_left_alone(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(store, out, OWN)
    (out / "CON_.pptx").unlink()
    edited = Presentation(str(out / "Northport Telecom.pptx"))
    edited.slides[0].shapes[0].text_frame.text = "Ours"
    edited.save(str(out / "Northport Telecom.pptx"))
    mine = (out / "Northport Telecom.pptx").read_bytes()
    rerated(store, "north")

    done = run(store, out, OWN)

    assert "1 decks made, 4 up to date, 1 left as people edited them" in done.output
    assert "gapline deck refresh" in done.stderr
    assert (out / "Northport Telecom.pptx").read_bytes() == mine
    assert contents(out)["Northport Telecom 0"]["State"] == "Edited, older figures"
    assert "1 decks made" in run(store, out, OWN, "--overwrite").output
    assert (out / "Northport Telecom.pptx").read_bytes() != mine


def test_a_file_that_was_never_written_here_is_not_written_over(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with zipfile.ZipFile(out / "CON_.pptx", "w") as package:
        package.writestr("mine", "mine")

    done = run(store, out, OWN)

    assert done.exit_code == 1
    assert "CON: A file of this name" in done.stderr
    assert zipfile.ZipFile(out / "CON_.pptx").namelist() == ["mine"]
    assert len(list(out.glob("*.pptx"))) == 6


def begin_failing_at_east(job: Job) -> Callable[[Task], Outcome]:
    work = cli_decks_work.begin(job)

    def failing(task: Task) -> Outcome:
        return Outcome(problem="the wind is wrong") if task.unit == "east" else work(task)

    return failing


def begin_dying_at_east(job: Job) -> Callable[[Task], Outcome]:
    work = cli_decks_work.begin(job)

    def dying(task: Task) -> Outcome:
        if task.unit == "east":
            signal.raise_signal(signal.SIGKILL)
        return work(task)

    return dying


@pytest.mark.parametrize(
    ("begin", "why"), [(begin_failing_at_east, "the wind is wrong"), (begin_dying_at_east, "lack of memory")]
)
def test_a_unit_that_fails_is_named_and_the_others_are_delivered(
    store: Path, tmp_path: Path, begin: object, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assessment.cli_decks_run.begin", begin)

    done = run(store, tmp_path / "out", OWN)

    assert done.exit_code == 1
    assert f"CON: {why}"[:4] in done.stderr
    assert why in done.stderr
    assert "1 decks could not be made" in done.stderr
    assert set(whole(tmp_path / "out")) == FILES - {"CON_.pptx"}
    failed = contents(tmp_path / "out")["CON 2"]
    assert (failed["State"], failed["File"]) == ("Failed", "–")


def begin_waiting_at_west(job: Job) -> Callable[[Task], Outcome]:
    work = cli_decks_work.begin(job)

    def waiting(task: Task) -> Outcome:
        if task.unit == "west":
            time.sleep(60)
        return work(task)

    return waiting


def started(store: Path, out: Path) -> "subprocess.Popen[bytes]":
    """A run of its own that has made three decks and is at work on the fourth."""
    script = (
        "import signal, tests.test_cli_decks as t, assessment.cli, assessment.cli_decks_run as run\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # tests may run where it is ignored\n"
        "run.begin = t.begin_waiting_at_west\nassessment.cli.main()"
    )
    asked = ["decks", "--store", store, "--engagement", ENGAGEMENT, OWN, "--workers", 1, "--out", out]
    around = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    run = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, asked)], env=around, stderr=subprocess.PIPE
    )
    while len(list(out.glob("[!.]*.pptx"))) < 3:
        assert run.poll() is None
        time.sleep(0.02)
    return run


def test_a_run_that_is_killed_leaves_whole_decks_and_the_next_makes_the_rest(
    store: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with started(store, out) as killed:
        killed.kill()
    before = whole(out)

    done = run(store, out, OWN)

    assert done.exit_code == 0, done.output
    after = whole(out)
    assert set(after) == FILES
    assert {name: after[name] for name in before} == before
    assert "3 decks made, 3 up to date" in done.output
    assert not list(out.glob(".*.pptx.*"))


def test_an_interrupted_run_ends_soon_with_whole_decks_and_says_how_to_go_on(
    store: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with started(store, out) as interrupted:
        interrupted.send_signal(signal.SIGINT)
        said = interrupted.communicate()[1].decode()

    assert interrupted.returncode == 1
    assert "Traceback" not in said
    assert len(whole(out)) == 3
    assert "Stopped: 3 of 6 decks stand ready" in said
    states = [row["State"] for row in contents(out).values()]
    assert (states.count("New"), states.count("Not made yet")) == (3, 3)


def test_a_full_disk_is_told_and_what_stands_there_is_whole(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Path] = []

    def full_after_two(path: Path, data: bytes) -> None:
        if path.suffix == ".pptx" and len(written) == 2:
            raise FileUnreachableError(str(path), "No space left on device")
        written.extend([path] if path.suffix == ".pptx" else [])
        write_bytes(path, data)

    monkeypatch.setattr("assessment.edges.deck_folder.write_bytes", full_after_two)
    done = run(store, tmp_path / "out", OWN)

    assert done.exit_code == 1
    assert "No space left on device" in done.stderr
    assert "Stopped: 2 of 6" in done.stderr
    assert len(whole(tmp_path / "out")) == 2
    monkeypatch.undo()
    assert "4 decks made, 2 up to date" in run(store, tmp_path / "out", OWN).output


def test_a_deck_that_another_program_holds_open_is_named_and_the_others_are_made(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(path: Path, data: bytes) -> None:
        if path.name == "CON_.pptx":
            raise FileUnreachableError(str(path), "Permission denied") from PermissionError(13, "")
        write_bytes(path, data)

    monkeypatch.setattr("assessment.edges.deck_folder.write_bytes", held)
    done = run(store, tmp_path / "out", OWN)

    assert done.exit_code == 1
    assert "CON: " in done.stderr
    assert "Permission denied" in done.stderr
    assert set(whole(tmp_path / "out")) == FILES - {"CON_.pptx"}


def test_without_names_neither_files_nor_list_nor_decks_name_anybody(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    done = run(store, out, "--anonymous")

    assert done.exit_code == 0, done.output
    assert set(whole(out)) == {f"Unit {letter}.pptx" for letter in "BCDEFG"}
    names = {*NAMES.values(), "Unrated Telecom", "Operator Telecom", "Li Wei"} - {"CON", "Central"}
    said = done.output + done.stderr.replace(str(out), "")
    for path in out.iterdir():
        data = path.read_bytes()
        if zipfile.is_zipfile(BytesIO(data)):
            with zipfile.ZipFile(BytesIO(data)) as package:
                said += "".join(package.read(name).decode("utf-8", "ignore") for name in package.namelist())
        else:
            said += data.decode()
    assert not [name for name in names if name in said]


def test_a_folder_of_named_decks_takes_no_anonymous_ones(store: Path, tmp_path: Path) -> None:
    run(store, tmp_path / "out", OWN)

    done = run(store, tmp_path / "out", OWN, "--anonymous")

    assert done.exit_code == 1
    assert "another folder" in done.stderr


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--only", "nowhere"), "nowhere"),
        (("--only", "open"), "no deck to make"),
        (("--wave", "w9"), "w9"),
        (("--units", "nowhere"), "nowhere"),
        (("--sections", "weather"), "no part weather"),
    ],
)
def test_what_is_not_there_is_named_and_no_folder_is_made(
    store: Path, tmp_path: Path, more: tuple[str, str], said: str
) -> None:
    done = run(store, tmp_path / "out", *more)

    assert done.exit_code != 0
    assert said in done.stderr
    assert "Traceback" not in done.output
    assert not (tmp_path / "out").exists()
