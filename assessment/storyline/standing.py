"""Where the unit and the others stand: scope, capability map, branches compared, change since last wave."""

from dataclasses import replace

from assessment import change_view, side_view
from assessment.assumptions import IN_A_REPORT, Assumptions
from assessment.catalogue import Lang, text
from assessment.drawn_house import COLOUR_BY, ColourBy
from assessment.heatmap import columns_of, heat_map
from assessment.heatmap_words import Shown
from assessment.heatmap_words import title as heat_title
from assessment.map_view import map_view
from assessment.map_words import ShownMap, map_title, stands_on
from assessment.report.cells import score_cell, words
from assessment.report.charts import alternative
from assessment.report.marks import marked_above, rating_footnotes
from assessment.report.numbers import percent, rounded
from assessment.report.pictures import HousePicture
from assessment.report.shapes import Cell, ChartSpec, Column, Section, Table
from assessment.report.wording import day, headed, node_heading, sentences
from assessment.robustness import Robustness
from assessment.robustness_words import rank_interval, tie_sentence
from assessment.side_view import FEWEST_UNITS, MOST_UNITS
from assessment.storyline.telling import Telling
from assessment.storyline.waterfall import waterfall

_MOST_NAMED = 3
_MOST_DOTS = 9


def scope_sections(told: Telling) -> tuple[Section, ...]:
    """What was assessed, when, by whom, on what."""
    lang, material, rubric = told.lang, told.material, told.rubric
    rated = material.rated_units
    raters = {rating.rater for rating in told.here.ratings if rating.counts}
    indicators = rubric.indicators
    own = material.ratings.get(material.unit.id, {})
    answered = sum(one.state != "unknown" for one in own.values())
    cited = {item.id for items in material.evidence.values() for item in items}
    figures = {
        "engagement": material.engagement.called(lang),
        "unit": told.unit,
        "wave": f"{material.wave.called(lang)} ({day(material.wave.date, lang)})"
        if lang == "en"
        else f"{material.wave.called(lang)}（{day(material.wave.date, lang)}）",
        "rubric": f"{rubric.title(lang)} {rubric.version}",
        "benchmark": (material.benchmark.title_zh or material.benchmark.title)
        if material.benchmark and lang == "zh"
        else material.benchmark.title
        if material.benchmark
        else "",
    }
    counts = {
        "units": len(rated),
        "raters": len(raters),
        "indicators": len(indicators),
        "answered": answered,
        "evidence": len(cited),
    }
    rows = [(words(text(f"story.scope.{key}", lang)), words(said)) for key, said in figures.items() if said]
    rows += [
        (words(text(f"story.scope.{key}", lang)), Cell(str(count), count, "count"))
        for key, count in counts.items()
    ]
    columns = (
        Column("what", text("story.column.what", lang), width=2),
        Column("value", text("story.column.value", lang), width=5),
    )
    table = Table("scope.facts", text("story.scope.table", lang), columns, tuple(rows))
    said = {"unit": told.unit, "answered": answered, "indicators": len(indicators), "units": len(rated)}
    key = "one" if len(rated) <= 1 else "many"
    title = text(f"story.scope.title.{key}", lang, **said)
    return (Section("scope", "scope", title, tables=(table,), source=told.source),)


def map_sections(told: Telling) -> tuple[Section, ...]:
    """The capability map by level, and by urgency where importance is known."""
    view = map_view(told.store, told.shelf, *told.place)
    found = []
    for by in COLOUR_BY:
        if by == "gap" or (by == "urgency" and not any(s.importance for s in view.standings.values())):
            continue
        found.append(_map(told, ShownMap(view, by, told.unit, told.lang), by))
    return tuple(found)


def _map(told: Telling, shown: ShownMap, by: ColourBy) -> Section:
    house, lang = shown.house, told.lang
    title = map_title(shown, house.boxes)
    counts = {"rubric": told.rubric.title(lang), "count": len(house.boxes), "panels": len(house.panels)}
    said = "; " if lang == "en" else "；"
    alt = (
        text("map.alt", lang, **counts) + " " + said.join(f"{box.label} {box.figure}" for box in house.boxes)
    )
    picture = HousePicture(f"map.{by}", title, alt, house)
    notes = tuple(filter(None, (stands_on(shown, house.boxes),)))
    root = told.rubric.root.id
    return Section(f"map.{by}", "map", title, node=root, notes=notes, source=told.source, pictures=(picture,))


