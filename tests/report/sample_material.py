"""A small engagement made by hand: two dimensions, three capabilities, six indicators, three units."""

import datetime as dt
from dataclasses import replace

from assessment.benchmark import Benchmark, Operator, OutsideNode, PublishedScore
from assessment.engagement import Engagement, Unit, Wave
from assessment.published import PublishedComparison, WeightRange
from assessment.ratings import Evidence, Rating, Target
from assessment.report.material import Material
from assessment.rubric import Node, Rubric, Scale, Source
from assessment.scoring import NodeScore, ScoreState

TREE = (
    Node(
        id="insight",
        name="Insight",
        children=(
            Node(
                id="insight.collect",
                name="Collecting",
                children=(
                    Node(id="insight.collect.inside", name="Inside data"),
                    Node(id="insight.collect.outside", name="Outside data"),
                ),
            ),
            Node(
                id="insight.use",
                name="Using",
                children=(
                    Node(id="insight.use.offers", name="Offers"),
                    Node(id="insight.use.trials", name="Trials"),
                ),
            ),
        ),
    ),
    Node(
        id="service",
        name="Service",
        children=(
            Node(
                id="service.desk",
                name="Desk",
                children=(
                    Node(id="service.desk.calls", name="Calls"),
                    Node(id="service.desk.skills", name="Skills"),
                ),
            ),
        ),
    ),
)
CHINESE = {
    "name": "CRM 能力评估",
    "scale.levels.0": "空白",
    "scale.levels.5": "自我优化",
    "importance.high": "高",
    "tiers.dimension": "维度",
    "tiers.capability": "能力",
    "tiers.indicator": "指标",
    "insight.name": "洞察",
    "service.name": "服务",
    "insight.collect.name": "收集",
    "insight.use.name": "应用",
    "service.desk.name": "服务台",
    "insight.collect.inside.name": "内部数据",
    "insight.collect.outside.name": "外部数据",
    "insight.use.offers.name": "优惠",
    "insight.use.trials.name": "试验",
    "service.desk.calls.name": "来电",
    "service.desk.skills.name": "技能",
}


def rubric_of(tree: tuple[Node, ...]) -> Rubric:
    return Rubric(
        id="small",
        version="1",
        name="CRM assessment",
        source=Source(title="By hand"),
        scale=Scale(levels={0.0: "Absent", 5.0: "Self-improving"}),
        tiers=("dimension", "capability", "indicator"),
        tree=tree,
        translations={"zh": CHINESE},
    )


RUBRIC = rubric_of(TREE)
NORTH = Unit(id="north", name="North", name_zh="北方")
SOUTH = Unit(id="south", name="South", name_zh="南方")
EMPTY = Unit(id="west", name="West", name_zh="西部")
WAVE = Wave(id="w1", name="First wave", name_zh="第一轮", date=dt.date(2003, 9, 28))


def result(
    node: str,
    score: float | None,
    bounds: tuple[float | None, float | None] | None = None,
    coverage: float | None = 1.0,
    state: ScoreState = "scored",
) -> NodeScore:
    low, high = bounds or (score, score)
    return NodeScore(node, RUBRIC.tier(node), score, low, high, coverage, state)


def rated(unit: str, scores: dict[str, float | None]) -> dict[str, Rating]:
    return {
        indicator: Rating(
            unit=unit,
            wave=WAVE.id,
            rater="study",
            indicator=indicator,
            score=score,
            state="unknown" if score is None else "scored",
            mark="illegible" if score is None else "",
        )
        for indicator, score in scores.items()
    }


