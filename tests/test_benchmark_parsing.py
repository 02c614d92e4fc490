import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.benchmark import Benchmark
from assessment.benchmark_parsing import parse_benchmark
from assessment.errors import Problem
from assessment.rubric import Node, Rubric

RUBRIC = Rubric(
    id="crm",
    version="1",
    name="CRM",
    tiers=("dimension", "indicator"),
    tree=(
        Node(id="insight", name="Insight", children=(Node(id="insight.data", name="Data"),)),
        Node(id="products", name="Products", children=(Node(id="products.price", name="Price"),)),
    ),
)
MANIFEST = """\
id: survey
title: Survey
title_zh: 调查
publisher: Institute
date: 2024-05-31
obtained: Typed from the page.
rubric: crm
operators:
  - {id: north, name: North, name_zh: 北方}
  - {id: own, name: Own, kind: subject}
outside_nodes:
  - {id: money, name: Money, why: Printed once.}
scores: [scores.csv]
findings: [findings.csv]
"""
SCORES = """\
operator,node,score,printed,mark,page,note,note_zh
north,insight,2.70,,,3,,
north,products,2.5,2.5/3,,3,Two figures,两个数
north,money,3,,,,,
own,insight.data,,,illegible,4,,
own,products.price,1.5,,inferred,4,,
"""
FINDINGS = """\
operator,node,text,text_zh,page
own,insight.data,"Data is scattered, and old.",数据分散。,4
"""
FILES = {"manifest.yaml": MANIFEST, "scores.csv": SCORES, "findings.csv": FINDINGS}


def _parse(**changed: str) -> tuple[Benchmark | None, list[Problem]]:
    files = FILES | {
        f"{name}.{'yaml' if name == 'manifest' else 'csv'}": text for name, text in changed.items()
    }
    return parse_benchmark(files, "survey", RUBRIC)


def _good(**changed: str) -> Benchmark:
    benchmark, problems = _parse(**changed)
    assert [problem.report() for problem in problems] == []
    assert benchmark is not None
    return benchmark


def _brief(problems: list[Problem]) -> list[tuple[str, int | None, int | None]]:
    return [(problem.code, problem.line, problem.column) for problem in problems]


def test_provenance_is_taken_in_both_languages() -> None:
    benchmark = _good()

    assert (benchmark.id, benchmark.title, benchmark.title_zh) == ("survey", "Survey", "调查")
    assert benchmark.date == dt.date(2024, 5, 31)
    assert [node.id for node in benchmark.outside_nodes] == ["money"]


def test_operators_are_peers_unless_told_otherwise() -> None:
    benchmark = _good()

    assert [operator.id for operator in benchmark.peers] == ["north"]
    assert benchmark.operator("north").called("zh") == "北方"


def test_a_figure_is_kept_as_it_is_printed() -> None:
    score = _good().score_of("north", "insight")

    assert score is not None
    assert (score.score, score.printed, score.page) == (2.7, "2.70", 3)


def test_what_is_printed_may_be_more_than_a_number() -> None:
    score = _good().score_of("north", "products")

    assert score is not None
    assert (score.score, score.printed, score.note_zh) == (2.5, "2.5/3", "两个数")


def test_an_illegible_figure_has_no_score() -> None:
    score = _good().score_of("own", "insight.data")

    assert score is not None
    assert (score.score, score.printed, score.mark) == (None, "", "illegible")


def test_findings_are_taken_in_both_languages() -> None:
    (finding,) = _good().findings

    assert finding.said("en") == "Data is scattered, and old."
    assert finding.said("zh") == "数据分散。"


def test_optional_columns_may_be_left_out() -> None:
    benchmark = _good(
        scores="operator,node,score\nnorth,insight,2\n", findings="operator,node,text\nown,insight,Old.\n"
    )

    assert [(score.printed, score.mark, score.page) for score in benchmark.scores] == [("2", "", None)]


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    assert _good(scores="\ufeff" + SCORES.replace("\n", "\r\n")) == _good()


HEADER = "operator,node,score,printed,mark,page\n"


