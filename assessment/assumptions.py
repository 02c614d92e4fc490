"""What can be asked of a ranking's robustness: assumptions and tables, without the arithmetic."""

from dataclasses import dataclass
from typing import Final, Literal

TableName = Literal["ranks", "acceptability", "pairs", "flips", "structures"]
"""The tables of a ranking's robustness."""

ON_SCREEN: Final = 2_000
IN_A_REPORT: Final = 10_000
"""How many draws a page and a report take, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What a simulation takes for granted; it is stored and printed with every result.

    Attributes:
        spread: every weight above the indicators is multiplied by `1 + spread * U(-1, 1)`, 0..1, and
            renormalised inside its group; None: nothing is known about these weights, every combination
            of weights in a group is equally likely.
        draws: how many sets of weights, >= 1.
        seed: of the generator; the same seed gives the same result.
    """

    spread: float | None = 0.25
    draws: int = ON_SCREEN
    seed: int = 2003

    def __post_init__(self) -> None:
        if self.spread is not None and not 0 <= self.spread <= 1:
            raise ValueError(f"spread is {self.spread}, expected 0..1 or None")
        if self.draws < 1 or self.seed < 0:
            raise ValueError(f"{self.draws} draws with seed {self.seed}: expected >= 1 and >= 0")
