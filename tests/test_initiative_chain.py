"""From problem to initiative: one row per cause, recomputed by hand."""

import pytest

from assessment.diagnosis import chains
from assessment.diagnosis_links import DiagnosisLinks
from assessment.diagnosis_links_parsing import parse_links
from assessment.initiative_chain import ChainRow, chain_rows, themes_of, without_cause
from assessment.initiative_tables import chains_table
from assessment.suggesting import Urgent
from assessment.suggesting_words import Speaker
from tests.initiative_samples import initiative
from tests.linked_rubrics import ILLS, LINKS, RATED, RUBRICS

URGENT = (
    Urgent("data.keep", 0.8, "now", 1.0, 2.0),
    Urgent("care.shop", 0.6, "soon", 2.0, 1.0),
    Urgent("data.get", 0.4, "plan", 2.0, 1.0),
)
FILE = initiative("file", {"data.keep": 1})
STORE = initiative("store", {"data": 2})
SHOP = initiative("shop", {"care.shop": 1})


@pytest.fixture
def links() -> DiagnosisLinks:
    found, _ = parse_links(LINKS, "links.yaml", ILLS, RUBRICS)
    assert found is not None
    return found


def _rows(links: DiagnosisLinks, *found: str) -> tuple[ChainRow, ...]:
    return chain_rows(chains(ILLS, links, found), links, URGENT, (FILE, STORE, SHOP), RATED)


def test_problems_are_gathered_at_the_last_cause_found(links: DiagnosisLinks) -> None:
    (row,) = _rows(links, "problems.slow", "problems.blind", "causes.silos", "causes.root")

    assert (row.cause, row.problems, row.theme) == (
        "causes.root",
        ("problems.slow", "problems.blind"),
        "systems",
    )
    assert [one.node for one in row.nodes] == ["data.keep"]
    assert row.weight == pytest.approx(0.8 * 2)
    assert [one.initiative for one in row.answers] == ["store", "file"]
    assert [one.worth for one in row.answers] == pytest.approx([0.8 * 2, 0.8 * 1])


def test_a_cause_that_was_not_found_is_no_last_cause(links: DiagnosisLinks) -> None:
    (row,) = _rows(links, "problems.slow", "causes.silos")
    assert (row.cause, row.problems) == ("causes.silos", ("problems.slow",))
    assert (row.nodes, row.answers) == ((), ())


def test_a_problem_without_causes_stands_by_itself_and_the_weightiest_comes_first(
    links: DiagnosisLinks,
) -> None:
    rows = _rows(links, "problems.slow", "causes.root")  # slow comes from silos only by way of the links
    assert [row.cause for row in rows] == ["causes.root"]
    rows = _rows(links, "problems.slow")
    assert [(row.cause, row.problems) for row in rows] == [("problems.slow", ())]
    assert [one.initiative for one in rows[0].answers] == ["shop"]


def test_urgent_nodes_in_no_row_are_told_and_those_in_one_have_its_theme(links: DiagnosisLinks) -> None:
    rows = _rows(links, "problems.blind", "causes.root")
    assert [one.node for one in without_cause(rows, URGENT)] == ["care.shop", "data.get"]
    assert themes_of(rows) == {"data.keep": ("systems",)}


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "en",
            "Slow, Blind come from “Root”. It shows in DATA.KEEP (now). Theme: One system. "
            "Initiatives: STORE, FILE.",
        ),
        (
            "zh",
            "Slow、Blind 均源于“Root”，体现在 DATA.KEEP（立即）。解决方向：统一系统。"
            "举措：举措store、举措file。",
        ),
    ],
)
def test_a_row_reads_as_one_sentence(links: DiagnosisLinks, lang: str, sentence: str) -> None:
    (row,) = _rows(links, "problems.slow", "problems.blind", "causes.silos", "causes.root")
    speaker = Speaker(RATED, {i.id: i.called(lang) for i in (FILE, STORE, SHOP)}, lang)  # type: ignore[arg-type]  # a parameter of the test
    assert speaker.chain(row, ILLS, links) == sentence


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            ("problems.slow", "causes.silos"),
            "Slow comes from “Silos”. It shows in no urgent gap. Theme: One system. "
            "Initiatives: none that lifts these.",
        ),
        (("problems.slow",), "“Slow” shows in CARE.SHOP (soon). Theme: Better care. Initiatives: SHOP."),
    ],
)
def test_a_row_with_less_reads_well_too(links: DiagnosisLinks, found: tuple[str, ...], sentence: str) -> None:
    (row,) = _rows(links, *found)
    speaker = Speaker(RATED, {"shop": "SHOP"}, "en")
    assert speaker.chain(row, ILLS, links) == sentence


def test_the_table_has_the_parts_and_the_sentence(links: DiagnosisLinks) -> None:
    rows = _rows(links, "problems.blind", "causes.root")
    table = chains_table(rows, Speaker(RATED, {"file": "FILE", "store": "=STORE"}, "en"), ILLS, links)
    assert table.rows[0][:6] == (
        "Blind",
        "causes.root",
        "Root",
        "One system",
        "DATA.KEEP (now)",
        "'=STORE; FILE",
    )