def branches_sections(told: Telling) -> tuple[Section, ...]:
    """Units x nodes, who cannot be told apart, where they differ most; empty below two rated units."""
    if len(told.here.rated.units) < FEWEST_UNITS:
        return ()
    return (_heat(told), *_ties(told), _differences(told))


def _heat(told: Telling) -> Section:
    rubric, here, lang = told.rubric, told.here, told.lang
    found = heat_map(rubric, here.rated)
    nodes = columns_of(rubric, told.tier)
    names = {unit.id: unit.called(lang) for unit in here.tree}
    marked = {unit: marked_above(rubric, ratings) for unit, ratings in here.adopted.items()}
    order = sorted(range(len(found.units)), key=lambda row: (found.rank[row, 0] == 0, found.rank[row, 0]))
    shown = Shown(found, rubric, tuple(order), nodes, names, marked, lang)
    scores = {unit: told.material.scores.get(unit, {}) for unit in found.units}
    columns = (
        Column("unit", text("comparing.column.unit", lang), width=2.2),
        *(Column(f"node.{node}", rubric.name_of(node, lang), "score") for node in nodes),
    )
    rows = tuple(
        (
            words(names[unit]),
            *(
                score_cell(scores[unit][node], rubric.scale, lang, marked=node in marked.get(unit, ()))
                for node in nodes
            ),
        )
        for unit in (found.units[row] for row in order)
    )
    tier = headed(rubric.tier_name(told.tier, lang))
    table = Table(
        "branches.heatmap",
        text("story.heatmap.table", lang, tier=tier),
        columns,
        rows,
        row_ids=tuple(found.units[row] for row in order),
    )
    title = heat_title(shown, told.material.unit.id)
    root = rubric.root.id
    notes = rating_footnotes(told.material, table.row_ids, lang)
    return Section(
        "branches.heatmap", "branches", title, node=root, tables=(table,), notes=notes, source=told.source
    )


def _ties(told: Telling) -> tuple[Section, ...]:
    """The ranking with the interval of each rank under other weights, and who cannot be told apart."""
    ranked = told.ranking.ranked
    if len(ranked.units) < FEWEST_UNITS:
        return ()
    found, lang = told.compared.robust, told.lang
    names = {unit.id: unit.called(lang) for unit in told.here.tree}
    columns = (
        Column("rank", text("robustness.column.rank", lang), "count", 0.7),
        Column("unit", text("comparing.column.unit", lang), width=2.6),
        Column("score", text("report.column.score", lang), "score"),
        Column("interval", text("story.column.interval", lang), width=1.4),
        Column("tied", text("story.column.tied", lang), width=4),
    )
    rows = tuple(_rank_row(told, found, row, names) for row in range(len(ranked.units)))
    assumed = Assumptions(draws=IN_A_REPORT)
    note = text(
        "story.ties.note",
        lang,
        draws=f"{assumed.draws:,}",
        spread=percent(assumed.spread or 0),
        seed=assumed.seed,
    )
    table = Table("branches.ties", text("story.ties.table", lang), columns, rows, (note,), ranked.units)
    groups = [tie_sentence(found, place, lang) for place in range(len(found.tie_groups))]
    key = "none" if not groups else "all" if len(found.tie_groups[0]) == len(ranked.units) else "some"
    clear = len(ranked.units) - len({row for group in found.tie_groups for row in group})
    if key == "none" and len(ranked.units) == FEWEST_UNITS:
        key = "both"
    title = text(f"story.ties.title.{key}", lang, count=len(ranked.units), clear=clear, groups=len(groups))
    lead = sentences(groups[:_MOST_NAMED], lang)
    section = Section("branches.ties", "branches", title, lead, tables=(table,), source=told.source)
    return (section,)


def _rank_row(told: Telling, found: Robustness, row: int, names: dict[str, str]) -> tuple[Cell, ...]:
    ranked, lang = found.ranked, told.lang
    unit, rank = ranked.units[row], int(ranked.nominal[row])
    low, high = rank_interval(found, row)
    others = sorted({other for place in found.groups_of(row) for other in found.tie_groups[place]} - {row})
    comma = "、" if lang == "zh" else ", "
    tied = comma.join(names[ranked.units[other]] for other in others)
    score = float(ranked.overall[row])
    scale = told.rubric.scale
    share = (score - scale.min) / (scale.max - scale.min)
    return (
        Cell(str(rank), rank, "count"),
        words(names[unit]),
        Cell(rounded(score, 2), score, "score", "scored", "", share),
        words(f"{low}–{high}" if low != high else str(low)),
        words(tied or text("story.ties.nobody", lang)),
    )


