"""The one page as a slide and as PDF: one page whatever there is to tell, in every template."""

import re
import subprocess
from pathlib import Path

import pytest
from openxml_audit import validate_pptx

from assessment.catalogue import LANGUAGES, Lang
from assessment.report.shapes import Report
from assessment.storyline.anonymous import veiled
from assessment.storyline.onepage import one_page
from exports.deck import House, deck
from exports.faces import runs_wider
from exports.measure import set_in
from tests.exports.deck_reading import opened
from tests.exports.foreign_templates import RENAMED, bare_template, renamed_template, standard_template
from tests.exports.rendering import colliding_words, pdf_of
from tests.exports.text_fitting import overflowing, smallest_type
from tests.storyline.story_engagement import told_engagement

TEMPLATES = {
    "own": House(confidential="For the members of the board of directors only"),
    "standard": House(standard_template(), "standard.pptx"),
    "bare": House(bare_template(), "bare.pptx"),
    "renamed": House(renamed_template(), "renamed.pptx", RENAMED, "绝密，仅限董事会成员阅读"),
}
LONG = {
    "Shenzhen Telecom": "China Telecommunications Corporation, Guangdong Provincial Company, Shenzhen Branch",
    "深圳电信": "中国电信集团有限公司广东省分公司深圳经济特区营业与客户服务中心",
    "Insight Generation": "Generation of insight from all billing, order and complaint systems",
    "获取洞察力": "从计费、订单与投诉系统中获取有关全部客户与家庭的洞察力",
    "Complaint management": "Complaint management over all shops, call centres, engineers and partners",
    "客户投诉管理": "覆盖全部营业厅、呼叫中心、装维人员与合作渠道的客户投诉管理",
}


def report(lang: Lang, kind: str) -> Report:
    store, shelf, place = told_engagement()
    if kind == "without a plan":
        return one_page(store, shelf, (*place[:2], "2003"), lang).report
    told = one_page(store, shelf, place, lang).report
    return veiled(told, LONG) if kind == "long names" else told


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("kind", ["with a plan", "without a plan", "long names"])
def test_it_is_one_slide_and_everything_fits(name: str, lang: Lang, kind: str, tmp_path: Path) -> None:
    house = TEMPLATES[name]
    made = deck(report(lang, kind), None, house)

    (slide,) = opened(made).slides
    shown = {shape.name for shape in slide.shapes}
    assert {"page.tracks", "page.gaps", "page.steps", "page.decisions"} <= shown
    with set_in(runs_wider(house.opened().face)):
        assert overflowing(made) == []
    assert smallest_type(made) >= 10
    path = tmp_path / "page.pptx"
    path.write_bytes(made)
    assert [str(finding) for finding in validate_pptx(str(path)).errors] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_it_leaves_out_is_counted_in_the_titles_of_its_tables(lang: Lang) -> None:
    (slide,) = opened(deck(report(lang, "with a plan"))).slides
    tables = {shape.name: shape.table for shape in slide.shapes if shape.has_table}
    said = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)

    assert all(table.first_row for table in tables.values())
    for table in report(lang, "with a plan").sections[0].tables:
        shown = len(tables[table.id].rows) - 1
        if shown < len(table.rows):
            whole = (
                f"{len(table.rows)} 项中的 {shown} 项" if lang == "zh" else f"{shown} of {len(table.rows)}"
            )
            assert whole in said


@pytest.mark.office
@pytest.mark.parametrize("lang", LANGUAGES)
def test_as_pdf_it_has_one_page_with_every_face_embedded(lang: Lang, tmp_path: Path) -> None:
    path = tmp_path / "page.pptx"
    path.write_bytes(deck(report(lang, "with a plan")))
    pdf = pdf_of(path, tmp_path)

    told = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Pages:\s+1\n", told)
    assert colliding_words(pdf) == []
    listed = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, text=True).stdout
    faces = [line.split()[-5] for line in listed.splitlines()[2:]]
    assert faces
    assert set(faces) == {"yes"}
    words = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    assert ("待决事项" if lang == "zh" else "Decisions asked") in words
