"""Every mistake that the author of a rubric can make, and the line at which it is found."""

import string

import pytest

from assessment.catalogue.problems_file import TEXTS as FILE_TEXTS
from assessment.catalogue.problems_rubric import TEXTS as RUBRIC_TEXTS
from assessment.errors import Problem
from assessment.rubric import Rubric
from assessment.rubric_parsing import parse_rubric, parse_translation

GOOD = """\
id: small
version: "1"
name: Small rubric
source: {title: Ours, date: 2024-02-29}
scale:
  min: 0
  max: 2
  step: 0.5
  levels: {0: None, 1: Some, 2: All}
importance: {low: 0.5, high: 1}
tiers: [area, indicator]
min_coverage: 0.6
tree:
  - id: care
    name: Care
    rule: mean
    children:
      - id: care.calls
        name: Calls
        weight: 2
        question: Who answers?
        descriptors: {0: Nobody, 1: A machine, 2: A person}
        evidence: [Call log]
      - id: care.mail
        name: Mail
        weight: 1
        descriptors:
          0: Unread
          1: Read
          2: Answered
"""

DEFECTS = [
    # what stands in the good rubric, what the author wrote instead, the problem, its line
    ("        weight: 2", "        wieght: 2", "rubric-unknown-key", 20),
    ("min_coverage: 0.6", "coverage: 0.6", "rubric-unknown-key", 12),
    ("name: Small rubric\n", "", "rubric-missing-field", 1),
    ("        name: Calls\n", "", "rubric-missing-field", 18),
    ("tiers: [area, indicator]\n", "", "rubric-missing-field", 1),
    ("name: Small rubric", "name:", "rubric-empty-text", 3),
    ("name: Calls", "name: '  '", "rubric-empty-text", 19),
    ("[Call log]", "[Call log, '']", "rubric-empty-text", 23),
    ("name: Calls", "name: 12", "rubric-not-text", 19),
    ("question: Who answers?", "question: [Who]", "rubric-not-text", 21),
    ("name: Calls", 'name: "Ca\\x07ls"', "rubric-control-character", 19),
    ("id: small", "id: small rubric", "rubric-bad-id", 1),
    ("id: care.mail", "id: care..mail", "rubric-bad-id", 24),
    ("id: care.mail", "id: 客户", "rubric-bad-id", 24),
    ("id: care.mail", "id: 12", "rubric-bad-id", 24),
    ("id: care.mail", f"id: {'m' * 121}", "rubric-bad-id", 24),
    ("id: care.mail", "id: overall", "rubric-reserved-id", 24),
    ("id: care.mail", "id: care.calls", "rubric-duplicate-id", 24),
    ("id: care.mail", "id: Care.Calls", "rubric-similar-id", 24),
    ('version: "1"', "version: 2003.10", "rubric-version-text", 2),
    ("2024-02-29", "2023-02-29", "rubric-bad-date", 4),
    ("2024-02-29", "29.2.2024", "rubric-bad-date", 4),
    ("weight: 2", "weight: -2", "rubric-weight-negative", 20),
    ("weight: 2", "weight: two", "rubric-not-number", 20),
    ("weight: 2", "weight: '2'", "rubric-not-number", 20),
    ("weight: 2", "weight: .nan", "rubric-not-number", 20),
    ("weight: 2", "weight: .inf", "rubric-not-number", 20),
    ("weight: 2", "weight: true", "rubric-not-number", 20),
    ("weight: 2", "weight:", "rubric-not-number", 20),
    ("min_coverage: 0.6", "min_coverage: 60", "rubric-not-share", 12),
    ("min_coverage: 0.6", "min_coverage: most", "rubric-not-number", 12),
    ("min_coverage: 0.6", "blank_as: max", "rubric-blank-as", 12),
    (GOOD[GOOD.index("      - id: care.calls") :], "      []\n", "rubric-empty-branch", 17),
    (GOOD[GOOD.index("      - id: care.calls") :], "", "rubric-empty-branch", 17),
    (GOOD[GOOD.index("  - id: care\n") :], "", "rubric-no-indicators", 13),
    (GOOD[GOOD.index("  - id: care\n") :], "  care: 1\n", "rubric-not-list", 13),
    (GOOD[GOOD.index("      - id: care.calls") :], "      - calls\n", "rubric-not-group", 18),
    ("source: {title: Ours, date: 2024-02-29}", "source: Ours", "rubric-not-group", 4),
    ("source: {title: Ours, date: 2024-02-29}", "source: {date: 2024-02-29}", "rubric-missing-field", 4),
    ("{0: None, 1: Some, 2: All}", "[None, Some, All]", "rubric-not-group", 9),
    ("{0: Nobody, 1: A machine, 2: A person}", "Nobody", "rubric-not-group", 22),
    ("[Call log]", "Call log", "rubric-not-list", 23),
    ("rule: mean", "rule: average", "rubric-unknown-rule", 16),
    ("weight: 2", "complexity: hard", "rubric-unknown-complexity", 20),
    ("weight: 2", "complexity: [high]", "rubric-unknown-complexity", 20),
    ("weight: 2", "complexity: 3", "rubric-unknown-complexity", 20),
    ("rule: mean", "rule: [mean]", "rubric-unknown-rule", 16),
    ("rule: mean", "rule: geometric", "rubric-rule-impossible", 16),
    ("rule: mean", "rule: harmonic", "rubric-rule-impossible", 16),
    ("weight: 2", "rule: median", "rubric-rule-unused", 20),
    ("weight: 2", "stage: 1", "rubric-stage-unused", 20),
    ("rule: mean", "met_at: 1", "rubric-met-at-unused", 16),
    ("max: 2\n", "max: 0\n", "rubric-scale-range", 7),
    ("max: 2\n", "max: much\n", "rubric-not-number", 7),
    ("step: 0.5", "step: 0", "rubric-scale-step", 8),
    ("step: 0.5", "step: -0.5", "rubric-scale-step", 8),
    ("step: 0.5", "step: 0.75", "rubric-scale-step", 8),
    ("step: 0.5", "step: 0.0001", "rubric-scale-step", 8),
    ("2: All}", "3: All}", "rubric-level-off-scale", 9),
    ("1: Some", "1.2: Some", "rubric-level-off-scale", 9),
    ("1: Some", "some: Some", "rubric-level-not-number", 9),
    ("1: Some", "'1': Some", "rubric-level-not-number", 9),
    ("low: 0.5", "low: 1.5", "rubric-not-share", 10),
    ("low: 0.5", "low: 1", "rubric-importance-order", 10),
    ("low: 0.5", "low: much", "rubric-not-number", 10),
    ("low: 0.5", "1: 0.5", "rubric-bad-id", 10),
    ("importance: {low: 0.5, high: 1}", "importance: {}", "rubric-not-group", 10),
    ("[area, indicator]", "[]", "rubric-no-tiers", 11),
    ("[area, indicator]", "[area, area]", "rubric-duplicate-tier", 11),
    ("[area, indicator]", "[overall, indicator]", "rubric-duplicate-tier", 11),
    ("[area, indicator]", "[indicator]", "rubric-too-deep", 17),
    ("[area, indicator]", "area", "rubric-not-list", 11),
    ("          1: Read\n", "", "rubric-descriptor-missing", 27),
    ("        descriptors: {0: Nobody, 1: A machine, 2: A person}\n", "", "rubric-descriptor-missing", 18),
    ("1: Read", "1: Read\n          3: Loved", "rubric-descriptor-off-scale", 30),
    ("1: Read", "1: Read\n          1.2: Skimmed", "rubric-descriptor-off-step", 30),
    ("1: Read", "1:", "rubric-empty-text", 29),
    ("    rule: mean", "    descriptors: {0: a, 1: b, 2: c}", "rubric-descriptors-inner", 16),
    ("weight: 1\n", "weight: 1\n        weight: 1\n", "yaml-duplicate", 27),
    ("weight: 1\n", "\tweight: 1\n", "yaml-tab", 26),
    ("weight: 1\n", "weight: 1: 2\n", "yaml-colon", 26),
    ("weight: 2", "weight: &two 2", "yaml-reuse", 20),
    (GOOD, "- just\n- a list\n", "rubric-not-group", 1),
]