@pytest.mark.parametrize(
    ("row", "code", "column", "allowed"),
    [
        ("norht,insight,2,,,", "published-operator-unknown", 1, "north"),
        (",insight,2,,,", "published-operator-unknown", 1, "north, own"),
        ("north,insigth,2,,,", "published-node-unknown", 2, "insight, insight.data"),
        ("north,???,2,,,", "published-node-unknown", 2, "–"),
        ("north,insight,5.5,,,", "published-off-scale", 3, "0 … 5"),
        ("north,insight,-1,,,", "published-off-scale", 3, "0 … 5"),
        ("north,insight,two,,,", "published-not-a-number", 3, ""),
        ("north,insight,nan,,,", "published-not-a-number", 3, ""),
        ("north,insight,1e400,,,", "published-not-a-number", 3, ""),
        ("north,insight,２.5,,,", "published-not-a-number", 3, ""),
        ('north,insight,"2,5",,,', "published-comma", 3, "2.5"),
        ("north,insight,,,,", "published-score-missing", 3, ""),
        ("north,insight,,,inferred,", "published-inferred-empty", 3, ""),
        ("north,insight,2,,illegible,", "published-illegible-scored", 3, ""),
        ("north,insight,,?.5,illegible,", "published-illegible-scored", 4, ""),
        ("north,insight,2,,guessed,", "published-mark", 5, "inferred, illegible"),
        ("north,insight,2,,,0", "published-page", 6, ""),
        ("north,insight,2,,,p. 3", "published-page", 6, ""),
        ("north,insight,2,,,3,4", "table-cells", 7, "6"),
    ],
)
def test_a_defect_of_a_score_is_named_with_its_cell(row: str, code: str, column: int, allowed: str) -> None:
    benchmark, problems = _parse(scores=f"{HEADER}north,products,1,,,\n{row}\n")

    assert benchmark is None
    assert _brief(problems) == [(code, 3, column)]
    assert problems[0].source == "survey/scores.csv"
    assert problems[0].allowed == allowed


def test_a_comma_left_unquoted_splits_the_row_and_is_told_as_that() -> None:
    _, problems = _parse(scores="operator,node,score\nnorth,insight,2,5\n")

    assert _brief(problems) == [("table-cells", 2, 4)]


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("own,insight,,,", "published-finding-empty", 3),
        (f"own,insight,{'x' * 401},,", "published-finding-long", 3),
        (f"own,insight,x,{'长' * 401},", "published-finding-long", 4),
        ("own,inside,x,,", "published-node-unknown", 2),
        ("we,insight,x,,", "published-operator-unknown", 1),
        ("own,insight,x,,-3", "published-page", 5),
    ],
)
def test_a_defect_of_a_finding_is_named_with_its_cell(row: str, code: str, column: int) -> None:
    benchmark, problems = _parse(findings=f"operator,node,text,text_zh,page\n{row}\n")

    assert benchmark is None
    assert _brief(problems) == [(code, 2, column)]


def test_a_score_given_twice_names_the_first_row_also_in_another_file() -> None:
    manifest = MANIFEST.replace("[scores.csv]", "[scores.csv, more.csv]")
    _, problems = _parse(manifest=manifest, more=f"{HEADER}north,insight,2,,,\n")

    assert _brief(problems) == [("published-row-twice", 2, 2)]
    assert problems[0].found == "north, insight"
    assert problems[0].allowed == "survey/scores.csv:2"


def test_two_findings_on_one_node_may_differ_but_not_repeat() -> None:
    again = FINDINGS + "own,insight.data,Another.,,\n"

    assert len(_good(findings=again).findings) == 2
    assert _brief(_parse(findings=again + "own,insight.data,Another.,,\n")[1]) == [
        ("published-row-twice", 4, 2)
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("title: Survey\n", "", "published-field-missing", 1),
        ("title: Survey", "title: ''", "published-field-empty", 2),
        ("title: Survey", "title: 2024", "published-not-text", 2),
        ("title: Survey", "titel: Survey\ntitle: Survey", "published-field-unknown", 2),
        ("title: Survey", "1: Survey\ntitle: Survey", "published-field-unknown", 2),
        ("date: 2024-05-31", "date: 31 May 2024", "published-date", 5),
        ("date: 2024-05-31", "date: 2024-02-30", "published-date", 5),
        ("date: 2024-05-31", "date: 20240531", "published-date", 5),
        ("id: survey", "id: sur/vey", "published-id", 1),
        ("id: survey", f"id: {'s' * 121}", "published-id", 1),
        ("rubric: crm", "rubric: erp", "published-other-rubric", 7),
        ("kind: subject", "kind: friend", "published-kind", 10),
        ("kind: subject", "sort: subject", "published-field-unknown", 10),
        ("name: North, ", "", "published-field-missing", 9),
        (
            "{id: own, name: Own, kind: subject}",
            "{id: north, name: Own}\n  - {id: own, name: Own}",
            "published-id-twice",
            10,
        ),
        ("  - {id: own,", "  - own\n  - {id: own,", "published-not-a-mapping", 10),
        ("  - {id: money, name: Money, why: Printed once.}", "  money: Money", "published-not-a-list", 11),
        ("{id: money,", "{id: insight, name: I, why: x}\n  - {id: money,", "published-outside-known", 12),
        ("scores: [scores.csv]", "scores: [scores.csv, mroe.csv]", "published-file-missing", 13),
        ("id: survey", "id: survey\nid: other", "yaml-duplicate", 2),
    ],
)
def test_a_defect_of_the_manifest_is_named_with_its_line(old: str, new: str, code: str, line: int) -> None:
    benchmark, problems = _parse(manifest=MANIFEST.replace(old, new))

    assert benchmark is None
    assert [(p.code, p.line) for p in problems if p.source == "survey/manifest.yaml"] == [(code, line)]
    assert all(problem.sentence(lang) for problem in problems for lang in ("en", "zh"))


