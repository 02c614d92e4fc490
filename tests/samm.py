"""OWASP SAMM as a rubric, built from the model's own files; none of its text is kept here."""

import csv
import zipfile
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from assessment.rubric import Rubric, Rule
from assessment.rubric_parsing import parse_rubric

PARTS = {"function": 1, "practice": 2, "level": 3}


def samm(
    folder: Path, low: float = 0.0, high: float = 3.0, rule: Rule = "mean", version: str = "2"
) -> Rubric:
    """Functions, practices, maturity levels and questions.

    Args:
        folder: of the toolbox's tables and the zipped model.
        low, high: the ends of the scale; the toolbox's own runs from 0 to 3.
        rule: how a practice is made from its three levels; `staged` asks for all of a level.
        version: of the rubric.
    """
    text = yaml.safe_dump(_content(folder, low, high, rule, version), sort_keys=False, allow_unicode=True)
    rubric, problems = parse_rubric(text, "samm/rubric.yaml")
    assert [problem.report() for problem in problems] == []
    assert rubric is not None
    return rubric


def answers(folder: Path, low: float = 0.0, high: float = 3.0) -> bytes:
    """All answers as a ratings CSV: organisations are units; a blank answer has no row."""
    rows = _table(folder, "answers.csv")
    lines = ["unit,wave,rater,indicator,score"]
    for row in rows:
        if row["value"]:
            score = low + float(row["value"]) * (high - low)
            lines.append(f"{row['org']},{row['wave']},self,{row['question_id']},{score!r}")
    return "\n".join(lines).encode()


def expected(folder: Path) -> dict[tuple[str, str, str], float]:
    """(organisation, wave, node) -> functions and practices from 0 to 3, levels from 0 to 1."""
    found: dict[tuple[str, str, str], float] = {}
    ids = {names: node for node, names in _names(folder).items()}
    for row in _table(folder, "expected_function.csv"):
        node = ids.get((row["business_function"],), "overall")
        found[row["org"], row["wave"], node] = float(row["score_0_3"])
    for row in _table(folder, "expected_practice.csv"):
        of_function = [names[1] for names in ids if names[0] == row["business_function"] and len(names) > 1]
        (practice,) = get_close_matches(row["security_practice"], of_function, 1)  # one is spelt in two ways
        node = ids[row["business_function"], practice]
        found[row["org"], row["wave"], node] = float(row["score_0_3"])
        for level in (1, 2, 3):
            found[row["org"], row["wave"], f"{node}.{level}"] = float(row[f"level{level}"])
    return found


def _content(folder: Path, low: float, high: float, rule: Rule, version: str) -> dict[str, Any]:
    shares = sorted({float(row["value"]) for row in _table(folder, "toolbox_answer_sets.csv")})
    step = (shares[1] - shares[0]) * (high - low)
    levels = {low + share * (high - low): f"{share:.0%}" for share in shares}
    return {
        "id": "samm",
        "version": version,
        "name": "SAMM",
        "scale": {"min": low, "max": high, "step": step, "levels": levels},
        "tiers": [*PARTS, "question"],
        "blank_as": "min",
        "tree": _tree(folder, low, high, rule),
    }


def _tree(folder: Path, low: float, high: float, rule: Rule) -> list[dict[str, Any]]:
    texts, sets = _questions(folder), _answer_sets(folder, low, high)
    tree: dict[str, dict[str, Any]] = {}
    for row in _table(folder, "toolbox_questions.csv"):
        function, practice, _, level, _ = row["question_id"].split("-")
        top = tree.setdefault(function, {"name": row["business_function"], "below": {}})
        middle = top["below"].setdefault(practice, {"name": row["security_practice"], "below": {}})
        leaf = {
            "id": row["question_id"],
            "name": f"{row['stream']} {level}",
            "question": texts[row["question_id"]],
            "descriptors": dict(sets[row["answer_set"]]),
        }
        middle["below"].setdefault(level, []).append(leaf)
    return [_function(code, top, rule, high) for code, top in tree.items()]


def _function(code: str, top: dict[str, Any], rule: Rule, high: float) -> dict[str, Any]:
    staged = {"met_at": high} if rule == "staged" else {}
    practices = [
        {
            "id": f"{code}-{practice}",
            "name": middle["name"],
            "rule": rule,
            **staged,
            "children": [
                {"id": f"{code}-{practice}.{level}", "name": f"Level {level}", "children": leaves}
                | ({"stage": int(level)} if staged else {})
                for level, leaves in sorted(middle["below"].items())
            ],
        }
        for practice, middle in top["below"].items()
    ]
    return {"id": code, "name": top["name"], "children": practices}


def _names(folder: Path) -> dict[str, tuple[str, ...]]:
    """Node id -> the names that the expected tables call it by."""
    found: dict[str, tuple[str, ...]] = {}
    for row in _table(folder, "toolbox_questions.csv"):
        function, practice, *_ = row["question_id"].split("-")
        found[function] = (row["business_function"],)
        found[f"{function}-{practice}"] = (row["business_function"], row["security_practice"])
    return found


def _questions(folder: Path) -> dict[str, str]:
    """Question id of the toolbox -> the model's text: its file G-SM-1-A is the toolbox's G-SM-A-1-1."""
    found = {}
    with zipfile.ZipFile(folder / "owaspsamm_core_model.zip") as model:
        for row in _table(folder, "toolbox_questions.csv"):
            function, practice, stream, level, _ = row["question_id"].split("-")
            data = model.read(f"model/questions/{function}-{practice}-{level}-{stream}.yml")
            found[row["question_id"]] = str(yaml.safe_load(data)["text"])
    return found


def _answer_sets(folder: Path, low: float, high: float) -> dict[str, dict[float, str]]:
    sets: dict[str, dict[float, str]] = {}
    for row in _table(folder, "toolbox_answer_sets.csv"):
        score = low + float(row["value"]) * (high - low)
        sets.setdefault(row["answer_set"], {})[score] = row["text"]
    return sets


def _table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