GOOD_ZH = """\
name: 小量表
source.title: 自编
scale.levels.0: 无
scale.levels.1: 部分
scale.levels.2: 全部
importance.low: 低
importance.high: 高
tiers.area: 领域
tiers.indicator: 指标
care.name: 服务
care.calls.name: 电话
care.calls.question: 谁来接听？
care.calls.evidence.0: 通话记录
care.calls.descriptors.0: 无人接听
care.calls.descriptors.1: 机器应答
care.calls.descriptors.2: 专人接听
care.mail.name: 邮件
care.mail.descriptors.0: 无人阅读
care.mail.descriptors.1: 有人阅读
care.mail.descriptors.2: 有人答复
"""

TRANSLATION_DEFECTS = [
    ("care.name: 服务", "care.nmae: 服务", "translation-unknown-path", 10),
    ("care.name: 服务", "care.name: 服务\ncare.calls.evidence.7: 录音", "translation-unknown-path", 11),
    ("care.name: 服务\n", "", "translation-missing", 9),
    ("name: 小量表\n", "", "translation-missing", 1),
    ("care.name: 服务", "care.name: ''", "rubric-empty-text", 10),
    ("care.name: 服务", "care.name: 1", "rubric-not-text", 10),
    ("care.name: 服务", "care.name: 服务\ncare.name: 关怀", "yaml-duplicate", 11),
    ("care.name: 服务", "care.name: *care", "yaml-reuse", 10),
    (GOOD_ZH, "- 小量表\n", "rubric-not-group", 1),
    (GOOD_ZH, "", "file-empty", None),
]


