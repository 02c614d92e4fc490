"""The roadmap: board, Gantt chart, load of the roles, projected scores, the plan as tables; initiatives."""

import math
from collections.abc import Sequence

from assessment.board import Load, load_of
from assessment.board_words import months_said, phase_name, phases_said, plan_table
from assessment.catalogue import text
from assessment.initiatives import Initiative
from assessment.report.charts import alternative, series_of
from assessment.report.numbers import percent, plain, rounded, signed
from assessment.report.pictures import CardFacts, Cards
from assessment.report.shapes import CAPACITY, Cell, ChartSpec, Column, Role, Section, Series, Table
from assessment.report.wording import day, joined
from assessment.roadmap_words import headline, proof
from assessment.storyline.planned import Planned, cost_of, effort_of, planned_of
from assessment.storyline.telling import Telling

_MOST_NAMED = 3
_MOST_LINES = 6
_FULL = 0.995
_BY_THEMSELVES = frozenset({"when", "effort"})
"""Facts of a card that say what they are."""


def initiatives_sections(told: Telling) -> tuple[Section, ...]:
    """A card for every initiative of the plan, else for every one chosen; empty where there is none."""
    planned = planned_of(told)
    chosen = {one.id: one.initiative for one in told.opportunities.picked}
    known = dict(planned.initiatives) if planned else chosen
    if not known:
        return ()
    lang = told.lang
    order = list(planned.numbers) if planned else list(known)
    cards = tuple(_card(told, planned, known[one]) for one in order)
    low, high = cost_of(known.values())
    tracks = {one.track for one in known.values()}
    said = {
        "count": len(known),
        "effort": months_said(effort_of(known.values()), lang),
        "operational": sum(one.track == "operational" for one in known.values()),
        "analytical": sum(one.track == "analytical" for one in known.values()),
    }
    title = text(f"story.initiatives.title.{'both' if len(tracks) > 1 else 'one'}", lang, **said)
    lead = text("story.initiatives.cost", lang, low=f"{low:,.0f}", high=f"{high:,.0f}") if high else ""
    judged = any(one.judged for one in known.values())
    notes = (text("story.initiatives.judged", lang),) if judged else ()
    name = text("story.initiatives.cards", lang, unit=told.unit)
    comma = "；" if lang == "zh" else "; "
    alt = f"{name}{'：' if lang == 'zh' else ': '}{comma.join(card.head for card in cards)}"
    picture = Cards("initiatives.cards", name, alt, cards)
    return (
        Section(
            "initiatives", "initiatives", title, lead, notes=notes, source=told.source, pictures=(picture,)
        ),
    )


def _card(told: Telling, planned: Planned | None, one: Initiative) -> CardFacts:
    lang = told.lang
    library = told.opportunities.library
    roles = {role.id: role.called(lang) for role in (library.roles if library else ())}
    lifts = [
        text("story.card.lift", lang, node=told.named(lift.node), levels=signed(lift.levels))
        for lift in one.lifts
        if lift.node in told.rubric
    ]
    facts: dict[str, str] = {}
    if planned:
        placed = planned.drawn.by_id[one.id]
        facts["when"] = phases_said(placed.start, placed.end, lang)
    facts["effort"] = months_said(one.total_effort, lang)
    if one.cost[1]:
        facts["cost"] = f"{one.cost[0]:,.0f}–{one.cost[1]:,.0f}"
    if one.owner:
        facts["owner"] = roles.get(one.owner, one.owner)
    facts["risk"] = text(f"initiative.risk.{one.risk}", lang)
    comma = "，" if lang == "zh" else ", "
    if lifts:
        facts["lifts"] = comma.join(lifts)
    if one.predecessors and planned:
        facts["after"] = comma.join(_numbered(planned, name) for name in one.predecessors)
    number = f"{planned.numbers[one.id]} " if planned else ""
    head = number + (planned.drawn.named(one.id) if planned else one.called(lang))
    shown = tuple(
        ("" if key in _BY_THEMSELVES else text(f"story.card.{key}", lang), said)
        for key, said in facts.items()
    )
    track = text(f"roadmap.track.{one.track}", lang)
    return CardFacts(one.id, head, one.track, track, one.described(lang), shown)


