"""A report without names: units and people under letters and numbers, wherever a sentence names them."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from typing import Any, Final, TypeVar, cast

from assessment.catalogue import Lang, text
from assessment.engagement import Person, Unit
from assessment.report.material import Material

CONCEALED: Final = "concealed"
"""Name of the choice that tells, in a report without names, which engagement it belongs to."""
_T = TypeVar("_T")


def aliases(
    units: Iterable[Unit], people: Iterable[Person], material: Material, lang: Lang
) -> dict[str, str]:
    """Every name and id of a unit or person -> what stands instead of it.

    A unit below another is also known by its name without the word that others end in, too: Shenzhen for
    Shenzhen Telecom. Whatever else a free text tells of whom it is about stays.
    """
    found: dict[str, str] = {}
    known = list(units)
    ends = Counter(_end(name) for unit in known for name in {unit.name, unit.name_zh} if name)
    for place, unit in enumerate(known):
        alias = unit_alias(place, lang)
        names = [unit.id, unit.name, unit.name_zh, *_operator_names(material, unit.id)]
        shared = [name for name in names if name and unit.parent and ends[_end(name)] > 1]
        names += [name[: -len(_end(name))].strip() for name in shared]
        found |= {name: alias for name in names if len(name) > 1}
    for number, person in enumerate(people, start=1):
        alias = text("story.anonymous.person", lang, number=number)
        found |= {name: alias for name in (person.id, person.name, person.name_zh) if len(name) > 1}
    return found


def concealed(engagement: str) -> str:
    """By what a report without names is known to belong to an engagement, whose id may name somebody."""
    return sha256(engagement.encode()).hexdigest()[:16]


def unit_alias(place: int, lang: Lang) -> str:
    """What stands instead of the name of the engagement's unit at this place, counted from 0."""
    return text("story.anonymous.unit", lang, letter=_letters(place))


def _operator_names(material: Material, unit: str) -> tuple[str, ...]:
    operators = material.benchmark.operators if material.benchmark else ()
    return next(((one.name, one.name_zh) for one in operators if one.id == unit), ())


def _end(name: str) -> str:
    """The last word of a name, or its last two characters where it has no spaces."""
    return name[-2:] if not name[-1].isascii() else name.rpartition(" ")[2]


def _letters(place: int) -> str:
    """A to Z, AA, AB ... for 0, 1, ..."""
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def veiled(said: _T, known: Mapping[str, str]) -> _T:
    """The same value with every name replaced, in every text that it holds, however deep."""
    if not known:
        return said
    longest_first = sorted(known, key=lambda name: (-len(name), name))
    pattern = re.compile("|".join(_whole(name) for name in longest_first), re.IGNORECASE)
    folded = {name.casefold(): alias for name, alias in known.items()}

    def hidden(words: str) -> str:
        return pattern.sub(lambda match: folded[match.group().casefold()], words)

    return cast("_T", _walked(said, hidden))


def _whole(name: str) -> str:
    """A Latin name matches as a whole word only."""
    head = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    tail = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return f"{head}{re.escape(name)}{tail}"


def _walked(said: Any, hidden: Callable[[str], str]) -> Any:  # noqa: ANN401 - whatever a report is made of
    if isinstance(said, str):
        return hidden(said)
    if isinstance(said, tuple):
        parts = [_walked(one, hidden) for one in said]
        return type(said)(*parts) if hasattr(said, "_fields") else tuple(parts)
    if is_dataclass(said) and not isinstance(said, type):
        return replace(said, **{one.name: _walked(getattr(said, one.name), hidden) for one in fields(said)})
    return said
