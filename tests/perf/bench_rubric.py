"""P19: load and check each shipped rubric with its translation, cold and when nothing has changed."""

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
