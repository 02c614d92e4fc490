"""Versions of a rubric on a shelf of files, kept in stores, and moved between by the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from assessment import comparing, service
from assessment.cli import main
from assessment.common_nodes import ScalesDifferError, common_nodes
from assessment.edges.memory_store import MemoryStore
from assessment.edges.rubric_checking import check_rubrics
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from assessment.errors import FileRefusedError
from assessment.migrating import migrate
from assessment.ports import Store
from assessment.rubric import Scale
from assessment.rubric_difference import RubricAlteredError
from tests.moving import begin, rated, shelf_of
from tests.rubric_edits import altered
from tests.small_rubric import RUBRIC
from tests.test_migrating import OTHER, STATED

FIRST = """\
id: care
version: "1"
name: Care
tiers: [area, indicator]
tree:
  - id: calls
    name: Calls
    children:
      - {id: calls.answer, name: Answering}
      - {id: calls.solve, name: Solving, weight: 2}
"""
SECOND = FIRST.replace('"1"', '"2"').replace("calls.solve", "calls.fix").replace("weight: 2", "weight: 3")
WAY = 'from: "1"\nnodes: {calls.solve: calls.fix}\n'


def put(root: Path, version: str, text: str, way: str = "") -> Path:
    """A version of the rubric on a shelf, with its migration where there is one."""
    folder = root / "care" / version
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "rubric.yaml").write_text(text, encoding="utf-8")
    if way:
        (folder / "migration.yaml").write_text(way, encoding="utf-8")
    return folder


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with an engagement on the first of two versions, which lie beside it."""
    path = tmp_path / "store.sqlite3"
    monkeypatch.setenv("GAPLINE_STORE", str(path))
    own = tmp_path / "store.sqlite3.rubrics"
    put(own, "1", FIRST)
    put(own, "2", SECOND, WAY)
    store = open_store(path)
    begin(store, FileShelf(own=own).rubric("care", "1"))
    store.save_ratings("e", [rated("calls.answer", 3), rated("calls.solve", 4)])
    store.close()
    return path


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["rubric", *words])
    return done.exit_code, done.output


def test_the_difference_of_two_versions_is_printed_node_by_node(file: Path) -> None:
    code, told = run("diff", "care/1", "care/2")

    assert code == 0
    assert told.splitlines() == [
        "From care 1 to care 2: 2 differences.",
        "New id: calls.fix (Solving) id: calls.solve → calls.fix",
        "Reweighted: calls.fix (Solving) weight: 2 → 3",
    ]
    own = file.parent / "store.sqlite3.rubrics" / "care"
    assert (
        "改权重：calls.fix（Solving）weight：2 → 3"
        in run("diff", str(own / "1"), str(own / "2" / "rubric.yaml"), "--lang", "zh")[1]
    )
    assert run("diff", "care/1", "care/1")[1] == "care 1 and care 1 say the same.\n"


def test_a_dry_run_shows_every_node_and_writes_nothing(file: Path) -> None:
    before = file.read_bytes()

    code, told = run("migrate", "--engagement", "e", "--to", "2", "--dry-run")

    assert code == 0
    assert "renamed: calls.solve → calls.fix (Solving): 1 carried on" in told
    assert told.endswith("Nothing was written.\n")
    assert open_store(file).engagement("e").rubric_version == "1"
    assert len(before) == len(file.read_bytes())


def test_an_engagement_is_moved_and_back(file: Path) -> None:
    assert run("migrate", "--engagement", "e", "--to", "2", "--by", "li")[0] == 0
    store = open_store(file)
    assert [(one.indicator, one.score) for one in store.ratings("e")] == [
        ("calls.answer", 3),
        ("calls.fix", 4),
    ]
    store.close()

    code, told = run("migrate", "--engagement", "e", "--to", "1", "--by", "li", "--lang", "zh")

    assert code == 0
    assert "e 现已使用版本 1。" in told
    store = open_store(file)
    assert [one.indicator for one in store.ratings("e")] == ["calls.answer", "calls.solve"]
    assert [(step.number, step.version, step.by) for step in store.rubric_steps("e")] == [
        (1, "1", ""),
        (2, "2", "li"),
        (3, "1", "li"),
    ]
    store.close()


def test_a_move_without_a_name_or_to_nowhere_is_one_sentence(file: Path) -> None:
    assert file.exists()
    for words in (["--to", "2"], ["--to", "9", "--by", "li"], ["--to", "1", "--by", "li"]):
        code, told = run("migrate", "--engagement", "e", *words)
        assert code == 1
        assert told.startswith("Error: ")


def test_a_migration_with_mistakes_is_found_by_the_check_and_refuses_the_move(file: Path) -> None:
    own = file.parent / "store.sqlite3.rubrics"
    path = put(own, "2", SECOND, WAY.replace("calls.fix", "calls.fixed")) / "migration.yaml"

    (problem,) = check_rubrics([own])

    assert (problem.code, problem.line, problem.source) == ("migration-unknown-new", 2, str(path))
    assert check_rubrics([path]) == [problem]
    with pytest.raises(FileRefusedError, match=r"calls\.fix"):
        FileShelf(own=own).moves("care", "1", "2")


