"""How sentences are put together: lists of names, dates, spacing, source lines."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from assessment.catalogue import Lang, text
from assessment.report.material import BEST, Material
from assessment.rubric import TOLERANCE

_HAN = r"[\u3400-\u9fff]"
_MEETING = re.compile(rf"(?<={_HAN})(?=[A-Za-z0-9+\u2212])|(?<=[A-Za-z0-9%])(?={_HAN})")
_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - reads better
)
_MOST_SOURCES = 3


def say(key: str, lang: Lang, **values: object) -> str:
    """A sentence of the report; in Chinese a space parts Latin letters and figures from characters."""
    sentence = text(f"report.{key}", lang, **values)
    return _MEETING.sub(" ", sentence) if lang == "zh" else sentence


def joined(names: Sequence[str], lang: Lang) -> str:
    """`A, B and C`, as the language writes a list."""
    if lang == "zh" or len(names) == 1:
        return "、".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def some(names: Sequence[str], lang: Lang, most: int = 5) -> str:
    """The first names as a list, the others counted."""
    if len(names) <= most:
        return joined(names, lang)
    listed = (", " if lang == "en" else "、").join(names[: most - 1])
    return say("more", lang, names=listed, count=len(names) - most + 1)


def sentences(parts: Iterable[str], lang: Lang) -> str:
    """Several sentences one after another, empty ones left out."""
    return ("" if lang == "zh" else " ").join(part for part in parts if part)


def day(date: dt.date, lang: Lang) -> str:
    """A date as the language writes it."""
    if lang == "zh":
        return f"{date.year} 年 {date.month} 月 {date.day} 日"
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def headed(name: str) -> str:
    """A name as a header or a table's entry shows it: the first letter large."""
    return name[:1].upper() + name[1:]


def node_heading(material: Material, lang: Lang) -> str:
    """Header over nodes of every tier: the name of the tier right above the indicators."""
    tiers = material.rubric.tiers
    return headed(material.rubric.tier_name(tiers[max(0, len(tiers) - 2)], lang))


def reference_name(material: Material, lang: Lang) -> str:
    """Whom the report compares with; empty for nobody."""
    if material.benchmark is None or not material.reference:
        return ""
    if material.reference == BEST:
        return text("best-practice", lang)
    return material.benchmark.operator(material.reference).called(lang)


def reference_holder(material: Material, node: str, lang: Lang) -> str:
    """Who stands behind the reference at a node: the operator's name, "best practice" where several tie."""
    best = material.referred(node)
    if material.benchmark is None or best is None or best.score is None:
        return ""
    if material.reference != BEST:
        return reference_name(material, lang)
    printed = ((peer, material.benchmark.score_of(peer.id, node)) for peer in material.benchmark.peers)
    holders = [
        peer
        for peer, figure in printed
        if figure and figure.score is not None and abs(figure.score - best.score) <= TOLERANCE
    ]
    return holders[0].called(lang) if len(holders) == 1 else text("best-practice", lang)


def ratings_origin(material: Material, lang: Lang) -> str:
    """Which ratings the figures are from."""
    return say(
        "origin.ratings",
        lang,
        engagement=material.engagement.called(lang),
        wave=material.wave.called(lang),
        date=day(material.wave.date, lang),
    )


def published_origin(material: Material, lang: Lang) -> str:
    """Which publication the printed figures are from; empty without one."""
    found = material.benchmark
    if found is None:
        return ""
    chinese = lang == "zh"
    return say(
        "origin.published",
        lang,
        title=found.title_zh if chinese and found.title_zh else found.title,
        publisher=found.publisher_zh if chinese and found.publisher_zh else found.publisher,
        date=day(found.date, lang),
    )


def published_source(material: Material, lang: Lang) -> str:
    """The source line of printed figures alone; empty without a publication."""
    origin = published_origin(material, lang)
    return say("source.published", lang, origin=origin) if origin else ""


def evidence_source(material: Material, node: str, lang: Lang) -> str:
    """Who or what was cited for the unit's ratings below a node, the first few; empty for nothing."""
    cited = dict.fromkeys(
        item.cited(lang)
        for below in material.rubric.node(node).walk()
        for item in material.evidence.get((material.unit.id, below.id), ())
        if item.cited(lang)
    )
    if not cited:
        return ""
    more = "…" if len(cited) > _MOST_SOURCES else ""
    named = ("；" if lang == "zh" else "; ").join([*cited][:_MOST_SOURCES])
    return say("source.evidence", lang, sources=named + more)


def source_line(material: Material, lang: Lang, *more: str) -> str:
    """The source line of a section: ratings, publication, and what else is given."""
    ratings = say("source.ratings", lang, origin=ratings_origin(material, lang))
    return sentences((ratings, published_source(material, lang), *more), lang)
