"""One's own published data set: handed in, checked, added."""

import hashlib
import io
import zipfile
from typing import Final

import streamlit as st

from assessment import published_sets
from assessment.benchmark import Benchmark
from assessment.catalogue import Lang, text
from assessment.errors import GaplineError, Problem
from assessment.published_sets import SOURCE, HandedIn
from assessment.ui.caching import remembered
from assessment.ui.components import in_link
from assessment.ui.components.beside import SET
from assessment.ui.components.results import View
from assessment.ui.words import plain

_TURN: Final = "own-set-turn"
_DONE: Final = "own-set-done"
_MOST_SHOWN: Final = 50


def add_own(found: View, *, opened: bool) -> None:
    """A fold to hand files in, and under it everything that is wrong with them, or the button that adds."""
    lang = found.lang
    _tell(lang)
    with st.expander(text("benchmark.tab.add", lang), icon=":material/upload:", expanded=opened):
        st.markdown(text("benchmark.add.about", lang))
        st.download_button(
            text("benchmark.add.template", lang),
            data=lambda: _example(found),
            file_name="benchmark-example.zip",
            mime="application/zip",
            key="own-set-example",
            on_click="ignore",
            icon=":material/download:",
            type="tertiary",
        )
        turn = st.session_state.setdefault(_TURN, 0)
        uploads = st.file_uploader(
            text("benchmark.add.files", lang),
            type=["yaml", "yml", "csv"],
            accept_multiple_files=True,
            key=f"own-set-{turn}",
            max_upload_size=5,
            label_visibility="collapsed",
        )
        if uploads:
            _judge(found, _read(found, {one.name: one.getvalue() for one in uploads}))


def _read(found: View, files: dict[str, bytes]) -> HandedIn:
    context = found.context
    mark = hashlib.sha256(b"\0".join(name.encode() + b"\0" + files[name] for name in sorted(files)))
    return remembered(
        context,
        lambda: published_sets.hand_in(context.store, context.shelf, found.rubric, files),
        *("own-set", mark.hexdigest(), found.engagement.id),
    )


def _judge(found: View, handed: HandedIn) -> None:
    lang, benchmark = found.lang, handed.benchmark
    if benchmark is None:
        count = len(handed.problems)
        st.error(
            "\n".join([text("benchmark.add.refused", lang, count=count), "", *_told(handed.problems, lang)]),
            icon=":material/block:",
        )
        return
    if handed.problems:
        st.warning("\n".join(_told(handed.problems, lang)), icon=":material/warning:")
    st.markdown(plain(_summary(benchmark, lang)))
    if handed.standing == "same":
        st.info(text("benchmark.add.same", lang), icon=":material/check:")
        return
    if handed.standing == "replaces":
        st.warning(text("benchmark.add.replaces", lang), icon=":material/warning:")
    st.button(
        text("benchmark.add.button", lang),
        key="own-set-add",
        type="primary",
        icon=":material/done_all:",
        on_click=_add,
        args=(found, handed),
    )


def _told(problems: tuple[Problem, ...], lang: Lang) -> list[str]:
    lines = []
    for one in problems[:_MOST_SHOWN]:
        place = " · ".join(filter(None, (one.place.removeprefix(f"{SOURCE}/"), one.key)))
        lines.append(f"- **{plain(place)}** {plain(one.sentence(lang))}")
    return lines


def _summary(benchmark: Benchmark, lang: Lang) -> str:
    return text(
        "benchmark.add.ready",
        lang,
        title=_title(benchmark, lang),
        publisher=benchmark.publisher_zh if lang == "zh" and benchmark.publisher_zh else benchmark.publisher,
        operators=len(benchmark.operators),
        scores=len(benchmark.scores),
        findings=len(benchmark.findings),
    )


def _title(benchmark: Benchmark, lang: Lang) -> str:
    return benchmark.title_zh if lang == "zh" and benchmark.title_zh else benchmark.title


def _add(found: View, handed: HandedIn) -> None:
    try:
        published_sets.add(found.context.store, handed)
    except GaplineError as error:
        st.session_state[_DONE] = ("bad", error.sentence(found.lang))
        return
    if handed.benchmark is not None:
        in_link.keep(SET, handed.benchmark.id, "")
        title = _title(handed.benchmark, found.lang)
        st.session_state[_DONE] = ("good", text("benchmark.add.done", found.lang, title=title))
    st.session_state[_TURN] += 1


def _tell(lang: Lang) -> None:
    del lang
    kind, said = st.session_state.pop(_DONE, ("", ""))
    if kind == "good":
        st.success(plain(said), icon=":material/check:")
    elif kind:
        st.error(plain(said), icon=":material/error:")


def _example(found: View) -> bytes:
    """A manifest and a CSV that pass the check, for the engagement's rubric."""
    files = published_sets.example(found.rubric)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
