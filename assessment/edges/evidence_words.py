"""Words as the search for evidence sees them: Chinese character by character, everything else by the word."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_CJK: Final = (
    "\u3040-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_TOKEN: Final = re.compile(f"[{_CJK}]|[^\\W_{_CJK}]+")


def tokens(text: str) -> list[str]:
    """What is compared: `CRM 系统` is crm, 系, 统; full-width letters, case and accents fall away."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _TOKEN.findall(unicodedata.normalize("NFC", bare))


def phrases(words: str) -> list[list[str]]:
    """What is looked for: the tokens of each word, which must stand one after the other."""
    return [found for found in map(tokens, words.split()) if found]


def finds(words: str, text: str) -> bool:
    """Whether a text has every one of the words; a word also stands for longer ones that begin with it."""
    wanted = phrases(words)
    there = tokens(text)
    return bool(wanted) and all(any(_matches(phrase, at) for at in _tails(there)) for phrase in wanted)


def _tails(there: list[str]) -> Iterator[list[str]]:
    return (there[start:] for start in range(len(there)))


def _matches(phrase: list[str], tail: list[str]) -> bool:
    *whole, last = phrase
    return len(tail) >= len(phrase) and tail[: len(whole)] == whole and tail[len(whole)].startswith(last)
