"""P19: load and check each shipped rubric with its translation, cold, unchanged, and ten times as large."""

import json

import yaml

from assessment.edges.shelf import FileShelf, shipped
from assessment.rubric import Rubric
from assessment.rubric_parsing import parse_rubric, parse_translation
from tests.perf.timing import ratio, report, side_by_side, total

REPEAT = 5


def main() -> None:
    """Cold against the C loader of the same files; unchanged against `json.loads` of the same data."""
    for name in FileShelf().rubrics():
        _measure(name)
    _grow()


def _grow() -> None:
    """A rubric of 5,000 indicators against one of 500: linear is 10, the bar leaves a fifth."""
    small, large = (_made(groups) for groups in (10, 100))
    assert [len(_parse_alone(text).indicators) for text in (small, large)] == [500, 5_000]
    costs = side_by_side(
        {"large": total(lambda: _parse_alone(large)), "small": total(lambda: _parse_alone(small), REPEAT)}
    )
    report(
        "P19",
        "5,000 indicators against 500, load and check",
        ratio(costs, "large", "small"),
        "<= 12",
        "<= 11",
    )


def _made(groups: int) -> str:
    """So many groups of 50 indicators, each with a question, evidence and three descriptors."""
    lines = ['id: made\nversion: "1"\nname: Made\nscale: {max: 2, step: 1, levels: {0: No, 1: Some, 2: All}}']
    lines.append("tiers: [group, indicator]\ntree:")
    for group in range(groups):
        lines.append(f"  - id: g{group}\n    name: Group {group}\n    children:")
        for leaf in range(50):
            lines.append(
                f"      - id: g{group}.{leaf}\n        name: Leaf {leaf}\n        question: What is done?"
            )
            lines.append(
                "        evidence: [Call log]\n        descriptors: {0: Nothing, 1: Some of it, 2: All}"
            )
    return "\n".join(lines)


def _parse_alone(text: str) -> Rubric:
    rubric, problems = parse_rubric(text, "rubric.yaml")
    assert rubric is not None
    assert not problems
    return rubric


def _measure(name: tuple[str, str]) -> None:
    folder = shipped("rubrics").joinpath(*name)
    texts = [(folder / name).read_text(encoding="utf-8") for name in ("rubric.yaml", "i18n/zh.yaml")]
    as_json = [json.dumps(data, ensure_ascii=False, default=str) for data in _plain(texts)]
    shelf = FileShelf()
    _check_equal(texts, shelf, name)
    costs = side_by_side(
        {
            "cold": total(lambda: _parse(texts), REPEAT),
            "yaml": total(lambda: _plain(texts), REPEAT),
            "unchanged": total(lambda: shelf.rubric(*name), 20 * REPEAT),
            "json": total(lambda: [json.loads(text) for text in as_json], 20 * REPEAT),
        },
        rounds=21,
    )
    report(
        "P19",
        f"{name[0]} and translation, cold, against CSafeLoader",
        ratio(costs, "cold", "yaml"),
        "<= 1.4",
        "<= 1.15",
    )
    report(
        "P19",
        "the same, unchanged files, against json.loads",
        ratio(costs, "unchanged", "json"),
        "<= 4",
        "<= 3",
    )


def _plain(texts: list[str]) -> list[object]:
    return [yaml.load(text, yaml.CSafeLoader) for text in texts]


def _parse(texts: list[str]) -> Rubric:
    rubric, problems = parse_rubric(texts[0], "rubric.yaml")
    assert rubric is not None
    translation, more = parse_translation(texts[1], "zh.yaml", rubric)
    assert not problems + more
    return rubric.with_translation("zh", translation)


def _check_equal(texts: list[str], shelf: FileShelf, name: tuple[str, str]) -> None:
    rubric, (plain, translation) = _parse(texts), _plain(texts)
    assert shelf.rubric(*name) == rubric
    assert rubric.translations["zh"] == translation
    assert isinstance(plain, dict)
    assert [node.id for node in rubric.tree] == [node["id"] for node in plain["tree"]]


if __name__ == "__main__":
    main()
