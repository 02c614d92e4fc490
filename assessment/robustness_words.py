"""How far a ranking can be trusted, in sentences; names are those that the reader sees."""

import math
from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from assessment.assumptions import Assumptions
from assessment.catalogue import Lang, text
from assessment.flips import Flip
from assessment.rating_noise import NoiseVerdict
from assessment.robustness import Certainty, Robustness
from assessment.rubric import Rubric
from assessment.structures import Alternative


def certainty_word(certainty: Certainty, lang: Lang) -> str:
    """How sure it is which of two units is ahead, as a word for a column."""
    return text(f"robustness.certainty.{certainty}", lang)


def noise_word(verdict: NoiseVerdict, lang: Lang) -> str:
    """What a difference is beside rating noise, as a word for a column."""
    return text(f"robustness.noise.{verdict}", lang)


def column_title(column: str, lang: Lang) -> str:
    """The title of a column of `robustness_tables`."""
    return text(f"robustness.column.{column}", lang)


def pair_sentence(found: Robustness, one: int, other: int, names: Sequence[str], lang: Lang) -> str:
    """Whether the first of two rows is ahead of the second, or whichever is; `names` by row."""
    if found.wins[other, one] > found.wins[one, other]:
        one, other = other, one
    said = {"ahead": names[one], "behind": names[other]}
    if found.dominant[one, other]:
        return text("robustness.dominant", lang, **said)
    probability = _percent(float(found.wins[one, other]))
    return text(f"robustness.pair.{found.certainty(one, other)}", lang, **said, probability=probability)


def rank_interval(found: Robustness, row: int) -> tuple[int, int]:
    """The whole ranks around the 5-95 % interval of a row, as they are shown."""
    return math.floor(found.ranks.low[row]), math.ceil(found.ranks.high[row])


def tie_sentence(found: Robustness, group: int, lang: Lang) -> str:
    """Which ranks a tie group holds, e.g. "Ranks 3–5 cannot be told apart."."""
    rows = found.tie_groups[group]
    ranks = sorted({int(found.ranked.nominal[row]) for row in rows})
    if len(ranks) == 1:
        return text("robustness.tied-same-rank", lang, count=len(rows), ranks=ranks[0])
    taken = {int(rank) for rank in found.ranked.nominal}
    return text("robustness.tied-ranks", lang, ranks=_runs(ranks, sorted(taken), lang))


def flip_sentence(flip: Flip | None, ahead: str, behind: str, rubric: Rubric, lang: Lang) -> str:
    """What lets the unit behind pass; None: that no change of one weight alone does."""
    if flip is None:
        return text("robustness.flip.none", lang, ahead=ahead, behind=behind)
    key = "more" if flip.factor > 1 else "less"
    said = {"ahead": ahead, "behind": behind, "node": rubric.name_of(flip.node, lang)}
    return text(f"robustness.flip.{key}", lang, **said, times=_times(flip.factor))


def flip_shares(flip: Flip, lang: Lang) -> str:
    """A node's share among its siblings, now and needed; with a decimal where whole per cents are equal."""
    now, then = _percent(flip.share), _percent(flip.needed)
    if now == then:
        now, then = (f"{share * 100:.1f}%" for share in (flip.share, flip.needed))
    return text("robustness.flip.share", lang, share=now, needed=then)


def assumptions_sentence(assumptions: Assumptions, rubric: Rubric, lang: Lang) -> str:
    """What the simulation takes for granted, to be printed beside every result."""
    flat = ".flat" if all(child.is_indicator for child in rubric.root.children) else ""
    said = {"draws": f"{assumptions.draws:,}", "seed": assumptions.seed}
    if assumptions.spread is None:
        return text(f"robustness.assumptions.any{flat}", lang, **said)
    return text(f"robustness.assumptions{flat}", lang, spread=f"{assumptions.spread * 100:g}%", **said)


def structure_name(alternative: Alternative, rubric: Rubric, lang: Lang) -> str:
    """What is different from the rubric's own structure."""
    node = rubric.name_of(alternative.node, lang) if alternative.node else ""
    coverage = "" if alternative.coverage is None else f"{alternative.coverage * 100:g}%"
    return text(f"robustness.structure.{alternative.kind}", lang, node=node, coverage=coverage)


def _percent(share: float) -> str:
    """A share of 0..1; never 0 % or 100 % of what is not."""
    if 0 < share < 0.005:  # noqa: PLR2004 - below half a per cent
        return "<1%"
    if 0.995 <= share < 1:  # noqa: PLR2004
        return ">99%"
    return f"{share * 100:.0f}%"


def _times(factor: float) -> str:
    """Two digits, rounded away from 1, so that the printed figure is enough."""
    rounding = ROUND_CEILING if factor > 1 else ROUND_FLOOR
    exact = Decimal(repr(factor))
    digits = max(exact.adjusted() - 1, -2)
    return f"{exact.quantize(Decimal(1).scaleb(digits), rounding).normalize():f}"


def _runs(ranks: Sequence[int], taken: Sequence[int], lang: Lang) -> str:
    """Ranks as 3–5, or 3, 5 where somebody else stands between; `taken`: all ranks that somebody has."""
    runs: list[list[int]] = []
    for rank in ranks:
        if runs and taken.index(rank) == taken.index(runs[-1][-1]) + 1:
            runs[-1].append(rank)
        else:
            runs.append([rank])
    shown = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return text("robustness.comma", lang).join(shown)
