"""The colours of the screen by role, light and dark, from the one style of screen, slide and sheet."""

from dataclasses import dataclass
from typing import Final

from assessment.report.shapes import Role
from exports import style

FONTS: Final = (
    "'Source Sans', 'Source Sans 3', Arial, 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif"
)


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one appearance; `roles` colours a series by what it stands for."""

    background: str
    ink: str
    grey: str
    hairline: str
    on_bar: str
    roles: dict[Role, str]


LIGHT: Final = Palette(style.WHITE, style.INK, style.GREY, style.HAIRLINE, style.WHITE, style.ROLE_COLOURS)
DARK: Final = Palette(
    style.DARK["background"],
    style.DARK["ink"],
    style.DARK["grey"],
    style.DARK["hairline"],
    style.DARK["background"],
    style.DARK_ROLE_COLOURS,
)


def palette(appearance: str | None) -> Palette:
    """The palette of `st.context.theme.type`; light where the browser has not said."""
    return DARK if appearance == "dark" else LIGHT
