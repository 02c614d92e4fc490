"""A rubric as the sheets of a workbook: which sheets, columns and rows there are, and what stands in them.

Sheet `rubric` has a row for every setting, level, grade and tier; `nodes` a row for every node, in the order
of the tree; `descriptors` and `evidence` a row for every node that has some, with a column for every level or
item. A text and its translations stand side by side, or at the same place of a second sheet.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.rubric import Node, Rubric, Scale

Cell = str | float | bool | dt.time | dt.date | dt.timedelta | None
Row = Sequence[Cell]

KINDS: Final = ("rubric", "nodes", "descriptors", "evidence")
WIDE: Final = ("descriptors", "evidence")
"""Sheets with a numbered column for every level or item, and a sheet of their own for each translation."""
SETTINGS: Final = ("id", "version", "name", "source", "min", "max", "step", "min_coverage", "blank_as")
LISTS: Final = ("level", "importance", "tier", "band")
ITEMS: Final = (*SETTINGS, *LISTS)
"""What a row of the sheet `rubric` can be about; those of `LISTS` may have several."""
FIELDS: Final = {
    "rubric": ("item", "value", "text", "hint"),
    "nodes": (*("id", "parent", "name", "weight", "rule", "met_at", "stage", "complexity", "question"),),
    "descriptors": ("id", "name"),
    "evidence": ("id", "name"),
}
TRANSLATED: Final = {"rubric": ("text",), "nodes": ("name", "question"), "descriptors": (), "evidence": ()}
_MARKED: Final = re.compile(r"(.*?)\s*[(（]\s*([^()（）]+?)\s*[)）]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet and its cells from A1 on.

    Attributes:
        name: as the file says.
        rows: the first one holds the headings.
        computed: cells (`F7`) with a `formula` or an `error-value`.
        merged: ranges of merged cells (`A2:A4`).
    """

    name: str
    rows: Sequence[Row]
    computed: Mapping[str, str] = field(default_factory=dict)
    merged: tuple[str, ...] = ()


def marked(label: str, language: str, lang: Lang) -> str:
    """A label of a translation, such as `Name (Chinese)`; without a language the label itself."""
    if not language:
        return label
    name = text("sheet.language.zh", lang) if language == "zh" else language
    return f"{label}（{name}）" if lang == "zh" else f"{label} ({name})"


def unmarked(label: str) -> tuple[str, str]:
    """A label without its language, and the language; the inverse of `marked`."""
    found = _MARKED.fullmatch(label.strip())
    if found is None:
        return label.strip(), ""
    chinese = {text("sheet.language.zh", lang).casefold() for lang in LANGUAGES}
    return found[1], "zh" if found[2].casefold() in chinese else found[2]


def meaning(label: str, area: str, names: Iterable[str]) -> str:
    """Which of the names a label in any language stands for; empty for none of them."""
    said = label.strip().casefold()
    known = {text(f"{area}.{name}", lang).casefold(): name for lang in LANGUAGES for name in names}
    return known.get(said, "")


def sheet_name(kind: str, language: str, lang: Lang) -> str:
    """What a sheet is called."""
    return marked(text(f"sheet.{kind}", lang), language, lang)


def columns_of(kind: str, languages: Sequence[str], lang: Lang) -> list[str]:
    """The headings that every sheet of this kind has, translations right beside their texts."""
    return [
        marked(text(f"sheet.column.{name}", lang), language, lang)
        for name in FIELDS[kind]
        for language in ("", *(languages if name in TRANSLATED[kind] else ()))
    ]


def rubric_sheets(rubric: Rubric, lang: Lang) -> list[Sheet]:
    """Everything that a rubric says, as sheets with headings in a language.

    Args:
        rubric: with its translations; its Chinese has columns also where there is none yet.
        lang: of the headings, and of the names of the sheets.
    """
    languages = tuple(dict.fromkeys(("zh", *rubric.translations)))
    nodes = [node for top in rubric.tree for node in top.walk()]
    plain = {"rubric": _rubric_rows(rubric, languages, lang), "nodes": _node_rows(rubric, languages)}
    sheets = []
    for kind, told in plain.items():
        titles: list[Cell] = [*columns_of(kind, languages, lang)]
        sheets.append(Sheet(sheet_name(kind, "", lang), [titles, *told]))
    for kind in WIDE:
        for language in ("", *languages):
            heads, rows = _wide(rubric, nodes, kind, language)
            titles = [*columns_of(kind, (), lang), *heads]
            sheets.append(Sheet(sheet_name(kind, language, lang), [titles, *rows]))
    return sheets


