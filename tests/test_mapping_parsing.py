import pytest

from assessment.catalogue import LANGUAGES
from assessment.mapping import NodeMapping
from assessment.mapping_parsing import parse_mapping, parse_mappings
from assessment.rubric import Node, Rubric
from tests.linked_rubrics import MAPPING, RATED, RUBRICS

BACK = "from: ills\nto: rated\nlinks:\n  data.get: {problems.blind: 1}\n"


def _found(text: str) -> list[tuple[str, int | None]]:
    mapping, problems = parse_mapping(text, "m.yaml", RUBRICS)
    assert mapping is None
    assert all(problem.sentence(lang) for problem in problems for lang in LANGUAGES)
    return [(problem.code, problem.line) for problem in problems]


def test_a_mapping_is_read_with_its_weights() -> None:
    mapping, problems = parse_mapping(MAPPING, "m.yaml", RUBRICS)

    assert problems == []
    assert mapping == NodeMapping(
        "rated",
        "ills",
        {"problems.slow": {"care.shop": 1, "care.call": 3}, "problems.blind": {"data": 1}},
    )


@pytest.mark.parametrize(
    ("before", "after", "code", "line"),
    [
        ("from: rated", "from: ratd", "mapping-unknown-rubric", 2),
        ("to: ills", "to: [ills]", "mapping-unknown-rubric", 3),
        ("to: ills", "to: rated", "mapping-same-rubric", 3),
        ("to: ills", "too: ills", "rubric-unknown-key", 3),
        ("care.shop", "care.shopp", "mapping-unknown-node", 5),
        ("care.shop", "Care.Shop", "mapping-case", 5),
        ("care.shop", "overall", "mapping-unknown-node", 5),
        ("problems.slow", "problems.fast", "mapping-unknown-node", 5),
        ("problems.slow", "problems", "mapping-not-indicator", 5),
        ("care.call: 3", "care.call: 0", "mapping-weight", 5),
        ("care.call: 3", "care.call: -1", "mapping-weight", 5),
        ("care.call: 3", "care.call: .inf", "mapping-weight", 5),
        ("care.call: 3", "care.call: much", "mapping-weight", 5),
        ("care.call: 3", "care.shop: 3", "yaml-duplicate", 5),
        ("{data: 1}", "{}", "mapping-no-nodes", 6),
        ("{data: 1}", "data", "mapping-no-nodes", 6),
        ("{data: 1}", "{data: {data.get: 1}}", "mapping-weight", 6),
    ],
)
def test_every_defect_is_told_with_its_line(before: str, after: str, code: str, line: int) -> None:
    assert (code, line) in _found(MAPPING.replace(before, after))


def test_all_defects_are_told_at_once() -> None:
    text = (
        MAPPING.replace("care.shop", "nowhere").replace("data: 1", "data: no").replace("to: ills", "to: ils")
    )
    assert [code for code, _ in _found(text)] == ["mapping-unknown-rubric"]
    text = MAPPING.replace("care.shop", "nowhere").replace("data: 1", "data: no")
    assert [code for code, _ in _found(text)] == ["mapping-unknown-node", "mapping-weight"]


@pytest.mark.parametrize("text", ["[]", "from: rated", "links: {}\nfrom: rated\nto: ills", "hello"])
def test_what_is_no_mapping_is_refused(text: str) -> None:
    assert _found(text)


def test_an_id_from_right_to_left_is_quoted_and_refused() -> None:
    assert _found(MAPPING.replace("care.shop", "خدمة")) == [("mapping-unknown-node", 5)]


def test_groups_fifty_deep_are_refused_where_they_begin() -> None:
    deep = "{data: " * 50 + "1" + "}" * 50
    assert _found(MAPPING.replace("{data: 1}", deep)) == [("mapping-weight", 6)]
    assert _found(MAPPING.replace("{data: 1}", "[" * 70 + "]" * 70)) == [("yaml-depth", 6)]


def test_ten_thousand_links_are_read_and_ten_thousand_defects_are_cut_off() -> None:
    leaves = tuple(Node(id=f"n{k}", name="N") for k in range(10_000))
    wide = Rubric(id="wide", version="1", name="Wide", tiers=("indicator",), tree=leaves)
    lines = "".join(f"  n{k}: {{data.get: 1}}\n" for k in range(10_000))
    text = f"from: rated\nto: wide\nlinks:\n{lines}"

    mapping, problems = parse_mapping(text, "m.yaml", {"rated": RATED, "wide": wide})
    assert problems == []
    assert mapping is not None
    assert len(mapping.links) == 10_000

    mapping, problems = parse_mapping(
        text.replace("data.get", "data.got"), "m.yaml", {**RUBRICS, "wide": wide}
    )
    assert mapping is None
    assert problems[-1].code == "file-too-many"


def test_several_mappings_are_read_together() -> None:
    other = BACK.replace("problems.blind", "causes.root")
    mappings, problems = parse_mappings({"a.yaml": MAPPING, "b.yaml": other}, RUBRICS)

    assert problems == []
    assert {name: (one.source, one.target) for name, one in mappings.items()} == {
        "a.yaml": ("rated", "ills"),
        "b.yaml": ("ills", "rated"),
    }


def test_a_node_that_informs_itself_by_way_of_another_rubric_is_a_circle() -> None:
    """`data` is made of `data.get`, which the second file lets depend on what `data` informs."""
    mappings, problems = parse_mappings({"a.yaml": MAPPING, "b.yaml": BACK}, RUBRICS)

    assert mappings == {}
    assert [problem.code for problem in problems] == ["mapping-circle"]
    assert {"rated:data.get", "rated:data", "ills:problems.blind"} <= set(problems[0].allowed.split(" → "))
    assert (problems[0].source, problems[0].line) in {("a.yaml", 6), ("b.yaml", 4)}


def test_two_files_for_the_same_rubrics_are_one_too_many() -> None:
    mappings, problems = parse_mappings({"a.yaml": MAPPING, "b.yaml": MAPPING}, RUBRICS)

    assert mappings == {}
    assert [(p.code, p.source, p.line, p.allowed) for p in problems] == [
        ("mapping-twice", "b.yaml", 3, "a.yaml")
    ]


def test_a_broken_mapping_leaves_the_others_readable() -> None:
    mappings, problems = parse_mappings({"a.yaml": MAPPING, "b.yaml": "from: x"}, RUBRICS)

    assert list(mappings) == ["a.yaml"]
    assert {problem.source for problem in problems} == {"b.yaml"}
