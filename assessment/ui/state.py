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
EVIDENCE: Final = "evidence"
RATER: Final = "rater"
SAVED_AT: Final = "saved-at"
JUMPED: Final = "jumped-to"

IN_LINK: Final = (ENGAGEMENT, UNIT, WAVE, LANG, NODE)
"""What an address carries, ids only, never translated words; the node only where a page shows one."""


def field(engagement: str, unit: str, wave: str, lang: str, node: str) -> dict[str, str]:
    """The address of one field of a unit's wave, as a page's query parameters."""
    return dict(zip(IN_LINK, (engagement, unit, wave, lang, node), strict=True))


_BELOW: Final = {ENGAGEMENT: (UNIT, WAVE, NODE, RATER, EVIDENCE), UNIT: (NODE,), WAVE: (NODE,)}
"""What a new choice makes meaningless."""


def chosen(name: str, known: Collection[str], link: Kept, session: Kept) -> str | None:
    """What the link names, else what the session remembers; None where neither is known."""
    for found in (link.get(name), session.get(name)):
        if found in known:
            return str(found)
    return None


def choose(name: str, value: str, link: Kept, session: Kept) -> None:
    """Make a choice: remember it, and forget also in the link what depended on the one before."""
    if session.get(name) != value:
        for below in _BELOW.get(name, ()):
            link.pop(below, None)
    remember(name, value, link, session)


def remember(name: str, value: str, link: Kept, session: Kept) -> None:
    """Write down what is looked at, touching the address only when it changes.

    Where it is something else than before, the session forgets what depended on that.
    """
    if session.get(name) not in (None, value):
        for below in _BELOW.get(name, ()):
            session.pop(below, None)
    session[name] = value
    if name in IN_LINK and link.get(name) != value:
        link[name] = value
