"""What newer figures mean for each generated shape of an edited deck, and the deck with them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from exports.deck.again import Generated, section_of
from exports.deck.items import Item, book_mark
from exports.deck.marks import ItemKind, Marks, content_of, frame_of, marks_of
from exports.deck.tags import DeckRecipe, Tag
from exports.package import SPOILED, root_of
from exports.refresh.books import Book
from exports.refresh.chart_parts import book_agrees, redraw, replace_figures
from exports.refresh.items import Opened, Shape, serialised
from exports.refresh.texts import (
    adopt_frame,
    replace_cells,
    replace_drawing,
    replace_lines,
    replace_table,
    replace_words,
)

Status = Literal["updated", "unchanged", "kept", "conflict", "orphan", "new", "deleted"]
STATUSES: Final[tuple[Status, ...]] = ("updated", "conflict", "kept", "orphan", "new", "deleted", "unchanged")


@dataclass(frozen=True, slots=True)
class Found:
    """What becomes of one generated shape.

    Attributes:
        status: `updated` (newer figures are in), `unchanged` (there are none), `kept` (a person changed it,
            the figures behind it are the same), `conflict` (a person changed it and the figures changed; it
            stays as the person left it), `orphan` (the report has nothing like it any more), `new` (the
            report has it, the deck never had), `deleted` (the report has it, a person took it out).
        slide: number of its slide in the deck, 0 where it is on none.
        title: of that slide.
        cells: of a table or of notes: how many cells or paragraphs are a person's; 0 otherwise.
    """

    status: Status
    kind: ItemKind
    slide: int
    title: str
    id: str
    cells: int = 0


@dataclass(frozen=True, slots=True)
class Refreshed:
    """Every shape's fate in the order of the slides, and the file; the old one if nothing changed."""

    found: tuple[Found, ...]
    data: bytes
    changed_parts: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[Status, int]:
        """How many shapes there are of each status."""
        counted = Counter(one.status for one in self.found)
        return {status: counted[status] for status in STATUSES}


@dataclass(frozen=True, slots=True)
class Whole:
    """A deck as such.

    Attributes:
        recipe: of the deck; single slides may come from decks of other recipes.
        tags: its own tags part, as it would be now; empty to leave it.
        held: ids of what was put into it when it was made.
    """

    recipe: DeckRecipe
    tags: str = ""
    held: frozenset[str] = frozenset()

    def fate(self, name: str) -> Status:
        """What something that the report has and the deck has not is."""
        return "deleted" if name in self.held else "new"


@dataclass(slots=True)
class _Work:
    """A deck that is being refreshed."""

    deck: Opened
    overwrite: bool
    changed: dict[str, Any] = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)
    tags: dict[str, Tag] = field(default_factory=dict)
    books: dict[str, Book] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)
    pristine: set[str] = field(default_factory=set)

    def touch(self, part: str) -> None:
        """Remember that a part's root is not what it was."""
        self.changed[part] = self.deck.root(part)

    def parts(self) -> dict[str, bytes]:
        """All parts that are not what they were."""
        done = {part: serialised(root) for part, root in self.changed.items()}
        done |= {part: tag.xml().encode() for part, tag in self.tags.items()}
        done |= {part: self.books[part].packed() for part in self.written} | self.raw
        return {part: data for part, data in done.items() if data != self.deck.package.read(part)}


@dataclass(frozen=True, slots=True)
class _Case:
    """A shape beside what it would be now.

    Attributes:
        item: None where its section is as it was.
        now: its marks as it stands; of one whose figures are the same only what it says, and where it stands.
        person: whether somebody changed what it says.
        figures: whether that would be generated differently now.
    """

    shape: Shape
    item: Item | None
    now: Marks
    person: bool
    figures: bool

    @property
    def fresh(self) -> Item:
        """What it would be now, where that may be something else."""
        if self.item is None:
            raise LookupError(self.shape.tag.id)
        return self.item


