"""The rules of the roll-up as formulas of a spreadsheet: the same answers as `assessment.rollup` gives."""

from dataclasses import dataclass
from typing import Final

from assessment.report.shapes import WorkedNode
from exports.workbook_live import quoted

TOLERANCE: Final = "1E-9"
LOW, HIGH, LEAST = "ScaleMin", "ScaleMax", "MinCoverage"
NOT_APPLICABLE, UNKNOWN = "NotApplicable", "NotAssessed"
ANSWERS, KEYS, SCORES, NODES, WEIGHTS = (
    "ScoreChoices",
    "RatingKeys",
    "RatingScores",
    "NodeIds",
    "NodeWeights",
)
"""Names of cells and ranges that the formulas read."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the four states, in the workbook's language."""

    scored: str
    na: str
    unknown: str
    no_data: str


@dataclass(frozen=True, slots=True)
class Ranges:
    """The children of a node: their cells in the columns that its rule reads, such as `G8:G12`."""

    weights: str
    scores: str
    coverages: str
    lows: str
    highs: str
    stages: str
    met_at: str


def rating_formula(key: str) -> str:
    """What the sheet of ratings says for a key; empty where its cell, or its row, is gone."""
    found = f"INDEX({SCORES},MATCH({key},{KEYS},0))"
    return f'IFERROR(IF({found}="","",{found}),"")'


def leaf_formulas(row: int, *, blank_is_low: bool) -> tuple[str, str, str, str]:
    """Score, coverage, low and high of an indicator whose rating stands in column F of the row."""
    rating, score = f"$F{row}", f"$G{row}"
    left_out = f"{rating}={NOT_APPLICABLE}"
    if blank_is_low:
        blank = f'IF({left_out},"",{LOW})'
        one, high = f'IF({left_out},"",1)', f'IF({left_out},"",{LOW})'
    else:
        blank = '""'
        one, high = f'IF({left_out},"",0)', f'IF({left_out},"",{HIGH})'
    return (
        f"IF(ISNUMBER({rating}),{rating},{blank})",
        f"IF(ISNUMBER({score}),1,{one})",
        f'IF(ISNUMBER({score}),{score},IF({left_out},"",{LOW}))',
        f"IF(ISNUMBER({score}),{score},{high})",
    )


def leaf_state(row: int, words: Words) -> str:
    """The state of an indicator in words."""
    return _state(row, words, words.unknown)


def node_state(row: int, words: Words) -> str:
    """The state of a node with children in words."""
    return _state(row, words, words.no_data)


def _state(row: int, words: Words, otherwise: str) -> str:
    missing = f"IF(ISNUMBER($I{row}),{quoted(otherwise)},{quoted(words.na)})"
    return f"IF(ISNUMBER($G{row}),{quoted(words.scored)},{missing})"


def node_formulas(node: WorkedNode, row: int, of: Ranges) -> tuple[str, str, str, str]:
    """Score, coverage, low and high of a node with children.

    A node none of whose weighted children applies has bounds over the whole scale and no coverage, or
    nothing at all where no child applies.
    """
    applying = f"SUMPRODUCT({of.weights},--ISNUMBER({of.lows}))"
    assessed = f"SUMPRODUCT({of.weights},--ISNUMBER({of.scores}),{of.coverages})"

    def otherwise(said: str) -> str:
        return f'IF(COUNT({of.lows})=0,"",{said})'

    enough = f"AND(N($H{row})>0,N($H{row})>={LEAST}-{TOLERANCE})"
    return (
        f'IF({enough},{_combined(node, of.scores, of)},"")',
        f"IF({applying}>0,{assessed}/{applying},{otherwise('0')})",
        f"IF({applying}>0,{_combined(node, of.lows, of)},{otherwise(LOW)})",
        f"IF({applying}>0,{_combined(node, of.highs, of)},{otherwise(HIGH)})",
    )


def is_array(node: WorkedNode) -> bool:
    """Whether the node's rule is worked out cell by cell over its children."""
    return node.rule not in ("", "mean")


def _combined(node: WorkedNode, of: str, ranges: Ranges) -> str:
    """The rule over one column of the children; those without a figure there, or a weight, are left out."""
    weights = ranges.weights
    kept = f"ISNUMBER({of})*({weights}>0)"
    total = f"SUM(IF({kept},{weights},0))"
    lowest = f'MIN(IF({kept},{of},""))'
    rules = {
        "mean": f"SUMPRODUCT({weights},{of})/SUMPRODUCT({weights},--ISNUMBER({of}))",
        "geometric": f"IF({lowest}<=0,0,EXP(SUM(IF({kept},{weights}*LN({of}),0))/{total}))",
        "harmonic": f"IF({lowest}<=0,0,{total}/SUM(IF({kept},{weights}/{of},0)))",
        "median": f'MEDIAN(IF({kept},{of},""))',
        "min": lowest,
    }
    return rules[node.rule] if node.rule in rules else _stage_reached(of, ranges)


def _stage_reached(of: str, ranges: Ranges) -> str:
    """The stage reached with all below it; a child that applies and has no score is not met."""
    stages, applies = ranges.stages, f"ISNUMBER({ranges.lows})*({ranges.weights}>0)"
    failed = f"{applies}*IF(ISNUMBER({of}),{of}<{ranges.met_at}-{TOLERANCE},TRUE)"
    reached = f'IF(SUM({failed})=0,MAX({stages}),MIN(IF({failed},{stages},""))-1)'
    return f'IF(MIN(IF({applies},{stages},""))>1,0,{reached})'