def _numbered(planned: Planned, initiative: str) -> str:
    number = planned.numbers.get(initiative)
    return f"{number} {planned.drawn.named(initiative)}" if number else planned.drawn.named(initiative)


def roadmap_sections(told: Telling) -> tuple[Section, ...]:
    """Board, Gantt chart, load and projected scores of the plan; empty where none is kept."""
    planned = planned_of(told)
    if planned is None:
        return ()
    return (_board(planned), _gantt(planned), *_load(planned), *_scores(planned), _tables(planned))


def _plan_notes(planned: Planned) -> tuple[str, ...]:
    kept, lang = planned.kept, planned.lang
    key = "adopted" if planned.told.adopted else "kept"
    made = text(f"story.plan.{key}", lang, name=kept.name, seed=kept.seed)
    if planned.earlier:
        return made, text("story.plan.earlier", lang)
    if not planned.current:
        return made, text("story.plan.stale", lang)
    return tuple(filter(None, (made, proof(kept.plan, lang))))


def _section(planned: Planned, name: str, title: str, **parts: object) -> Section:
    told = planned.told
    notes = _plan_notes(planned)
    return Section(f"roadmap.{name}", "roadmap", title, notes=notes, source=told.source, **parts)  # type: ignore[arg-type]  # parts of a section


def _board(planned: Planned) -> Section:
    plan, lang = planned.kept.plan, planned.lang
    finding = headline(plan, planned.kept.settings.phases, lang).rstrip(".。")
    stale = not planned.current and not planned.earlier
    title = text("roadmap.head.stale", lang) if stale else finding
    picture = planned.board(text("story.board", lang, unit=planned.told.unit))
    first = [planned.drawn.named(one.id) for one in planned.of_phase(1)[:_MOST_NAMED]]
    more = len(planned.of_phase(1)) - len(first)
    key = "more" if more > 0 else "all"
    names = ("、" if lang == "zh" else ", ").join(first)
    lead = text(f"story.board.first.{key}", lang, names=names, count=more) if first else ""
    if stale:
        lead = text("roadmap.stale.figures", lang, finding=finding)
    return _section(planned, "board", title, lead=lead, pictures=(picture,))


def _gantt(planned: Planned) -> Section:
    lang, found = planned.lang, planned.drawn.gantt
    waits: dict[str, int] = {}
    for link in found.links:
        waits[link.before] = waits.get(link.before, 0) + 1
    last = max((bar.last for bar in found.bars), default=None)
    said = {"count": len(found.bars), "links": len(found.links), "last": day(last, lang) if last else ""}
    key = "free"
    if waits:
        opens = max(waits, key=lambda one: (waits[one], one))
        key = "waits" if waits[opens] > 1 else "waits-one"
        said |= {"opens": planned.drawn.named(opens), "others": waits[opens]}
    title = text(f"story.gantt.title.{key}", lang, **said)
    picture = planned.gantt(
        text("story.gantt", lang, unit=planned.told.unit), text("roadmap.column.initiative", lang)
    )
    return _section(planned, "gantt", title, pictures=(picture,))


def _load(planned: Planned) -> tuple[Section, ...]:
    """A chart per role: person-months by track and phase against what is there."""
    lang, found = planned.lang, planned.drawn.loads
    if not found:
        return ()
    charts = tuple(_load_chart(planned, role) for role in planned.drawn.roles)
    most = busiest(planned)
    if most is None:
        title = text("story.load.title.free", lang, count=len(planned.drawn.roles))
    else:
        key = "over" if most.over else "full" if (most.share or 0) >= _FULL else "room"
        share = text("roadmap.no-capacity", lang) if most.share == math.inf else percent(most.share or 0.0)
        said = {"role": planned.drawn.role(most.role), "share": share}
        said["phase"] = phase_name(most.phase, lang)
        title = text(f"story.load.title.{key}", lang, **said)
    return (_section(planned, "load", title, charts=charts),)


