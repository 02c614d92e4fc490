"""As much as a deck must hold: 50 units, the longest names and findings, 47 initiatives in 8 phases."""

import datetime as dt
from collections.abc import Iterable
from functools import cache

from assessment import roadmapping, service, waves
from assessment.edges.demo import demo_ratings, read_demo
from assessment.edges.memory_store import MemoryStore
from assessment.edges.shelf import FileShelf
from assessment.engagement import Person, Unit
from assessment.initiatives import Initiative
from assessment.ratings import Evidence, EvidenceLink, Rating, Target
from assessment.roadmap import Plan, PlanSettings

UNITS, INITIATIVES, PHASES = 50, 47, 8
UNIT = "branch-00"
_NEARLY_ALL = 40
"""Indicators that a unit of the study was rated on, for its ratings to be repeated here."""
LONG_UNIT = (
    "China Telecommunications Corporation, Guangdong Provincial Company, Shenzhen Special Zone Branch",
    "中国电信集团有限公司广东省分公司深圳经济特区营业与客户服务中心",
)
LONG_INITIATIVE = (
    "One customer file over all billing, order and complaint systems of fixed line, broadband and mobile",
    "贯通固定电话、宽带与移动业务的计费、订单及投诉系统的统一客户档案",
)
LONG_FINDING = (
    "The unit keeps customer records in five billing systems that share no number, so nobody can say what a "
    "household buys; every campaign starts by cleaning the same lists again, and what was learnt is lost. ",
    "客户资料分散在五套互不相通的计费系统中，没有统一编号，谁也说不清一个家庭到底购买了哪些业务；"
    "每次营销活动都要从头清洗同一批名单，积累的经验无从保留。",
)
_PLACES = ("Shenzhen", "Guangzhou", "Zhuhai Special Zone", "Shantou and Chaozhou", "Llanfairpwllgwyngyll")
_PLACES_ZH = ("深圳", "广州", "珠海经济特区", "汕头与潮州", "黔西南布依族苗族自治州")


@cache
def stressed_engagement() -> tuple[MemoryStore, FileShelf, tuple[str, str, str]]:
    """Store, shelf and place; made once, not to be written to."""
    store, shelf, demo = MemoryStore(), FileShelf(), read_demo()
    rubric = shelf.rubric(demo.engagement.rubric, demo.engagement.rubric_version)
    benchmark = shelf.benchmark(demo.engagement.benchmark or "")
    engagement = demo.engagement.model_copy(
        update={"rubric_fingerprint": rubric.fingerprint, "name": LONG_UNIT[0], "name_zh": LONG_UNIT[1]}
    )
    rater = Person(id=demo.rater.id, name=LONG_UNIT[0], name_zh=LONG_UNIT[1], role="Head of customer service")
    store.keep_rubric(rubric)
    store.add_engagement(engagement, _units(), [demo.wave], [rater])
    store.add_published(benchmark)
    printed = demo_ratings(demo, benchmark, rubric)
    store.save_ratings(engagement.id, _ratings(printed))
    store.set_importance(engagement.id, {("", node): grade for node, grade in demo.importance.items()})
    aimed = {(UNIT, node): Target(level=4.5) for node in demo.targets}
    store.set_targets(engagement.id, aimed)
    wave, _, _ = waves.start_wave(
        store, engagement.id, waves.NewWave("2004", dt.date(2004, 9, 28), origin="2003"), rater.id
    )
    assert wave is not None
    waves.confirm(
        store, engagement.id, [one.key for one in store.ratings(engagement.id, wave=wave.id)], rater.id
    )
    for rating in store.ratings(engagement.id, UNIT, wave.id)[::2]:
        if rating.score is not None:
            higher = rating.model_copy(
                update={"score": min(5.0, rating.score + 1), "revision": 0, "at": None}
            )
            service.rate(store, shelf, engagement.id, higher, rating.revision)
    _with_evidence(store, engagement.id, [one.id for one in rubric.indicators], wave.id)
    place = (engagement.id, UNIT, wave.id)
    _with_plan(store, shelf, place, rater.id)
    return store, shelf, place


