"""The record of who decided a rubric's weights: read strictly, told as a table, checked with the rubric."""

import datetime as dt
from pathlib import Path

import pytest

from assessment.catalogue import LANGUAGES, Lang
from assessment.edges.files import write_files
from assessment.edges.publishing import encoded
from assessment.edges.rubric_checking import check_rubrics
from assessment.edges.shelf import FileShelf
from assessment.errors import FileRefusedError
from assessment.rubric import OVERALL
from assessment.rubric_from_sheets import RubricFiles
from assessment.weight_words import decisions_table, method_told
from assessment.weights import WEIGHTS_FILE, Method, WeightDecision, from_pairs, in_points, weighed
from assessment.weights_parsing import parse_weights
from tests.small_rubric import RUBRIC

AT = dt.datetime(2026, 3, 12, 6, 30, tzinfo=dt.UTC)
RECORD = """from: small 1
decisions:
- group: overall
  method: points
  said: 50, 50
  weights: {a: 1, b: 1}
  by: Li Wei
  at: 2026-03-12T14:30:00+08:00
  why: agreed
"""


def weights_of(rubric: RubricFiles) -> dict[str, float]:
    return {node.id: node.weight for node in rubric.rubric.root.children}


def codes(text: str) -> list[tuple[str, int | None]]:
    found, problems = parse_weights(text, "weights.yaml", RUBRIC)
    assert (found == ()) == any(problem.severity == "error" for problem in problems)
    assert all(problem.sentence(lang) for problem in problems for lang in LANGUAGES)
    return [(problem.code, problem.line) for problem in problems]


def decided(method: Method = "points", ratio: float | None = None, why: str = "agreed") -> WeightDecision:
    return WeightDecision(OVERALL, method, {"a": 60.0, "b": 40.0}, "Li Wei", AT, why, "60, 40", ratio)


def test_what_is_recorded_is_read_back() -> None:
    pairs = from_pairs(2, {(0, 1): 1.5})
    assert in_points(pairs.shares) == (60.0, 40.0)
    one = decided("pairs", 0.123456)
    files = weighed(RubricFiles(RUBRIC, {}), [one], "2")

    again, problems = parse_weights(files.files[WEIGHTS_FILE], "weights.yaml", files.rubric)
    assert problems == []
    (found,) = again
    assert (found.by, found.at, found.why, found.ratio) == ("Li Wei", AT, "agreed", 0.1235)
    assert found.weights == weights_of(files) == {"a": 60.0, "b": 40.0}


def test_an_earlier_decision_stays_on_record_until_its_group_is_decided_anew() -> None:
    first = weighed(RubricFiles(RUBRIC, {}), [decided(why="first")])
    other = WeightDecision("a", "order", {"a.1": 75.0, "a.2": 25.0}, "Li", AT, "second")
    earlier, _ = parse_weights(first.files[WEIGHTS_FILE], "weights.yaml", first.rubric)
    both = weighed(first, [other], earlier=earlier)

    again, problems = parse_weights(both.files[WEIGHTS_FILE], "weights.yaml", both.rubric)
    assert (problems, [one.why for one in again]) == ([], ["first", "second"])
    newer = weighed(both, [decided(why="third")], earlier=again)
    last, _ = parse_weights(newer.files[WEIGHTS_FILE], "weights.yaml", newer.rubric)
    assert [one.why for one in last] == ["second", "third"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("{a: 1, b: 1}", "{a: 1, b: 2}", [("weights-changed", 6)]),
        ("{a: 1, b: 1}", "{a: 1}", [("weights-parts", 6)]),
        ("{a: 1, b: 1}", "{a: 1, b: -1}", [("weights-figure", 6)]),
        ("{a: 1, b: 1}", "{a: 1, b: much}", [("weights-figure", 6)]),
        ("group: overall", "group: a.1", [("weights-group", 3)]),
        ("group: overall", "group: [overall]", [("weights-group", 3)]),
        ("method: points", "method: feeling", [("weights-method", 4)]),
        ("said: 50, 50", "consistency_ratio: -1", [("weights-ratio", 5)]),
        ("2026-03-12T14:30:00+08:00", "yesterday", [("weights-time", 8)]),
        ("2026-03-12T14:30:00+08:00", "12", [("weights-time", 8)]),
        ("by: Li Wei", 'by: ""', [("rubric-empty-text", 7)]),
        ("by: Li Wei", 'by: "Li\\u202eWei"', [("rubric-direction-character", 7)]),
        ("  why: agreed\n", "", [("rubric-missing-field", 3)]),
        ("  by: Li", "  bye: 1\n  by: Li", [("rubric-unknown-key", 7)]),
        ("from: small 1\ndecisions:\n", "decisions: 1\nx:\n", [("weights-not-list", 1)]),
    ],
)
def test_what_is_wrong_with_a_record_is_told_with_its_line(
    old: str, new: str, expected: list[tuple[str, int]]
) -> None:
    found = codes(RECORD.replace(old, new, 1))
    assert found[: len(expected)] == expected or set(expected) <= set(found)
    assert bool(found) == bool(expected)


def test_a_text_that_is_no_yaml_and_a_time_without_a_zone() -> None:
    assert codes("{") != []
    (found,) = parse_weights(RECORD.replace("+08:00", ""), "weights.yaml", RUBRIC)[0]
    assert found.at == dt.datetime(2026, 3, 12, 14, 30, tzinfo=dt.UTC)


def test_the_shelf_and_the_check_know_the_record(tmp_path: Path) -> None:
    files = weighed(RubricFiles(RUBRIC, {}), [decided()])
    folder = tmp_path / "rubrics" / RUBRIC.id / RUBRIC.version
    write_files(folder, encoded(files.files))
    shelf = FileShelf(tmp_path)

    assert [one.by for one in shelf.weights(RUBRIC.id, RUBRIC.version)] == ["Li Wei"]
    assert check_rubrics([folder]) == []
    (folder / WEIGHTS_FILE).write_text(RECORD.replace("points", "feeling"), "utf-8")
    with pytest.raises(FileRefusedError):
        shelf.weights(RUBRIC.id, RUBRIC.version)
    assert [one.code for one in check_rubrics([folder / WEIGHTS_FILE])] == [
        "weights-method",
        "weights-changed",
    ]
    (folder / WEIGHTS_FILE).write_bytes(b"#" * 5_000_001)
    assert [one.code for one in check_rubrics([folder])] == ["file-too-large"]
    assert FileShelf().weights("analytics-maturity", "1") == ()


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ("A", "a 60, b 40", "Pair by pair, consistency ratio 0.08", "Li Wei", "2026-03-12", "agreed")),
        ("zh", ("A", "a 60、b 40", "两两比较，一致性比率 0.08", "Li Wei", "2026-03-12", "agreed")),
    ],
)
def test_decisions_are_told_as_a_table(lang: Lang, told: tuple[str, ...]) -> None:
    table = decisions_table((decided("pairs", 0.081),), RUBRIC, lang)

    cells = [cell.text for cell in table.rows[0]]
    names = [RUBRIC.name_of(node, lang) for node in ("a", "b")]
    points = ("、" if lang == "zh" else ", ").join(
        f"{name} {n}" for name, n in zip(names, (60, 40), strict=True)
    )
    assert cells == [RUBRIC.name_of(OVERALL, lang), points, *told[2:]]
    assert "contradict" in method_told(decided("pairs", 0.3), "en")
    assert method_told(decided(), "zh") == "分配 100 分"
