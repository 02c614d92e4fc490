"""Bytes to text, and YAML to plain data that remembers its lines."""

import math

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assessment import yaml_source
from assessment.yaml_source import MAX_BYTES, YamlDocument, decode, nearest, read_yaml


def read(text: str) -> YamlDocument:
    document, problems = read_yaml(text, "f.yaml")
    assert document is not None
    assert problems == []
    return document


def found(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(problem.code, problem.line, problem.column) for problem in read_yaml(text, "f.yaml")[1]]


def test_a_byte_order_mark_and_windows_line_ends_go_unnoticed() -> None:
    assert decode(b"\xef\xbb\xbfa: 1\r\nb: 2\rc: 3\n", "f") == ("a: 1\nb: 2\nc: 3\n", [])


@pytest.mark.parametrize(
    ("data", "line", "column", "what"),
    [
        ("a: b".encode("utf-16"), 1, 1, "UTF-16"),
        ("ab\n你".encode("gbk"), 2, 1, "0xC4"),
        (b"\xef\xbb\xbf\xe4\xbd\xa0\xff", 1, 2, "0xFF"),
        (b"a\r\nb\rcd\xe9f", 3, 3, "0xE9"),
    ],
)
def test_another_encoding_is_refused_at_its_first_bad_byte(
    data: bytes, line: int, column: int, what: str
) -> None:
    text, [problem] = decode(data, "f")
    assert text is None
    assert (problem.code, problem.line, problem.column, problem.found) == (
        "file-encoding",
        line,
        column,
        what,
    )


def test_values_are_what_the_author_wrote() -> None:
    text = "int: -7\nfloat: 2.50\npower: 1.0e+3\nbond: 007\nname: 1e3\ntime: 1:30\nday: 2003-09-28\n"
    text += "no: no\noff: true\nnothing:\nquoted: '1'\n"
    assert read(text).data == {
        "int": -7,
        "float": 2.5,
        "power": 1000.0,
        "bond": "007",
        "name": "1e3",
        "time": "1:30",
        "day": "2003-09-28",
        "no": "no",
        "off": True,
        "nothing": None,
        "quoted": "1",
    }


def test_numbers_that_are_none_are_floats_and_a_digit_snake_is_text() -> None:
    data = read(f"a: .nan\nb: -.inf\nc: {'9' * 5000}\nd: -x\ne: .").data
    assert math.isnan(data["a"])
    assert data["b"] == -math.inf
    assert data["c"] == "9" * 5000
    assert (data["d"], data["e"]) == ("-x", ".")


def test_keys_are_words_or_numbers() -> None:
    assert read("1: a\n2.5: b\ntrue: c\n'3': d\n~: e\n.nan: f\n\"\\0\": g").data == {
        1: "a",
        2.5: "b",
        "true": "c",
        "3": "d",
        "~": "e",
        ".nan": "f",
        "\0": "g",
    }


def test_every_thing_in_the_file_has_its_line_its_name_and_its_wording() -> None:
    document = read("tree:\n  - id: a\n    levels: {2.5: x}\n  - weight: 1.50\n")
    assert document.line_and_column(("tree", 1, "weight")) == (4, 5)
    assert document.line_and_column(("tree", 0)) == (2, 5)
    assert document.line_and_column(("tree", 0, "missing", 3)) == (2, 5)
    assert document.key(("tree", 1, "weight")) == "tree[1].weight"
    assert document.key(("tree", 0, "levels", 2.5)) == "tree[0].levels.2.5"
    assert document.key(("tree", 9, "x")) == "tree[9].x"
    assert document.written(("tree", 1, "weight")) == "1.50"
    assert document.written(("tree", 1)) == ""


def test_a_problem_carries_place_key_and_what_stands_there() -> None:
    problem = read("a:\n  b: 2003.10\n").problem("yaml-tag", ("a", "b"), allowed="x")
    assert problem.report() == (
        "f.yaml:2:3: a.b: "
        "The tag 2003.10 is not read. Delete it; if it is a text, put the text in double quotes."
    )