def good() -> Rubric:
    rubric, problems = parse_rubric(GOOD, "rubric.yaml")
    assert problems == []
    assert rubric is not None
    return rubric


def codes(problems: list[Problem]) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.line) for problem in problems]


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) >= 1, f"the good file does not hold {old!r}"
    return text.replace(old, new, 1)


@pytest.mark.parametrize(("old", "new", "code", "line"), DEFECTS)
def test_one_defect_is_found_once_at_its_line(old: str, new: str, code: str, line: int) -> None:
    rubric, problems = parse_rubric(changed(GOOD, old, new), "rubric.yaml")

    assert (code, line) in codes(problems)
    assert len([problem for problem in problems if problem.line == line]) == 1
    assert (rubric is None) == any(problem.severity == "error" for problem in problems)


@pytest.mark.parametrize(("old", "new", "code", "line"), TRANSLATION_DEFECTS)
def test_one_defect_of_a_translation_is_found_once_at_its_line(
    old: str, new: str, code: str, line: int | None
) -> None:
    _, problems = parse_translation(changed(GOOD_ZH, old, new), "zh.yaml", good())

    assert codes(problems) == [(code, line)]


def test_two_levels_of_weights_that_are_all_zero_are_found_at_their_groups() -> None:
    nothing = GOOD.replace("weight: 2", "weight: 0").replace("weight: 1", "weight: 0.0")
    assert codes(parse_rubric(nothing, "f")[1]) == [("rubric-weights-zero", 17)]

    top = GOOD.replace("    rule: mean", "    weight: 0")
    assert codes(parse_rubric(top, "f")[1]) == [("rubric-weights-zero", 13)]


def test_a_staged_node_needs_a_stage_at_every_child_and_a_mark_on_the_scale() -> None:
    staged = GOOD.replace("rule: mean", "rule: staged\n    met_at: 9").replace("weight: 2", "stage: 1.5")

    assert codes(parse_rubric(staged, "f")[1]) == [
        ("rubric-met-at-off-scale", 17),
        ("rubric-bad-stage", 21),
        ("rubric-stage-missing", 25),
    ]


def test_many_defects_are_all_found_in_one_pass_and_in_the_order_of_the_file() -> None:
    text = GOOD
    for old, new in [
        ("id: small", "id: s m"),
        ('"1"', "1.10"),
        ("name: Small rubric", "name:"),
        ("2024-02-29", "soon"),
        ("importance: {low: 0.5, high: 1}", "importance: {low: 1, high: 0.5}"),
        ("min_coverage: 0.6", "min_coverage: 6"),
        ("id: care\n", "id: name\n"),
        ("rule: mean", "rule: average"),
        ("        name: Calls\n", "        nmae: Calls\n"),
        ("weight: 2", "weight: -2"),
        ("2: A person", "7: A person"),
        ("care.mail", "care.calls"),
        ("weight: 1", "weight: heavy"),
        ("          1: Read\n", "          1: ''\n          0: Lost\n"),
    ]:
        text = changed(text, old, new)

    rubric, problems = parse_rubric(text, "f")

    assert rubric is None
    assert codes(problems) == [
        ("rubric-bad-id", 1),
        ("rubric-version-text", 2),
        ("rubric-empty-text", 3),
        ("rubric-bad-date", 4),
        ("rubric-importance-order", 10),
        ("rubric-not-share", 12),
        ("rubric-reserved-id", 14),
        ("rubric-unknown-rule", 16),
        ("rubric-unknown-key", 19),
        ("rubric-weight-negative", 20),
        ("rubric-descriptor-missing", 22),
        ("rubric-descriptor-off-scale", 22),
        ("rubric-duplicate-id", 24),
        ("rubric-not-number", 26),
        ("rubric-empty-text", 29),
        ("yaml-duplicate", 30),
    ]


def test_a_problem_reads_like_a_compilers_and_says_the_cure() -> None:
    _, [problem] = parse_rubric(GOOD.replace("        weight: 2", "        wieght: 2"), "rubric.yaml")

    assert problem.report("en") == (
        "rubric.yaml:20:9: tree[0].children[0].wieght: There is no key `wieght` here. Likely meant: weight."
    )
    assert problem.report("zh").endswith("此处没有名为 `wieght` 的键。可能应为：weight。")


