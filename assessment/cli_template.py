"""Options of the deck command that put a client's house around it: template, names, logo, who may read it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from assessment.catalogue import Lang, text
from assessment.edges.files import read_bytes
from assessment.errors import FileRefusedError
from assessment.template_names import MOST_LOGO_BYTES, check_logo, parse_names
from assessment.yaml_source import MAX_BYTES as MOST_NAMES

if TYPE_CHECKING:
    from exports.deck import House

HOUSE: Final = ("template", "mapping", "logo", "confidential")
"""Names of these options."""
Command = Callable[..., Any]
_OPTIONS = (
    click.option("--template", type=click.Path(path_type=Path), help="Client template: .pptx or .potx."),
    click.option(
        "--mapping", type=click.Path(path_type=Path), help="YAML file: names of the template's layouts."
    ),
    click.option("--logo", type=click.Path(path_type=Path), help="Picture for every slide: .png or .jpg."),
    click.option("--confidential", default="", help="Line for every slide that says who may read it."),
)


def with_house(command: Command) -> Command:
    """The command with the options of a house."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def house_of(
    lang: Lang,
    *,
    template: Path | None = None,
    mapping: Path | None = None,
    logo: Path | None = None,
    confidential: str = "",
) -> "House":
    """What the options ask for; what the template lacks is named on standard error.

    Raises:
        FileRefusedError: a file is refused.
        FileUnreachableError: a file cannot be read.
    """
    from exports.deck import House
    from exports.package import MAX_BYTES
    from exports.template import Logo

    names = None
    if mapping is not None:
        names, problems = parse_names(read_bytes(mapping, MOST_NAMES), str(mapping))
        if names is None:
            raise FileRefusedError(str(mapping), tuple(problems))
    data = None if template is None else read_bytes(template, MAX_BYTES)
    picture = None
    if logo is not None:
        picture = Logo(check_logo(logo.name, read_bytes(logo, MOST_LOGO_BYTES)))
    house = House(data, "" if template is None else template.name, names, confidential, picture)
    if data is not None:
        for one in house.lacks():
            role = text(f"template.role.{one.role}", lang)
            click.echo(text(f"template.missing.{one.what}", lang, role=role, used=one.used), err=True)
    return house
