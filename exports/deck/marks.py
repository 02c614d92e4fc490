"""What a shape says, how it looks and where it stands, as marks that tell whether a person changed it."""
# ruff: noqa: ANN401 - elements of lxml, which is not typed

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, Final, Literal, NamedTuple
from zlib import crc32

from lxml import etree

from exports.ooxml import NAMESPACES, one_line

ItemKind = Literal["text", "table", "chart", "drawing", "notes"]

A: Final = f"{{{NAMESPACES['a']}}}"
C: Final = f"{{{NAMESPACES['c']}}}"
P: Final = f"{{{NAMESPACES['p']}}}"
R: Final = f"{{{NAMESPACES['r']}}}"
VALUES: Final = (f"{C}cat", f"{C}val", f"{C}xVal", f"{C}yVal", f"{C}bubbleSize")
"""What a series of any chart draws its points from."""
_FIGURES: Final = (f"{C}tx", f"{C}idx", f"{C}order", f"{C}extLst", *VALUES)
_STYLED: Final = (
    *(f"{A}{name}" for name in ("srgbClr", "schemeClr", "lumMod", "lumOff", "prstDash", "ln", "noFill")),
    *(f"{A}{name}" for name in ("defRPr", "rPr", "latin", "pattFill", "gradFill")),
    *(f"{C}{name}" for name in ("symbol", "size", "dLblPos", "showVal", "numFmt", "x", "y", "delete")),
    *(f"{C}{name}" for name in ("trendline", "errBars", "smooth", "explosion")),
)
_DRESS: Final = etree.XPath(
    "|".join(
        (
            *(f".//a:rPr/@{name}" for name in ("sz", "b")),
            *(f".//a:{name}/@val" for name in ("srgbClr", "schemeClr", "lumMod", "lumOff", "tint", "shade")),
        )
    ),
    namespaces={"a": NAMESPACES["a"]},
    smart_strings=False,
)
_SAID: Final = ("val", "w", "sz", "b", "i", "formatCode", "typeface")
_ROW, _CELL, _PARAGRAPH, _TEXT = f"{A}tr", f"{A}tc", f"{A}p", f"{A}t"
_OF_A_TABLE: Final = (_ROW, _CELL, _PARAGRAPH, _TEXT, f"{A}br")
_LEAF: Final = 8
_WHOLE: Final = 16
_BOX: Final = 4
"""Decimals to which Office keeps a share of a chart."""


class Marks(NamedTuple):
    """Of one shape.

    Attributes:
        content: what it says; for a table a mark per cell (rows parted by "/", cells by "."), for notes one
            per paragraph.
        look: type sizes, weights and colours; for a chart its plot area, the ends of its axes and the style
            of its series; empty for a drawing, whose look tells its figures.
        frame: where it stands; empty where its layout says so.
        alt: its alternative text.
    """

    content: str
    look: str
    frame: str
    alt: str


def mark(parts: Iterable[str], length: int = _WHOLE) -> str:
    """A short hash of texts."""
    return sha256("\x1e".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:length]


def marks_of(shape: Any, kind: ItemKind, chart: Any = None) -> Marks:
    """The marks of a shape as it stands.

    Args:
        shape: the shape's element.
        kind: what it is.
        chart: the root of its chart part, for a chart.
    """
    look = "" if kind == "drawing" else mark(_chart_look(chart) if kind == "chart" else _look(shape))
    return Marks(content_of(shape, kind, chart), look, frame_of(shape), mark([alt_of(shape)], _LEAF))


def content_of(shape: Any, kind: ItemKind, chart: Any = None) -> str:
    """The mark of what a shape says, as in its marks."""
    if kind == "chart":
        return mark(chart_texts(chart))
    if kind == "table":
        return leaves(table_texts(shape))
    if kind == "drawing":
        return mark(_drawn(shape))
    said = paragraphs_of(shape)
    return leaves([said]) if kind == "notes" else mark(said)


def paragraphs_of(body: Any) -> list[str]:
    """The text of each paragraph, a line break as a newline."""
    return [said_in_one(paragraph) for paragraph in body.iter(f"{A}p")]


def said_in_one(paragraph: Any) -> str:
    """The text of one paragraph."""
    pieces = paragraph.iter(f"{A}t", f"{A}br")
    return "".join("\n" if piece.tag == f"{A}br" else piece.text or "" for piece in pieces)


def cells_of(shape: Any) -> list[list[Any]]:
    """The cells of a table, row by row."""
    return [row.findall(f"{A}tc") for row in shape.iter(f"{A}tr")]


def table_texts(shape: Any) -> list[list[str]]:
    """The text of every cell, row by row; paragraphs and line breaks part its lines."""
    rows: list[list[str]] = []
    fresh = False
    for one in shape.iter(*_OF_A_TABLE):
        if one.tag == _TEXT:
            rows[-1][-1] += one.text or ""
        elif one.tag == _CELL:
            rows[-1].append("")
            fresh = True
        elif one.tag == _ROW:
            rows.append([])
        elif fresh and one.tag == _PARAGRAPH:
            fresh = False
        else:
            rows[-1][-1] += "\n"
    return rows


def leaves(rows: Iterable[Iterable[str]]) -> str:
    """One mark per text, so that each can be told apart."""
    return "/".join(".".join(_leaf(text) for text in row) for row in rows)


def _leaf(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}"


