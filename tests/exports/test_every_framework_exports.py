"""Whatever rubric is shipped: its report, tables and offline workbook are handed out and come back."""

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from openxml_audit import OpenXmlValidator, validate_pptx

from assessment import offline, service
from assessment.catalogue import Lang
from assessment.cli import main
from assessment.edges.bringing import read_batch
from assessment.edges.memory_store import MemoryStore
from assessment.importing import commit
from assessment.offline_layout import NOTE, SCORE
from assessment.ratings import Rating
from assessment.ratings_csv import parse_ratings_csv, write_ratings_csv
from assessment.scoring import Scorer
from exports.deck import deck
from exports.offline_workbook import offline_workbook
from exports.workbook import workbook
from tests.edges.filled_in import filled
from tests.every_framework import DAY, RATER, SHELF, begun, both_languages, each_framework, given
from tests.exports.deck_reading import outside, overlapping


@both_languages
@each_framework
@pytest.mark.parametrize("unit", ["north", "south"])
def test_openxml_audit_finds_nothing_in_its_deck_and_workbook(
    name: str, lang: Lang, unit: str, tmp_path: Path
) -> None:
    store = MemoryStore()
    report = service.make_report(store, SHELF, begun(store, name), unit, DAY, lang)
    slides, sheets = tmp_path / "deck.pptx", tmp_path / "book.xlsx"
    slides.write_bytes(deck(report))
    sheets.write_bytes(workbook(report))

    assert [str(finding) for finding in validate_pptx(str(slides)).errors] == []
    assert [str(finding) for finding in OpenXmlValidator().validate(sheets).errors] == []


@both_languages
@each_framework
def test_nothing_of_its_deck_overlaps_or_reaches_over_an_edge(name: str, lang: Lang) -> None:
    store = MemoryStore()
    made = deck(service.make_report(store, SHELF, begun(store, name), "south", DAY, lang))

    assert overlapping(made) == []
    assert outside(made) == []


@each_framework
def test_its_ratings_come_back_from_a_table_as_they_went(name: str) -> None:
    rubric, ratings = SHELF.rubric(name), given(SHELF.rubric(name))

    back, problems = parse_ratings_csv(write_ratings_csv(ratings), "ratings.csv", rubric)

    assert problems == []
    assert _said(back) == _said(ratings)


@both_languages
@each_framework
def test_its_offline_workbook_comes_back_filled_in(name: str, lang: Lang, tmp_path: Path) -> None:
    store, rubric = MemoryStore(), SHELF.rubric(name)
    engagement = begun(store, name, rated=False)
    form = offline.form(store, SHELF, engagement, "south", DAY, RATER)
    empty = offline_workbook(form.rubric, form.engagement, form.unit, form.wave, form.rater, [], lang)
    path = tmp_path / "offline.xlsx"
    path.write_bytes(empty)
    assert [str(finding) for finding in OpenXmlValidator().validate(path).errors] == []

    said = [one for one in given(rubric) if one.unit == "south"]
    answers = {one.indicator: {SCORE: one.score, NOTE: "seen"} for one in said}
    batch = read_batch(store, SHELF, engagement, filled(empty, answers), "south.xlsx", DAY)

    assert batch.warnings == ()
    assert len(batch.changes) == len(said)
    commit(store, batch, by=RATER)
    assert {one.indicator: one.score for one in store.ratings(engagement)} == {
        one.indicator: one.score for one in said
    }


@each_framework
def test_the_command_line_scores_it_as_the_pages_do(name: str, tmp_path: Path) -> None:
    rubric, (ratings, out) = SHELF.rubric(name), (tmp_path / "ratings.csv", tmp_path / "scores.csv")
    ratings.write_bytes(write_ratings_csv(given(rubric)))

    ran = CliRunner().invoke(main, ["score", "--rubric", name, "--ratings", str(ratings), "--out", str(out)])

    assert ran.exit_code == 0, ran.output
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    adopted = service.adopted_ratings(given(rubric))
    for unit in ("north", "south"):
        scores = Scorer(rubric).unit(adopted[unit])
        mine = {row["node"]: row for row in rows if row["unit"] == unit}
        assert mine.keys() == scores.keys()
        for node, score in scores.items():
            assert mine[node]["state"] == score.state
            assert (float(mine[node]["score"]) if mine[node]["score"] else None) == pytest.approx(score.score)


def _said(ratings: list[Rating]) -> set[tuple[object, ...]]:
    return {(one.unit, one.wave, one.rater, one.indicator, one.state, one.score, one.note) for one in ratings}
