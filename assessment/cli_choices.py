"""Options that choose what a deck tells: parts, units compared, tier, names or letters."""

from collections.abc import Callable
from typing import Any, Final

import click

from assessment.catalogue import text
from assessment.report.shapes import SectionKind
from assessment.storyline.choices import PARTS, Choices

CHOSEN: Final = ("sections", "units", "tier", "anonymous")
"""Names of these options."""
Command = Callable[..., Any]
_OPTIONS = (
    click.option(
        "--sections", default="", help=f"Parts of the deck, by comma (default: all): {', '.join(PARTS)}."
    ),
    click.option("--units", default="", help="Ids of the units compared, by comma (default: all)."),
    click.option(
        "--tier", default="", help="Tier of map, comparison and priorities (default: above indicators)."
    ),
    click.option(
        "--anonymous", is_flag=True, help="Letters and numbers instead of names of units and people."
    ),
)


def with_choices(command: Command) -> Command:
    """The command with the options that choose what a deck tells."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def choices_of_options(*, sections: str, units: str, tier: str, anonymous: bool) -> Choices:
    """What the options choose; BadParameter where a part is named that no deck has."""
    return Choices(parts_of(sections), tuple(listed(units)), tier or "", anonymous)


def listed(said: str | None) -> list[str]:
    """What is named, by comma."""
    return [one.strip() for one in (said or "").split(",") if one.strip()]


def parts_of(said: str | None) -> tuple[SectionKind, ...]:
    """The parts named; all where none is."""
    named = listed(said)
    unknown = [one for one in named if one not in PARTS]
    if unknown:
        allowed = {"found": ", ".join(unknown), "allowed": ", ".join(PARTS)}
        raise click.BadParameter(text("cli.deck.sections", "en", **allowed), param_hint="--sections")
    return tuple(part for part in PARTS if part in named) or PARTS
