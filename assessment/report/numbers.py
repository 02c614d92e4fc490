"""Figures for the reader's eye: rounded for display only, half away from zero as spreadsheets do."""

from decimal import ROUND_HALF_UP, Decimal

MINUS = "\u2212"


def rounded(value: float, places: int = 1) -> str:
    """The value with a fixed number of decimals and a real minus; never a negative zero.

    Args:
        value: a finite number.
        places: decimals, >= 0.
    """
    exact = Decimal(f"{value:.12g}").quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{exact or abs(exact)}".replace("-", MINUS)


def signed(value: float, places: int = 1) -> str:
    """The same with its sign; a value that rounds to zero has none."""
    shown = rounded(value, places)
    positive = shown[0] != MINUS and any(digit in "123456789" for digit in shown)
    return f"+{shown}" if positive else shown


def places_apart(one: float, other: float) -> int:
    """The fewest decimals, 1 to 3, at which two figures read differently; 1 where three are not enough."""
    return next((places for places in (1, 2, 3) if rounded(one, places) != rounded(other, places)), 1)


def percent(share: float) -> str:
    """A share of 0..1 as whole per cent."""
    return f"{rounded(share * 100, 0)}%"


def plain(value: float) -> str:
    """A bound of the scale, without needless decimals."""
    return f"{value:g}".replace("-", MINUS)


def decimals(printed: str) -> int:
    """How many decimals a printed figure has, at least one; one where it is no plain number."""
    whole, point, after = printed.partition(".")
    return max(1, len(after)) if point and whole.isdigit() and after.isdigit() else 1
