"""From text to rubric and back, and the rubric that is shipped."""

import csv
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.catalogue import LANGUAGES
from assessment.rubric import Node, Rubric, Scale, Source
from assessment.rubric_fields import NODE, RUBRIC, RULES, SCALE, SOURCE
from assessment.rubric_parsing import parse_rubric, parse_translation, translation_paths

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "rubrics" / "crm-five-capabilities" / "2003.1"
STRUCTURE = ROOT.parent / "shared" / "seeds" / "003-structure.csv"

SMALLEST = """\
id: tiny
version: "1"
name: Tiny
tiers: [indicator]
tree: [{id: only, name: Only one}]
"""


def parsed(text: str) -> Rubric:
    rubric, problems = parse_rubric(text, "rubric.yaml")
    assert problems == []
    assert rubric is not None
    return rubric


@pytest.fixture(scope="module")
def shipped() -> Rubric:
    rubric = parsed((SHIPPED / "rubric.yaml").read_text(encoding="utf-8"))
    texts, problems = parse_translation(
        (SHIPPED / "i18n" / "zh.yaml").read_text(encoding="utf-8"), "zh.yaml", rubric
    )
    assert problems == []
    return rubric.with_translation("zh", texts)


def test_the_smallest_rubric_is_four_words_and_one_indicator() -> None:
    rubric = parsed(SMALLEST)
    assert [node.id for node in rubric.indicators] == ["only"]
    assert rubric.scale == Scale()
    assert rubric.source is None


def test_everything_an_author_can_write_reaches_the_model() -> None:
    rubric = parsed(
        """\
id: full
version: "2024.10"
name: Full
source: {title: Ours, date: 2024-02-29}
scale: {min: 1, max: 3, step: 1, levels: {1: Low, 3: High}}
importance: {low: 0.2, high: 1}
tiers: [area, indicator]
min_coverage: 0.5
blank_as: min
tree:
  - id: a
    name: Area
    weight: 3
    rule: staged
    met_at: 2.5
    children:
      - {id: a.1, name: One, stage: 1, question: Why?, evidence: [Report], descriptors: {1: no, 3: yes}}
      - {id: a.2, name: Two, stage: 2, weight: 0, complexity: high, descriptors: {1: No, 2: Half, 3: All}}
  - {id: b, name: Beside, rule: geometric, children: [{id: b.1, name: In, descriptors: {1: No, 3: Yes}}]}
"""
    )
    one, two = rubric.node("a").children
    assert rubric.source == Source.model_validate({"title": "Ours", "date": "2024-02-29"})
    assert rubric.scale == Scale(min=1, max=3, step=1, levels={1: "Low", 3: "High"})
    assert (rubric.version, rubric.importance, rubric.tiers) == (
        "2024.10",
        {"low": 0.2, "high": 1.0},
        ("area", "indicator"),
    )
    assert (rubric.min_coverage, rubric.blank_as, rubric.node("a").met_at) == (0.5, "min", 2.5)
    assert (one.stage, one.question, one.evidence) == (1, "Why?", ("Report",))
    assert one.descriptors == {1.0: "no", 3.0: "yes"}
    assert (two.weight, two.stage, rubric.node("b").rule) == (0.0, 2, "geometric")
    assert (one.complexity, two.complexity) == (None, "high")


def test_the_tool_of_2003_keeps_the_fingerprint_that_stores_know_it_by(shipped: Rubric) -> None:
    assert shipped.fingerprint == "5c67159b5d122a01c3b94948728aa2c4e7e73d9cfa806ff8845641d0288b747e"


def test_a_complexity_changes_the_content_and_none_of_it_changes_nothing() -> None:
    def fingerprint(words: str) -> str:
        return parsed(SMALLEST.replace("name: Only one", f"name: Only one{words}")).fingerprint

    assert fingerprint(", complexity: high") != fingerprint(", complexity: low") != fingerprint("")
    assert fingerprint(", complexity: null") == fingerprint("")


