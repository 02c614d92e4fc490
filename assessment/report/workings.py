"""What a spreadsheet needs to compute the scores by itself, and the rubric that it computes them by."""

from collections.abc import Sequence
from typing import Final

from assessment.catalogue import Lang, text
from assessment.report.cells import words
from assessment.report.material import Material
from assessment.report.numbers import percent, plain
from assessment.report.shapes import Cell, Column, Table, WorkedNode, Workings
from assessment.report.wording import headed, say
from assessment.rubric import Node, Rubric

_MOST_ROWS: Final = 200_000
"""Of units times nodes; units beyond it keep the scores that the core computed."""


def workings_of(material: Material, lang: Lang) -> Workings:
    """The rubric's tree level by level, with the results of the units with ratings."""
    rubric = material.rubric
    nodes = level_by_level(rubric.root)
    units = material.rated_units[: max(1, _MOST_ROWS // len(nodes))]
    return Workings(
        nodes=_worked(rubric, nodes, lang),
        units=tuple((unit.id, unit.called(lang)) for unit in units),
        figures={
            unit.id: tuple(
                (found.score, found.coverage, found.low, found.high, found.state)
                for found in (material.result(unit.id, node.id) for node in nodes)
            )
            for unit in units
        },
        low=rubric.scale.min,
        high=rubric.scale.max,
        steps=rubric.scale.steps(),
        min_coverage=rubric.min_coverage,
        blank_is_low=rubric.blank_as == "min",
        rubric=rubric_table(rubric, lang),
        levels=_levels(rubric, lang),
        settings=_settings(rubric, lang),
        answers=_answers(rubric, lang),
    )


def level_by_level(root: Node) -> tuple[Node, ...]:
    """All nodes so that siblings are neighbours: the root, its children, theirs."""
    found = [root]
    for node in found:
        found.extend(node.children)
    return tuple(found)


def _worked(rubric: Rubric, nodes: Sequence[Node], lang: Lang) -> tuple[WorkedNode, ...]:
    """The nodes with the place of their first child: in this order every group begins where one ended."""
    worked, first = [], 1
    for node in nodes:
        met_at = rubric.scale.max if node.met_at is None else node.met_at
        worked.append(
            WorkedNode(
                id=node.id,
                name=rubric.name_of(node.id, lang),
                tier=headed(rubric.tier_name(rubric.tier(node.id), lang)),
                rule="" if node.is_indicator else node.rule,
                rule_name="" if node.is_indicator else text(f"workings.rule.{node.rule}", lang),
                weight=node.weight,
                first=first,
                count=len(node.children),
                stage=node.stage or 1,
                met_at=met_at if node.rule == "staged" else None,
            )
        )
        first += len(node.children)
    return tuple(worked)


def rubric_table(rubric: Rubric, lang: Lang) -> Table:
    """Every node with its name in both languages, its weight and its rule."""
    other: Lang = "en" if lang == "zh" else "zh"
    staged = any(node.rule == "staged" for node in rubric.nodes)
    columns = (
        Column("name", text("workings.column.name", lang), width=3),
        Column("other", text("workings.column.other", lang), width=3),
        Column("tier", say("column.tier", lang)),
        Column("weight", text("workings.column.weight", lang), "score"),
        Column("rule", text("workings.column.rule", lang), width=1.5),
        *((Column("stage", text("workings.column.stage", lang), "count"),) if staged else ()),
        Column("id", text("workings.column.id", lang), width=2),
    )
    told = [_told(rubric, node, lang, other) for node in rubric.nodes]
    rows = tuple(tuple(row[column.key] for column in columns) for row in told)
    depths = tuple(len(rubric.path(node.id)) - 1 for node in rubric.nodes)
    ids = tuple(node.id for node in rubric.nodes)
    return Table("rubric.nodes", text("workings.rubric", lang), columns, rows, (), ids, depths)


def _told(rubric: Rubric, node: Node, lang: Lang, other: Lang) -> dict[str, Cell]:
    return {
        "name": words(rubric.name_of(node.id, lang)),
        "other": words(rubric.name_of(node.id, other)),
        "tier": words(headed(rubric.tier_name(rubric.tier(node.id), lang))),
        "weight": Cell(plain(node.weight), node.weight, "score"),
        "rule": words("" if node.is_indicator else text(f"workings.rule.{node.rule}", lang)),
        "stage": Cell(f"{node.stage}", node.stage, "count") if node.stage else words(""),
        "id": words(node.id),
    }


def _levels(rubric: Rubric, lang: Lang) -> Table:
    """The question and what each level looks like, for every indicator."""
    levels = sorted({level for node in rubric.indicators for level in node.descriptors})
    columns = (
        Column("indicator", headed(rubric.tier_name(rubric.tiers[-1], lang)), width=3),
        Column("question", text("workings.column.question", lang), width=4),
        *(
            Column(f"level.{level:g}", text("workings.column.level", lang, level=plain(level)), width=4)
            for level in levels
        ),
    )
    rows = []
    for leaf in rubric.indicators:
        said = rubric.descriptors(leaf.id, lang)
        told = (rubric.name_of(leaf.id, lang), rubric.question(leaf.id, lang))
        rows.append(tuple(words(one) for one in (*told, *(said.get(level, "") for level in levels))))
    ids = tuple(leaf.id for leaf in rubric.indicators)
    return Table("rubric.levels", text("workings.levels", lang), columns, tuple(rows), row_ids=ids)


def _settings(rubric: Rubric, lang: Lang) -> Table:
    """What the roll-up reads beside weights and ratings."""
    columns = (
        Column("setting", text("workings.column.setting", lang), width=3),
        Column("value", say("column.value", lang), "score"),
    )
    found = {
        "low": Cell(plain(rubric.scale.min), rubric.scale.min, "score"),
        "high": Cell(plain(rubric.scale.max), rubric.scale.max, "score"),
        "coverage": Cell(percent(rubric.min_coverage), rubric.min_coverage, "percent"),
    }
    rows = tuple((words(text(f"workings.setting.{key}", lang)), cell) for key, cell in found.items())
    return Table("rubric.settings", text("workings.settings", lang), columns, rows, row_ids=tuple(found))


def _answers(rubric: Rubric, lang: Lang) -> Table:
    """What a cell of the column of scores may hold; the two words last."""
    columns = (
        Column("answer", text("workings.column.answer", lang), "score", 2),
        Column("meaning", say("column.meaning", lang), width=3),
    )
    steps = tuple(
        (Cell(plain(step), step, "score"), words(rubric.level_name(step, lang)))
        for step in rubric.scale.steps()
    )
    states = tuple(
        (
            Cell(text(f"state.{state}", lang), None, "score"),
            words(text(f"workings.answer.{state}", lang)),
        )
        for state in ("na", "unknown")
    )
    return Table("rubric.answers", text("workings.answers", lang), columns, steps + states)
