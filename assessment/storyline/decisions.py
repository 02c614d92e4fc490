"""From causes to what has to be decided: the diagnosis as a flow, and the decisions asked."""

import math

from assessment.board_words import dates_said, months_said, phase_name
from assessment.catalogue import text
from assessment.initiative_chain import ChainRow, stakes_of
from assessment.priorities import PRESSING
from assessment.report.cells import words
from assessment.report.numbers import percent, rounded
from assessment.report.shapes import Cell, Column, Section, Table
from assessment.storyline.planned import Planned, cost_of, effort_of, planned_of
from assessment.storyline.roadmap import busiest, named_some
from assessment.storyline.telling import Telling
from assessment.suggesting_words import Speaker

_MOST = 3


def diagnosis_sections(told: Telling) -> tuple[Section, ...]:
    """Problems, the cause behind them, the theme that solves it; empty where nothing is linked."""
    here = told.opportunities
    if here.diagnosis is None or not here.chain:
        return ()
    lang, known = told.lang, {one.id: one.called(told.lang) for one in here.initiatives}
    speaker = Speaker(told.rubric, known, lang)
    columns = (
        Column("problem", text("chain.problem", lang), width=2.6),
        Column("cause", text("story.column.cause", lang), width=2.4),
        Column("shows", text("story.column.shows", lang), width=3),
        Column("theme", text("story.column.theme", lang), width=2),
        Column("initiative", text("story.column.answer", lang), width=2.8),
        Column("stake", text("story.column.stake", lang), "score", 0.9),
    )
    rows = tuple(_chain_row(told, speaker, row) for row in here.chain)
    stakes = stakes_of(here.chain)
    top = max(stakes, key=lambda theme: (stakes[theme], theme))
    theme = here.diagnosis.links.themes.get(top)
    total = math.fsum(stakes.values())
    problems = {problem for row in here.chain for problem in row.problems}
    said = {"causes": len(here.chain), "problems": len(problems)}
    key = "plain"
    if theme is not None and total > 0:
        key = "theme"
        said |= {"theme": theme.called(lang), "share": percent(stakes[top] / total)}  # type: ignore[dict-item]
    if not problems:
        key += ".alone"
    elif len(problems) == 1:
        key += ".one"
    title = text(f"story.diagnosis.title.{key}", lang, **said)
    table = Table(
        "diagnosis.chain", text("chain.table", lang), columns, rows, (text("story.stake.note", lang),)
    )
    return (Section("diagnosis", "diagnosis", title, tables=(table,), source=told.source),)


def _chain_row(told: Telling, speaker: Speaker, row: ChainRow) -> tuple[Cell, ...]:
    here, lang = told.opportunities.diagnosis, told.lang
    if here is None:
        raise ValueError("a chain rests on a diagnosis")
    theme = here.links.themes.get(row.theme)
    problems = [here.diagnosis.name_of(node, lang) for node in row.problems]
    return (
        words(speaker.shortened(problems) or text("chain.itself", lang)),
        words(here.diagnosis.name_of(row.cause, lang)),
        words(_some([speaker.urgent(one) for one in row.nodes], speaker) or text("chain.no-nodes", lang)),
        words(theme.called(lang) if theme else text("chain.no-theme", lang)),
        words(
            _some(speaker.called(one.initiative for one in row.answers), speaker)
            or text("chain.no-answers", lang)
        ),
        Cell(rounded(row.weight), row.weight, "score"),
    )


def _some(names: list[str], speaker: Speaker) -> str:
    if len(names) <= _MOST:
        return speaker.listed(names)
    listed = speaker.listed(names[:_MOST])
    return text("initiative.more", speaker.lang, names=listed, count=len(names) - _MOST)


def decisions_sections(told: Telling) -> tuple[Section, ...]:
    """What the reader is asked to decide, as it follows from plan, priorities and diagnosis."""
    planned = planned_of(told)
    asked = [*(_of_plan(planned) if planned else _without_plan(told)), *_open_problems(told)]
    if not asked:
        return ()
    lang = told.lang
    columns = (
        Column("number", text("story.column.number", lang), "count", 0.5),
        Column("decision", text("story.column.decision", lang), width=4),
        Column("because", text("story.column.because", lang), width=5),
    )
    rows = tuple(
        (Cell(str(place), place, "count"), words(decision), words(because))
        for place, (decision, because) in enumerate(asked, start=1)
    )
    title = text(
        "story.decisions.title.one" if len(asked) == 1 else "story.decisions.title", lang, count=len(asked)
    )
    table = Table("decisions.asked", text("story.decisions.table", lang), columns, rows)
    return (Section("decisions", "decisions", title, tables=(table,), source=told.source),)


def _asked(told: Telling, key: str, **said: object) -> tuple[str, str]:
    return text(f"story.ask.{key}", told.lang, **said), text(f"story.ask.{key}.why", told.lang, **said)


def _of_plan(planned: Planned) -> list[tuple[str, str]]:
    told, plan, lang = planned.told, planned.kept.plan, planned.lang
    known = planned.initiatives.values()
    low, high = cost_of(known)
    asked = [
        _asked(
            told,
            "run" if told.adopted else "adopt" if planned.current else "renew",
            name=planned.kept.name,
            count=len(known),
            phases=planned.kept.settings.phases,
            effort=months_said(effort_of(known), lang),
        )
    ]
    first = planned.of_phase(1)
    if first:
        names = named_some(planned, [one.id for one in first], lang)
        dates = dates_said(planned.drawn.dates[0], lang)
        opened = {one.id for one in first}
        waiting = sum(not opened.isdisjoint(one.after) for one in planned.drawn.placed)
        key = "start" if waiting else "start-free"
        asked.append(_asked(told, key, names=names, count=len(first), dates=dates, waiting=waiting))
    load = busiest(planned)
    if load is not None:
        said = {"role": planned.drawn.role(load.role), "phase": phase_name(load.phase, lang)}
        said |= {"load": months_said(load.load, lang)}
        if load.capacity:
            asked.append(_asked(told, "staff", **said, share=percent(load.share or 0.0)))
        else:
            asked.append(_asked(told, "staff-none", **said))
    if high:
        asked.append(_asked(told, "money", low=f"{low:,.0f}", high=f"{high:,.0f}", count=len(known)))
    if plan.left_out:
        names = named_some(planned, [one.task for one in plan.left_out], lang)
        asked.append(_asked(told, "left-out", count=len(plan.left_out), names=names))
    return asked


def _without_plan(told: Telling) -> list[tuple[str, str]]:
    found = [one for one in told.prioritised.found if one.standing in PRESSING]
    if not found:
        return []
    comma = "、" if told.lang == "zh" else ", "
    names = comma.join(told.named(one.node) for one in found[:_MOST])
    said = {"names": names, "count": len(found), "tier": told.rubric.tier_name(told.tier, told.lang)}
    return [_asked(told, "first", **said), _asked(told, "plan", **said)]


def _open_problems(told: Telling) -> list[tuple[str, str]]:
    here = told.opportunities.diagnosis
    if here is None:
        return []
    waiting = [one for one in here.found.proposals if here.standing(one.node) == "open"]
    if not waiting:
        return []
    comma = "、" if told.lang == "zh" else ", "
    names = comma.join(here.diagnosis.name_of(one.node, told.lang) for one in waiting[:_MOST])
    return [_asked(told, "problems", count=len(waiting), names=names)]
