"""New words in a shape, a table or a drawing that is there already, in the style that people gave it."""
# ruff: noqa: ANN401 - elements of lxml, which is not typed

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Final

from exports.deck.marks import A, P, cells_of, frame_element, paragraphs_of, said_in_one, table_texts

_SPOKEN: Final = (f"{A}r", f"{A}br", f"{A}fld")
_FILLS: Final = tuple(f"{A}{name}" for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill"))
_BEFORE_FILL: Final = (f"{A}ln", f"{A}lnL", f"{A}lnR", f"{A}lnT", f"{A}lnB", f"{A}lnTlToBr", f"{A}lnBlToTr")
_TINT: Final = f"{A}tcPr/{A}solidFill"
_FROM_DRAWING: Final = (f"{A}chOff", f"{A}chExt")


def replace_words(shape: Any, fresh: Any, *, adopt: bool) -> None:
    """The words of a shape or of a table's cell.

    Args:
        shape: as it stands; its paragraphs and runs keep their properties.
        fresh: the same as generated now.
        adopt: whether sizes, weights and colours follow, because nobody changed them.
    """
    body, made = _body(shape), _body(fresh)
    if body is None or made is None:
        return
    old, new = body.findall(f"{A}p"), made.findall(f"{A}p")
    for surplus in old[len(new) :]:
        body.remove(surplus)
    while len(old) < len(new):
        old.append(deepcopy(old[-1]))
        body.append(old[-1])
    for paragraph, wanted, said in zip(old, new, paragraphs_of(made), strict=False):
        _say(paragraph, wanted, said)
        if adopt:
            _adopt_type(paragraph, wanted)
    if adopt:
        _adopt_fill(shape, fresh)


def _body(shape: Any) -> Any:
    found = shape.find(f"{P}txBody")
    return shape.find(f"{A}txBody") if found is None else found


def _say(paragraph: Any, wanted: Any, said: str) -> None:
    """One paragraph's words, in its first run."""
    runs = [piece for piece in paragraph if piece.tag in _SPOKEN]
    if said_in_one(paragraph) == said:
        return
    kept = next((run for run in runs if run.tag == f"{A}r"), None)
    for run in runs:
        if run is not kept:
            paragraph.remove(run)
    if not said:
        if kept is not None:
            paragraph.remove(kept)
        return
    if kept is None:
        kept = deepcopy(wanted.find(f"{A}r"))
        layout = paragraph.find(f"{A}pPr")
        paragraph.insert(0 if layout is None else 1, kept)
    kept.find(f"{A}t").text = said


def _adopt_type(paragraph: Any, wanted: Any) -> None:
    style = wanted.find(f"{A}r/{A}rPr")
    if style is None:
        return
    for run in paragraph.findall(f"{A}r"):
        own = run.find(f"{A}rPr")
        if own is None:
            run.insert(0, deepcopy(style))
            continue
        for name in ("sz", "b"):
            wished = style.get(name)
            if wished is None:
                own.attrib.pop(name, None)
            elif own.get(name) != wished:
                own.set(name, wished)
        _adopt_colour(own, style)


def _adopt_fill(shape: Any, fresh: Any) -> None:
    for name in (f"{P}spPr", f"{A}tcPr"):
        own, made = shape.find(name), fresh.find(name)
        if own is not None and made is not None:
            _adopt_colour(own, made)


def _adopt_colour(own: Any, made: Any) -> None:
    """The fill of one element as of the other."""
    old = next((part for part in own if part.tag in _FILLS), None)
    new = next((part for part in made if part.tag in _FILLS), None)
    if _colour(old) == _colour(new):
        return
    if old is not None and new is not None:
        own.replace(old, deepcopy(new))
    elif old is not None:
        own.remove(old)
    elif new is not None:
        before = [place for place, part in enumerate(own) if part.tag in _BEFORE_FILL]
        own.insert(before[-1] + 1 if before else 0, deepcopy(new))


def _colour(fill: Any) -> list[tuple[str, str | None]]:
    return [] if fill is None else [(part.tag, part.get("val")) for part in fill.iter()]


def replace_table(shape: Any, fresh: Any, *, adopt: bool) -> None:
    """All cells of a table; rows are added and removed at its end, other columns are drawn anew."""
    table, made = shape.find(f".//{A}tbl"), fresh.find(f".//{A}tbl")
    if len(table.findall(f"{A}tblGrid/{A}gridCol")) != len(made.findall(f"{A}tblGrid/{A}gridCol")):
        _redraw(table, made)
        return
    rows, wanted = table.findall(f"{A}tr"), made.findall(f"{A}tr")
    grown = len(rows) != len(wanted)
    for surplus in rows[len(wanted) :]:
        table.remove(surplus)
    while len(rows) < len(wanted):
        rows.append(_another(rows[-1]))
        rows[-2].addnext(rows[-1])
    texts = zip(table_texts(table), table_texts(made), strict=False)
    for row, new, (old_row, new_row) in zip(rows, wanted, texts, strict=False):
        if adopt or grown:
            row.set("h", new.get("h"))
        cells = zip(row.findall(f"{A}tc"), new.findall(f"{A}tc"), old_row, new_row, strict=False)
        for cell, model, before, said in cells:
            if said != before or (adopt and _colour(cell.find(_TINT)) != _colour(model.find(_TINT))):
                replace_words(cell, model, adopt=adopt)


def _another(row: Any) -> Any:
    copy = deepcopy(row)
    for own in copy.findall(f"{A}extLst"):
        copy.remove(own)  # holds the row's own id
    return copy


def _redraw(table: Any, made: Any) -> None:
    """Every row and column as generated, together as wide as before."""
    columns = [int(column.get("w")) for column in table.iter(f"{A}gridCol")]
    grid, rows = table.find(f"{A}tblGrid"), table.findall(f"{A}tr")
    table.replace(grid, deepcopy(made.find(f"{A}tblGrid")))
    for row in rows:
        table.remove(row)
    for row in made.findall(f"{A}tr"):
        table.append(deepcopy(row))
    new = list(table.iter(f"{A}gridCol"))
    share = sum(columns) / sum(int(column.get("w")) for column in new)
    for column in new:
        column.set("w", str(round(int(column.get("w")) * share)))


def replace_cells(shape: Any, fresh: Any, places: Sequence[tuple[int, int]], *, adopt: bool) -> None:
    """Some cells of a table of the same rows and columns."""
    old, new = cells_of(shape), cells_of(fresh)
    for row, column in places:
        replace_words(old[row][column], new[row][column], adopt=adopt)


def replace_lines(shape: Any, fresh: Any, places: Sequence[int]) -> None:
    """Some paragraphs of a text that has as many as before."""
    old, new = _body(shape).findall(f"{A}p"), _body(fresh).findall(f"{A}p")
    said = paragraphs_of(_body(fresh))
    for place in places:
        _say(old[place], new[place], said[place])


def replace_drawing(shape: Any, fresh: Any) -> None:
    """Everything inside a group; its place on the slide stays, connectors stay glued."""
    made = deepcopy(fresh)
    _renumber(made, _highest_id(shape))
    for part in [one for one in shape if one.tag not in {f"{P}nvGrpSpPr", f"{P}grpSpPr"}]:
        shape.remove(part)
    for part in [one for one in made if one.tag not in {f"{P}nvGrpSpPr", f"{P}grpSpPr"}]:
        shape.append(part)
    own, new = frame_element(shape), frame_element(made)
    if own is None or new is None:
        return
    for name in _FROM_DRAWING:
        old, wanted = own.find(name), new.find(name)
        if old is not None and wanted is not None:
            own.replace(old, deepcopy(wanted))


def _highest_id(shape: Any) -> int:
    root = shape.getroottree().getroot()
    return max((int(one.get("id", "0")) for one in root.iter(f"{P}cNvPr")), default=1)


def _renumber(group: Any, above: int) -> None:
    """Ids that no other shape of the slide has; connectors follow their shapes."""
    new = {}
    for place, one in enumerate(group.iter(f"{P}cNvPr"), start=1):
        new[one.get("id")] = str(above + place)
        one.set("id", str(above + place))
    for end in group.iter(f"{A}stCxn", f"{A}endCxn"):
        end.set("id", new.get(end.get("id"), end.get("id")))


def adopt_frame(shape: Any, fresh: Any) -> None:
    """Position and size as generated; for a placeholder that its layout places, none of its own."""
    own, made = frame_element(shape), frame_element(fresh)
    if own is not None and made is not None:
        own.getparent().replace(own, deepcopy(made))
    elif own is not None:
        own.getparent().remove(own)
    elif made is not None:
        shape.find(f"{P}spPr").insert(0, deepcopy(made))
