"""The few rules of layout that Streamlit has no option for; they name only our own keys."""

from string import Template
from urllib.parse import quote

import streamlit as st

from exports import style

_CSS = """
.st-key-frame { width: calc(100% + 6rem); max-width: none; margin-left: -3rem; scroll-margin-top: 1rem; }
.st-key-frame button[kind^="primary"]:not(:disabled) { color: light-dark($paper, $night); }

  .st-key-frame button[kind^="primary"]:not(:disabled):hover {
  background-color: light-dark($accent, $night_accent);
}
[class*="st-key-tree-"] button, [class*="st-key-tree-"] button div {
  justify-content: flex-start; text-align: left;
}
[class*="st-key-tree-"] button { min-height: 1.8rem; padding: 0.1rem 0.5rem; }
[class*="st-key-tree-below-"] button { padding-left: 1.4rem; }
"""


_ICON = "data:image/svg+xml," + quote(
    f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28' fill='{style.LEVELS[4]}'>"
    "<path d='M2 20h6v6H2zM10 13h6v13h-6zM18 4h6v22h-6z'/></svg>"
)


def lay_out() -> None:
    """Put the rules on the page."""
    st.html(f"<style>{rules()}</style>")


def rules() -> str:
    """The rules with the colours of slide and sheet, for light and dark alike."""
    return Template(_CSS).substitute(
        accent=style.ACCENT,
        paper=style.WHITE,
        night_accent=style.DARK["accent"],
        night=style.DARK["background"],
    )


def finish(jumped_to: str | None) -> None:
    """Give the browser's tab its picture, and show the page from its head after a jump.

    Streamlit's own way to set the picture imports numpy and PIL, half a second before the first page shows.
    """
    script = f"document.querySelector('link[rel~=\"icon\"]')?.setAttribute('href', '{_ICON}');"
    if jumped_to:
        script += f"document.querySelector('.st-key-frame')?.scrollIntoView(); /* {quote(jumped_to)} */"
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
