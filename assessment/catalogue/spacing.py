"""Chinese sentences set Latin letters and digits apart from Chinese characters, also at a filled-in word."""

import re
from functools import cache
from typing import Final

_HAN: Final = "[\u4e00-\u9fff]"
_HEAD, _TAIL = "before_", "after_"
_FIELD: Final = re.compile(
    rf"(?P<before>{_HAN})?(?P<field>\{{(?P<name>\w+)[^{{}}]*\}})(?P<after>(?={_HAN}))?"
)


def spaced(sentence: str, values: dict[str, object]) -> str:
    """The sentence with its placeholders filled in; "广东 01" is followed by a space before a character.

    Only the seams are looked at: what was filled in is printed as it was given.
    """
    gaps = {_HEAD + name: " " if _latin(value, 0) else "" for name, value in values.items()}
    gaps |= {_TAIL + name: " " if _latin(value, -1) else "" for name, value in values.items()}
    return _with_seams(sentence).format(**values, **gaps)


def _latin(value: object, end: int) -> bool:
    said = value if isinstance(value, str) else ""
    return bool(said) and said[end].isascii() and said[end].isalnum()


@cache
def _with_seams(sentence: str) -> str:
    """The sentence with a placeholder more where a word may touch a Chinese character."""
    return _FIELD.sub(_seams, sentence)


def _seams(found: re.Match[str]) -> str:
    name, before = found["name"], found["before"] or ""
    head = f"{before}{{{_HEAD}{name}}}" if before else ""
    tail = f"{{{_TAIL}{name}}}" if found["after"] is not None else ""
    return f"{head}{found['field']}{tail}"
