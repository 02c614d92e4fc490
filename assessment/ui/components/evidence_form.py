"""The fields of an evidence item, and saving them as a new item or a revision."""

import datetime as dt
from functools import partial
from typing import Any, Final, get_args
from uuid import uuid4

import streamlit as st

from assessment import evidence
from assessment.catalogue import text
from assessment.edges import evidence_files
from assessment.ratings import Evidence, EvidenceFile, EvidenceKind, EvidenceLink, Grade
from assessment.ui.components.evidence_support import chosen_links, support_choice
from assessment.ui.components.evidence_view import NEW, EvidenceView, attempt, open_item, refuse, saved_now
from assessment.ui.components.evidence_view import done as tell
from assessment.ui.words import plain

_TURN: Final = "evidence-turn"
_DRAFT: Final = "evidence-draft"
_FIRST, _LAST = dt.date(1950, 1, 1), dt.date(2150, 12, 31)
_PARTS: Final = ("title", "kind", "source", "date", "expires", "grade", "text", "text_zh", "source_zh")
_EMPTY: Final = Evidence(id=NEW, text="")


def item_form(found: EvidenceView, item: Evidence | None) -> None:
    """Draw the fields; what was typed stays until it is saved or discarded."""
    lang, shown = found.lang, item or _draft()
    shut = found.rater is None or bool(item and found.records.fixed_by(item.id))
    with st.form(f"evidence-form-{shown.id}", enter_to_submit=False):
        left, right = (st.container(), None) if item else st.columns([3, 2], gap="large")
        with left:
            _words(found, shown, shut=shut)
            _facts(found, shown, shut=shut)
            _chinese(found, shown, shut=shut)
            _upload(found, shown, shut=shut)
        if right is not None:
            with right:
                st.markdown(f"**{text('evidence.add.new', lang)}**")
                support_choice(found, shut=shut)
        with st.container(horizontal=True):
            st.form_submit_button(
                text("evidence.save", lang),
                key="evidence-save",
                type="secondary" if shut else "primary",
                disabled=shut,
                on_click=_save,
                args=(found, item),
            )
            st.form_submit_button(
                text("evidence.discard", lang),
                key="evidence-discard",
                type="tertiary",
                disabled=shut,
                on_click=_fresh,
            )


def draft_from(found: EvidenceView, item: Evidence) -> None:
    """Begin a new item with what another one says."""
    del found
    _fresh()
    st.session_state[_DRAFT] = item.model_copy(update={"id": NEW}).model_dump_json()
    open_item(NEW)


def _draft() -> Evidence:
    kept = st.session_state.get(_DRAFT)
    return Evidence.model_validate_json(kept) if kept else _EMPTY


def _key(item: Evidence, part: str) -> str:
    """A field's key; another one after every save, so that it shows what was saved."""
    return f"evidence:{item.id}:{st.session_state.get(_TURN, 0)}:{part}"


def _fresh() -> None:
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.session_state.pop(_DRAFT, None)


def _words(found: EvidenceView, item: Evidence, *, shut: bool) -> None:
    lang = found.lang
    st.text_input(
        text("evidence.field.title", lang),
        value=item.title,
        key=_key(item, "title"),
        placeholder=text("evidence.field.title.example", lang),
        disabled=shut,
    )
    st.text_area(
        text("evidence.field.text", lang), value=item.text, key=_key(item, "text"), disabled=shut, height=110
    )
    st.text_input(
        text("evidence.field.source", lang), value=item.source, key=_key(item, "source"), disabled=shut
    )


