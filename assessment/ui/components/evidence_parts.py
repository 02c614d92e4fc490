"""The two parts of the Evidence page: what is on record, and what is made of it."""

from typing import Final

import streamlit as st

from assessment.catalogue import Lang, text

PART: Final = "evidence-part"


def part_choice(lang: Lang) -> str | None:
    """Evidence or findings; kept over the pages."""
    return st.segmented_control(
        text("evidence.part", lang),
        ["items", "findings"],
        default="items",
        required=True,
        format_func=lambda option: text(f"evidence.part.{option}", lang),
        key=PART,
        label_visibility="collapsed",
        persist_state="session",
    )
