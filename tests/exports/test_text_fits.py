"""The longest names and findings of both languages fit into their shapes, in every template."""

from dataclasses import replace

import pytest

from assessment.catalogue import LANGUAGES, Lang
from assessment.report.shapes import Cell, Column, Report, Section, Table
from exports.deck import House, deck
from exports.faces import runs_wider
from exports.measure import set_in, shortened, text_width, wrapped
from tests.exports.foreign_templates import RENAMED, bare_template, renamed_template, standard_template
from tests.exports.rendering import arials_twin
from tests.exports.sample_report import sample_report, score
from tests.exports.text_fitting import overflowing, smallest_type

TEMPLATES = {
    "own": House(confidential="Strictly confidential: for the members of the board of directors only"),
    "standard": House(standard_template(), "standard.pptx"),
    "bare": House(bare_template(), "bare.pptx"),
    "renamed": House(renamed_template(), "renamed.pptx", RENAMED, "绝密，仅限董事会成员阅读"),
}
UNIT = {
    "en": "China Telecommunications Corporation, Guangdong Provincial Company, Shenzhen Special Zone Branch",
    "zh": "中国电信集团有限公司广东省分公司深圳经济特区营业与客户服务中心",
}
FINDING = {
    "en": "The unit keeps customer records in five billing systems that share no number, so nobody can say "
    "what a household buys; every campaign starts by cleaning the same lists again, and what was learnt "
    "is lost. ",
    "zh": "客户资料分散在五套互不相通的计费系统中，没有统一编号，谁也说不清一个家庭到底购买了哪些业务；"
    "每次营销活动都要从头清洗同一批名单，积累的经验无从保留。",
}


def _long(lang: Lang) -> Report:
    """Fifty units side by side, titles of three lines, findings of a page."""
    nodes = [f"{UNIT[lang]} {number}" for number in range(12)]
    columns = [Column("node", "Node", width=3.0)]
    columns += [Column(f"unit.{k}", f"{UNIT[lang]} {k}", "score") for k in range(50)]
    rows = tuple((Cell(name), *(score(2.5, lang) for _ in range(50))) for name in nodes)
    table = Table("comparison.scores", UNIT[lang] * 2, tuple(columns), rows, notes=(FINDING[lang] * 4,))
    branches = Section(
        "branches", "branches", FINDING[lang], lead=FINDING[lang] * 2, tables=(table,), source=UNIT[lang] * 3
    )
    base = sample_report(lang)
    cover = Section("cover", "cover", UNIT[lang], notes=(FINDING[lang],) * 3, source=UNIT[lang])
    chapter = Section("evidence", "evidence", FINDING[lang], lead=FINDING[lang] * 6)
    title = f"{UNIT[lang]}: {UNIT[lang]}"
    sections = (cover, branches, *base.of_kind("capability"), chapter)
    return replace(base, title=title, subtitle=UNIT[lang] * 3, sections=sections)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_overflows_and_nothing_is_set_below_ten_points(name: str, lang: Lang) -> None:
    house = TEMPLATES[name]
    made = deck(_long(lang), None, house)

    with set_in(runs_wider(house.opened().face)):
        assert overflowing(made) == []
    assert smallest_type(made) >= 10


def test_no_line_of_chinese_begins_with_closing_or_ends_with_opening_punctuation() -> None:
    said = "《通信客户管理能力》（试行）：“数据采集、整合与分析”，是（各分公司）必须具备的能力。" * 6

    for width in range(40, 400, 7):
        lines = wrapped(said, width, 12)
        assert not [line for line in lines if line[0] in "，。、；：？！）》”’" or line[-1] in "（《“"], width


def test_a_dagger_beside_chinese_takes_the_room_of_a_character_and_stays_behind_it() -> None:
    assert text_width("数据不足†", 10) == pytest.approx(text_width("数据不足了", 10))
    assert text_width("2.1†", 10) < text_width("2.1", 10) + 6
    assert [line[0] for line in wrapped("数据不足†", 41.5, 10)] == ["数", "足"]


def test_a_face_that_runs_wider_takes_more_room_and_chinese_the_same() -> None:
    with set_in(runs_wider("Verdana")):
        wide, chinese = text_width("Customer", 12), text_width("客户", 12)

    assert wide == pytest.approx(text_width("Customer", 12) * 1.2)
    assert chinese == pytest.approx(text_width("客户", 12))


def test_a_face_that_nobody_knows_is_taken_for_a_wide_one_and_none_for_narrower_than_arial() -> None:
    assert runs_wider("Client Sans Pro") > runs_wider("Arial") == runs_wider("Calibri") == 1.0


def test_a_line_too_long_ends_in_an_ellipsis() -> None:
    told = shortened("Capability assessment of the northern branch", 120, 10)

    assert told.endswith("…")
    assert text_width(told, 10) <= 120
    assert shortened("North", 120, 10) == "North"


@pytest.mark.parametrize(("file", "bold"), [("Regular", False), ("Bold", True)])
def test_the_widths_are_those_of_arials_metric_twin(file: str, bold: bool) -> None:  # noqa: FBT001 - a case
    from PIL import ImageFont

    font = ImageFont.truetype(str(arials_twin(file)), 1000)
    for character in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,;:%()-+":
        drawn = font.getlength(character)
        assert text_width(character, 1000, bold=bold) == pytest.approx(drawn * 1.025, rel=0.01), character