def _facts(found: EvidenceView, item: Evidence, *, shut: bool) -> None:
    lang = found.lang
    left, right = st.columns(2)
    for place, name, words, options, now in (
        (left, "kind", "evidence-kind", get_args(EvidenceKind), item.kind),
        (right, "grade", "grade", get_args(Grade), item.grade),
    ):
        place.selectbox(
            text(f"evidence.field.{name}", lang),
            options,
            index=options.index(now),
            format_func=partial(_named, words, lang),
            key=_key(item, name),
            disabled=shut,
        )
    for place, name, day in ((left, "date", item.date), (right, "expires", item.expires)):
        place.date_input(
            text(f"evidence.field.{name}", lang),
            value=day,
            min_value=_FIRST,
            max_value=_LAST,
            format="YYYY-MM-DD",
            key=_key(item, name),
            disabled=shut,
        )


def _named(words: str, lang: Any, option: str) -> str:  # noqa: ANN401 - partial hides Lang
    return text(f"{words}.{option}", lang)


def _chinese(found: EvidenceView, item: Evidence, *, shut: bool) -> None:
    lang = found.lang
    with st.expander(text("evidence.field.chinese", lang), expanded=bool(item.text_zh and lang == "zh")):
        st.text_area(
            text("evidence.field.text-zh", lang), value=item.text_zh, key=_key(item, "text_zh"), disabled=shut
        )
        st.text_input(
            text("evidence.field.source-zh", lang),
            value=item.source_zh,
            key=_key(item, "source_zh"),
            disabled=shut,
        )


def _upload(found: EvidenceView, item: Evidence, *, shut: bool) -> None:
    lang = found.lang
    label = text("evidence.field.file", lang)
    if item.file:
        label = text("evidence.field.file.other", lang)
        st.checkbox(
            plain(text("evidence.field.file.off", lang, name=item.file.name)),
            key=_key(item, "off"),
            disabled=shut,
        )
    st.file_uploader(
        label, key=_key(item, "file"), max_upload_size=evidence_files.MOST_BYTES >> 20, disabled=shut
    )


def _save(found: EvidenceView, item: Evidence | None) -> None:
    """Save what was typed, or say everything that is wrong with it."""
    shown = item or _draft()
    typed = {part: st.session_state.get(_key(shown, part)) for part in _PARTS}
    said = {part: value.strip() if isinstance(value, str) else value for part, value in typed.items()}
    wrong = _wrong(found, said)
    upload = st.session_state.get(_key(shown, "file"))
    if wrong or found.rater is None:
        refuse(*wrong)
        return
    attempt(found, partial(_keep, found, item, said, upload))


def _wrong(found: EvidenceView, said: dict[str, Any]) -> list[str]:
    wrong = []
    if not said["text"]:
        wrong.append(text("evidence.wrong.text", found.lang))
    if said["date"] and said["expires"] and said["expires"] < said["date"]:
        wrong.append(text("evidence.wrong.expires", found.lang))
    return wrong


def _keep(found: EvidenceView, item: Evidence | None, said: dict[str, Any], upload: Any) -> None:  # noqa: ANN401 - streamlit's own type
    """Put the file away, then the item that names it; where the file is refused, neither."""
    shown = item or _draft()
    file = None if st.session_state.get(_key(shown, "off")) else shown.file
    if upload is not None:
        file = _put_away(found, upload.name, upload.getvalue())
        if file is None:
            return
    new = Evidence.model_validate({"id": item.id if item else uuid4().hex, **said, "file": file})
    links = [link.model_copy(update={"evidence": new.id}) for link in _links(found, item)]
    evidence.keep(found.context.store, found.engagement.id, new, found.rater or "", item, links)
    _fresh()
    open_item(new.id)
    tell(saved_now(found.lang))


def _links(found: EvidenceView, item: Evidence | None) -> list[EvidenceLink]:
    return chosen_links(found, NEW) if item is None else []


def _put_away(found: EvidenceView, name: str, data: bytes) -> EvidenceFile | None:
    """The file beside the store; None where it is refused, and the reasons are said."""
    file, problems = evidence_files.keep(evidence_files.folder_of(found.context.path), name, data)
    if problems:
        why = (problem.sentence(found.lang) for problem in problems)
        refuse(*(text("evidence.wrong.file", found.lang, why=one) for one in why))
    return file
