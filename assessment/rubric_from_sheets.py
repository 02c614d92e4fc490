"""From the sheets of a workbook to a checked rubric: every problem with its sheet and cell."""

import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import yaml

from assessment.catalogue import text
from assessment.errors import Problem
from assessment.rubric import Rubric
from assessment.rubric_parsing import parse_rubric, parse_translation
from assessment.rubric_sheets import ITEMS, LISTS, WIDE, Cell, Row, Sheet, meaning, unmarked
from assessment.sheet_tables import Table, number_in, same_columns, unknown_id, words_in
from assessment.yaml_source import capped, shortened

_DEEPEST: Final = 25
_NUMBERS: Final = ("weight", "met_at", "stage")
_IN_A_SHEET: Final = {
    "rubric-missing-field": "sheet-empty",
    "rubric-not-number": "sheet-not-number",
    "rubric-level-not-number": "sheet-level-unread",
    "rubric-version-text": "sheet-version",
    "rubric-duplicate-id": "sheet-same-id",
    "rubric-similar-id": "sheet-similar-id",
    "rubric-scale-step": "sheet-step",
    "rubric-rule-unused": "sheet-unused",
    "rubric-too-deep": "sheet-too-deep",
    "translation-missing": "sheet-translation-missing",
    "translation-unknown-path": "sheet-translation-unused",
}
"""Problems whose sentence would speak of lines and keys -> the same in words of a sheet."""


@dataclass(frozen=True, slots=True)
class RubricFiles:
    """A rubric with the files that hold it.

    Attributes:
        rubric: with its translations.
        files: name (`rubric.yaml`, `i18n/zh.yaml`) -> its content.
    """

    rubric: Rubric
    files: Mapping[str, str]


