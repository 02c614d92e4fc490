"""New figures in a chart that people may have restyled, and in the workbook behind it."""
# ruff: noqa: ANN401 - elements of lxml, which is not typed

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

from lxml import etree

from exports.deck.chart_book import SHEET
from exports.deck.marks import VALUES, C, ends_of, own_labels, points_of, series_of
from exports.refresh.books import Area, Book, area_of

_NAME: Final = f"{C}tx"
_REFERENCES: Final = (f"{C}strRef", f"{C}numRef")
_CACHES: Final = (f"{C}strCache", f"{C}numCache")


def book_agrees(chart: Any, book: Book) -> bool:
    """Whether the workbook holds what the chart shows; ValueError where its cells cannot be told."""
    return all(book.read(area) == points_of(reference) for reference, area in _areas(chart))


def _areas(chart: Any) -> Iterator[tuple[Any, Area]]:
    """What the chart refers to in its workbook."""
    for series in series_of(chart):
        for reference in _references(series):
            yield reference, area_of(reference.findtext(f"{C}f", ""))


def _references(series: Any) -> Iterator[Any]:
    for kind in (_NAME, *VALUES):
        found = series.find(kind)
        if found is not None:
            yield from (part for part in found if part.tag in _REFERENCES)


def redraw(chart: Any, fresh: Any, *, adopt: bool) -> None:
    """The same for a chart with the workbook that it was generated with, whose place the new one takes."""
    if adopt and _containers(chart) == _containers(fresh):
        _redraw(chart, fresh)
    else:
        _replace_all(chart, fresh, keep_places=False)
    if adopt:
        _adopt_ends(chart, fresh)


def replace_figures(chart: Any, fresh: Any, book: Book | None, made: Book, *, adopt: bool) -> Book | None:
    """Names, categories, figures and own labels of all series; the rest of the chart stays.

    Args:
        chart: the chart part's root as it stands.
        fresh: the same as generated now.
        book: its workbook, None where somebody took it away.
        made: the workbook as generated now.
        adopt: whether plot area, ends of the axes and the style of the series follow the figures, because
            nobody changed them.

    Returns:
        The workbook that belongs to the chart from now on.
    """
    before = [area for _, area in _areas(chart)] if book is not None else []
    ours = book is not None and book.holds(SHEET) and all(area.sheet == SHEET for area in before)
    alike = _counts(chart) == _counts(fresh)
    if adopt and (ours or book is None) and _containers(chart) == _containers(fresh):
        _redraw(chart, fresh)
    else:
        _replace_all(chart, fresh, keep_places=not ours and alike)
    if adopt:
        _adopt_ends(chart, fresh)
    if book is None:
        return None
    if ours:
        book.lay(SHEET, made, before)
        return book
    if not alike:
        return made
    for reference, area in _areas(chart):
        book.write(area, _exact(reference, area.length), numbers=reference.tag == f"{C}numRef")
    return book


def _counts(chart: Any) -> list[list[int]]:
    return [[len(points_of(one)) for one in _references(series)] for series in series_of(chart)]


def _containers(chart: Any) -> list[str]:
    """The kinds of charts that lie over one another in a chart part."""
    return [part.tag for part in chart.find(f"{C}chart/{C}plotArea") if part.find(f"{C}ser") is not None]


def _redraw(chart: Any, fresh: Any) -> None:
    """All series as generated, and which of them the legend leaves out."""
    for tag in dict.fromkeys(_containers(fresh)):
        for own, made in zip(chart.iter(tag), fresh.iter(tag), strict=False):
            old = own.findall(f"{C}ser")
            place = own.index(old[0])
            for series in old:
                own.remove(series)
            for step, series in enumerate(made.findall(f"{C}ser")):
                own.insert(place + step, deepcopy(series))
    legend, wanted = chart.find(f"{C}chart/{C}legend"), fresh.find(f"{C}chart/{C}legend")
    if legend is not None and wanted is not None:
        for entry in legend.findall(f"{C}legendEntry"):
            legend.remove(entry)
        for entry in reversed(wanted.findall(f"{C}legendEntry")):
            legend.find(f"{C}legendPos").addnext(deepcopy(entry))


