"""Reading a library of initiatives: everything that is wrong, with its line, in both languages."""

from itertools import pairwise

import pytest

from assessment.catalogue import LANGUAGES
from assessment.initiatives import InitiativeLibrary
from assessment.initiatives_parsing import parse_initiatives, parse_texts
from tests.initiative_samples import LIBRARY, RUBRIC, TEXTS

THEMES = ("systems", "care")


def _read(text: str) -> tuple[InitiativeLibrary | None, list[tuple[str, int | None]]]:
    found, problems = parse_initiatives(text, "initiatives.yaml", RUBRIC, THEMES)
    for problem in problems:
        assert all(problem.sentence(lang) for lang in LANGUAGES)
    return found, [(problem.code, problem.line) for problem in problems]


def _line(words: str, text: str) -> int:
    return next(k for k, line in enumerate(text.splitlines(), 1) if words in line)


@pytest.fixture
def library() -> InitiativeLibrary:
    found, problems = _read(LIBRARY)
    assert problems == []
    assert found is not None
    return found


def test_a_library_is_read(library: InitiativeLibrary) -> None:
    one, model = library.initiatives
    assert (library.rubric, library.version) == (RUBRIC.id, RUBRIC.version)
    assert [(role.id, role.staff) for role in library.roles] == [("it", 2), ("sales", 0)]
    assert {lift.node: lift.levels for lift in one.lifts} == {"data.keep": 1, "data.share": 0.5}
    assert (one.months, one.cost, one.total_effort, one.judged) == (5, (10, 20), 5, True)
    assert (model.track, model.predecessors) == ("analytical", ("one-file",))
    assert [(need.node, need.level) for need in model.needs] == [("data.get", 2)]


def test_the_texts_are_put_beside_the_authors_own(library: InitiativeLibrary) -> None:
    found, problems = parse_texts(TEXTS, "initiatives.zh.yaml", library)
    assert problems == []
    assert found.initiative("one-file").described("zh") == "每位客户一份记录。"
    assert found.initiative("one-file").risk_said("zh") == "旧系统各不相同。"
    assert found.role("it").called("zh") == "信息技术"
    assert found.initiative("one-file").called("en") == "One file"


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("data.keep: 1", "data.keeps: 1", "initiative-unknown-node"),
        ("data.keep: 1", "Data.keep: 1", "initiative-unknown-node"),
        ("data.keep: 1", "data.keep: 0", "initiative-lift"),
        ("data.keep: 1", "data.keep: -1", "initiative-lift"),
        ("data.keep: 1", "data.keep: 5.5", "initiative-lift"),
        ("data.keep: 1", "data.keep: much", "rubric-not-number"),
        ("needs: {data.get: 2}", "needs: {data.get: 5.5}", "initiative-need"),
        ("needs: {data.get: 2}", "needs: {data.get: 0}", "initiative-need"),
        ("needs: {data.get: 2}", "needs: {nowhere: 2}", "initiative-unknown-node"),
        ("needs: {data.get: 2}", "needs: {data: 2}", "initiative-need-above"),
        ("needs: {data.get: 2}", "needs: {overall: 2}", "initiative-need-above"),
        ("needs: {data.get: 2}", "needs: data.get", "rubric-not-group"),
        ("effort: {it: 4, sales: 1}", "effort: {it: -4, sales: 1}", "initiative-effort"),
        ("effort: {it: 4, sales: 1}", "effort: {its: 4}", "initiative-unknown-role"),
        ("owner: it", "owner: IT", "initiative-unknown-role"),
        ("track: operational", "track: Operational", "initiative-track"),
        ("risk: high", "risk: huge", "initiative-risk"),
        ("theme: systems", "theme: system", "initiative-unknown-theme"),
        ("months: 5", "months: 0", "initiative-months"),
        ("months: 5", "months: 121", "initiative-months"),
        ("months: 5", "months: 2.5", "initiative-whole"),
        ("cost: [10, 20]", "cost: [20, 10]", "initiative-cost"),
        ("cost: [10, 20]", "cost: [-1, 10]", "initiative-cost"),
        ("cost: [10, 20]", "cost: 10", "initiative-range"),
        ("judged: true", "judged: perhaps", "initiative-not-bool"),
        ("staff: 2", "staff: -2", "initiative-staff"),
        ("  - id: churn-model", "  - id: ONE-FILE", "links-id-twice"),
        ("  - id: churn-model", "  - id: churn model", "rubric-bad-id"),
        ("    name: Churn model", "    name: ''", "rubric-empty-text"),
        ("predecessors: [one-file]", "predecessors: [one-fil]", "initiative-unknown-predecessor"),
        ("predecessors: [one-file]", "predecessors: [One-File]", "initiative-unknown-predecessor"),
        ("predecessors: [one-file]", "predecessors: [churn-model]", "initiative-own-predecessor"),
        ("predecessors: [one-file]", "predecessors: [one-file, one-file]", "links-listed-twice"),
        ("predecessors: [one-file]", "predecessors: one-file", "rubric-not-list"),
        ("    risk: medium", "    risks: medium", "rubric-unknown-key"),
    ],
)
def test_every_defect_is_told_with_its_line(before: str, after: str, code: str) -> None:
    text = LIBRARY.replace(before, after, 1)
    found, problems = _read(text)
    assert found is None
    assert (code, _line(after.strip(), text)) in problems