def test_a_mistyped_field_gets_the_nearest_name() -> None:
    _, problems = _parse(manifest=MANIFEST.replace("title_zh", "tittle_zh"))

    assert problems[0].allowed.startswith("title_zh")


def test_without_a_manifest_nothing_is_read() -> None:
    benchmark, problems = parse_benchmark({"scores.csv": SCORES}, "survey", RUBRIC)

    assert benchmark is None
    assert [problem.code for problem in problems] == ["published-no-manifest"]


@pytest.mark.parametrize(
    ("text", "code"), [("", "file-empty"), ("a: [", "yaml-bracket"), ("- a", "published-not-a-mapping")]
)
def test_a_manifest_that_is_none_is_refused(text: str, code: str) -> None:
    benchmark, problems = _parse(manifest=text)

    assert benchmark is None
    assert problems[0].code == code


def test_an_empty_list_of_scores_is_an_empty_field() -> None:
    _, problems = _parse(manifest=MANIFEST.replace("[scores.csv]", "[]"))

    assert problems[0].code == "published-field-empty"


def test_a_file_that_the_manifest_does_not_name_is_a_warning() -> None:
    benchmark, problems = _parse(more=SCORES)

    assert benchmark is not None
    assert [(p.code, p.severity, p.source) for p in problems] == [
        ("published-file-unread", "warning", "survey/more.csv")
    ]


def test_an_empty_table_is_named() -> None:
    assert _brief(_parse(scores="")[1]) == [("file-empty", None, None)]


def test_rows_are_checked_also_when_a_column_is_missing() -> None:
    _, problems = _parse(scores="operator,score\nnorht,7\n", findings="operator,node\nown,inside\n")

    assert [(problem.source, problem.code) for problem in problems] == [
        ("survey/scores.csv", "table-column-missing"),
        ("survey/scores.csv", "published-operator-unknown"),
        ("survey/scores.csv", "published-off-scale"),
        ("survey/findings.csv", "table-column-missing"),
        ("survey/findings.csv", "published-node-unknown"),
    ]


def test_all_problems_of_all_files_are_found_in_one_pass() -> None:
    benchmark, problems = _parse(
        manifest=MANIFEST.replace("publisher: Institute\n", "").replace("2024-05-31", "May"),
        scores=f"{HEADER}norht,insight,9,,,\nnorth,,x,,guess,\n",
        findings="operator,node,text\nown,insight,\n",
    )

    assert benchmark is None
    assert [(problem.source.removeprefix("survey/"), problem.line, problem.code) for problem in problems] == [
        ("manifest.yaml", 1, "published-field-missing"),
        ("manifest.yaml", 4, "published-date"),
        ("scores.csv", 2, "published-operator-unknown"),
        ("scores.csv", 2, "published-off-scale"),
        ("scores.csv", 3, "published-node-unknown"),
        ("scores.csv", 3, "published-mark"),
        ("scores.csv", 3, "published-not-a-number"),
        ("findings.csv", 2, "published-finding-empty"),
    ]


def test_an_operator_is_not_called_unknown_when_the_list_of_operators_is_unreadable() -> None:
    _, problems = _parse(manifest=MANIFEST[: MANIFEST.index("operators:")] + "scores: [scores.csv]\n")

    assert "published-operator-unknown" not in {problem.code for problem in problems}


@given(st.text(), st.text(), st.text())
def test_no_text_makes_the_reader_fail(manifest: str, scores: str, findings: str) -> None:
    _parse(manifest=manifest)
    benchmark, problems = _parse(scores=scores, findings=findings)

    assert (benchmark is None) == any(problem.severity == "error" for problem in problems)


@given(
    st.sampled_from(sorted(FILES)),
    st.integers(0, 400),
    st.integers(0, 20),
    st.text("\t\n\"',:;-{}[]&*!%@ x5", max_size=3),
)
def test_no_damage_to_a_good_file_makes_the_reader_fail(name: str, start: int, length: int, put: str) -> None:
    text = FILES[name]
    files = FILES | {name: text[:start] + put + text[start + length :]}

    benchmark, problems = parse_benchmark(files, "survey", RUBRIC)

    assert (benchmark is None) == any(problem.severity == "error" for problem in problems)
    assert all(problem.report("zh") for problem in problems)