def test_a_long_text_is_shown_by_its_beginning() -> None:
    assert read("a: " + "x" * 100).problem("yaml-tag", ("a",)).found == "x" * 60 + "…"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("file-empty", None, None)]),
        ("# only a comment\n", [("file-empty", None, None)]),
        ("~", [("file-empty", None, None)]),
        ("a:\n\tb: 1\nc:\n  \td: 1\n", [("yaml-tab", 2, 1), ("yaml-tab", 4, 3)]),
        ("a: [1\n\nb: @\nc:\n\td: 1", [("yaml-tab", 5, 1), ("yaml-bracket", 1, 4)]),
        ("a: b: c", [("yaml-colon", 1, 5)]),
        ("a: 1\nb: 'x\n\nc: 1\n", [("yaml-quote", 2, 4)]),
        ("a:\n  b: [1, 2\nc: 3", [("yaml-bracket", 2, 6)]),
        ("a: 1\nb: @x", [("yaml-start", 2, 4)]),
        (r'a: "C:\q"', [("yaml-escape", 1, 7)]),
        ("a: 1\nb\nc: 1\n", [("yaml-key", 2, 1)]),
        ("a:\n  - b\n - c", [("yaml-indent", 3, 2)]),
        ("a: 'b' c", [("yaml-broken", 1, 8)]),
        ("a: 1\nb: \x07", [("yaml-character", 2, 4)]),
        ("a: \0", [("yaml-character", 1, 4)]),
        ("a: \ud800", [("yaml-character", 1, 4)]),
        ("a: 1\nb: 2\na: 3\n", [("yaml-duplicate", 3, 1)]),
        ("0: a\n0.0: b\n", [("yaml-duplicate", 2, 1)]),
        ("a: 1\na: [{b: [1]}]\na: *x", [("yaml-duplicate", 2, 1), ("yaml-duplicate", 3, 1)]),
        ("a: &x 1\nb: *x", [("yaml-reuse", 1, 4), ("yaml-reuse", 2, 4)]),
        ("<<: {a: 1}", [("yaml-reuse", 1, 1)]),
        ("a: !!python/name:os.system x\nb: !own [1]", [("yaml-tag", 1, 4), ("yaml-tag", 2, 4)]),
        ("[a]: 1\n? {b: 1}\n: 2", [("yaml-complex-key", 1, 1), ("yaml-complex-key", 2, 3)]),
        ("a: 1\n---\nb: 1", [("yaml-documents", 2, 1)]),
        ("[" * 100_000, [("yaml-depth", 1, 61)]),
        ("- " * 100_000, [("yaml-depth", 1, 121)]),
        ("a" * (MAX_BYTES + 1), [("file-too-large", None, None)]),
    ],
)
def test_what_is_wrong_as_yaml_is_named_with_its_place(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert found(text) == expected


def test_an_alias_bomb_is_refused_and_never_unfolded() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{k}: &a{k} [*a{k - 1}, *a{k - 1}, *a{k - 1}, *a{k - 1}]" for k in range(1, 40)]
    document, problems = read_yaml("\n".join(lines), "bomb.yaml")
    assert {problem.code for problem in problems} == {"yaml-reuse"}
    assert document is not None
    assert document.data["a39"] == ["*a38"] * 4


def test_the_first_of_two_equal_keys_counts_and_reading_goes_on() -> None:
    document, problems = read_yaml("a: 1\na: 2\nb: 3\nb: 4\n", "f")
    assert document is not None
    assert document.data == {"a": 1, "b": 3}
    assert [problem.found for problem in problems] == ["a", "b"]


def test_every_problem_has_its_sentence_in_both_languages() -> None:
    _, problems = read_yaml("a: &x 1\nb: !t 1\n<<: 1\na: 1\n[a]: 1\n---\nb", "f")
    for problem in problems:
        assert problem.sentence("en") != problem.sentence("zh")


def test_the_nearest_names_are_offered_best_first() -> None:
    assert nearest("wieght", ["weight", "id", "name"]) == "weight"
    assert nearest("zzz", ["weight"]) == ""


def test_without_the_c_parser_the_answers_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["a:\n  - b: 1.50\n    c: 'x'\n  - 2\n", "a: 1\na: 2", "a: &x 1\nb: *x", "[" * 100]
    with_c = [read_yaml(text, "f") for text in texts]
    monkeypatch.setattr(yaml_source, "_Loader", yaml.SafeLoader)
    without = [read_yaml(text, "f") for text in texts]
    assert [problems for _, problems in with_c] == [problems for _, problems in without]
    assert [d and d.data for d, _ in with_c] == [d and d.data for d, _ in without]


@given(st.text() | st.text(alphabet="ab01:-[]{}&*!?|>'\"#\t\n ,<%@", max_size=60))
def test_arbitrary_text_never_raises_and_says_why_it_was_not_read(text: str) -> None:
    document, problems = read_yaml(text, "f")
    assert document is not None or problems
    for problem in problems:
        assert problem.report("zh")


@given(st.binary())
def test_arbitrary_bytes_are_text_or_refused(data: bytes) -> None:
    text, problems = decode(data, "f")
    assert (text is None) == bool(problems)


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029"))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
).filter(lambda value: value is not None)


@given(PLAIN)
def test_what_pyyaml_writes_is_read_back(value: object) -> None:
    assert read(yaml.safe_dump(value, allow_unicode=True)).data == value