def test_a_migration_that_cannot_be_read_is_a_problem_like_any_other(file: Path) -> None:
    own = file.parent / "store.sqlite3.rubrics"
    path = own / "care" / "2" / "migration.yaml"
    path.write_bytes(b"\xff\xfea")
    assert [problem.code for problem in check_rubrics([own])] == ["file-encoding"]
    path.write_bytes(b"#" * 5_000_001)
    assert [problem.code for problem in check_rubrics([own])] == ["file-too-large"]


def test_changed_content_under_the_same_version_is_refused_with_the_difference(file: Path) -> None:
    own = file.parent / "store.sqlite3.rubrics"
    put(own, "1", FIRST.replace("weight: 2", "weight: 5"))
    store, shelf = open_store(file), FileShelf(own=own)

    with pytest.raises(RubricAlteredError) as caught:
        service.scores(store, shelf, "e", "w2")

    store.close()
    (change,) = caught.value.difference.changes
    assert (change.node, change.part, change.before, change.after) == ("calls.solve", "weight", "2", "5")
    assert "calls.solve (Solving) weight: 2 → 5" in caught.value.sentence("en")


def test_every_store_keeps_a_rubric_as_it_was_published(empty: Store) -> None:
    assert empty.kept_rubric(RUBRIC.fingerprint) is None
    empty.keep_rubric(RUBRIC)
    revision = empty.revision()
    empty.keep_rubric(RUBRIC)

    assert empty.revision() == revision
    kept = empty.kept_rubric(RUBRIC.fingerprint)
    assert kept is not None
    assert kept.fingerprint == RUBRIC.fingerprint


def test_every_store_refuses_a_move_that_was_planned_before_somebody_wrote(empty: Store) -> None:
    from assessment.migrating import planned

    begin(empty, RUBRIC)
    moves = planned(empty, shelf_of(RUBRIC, OTHER, STATED), "e", "2").plan.moves
    empty.save_rating("e", rated("b.1", 1))
    before = empty.revision()

    assert not empty.move("e", moves, "li")
    assert empty.revision() == before
    assert empty.engagement("e").rubric_version == "1"


def test_every_store_carries_only_what_is_in_force_into_the_next_wave(empty: Store) -> None:
    begin(empty, RUBRIC)
    kept = [rated("a.1", 2, wave="w1"), rated("a.2", 4, wave="w1")]
    empty.save_ratings("e", kept)
    empty.lock_wave("e", "w1")
    migrate(empty, shelf_of(RUBRIC, OTHER, STATED), "e", "2", "li")

    assert [one.indicator for one in empty.ratings("e", wave="w1")] == ["a.1", "a.2"]
    assert empty.carry_over("e", "w1", "w2", "li") == 1
    assert [one.indicator for one in empty.ratings("e", wave="w2")] == ["a.1"]


def test_waves_on_two_versions_are_compared_on_their_common_nodes() -> None:
    store, shelf = MemoryStore(), shelf_of(RUBRIC, OTHER, STATED)
    begin(store, RUBRIC)
    store.save_ratings("e", [rated(leaf, 2, wave="w1") for leaf in ("a.1", "a.2", "b.1")])
    store.lock_wave("e", "w1")
    migrate(store, shelf, "e", "2", "li")
    store.save_ratings("e", [rated("a.1", 3), rated("a.3", 5), rated("b.one", 4)])
    before, after = (comparing.read_wave(store, shelf, "e", wave) for wave in ("w1", "w2"))

    common = common_nodes(before.rubric, after.rubric)
    split = comparing.changed_since(before, after)
    held = comparing.held_against(store, shelf, after, "wave")

    assert common is not None
    assert common.common == ("overall", "a", "a.1", "b")
    assert (common.only_before, common.only_after) == (("a.2", "b.1"), ("a.3", "b.one"))
    assert common.told("en")[1] == "Only in 1: a.2, b.1."
    assert common.told("zh")[2] == "仅版本 2 有：a.3、b.one。"
    assert split.real[0, split.nodes.index("a.1")] == 1
    assert held.difference[0, held.nodes.index("a")] == 4 - 2
    assert held.difference[0, held.nodes.index("a.3")] != held.difference[0, held.nodes.index("a.3")]
    assert common_nodes(after.rubric, after.rubric) is None


def test_waves_on_different_scales_are_not_subtracted() -> None:
    store = MemoryStore()
    shelf = shelf_of(RUBRIC, altered(RUBRIC, version="2", scale=Scale(min=0, max=3, step=1)))
    begin(store, RUBRIC)
    store.save_rating("e", rated("a.1", 2, wave="w1"))
    store.lock_wave("e", "w1")
    migrate(store, shelf, "e", "2", "li")
    store.save_rating("e", rated("a.1", 2))
    before, after = (comparing.read_wave(store, shelf, "e", wave) for wave in ("w1", "w2"))

    with pytest.raises(ScalesDifferError, match="different scales"):
        comparing.changed_since(before, after)
    with pytest.raises(ScalesDifferError):
        comparing.held_against(store, shelf, after, "wave")