def test_all_defects_are_told_in_one_pass_also_two_of_one_initiative() -> None:
    text = LIBRARY.replace("track: operational", "track: other").replace("data.keep: 1", "data.keep: 9")
    text = text.replace("owner: it\n    risk: medium", "owner: nobody\n    risk: medium")
    codes = [code for code, _ in _read(text)[1]]
    assert codes == ["initiative-track", "initiative-lift", "initiative-unknown-role"]


def test_what_differs_in_capitals_only_is_named_as_likely_meant() -> None:
    _, problems = parse_initiatives(LIBRARY.replace("data.keep: 1", "DATA.KEEP: 1"), "i.yaml", RUBRIC)
    assert [problem.allowed for problem in problems] == ["data.keep"]


def test_a_circle_is_named_in_order() -> None:
    third = "  - {id: third, name: Third, lifts: {care.shop: 1}, predecessors: [churn-model]}\n"
    text = LIBRARY.replace("    theme: systems", "    theme: systems\n    predecessors: [third]") + third
    found, problems = parse_initiatives(text, "i.yaml", RUBRIC, THEMES)

    assert found is None
    assert [problem.code for problem in problems] == ["initiative-circle"]
    steps = problems[0].allowed.split(" → ")
    assert len(steps) == 4
    assert steps[0] == steps[-1]
    after = {"one-file": "churn-model", "churn-model": "third", "third": "one-file"}
    assert all(after[one] == following for one, following in pairwise(steps))


def test_what_lifts_nothing_and_prepares_nothing_is_a_warning_only() -> None:
    found, problems = _read(LIBRARY + "  - {id: idle, name: Idle}\n")
    assert found is not None
    assert problems == [("initiative-useless", _line("id: idle", LIBRARY + "  - {id: idle"))]


def test_themes_that_nobody_knows_are_not_checked() -> None:
    found, problems = parse_initiatives(LIBRARY.replace("theme: systems", "theme: own"), "i.yaml", RUBRIC)
    assert problems == []
    assert found is not None


@pytest.mark.parametrize(
    "text",
    ["[", "[]", "roles: []", "roles: []\ninitiatives: []", "roles: x\ninitiatives: x", "initiatives: [x]"],
)
def test_what_is_no_library_is_refused(text: str) -> None:
    found, problems = _read(text)
    assert found is None
    assert problems


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("one-file.name: 统一档案\n", "", "translation-missing"),
        ("one-file.name", "one-file.nam", "translation-unknown-path"),
        ("统一档案", "''", "rubric-empty-text"),
    ],
)
def test_defects_of_the_translation_are_told(
    library: InitiativeLibrary, before: str, after: str, code: str
) -> None:
    _, problems = parse_texts(TEXTS.replace(before, after), "initiatives.zh.yaml", library)
    assert [problem.code for problem in problems] == [code]


@pytest.mark.parametrize("text", ["[", "- a"])
def test_what_is_no_translation_is_refused(library: InitiativeLibrary, text: str) -> None:
    assert parse_texts(text, "initiatives.zh.yaml", library)[1]
