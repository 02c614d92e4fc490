"""A grid of ratings: what is typed or pasted into a cell, and what it makes of the rating there."""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.errors import Problem
from assessment.ports import RatingKey
from assessment.ratings import Confidence, Rating, State
from assessment.rubric import Scale

Field = Literal["score", "confidence", "note"]

SAID: Final = ("score", "state", "confidence", "note", "mark", "tag", "flagged", "proposed", "withdrawn")
"""What a rating says; two ratings that agree in these say the same."""

_PARTS: Final = {"¼": ".25", "½": ".5", "¾": ".75"}
_NUMBER: Final = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)", re.ASCII)
_THOUSANDS: Final = re.compile(r"[+-]?\d+,\d{3}", re.ASCII)
_WORDS: Final[dict[str, State | None]] = {
    "": None,
    **dict.fromkeys(("n/a", "na", "n.a.", "n.a", "not applicable", "不适用", "不適用"), "na"),
    **dict.fromkeys(("?", "not assessed", "unknown", "未评估", "未評估"), "unknown"),
}
_WITH_REASON: Final = re.compile(
    r"(n\s*/\s*a|n\.a\.?|na|not applicable|不适用|不適用)\s*[:：;；]\s*(\S.*)", re.IGNORECASE | re.DOTALL
)
_SURE: Final[dict[str, Confidence]] = {
    **dict.fromkeys(("low", "l", "低"), "low"),
    **dict.fromkeys(("medium", "med", "m", "中"), "medium"),
    **dict.fromkeys(("high", "h", "高"), "high"),
}
_MOST_LISTED: Final = 6


class Answer(NamedTuple):
    """What a score cell says: a score, not applicable, not assessed, or (state None) nothing at all."""

    state: State | None
    score: float | None = None
    reason: str = ""


class Flaw(NamedTuple):
    """Why a cell is not saved, and which of the rating's fields is the matter."""

    field: Field
    problem: Problem


def read_answer(typed: str, scale: Scale) -> Answer | Problem:
    """What somebody means by the text of a score cell.

    Full-width figures, a decimal comma, `½`, and the words of both languages are understood; a comma before
    exactly three figures is not, for it may stand for thousands.

    Args:
        typed: as typed or pasted; blank says nothing.
        scale: which scores can be given.
    """
    if found := _WITH_REASON.fullmatch(typed.strip()):
        return Answer("na", reason=found[2].strip())
    said = _plain(typed)
    if said in _WORDS:
        return Answer(_WORDS[said])
    if _THOUSANDS.fullmatch(said):
        return _problem("thousands", typed, said.replace(",", "."))
    if not _NUMBER.fullmatch(said):
        return _problem("not-understood", typed, listed(scale))
    return _on_scale(float(said.replace(",", ".")), typed, scale)


def _on_scale(score: float, typed: str, scale: Scale) -> Answer | Problem:
    if scale.holds(score):
        return Answer("scored", min(scale.steps(), key=lambda step: abs(step - score), default=score))
    if not scale.min <= score <= scale.max:
        return _problem("off-scale", typed, f"{_figures(scale.min)}–{_figures(scale.max)}")
    near = sorted(sorted(scale.steps(), key=lambda step: abs(step - score))[:2])
    return Problem(
        "grid-off-step", "", key=_figures(near[0]), found=typed.strip(), allowed=_figures(near[-1])
    )


def write_answer(rating: Rating | None, lang: Lang) -> str:
    """The text of a score cell; a proposal in brackets, empty where nothing is said.

    What counts reads back as it is, in either language.
    """
    if rating is None or rating.withdrawn:
        return ""
    said = text(f"grid.cell.{rating.state}", lang) if rating.score is None else _figures(rating.score)
    return f"({said})" if rating.proposed else said


def read_confidence(typed: str) -> Confidence | Problem | None:
    """How sure somebody is, by the words of both languages or their first letter; None for blank."""
    said = _plain(typed)
    if not said:
        return None
    return _SURE.get(said) or _problem("confidence", typed, "")


def write_confidence(rating: Rating | None, lang: Lang) -> str:
    """The text of a confidence cell."""
    return text(f"confidence.{rating.confidence}", lang) if rating and rating.confidence else ""


