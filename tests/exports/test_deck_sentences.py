"""Every number in a title, a lead or a decision of the full deck is one that the core has."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from assessment.catalogue import LANGUAGES, Lang
from assessment.report.numbers import decimals, percent, rounded, signed
from assessment.report.shapes import Report, Section
from assessment.urgency import SOON_FROM
from tests.exports.core_figures import Core, core
from tests.exports.deck_oracles import recomputed
from tests.exports.story_deck import told_deck

NUMBER = re.compile(r"[+\u2212]?\d+(?:[.,]\d+)*%?")
WORDED = {"1": re.compile(r"\b[Oo]ne\b"), "2": re.compile(r"\b[Tt]wo\b|两")}


@pytest.fixture(scope="module")
def of() -> Core:
    return core()


@pytest.fixture(scope="module", params=LANGUAGES)
def report(request: pytest.FixtureRequest) -> Report:
    return told_deck(request.param)[0]


def names(of: Core) -> list[str]:
    """What is called so, with figures in its name or not; the longest first."""
    waves, units = of.store.waves(of.place[0]), of.store.units(of.place[0])
    operators, initiatives = of.benchmark.operators, of.initiatives.values()
    called = {one.called(lang) for lang in LANGUAGES for one in (*waves, *units, *operators, *initiatives)}
    called |= {of.rubric.name_of(node.id, lang) for lang in LANGUAGES for node in of.rubric.nodes}
    worded = [name for name in (*called, of.plan.name) if not name.isdigit()]
    return sorted(worded, key=len, reverse=True)


def numbers(said: str, of: Core) -> Counter[str]:
    """The numbers of a sentence, without those that belong to a name; one and two also in words."""
    for name in names(of):
        said = said.replace(name, " ")
    worded = [number for number, words in WORDED.items() for _ in words.findall(said)]
    return Counter([*NUMBER.findall(said), *worded])


def _overall(of: Core) -> list[float]:
    return [found for unit in of.scores if (found := of.score(of.root, unit)) is not None]


def _scope(of: Core, _: Section) -> list[str]:
    own = of.ratings(of.place[2])[of.own]
    answered = sum(one.state != "unknown" for one in own.values())
    return [str(len(of.scores)), str(answered), str(len(of.rubric.indicators))]


def _profile(of: Core, _: Section) -> list[str]:
    root = of.scores[of.own][of.root]
    scored = sum(of.score(leaf.id) is not None for leaf in of.rubric.indicators)
    assert root.low is not None
    assert root.high is not None
    widest = min(of.level(one.id) - (best.score or 0) for one in of.dimensions if (best := of.best(one.id)))
    bounds = [rounded(root.low, 2), rounded(root.high, 2)]
    counts = [str(scored), str(len(of.rubric.indicators))]
    return [rounded(of.level(of.root)), "5", *counts, *bounds, signed(widest)]


def _map_by_level(of: Core, _: Section) -> list[str]:
    known = [of.level(one.id) for one in of.dimensions]
    return [rounded(of.level(of.root)), "5", rounded(max(known)), rounded(min(known))]


def _soon(of: Core) -> int:
    return sum(of.pressing(node) >= SOON_FROM - 1e-9 for node in of.urgent)


def _urgent(of: Core, _: Section) -> list[str]:
    most = max(of.pressing(node) for node in of.urgent)
    return [str(_soon(of)), str(len(of.urgent)), rounded(most, 2)]


def _capability(of: Core, section: Section) -> list[str]:
    node, found = section.node, []
    own, best, printed = of.level(node), of.best(node), of.benchmark.score_of(of.own, node)
    found.append(rounded(own))
    if best is not None and best.score is not None:
        found.append(signed(own - best.score).lstrip("+\u2212"))
    if printed is None or printed.score is None:
        return found
    found.append(printed.printed)
    if abs(own - printed.score) > 0.005:
        places = decimals(printed.printed)
        found += [rounded(own, places), signed(printed.score - own, places)]
    return found


def _comparison(of: Core, _: Section) -> list[str]:
    return [str(len(_overall(of))), rounded(max(_overall(of)))]


def _apart(of: Core) -> list[float]:
    """The scores where the units lie furthest apart, the lowest first."""
    by_node = [
        sorted(s for unit in of.scores if (s := of.score(node.id, unit)) is not None) for node in of.tier
    ]
    return max(by_node, key=lambda known: known[-1] - known[0])


def _heatmap(of: Core, _: Section) -> list[str]:
    overall, apart = _overall(of), _apart(of)
    ends = [rounded(one) for one in (min(overall), max(overall), apart[0], apart[-1])]
    return [rounded(of.level(of.root)), str(len(overall)), *ends]


def _differences(of: Core, _: Section) -> list[str]:
    apart, all_of_them = _apart(of), str(len(of.rubric.indicators))
    return [rounded(apart[-1]), rounded(apart[0]), all_of_them, all_of_them, str(len(of.scores))]


def _waves(of: Core, _: Section) -> list[str]:
    before, after = of.earlier[of.root].score or 0.0, of.level(of.root)
    return [rounded(before, 2), rounded(after, 2), signed(after - before, 2), "2004"]


def _practice(of: Core, _: Section) -> list[str]:
    gaps = [(best.score or 0) - of.level(one.id) for one in of.tier if (best := of.best(one.id))]
    return [str(sum(gap > 1e-9 for gap in gaps)), str(len(gaps)), rounded(max(gaps))]


def _diagnosis(of: Core, _: Section) -> list[str]:
    by_theme: dict[str, float] = {}
    for row, stake in zip(of.found.chain, of.stakes, strict=True):
        by_theme[row.theme] = by_theme.get(row.theme, 0.0) + stake
    problems = {one for row in of.found.chain for one in row.problems}
    share = max(by_theme.values()) / sum(by_theme.values())
    return [str(len(of.stakes)), str(len(problems)), percent(share)]


def months(value: float) -> str:
    return rounded(value, 0 if abs(value - round(value)) < 0.05 else 1)


def _effort(of: Core) -> str:
    return months(sum(sum(one.effort.values()) for one in of.initiatives.values()))


def _cost(of: Core) -> list[str]:
    return [f"{sum(one.cost[end] for one in of.initiatives.values()):,.0f}" for end in (0, 1)]


def _initiatives(of: Core, _: Section) -> list[str]:
    tracks = Counter(one.track for one in of.initiatives.values())
    counts = [str(count) for count in (len(of.initiatives), tracks["operational"], tracks["analytical"])]
    return [*counts, _effort(of), *_cost(of)]


def _board(of: Core, section: Section) -> list[str]:
    begin = sum(of.start(one) == 1 for one in of.initiatives)
    finished, phases = max(of.end(one) for one in of.initiatives), of.plan.settings.phases
    named = [1] if "第 1 阶段" in section.lead else []  # in words in English
    return [str(count) for count in (len(of.initiatives), finished, phases, *named, begin - 3)]


def _gantt(of: Core, lang: Lang) -> list[str]:
    waiting = Counter(before for one in of.initiatives.values() for before in one.predecessors)
    last = max(of.end(one) for one in of.initiatives) * of.plan.settings.phase_months
    assert last == 9  # from the first of October 2004 on
    day = ["30", "2005"] if lang == "en" else ["2005", "6", "30"]
    most = max(waiting[one] for one in of.initiatives)
    return [*([str(most)] if most > 1 else []), str(len(of.initiatives)), *day]


def _tightest(of: Core) -> tuple[str, int]:
    places = [(role, k) for role in of.roles for k in range(1, of.plan.settings.phases + 1)]
    return max(places, key=lambda place: of.load(*place) / of.capacity(*place))


def _load(of: Core, _: Section) -> list[str]:
    role, phase = _tightest(of)
    return [str(phase), percent(of.load(role, phase) / of.capacity(role, phase))]


def _projected(of: Core, _: Section) -> list[str]:
    phases = of.plan.settings.phases
    now, then = (of.promises[of.root, phase].score or 0.0 for phase in (0, phases))
    return [rounded(now), rounded(then), signed(then - now), str(phases)]


def _published(of: Core, _: Section) -> list[str]:
    verdicts = Counter(one.verdict for one in of.published)
    impossible = [one.printed for one in of.published if one.verdict == "impossible"]
    counts = [verdicts["equal"], len(of.published), len(impossible), verdicts["illegible"]]
    return [*map(str, counts), *impossible]


def _evidence(of: Core, _: Section) -> list[str]:
    links = of.store.evidence_links(of.place[0], of.own, of.place[2])
    return [str(len({one.indicator for one in links})), str(len(of.rubric.indicators))]


def _indicators(of: Core, _: Section) -> list[str]:
    scored = sum(of.score(leaf.id) is not None for leaf in of.rubric.indicators)
    return [str(scored), str(len(of.rubric.indicators))]


SENTENCES: dict[str, Callable[[Core, Section], list[str]]] = {
    "scope": _scope,
    "guide": lambda of, _: ["0", "5", percent(of.rubric.min_coverage)],
    "profile": _profile,
    "map.level": _map_by_level,
    "map.urgency": _urgent,
    "capability": _capability,
    "comparison": _comparison,
    "branches.heatmap": _heatmap,
    "branches.ties": lambda of, _: [str(len(_overall(of)))],
    "branches.differences": _differences,
    "waves": _waves,
    "priorities": _urgent,
    "practice": _practice,
    "diagnosis": _diagnosis,
    "initiatives": _initiatives,
    "roadmap.board": _board,
    "roadmap.load": _load,
    "roadmap.scores": _projected,
    "roadmap.tables": lambda of, _: [_effort(of)],
    "decisions": lambda _, section: [str(len(section.tables[0].rows))],
    "indicators": _indicators,
    "published": _published,
    "evidence": _evidence,
}


def _told(report: Report) -> Iterator[Section]:
    return (section for section in report.sections if section.kind != "cover")


def test_every_number_of_every_title_and_lead_is_one_that_the_core_has(report: Report, of: Core) -> None:
    wrong = {}
    for section in _told(report):
        if section.id == "roadmap.gantt":
            wanted = _gantt(of, report.lang)
        else:
            wanted = SENTENCES["capability" if section.kind == "capability" else section.id](of, section)
        said = numbers(f"{section.title} {section.lead}", of)
        if said != Counter(wanted):
            wrong[section.id] = (section.title, section.lead, wanted)
    assert wrong == {}


def test_every_number_of_a_decision_follows_from_plan_and_diagnosis(report: Report, of: Core) -> None:
    first = [one for one in of.initiatives if of.start(one) == 1]
    waiting = sum(not set(first).isdisjoint(one.predecessors) for one in of.initiatives.values())
    role, phase = _tightest(of)
    load = of.load(role, phase)
    assert of.found.diagnosis is not None
    proposed = [
        p for p in of.found.diagnosis.found.proposals if of.found.diagnosis.standing(p.node) == "open"
    ]
    dates = ["2004"] if report.lang == "en" else ["1", "1", "2004", "10", "12"]
    count, phases = str(len(of.initiatives)), str(of.plan.settings.phases)
    wanted = [
        ["1", count, phases, _effort(of)],
        ["2", str(len(first) - 3), str(len(first)), *dates, str(waiting)],
        ["3", str(phase), months(load), percent(load / of.capacity(role, phase))],
        ["4", *_cost(of), count],
        ["5", str(len(proposed))],
    ]
    (table,) = report.section("decisions").tables

    said = [numbers(" ".join(cell.text for cell in row), of) for row in table.rows]
    assert said == [Counter(one) for one in wanted]


def _ends(of: Core) -> list[str]:
    known = [of.level(node.id) for node in of.tier]
    return [rounded(max(known)), rounded(min(known))]


def _on_enough_data(of: Core) -> list[str]:
    nodes = [node.id for node in of.rubric.nodes if not node.is_indicator]
    scored = sum(of.score(node) is not None for node in nodes)
    return [str(scored)] if scored == len(nodes) else [str(scored), str(len(nodes))]


def _to_target(of: Core) -> list[str]:
    gaps = [target - of.level(node.id) for node in of.tier if (target := of.target(node.id)) is not None]
    return [signed(-max(gaps))]


def _below_peers(of: Core) -> list[str]:
    held = []
    for node in of.dimensions:
        printed = [of.benchmark.score_of(peer.id, node.id) for peer in of.benchmark.peers]
        known = [one.score for one in printed if one is not None and one.score is not None]
        held += [of.level(node.id) < min(known) - 1e-9] if known else []
    return [str(sum(held)), str(len(held))]


def _indicators_apart(of: Core) -> list[str]:
    known = [
        sorted(s for unit in of.scores if (s := of.score(leaf.id, unit)) is not None)
        for leaf in of.rubric.indicators
    ]
    widest = max(known, key=lambda scores: scores[-1] - scores[0])
    return [rounded(widest[0]), rounded(widest[-1])]


def _printed_apart(of: Core) -> list[str]:
    own = [one for one in of.published if one.operator == of.own and one.computed is not None]
    gaps = [one.published - (recomputed(of, of.own, one.node) or 0.0) for one in own]
    return [signed(max(gaps, key=abs), 2)]


def _explained(of: Core) -> list[str]:
    nodes = {one.node for one in of.published}
    return [str(len({one.node for one in of.published if one.weight_ranges})), str(len(nodes))]


FINDINGS: dict[str, Callable[[Core], list[str]]] = {
    "profile.scores": _on_enough_data,
    "profile.targets": _to_target,
    "profile.capabilities": _ends,
    "comparison.scores": _below_peers,
    "comparison.indicators": _indicators_apart,
    "published.unit": _printed_apart,
    "published.weights": _explained,
}
"""Tables and charts that stand on a slide of their own under a sentence with figures."""


def test_every_number_over_a_table_or_a_chart_of_its_own_is_one_that_the_core_has(
    report: Report, of: Core
) -> None:
    findings = {table.id: table.finding for section in report.sections for table in section.tables}
    findings |= {chart.id: chart.finding for section in report.sections for chart in section.charts}
    said = {name: finding for name, finding in findings.items() if NUMBER.search(finding)}

    assert said.keys() == FINDINGS.keys()
    for name, sentence in said.items():
        for known in names(of):
            sentence = sentence.replace(known, " ")  # noqa: PLW2901 - what is left of it
        assert sorted(NUMBER.findall(sentence)) == sorted(FINDINGS[name](of)), name