def test_a_version_is_shown_as_the_author_wrote_it() -> None:
    _, [problem] = parse_rubric(GOOD.replace('"1"', "2003.10"), "f")
    assert problem.sentence().endswith('Put it in double quotes: "2003.10".')


def test_a_warning_does_not_refuse_the_rubric() -> None:
    rubric, [problem] = parse_rubric(GOOD.replace("weight: 2", "rule: median"), "f")
    assert problem.severity == "warning"
    assert rubric is not None


def test_a_bad_step_does_not_hide_a_bad_level() -> None:
    text = GOOD.replace("step: 0.5", "step: 0.3").replace("2: All}", "7: All}")
    assert codes(parse_rubric(text, "f")[1]) == [("rubric-scale-step", 8), ("rubric-level-off-scale", 9)]


def test_a_bad_scale_is_said_once_and_not_again_at_every_descriptor() -> None:
    assert codes(parse_rubric(GOOD.replace("max: 2\n", "max: 0\n"), "f")[1]) == [("rubric-scale-range", 7)]


def test_a_mistyped_path_is_offered_the_untranslated_one() -> None:
    _, [problem] = parse_translation(GOOD_ZH.replace("care.mail.name", "care.mial.name"), "zh.yaml", good())
    assert (problem.found, problem.allowed) == ("care.mial.name", "care.mail.name")


def test_an_untranslated_text_is_quoted_and_its_line_told() -> None:
    _, [problem] = parse_translation(GOOD_ZH.replace("care.mail.name: 邮件\n", ""), "zh.yaml", good())
    assert problem.report() == (
        'zh.yaml:16:1: care.mail.name: Not translated: "Mail". Add a line `care.mail.name: …` below this one.'
    )


@pytest.mark.parametrize("code", sorted(RUBRIC_TEXTS))
def test_every_sentence_about_a_rubric_is_met_in_a_test(code: str) -> None:
    elsewhere = {
        "rubric-weights-zero",
        "rubric-stage-missing",
        "rubric-bad-stage",
        "rubric-met-at-off-scale",
        "rubric-direction-character",
        "rubric-too-many-nodes",
        "rubric-house-empty",
        "rubric-house-unknown",
        "rubric-house-twice",
        "rubric-house-missing",
    }
    of_the_shelf = {"rubric-misplaced", "rubric-no-file"}
    met = {defect[2] for defect in [*DEFECTS, *TRANSLATION_DEFECTS]} | elsewhere | of_the_shelf
    assert code.removeprefix("problem.") in met


@pytest.mark.parametrize("sentences", [*RUBRIC_TEXTS.values(), *FILE_TEXTS.values()])
def test_every_sentence_tells_what_is_wrong_and_then_the_cure(sentences: tuple[str, str]) -> None:
    english, chinese = sentences
    assert english.count(". ") + english.count(": ") + english.count("; ") >= 1
    assert "。" in chinese
    names = [{name for _, name, _, _ in string.Formatter().parse(words) if name} for words in sentences]
    assert names[0] == names[1] <= {"key", "found", "allowed"}


HEAD = 'id: tiny\nversion: "1"\nname: Tiny\ntiers: [indicator]\ntree:\n'


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "- {id: 1, nam: 2}\n" * 600,
        HEAD + "- {id: a, name: A}\n" * 1_100,
        HEAD + "- {id: a, name: A}\n" + "".join(f"k{k}: 1\n" for k in range(1_100)),
        HEAD + "".join(f"- {{id: i{k}, name: I, rule: mean}}\n" for k in range(1_100)) + "- {id: 1}\n",
        "a: 1\n" * 1_100,
        "- &a 1\n" * 1_100,
        "\ta\n" * 1_100,
    ],
    ids=["fields", "twice", "keys", "warnings", "yaml-keys", "anchors", "tabs"],
)
def test_after_a_thousand_problems_the_file_is_refused_and_says_that_there_are_more(text: str) -> None:
    rubric, problems = parse_rubric(text, "rubric.yaml")
    assert rubric is None
    assert len(problems) == 1_001
    assert (problems[-1].code, problems[-1].found) == ("file-too-many", "1000")


def test_a_thousand_problems_are_all_told() -> None:
    _, problems = parse_rubric("[" + "&a 1," * 999 + "]", "rubric.yaml")
    assert len(problems) == 1_000
    assert {problem.code for problem in problems} == {"yaml-reuse", "rubric-not-group"}