def template_sheets(lang: Lang) -> list[Sheet]:
    """The sheets of a rubric that is still to be written, with a scale, tiers and grades to begin with."""
    levels = {float(level): text(f"sheet.level.{level}", lang) for level in range(4)}
    tiers = (text("sheet.tier.area", lang), text("sheet.tier.indicator", lang))
    scale = Scale(min=0, max=3, step=1, levels=levels)
    start = Rubric(id="x", version="1", name="x", scale=scale, tiers=tiers, tree=(Node(id="x", name="x"),))
    settings, nodes, *wide = rubric_sheets(start, lang)
    blank = [
        [row[0], None, None, *row[3:]] if row[1] == "x" or row[2] == "x" else row for row in settings.rows
    ]
    return [replace(settings, rows=blank), *(replace(one, rows=one.rows[:1]) for one in (nodes, *wide))]


def _rubric_rows(rubric: Rubric, languages: Sequence[str], lang: Lang) -> list[list[Cell]]:
    scale, source = rubric.scale, rubric.source
    day = source.date.isoformat() if source and source.date else None
    step = text("sheet.any", lang) if scale.step is None else scale.step
    rows: list[tuple[str, Cell, str, str]] = [
        ("id", rubric.id, "", ""),
        ("version", rubric.version, "", ""),
        ("name", None, rubric.name, "name"),
        ("source", day, source.title if source else "", "source.title"),
        ("min", scale.min, "", ""),
        ("max", scale.max, "", ""),
        ("step", step, "", ""),
        ("min_coverage", rubric.min_coverage, "", ""),
        ("blank_as", rubric.blank_as, "", ""),
        *(("level", level, name, f"scale.levels.{level:g}") for level, name in scale.levels.items()),
        *(("importance", share, grade, f"importance.{grade}") for grade, share in rubric.importance.items()),
        *(("tier", None, tier, f"tiers.{tier}") for tier in rubric.tiers),
        *(("band", ", ".join(band.nodes), band.name, f"house.{k}") for k, band in enumerate(rubric.house)),
    ]
    told: list[list[Cell]] = []
    for number, (item, value, said, path) in enumerate(rows):
        hint = text(f"sheet.hint.{item}", lang) if item not in [row[0] for row in rows[:number]] else None
        others = _translations(rubric, path, languages)
        told.append([text(f"sheet.item.{item}", lang), value, said or None, *others, hint])
    return told


def _translations(rubric: Rubric, path: str, languages: Sequence[str]) -> list[str | None]:
    return [rubric.translations.get(language, {}).get(path) for language in languages]


def _node_rows(rubric: Rubric, languages: Sequence[str]) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    above: dict[str, str] = {
        child.id: node.id for top in rubric.tree for node in top.walk() for child in node.children
    }
    for node in (node for top in rubric.tree for node in top.walk()):
        rule = None if node.rule == "mean" else node.rule
        names = _translations(rubric, f"{node.id}.name", languages)
        questions = _translations(rubric, f"{node.id}.question", languages)
        plain: list[Cell] = [
            node.weight,
            rule,
            node.met_at,
            node.stage,
            node.complexity,
            node.question or None,
        ]
        rows.append([node.id, above.get(node.id), node.name, *names, *plain, *questions])
    return rows


def _wide(
    rubric: Rubric, nodes: Sequence[Node], kind: str, language: str
) -> tuple[list[float], list[list[Cell]]]:
    """The numbered headings, and a row of texts for every node that has some; all indicators have a row."""
    shown = [node for node in nodes if node.is_indicator or (kind == "evidence" and node.evidence)]
    texts = {node.id: _numbered(node, kind) for node in shown}
    heads = _joined_order(
        [*([list(rubric.scale.levels)] if kind == "descriptors" else [[1, 2, 3]]), *map(list, texts.values())]
    )
    rows: list[list[Cell]] = []
    for node in shown:
        name = rubric.translated(f"{node.id}.name", node.name, language)
        row: list[Cell] = [node.id, name]
        left = list(texts[node.id])
        for head in heads:
            cell = None
            if left and left[0] == head:
                left.pop(0)
                position = head if kind == "descriptors" else head - 1
                path = f"{node.id}.{kind}.{position:g}"
                cell = rubric.translations.get(language, {}).get(path) if language else texts[node.id][head]
            row.append(cell)
        rows.append(row)
    return heads, rows


def _numbered(node: Node, kind: str) -> Mapping[float, str]:
    return node.descriptors if kind == "descriptors" else dict(enumerate(node.evidence, 1))


def _joined_order(orders: Iterable[Sequence[float]]) -> list[float]:
    """Columns in which every row finds its numbers from left to right, whatever order it has them in."""
    columns: list[float] = []
    for order in orders:
        start = 0
        for number in order:
            if number in columns[start:]:
                start = columns.index(number, start) + 1
            else:
                columns.insert(start, number)
                start += 1
    return columns
