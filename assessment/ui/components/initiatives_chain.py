"""The chain from problem through cause and theme to initiative, drawn and in sentences."""

import streamlit as st

from assessment.catalogue import text
from assessment.diagnosing import Diagnosed
from assessment.initiative_chain import ChainRow
from assessment.initiative_tables import chains_table
from assessment.priorities import PRESSING
from assessment.robustness_tables import to_csv
from assessment.ui.components.files import safe_name
from assessment.ui.components.initiatives_view import InitiativesView
from assessment.ui.words import plain

_WIDTHS = (3, 3.2, 2.6, 3.2)
_MOST = 6


def chain(view: InitiativesView) -> None:
    """Draw the rows below one head, the weightiest theme first, then the same in sentences."""
    lang, here = view.lang, view.here
    if here.diagnosis is None:
        st.info(text("chain.unlinked", lang), icon=":material/link_off:")
        return
    rows = [row for row in here.chain if view.theme in ("", row.theme)]
    if not rows:
        key = "initiatives.filtered" if here.chain else "chain.nothing"
        st.info(text(key, lang), icon=":material/lightbulb:")
        return
    st.caption(text("chain.about", lang))
    for column, key in zip(
        st.columns(_WIDTHS, gap="medium"), ("problem", "cause", "theme", "initiative"), strict=True
    ):
        column.markdown(f"**{text(f'chain.{key}', lang)}**" + ("" if key == "initiative" else "  →"))
    for row in rows:
        _row(view, here.diagnosis, row)
    uncaused = [one for one in here.uncaused if one.standing in PRESSING]
    if uncaused:
        named = view.speaker.listed(view.speaker.urgent(one) for one in uncaused)
        st.caption(plain(text("chain.uncaused", lang, names=named)))
    _in_words(view, here.diagnosis, rows)


def _row(view: InitiativesView, here: Diagnosed, row: ChainRow) -> None:
    lang, speaker, diagnosis = view.lang, view.speaker, here.diagnosis
    theme = here.links.themes.get(row.theme)
    with st.container(border=True, key=f"chain-{row.cause}"):
        problem, cause, direction, answers = st.columns(_WIDTHS, gap="medium")
        names = [diagnosis.name_of(node, lang) for node in row.problems]
        problem.markdown(_list(names) if names else f":gray[{text('chain.itself', lang)}]")
        cause.markdown(f"**{plain(diagnosis.name_of(row.cause, lang))}**")
        if row.nodes:
            shows = speaker.listed(speaker.urgent(one) for one in row.nodes)
            cause.caption(plain(text("chain.shows", lang, names=shows)))
        direction.markdown(plain(theme.called(lang)) if theme else text("chain.no-theme", lang))
        listed = [_answer(view, one.initiative) for one in row.answers[:_MOST]]
        more = len(row.answers) - len(listed)
        listed += [f":gray[{text('chain.more', lang, count=more)}]"] if more else []
        answers.markdown("\n".join(f"- {one}" for one in listed) or text("chain.no-answers", lang))


def _answer(view: InitiativesView, initiative: str) -> str:
    """The name, marked where it is chosen."""
    mark = ":green[:material/check:] " if initiative in view.chosen else ""
    return mark + plain(view.names[initiative])


def _list(names: list[str]) -> str:
    return "\n".join(f"- {plain(name)}" for name in names)


def _in_words(view: InitiativesView, here: Diagnosed, rows: list[ChainRow]) -> None:
    lang, speaker = view.lang, view.speaker
    with st.expander(text("chain.words", lang), icon=":material/notes:"):
        for row in rows:
            st.markdown(plain(speaker.chain(row, here.diagnosis, here.links)))
    st.download_button(
        text("results.download.csv", lang),
        data=lambda: to_csv(chains_table(rows, speaker, here.diagnosis, here.links)),
        file_name=f"{safe_name(text('chain.table', lang))}.csv",
        mime="text/csv",
        key="chain-csv",
        on_click="ignore",
        icon=":material/download:",
        type="tertiary",
    )
