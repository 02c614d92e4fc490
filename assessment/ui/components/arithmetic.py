"""The arithmetic of one score in figures that a reader can put into a calculator."""

from assessment.explanation import Explanation, Part
from assessment.report.numbers import MINUS
from assessment.rubric import TOLERANCE


def arithmetic(found: Explanation) -> str:
    """How the parts make the score, e.g. `(2 × 1 + 1 × 2.5) ÷ 3 = 1.5`; empty where there is no score.

    Weights are left out where all are equal. A `staged` score has no formula and gives an empty text too.
    """
    if found.result.score is None or not found.parts or found.rule == "staged":
        return ""
    counted = [part for part in found.parts if part.share]
    return f"{_formula(found, counted)} = {figure(found.result.score)}"


def figure(value: float) -> str:
    """A number with up to four decimals, none of them needless."""
    return f"{round(value, 4):g}".replace("-", MINUS)


def _formula(found: Explanation, parts: list[Part]) -> str:
    if found.rule in {"median", "min"}:
        return f"{found.rule}({', '.join(_all_scores(found))})"
    scores = [figure(part.result.score or 0.0) for part in parts]
    equal = all(abs(part.weight - parts[0].weight) < TOLERANCE for part in parts)
    weights = ["1" if equal else figure(part.weight) for part in parts]
    total = figure(float(len(parts)) if equal else sum(part.weight for part in parts))
    if found.rule == "geometric":
        factors = [x if equal else f"{x}^{w}" for x, w in zip(scores, weights, strict=True)]
        return f"({' × '.join(factors)})^(1 ÷ {total})"
    if found.rule == "harmonic":
        terms = [f"{w} ÷ {x}" for x, w in zip(scores, weights, strict=True)]
        return f"{total} ÷ ({' + '.join(terms)})"
    terms = [x if equal else f"{w} × {x}" for x, w in zip(scores, weights, strict=True)]
    return f"({' + '.join(terms)}) ÷ {total}" if len(terms) > 1 else terms[0].split(" × ")[-1]


def _all_scores(found: Explanation) -> list[str]:
    values = [part.result.score for part in found.parts if part.weight and part.result.score is not None]
    return [figure(value) for value in sorted(values)]