def wanted(
    key: RatingKey, before: Rating | None, typed: Mapping[Field, str], scale: Scale, reason: str = ""
) -> Rating | Flaw:
    """The rating that somebody means who saw `before` and typed over some of its fields.

    A blank score takes the rating back. A score typed over a proposal confirms or corrects it.

    Args:
        key: whose rating of what.
        before: what the cells showed; None for nothing.
        typed: the texts of the cells that were changed.
        scale: which scores can be given.
        reason: why it is not applicable, where that was asked for.
    """
    content = _content(before)
    if "score" in typed and not _as_shown(before, typed["score"]):
        answer = read_answer(typed["score"], scale)
        if isinstance(answer, Problem):
            return Flaw("score", answer)
        content |= _answered(before, answer, reason)
    if "confidence" in typed and not content["withdrawn"]:
        sure = read_confidence(typed["confidence"])
        if isinstance(sure, Problem):
            return Flaw("confidence", sure)
        content["confidence"] = sure
    if typed.get("note", "").strip() and (content["state"] == "na" or not content["withdrawn"]):
        content["note"] = typed["note"].strip()
    elif "note" in typed and content["state"] != "na":
        content["note"] = ""
    return _checked(key, content, typed)


def _content(before: Rating | None) -> dict[str, object]:
    if before is None:
        return {**{name: Rating.model_fields[name].default for name in SAID}, **_TAKEN_BACK}
    return {name: getattr(before, name) for name in SAID}


_TAKEN_BACK: Final[dict[str, object]] = {
    "score": None,
    "state": "unknown",
    "withdrawn": True,
    "proposed": False,
    "note": "",
    "confidence": None,
    "mark": "",
}


def _answered(before: Rating | None, answer: Answer, reason: str) -> dict[str, object]:
    if answer.state is None:
        return _TAKEN_BACK
    changes: dict[str, object] = {
        "score": answer.score,
        "state": answer.state,
        "withdrawn": False,
        "proposed": False,
        "mark": "",
    }
    was_na = before is not None and before.state == "na"
    if answer.state == "na":
        said = answer.reason or reason.strip()
        changes["note"] = said or (before.note if before and was_na else "")
    elif was_na:
        changes["note"] = ""
    return changes


def _checked(key: RatingKey, content: dict[str, object], typed: Mapping[Field, str]) -> Rating | Flaw:
    if content["state"] == "na" and not content["note"]:
        return Flaw("score", _problem("needs-reason", typed.get("score", ""), ""))
    if content["withdrawn"]:
        for field in ("confidence", "note"):
            if typed.get(field, "").strip():
                return Flaw(field, _problem("waits", typed[field], ""))
    unit, wave, rater, indicator = key
    place = {"unit": unit, "wave": wave, "rater": rater, "indicator": indicator}
    return Rating.model_validate({**place, **content})


def says_the_same(one: Rating | None, other: Rating | None) -> bool:
    """Whether two ratings of one key say the same; none says what one that was taken back says."""
    first, second = _content(one), _content(other)
    if first["withdrawn"] and second["withdrawn"]:
        return first["flagged"] == second["flagged"]
    return first == second


def listed(scale: Scale) -> str:
    """The scores of a scale, in few signs of no language: `0 / 1 / 2`, `0 / 0.5 / … / 5` or `0–5`."""
    steps = [_figures(step) for step in scale.steps()]
    if not steps:
        return f"{_figures(scale.min)}–{_figures(scale.max)}"
    return " / ".join(steps if len(steps) <= _MOST_LISTED else [*steps[:2], "…", steps[-1]])


def _as_shown(before: Rating | None, typed: str) -> bool:
    return before is not None and typed.strip() in {write_answer(before, lang) for lang in LANGUAGES}


def _figures(score: float) -> str:
    """A score with all its figures and no more: 3, 2.5."""
    return str(int(score)) if score == int(score) else format(Decimal(repr(score)), "f")


def _plain(typed: str) -> str:
    for sign, figures in _PARTS.items():
        typed = typed.replace(sign, figures)
    said = unicodedata.normalize("NFKC", typed).replace("。", ".").strip(" \t\r\n\u200b\ufeff")
    return re.sub(r"(?<=\d)\s+(?=\.\d)|\s*(?=/)|(?<=/)\s*", "", said).casefold()


def _problem(code: str, typed: str, allowed: str) -> Problem:
    return Problem(f"grid-{code}", "", found=typed.strip(), allowed=allowed)