def refreshed(
    deck: Opened,
    fresh: Mapping[DeckRecipe, Generated],
    whole: Whole,
    *,
    overwrite: bool = False,
) -> Refreshed:
    """The deck with newer figures in place.

    Args:
        deck: as people edited it; used up by this.
        fresh: what would be generated now, for every recipe of the deck that can be made again.
        whole: the deck as such.
        overwrite: whether newer figures win where a person changed the same shape.
    """
    work = _Work(deck, overwrite)
    # Looked at first and changed afterwards, since a copied slide may share its parts with its original.
    cases = [_case(work, shape, fresh.get(shape.tag.recipe)) for shape in deck.shapes]
    found = [_settle(work, shape, case) for shape, case in zip(deck.shapes, cases, strict=True)]
    updated = {one.slide for one in found if one.status == "updated" and one.kind != "notes"}
    _straighten(work, updated, [case for case in cases if case is not None])
    if whole.tags and deck.provenance:
        work.raw[deck.provenance] = whole.tags.encode()
    parts = work.parts()
    data = deck.package.rewritten(parts)
    missing = _missing(deck, whole, fresh[whole.recipe]) if whole.recipe in fresh else []
    return Refreshed((*found, *missing), data, tuple(sorted(parts)))


def _case(work: _Work, shape: Shape, fresh: Generated | None) -> _Case | None:
    """The shape beside what it would be now; None where the report has nothing like it."""
    tag = shape.tag
    same = fresh is not None and section_of(tag.id) in fresh.same
    item = None if fresh is None else fresh.item(tag.id)
    if not same and (item is None or item.kind != tag.kind):
        return None
    chart = work.deck.root(shape.chart) if shape.chart else None
    figures, wanted = False, {tag.marks.content}
    if item is None or item.made == tag.made:
        now = Marks(content_of(shape.element, tag.kind, chart), "", frame_of(shape.element), "")
    else:
        now, made = marks_of(shape.element, tag.kind, chart), item.marks
        figures = made.content != tag.marks.content or (tag.kind == "chart" and made.alt != tag.marks.alt)
        wanted.add(made.content)
    person = now.content not in wanted or not _book_untouched(work, shape)
    return _Case(shape, item, now, person, figures)


def _book_untouched(work: _Work, shape: Shape) -> bool:
    """Whether the workbook holds what the chart shows; one that cannot be read is somebody else's."""
    if not shape.book:
        return True
    try:
        data = work.deck.package.read(shape.book)
        if book_mark(data) == shape.tag.book:
            work.pristine.add(shape.book)
            return True
        book = work.books.setdefault(shape.book, Book(data))
        return book_agrees(work.deck.root(shape.chart), book)
    except SPOILED:
        return False


def _settle(work: _Work, shape: Shape, case: _Case | None) -> Found:
    """Change the shape if it may be, and say what became of it."""
    status: Status = "orphan"
    cells = 0
    if case is not None:
        if case.person and not (work.overwrite and case.figures):
            status, cells = _beside_a_person(work, case)
        elif case.figures:
            _replace(work, case)
            status = "updated"
        else:
            status = "unchanged"
    title = work.deck.titles.get(shape.slide, "")
    return Found(status, shape.tag.kind, shape.slide, title, shape.tag.id, cells)


def _replace(work: _Work, case: _Case) -> None:
    """Everything that the shape says, as generated now."""
    shape, item, tag = case.shape, case.fresh, case.shape.tag
    adopt = case.now.look == tag.marks.look
    if tag.kind == "chart":
        _replace_chart(work, case, adopt=adopt)
    elif tag.kind == "table":
        replace_table(shape.element, item.shape, adopt=adopt)
    elif tag.kind == "drawing":
        replace_drawing(shape.element, item.shape)
    else:
        replace_words(shape.element, item.shape, adopt=adopt)
    if tag.kind != "chart":
        work.touch(shape.part)
    look = item.marks.look if adopt or tag.kind == "drawing" else tag.marks.look
    _remember(work, case, item.marks.content, look)


def _replace_chart(work: _Work, case: _Case, *, adopt: bool) -> None:
    shape, chart = case.shape, work.deck.root(case.shape.chart)
    if shape.chart in work.changed:
        return  # a copied slide shows the same part
    fresh, drawn = root_of(case.fresh.drawn.chart), case.fresh.drawn
    work.touch(shape.chart)
    if shape.book in work.pristine:
        redraw(chart, fresh, adopt=adopt)
        work.raw[shape.book] = drawn.book
        return
    made, book = Book(drawn.book), work.books.get(shape.book)
    after = replace_figures(chart, fresh, book, made, adopt=adopt)
    if after is made:
        work.raw[shape.book] = drawn.book
    elif after is not None:
        work.written.add(shape.book)


