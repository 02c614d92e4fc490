"""A folder of decks: whose file is whose, one run at a time, nothing of a person's is lost."""

import json
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from assessment.batch_errors import ContentsDamagedError, FolderInUseError, FolderOfAnotherError
from assessment.edges.deck_folder import CONTENTS, DeckFolder, Kept, opened_folder


def deck(said: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("ppt/presentation.xml", said)
    return stream.getvalue()


def written(folder: Path, said: str = "one", file: str = "North.pptx") -> DeckFolder:
    with opened_folder(folder, "e w en") as found:
        found.write("north", Kept(file=file, told="mark", slides=3), deck(said))
    return found


def test_a_deck_as_it_was_written_is_ours_and_an_edited_one_a_persons(tmp_path: Path) -> None:
    written(tmp_path)
    with opened_folder(tmp_path, "e w en") as again:
        assert (again.found("north", "North.pptx"), again.stands("north")) == ("ours", True)
        (tmp_path / "North.pptx").write_bytes(deck("edited"))
        assert again.found("north", "North.pptx") == "edited"
        assert again.found("north", "South.pptx") == "missing"
        (tmp_path / "South.pptx").write_bytes(deck("somebody's"))
        assert again.found("south", "South.pptx") == "foreign"


def test_half_a_file_counts_as_missing(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "North.pptx").write_bytes(deck("one")[:30])

    with opened_folder(tmp_path, "e w en") as again:
        assert again.found("north", "North.pptx") == "missing"


def test_a_run_that_was_killed_after_noting_a_deck_finds_the_earlier_one_as_its_own(tmp_path: Path) -> None:
    written(tmp_path)
    earlier = (tmp_path / "North.pptx").read_bytes()
    written(tmp_path, "two")
    (tmp_path / "North.pptx").write_bytes(earlier)  # as if the second had not been put in its place

    with opened_folder(tmp_path, "e w en") as again:
        assert (again.found("north", "North.pptx"), again.stands("north")) == ("ours", False)


def test_what_a_killed_run_left_unfinished_is_cleared_away_and_nothing_else(tmp_path: Path) -> None:
    left, mine = tmp_path / ".North.pptx.ab12_xyz", tmp_path / ".notes"
    for one in (left, mine):
        one.write_text("x")

    written(tmp_path)

    assert (left.exists(), mine.exists()) == (False, True)


def test_a_renamed_units_deck_moves_to_its_new_name_unless_a_person_worked_on_it(tmp_path: Path) -> None:
    written(tmp_path)
    written(tmp_path, file="Far North.pptx")
    assert not (tmp_path / "North.pptx").exists()

    (tmp_path / "Far North.pptx").write_bytes(deck("edited"))
    written(tmp_path)
    assert (tmp_path / "Far North.pptx").exists()


def test_decks_of_units_that_are_gone_go_and_those_that_people_edited_are_named(tmp_path: Path) -> None:
    with opened_folder(tmp_path, "e w en") as folder:
        for key in ("a", "b"):
            folder.write(key, Kept(file=f"{key}.pptx", told="m"), deck(key))
        (tmp_path / "b.pptx").write_bytes(deck("edited"))

        assert folder.forget({"a", "b"}) == ["b.pptx"]
    assert [path.name for path in tmp_path.glob("*.pptx")] == ["b.pptx"]


def test_a_folder_belongs_to_one_engagement_wave_language_and_way_of_naming(tmp_path: Path) -> None:
    written(tmp_path)

    with pytest.raises(FolderOfAnotherError), opened_folder(tmp_path, "e w zh"):
        pass


@pytest.mark.parametrize("content", ["{", "[]", '{"belongs_to": "e w en", "decks": {"a": 1}}'])
def test_a_damaged_list_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / CONTENTS).write_text(content)

    with pytest.raises(ContentsDamagedError), opened_folder(tmp_path, "e w en"):
        pass


def test_a_list_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    decks = {"a": {"file": "../a.pptx", "told": "m", "sha256": "s"}}
    (tmp_path / CONTENTS).write_text(json.dumps({"belongs_to": "e w en", "decks": decks}))

    with pytest.raises(ContentsDamagedError), opened_folder(tmp_path, "e w en"):
        pass


def test_a_second_run_is_refused_while_the_first_is_at_work_and_not_after_it_was_killed(
    tmp_path: Path,
) -> None:
    script = (
        "import sys, time\nfrom pathlib import Path\nfrom assessment.edges.deck_folder import opened_folder\n"
        "with opened_folder(Path(sys.argv[1]), 'e w en'):\n    print('in', flush=True)\n    time.sleep(600)"
    )
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, cwd=root
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"in\n"
        with pytest.raises(FolderInUseError), opened_folder(tmp_path, "e w en"):
            pass
        other.kill()
        other.wait()
    with opened_folder(tmp_path, "e w en") as folder:
        assert folder.decks == {}
