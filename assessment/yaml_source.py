"""Text that people wrote, from bytes to plain data that remembers its lines: UTF-8 and YAML.

How a reader of a file uses it:

    text, problems = decode(data, "rubric.yaml")
    document, problems = read_yaml(text, "rubric.yaml")
    document.data                                  # dict, list, str, int, float, bool, None
    document.problem("weight-negative", ("tree", 0, "weight"), allowed="0 or more")

The sentence of every problem found here is in `catalogue/problems_file.py`.
"""

import codecs
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from itertools import islice
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from assessment.errors import Problem, Severity

Path = tuple[str | int | float, ...]
"""Where in the data: keys of mappings and positions in lists, from the top."""

MAX_BYTES: Final = 5_000_000
MAX_DEPTH: Final = 60
MAX_PROBLEMS: Final = 1_000
"""A reader of a file reports so many problems, and then that there are more."""
_SHOWN: Final = 60

_Event = Any  # PyYAML's stubs leave out what the events of its parser carry
_Place = tuple[int, int, str]
_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER: Final = re.compile(r"[-+]?(?:0|[1-9]\d*)", re.ASCII)
_DECIMAL: Final = re.compile(r"(?:[-+]?\d+\.\d*|\.\d+)(?:[eE][-+]\d+)?", re.ASCII)
_DIGITS: Final = 30
_TEXT_TAGS: Final = ("!", "tag:yaml.org,2002:str")
_WORDS: Final[dict[str, bool | float | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
    **{f"{sign}.{word}": float(f"{sign}inf") for sign in ("", "+", "-") for word in ("inf", "Inf", "INF")},
}
_UNPRINTABLE: Final = re.compile(
    r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_TAB_INDENT: Final = re.compile(r" *\t")
_BROKEN: Final = (
    ("yaml-start", "cannot start any token"),
    ("yaml-escape", "escape"),
    ("yaml-quote", "quoted scalar"),
    ("yaml-bracket", "flow"),
    ("yaml-colon", "mapping values are not allowed"),
    ("yaml-key", "could not find expected ':'"),
    ("yaml-indent", "block"),
)


def decode(data: bytes, source: str) -> tuple[str | None, list[Problem]]:
    r"""The text of a UTF-8 file, without byte order mark and with `\n` at every line's end.

    Args:
        data: the file's content.
        source: the file as the person named it.

    Returns:
        The text, None where the bytes are not UTF-8, and the problem with the place of the first bad byte.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [Problem("file-encoding", source, 1, 1, found="UTF-16")]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        line, column = _line_and_column(before, len(before))
        return None, [Problem("file-encoding", source, line, column, found=f"0x{data[error.start]:02X}")]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


class TooManyProblemsError(Exception):
    """A check stops here: it has found more problems than anybody reads."""


def capped(problems: list[Problem], source: str) -> list[Problem]:
    """The first `MAX_PROBLEMS`; where there are more, one last problem that says so and refuses the file."""
    if len(problems) <= MAX_PROBLEMS:
        return problems
    return [*problems[:MAX_PROBLEMS], Problem("file-too-many", source, found=str(MAX_PROBLEMS))]


def nearest(word: str, known: Iterable[str], count: int = 3) -> str:
    """The names most like a mistyped word, best first, joined by commas; empty where none is close."""
    return ", ".join(get_close_matches(word, list(known), n=count, cutoff=0.6))


def shortened(words: str) -> str:
    """The beginning of a long text, for quoting it in a sentence."""
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


@dataclass(frozen=True)
class YamlDocument:
    """A YAML file as plain data, with the place of everything in it.

    Attributes:
        source: the file as the person named it.
        data: dict, list, str, int, float, bool or None. Dates stay text, and so do `yes`, `no` and `007`.
            Keys are text, or numbers where the author wrote a number without quotes.
        text: what was read; read once more for the places, and only when a problem asks for one.
    """

    source: str
    data: Any
    text: str

    @cached_property
    def _places(self) -> dict[Path, _Place]:
        """Path -> where its key (in a list: its item) begins, and what is written as its value."""
        places: dict[Path, _Place] = {}
        _Reader(self.text, self.source, [], places).document()
        return places

    def line_and_column(self, path: Path) -> tuple[int, int]:
        """1-based place of a path; of the nearest thing around it where it does not exist."""
        while path and path not in self._places:
            path = path[:-1]
        line, column, _ = self._places[path]
        return line, column

    def written(self, path: Path) -> str:
        """What the author wrote there, such as `2003.10` for a number; empty for a list or a group."""
        return self._places[path][2] if path in self._places else ""

    def key(self, path: Path) -> str:
        """The path as people read it: `tree[0].children[1].weight`."""
        shown, here = "", self.data
        for part in path:
            if isinstance(here, list):
                shown += f"[{part}]"
                here = here[part] if isinstance(part, int) and part < len(here) else None
            else:
                name = part if isinstance(part, str) else f"{part:g}"
                shown += f".{name}" if shown else name
                here = here.get(part) if isinstance(here, dict) else None
        return shown

    def problem(
        self,
        code: str,
        path: Path,
        *,
        found: str | None = None,
        allowed: str = "",
        severity: Severity = "error",
    ) -> Problem:
        """A problem at a path, with its place; `found` is what stands there unless told otherwise."""
        line, column = self.line_and_column(path)
        shown = self.written(path) if found is None else found
        return Problem(code, self.source, line, column, self.key(path), shortened(shown), allowed, severity)


def read_yaml(text: str, source: str) -> tuple[YamlDocument | None, list[Problem]]:
    """YAML as plain data, and everything that is wrong with it as YAML.

    Anchors, aliases, merge keys and tags are refused and never followed; so are a second document, more than
    `MAX_BYTES` characters and more than `MAX_DEPTH` levels. Of a key that stands twice, the first counts; an
    alias is read as the text that it is.

    Args:
        text: the file's text.
        source: the file as the person named it.

    Returns:
        The document, None where nothing could be read, and the problems. With a document there may be
        problems too: read on, so that the person sees everything at once, then refuse. After `MAX_PROBLEMS`
        nothing more is read, and the last problem says so.
    """
    text = text.removeprefix("\ufeff")
    if len(text) > MAX_BYTES:
        return None, [Problem("file-too-large", source, found=f"{len(text) / 1e6:.1f} MB", allowed="5 MB")]
    problems: list[Problem] = []
    try:
        return _Reader(text, source, problems).document(), problems
    except (yaml.reader.ReaderError, UnicodeEncodeError):
        return None, [_unprintable(text, source)]
    except yaml.MarkedYAMLError as error:
        return None, capped([*problems, *_broken(error, text, source)], source)
    except TooManyProblemsError:
        return None, capped(problems, source)
    except _TooDeepError as error:
        return None, [*problems, error.problem]


def _place(event: _Event, value: _Event) -> _Place:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1, value.value if isinstance(value, ScalarEvent) else ""


class _TooDeepError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


class _Reader:
    """Builds plain data straight from the parser's events: in half the time of PyYAML's own constructor."""

    def __init__(
        self,
        text: str,
        source: str,
        problems: list[Problem],
        places: dict[Path, _Place] | None = None,
    ) -> None:
        self.text = text
        self.source = source
        self.problems = problems
        self.places = places
        self.next = _Loader(text).get_event

    def document(self) -> YamlDocument | None:
        """The first document; None where the file holds nothing."""
        event = self.next()
        while not isinstance(event, DocumentStartEvent | StreamEndEvent):
            event = self.next()
        if isinstance(event, StreamEndEvent):
            self.problems.append(Problem("file-empty", self.source))
            return None
        first = self.next()
        if self.places is not None:
            self.places[()] = _place(first, first)
        data = self._value(first, ())
        self.next()
        after = self.next()
        if isinstance(after, DocumentStartEvent):
            self._note("yaml-documents", after)
        if data is None and not self.problems:
            self.problems.append(Problem("file-empty", self.source))
        return None if data is None else YamlDocument(self.source, data, self.text)

    def _value(self, event: _Event, path: Path) -> Any:  # noqa: ANN401 - plain data of any kind
        if isinstance(event, AliasEvent):
            self._note("yaml-reuse", event, found=f"*{event.anchor}")
            return f"*{event.anchor}"
        if event.anchor is not None:
            self._note("yaml-reuse", event, found=f"&{event.anchor}")
        if event.tag is not None and event.tag not in _TEXT_TAGS:
            self._note("yaml-tag", event, found=event.tag)
        if isinstance(event, ScalarEvent):
            return _plain(event.value) if event.implicit[0] else event.value
        if len(path) >= MAX_DEPTH:
            raise _TooDeepError(self._problem("yaml-depth", event, allowed=str(MAX_DEPTH)))
        return self._mapping(path) if isinstance(event, MappingStartEvent) else self._sequence(path)

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self.next(), SequenceEndEvent):
            here = (*path, len(items))
            if self.places is not None:
                self.places[here] = _place(event, event)
            items.append(self._value(event, here))
        return items

    def _mapping(self, path: Path) -> dict[str | float, Any]:
        entries: dict[str | float, Any] = {}
        while not isinstance(event := self.next(), MappingEndEvent):
            key = self._key(event)
            value = self.next()
            if key is None:
                self._skip(value)
            elif key == "<<" and event.implicit[0]:
                self._note("yaml-reuse", event, found="<<")
                self._skip(value)
            elif key in entries:
                self._note("yaml-duplicate", event, found=event.value)
                self._skip(value)
            else:
                here = (*path, key)
                if self.places is not None:
                    self.places[here] = _place(event, value)
                entries[key] = self._value(value, here)
        return entries

    def _key(self, event: _Event) -> str | float | None:
        if not isinstance(event, ScalarEvent):
            self._note("yaml-complex-key", event)
            self._skip(event)
            return None
        key = self._value(event, ())
        is_number = type(key) in (int, float) and math.isfinite(key)
        return key if is_number else str(event.value)

    def _skip(self, event: _Event) -> None:
        depth = 0
        while True:
            depth += isinstance(event, MappingStartEvent | SequenceStartEvent)
            depth -= isinstance(event, MappingEndEvent | SequenceEndEvent)
            if depth == 0:
                return
            event = self.next()

    def _note(self, code: str, event: _Event, found: str = "") -> None:
        self.problems.append(self._problem(code, event, found=found))
        if len(self.problems) > MAX_PROBLEMS:
            raise TooManyProblemsError

    def _problem(self, code: str, event: _Event, found: str = "", allowed: str = "") -> Problem:
        mark = event.start_mark
        return Problem(code, self.source, mark.line + 1, mark.column + 1, found=found, allowed=allowed)


def _plain(value: str) -> str | float | bool | None:
    """What a word without quotes means: a number, true, false or nothing, else the word itself."""
    if value in _WORDS:
        return _WORDS[value]
    if value[0] not in "+-.0123456789" or len(value) > _DIGITS:
        return value
    if _INTEGER.fullmatch(value):
        return int(value)
    return float(value) if _DECIMAL.fullmatch(value) else value


def _broken(error: yaml.MarkedYAMLError, text: str, source: str) -> list[Problem]:
    """Where the YAML breaks, and every line indented by a tab, which is the usual reason."""
    code = next(
        (code for code, words in _BROKEN if words in f"{error.context} {error.problem}"), "yaml-broken"
    )
    opened = error.context_mark if code in ("yaml-quote", "yaml-bracket", "yaml-key") else None
    mark = opened or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    written = lines[line - 1] if line <= len(lines) else ""
    if code == "yaml-indent" and written[: column - 1].strip():
        code = "yaml-broken"
    tabbed = ((k, match.end()) for k, row in enumerate(lines, 1) if (match := _TAB_INDENT.match(row)))
    tabs = dict(islice(tabbed, MAX_PROBLEMS + 1))
    problems = [Problem("yaml-tab", source, *place) for place in tabs.items()]
    if line in tabs:
        return problems
    return [*problems, Problem(code, source, line, column, found=shortened(written.strip()))]


def _unprintable(text: str, source: str) -> Problem:
    match = _UNPRINTABLE.search(text)
    line, column = _line_and_column(text, match.start()) if match else (1, 1)
    return Problem("yaml-character", source, line, column, found=f"U+{ord(match[0]):04X}" if match else "")


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    """1-based place of a character, lines ending as in YAML."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