NORTH_RATINGS = rated(
    "north",
    {
        "insight.collect.inside": 1.0,
        "insight.collect.outside": 1.5,
        "insight.use.offers": 2.0,
        "insight.use.trials": 2.0,
        "service.desk.calls": 3.0,
        "service.desk.skills": None,
    },
)
NORTH_SCORES = {
    one.node: one
    for one in (
        result("overall", 2.3125, (1.5625, 2.8125), 0.75),
        result("insight", 1.625),
        result("insight.collect", 1.25),
        result("insight.collect.inside", 1.0),
        result("insight.collect.outside", 1.5),
        result("insight.use", 2.0),
        result("insight.use.offers", 2.0),
        result("insight.use.trials", 2.0),
        result("service", 3.0, (1.5, 4.0), 0.5),
        result("service.desk", 3.0, (1.5, 4.0), 0.5),
        result("service.desk.calls", 3.0),
        result("service.desk.skills", None, (0.0, 5.0), 0.0, "unknown"),
    )
}
"""As with a minimum coverage of one half."""
SOUTH_RATINGS = rated("south", {"insight.collect.inside": 4.0, "insight.collect.outside": 3.0})
SOUTH_SCORES = {
    one.node: one
    for one in (
        result("overall", None, (0.875, 4.625), 0.0, "no-data"),
        result("insight", None, (1.75, 4.25), 0.5, "no-data"),
        result("insight.collect", 3.5),
        result("insight.collect.inside", 4.0),
        result("insight.collect.outside", 3.0),
        result("insight.use", None, (0.0, 5.0), 0.0, "no-data"),
        result("insight.use.offers", None, (0.0, 5.0), 0.0, "unknown"),
        result("insight.use.trials", None, (0.0, 5.0), 0.0, "unknown"),
        result("service", None, (0.0, 5.0), 0.0, "no-data"),
        result("service.desk", None, (0.0, 5.0), 0.0, "no-data"),
        result("service.desk.calls", None, (0.0, 5.0), 0.0, "unknown"),
        result("service.desk.skills", None, (0.0, 5.0), 0.0, "unknown"),
    )
}


def printed(operator: str, node: str, score: float, figure: str = "") -> PublishedScore:
    return PublishedScore(operator=operator, node=node, score=score, printed=figure or f"{score:g}")


BENCHMARK = Benchmark(
    id="peers",
    title="Peers of 2003",
    title_zh="2003 年同业",
    publisher="A publisher",
    publisher_zh="某出版方",
    date=dt.date(2003, 9, 28),
    obtained="From the printed report.",
    obtained_zh="取自印刷版报告。",
    rubric="small",
    operators=(
        Operator(id="abroad", name="Abroad Wireless", name_zh="Abroad Wireless"),
        Operator(id="coast", name="Coast Mobile", name_zh="海岸移动"),
        Operator(id="north", name="North", name_zh="北方", kind="subject"),
    ),
    outside_nodes=(OutsideNode(id="finance", name="Finance", name_zh="财务"),),
    scores=(
        printed("abroad", "insight", 2.0),
        printed("coast", "insight", 4.0),
        printed("abroad", "service", 3.0),
        printed("coast", "service", 3.0),
        printed("abroad", "insight.collect", 2.5, "2.5/3"),
        printed("abroad", "insight.use", 2.0),
        printed("north", "insight.collect", 1.33, "1.33"),
        printed("north", "insight.use", 2.5, "2.5"),
    ),
)
PUBLISHED = (
    PublishedComparison(
        "north",
        "insight.collect",
        "1.33",
        1.33,
        1.25,
        0.08,
        "weights",
        (
            WeightRange("insight.collect.inside", 0.33, 0.35),
            WeightRange("insight.collect.outside", 0.65, 0.67),
        ),
    ),
    PublishedComparison("north", "insight.use", "2.5", 2.5, 2.0, 0.5, "impossible"),
)
EVIDENCE = {
    ("north", "insight.collect.inside"): (
        Evidence(
            id="e1",
            text="Only bills are kept.",
            text_zh="只保存账单。",
            source="Head of IT",
            source_zh="信息部主任",
        ),
        Evidence(id="e2", text="=SUM(1,2) stood in a cell.", text_zh="=SUM(1,2) 写在单元格中。"),
    ),
}

MATERIAL = Material(
    engagement=Engagement(
        id="e", name="Example", name_zh="示例项目", rubric="small", rubric_version="1", illustrative=True
    ),
    rubric=RUBRIC,
    benchmark=BENCHMARK,
    units=(SOUTH, NORTH, EMPTY),
    unit=NORTH,
    wave=WAVE,
    scores={"south": SOUTH_SCORES, "north": NORTH_SCORES},
    ratings={"south": SOUTH_RATINGS, "north": NORTH_RATINGS},
    evidence=EVIDENCE,
    importance={("", "insight.collect"): "high"},
    targets={("north", "insight.collect"): Target(level=3.0)},
    published=PUBLISHED,
    reference="best",
    data_revision=7,
)


def of(unit: Unit) -> Material:
    return replace(MATERIAL, unit=unit)