@dataclass
class _Reading:
    """What was understood so far, and where everything stands."""

    source: str
    data: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    text_cells: dict[tuple[str, str], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    def translate(self, table: Table, row: int, cells: Row, name: str, path: str) -> None:
        """Take the translations of a field of a row."""
        for language in table.languages(name):
            self.text_cells[language, path] = table.at(row, name, language)
            said = words_in(table.cell(cells, name, language))
            if said:
                self.texts.setdefault(language, {})[path] = said


def read_rubric_sheets(sheets: Sequence[Sheet], source: str) -> tuple[RubricFiles | None, list[Problem]]:
    """The rubric that the sheets of a workbook describe, and everything that is wrong with it, in one pass.

    Args:
        sheets: in any order; those that are none of a rubric's are left alone.
        source: the file as the person named it.

    Returns:
        The rubric with its files, None where there is an error; the problems, whose key is sheet and cell.
    """
    tables = _tables(sheets, source)
    reading = _Reading(source)
    for kind in ("rubric", "nodes"):
        if (kind, "") not in tables:
            name = text(f"sheet.{kind}", "en")
            reading.problems.append(Problem("sheet-missing", source, key=name, found=name))
    if reading.problems:
        return None, reading.problems
    _read_settings(tables["rubric", ""], reading)
    _read_nodes(tables["nodes", ""], reading)
    for (kind, language), table in tables.items():
        if kind in WIDE and not language:
            _read_wide(table, [other for key, other in tables.items() if key[0] == kind and key[1]], reading)
    for table in tables.values():
        reading.problems += table.problems
    rubric, files = _parsed(reading)
    problems = capped(list(dict.fromkeys(reading.problems)), source)
    errors = any(problem.severity == "error" for problem in problems)
    return (None if errors or rubric is None else RubricFiles(rubric, files)), problems


def _tables(sheets: Iterable[Sheet], source: str) -> dict[tuple[str, str], Table]:
    found: dict[tuple[str, str], Table] = {}
    for sheet in sheets:
        label, language = unmarked(sheet.name)
        kind = meaning(label, "sheet", ("rubric", "nodes", *WIDE))
        if kind and (not language or kind in WIDE):
            found.setdefault((kind, language), Table(kind, language, sheet, source))
    return found


def _read_settings(table: Table, reading: _Reading) -> None:
    scale: dict[str, Any] = {}
    data = reading.data
    data.update({"id": None, "version": None, "name": None, "source": {}, "scale": scale, "importance": {}})
    data["tiers"], scale["levels"] = [], {}
    seen: set[str] = set()
    for row, cells in table.rows():
        said = words_in(table.cell(cells, "item"))
        item = meaning(said, "sheet.item", ITEMS)
        if not item:
            known = ", ".join(text(f"sheet.item.{name}", "en") for name in ITEMS)
            table.note("sheet-item", row, table.column("item"), found=said, allowed=known)
        elif item in seen and item not in LISTS:
            table.note("sheet-item-twice", row, table.column("item"), found=said)
        else:
            seen.add(item)
            _read_setting(table, reading, row, cells, item)
    for name in ("id", "version", "name", "source", "importance"):
        reading.cells.setdefault(name, table.place(0, 0))
        if not data[name]:
            del data[name]


def _read_setting(table: Table, reading: _Reading, row: int, cells: Row, item: str) -> None:
    data, scale = reading.data, reading.data["scale"]
    value, said = table.cell(cells, "value"), words_in(table.cell(cells, "text"))
    at_value, at_text = table.at(row, "value"), table.at(row, "text")
    path = ""
    if item in LISTS:
        path = _read_listed(reading, item, value, said, (at_value, at_text))
    elif item == "name":
        data["name"], path = said or None, "name"
        reading.cells["name"] = at_text
    elif item == "source":
        path = "source.title"
        source = {"title": said or None, "date": words_in(value) or None}
        data["source"] = {key: words for key, words in source.items() if words}
        reading.cells.update({"source": at_text, "source.title": at_text, "source.date": at_value})
    elif item in {"min", "max", "step"}:
        reading.cells[f"scale.{item}"] = at_value
        if value is not None:
            scale[item] = _step(value) if item == "step" else number_in(value)
    else:
        reading.cells[item] = at_value
        if value is not None:
            data[item] = _setting(item, value)
    if path:
        reading.translate(table, row, cells, "text", path)


def _step(value: Cell) -> str | float | None:
    return None if meaning(words_in(value), "sheet", ("any",)) else number_in(value)


def _setting(item: str, value: Cell) -> str | float:
    if item == "min_coverage":
        return number_in(value)
    number = number_in(value) if not isinstance(value, str) else ""
    if item == "version" and isinstance(number, float):
        return number
    return words_in(value).strip()


def _read_listed(reading: _Reading, item: str, value: Cell, said: str, places: tuple[str, str]) -> str:
    """A level, grade, tier or band; answers the path of its translation."""
    at_value, at_text = places
    if item == "band":
        return _read_band(reading.data.setdefault("house", []), value, said, places, reading.cells)
    if item == "tier":
        tiers = reading.data["tiers"]
        reading.cells[f"tiers[{len(tiers)}]"] = at_text
        tiers.append(said)
        return f"tiers.{said.strip()}"
    known = reading.data["importance"] if item == "importance" else reading.data["scale"]["levels"]
    key: Any = said.strip() if item == "importance" else ("" if value is None else number_in(value))
    name = f"{key:g}" if isinstance(key, float | int) and not isinstance(key, bool) else str(key)
    path = f"importance.{name}" if item == "importance" else f"scale.levels.{name}"
    if key in known:
        reading.problems.append(Problem("sheet-item-twice", reading.source, key=at_value, found=name))
    reading.cells[path] = at_value if item == "importance" or not isinstance(key, int | float) else at_text
    content: Any = ("" if value is None else number_in(value)) if item == "importance" else said
    known.setdefault(key, content)
    return path


def _read_band(
    house: list[Any], value: Cell, said: str, places: tuple[str, str], cells: dict[str, str]
) -> str:
    nodes = [node.strip() for node in re.split("[,，、;；]", words_in(value)) if node.strip()]
    here = f"house[{len(house)}]"
    cells.update({"house": places[0], here: places[0], f"{here}.name": places[1]})
    house.append({"nodes": nodes, **({"name": said} if said else {})})
    return f"house.{len(house) - 1}"


def _read_nodes(table: Table, reading: _Reading) -> None:
    """Every row as a node below the one that it names; the order of the rows is that of the tree."""
    below: dict[str, list[tuple[int, dict[str, Any]]]] = {}
    parents: dict[int, str] = {}
    for row, cells in table.rows():
        node = _node(table, reading, row, cells)
        node_id = str(node.get("id", ""))
        parents[row] = words_in(table.cell(cells, "parent")).strip()
        below.setdefault(parents[row], []).append((row, node))
        if reading.rows.setdefault(node_id, row) == row:
            reading.nodes[node_id] = node
    _check_parents(table, reading, parents)
    reading.data["tree"] = []
    reading.cells["tree"] = table.place(0, 0)
    placed = _place(table, reading, below)
    for row in parents.keys() - placed:
        known = parents[row] in reading.nodes and not table.problems
        if known:
            found = words_in(table.cell(table.sheet.rows[row], "id"))
            table.note("sheet-circle", row, table.column("parent"), found=found)


def _place(table: Table, reading: _Reading, below: dict[str, list[tuple[int, dict[str, Any]]]]) -> set[int]:
    """Hang every node below its parent, from the top; answers the rows that found their place."""
    placed: set[int] = set()
    waiting: deque[tuple[str, list[Any], str, int]] = deque([("", reading.data["tree"], "tree", 0)])
    while waiting:
        parent, siblings, path, depth = waiting.popleft()
        for row, node in below.pop(parent, ()):
            placed.add(row)
            here = f"{path}[{len(siblings)}]"
            siblings.append(node)
            _remember(table, reading, row, here)
            node_id = str(node.get("id", ""))
            if node_id not in below or not node_id or reading.nodes[node_id] is not node:
                continue
            if depth >= _DEEPEST:
                table.note("sheet-too-deep", below[node_id][0][0], 0, allowed=str(_DEEPEST))
                placed.update(row for rows in below.values() for row, _ in rows)
                continue
            node["children"] = []
            waiting.append((node_id, node["children"], f"{here}.children", depth + 1))
    return placed


def _node(table: Table, reading: _Reading, row: int, cells: Row) -> dict[str, Any]:
    node: dict[str, Any] = {}
    for name in ("id", "name", "weight", "rule", "met_at", "stage", "complexity", "question"):
        cell = table.cell(cells, name)
        if cell is not None:
            said = words_in(cell)
            node[name] = (
                number_in(cell)
                if name in _NUMBERS
                else said
                if name in {"name", "question"}
                else said.strip()
            )
    for name in ("name", "question"):
        reading.translate(table, row, cells, name, f"{node.get('id', '')}.{name}")
    return node


def _remember(table: Table, reading: _Reading, row: int, here: str) -> None:
    reading.cells[here] = table.at(row, "id")
    for name in ("id", "name", "weight", "rule", "met_at", "stage", "complexity", "question"):
        reading.cells[f"{here}.{name}"] = table.at(row, name)
    node_id = words_in(table.cell(table.sheet.rows[row], "id")).strip()
    if reading.rows.get(node_id) == row:
        reading.nodes[node_id]["#"] = here


def _check_parents(table: Table, reading: _Reading, parents: Mapping[int, str]) -> None:
    for row, parent in parents.items():
        if parent and parent not in reading.nodes:
            code, likely = unknown_id(parent, reading.nodes)
            table.note(code, row, table.column("parent"), found=parent, allowed=likely)


def _read_wide(table: Table, translated: Sequence[Table], reading: _Reading) -> None:
    """Descriptors or evidence, and their translations, which stand at the same headings of other sheets."""
    positions: dict[tuple[str, int], str] = {}
    for row, node, cells in _rows_of_nodes(table, reading):
        content: Any = {} if table.kind == "descriptors" else []
        here = node["#"]
        reading.cells[f"{here}.{table.kind}"] = table.place(row, 0)
        for nth, (column, number) in enumerate(table.numbers):
            said = words_in(cells[column]) if column < len(cells) else ""
            if said:
                key = _take(table, content, number, said, (row, column))
                shown = f".{key}" if table.kind == "descriptors" else f"[{key}]"
                reading.cells[f"{here}.{table.kind}{shown}"] = table.place(row, column)
                positions[node["id"], nth] = f"{node['id']}.{table.kind}.{key}"
        if content:
            node[table.kind] = content
    for other in translated:
        _read_translated(table, other, positions, reading)


def _take(table: Table, content: Any, number: float, said: str, at: tuple[int, int]) -> str:  # noqa: ANN401 - levels or a list
    """Add one text; answers its level, or its position from 0."""
    if isinstance(content, list):
        content.append(said)
        return str(len(content) - 1)
    if number in content:
        table.note("sheet-level-twice", *at, found=f"{number:g}")
    content.setdefault(number, said)
    return f"{number:g}"


def _read_translated(
    table: Table, other: Table, positions: Mapping[tuple[str, int], str], reading: _Reading
) -> None:
    texts = reading.texts.setdefault(other.language, {})
    columns = same_columns(table, other)
    rows = {}
    for row, node, cells in _rows_of_nodes(other, reading):
        rows[node["id"]] = row
        for column, _ in other.numbers:
            said = words_in(cells[column]) if column < len(cells) else ""
            if said:
                path = positions.get((node["id"], columns.get(column, -1)), f"{node['id']}.{column}.?")
                texts[path] = said
                reading.text_cells[other.language, path] = other.place(row, column)
    back = {nth: column for column, nth in columns.items()}
    for (node_id, nth), path in positions.items():
        place = other.place(rows.get(node_id, 0), back.get(nth, 0))
        reading.text_cells.setdefault((other.language, path), place)
    if not texts:
        del reading.texts[other.language]


def _rows_of_nodes(table: Table, reading: _Reading) -> Iterable[tuple[int, dict[str, Any], Row]]:
    """The rows of a numbered sheet whose node is known and hangs in the tree, each node once."""
    met: dict[str, int] = {}
    for row, cells in table.rows():
        node_id = words_in(table.cell(cells, "id")).strip()
        texts = any(words_in(cells[column]) for column, _ in table.numbers if column < len(cells))
        if node_id not in reading.nodes:
            if texts or node_id:
                code, likely = unknown_id(node_id, reading.nodes)
                table.note(code, row, table.column("id"), found=node_id, allowed=likely)
        elif met.setdefault(node_id, row) != row:
            table.note("sheet-item-twice", row, table.column("id"), found=node_id)
        elif "#" in reading.nodes[node_id]:
            yield row, reading.nodes[node_id], cells


def _parsed(reading: _Reading) -> tuple[Rubric | None, dict[str, str]]:
    """Read what was found as a rubric's file would be, so that every rule is checked in one place."""
    for node in reading.nodes.values():
        node.pop("#", None)
    if not reading.data["scale"]["levels"]:
        del reading.data["scale"]["levels"]
    files = {"rubric.yaml": _yaml({key: value for key, value in reading.data.items() if value != {}})}
    rubric, problems = parse_rubric(files["rubric.yaml"], reading.source)
    reading.problems += [_placed(problem, reading) for problem in problems]
    if rubric is None:
        return None, files
    for language, texts in reading.texts.items():
        name = f"i18n/{language}.yaml"
        files[name] = _yaml(texts)
        understood, wrong = parse_translation(files[name], reading.source, rubric)
        reading.problems += [_placed_text(problem, language, reading) for problem in wrong]
        rubric = rubric.with_translation(language, understood)
    return rubric, files


def _yaml(data: object) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)


def _placed(problem: Problem, reading: _Reading) -> Problem:
    """The same problem at its cell, in words of a sheet."""
    key, code = problem.key, _IN_A_SHEET.get(problem.code, problem.code)
    while key and key not in reading.cells:
        cut = max(key.rfind("."), key.rfind("["))
        key = key[:cut] if cut > 0 else ""
    allowed = problem.allowed
    if code in {"sheet-same-id", "sheet-similar-id"}:
        folded = {node_id.casefold(): row for node_id, row in reversed(reading.rows.items())}
        sheet, _, cell = reading.cells[key].rpartition("!")
        allowed = f"{sheet}!{cell.rstrip('0123456789')}{folded.get(problem.found.casefold(), 0) + 1}"
    return replace(
        problem, code=code, line=None, column=None, key=reading.cells.get(key, ""), allowed=allowed
    )


def _placed_text(problem: Problem, language: str, reading: _Reading) -> Problem:
    code = _IN_A_SHEET.get(problem.code, problem.code)
    place = reading.text_cells.get((language, problem.key), language)
    return replace(problem, code=code, line=None, column=None, key=place, found=shortened(problem.found))