def _load_chart(planned: Planned, role: str) -> ChartSpec:
    drawn, lang = planned.drawn, planned.lang
    loads = [one for one in drawn.loads if one.role == role]
    names = tuple(str(one.phase) for one in loads)
    series = [
        _track_series(planned, track, role, [one.phase for one in loads], "unit" if place == 0 else "second")
        for place, track in enumerate(drawn.tracks)
    ]
    series = [one for one in series if any(one.values)]
    if any(one.capacity is not None for one in loads):
        cells = [Cell(rounded(one.capacity or 0.0), one.capacity, "score") for one in loads]
        series.append(series_of(text("story.load.capacity", lang), "best", cells, CAPACITY))
    title = text("story.load.role", lang, role=drawn.role(role))
    top = max([1.0, *(max(one.load, one.capacity or 0.0) for one in loads)])
    return ChartSpec(
        id=f"roadmap.load.{role}",
        kind="load",
        title=title,
        alt=alternative(title, names, series, lang),
        categories=names,
        category_ids=tuple(str(one.phase) for one in loads),
        series=tuple(series),
        axis_min=0.0,
        axis_max=_round_top(top),
        axis_title=text("story.load.axis", lang),
    )


def _round_top(top: float) -> float:
    """The next of 1, 2, 4, 6, 8, 10, 20 ... at or above it."""
    step = 10.0 ** math.floor(math.log10(top))
    return next(step * k for k in (1, 2, 4, 6, 8, 10) if step * k >= top - 1e-9)


def _track_series(planned: Planned, track: str, role: str, phases: Sequence[int], drawn_as: Role) -> Series:
    placed = [one for one in planned.drawn.placed if one.track == track]
    values = [load_of(placed, role, phase) for phase in phases]
    cells = [Cell(rounded(value) if value else "", value, "score") for value in values]
    return series_of(planned.drawn.track(track), drawn_as, cells, track)


def _scores(planned: Planned) -> tuple[Section, ...]:
    """The projected score of the whole and its parts, now and after each phase."""
    told, lang, rubric = planned.told, planned.lang, planned.told.rubric
    root = rubric.root
    wanted = [root, *[node for node in root.children if not node.is_indicator][:_MOST_LINES]]
    by_node = {node.id: [one for one in planned.promises if one.node == node.id] for node in wanted}
    there = [node for node in wanted if any(one.score is not None for one in by_node[node.id])]
    if not there:
        return ()
    phases = sorted({one.phase for one in planned.promises})
    names = tuple(phase_name(phase, lang) if phase else text("story.scores.now", lang) for phase in phases)
    series = tuple(_score_line(planned, node.id, phases, place) for place, node in enumerate(there))
    title = text("story.scores", lang, unit=told.unit)
    chart = ChartSpec(
        id="roadmap.scores",
        kind="slope",
        title=title,
        alt=alternative(title, names, series, lang),
        categories=names,
        category_ids=tuple(str(phase) for phase in phases),
        series=series,
        axis_min=rubric.scale.min,
        axis_max=rubric.scale.max,
        axis_title=text("report.axis.level", lang, low=plain(rubric.scale.min), high=plain(rubric.scale.max)),
    )
    return (
        _section(
            planned,
            "scores",
            _scores_title(planned, series[0]),
            charts=(chart,),
            tables=(_score_table(planned, there),),
        ),
    )


def _score_line(planned: Planned, node: str, phases: Sequence[int], place: int) -> Series:
    found = {one.phase: one.score for one in planned.promises if one.node == node}
    cells = [_level(found.get(phase), planned) for phase in phases]
    role: Role = "unit" if place == 0 else "peer"
    return series_of(planned.told.named(node), role, cells, node)


def _level(value: float | None, planned: Planned) -> Cell:
    if value is None:
        return Cell(text("state.no-data", planned.lang), None, "score", "no-data")
    scale = planned.told.rubric.scale
    return Cell(rounded(value), value, "score", "scored", "", (value - scale.min) / (scale.max - scale.min))


def projected_title(planned: Planned) -> str:
    """Where the plan takes the unit as a whole; empty where it has no score to start from."""
    phases = sorted({one.phase for one in planned.promises})
    whole = _score_line(planned, planned.told.rubric.root.id, phases, 0)
    return _scores_title(planned, whole) if any(value is not None for value in whole.values) else ""


