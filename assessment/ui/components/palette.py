"""The colours of the screen by role, light and dark, from the one style of screen, slide and sheet."""

from dataclasses import dataclass
from typing import Final

from assessment.report.shapes import Role
from exports import style

FONTS: Final = "Arial, 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif"
"""The same as in .streamlit/config.toml."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one appearance; `roles` colours a series by what it stands for, `others` further units."""

    background: str
    ink: str
    grey: str
    hairline: str
    on_bar: str
    roles: dict[Role, str]
    others: tuple[str, ...]


LIGHT: Final = Palette(
    style.WHITE,
    style.INK,
    style.GREY,
    style.HAIRLINE,
    style.WHITE,
    style.ROLE_COLOURS,
    style.OTHERS,
)
DARK: Final = Palette(
    style.DARK["background"],
    style.DARK["ink"],
    style.DARK["grey"],
    style.DARK["hairline"],
    style.DARK["background"],
    style.DARK_ROLE_COLOURS,
    style.DARK_OTHERS,
)


def palette(appearance: str | None) -> Palette:
    """The palette of `st.context.theme.type`; light where the browser has not said."""
    return DARK if appearance == "dark" else LIGHT


def tint(colours: Palette, level: float) -> tuple[str, str]:
    """Background and ink of a cell; `level` is the score's position on the scale, 0..1."""
    if colours is not DARK:
        background = style.level_colour(level)
        return background, style.on_colour(background)
    steps = len(style.LEVELS) - 1
    share = style.level_step(level) / steps * 0.75
    return _mixed(style.DARK["panel"], style.DARK["accent"], share), style.WHITE


def _mixed(one: str, other: str, share: float) -> str:
    """The colour that lies this share of the way from one to the other."""
    pairs = ((int(one[k : k + 2], 16), int(other[k : k + 2], 16)) for k in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def level_tints(colours: Palette) -> list[tuple[str, str]]:
    """Background and ink of the levels, from the lowest to the highest."""
    steps = len(style.LEVELS) - 1
    return [tint(colours, step / steps) for step in range(steps + 1)]


def difference_tints(colours: Palette) -> list[tuple[str, str]]:
    """The same for differences: from far below the reference over none to far above it."""
    if colours is DARK:
        panel, behind, ahead = style.DARK["panel"], style.DARK["second"], style.ABOVE[1]
        found = [_mixed(panel, behind, share) for share in (0.75, 0.45, 0.2)]
        found += [panel, *(_mixed(panel, ahead, share) for share in (0.2, 0.45, 0.75))]
    else:
        found = [*style.BELOW, style.WHITE, *style.ABOVE]
    return [(one, _readable(colours, one)) for one in found]


def house_tints(colours: Palette) -> dict[str, tuple[str, str]]:
    """Background and ink of a box of the capability map by its role."""
    if colours is not DARK:
        return {role: (one, style.on_colour(one)) for role, one in style.HOUSE.items()}
    panel, differences = style.DARK["panel"], difference_tints(colours)
    found = {f"level-{step}": pair for step, pair in enumerate(level_tints(colours))}
    found |= {f"gap-{step}": differences[3 - step] for step in range(4)}
    shares = {"watch": 0.3, "plan": 0.8, "soon": 0.92, "now": 0.85}
    urgent = {name: _mixed(panel, style.URGENCY[name], share) for name, share in shares.items()}
    found |= {name: (one, _readable(colours, one)) for name, one in urgent.items()}
    return found | {"above": differences[4]}


def _readable(colours: Palette, background: str) -> str:
    """Ink on a colour: on a dark screen the screen's own, dark only on what is bright."""
    ink = style.on_colour(background)
    return colours.background if colours is DARK and ink == style.INK else ink
