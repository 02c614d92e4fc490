"""The offline workbook: questions and drop-downs to be filled in without Gapline, and brought back."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from openpyxl import Workbook
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.worksheet import Worksheet

from assessment.catalogue import Lang, text
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.offline_layout import (
    CONFIDENCES,
    FORMAT,
    ID_FIELDS,
    IDS_SHEET,
    STARTED_ROW,
    STATES,
    VERSION,
    OfflineIds,
    mark_of,
    words_for,
)
from assessment.ratings import Rating
from assessment.rubric import Node, Rubric
from exports.base_theme import theme
from exports.offline_questions import Lists, write_questions
from exports.offline_start import write_start
from exports.workbook_cells import Styles, sheet_text
from exports.workbook_package import packed_workbook

_NOT_IN_A_NAME: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_NAME: Final = 31
_LIST_COLUMNS: Final = ("F", "G", "H")
"""Of the hidden sheet: the scores, states and confidences that drop-downs offer."""


def offline_workbook(
    rubric: Rubric,
    engagement: Engagement,
    unit: Unit,
    wave: Wave,
    rater: Person,
    ratings: Iterable[Rating],
    lang: Lang,
) -> bytes:
    """A workbook for one rater's answers on one unit in one wave; the same input gives the same bytes.

    Every tier below the rubric's root has a sheet of questions with drop-downs; everything but the answers
    is locked (without a password). A hidden sheet says whose answers these are and what they started from.

    Args:
        rubric: what is asked.
        engagement: it belongs to.
        unit: who is assessed.
        wave: in which round.
        rater: who fills it in.
        ratings: this rater's current revisions for the unit and wave; those that count are filled in, a
            proposed one is shown beside an empty answer.
        lang: language of the questions and drop-downs; it can be brought back under any.
    """
    mine = {rating.indicator: rating for rating in ratings if not rating.withdrawn}
    styles = Styles(lang)
    book = Workbook()
    book.remove(book.worksheets[0])
    book.loaded_theme = theme()
    book.properties.creator = "Gapline"
    book.properties.title = sheet_text(f"{unit.called(lang)} · {wave.called(lang)}")
    start = book.create_sheet(text("offline.sheet.start", lang))
    lists = Lists(*(f"={IDS_SHEET}!${column}$1:${column}${{}}" for column in _LIST_COLUMNS)).sized(rubric)
    filled = []
    for name, node, indicators in _groups(rubric, lang, start.title):
        sheet = book.create_sheet(name)
        rows = write_questions(sheet, rubric, node, indicators, mine, styles, lists)
        filled.append((name, rubric.name_of(node.id, lang), rows, len(indicators)))
    write_start(start, styles, (unit, wave, rater), filled, rubric.scale)
    ids = _ids(rubric, engagement, unit, wave, rater, mine, lang, [name for name, *_ in filled])
    _write_ids(book.create_sheet(IDS_SHEET), ids, rubric, mine, lang)
    book.security = WorkbookProtection(lockStructure=True)
    return packed_workbook(book, [])


def _groups(rubric: Rubric, lang: Lang, *taken: str) -> Iterator[tuple[str, Node, list[Node]]]:
    """Sheet name, node and its indicators: one for every child of the root, the root's own leaves first."""
    names = {name.casefold() for name in (*taken, IDS_SHEET)}
    own = [node for node in rubric.root.children if node.is_indicator]
    tops = [(rubric.root, own)] if own else []
    tops += [
        (node, [leaf for leaf in node.walk() if leaf.is_indicator])
        for node in rubric.root.children
        if not node.is_indicator
    ]
    for node, indicators in tops:
        name = _sheet_name(rubric.name_of(node.id, lang), names)
        names.add(name.casefold())
        yield name, node, indicators


def _sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that every spreadsheet takes and no other sheet has."""
    base = " ".join(sheet_text(wanted).translate(_NOT_IN_A_NAME).split())[:_LONGEST_NAME].strip() or "-"
    name, count = base, 1
    while name.casefold() in taken:
        count += 1
        name = f"{base[: _LONGEST_NAME - len(str(count)) - 1]} {count}"
    return name


def _ids(  # noqa: PLR0913, PLR0917 - everything that the hidden sheet names
    rubric: Rubric,
    engagement: Engagement,
    unit: Unit,
    wave: Wave,
    rater: Person,
    mine: Mapping[str, Rating],
    lang: Lang,
    sheets: list[str],
) -> OfflineIds:
    started = [f"{name}:{rating.revision}:{mark_of(rating)}" for name, rating in sorted(mine.items())]
    origin = [engagement.id, unit.id, wave.id, rater.id, rubric.fingerprint, *started]
    return OfflineIds(
        engagement=engagement.id,
        unit=unit.id,
        wave=wave.id,
        rater=rater.id,
        rater_name=rater.name,
        rubric=rubric.id,
        rubric_version=rubric.version,
        fingerprint=rubric.fingerprint,
        language=lang,
        workbook=hashlib.sha256("\n".join(origin).encode()).hexdigest()[:8],
        sheets=tuple(sheets),
    )


def _write_ids(
    sheet: Worksheet, ids: OfflineIds, rubric: Rubric, mine: Mapping[str, Rating], lang: Lang
) -> None:
    rows: list[tuple[str, ...]] = [(FORMAT, str(VERSION))]
    rows += [(name, "\n".join(ids.sheets) if name == "sheets" else getattr(ids, name)) for name in ID_FIELDS]
    rows += [()] * (STARTED_ROW - len(rows))
    rows += [
        (f"{name} {rating.revision} {'' if rating.proposed else mark_of(rating)}",)
        for name, rating in mine.items()
    ]
    for number, row in enumerate(rows, 1):
        for column, said in enumerate(row, 1):
            _write_plain(sheet, number, column, said)
    for number, step in enumerate(rubric.scale.steps(), 1):
        sheet.cell(number, 6).value = step
    for column, kind, names in ((7, "state", STATES), (8, "confidence", CONFIDENCES)):
        for number, said in enumerate(words_for(kind, names, lang), 1):
            _write_plain(sheet, number, column, said)
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True


def _write_plain(sheet: Worksheet, row: int, column: int, said: str) -> None:
    cell = sheet.cell(row, column)
    cell.value = sheet_text(said)
    cell.data_type = "s"