def _remember(work: _Work, case: _Case, content: str, look: str) -> None:
    """The shape's alternative text and its tag, as of now."""
    shape, made, tag = case.shape, case.fresh.marks, case.shape.tag
    alt = tag.marks.alt
    if case.now.alt == tag.marks.alt != made.alt:
        alt = made.alt
        described = case.fresh.shape.find("./*/{*}cNvPr").get("descr", "")
        shape.element.find("./*/{*}cNvPr").set("descr", described)
        work.touch(shape.part)
    marks = tag.marks._replace(content=content, look=look, alt=alt)
    drawn = case.fresh.made if content == made.content else ""
    book = book_mark(case.fresh.drawn.book) if shape.book in work.raw else ""
    work.tags[shape.tags] = tag._replace(marks=marks, made=drawn, book=book)


def _beside_a_person(work: _Work, case: _Case) -> tuple[Status, int]:
    """A shape that a person changed: cell by cell where rows and columns are the same, else left alone."""
    tag = case.shape.tag
    plain: Status = "conflict" if case.figures else "kept"
    if tag.kind not in {"table", "notes"}:
        return plain, 0
    made = case.fresh.marks.content if case.figures else tag.marks.content
    grids = [_grid(marks) for marks in (tag.marks.content, case.now.content, made)]
    if len({tuple(len(row) for row in grid) for grid in grids}) > 1:
        return plain, 0
    before, now, new = grids
    places = [(row, column) for row, cells in enumerate(now) for column in range(len(cells))]
    theirs = [(r, c) for r, c in places if now[r][c] != before[r][c] and now[r][c] != new[r][c]]
    clash = [(r, c) for r, c in theirs if new[r][c] != before[r][c]]
    free = [(r, c) for r, c in places if (r, c) not in theirs and now[r][c] != new[r][c]]
    if free:
        adopt = case.now.look == tag.marks.look
        if tag.kind == "table":
            replace_cells(case.shape.element, case.fresh.shape, free, adopt=adopt)
        else:
            replace_lines(case.shape.element, case.fresh.shape, [column for _, column in free])
        work.touch(case.shape.part)
    base = [
        [before[r][c] if (r, c) in clash else new[r][c] for c in range(len(new[r]))] for r in range(len(new))
    ]
    if base != before:
        _remember(work, case, "/".join(".".join(row) for row in base), tag.marks.look)
    return "conflict" if clash else "updated" if free else "kept", len(theirs)


def _grid(content: str) -> list[list[str]]:
    return [row.split(".") for row in content.split("/")]


def _straighten(work: _Work, slides: set[int], cases: Iterable[_Case]) -> None:
    """Places as generated now, on slides that changed and on which nobody moved anything."""
    on: dict[int, list[_Case]] = defaultdict(list)
    for case in cases:
        if case.shape.tag.kind != "notes":
            on[case.shape.slide].append(case)
    for slide in slides:
        group = on[slide]
        pages = {("" if case.item is None else case.item.slide, case.shape.tag.recipe) for case in group}
        if len(pages) == 1 and all(case.now.frame == case.shape.tag.marks.frame for case in group):
            for case in group:
                _place(work, case)


def _place(work: _Work, case: _Case) -> None:
    shape, frame = case.shape, case.fresh.marks.frame
    if frame_of(shape.element) == frame:
        return
    adopt_frame(shape.element, case.fresh.shape)
    work.touch(shape.part)
    tag = work.tags.get(shape.tags, shape.tag)
    work.tags[shape.tags] = tag._replace(marks=tag.marks._replace(frame=frame))


def _missing(deck: Opened, whole: Whole, fresh: Generated) -> list[Found]:
    """What the report has and the deck has not: whole slides, or a table, chart or drawing of one."""
    held = {shape.tag.id for shape in deck.shapes if shape.tag.recipe == whole.recipe}
    pages: dict[str, list[Item]] = defaultdict(list)
    for item in fresh.items.values():
        pages[item.slide].append(item)
    found: list[Found] = []
    for page, group in pages.items():
        gone = [item for item in group if item.id not in held]
        if len(gone) == len(group):
            found.append(Found(whole.fate(page), "text", 0, group[0].title, page))
        else:
            shown = (item for item in gone if item.kind not in {"text", "notes"})
            found += [Found(whole.fate(item.id), item.kind, 0, item.title, item.id) for item in shown]
    return found