def _replace_all(chart: Any, fresh: Any, *, keep_places: bool) -> None:
    """Words and figures of all series in the style that they have."""
    _match_series(chart, fresh)
    for series, wanted in zip(series_of(chart), series_of(fresh), strict=True):
        _replace_series(series, wanted, keep_places=keep_places)


def _match_series(chart: Any, fresh: Any) -> None:
    """As many series as there are now; an added one looks as generated."""
    old, new = series_of(chart), series_of(fresh)
    for surplus in old[len(new) :]:
        surplus.getparent().remove(surplus)
    for added in new[len(old) :]:
        last = series_of(chart)[-1]
        last.addnext(deepcopy(added))


def _replace_series(series: Any, wanted: Any, *, keep_places: bool) -> None:
    """The words and figures of one series, in the style that it has."""
    for kind in (_NAME, *VALUES):
        old, new = series.find(kind), wanted.find(kind)
        if old is None or new is None:
            continue
        reference = next((part for part in old if part.tag in _REFERENCES), None)
        made = next((part for part in new if part.tag in _REFERENCES), None)
        if reference is None or made is None or reference.tag != made.tag:
            old[:] = [deepcopy(part) for part in new]
            continue
        _fill(reference, made)
        if not keep_places:
            reference.find(f"{C}f").text = made.findtext(f"{C}f")
    _replace_labels(series, wanted)


def _exact(reference: Any, count: int) -> list[str]:
    """The points with all their digits."""
    found = {int(point.get("idx")): point.findtext(f"{C}v", "") for point in reference.iter(f"{C}pt")}
    return [found.get(place, "") for place in range(count)]


def _fill(reference: Any, wanted: Any) -> None:
    """The points last seen; the number format beside them stays."""
    own = next((part for part in reference if part.tag in _CACHES), None)
    made = next(part for part in wanted if part.tag in _CACHES)
    if own is None:
        reference.append(deepcopy(made))
        return
    for point in own.findall(f"{C}pt"):
        own.remove(point)
    count = own.find(f"{C}ptCount")
    if count is None:
        count = etree.SubElement(own, f"{C}ptCount")
    count.set("val", made.find(f"{C}ptCount").get("val"))
    for point in reversed(made.findall(f"{C}pt")):
        count.addnext(deepcopy(point))


def _replace_labels(series: Any, wanted: Any) -> None:
    """Labels with words of their own: their words are new, their look and place stay."""
    labels = series.find(f"{C}dLbls")
    if labels is None:
        return
    old = {_place(label): label for label in own_labels(series)}
    new = {_place(label): label for label in own_labels(wanted)}
    for place, label in old.items():
        if place not in new:
            labels.remove(label)
        else:
            _reword(label, new[place])
    for place, label in new.items():
        if place not in old:
            for plain in [one for one in labels.findall(f"{C}dLbl") if _place(one) == place]:
                labels.remove(plain)
            ahead = [one for one in labels.findall(f"{C}dLbl") if _place(one) < place]
            labels.insert(len(ahead), deepcopy(label))


def _place(label: Any) -> int:
    return int(label.find(f"{C}idx").get("val"))


def _reword(label: Any, wanted: Any) -> None:
    own, made = list(label.iter("{*}t")), list(wanted.iter("{*}t"))
    if len(own) != len(made):
        label.replace(label.find(f"{C}tx"), deepcopy(wanted.find(f"{C}tx")))
        return
    for part, said in zip(own, made, strict=True):
        part.text = said.text


def _adopt_ends(chart: Any, fresh: Any) -> None:
    old, new = ends_of(chart), ends_of(fresh)
    if [one.tag for one in old] == [one.tag for one in new]:
        for own, made in zip(old, new, strict=True):
            own.set("val", made.get("val"))
