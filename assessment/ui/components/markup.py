"""Pieces of a card that are drawn as text: what its buttons say, keys.js does, in the order of its queue."""

from collections.abc import Iterable
from html import escape


def button(
    words: str,
    say: str,
    value: str = "",
    *,
    kind: str = "gl-plain",
    pressed: bool | None = None,
    disabled: bool = False,
    title: str = "",
) -> str:
    """A button as HTML.

    Args:
        words: its label, HTML.
        say: what keys.js does: `score` and `open` take the value, anything else is the key of that name.
        value: a score, or the part of the editor to open.
        kind: class of its looks.
        pressed: whether it is chosen; None for a button that is no choice.
        disabled: whether it takes no clicks.
        title: what hovering says.
    """
    parts = ["<button", 'type="button"', f'class="{kind}"', f'data-say="{say}"']
    parts += [f'data-value="{escape(value)}"'] if value else []
    parts += [] if pressed is None else [f'aria-pressed="{str(pressed).lower()}"']
    parts += [f'title="{escape(title)}" aria-label="{escape(title)}"'] if title else []
    return " ".join([*parts, *(["disabled"] if disabled else [])]) + f">{words}</button>"


def block(kind: str, *pieces: str, tag: str = "div") -> str:
    """Pieces of HTML in a box of their own; empty without any."""
    inside = "".join(pieces)
    return f'<{tag} class="{kind}">{inside}</{tag}>' if inside else ""


def listed(title: str, items: Iterable[str]) -> str:
    """A titled list; the items are HTML; empty without any."""
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f"<h5>{escape(title)}</h5><ul>{rows}</ul>" if rows else ""
