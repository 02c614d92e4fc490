"""How a rubric says that it is a house: bands of its top nodes, from the top down."""

import pytest

from assessment.catalogue import LANGUAGES
from assessment.edges.shelf import FileShelf
from assessment.rubric import Band, Rubric
from assessment.rubric_difference import difference
from assessment.rubric_from_sheets import read_rubric_sheets
from assessment.rubric_parsing import parse_rubric, parse_translation, translation_paths
from assessment.rubric_sheets import rubric_sheets

PLAIN = """\
id: shop
version: "1"
name: A shop
tiers: [area, indicator]
tree:
  - {id: roof, name: Roof, children: [{id: roof.a, name: A}]}
  - {id: left, name: Left, children: [{id: left.a, name: A}]}
  - {id: right, name: Right, children: [{id: right.a, name: A}]}
"""
HOUSE = "house: [{nodes: [roof]}, {nodes: [left, right], name: Floor}]\n"


def _parsed(text: str) -> Rubric:
    rubric, problems = parse_rubric(text, "f")
    assert problems == []
    assert rubric is not None
    return rubric


def test_bands_are_read_from_the_top_with_their_names() -> None:
    rubric = _parsed(PLAIN + HOUSE)

    assert rubric.house == (Band(nodes=("roof",)), Band(nodes=("left", "right"), name="Floor"))
    assert rubric.band_name(1, "en") == "Floor"


def test_a_rubric_without_a_house_keeps_its_fingerprint() -> None:
    assert _parsed(PLAIN).fingerprint == _parsed(PLAIN + "house: []\n").fingerprint
    assert _parsed(PLAIN).fingerprint != _parsed(PLAIN + HOUSE).fingerprint
    assert "house" not in _parsed(PLAIN).model_dump()


def test_below_a_single_top_node_the_house_is_made_of_its_children() -> None:
    rubric = _parsed(
        "id: x\nversion: '1'\nname: X\ntiers: [whole, indicator]\nhouse: [{nodes: [a, b]}]\n"
        "tree: [{id: all, name: All, children: [{id: a, name: A}, {id: b, name: B}]}]\n"
    )
    assert rubric.house == (Band(nodes=("a", "b")),)


@pytest.mark.parametrize(
    ("house", "code", "found"),
    [
        ("[{nodes: [roof]}, {nodes: []}, {nodes: [left, right]}]", "rubric-house-empty", ""),
        ("[{nodes: [roof, left, rihgt, right]}]", "rubric-house-unknown", "rihgt"),
        ("[{nodes: [roof, left, right, right.a]}]", "rubric-house-unknown", "right.a"),
        ("[{nodes: [roof, left]}, {nodes: [right, left]}]", "rubric-house-twice", "left"),
        ("[{nodes: [roof]}]", "rubric-house-missing", "left, right"),
        ("[{nodes: [roof, left, right], colour: red}]", "rubric-unknown-key", "colour"),
        ("[{nodes: [roof, left, right]}, {name: Empty}]", "rubric-missing-field", "nodes"),
        ("roof", "rubric-not-list", "roof"),
        ("[roof, left, right]", "rubric-not-group", "roof"),
    ],
)
def test_every_top_node_stands_in_one_band_and_nothing_else_does(house: str, code: str, found: str) -> None:
    rubric, problems = parse_rubric(f"{PLAIN}house: {house}\n", "f")

    assert rubric is None
    first = next(problem for problem in problems if problem.code == code)
    assert first.found == found
    assert first.line == 9
    assert all(problem.sentence(lang) for problem in problems for lang in LANGUAGES)


def test_the_likely_node_is_offered() -> None:
    _, [_, problem] = parse_rubric(f"{PLAIN}house: [{{nodes: [roof, left, rihgt]}}]\n", "f")
    assert problem.allowed.startswith("right")


def test_only_a_band_with_a_name_is_translated() -> None:
    rubric = _parsed(PLAIN + HOUSE)
    assert translation_paths(rubric)["house.1"] == "Floor"
    assert "house.0" not in translation_paths(rubric)

    texts, problems = parse_translation("house.1: 楼层\n", "zh.yaml", rubric)

    assert "house.1" not in {problem.key for problem in problems}
    assert rubric.with_translation("zh", texts).band_name(1, "zh") == "楼层"


def test_another_house_is_a_difference_between_two_versions() -> None:
    (change,) = difference(_parsed(PLAIN), _parsed(PLAIN + HOUSE)).changes

    assert (change.kind, change.part, change.before) == ("setting", "house", "")
    assert "Floor: left, right" in change.after


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_house_comes_back_from_a_workbook(lang: str) -> None:
    rubric = FileShelf().rubric("crm-capability-map")

    files, problems = read_rubric_sheets(rubric_sheets(rubric, lang), "map.xlsx")  # type: ignore[arg-type]

    assert problems == []
    assert files is not None
    assert files.rubric.house == rubric.house
    assert files.rubric.fingerprint == rubric.fingerprint
    assert files.rubric.band_name(2, "zh") == "经营运作"


def test_a_mistake_in_a_band_is_told_with_its_cell() -> None:
    settings, *others = rubric_sheets(_parsed(PLAIN + HOUSE), "en")
    rows = [[("left，roof" if cell == "left, right" else cell) for cell in row] for row in settings.rows]
    row = next(number for number, cells in enumerate(rows, 1) if "left，roof" in cells)

    files, problems = read_rubric_sheets([type(settings)(settings.name, rows), *others], "map.xlsx")

    assert files is None
    told = {(one.code, one.key, one.found) for one in problems}
    assert ("rubric-house-twice", f"Rubric!B{row}", "roof") in told
    assert {one[0] for one in told} == {"rubric-house-twice", "rubric-house-missing"}