def _units() -> list[Unit]:
    """Three have names of which only the ends differ; the others' are as long as names of places are."""
    named = [(f"{LONG_UNIT[0]} {number}", f"{LONG_UNIT[1]}{number}") for number in range(3)]
    for number in range(3, UNITS):
        place = number % len(_PLACES)
        named.append((f"{_PLACES[place]} branch {number}", f"{_PLACES_ZH[place]}分公司{number}"))
    return [Unit(id=f"branch-{n:02}", name=en, name_zh=zh) for n, (en, zh) in enumerate(named)]


def _ratings(printed: Iterable[Rating]) -> list[Rating]:
    """The first branch rates as Shenzhen, the others as the study's units in turn, half a point apart."""
    by_unit: dict[str, list[Rating]] = {}
    for one in printed:
        by_unit.setdefault(one.unit, []).append(one)
    whole = [rated for unit, rated in by_unit.items() if len(rated) > _NEARLY_ALL]
    first, *others = [by_unit["shenzhen-telecom"], *whole]
    made = []
    for number in range(UNITS):
        pattern = others[number % len(others)] if number else first
        moved = (number % 5) * 0.5
        for one in pattern:
            score = None if one.score is None else min(5.0, one.score + moved)
            made.append(one.model_copy(update={"unit": f"branch-{number:02}", "score": score}))
    return made


def _with_evidence(store: MemoryStore, engagement: str, indicators: Iterable[str], wave: str) -> None:
    """A finding for every indicator of the first branch, some of six long sentences."""
    items, links = [], []
    for number, indicator in enumerate(indicators):
        said, said_zh = (sentence * (6 if number % 10 == 0 else 1 + number % 2) for sentence in LONG_FINDING)
        items.append(
            Evidence(
                id=f"{wave}:{indicator}",
                kind="interview",
                text=said,
                text_zh=said_zh,
                source=LONG_UNIT[0],
                source_zh=LONG_UNIT[1],
                date=dt.date(2003, 9, 1),
                grade="partial",
            )
        )
        links.append(EvidenceLink(evidence=f"{wave}:{indicator}", unit=UNIT, wave=wave, indicator=indicator))
    store.add_evidence(engagement, items, links)


def _with_plan(store: MemoryStore, shelf: FileShelf, place: tuple[str, str, str], by: str) -> None:
    """All initiatives of the library, as early as what they wait for allows, spread over all phases."""
    choice = roadmapping.choice_of(store, shelf, *place)
    assert choice.library is not None
    names = roadmapping.with_predecessors(choice, [one.id for one in choice.library.initiatives])
    assert len(names) == INITIATIVES
    roadmapping.pick(store, choice, names, by)
    choice = roadmapping.choice_of(store, shelf, *place)
    assert choice.library is not None
    for number, picked in enumerate(choice.picked[:8]):
        changed, wrong = roadmapping.change(store, choice, _longer(picked.initiative, number), by, picked)
        assert changed is not None, wrong
    starts: dict[str, int] = {}
    for number, name in enumerate(names):
        one = choice.library.initiative(name)
        ends = [starts[before] + choice.library.initiative(before).phases(3) for before in one.predecessors]
        wanted = max([1 + number * PHASES // INITIATIVES, *ends])
        starts[name] = min(wanted, PHASES + 1 - one.phases(3))
    capacity = {role.id: (role.staff * 3,) * PHASES for role in choice.library.roles if role.staff}
    settings = PlanSettings(start=dt.date(2004, 10, 1), phases=PHASES, capacity=capacity)
    effort = sum(choice.library.initiative(name).total_effort for name in starts)
    plan = Plan(starts=starts, value=0.0, effort=effort, bound=0.0, finished=PHASES)
    draft = roadmapping.PlanDraft(LONG_UNIT[0], settings, plan)
    kept = roadmapping.keep_plan(store, shelf, place, draft, by)
    store.adopt_plan(*place, kept.id, by)


def _longer(one: Initiative, number: int) -> Initiative:
    """The same with a name and a description as long as people write them."""
    return one.model_copy(
        update={
            "name": f"{LONG_INITIATIVE[0]} {number}",
            "name_zh": f"{LONG_INITIATIVE[1]}{number}",
            "description": LONG_FINDING[0] * 2,
            "description_zh": LONG_FINDING[1] * 2,
            "risk_note": LONG_FINDING[0],
            "risk_note_zh": LONG_FINDING[1],
        }
    )