def test_windows_line_ends_make_no_difference_to_the_content() -> None:
    assert parsed(SMALLEST.replace("\n", "\r\n")).fingerprint == parsed(SMALLEST).fingerprint


def test_what_is_left_open_may_be_written_as_null() -> None:
    text = SMALLEST.replace("tiers", "source: null\nblank_as:\nscale: {step: null}\ntiers")
    rubric = parsed(text.replace("name: Only one", "name: Only one, question: ''"))
    assert rubric.scale.step is None
    assert rubric.indicators[0].question == ""


@pytest.mark.parametrize(
    ("checks", "model"), [(RUBRIC, Rubric), (SCALE, Scale), (SOURCE, Source), (NODE, Node)]
)
def test_every_field_of_the_model_and_no_other_is_checked(
    checks: dict[str, object], model: type[Rubric | Scale | Source | Node]
) -> None:
    assert set(checks) == set(model.model_fields) - {"translations"}


def test_the_shipped_rubric_is_the_tool_of_2003(shipped: Rubric) -> None:
    counts = [len(shipped.of_tier(tier)) for tier in shipped.tiers]
    assert counts == [5, 16, 50]
    assert shipped.languages == ("en", "zh")
    assert shipped.scale.steps() == tuple(k / 2 for k in range(11))


@pytest.mark.skipif(not STRUCTURE.exists(), reason="the extract of the study is not beside the repository")
def test_the_shipped_rubric_has_the_names_and_the_order_of_the_study(shipped: Rubric) -> None:
    def names(lang: str) -> list[list[str]]:
        return [
            [shipped.name_of(node.id, lang) for node in shipped.path(indicator.id)[1:]]  # type: ignore[arg-type]
            for indicator in shipped.indicators
        ]

    with STRUCTURE.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    tiers = ("dimension", "subcapability", "indicator")
    assert names("en") == [[row[f"{tier}_en"] for tier in tiers] for row in rows]
    assert names("zh") == [[row[f"{tier}_zh"] for tier in tiers] for row in rows]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_shipped_indicator_tells_its_six_levels_apart(shipped: Rubric, lang: str) -> None:
    for node in shipped.indicators:
        levels = shipped.descriptors(node.id, lang)  # type: ignore[arg-type]
        assert list(levels) == [0, 1, 2, 3, 4, 5]
        assert len(set(levels.values())) == 6
        assert shipped.question(node.id, lang)  # type: ignore[arg-type]
        assert len(set(shipped.evidence_to_ask(node.id, lang))) >= 2  # type: ignore[arg-type]


def test_no_two_shipped_indicators_share_a_descriptor_or_a_question(shipped: Rubric) -> None:
    words = [text for node in shipped.indicators for text in (*node.descriptors.values(), node.question)]
    assert len(set(words)) == len(words) == 50 * 7


def test_every_text_has_a_path_and_the_model_finds_its_translation_there(shipped: Rubric) -> None:
    paths = translation_paths(shipped)
    marked = shipped.with_translation("zh", {path: f"<{path}>" for path in paths})
    first = shipped.indicators[0].id
    assert marked.title("zh") == "<name>"
    assert marked.level_name(3, "zh") == "<scale.levels.3>"
    assert marked.importance_name("fairly-low", "zh") == "<importance.fairly-low>"
    untold = marked.with_translation("zh", {})
    assert [untold.importance_name("fairly-low", lang) for lang in LANGUAGES] == ["fairly low", "较低"]
    assert untold.importance_name("must-have", "zh") == "must have"
    assert marked.tier_name("capability", "zh") == "<tiers.capability>"
    assert marked.name_of("insight", "zh") == "<insight.name>"
    assert marked.question(first, "zh") == f"<{first}.question>"
    assert marked.evidence_to_ask(first, "zh")[1] == f"<{first}.evidence.1>"
    assert marked.descriptors(first, "zh")[5] == f"<{first}.descriptors.5>"
    assert set(paths) == set(shipped.translations["zh"])


