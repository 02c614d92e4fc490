"""Writing a rubric, step by step: begin in Excel, upload, check, compare, publish."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.edges.migration_files import MIGRATION_FILE
from assessment.edges.store_file import own_rubrics
from assessment.errors import FileRefusedError, Problem
from assessment.rubric import Rubric
from assessment.rubric_difference import difference
from assessment.rubric_difference_words import worded
from assessment.rubric_from_sheets import RubricFiles
from assessment.rubric_migration import NodeMoves
from assessment.ui.caching import remembered
from assessment.ui.components.files import safe_name
from assessment.ui.context import Context
from assessment.ui.words import plain

if TYPE_CHECKING:
    from assessment.edges.publishing import RubricTakenError

_MIME: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TURN: Final = "authoring-turn"
_DONE: Final = "authoring-done"
_MOST_TOLD: Final = 50
_MOST_NAMED: Final = 12
_TAKEN: Final = ["xlsx", "yaml", "yml", "zip"]
_Read = tuple[RubricFiles | None, list[Problem]]


def told_once() -> None:
    """What the last publishing did."""
    said = st.session_state.pop(_DONE, "")
    if said:
        st.success(plain(said), icon=":material/check:")


def begin(context: Context) -> None:
    """The empty template, and every rubric on the shelf as a workbook."""
    lang = context.lang
    st.subheader(text("authoring.step.begin", lang), anchor=False)
    with st.container(border=True, key="card-authoring-begin"):
        st.markdown(text("authoring.begin.about", lang))
        left, right = st.columns([1, 2], gap="medium", vertical_alignment="bottom")
        with left:
            name = safe_name(text("authoring.template", lang))
            _download(text("authoring.template", lang), _template(lang), name, "template", primary=True)
        with right:
            _existing(context)


def _existing(context: Context) -> None:
    lang = context.lang
    known = {
        f"{name} {version}": f"{context.shelf.rubric(name, version).title(lang)} {version}"
        for name, version in context.shelf.rubrics()
    }
    if not known:
        return
    column, beside = st.columns([2, 1], vertical_alignment="bottom")
    asked = text("authoring.begin.from", lang)
    picked = column.selectbox(
        asked, list(known), format_func=lambda name: known.get(name, name), key="authoring-from"
    )
    picked = picked or next(iter(known))
    name, _, version = picked.partition(" ")

    def made() -> bytes:
        from exports.rubric_workbook import faithful_workbook

        return faithful_workbook(context.shelf.rubric(name, version), lang)

    with beside:
        _download(text("authoring.begin.as-excel", lang), made, safe_name(name, version), "existing")


def _template(lang: Lang) -> Callable[[], bytes]:
    def made() -> bytes:
        from assessment.rubric_sheets import template_sheets
        from exports.rubric_workbook import rubric_workbook

        return rubric_workbook(template_sheets(lang), lang, text("sheet.title", lang))

    return made


def _download(label: str, made: Callable[[], bytes], name: str, key: str, *, primary: bool = False) -> None:
    st.download_button(
        label,
        data=made,
        file_name=f"{name}.xlsx",
        mime=_MIME,
        key=f"authoring-{key}",
        on_click="ignore",
        type="primary" if primary else "secondary",
        icon=":material/download:",
    )


def upload(context: Context) -> RubricFiles | None:
    """The card to hand files in, and under it what the check found; None until there is a good rubric."""
    lang = context.lang
    st.subheader(text("authoring.step.upload", lang), anchor=False)
    with st.container(border=True, key="card-authoring-upload"):
        st.markdown(text("authoring.upload.about", lang))
        files = st.file_uploader(
            text("authoring.upload.file", lang),
            type=_TAKEN,
            accept_multiple_files=True,
            key=f"authoring-files-{st.session_state.setdefault(_TURN, 0)}",
            max_upload_size=20,
            label_visibility="collapsed",
        )
    if not files:
        return None
    read, problems = _read(context, {file.name: file.getvalue() for file in files})
    if read is not None:
        problems = [*problems, *_check_beside(context, read)]
        read = None if any(problem.severity == "error" for problem in problems) else read
    _tell(problems, read, lang)
    return read


def _check_beside(context: Context, read: RubricFiles) -> list[Problem]:
    from assessment.edges.publishing import check_beside

    return check_beside(read, context.shelf)


def _read(context: Context, uploaded: dict[str, bytes]) -> _Read:
    from assessment.edges.publishing import read_rubric_files

    mark = hashlib.sha256(b"".join(f"{name}{len(data)}".encode() + data for name, data in uploaded.items()))
    return remembered(context, lambda: read_rubric_files(uploaded), "authoring", mark.hexdigest())


def _tell(problems: Sequence[Problem], read: RubricFiles | None, lang: Lang) -> None:
    errors = [problem for problem in problems if problem.severity == "error"]
    warnings = [problem for problem in problems if problem.severity == "warning"]
    if read is None:
        head = text("authoring.checked.bad", lang, count=len(errors))
        st.error("\n".join([plain(head), "", *_lines(errors, lang)]), icon=":material/block:")
    else:
        rubric = read.rubric
        told = {"name": rubric.title(lang), "version": rubric.version, "count": len(rubric.indicators)}
        st.success(plain(text("authoring.checked.good", lang, **told)), icon=":material/check:")
    if warnings:
        head = text("authoring.warnings", lang)
        st.warning("\n".join([plain(head), "", *_lines(warnings, lang)]), icon=":material/warning:")


def _lines(problems: Sequence[Problem], lang: Lang) -> list[str]:
    """Each problem on a line of a list, with its file and line, or its cell."""
    lines = [_line(problem, lang) for problem in problems[:_MOST_TOLD]]
    left = len(problems) - len(lines)
    return [*lines, f"- {plain(text('authoring.more', lang, count=left))}"] if left else lines


def _line(problem: Problem, lang: Lang) -> str:
    line = text("authoring.line", lang, line=problem.line) if problem.line else ""
    file = Path(problem.source).name if problem.line else ""
    place = " · ".join(filter(None, (file, line, problem.key)))
    return f"- {f'**{plain(place)}** ' if place else ''}{plain(problem.sentence(lang))}"


def compare(context: Context, files: RubricFiles) -> None:
    """What differs from a version on the shelf, first from the newest; and the way of engagements to here."""
    from assessment.edges.publishing import way_from_newest

    lang, rubric, way = context.lang, files.rubric, way_from_newest(files, context.shelf)
    moves = way[1] if way is not None else NodeMoves({})
    st.subheader(text("authoring.step.compare", lang), anchor=False)
    known = [name for name in reversed(context.shelf.rubrics()) if name[0] == rubric.id]
    if not known:
        st.caption(text("authoring.compare.none", lang))
        return
    published = (rubric.id, rubric.version) in known
    picked = st.selectbox(
        text("authoring.compare.with", lang),
        known,
        index=known.index((rubric.id, rubric.version)) if published else 0,
        format_func=lambda name: name[1],
        key=f"authoring-with-{rubric.id}",
        width=400,
    )
    before = context.shelf.rubric(*(picked or known[0]))
    renumbered = moves.renumbered if way is not None and way[0] == before else {}
    found = difference(before, rubric, renumbered, translations=True)
    names = {"before": before.version, "after": rubric.version, "count": len(found.changes)}
    said = text("authoring.compare.head" if found.changes else "authoring.compare.same", lang, **names)
    lines = worded(found, before, rubric, lang, _MOST_TOLD)
    st.markdown("\n".join([plain(said), "", *_bullets(lines)]))
    if way is not None and not published:
        _way(before=way[0], moves=moves, stated=MIGRATION_FILE in files.files, lang=lang)


def _way(before: Rubric, moves: NodeMoves, *, stated: bool, lang: Lang) -> None:
    """What becomes of the ids of the version that engagements come from."""
    gone = [old for old, new in moves.to.items() if new is None]
    if stated:
        told = {"count": len(moves.renumbered), "dropped": len(gone)}
        said = text("authoring.migration.told", lang, before=before.version, **told)
        st.info(plain(said), icon=":material/move_up:")
    elif gone:
        names = text("migration.and", lang).join(gone[:_MOST_NAMED])
        names += " …" if len(gone) > _MOST_NAMED else ""
        said = text("authoring.migration.lost", lang, before=before.version, names=names)
        st.warning(plain(said), icon=":material/move_up:")


def _bullets(lines: Iterable[str]) -> list[str]:
    return [f"- {plain(' '.join(line.split()))}" for line in lines]


def publish_it(context: Context, files: RubricFiles) -> None:
    """The button that fixes this version, and why it cannot where it cannot."""
    from assessment.edges.publishing import OUTCOMES, RubricTakenError, publish

    lang = context.lang
    st.subheader(text("authoring.step.publish", lang), anchor=False)
    _fixed_already(context, files.rubric)
    if not st.button(text("authoring.publish", lang), type="primary", key="authoring-publish"):
        return
    try:
        done = publish(own_rubrics(context.path), context.shelf, files)
    except RubricTakenError as error:
        head = f"{plain(error.head(lang))}\n\n{plain(text('authoring.differs', lang))}\n"
        lines = _bullets(_differs(error, context, files.rubric))
        st.error("\n".join([head, *lines]), icon=":material/lock:")
        return
    except FileRefusedError as error:
        st.error("\n".join(_lines(error.problems, lang)), icon=":material/block:")
        return
    told = {"name": done.rubric.title(lang), "version": done.rubric.version}
    st.session_state[_DONE] = text(f"authoring.{OUTCOMES[done.outcome]}", lang, **told)
    st.session_state[_TURN] += 1
    st.rerun()


def _fixed_already(context: Context, rubric: Rubric) -> None:
    """What publishing means; first of all that this version is taken by another content."""
    st.caption(text("authoring.publish.about", context.lang))
    if (rubric.id, rubric.version) not in context.shelf.rubrics():
        return
    if context.shelf.rubric(rubric.id, rubric.version).fingerprint != rubric.fingerprint:
        said = text("authoring.publish.taken", context.lang, version=rubric.version)
        st.warning(plain(said), icon=":material/lock:")


def _differs(error: "RubricTakenError", context: Context, offered: Rubric) -> list[str]:
    published = context.shelf.rubric(error.rubric, error.version)
    return worded(error.difference, published, offered, context.lang, _MOST_TOLD)
