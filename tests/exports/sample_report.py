"""A report made by hand: long findings, daggers, missing figures, hostile text, in both languages."""

from assessment.catalogue import Lang
from assessment.report.shapes import DAGGER, Cell, ChartSpec, Column, Recipe, Report, Section, Series, Table

HOSTILE = "=1+1 <b>&amp;</b> \x07\x0bR&D “97” \ud800 ]]>"
_LONG = {
    "en": "Customer records are kept in five billing systems that do not share a number, so that nobody can "
    "say what one household buys, and every campaign begins by cleaning the same lists again. ",
    "zh": "客户资料分散在五套计费系统中，没有统一编号，谁也说不清一个家庭到底购买了哪些业务，"
    "每次营销活动都要从头清洗同一批名单。",
}
_DIMENSIONS = {
    "en": ("Customer Insight", "Products & Services", "Interaction", "Organisation", "Integration"),
    "zh": ("客户洞察", "客户产品与服务", "客户交互", "高效能的组织", "企业集成"),
}
_SCORES = (1.375, 2.25, None, 2.0, 1.65)
_BEST = (4.0, 4.0, 3.0, None, 3.75)


def sample_report(lang: Lang) -> Report:
    """The report in one language."""
    recipe = Recipe("0.1.0", "sample", "1", "0123456789abcdef", "eng", "north", "2003", "peers", 7, 0.6)
    sections = (
        Section("cover", "cover", _said(lang, "Assessment of North", "北方公司评估")),
        _guide(lang),
        _profile(lang),
        *(_capability(lang, number) for number in range(3)),
        _comparison(lang),
        _published(lang),
        _evidence(lang),
    )
    title = _said(lang, "Capability assessment: North", "北方公司：能力评估")
    return Report(lang, title, "2003 · 28 September", _said(lang, "North", "北方"), "2003", recipe, sections)


def score(value: float | None, lang: Lang, mark: str = "") -> Cell:
    """A score on the scale 0 to 5, or that it is not assessed."""
    if value is None:
        return Cell(_said(lang, "not assessed", "未评估"), None, "score", "unknown", mark)
    return Cell(f"{value + 1e-9:.1f}", value, "score", "scored", mark, value / 5)


def series(lang: Lang, name: str, role: str, values: tuple[float | None, ...]) -> Series:
    """A series whose first figure bears a dagger."""
    cells = [score(value, lang, DAGGER if place == 0 else "") for place, value in enumerate(values)]
    return Series(name, role, values, tuple(cell.shown for cell in cells))  # type: ignore[arg-type]


def chart(chart_id: str, kind: str, names: tuple[str, ...], *drawn: Series) -> ChartSpec:
    """A chart on the scale 0 to 5."""
    return ChartSpec(
        id=chart_id,
        kind=kind,  # type: ignore[arg-type]
        title=f"Chart {chart_id}",
        alt=f"{chart_id}: " + "; ".join(f"{one.name} {', '.join(one.labels)}" for one in drawn),
        categories=names,
        category_ids=tuple(f"n{k}" for k in range(len(names))),
        series=drawn,
        axis_min=0.0,
        axis_max=5.0,
        axis_title="0-5",
        notes=("† inferred",),
    )


def _said(lang: Lang, english: str, chinese: str) -> str:
    return english if lang == "en" else chinese


def _columns(lang: Lang, *names: str) -> tuple[Column, ...]:
    kinds = {"score": "score", "published": "score", "difference": "difference", "reference": "score"}
    widths = {"finding": 6.0, "node": 3.0, "indicator": 2.2}
    chinese = {"node": "能力", "score": "得分", "finding": "发现", "indicator": "指标", "difference": "差异"}
    return tuple(
        Column(
            name,
            _said(lang, name.capitalize(), chinese.get(name, name)),
            kinds.get(name, "score" if name.startswith("unit.") else "text"),  # type: ignore[arg-type]
            widths.get(name, 1.0),
        )
        for name in names
    )


def _guide(lang: Lang) -> Section:
    levels = tuple(
        (Cell(str(k), float(k), "score", level=k / 5), Cell(_said(lang, f"Level {k}", f"第{k}级")))
        for k in range(6)
    )
    states = tuple((Cell(f"state {k}"), Cell(_LONG[lang])) for k in range(4))
    recipe = ((Cell("rubric"), Cell("sample 1")), (Cell("revision"), Cell("7")))
    return Section(
        "guide",
        "guide",
        _said(lang, "How to read it", "阅读说明"),
        lead=_LONG[lang],
        tables=(
            Table("guide.scale", "Scale", _columns(lang, "level", "meaning"), levels),
            Table("guide.states", "States", _columns(lang, "state", "meaning"), states),
            Table("guide.sources", "Sources", _columns(lang, "what", "source"), states[:3]),
            Table("guide.recipe", "Recipe", _columns(lang, "recipe", "value"), recipe),
        ),
        notes=("† illustrative",),
        source="The study",
    )