def frame_of(shape: Any) -> str:
    """Left, top, width and height in English Metric Units; empty for a placeholder where its layout says."""
    found = frame_element(shape)
    if found is None:
        return ""
    off, ext = found.find(f"{A}off"), found.find(f"{A}ext")
    if off is None or ext is None:
        return ""
    return " ".join((off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy")))


def frame_element(shape: Any) -> Any:
    """The element that holds position and size, None without one."""
    if shape.tag == f"{P}graphicFrame":
        return shape.find(f"{P}xfrm")
    return shape.find(f"{P}{'grpSpPr' if shape.tag == f'{P}grpSp' else 'spPr'}/{A}xfrm")


def alt_of(shape: Any) -> str:
    """The alternative text."""
    found = shape.find(f"./*/{P}cNvPr")
    return "" if found is None else one_line(found.get("descr", ""))


def _drawn(group: Any) -> Iterator[str]:
    """Words, geometry, colour and place in the group of each of its shapes; all of these tell figures."""
    start, size = group.find(f"{P}grpSpPr/{A}xfrm/{A}chOff"), group.find(f"{P}grpSpPr/{A}xfrm/{A}chExt")
    left, top = (0, 0) if start is None else (int(start.get("x")), int(start.get("y")))
    wide, tall = (1, 1) if size is None else (int(size.get("cx")) or 1, int(size.get("cy")) or 1)
    for shape in group.iter(f"{P}sp", f"{P}cxnSp"):
        yield from paragraphs_of(shape)
        place = frame_of(shape).split()
        if place:
            x, y, width, height = map(int, place)
            shares = ((x - left) / wide, (y - top) / tall, width / wide, height / tall)
            yield " ".join(f"{share:.3f}" for share in shares)
        yield _colour(shape.find(f"{P}spPr/{A}solidFill"))
        yield from (f"{one.get('name')} {one.get('fmla')}" for one in shape.iter(f"{A}gd"))


def _look(shape: Any) -> list[str]:
    """Colours, and size and weight of every run, in the order of the document."""
    found: list[str] = _DRESS(shape)
    return found


def _colour(fill: Any) -> str:
    if fill is None:
        return ""
    return " ".join(f"{part.tag.rpartition('}')[2]}={part.get('val', '')}" for part in fill.iter(f"{A}*"))


def series_of(chart: Any) -> list[Any]:
    """The series of a chart of any kind, in the order in which they were made."""
    return sorted(chart.iter(f"{C}ser"), key=lambda one: int(one.find(f"{C}idx").get("val")))


def chart_texts(chart: Any) -> Iterator[str]:
    """Names, categories, figures and own labels of all series."""
    for series in series_of(chart):
        name = series.find(f"{C}tx")
        yield "series"
        yield from () if name is None else points_of(name)
        for kind in VALUES:
            found = series.find(kind)
            if found is not None:
                yield kind.rpartition("}")[2]
                yield from points_of(found)
        for label in own_labels(series):
            yield f"label {label.find(f'{C}idx').get('val')} {''.join(paragraphs_of(label))}"


def own_labels(series: Any) -> list[Any]:
    """The labels of a series that bear words of their own."""
    found = series.findall(f"{C}dLbls/{C}dLbl")
    return [label for label in found if label.find(f"{C}tx") is not None]


def points_of(values: Any) -> list[str]:
    """The points that a reference was last seen to hold; a missing one is empty."""
    count = values.find(f".//{C}ptCount")
    found = {int(point.get("idx")): point.findtext(f"{C}v", "") for point in values.iter(f"{C}pt")}
    size = max(found, default=-1) + 1 if count is None else int(count.get("val"))
    numbers = values.find(f".//{C}numCache") is not None or values.find(f".//{C}numLit") is not None
    return [shortest(found.get(place, "")) if numbers else found.get(place, "") for place in range(size)]


def shortest(number: str) -> str:
    """A number in as few digits as tell it from its neighbours in a spreadsheet; words as they are."""
    try:
        return f"{float(number):.12g}"
    except ValueError:
        return number


def _chart_look(chart: Any) -> Iterator[str]:
    """What follows the figures unless somebody set it: axes, plot area, and how the series are drawn."""
    for part in ends_of(chart):
        yield f"{_local(part)} {_rounded(part.get('val', ''))}"
    for series in series_of(chart):
        yield _local(series.getparent())
        for part in series:
            if part.tag not in _FIGURES:
                yield from _style(part)


def _style(part: Any) -> Iterator[str]:
    """What a person sees of a series' style; not what programs write beside it."""
    for one in part.iter(*_STYLED):
        said = (f"{name}={_rounded(one.get(name))}" for name in _SAID if one.get(name) is not None)
        yield " ".join((_local(one), *said))


def _local(part: Any) -> str:
    return str(part.tag).rpartition("}")[2]


def ends_of(chart: Any) -> list[Any]:
    """Where the plot area stands and where the axes end, in the order of the document."""
    layout = chart.find(f"{C}chart/{C}plotArea/{C}layout")
    found = [] if layout is None else list(layout.iter(*(f"{C}{name}" for name in "xywh")))
    for axis in chart.iter(f"{C}valAx"):
        found += axis.iter(f"{C}max", f"{C}min", f"{C}majorUnit")
    return found


def _rounded(value: str) -> str:
    try:
        return str(round(float(value), _BOX))
    except ValueError:
        return value