def _scores_title(planned: Planned, whole: Series) -> str:
    lang, values = planned.lang, [value for value in whole.values if value is not None]
    said = {"unit": planned.told.unit, "node": whole.name, "phases": len(whole.values) - 1}
    if not values:
        return text("story.scores.title.parts", lang, **said)
    said |= {
        "before": rounded(values[0]),
        "after": rounded(values[-1]),
        "gain": signed(values[-1] - values[0]),
    }
    return text("story.scores.title", lang, **said)


def _score_table(planned: Planned, nodes: Sequence[object]) -> Table:
    """Now, at the end, and the range if initiatives lift less or more."""
    lang, last = planned.lang, max(one.phase for one in planned.promises)
    found = {(one.node, one.phase): one for one in planned.promises}
    columns = (
        Column("node", text("comparing.column.node", lang), width=3),
        Column("now", text("story.scores.now", lang), "score"),
        Column("then", text("story.scores.end", lang), "score"),
        Column("gain", text("story.scores.gain", lang), "difference"),
        Column("low", text("story.scores.low", lang), "score"),
        Column("high", text("story.scores.high", lang), "score"),
    )
    rows = []
    for node in nodes:
        name = node.id  # type: ignore[attr-defined]  # a node
        before, after = found[name, 0], found[name, last]
        gain = None if before.score is None or after.score is None else after.score - before.score
        rows.append(
            (
                Cell(planned.told.named(name)),
                _level(before.score, planned),
                _level(after.score, planned),
                Cell("–" if gain is None else signed(gain), gain, "difference"),
                _level(after.low, planned),
                _level(after.high, planned),
            )
        )
    notes = (text("story.scores.note", lang),)
    return Table("roadmap.projected", text("story.scores.table", lang), columns, tuple(rows), notes)


def _tables(planned: Planned) -> Section:
    """The plan, its load, and what is left out, as tables."""
    lang, plan = planned.lang, planned.kept.plan
    effort = months_said(effort_of(planned.initiatives.values()), lang)
    title = text("story.plan.title", lang, name=planned.kept.name, effort=effort)
    left = (_left_out(planned),) if plan.left_out else ()
    tables = (plan_table(planned.drawn, {}), _load_table(planned), *left)
    return _section(planned, "tables", title, tables=tables)


def _load_table(planned: Planned) -> Table:
    """A row per role, a column per phase: person-months asked and there."""
    lang, drawn = planned.lang, planned.drawn
    columns = (
        Column("role", text("roadmap.column.role", lang), width=2.2),
        *(Column(f"phase-{k}", phase_name(k, lang), "score") for k in range(1, len(drawn.dates) + 1)),
    )
    rows = tuple(
        (Cell(drawn.role(role)), *(_asked_of(one) for one in drawn.loads if one.role == role))
        for role in drawn.roles
    )
    return Table("roadmap.load", text("story.load.table", lang), columns, rows)


def _asked_of(one: Load) -> Cell:
    said = rounded(one.load) if one.capacity is None else f"{rounded(one.load)} / {rounded(one.capacity)}"
    return Cell(said, one.load, "score", "scored")


def _left_out(planned: Planned) -> Table:
    lang = planned.lang
    columns = (
        Column("initiative", text("roadmap.column.initiative", lang), width=2),
        Column("why", text("story.column.because", lang), width=5),
    )
    out = planned.kept.plan.left_out
    rows = tuple((Cell(planned.drawn.named(one.task)), Cell(one.why.sentence(lang))) for one in out)
    title = text("story.left-out.table", lang)
    return Table("roadmap.left-out", title, columns, rows, row_ids=tuple(one.task for one in out))


def busiest(planned: Planned) -> Load | None:
    """The role and phase with the highest use of what is there; None where no role has a limit."""
    used = [one for one in planned.drawn.loads if one.share]
    return max(used, key=lambda one: (one.share or 0.0, -one.phase), default=None)


def named_some(planned: Planned, initiatives: Sequence[str], lang: str) -> str:
    """A few names as a list, the others counted."""
    first = [planned.drawn.named(one) for one in initiatives[:_MOST_NAMED]]
    more = len(initiatives) - len(first)
    listed = joined(first, planned.lang) if not more else ("、" if lang == "zh" else ", ").join(first)
    return text("initiative.more", planned.lang, names=listed, count=more) if more > 0 else listed
