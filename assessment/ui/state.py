"""Names of everything that a session or a link keeps, and how the two agree."""

from collections.abc import Collection, MutableMapping
from typing import Any, Final

Kept = MutableMapping[Any, Any]
"""A link's or a session's values by name."""

ENGAGEMENT: Final = "engagement"
UNIT: Final = "unit"
WAVE: Final = "wave"
LANG: Final = "lang"
NODE: Final = "node"
RATER: Final = "rater"
SAVED_AT: Final = "saved-at"

IN_LINK: Final = (ENGAGEMENT, UNIT, WAVE, LANG)
"""What every page carries in its address; ids, never translated words."""

_BELOW: Final = {ENGAGEMENT: (UNIT, WAVE, NODE, RATER)}
"""What a new choice makes meaningless."""


def chosen(name: str, known: Collection[str], link: Kept, session: Kept) -> str | None:
    """What the link names, else what the session remembers; None where neither is known."""
    for found in (link.get(name), session.get(name)):
        if found in known:
            return str(found)
    return None


def choose(name: str, value: str, link: Kept, session: Kept) -> None:
    """Remember a choice in link and session, and forget what depended on the one before."""
    if session.get(name) != value:
        for below in _BELOW.get(name, ()):
            link.pop(below, None)
            session.pop(below, None)
    remember(name, value, link, session)


def remember(name: str, value: str, link: Kept, session: Kept) -> None:
    """Write a choice down in both places, touching the address only when it changes."""
    session[name] = value
    if name in IN_LINK and link.get(name) != value:
        link[name] = value
