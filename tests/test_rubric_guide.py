"""The authoring guide and the schema say what the model says."""

import json
import re
from pathlib import Path

import pytest

from assessment.catalogue import ids
from assessment.diagnosis_links_parsing import KEYS, LINK_KEYS, parse_links
from assessment.edges import rubric_schema as schema_module
from assessment.edges.rubric_schema import rubric_schema
from assessment.edges.shelf import FileShelf
from assessment.mapping_parsing import parse_mapping
from assessment.rubric import Node, Rubric, Scale, Source
from assessment.rubric_fields import COMPLEXITIES, RULES
from assessment.rubric_migration import KEYS as MIGRATION_KEYS
from assessment.rubric_migration import parse_migration
from assessment.rubric_parsing import parse_rubric, parse_translation

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "rubrics" / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


def _section(title: str) -> str:
    return GUIDE.split(f"### {title}\n")[1].split("\n#")[0]


@pytest.mark.parametrize(
    ("title", "model"),
    [("The rubric", Rubric), ("The source", Source), ("The scale", Scale), ("A node", Node)],
)
def test_every_field_of_the_model_is_described_in_the_guide(
    title: str, model: type[Rubric | Source | Scale | Node]
) -> None:
    described = set(re.findall(r"^\| `(\w+)` \|", _section(title), re.MULTILINE))
    assert described == set(model.model_fields) - {"translations"}


def test_every_rule_is_shown_with_an_example() -> None:
    scores = GUIDE.split("## How scores")[1].split("\n## ")[0]
    assert set(RULES) == set(re.findall(r"^\| `(\w+)` \|", scores, re.MULTILINE))


def test_every_grade_of_complexity_is_named_in_the_guide_and_in_the_catalogue() -> None:
    row = next(line for line in GUIDE.splitlines() if line.startswith("| `complexity` |"))
    assert re.findall(r"`([\w-]+)`", row) == ["complexity", *COMPLEXITIES]
    assert {f"complexity.{grade}" for grade in COMPLEXITIES} <= ids()


def test_the_first_rubric_of_the_guide_passes_the_check() -> None:
    first = next(block for block in BLOCKS if block.startswith("id: care"))
    rubric, problems = parse_rubric(first, "rubric.yaml")
    assert problems == []
    assert rubric is not None
    assert [node.id for node in rubric.indicators] == ["calls.answer", "calls.solve"]


def test_the_translation_of_the_guide_has_only_real_paths() -> None:
    start = next(block for block in BLOCKS if block.startswith("id: care"))
    levels = next(block for block in BLOCKS if block.startswith("scale: {min: 0, max: 2")).replace(
        "None", "Nothing"
    )
    answer = next(block for block in BLOCKS if block.startswith("      - id: calls.answer"))
    text = (
        levels
        + "source: {title: Ours}\n"
        + start.replace("      - id: calls.answer\n        name: Answering\n", answer).replace(
            "name: Solving\n", "name: Solving\n        descriptors: {0: a, 1: b, 2: c}\n"
        )
    )
    rubric, problems = parse_rubric(text, "rubric.yaml")
    assert problems == []
    assert rubric is not None
    translation = next(block for block in BLOCKS if block.startswith("name: 客户服务"))
    _, problems = parse_translation(translation, "zh.yaml", rubric)
    assert {problem.code for problem in problems} == {"translation-missing"}


def test_the_links_and_the_mapping_of_the_guide_pass_the_check() -> None:
    tree = "tree:\n" + "".join(
        f"  - {{id: {one}, name: X}}\n" for one in ("problems.waiting", "causes.staffing")
    )
    ills, _ = parse_rubric(f'id: ills\nversion: "1"\nname: Ills\ntiers: [ill]\n{tree}', "rubric.yaml")
    care, _ = parse_rubric(next(block for block in BLOCKS if block.startswith("id: care")), "rubric.yaml")
    assert ills is not None
    assert care is not None
    links, problems = parse_links(
        next(block for block in BLOCKS if block.startswith("themes:")), "links.yaml", ills, {"care": care}
    )
    assert links is not None
    assert [problem.code for problem in problems] == ["links-none"]  # only the cause has no links there

    rubrics = {name: FileShelf().rubric(name) for name in ("crm-five-capabilities", "crm-capability-map")}
    mapping, problems = parse_mapping(next(b for b in BLOCKS if b.startswith("from: crm")), "m.yaml", rubrics)
    assert problems == []
    assert mapping is not None


def test_the_migration_of_the_guide_passes_the_check_and_every_key_is_described() -> None:
    care = next(block for block in BLOCKS if block.startswith("id: care"))
    old = care + "      - id: calls.transfer\n        name: Handing on\n"
    new = care.replace('"1"', '"2"').replace("calls.solve", "calls.fix")
    before, after = (parse_rubric(text, "rubric.yaml")[0] for text in (old, new))
    assert before is not None
    assert after is not None
    way = next(block for block in BLOCKS if block.startswith('from: "1"'))
    migration, problems = parse_migration(way, "migration.yaml", after, {"1": before, "2": after})
    assert problems == []
    assert migration is not None
    assert migration.moves.to["calls.solve"] == "calls.fix"
    section = GUIDE.split("### Moving an engagement")[1].split("\n## ")[0]
    assert set(MIGRATION_KEYS) <= set(re.findall(r"`(\w+)`", section))


def test_every_key_of_the_links_is_described_in_the_guide() -> None:
    described = re.findall(r"`(\w+)`", GUIDE.split("## Links of a diagnosis")[1].split("\n## ")[0])
    assert {*KEYS, *LINK_KEYS} <= set(described)


def test_the_guide_tells_why_financial_management_is_left_out() -> None:
    assert "财务管理" in GUIDE
    assert "AT&T Wireless" in GUIDE


def test_every_problem_that_the_readers_name_has_its_sentence() -> None:
    sources = [*(ROOT / "assessment").glob("rubric_*.py"), ROOT / "assessment" / "yaml_source.py"]
    sources.append(ROOT / "assessment" / "edges" / "shelf.py")
    words = {
        word
        for path in sources
        for word in re.findall(
            r'"((?:rubric|translation|yaml|file)-[a-z-]+)"', path.read_text(encoding="utf-8")
        )
    }
    assert len(words) > 50
    assert {f"problem.{word}" for word in words} <= ids()


def test_the_schema_beside_the_rubrics_is_current() -> None:
    assert (ROOT / "rubrics" / "rubric.schema.json").read_text(encoding="utf-8") == rubric_schema()


def test_the_schema_is_written_where_editors_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema_module, "shipped", tmp_path.joinpath)
    (tmp_path / "rubrics").mkdir()
    schema_module.main()
    assert (tmp_path / schema_module.SCHEMA_FILE).read_text(encoding="utf-8") == rubric_schema()


def test_the_schema_explains_every_key_and_takes_no_translations() -> None:
    schema = json.loads(rubric_schema())
    groups = [schema, *schema["$defs"].values()]
    assert "translations" not in schema["properties"]
    assert all(
        field.get("description") or name in {"title", "date"}
        for group in groups
        for name, field in group["properties"].items()
    )