def _differences(told: Telling) -> Section:
    here, lang = told.here, told.lang
    names = {unit.id: unit for unit in here.tree}
    own = [told.material.unit.id] if told.material.unit.id in here.rated.units else []
    others = here.rated.units
    if len(others) > MOST_UNITS:
        ranked = told.ranking.ranked.units or others
        others = (*ranked[:3], *ranked[-3:])
    units = [*dict.fromkeys([*own, *others])]
    sides = side_view.side_by_side(here, [names[one] for one in units], None, (), lang)
    chart, table = (
        first_of(side_view.dumbbells(sides, told.tier), lang),
        side_view.scores_table(sides, told.tier),
    )
    return Section(
        "branches.differences",
        "branches",
        side_view.headline(sides, told.tier).rstrip(".。"),
        sides.found.scope(lang),
        tables=(table,),
        charts=(chart,) if chart.categories else (),
        notes=rating_footnotes(told.material, units, lang),
        source=told.source,
    )


def first_of(chart: ChartSpec, lang: Lang) -> ChartSpec:
    """The first categories alone: as many as stand side by side with their names."""
    part = slice(0, _MOST_DOTS)
    series = tuple(replace(one, values=one.values[part], labels=one.labels[part]) for one in chart.series)
    names = chart.categories[part]
    ids = chart.category_ids[part]
    return replace(
        chart,
        categories=names,
        category_ids=ids,
        series=series,
        alt=alternative(chart.title, names, series, lang),
    )


def waves_sections(told: Telling) -> tuple[Section, ...]:
    """What the unit's change since the wave before is made of; empty for a first wave."""
    found = told.change
    if found is None or found.rows([found.rubric.root])[0].total is None:
        return ()
    tier = found.rubric.tiers[0]
    charts = (waterfall(found), change_view.slope_chart(found, tier))
    return (
        Section(
            "waves",
            "waves",
            change_view.headline(found).rstrip(".。"),
            node=found.rubric.root.id,
            tables=(change_view.change_table(found, tier),),
            charts=charts,
            notes=(text("change.method", told.lang),),
            source=told.source,
        ),
    )


def indicators_sections(told: Telling) -> tuple[Section, ...]:
    """Every indicator of the unit with score, confidence and what is on record."""
    lang, material, rubric = told.lang, told.material, told.rubric
    marked = marked_above(rubric, material.ratings.get(material.unit.id, {}))
    columns = (
        Column("above", node_heading(material, lang), width=2.4),
        Column("indicator", headed(rubric.tier_name(rubric.tiers[-1], lang)), width=3.4),
        Column("score", text("report.column.score", lang), "score"),
        Column("confidence", text("report.column.confidence", lang)),
        Column("evidence", text("story.column.evidence", lang), "count"),
    )
    rows, ids, scored = [], [], 0
    for node in material.capabilities:
        for leaf in (child for child in node.children if child.is_indicator):
            rating = material.ratings.get(material.unit.id, {}).get(leaf.id)
            result = material.own(leaf.id)
            scored += result.score is not None
            said = (
                text(f"confidence.{rating.confidence}", lang)
                if rating and rating.confidence
                else text("report.not-stated", lang)
            )
            count = len(material.evidence.get((material.unit.id, leaf.id), ()))
            rows.append(
                (
                    words(rubric.name_of(node.id, lang)),
                    words(rubric.name_of(leaf.id, lang)),
                    score_cell(result, rubric.scale, lang, marked=leaf.id in marked),
                    words(said),
                    Cell(str(count), count, "count"),
                )
            )
            ids.append(leaf.id)
    title = text("story.indicators.title", lang, unit=told.unit, scored=scored, total=len(rows))
    name = text("story.indicators.table", lang, unit=told.unit)
    table = Table("indicators.all", name, columns, tuple(rows), row_ids=tuple(ids))
    notes = rating_footnotes(material, [material.unit.id], lang)
    return (Section("indicators", "indicators", title, tables=(table,), notes=notes, source=told.source),)
