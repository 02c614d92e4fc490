"""A sheet of questions of the offline workbook: locked prompts, and cells to answer in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from openpyxl.cell import Cell as SheetCell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from assessment.catalogue import Lang, text
from assessment.offline_layout import (
    ANSWER,
    ANSWERS,
    ASK,
    COLUMNS,
    CONFIDENCE,
    CONFIDENCES,
    ID,
    LEVELS,
    NAME,
    NOTE,
    PROPOSED,
    SCORE,
    STATEMENT,
    STATES,
)
from assessment.ratings import Rating
from assessment.rubric import Node, Rubric, Scale
from exports.measure import text_height
from exports.style import ACCENT, BELOW, HAIRLINE, QUIET, WHITE
from exports.style import LEVELS as TINTS
from exports.workbook_cells import BODY_PT, FIGURE_HEADER, FOOTNOTE, HEADER, TITLE, Look, Styles, write_text
from exports.workbook_page import set_up_print

_WIDTHS: Final = (4.0, 22.0, 36.0, 66.0, 11.0, 9.0, 15.0, 12.0, 38.0, 38.0)
_POINTS_PER_CHARACTER: Final = 5.6
_TALLEST, _LEAST, _AIR = 409.0, 30.0, 4.0
_TALL_TITLE, _TALL_HINT = 24.0, 18.0
_HEADER_ROW: Final = 3
_TITLES: Final = (
    "id",
    "indicator",
    "ask",
    "levels",
    "proposed",
    "score",
    "answer",
    "confidence",
    "note",
    "said",
)
_PROMPT: Final = Look(fill=TINTS[0])
_QUIET: Final = Look(colour=QUIET, fill=TINTS[0])
_ANSWER: Final = Look(fill=WHITE, align="center")
_WORDS: Final = Look(fill=WHITE, number_format="@")
_LINE: Final = Side("thin", HAIRLINE[1:])
_BOX: Final = Border(_LINE, _LINE, _LINE, _LINE)
_BAND: Final = Look(bold=True, colour=ACCENT, fill=TINTS[1], wrap=False)


@dataclass(frozen=True, slots=True)
class Lists:
    """Where the drop-downs find what they offer; a scale without steps has no list of scores."""

    scores: str
    states: str
    confidences: str

    def sized(self, rubric: Rubric) -> "Lists":
        """With the number of entries filled in for `{}`."""
        sizes = (len(rubric.scale.steps()), len(STATES), len(CONFIDENCES))
        filled = [
            each.format(size) if size else ""
            for each, size in zip((self.scores, self.states, self.confidences), sizes, strict=True)
        ]
        return Lists(*filled)


def write_questions(
    sheet: Worksheet,
    rubric: Rubric,
    top: Node,
    indicators: Sequence[Node],
    mine: Mapping[str, Rating],
    styles: Styles,
    lists: Lists,
) -> tuple[int, int]:
    """Draw the questions below a node; answers the first and the last row (1-based) with questions."""
    lang = styles.lang
    _put(sheet, 1, NAME, rubric.name_of(top.id, lang), TITLE, styles)
    _put(sheet, 2, NAME, text("offline.hint", lang), FOOTNOTE, styles)
    _head(sheet, styles)
    row, above = _HEADER_ROW, top.id
    for node in indicators:
        parent = rubric.parent(node.id)
        if parent is not None and parent.id not in (above, top.id):
            row += 1
            _band(sheet, row, _path(rubric, parent, top, lang), styles)
        above = parent.id if parent else above
        row += 1
        _question(sheet, row, rubric, node, mine.get(node.id), styles)
    first = _HEADER_ROW + 1
    _offer(sheet, first, row, rubric.scale, lists, lang)
    _point_out(sheet, first, row, lang)
    _set_up(sheet, any(rating.proposed for rating in mine.values()), rubric.name_of(top.id, lang), lang)
    return first, row


def _path(rubric: Rubric, node: Node, top: Node, lang: Lang) -> str:
    path = [found.id for found in rubric.path(node.id)]
    return " · ".join(rubric.name_of(name, lang) for name in path[path.index(top.id) + 1 :])


def _head(sheet: Worksheet, styles: Styles) -> None:
    for column, title in enumerate(_TITLES):
        look = HEADER if column not in (SCORE, ANSWER, CONFIDENCE) else replace(FIGURE_HEADER, align="center")
        _put(sheet, _HEADER_ROW, column, text(f"offline.column.{title}", styles.lang), look, styles)
        sheet.column_dimensions[get_column_letter(column + 1)].width = _WIDTHS[column]
    for row, height in enumerate((_TALL_TITLE, _TALL_HINT, _LEAST), 1):
        sheet.row_dimensions[row].height = height


def _band(sheet: Worksheet, row: int, said: str, styles: Styles) -> None:
    for column in range(NAME, COLUMNS):
        _put(sheet, row, column, said if column == NAME else "", _BAND, styles)


def _question(
    sheet: Worksheet, row: int, rubric: Rubric, node: Node, rating: Rating | None, styles: Styles
) -> None:
    lang = styles.lang
    before = _answered(rating, lang) if rating and rating.proposed else ""
    prompts = {
        ID: (node.id, _QUIET),
        NAME: (rubric.name_of(node.id, lang), replace(_PROMPT, bold=True)),
        ASK: (_asked(rubric, node, lang), _PROMPT),
        LEVELS: (_levels(rubric, node, lang), _PROMPT),
        PROPOSED: (before, replace(_QUIET, align="center")),
    }
    for column, (said, look) in prompts.items():
        _put(sheet, row, column, said, look, styles)
    shown = rating if rating is not None and rating.counts else None
    for column, said in _answers(shown, lang).items():
        cell = _put(sheet, row, column, said, _WORDS if column in (NOTE, STATEMENT) else _ANSWER, styles)
        cell.protection, cell.border = Protection(locked=False), _BOX
    if shown is not None and shown.score is not None:
        sheet.cell(row, SCORE + 1).value = shown.score
    note = shown.note if shown else ""
    sheet.row_dimensions[row].height = _height(
        {column: said for column, (said, _) in prompts.items()} | {NOTE: note}
    )


def _asked(rubric: Rubric, node: Node, lang: Lang) -> str:
    evidence = [f"• {item}" for item in rubric.evidence_to_ask(node.id, lang)]
    if evidence:
        evidence.insert(0, text("offline.evidence-to-ask", lang))
    return "\n".join(filter(None, [rubric.question(node.id, lang), *evidence]))


def _levels(rubric: Rubric, node: Node, lang: Lang) -> str:
    lines = []
    for level, said in rubric.descriptors(node.id, lang).items():
        name = rubric.level_name(level, lang)
        lines.append(
            f"{level:g} {name}{'：' if lang == 'zh' else ': '}{said}" if name else f"{level:g} {said}"
        )
    return "\n".join(lines)


def _answered(rating: Rating, lang: Lang) -> str:
    return text(f"state.{rating.state}", lang) if rating.score is None else f"{rating.score:g}"


def _answers(rating: Rating | None, lang: Lang) -> dict[int, str]:
    """What stands in the cells to fill in; a score is a number and is written after."""
    said = dict.fromkeys(ANSWERS, "")
    if rating is not None:
        said[ANSWER] = "" if rating.state == "scored" else text(f"state.{rating.state}", lang)
        said[CONFIDENCE] = text(f"confidence.{rating.confidence}", lang) if rating.confidence else ""
        said[NOTE] = rating.note
    return said


def _put(sheet: Worksheet, row: int, column: int, said: str, look: Look, styles: Styles) -> SheetCell:
    """Write words; an empty cell only gets its look. `column` is 0-based."""
    cell = sheet.cell(row, column + 1)
    assert isinstance(cell, SheetCell)  # noqa: S101 - nothing is merged here
    if said:
        write_text(cell, said, look, styles)
    else:
        styles.apply(cell, look)
    return cell


def _height(said: Mapping[int, str]) -> float:
    heights = [
        text_height(words, (_WIDTHS[column] - 1) * _POINTS_PER_CHARACTER, BODY_PT, bold=column == NAME)
        for column, words in said.items()
        if column != ID
    ]
    return min(_TALLEST, max(_LEAST, *heights) + _AIR)


def _offer(sheet: Worksheet, first: int, last: int, scale: Scale, lists: Lists, lang: Lang) -> None:
    """The drop-downs, and what is said when something else is typed."""
    limits = f"{scale.min:g}", f"{scale.max:g}"
    if lists.scores:
        score = DataValidation("list", lists.scores, allow_blank=True)
    else:
        score = DataValidation("decimal", *limits, allow_blank=True, operator="between")
    wrong_score = text("offline.wrong.score", lang, limits="–".join(limits))
    wrong_word = text("offline.wrong.list", lang)
    offers = {
        SCORE: (score, wrong_score),
        ANSWER: (DataValidation("list", lists.states, allow_blank=True), wrong_word),
        CONFIDENCE: (DataValidation("list", lists.confidences, allow_blank=True), wrong_word),
    }
    for column, (offer, wrong) in offers.items():
        offer.errorTitle, offer.error = text("offline.wrong", lang), wrong
        offer.errorStyle, offer.showErrorMessage = "stop", True
        offer.add(f"{_letter(column)}{first}:{_letter(column)}{last}")
        sheet.add_data_validation(offer)


def _point_out(sheet: Worksheet, first: int, last: int, lang: Lang) -> None:
    """Tint what is answered; tint otherwise what contradicts itself or lacks its reason."""
    score, answer, note = (f"${_letter(column)}{first}" for column in (SCORE, ANSWER, NOTE))
    na = text("state.na", lang)
    done = f'AND($A{first}<>"",LEN({score})+LEN({answer})>0)'
    torn = f'AND(LEN({score})>0,OR({answer}="{na}",{answer}="{text("state.unknown", lang)}"))'
    bare = f'AND({answer}="{na}",LEN(TRIM({note}))=0)'
    for columns, formula, colour in (
        ((SCORE, ANSWER), torn, BELOW[2]),
        ((NOTE, NOTE), bare, BELOW[2]),
        ((NAME, NAME), done, TINTS[2]),
    ):
        place = f"{_letter(columns[0])}{first}:{_letter(columns[1])}{last}"
        sheet.conditional_formatting.add(place, _tint(formula, colour))


def _tint(formula: str, colour: str) -> Rule:
    fill = DifferentialStyle(fill=PatternFill(bgColor=colour[1:]))
    return Rule("expression", dxf=fill, formula=[formula])


def _set_up(sheet: Worksheet, proposed: bool, footer: str, lang: Lang) -> None:  # noqa: FBT001 - one caller
    sheet.column_dimensions[_letter(ID)].hidden = True
    sheet.column_dimensions[_letter(PROPOSED)].hidden = not proposed
    sheet.freeze_panes = f"{_letter(ASK)}{_HEADER_ROW + 1}"
    set_up_print(sheet, footer, text("report.sheet.page", lang, page="&P", pages="&N"))
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.cell(2, NAME + 1).alignment = Alignment(wrap_text=False, vertical="top")


def _letter(column: int) -> str:
    return str(get_column_letter(column + 1))
