"""An engagement and things said in it, for the tests of the stores."""

import datetime as dt

from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.ratings import Evidence, EvidenceLink, Rating

ENGAGEMENT = Engagement(
    id="ct-2003",
    name="China Telecom 2003",
    name_zh="中国电信 2003",
    rubric="crm",
    rubric_version="2003.1",
    rubric_fingerprint="abc",
    benchmark="operators-2003",
    illustrative=True,
)
UNITS = [
    Unit(id="group", name="China Telecom", name_zh="中国电信", kind="group"),
    Unit(id="guangdong", name="Guangdong", kind="province", parent="group"),
    Unit(id="shenzhen", name="Shenzhen", name_zh="深圳", parent="guangdong"),
]
WAVES = [
    Wave(id="second", name="Second", date=dt.date(2004, 9, 28)),
    Wave(id="first", name="First", date=dt.date(2003, 9, 28)),
]
PEOPLE = [Person(id="li", name="Li", name_zh="李", role="consultant"), Person(id="an", name="An")]


def rating(score: float | None = 2.5, **changes: object) -> Rating:
    usual = {"unit": "shenzhen", "wave": "first", "rater": "li", "indicator": "insight.collect.strategy"}
    return Rating.model_validate({**usual, "score": score, **changes})


def statement(key: str, text: str = "Lists are drawn monthly.") -> Evidence:
    return Evidence(
        id=key,
        text=text,
        text_zh="名单每月更新。",
        source="Interview 3",
        date=dt.date(2003, 7, 1),
        grade="strong",
    )


def link(key: str, indicator: str = "a", unit: str = "shenzhen") -> EvidenceLink:
    return EvidenceLink(evidence=key, unit=unit, wave="first", indicator=indicator)
