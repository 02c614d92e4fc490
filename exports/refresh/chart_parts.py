"""New figures in a chart that people may have restyled, and in the workbook behind it."""
# ruff: noqa: ANN401 - elements of lxml, which is not typed

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

from lxml import etree

from exports.deck.marks import VALUES, C, looks_of, own_labels, points_of, series_of
from exports.refresh.books import Area, Book, area_of

_NAME: Final = f"{C}tx"
_REFERENCES: Final = (f"{C}strRef", f"{C}numRef")
_CACHES: Final = (f"{C}strCache", f"{C}numCache")


def book_agrees(chart: Any, book: Book) -> bool:
    """Whether the workbook holds what the chart shows; ValueError where its cells cannot be told."""
    return all(
        book.read(area_of(reference.findtext(f"{C}f", ""))) == points_of(reference)
        for series in series_of(chart)
        for reference in _references(series)
    )


def _references(series: Any) -> Iterator[Any]:
    for kind in (_NAME, *VALUES):
        found = series.find(kind)
        if found is not None:
            yield from (part for part in found if part.tag in _REFERENCES)


def replace_figures(chart: Any, fresh: Any, book: Book | None, *, adopt: bool) -> None:
    """Names, categories, figures and own labels of all series; colours, formats and kinds stay.

    Args:
        chart: the chart part's root as it stands.
        fresh: the same as generated now.
        book: its workbook, None where somebody took it away.
        adopt: whether the ends of the axes, the plot area and number formats follow, because nobody changed
            them.
    """
    _match_series(chart, fresh)
    for series, wanted in zip(series_of(chart), series_of(fresh), strict=True):
        for kind in (_NAME, *VALUES):
            old, new = series.find(kind), wanted.find(kind)
            if old is not None and new is not None:
                _replace_points(old, new, book)
        _replace_labels(series, wanted)
    if adopt:
        _adopt_looks(chart, fresh)


def _match_series(chart: Any, fresh: Any) -> None:
    """As many series as there are now; an added one looks as generated, on the chart's own sheet."""
    old, new = series_of(chart), series_of(fresh)
    for surplus in old[len(new) :]:
        surplus.getparent().remove(surplus)
    sheet = next((area_of(one.findtext(f"{C}f")).sheet for one in _references(old[0])), "") if old else ""
    for added in new[len(old) :]:
        copy = deepcopy(added)
        for reference in _references(copy):
            place = reference.find(f"{C}f")
            place.text = area_of(place.text)._replace(sheet=sheet).formula()
        last = max(series_of(chart), key=lambda one: one.getparent().index(one))
        last.addnext(copy)


def _replace_points(old: Any, new: Any, book: Book | None) -> None:
    reference = next((part for part in old if part.tag in _REFERENCES), None)
    wanted = next((part for part in new if part.tag in _REFERENCES), None)
    if reference is None or wanted is None or reference.tag != wanted.tag:
        for part in list(old):
            old.remove(part)
        old.extend(deepcopy(part) for part in new)
        return
    _fill(reference, wanted)
    formula = reference.find(f"{C}f")
    before = area_of(formula.text)
    said = points_of(wanted)
    down = before.down if before.length > 1 else area_of(wanted.findtext(f"{C}f")).down
    after = before._replace(length=max(1, len(said)), down=down)
    formula.text = formula.text if after.length == before.length else after.formula()
    if book is not None:
        book.write(after, _exact(wanted, len(said)) or [""], numbers=wanted.tag == f"{C}numRef")
        if before.length > after.length:
            book.clear(_rest(before, after.length))


def _exact(reference: Any, count: int) -> list[str]:
    """The points with all their digits."""
    found = {int(point.get("idx")): point.findtext(f"{C}v", "") for point in reference.iter(f"{C}pt")}
    return [found.get(place, "") for place in range(count)]


def _rest(area: Area, kept: int) -> Area:
    """The cells of an area after the first ones."""
    row = area.row + kept if area.down else area.row
    column = area.column if area.down else area.column + kept
    return area._replace(row=row, column=column, length=area.length - kept)


def _fill(reference: Any, wanted: Any) -> None:
    """The points last seen; the number format beside them stays."""
    own = next((part for part in reference if part.tag in _CACHES), None)
    made = next(part for part in wanted if part.tag in _CACHES)
    if own is None:
        reference.append(deepcopy(made))
        return
    points = own.findall(f"{C}pt")
    if points_of(reference) == points_of(wanted) and _texts(own) == _texts(made):
        return
    for point in points:
        own.remove(point)
    count = own.find(f"{C}ptCount")
    if count is None:
        count = etree.SubElement(own, f"{C}ptCount")
    count.set("val", made.find(f"{C}ptCount").get("val"))
    for point in reversed(made.findall(f"{C}pt")):
        count.addnext(deepcopy(point))


def _texts(cache: Any) -> list[str]:
    return [point.findtext(f"{C}v", "") for point in cache.iter(f"{C}pt")]


def _replace_labels(series: Any, wanted: Any) -> None:
    """Labels with words of their own: their words are new, their look and place stay."""
    labels = series.find(f"{C}dLbls")
    if labels is None:
        return
    old = {label.find(f"{C}idx").get("val"): label for label in own_labels(series)}
    new = {label.find(f"{C}idx").get("val"): label for label in own_labels(wanted)}
    for place, label in old.items():
        if place not in new:
            labels.remove(label)
    for place, label in new.items():
        if place in old:
            _reword(old[place], label)
            continue
        plain = [one for one in labels.findall(f"{C}dLbl") if one.find(f"{C}idx").get("val") == place]
        for one in plain:
            labels.remove(one)
        ahead = [
            one for one in labels.findall(f"{C}dLbl") if int(one.find(f"{C}idx").get("val")) < int(place)
        ]
        labels.insert(len(ahead), deepcopy(label))


def _reword(label: Any, wanted: Any) -> None:
    own = list(label.iter("{*}t"))
    said = "".join(wanted.itertext("{*}t"))
    if "".join(part.text or "" for part in own) == said:
        return
    own[0].text = said
    for part in own[1:]:
        part.text = ""


def _adopt_looks(chart: Any, fresh: Any) -> None:
    old, new = looks_of(chart), looks_of(fresh)
    if [one.tag for one in old] != [one.tag for one in new]:
        return
    for own, made in zip(old, new, strict=True):
        for name in ("val", "formatCode"):
            if made.get(name) is not None:
                own.set(name, made.get(name))