def test_a_single_top_node_is_translated_and_an_implied_one_is_not() -> None:
    text = SMALLEST.replace("{id: only, name: Only one}", "{id: t, name: T, children: [{id: x, name: X}]}")
    alone = parsed(text.replace("[indicator]", "[area, indicator]"))
    assert "t.name" in translation_paths(alone)
    assert "overall.name" not in translation_paths(parsed(SMALLEST))


IDS = st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True)
WORDS = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=12)
INDICATOR = st.fixed_dictionaries(
    {"name": WORDS, "weight": st.floats(0.1, 9) | st.integers(1, 9), "question": WORDS},
    optional={"evidence": st.lists(WORDS, max_size=3)},
)
BRANCH = st.fixed_dictionaries(
    {"name": WORDS, "rule": st.sampled_from([rule for rule in RULES if rule != "staged"])},
)


@st.composite
def rubrics(draw: st.DrawFn) -> dict[str, object]:
    """The data of a good rubric of two tiers on a scale above zero."""
    names = draw(st.lists(IDS, min_size=1, max_size=4, unique_by=str.casefold))
    tree = [
        {
            "id": f"n-{name}",
            **draw(BRANCH),
            "children": [
                {"id": f"n-{name}.{k}", **draw(INDICATOR), "descriptors": {1: draw(WORDS), 4: draw(WORDS)}}
                for k in range(draw(st.integers(1, 3)))
            ],
        }
        for name in names
    ]
    scale = {"min": 1, "max": 4, "step": 0.5, "levels": {1: "Low", 4: "High"}}
    return {
        "id": draw(IDS), "version": draw(WORDS), "name": draw(WORDS),
        "scale": scale, "tiers": ["area", "indicator"], "tree": tree,
    }  # fmt: skip


@given(rubrics())
@settings(max_examples=50)
def test_a_good_rubric_is_taken_as_it_stands(data: dict[str, object]) -> None:
    rubric = parsed(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
    written = rubric.model_dump(exclude_defaults=True, mode="json")
    assert written["id"] == data["id"]
    assert [node["id"] for node in written["tree"]] == [node["id"] for node in data["tree"]]  # type: ignore[attr-defined]
    again = parsed(yaml.safe_dump(data, allow_unicode=True, sort_keys=True))
    assert again.fingerprint == rubric.fingerprint
    texts = {path: f"{words}!" for path, words in translation_paths(rubric).items()}
    assert parse_translation(yaml.safe_dump(texts, allow_unicode=True), "f", rubric) == (texts, [])


ODD = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("staged")
ANYTHING = st.recursive(
    ODD, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ODD, inner, max_size=3)
)


@given(rubrics(), st.data())
@settings(max_examples=200)
def test_a_rubric_with_anything_anywhere_never_raises(data: dict[str, object], draw: st.DataObject) -> None:
    place: object = data
    while True:
        keys = list(place) if isinstance(place, dict) else range(len(place))  # type: ignore[arg-type]
        key = draw.draw(st.sampled_from(list(keys)))
        inner = place[key]  # type: ignore[index]
        if not isinstance(inner, dict | list) or not inner or draw.draw(st.booleans()):
            place[key] = draw.draw(ANYTHING)  # type: ignore[index]
            break
        place = inner
    rubric, problems = parse_rubric(yaml.safe_dump(data, allow_unicode=True), "f")
    assert (rubric is None) == any(problem.severity == "error" for problem in problems)


@given(st.text() | st.text(alphabet="id: tree\n-[]{}#&*!'\"", max_size=80))
def test_arbitrary_text_never_raises_and_is_never_a_rubric(text: str) -> None:
    rubric, problems = parse_rubric(text, "f")
    assert rubric is None
    assert problems
    assert parse_translation(text, "f", parsed(SMALLEST))[1]