def _profile(lang: Lang) -> Section:
    names = _DIMENSIONS[lang]
    unit = series(lang, _said(lang, "North", "北方"), "unit", _SCORES)
    best = series(lang, _said(lang, "best practice", "最佳实践"), "best", _BEST)
    many = tuple(f"{name} {k}" for name in names for k in range(3))
    unit_many = series(lang, unit.name, "unit", _SCORES * 3)
    best_many = series(lang, best.name, "best", _BEST * 3)
    rows = (
        (Cell(_said(lang, "Overall", "总体")), Cell("overall"), score(1.81, lang, DAGGER), Cell("+0.1", 0.1)),
        *(
            (Cell(n), Cell("dimension"), score(v, lang), Cell("−2.6", -2.6))
            for n, v in zip(names, _SCORES, strict=True)
        ),
        *((Cell(n), Cell("capability"), score(2.5, lang), Cell("0.0", 0.0)) for n in many),
    )
    table = Table(
        "profile.scores",
        "Scores",
        _columns(lang, "node", "tier", "score", "difference"),
        rows,
        row_depths=(0, *(1,) * 5, *(2,) * 15),
    )
    return Section(
        "profile",
        "profile",
        _said(
            lang,
            "North reaches 1.8 of 5; customer insight is its weakest dimension of all five",
            "北方公司总体得分 1.8，客户洞察最弱",
        ),
        lead=_LONG[lang] * 2,
        tables=(table,),
        charts=(
            chart("profile.radar", "radar", names, unit, best),
            chart("profile.dimensions", "bar", names, unit, best),
            chart("profile.capabilities", "bar", many, unit_many, best_many),
        ),
        source="The study",
    )


def _capability(lang: Lang, number: int) -> Section:
    """The first is ordinary, the second holds hostile and endless text, the third has nothing but states."""
    values: tuple[float | None, ...] = ((1.5, None, 3.0), (0.5,) * 7, (None, None))[number]
    findings = ((_LONG[lang],) * 3, (HOSTILE, *(_LONG[lang] * 9,) * 6), ("", ""))[number]
    names = tuple(
        _said(lang, f"A rather long indicator name {k}", f"相当长的指标名称{k}") for k in range(len(values))
    )
    rows = tuple(
        (Cell(name), score(value, lang, DAGGER if value == 3 else ""), Cell(finding))
        for name, value, finding in zip(names, values, findings, strict=True)
    )
    name = f"capability.c{number}"
    composite = ((score(1.5, lang), score(1.43, lang), Cell("−0.1", -0.07, "difference")),)
    return Section(
        name,
        "capability",
        _said(
            lang,
            f"Collecting data scores {number}, below everybody else",
            f"收集数据得分 {number}，低于所有同行",
        ),
        lead=_said(lang, "Published: 1.43.", "公布值 1.43。"),
        node=f"c{number}",
        tables=(
            Table(f"{name}.indicators", "Indicators", _columns(lang, "indicator", "score", "finding"), rows),
            Table(
                f"{name}.composite",
                "Composite",
                _columns(lang, "score", "published", "difference"),
                composite,
            ),
        ),
        charts=(chart(f"{name}.scores", "bar", names, series(lang, "North", "unit", values)),),
        notes=("† inferred",),
        source="The study, p. 28",
    )


def _comparison(lang: Lang) -> Section:
    names = _DIMENSIONS[lang]
    units = [("North", "unit"), ("South", "second"), ("East", "peer"), ("West", "peer")]
    drawn = [series(lang, name, role, _SCORES) for name, role in units]
    columns = _columns(lang, "node", "tier", *(f"unit.{name}" for name, _ in units))
    rows = tuple(
        (
            Cell(name),
            Cell("dimension" if k < 5 else "capability"),
            *(score(_SCORES[k % 5], lang) for _ in units),
        )
        for k, name in enumerate(names * 4)
    )
    return Section(
        "comparison",
        "comparison",
        _said(lang, "North ranks second of four", "北方公司在四家中排名第二"),
        tables=(Table("comparison.scores", "All units", columns, rows, row_depths=(*(1,) * 5, *(2,) * 15)),),
        charts=(chart("comparison.dimensions", "bar", names, *drawn),),
        source="The study",
    )


def _published(lang: Lang) -> Section:
    rows = tuple(
        (
            Cell(f"{_DIMENSIONS[lang][k % 5]} {k}"),
            Cell("1.43", 1.43, "score", level=0.286),
            score(1.375, lang),
            Cell("+0.05", 0.055),
        )
        for k in range(41)
    )
    columns = _columns(lang, "node", "published", "score", "difference")
    return Section(
        "published",
        "published",
        _said(lang, "13 of 41 composites equal ours", "41 项综合得分中 13 项一致"),
        lead=_LONG[lang],
        tables=(Table("published.composites", "Composites", columns, rows),),
        source="The study",
    )


def _evidence(lang: Lang) -> Section:
    rows = tuple((Cell(f"Indicator {k}"), score(1.0, lang), Cell(_LONG[lang]), Cell("")) for k in range(30))
    columns = _columns(lang, "indicator", "score", "finding", "note")
    tables = tuple(
        Table(f"evidence.{unit}", f"Evidence {unit}", columns, rows) for unit in ("north", "south")
    )
    return Section(
        "evidence", "evidence", _said(lang, "Evidence for all", "证据齐全"), tables=tables, source="p. 28"
    )
