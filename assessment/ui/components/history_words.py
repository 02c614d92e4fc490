"""A change of a rating in words: what it was, what it is, and why."""

from assessment.catalogue import Lang, text
from assessment.changes import Change
from assessment.history import changed_parts
from assessment.ratings import Rating
from assessment.ui.components.verdict import details, verdict
from assessment.ui.words import plain


def said(rating: Rating | None, lang: Lang) -> str:
    """The answer of a revision; what was never given or taken back is open."""
    if rating is None:
        return text("history.nothing", lang)
    value = verdict(rating, lang)
    return text("history.proposed", lang, value=value) if rating.proposed else value


def said_in_full(rating: Rating, lang: Lang) -> str:
    """Everything that a revision says."""
    return " · ".join(part for part in (said(rating, lang), details(rating, lang)) if part)


def headline(change: Change, lang: Lang) -> str:
    """Old → new, in Markdown."""
    new, parts = said(change.rating, lang), changed_parts(change)
    if change.before is not None and not {"answer", "proposed"} & set(parts):
        return text("history.same", lang, value=plain(new))
    old = said(change.before, lang)
    return text("history.arrow", lang, old=plain(old), new=plain(new))


def small_print(change: Change, lang: Lang) -> list[str]:
    """What else changed, in one line, and why, in another."""
    words = {"confidence": _confidence, "note": _note, "tag": _tag, "flagged": _flagged}
    lines = [words[part](change, lang) for part in changed_parts(change) if part in words]
    if change.rating.restores not in (None, change.rating.revision):
        lines.append(text("history.undone", lang))
    why = text("history.why", lang, why=change.rating.why) if change.rating.why else ""
    return [line for line in (" · ".join(lines), why) if line]


def _confidence(change: Change, lang: Lang) -> str:
    sides = [one.confidence if one else None for one in (change.before, change.rating)]
    old, new = (text(f"confidence.{side}" if side else "history.unsaid", lang) for side in sides)
    if sides[0] is None:
        return text("history.confidence.first", lang, new=new)
    return text("history.confidence", lang, old=old, new=new)


def _note(change: Change, lang: Lang) -> str:
    old, new = (change.before.note if change.before else ""), change.rating.note
    key = "history.note" if old and new else "history.note.first" if new else "history.note.gone"
    return text(key, lang, old=old, new=new)


def _tag(change: Change, lang: Lang) -> str:
    old, new = (change.before.tag if change.before else ""), change.rating.tag
    return text("history.tag" if new else "history.tag.gone", lang, old=old, new=new)


def _flagged(change: Change, lang: Lang) -> str:
    return text("history.flagged" if change.rating.flagged else "history.unflagged", lang)
