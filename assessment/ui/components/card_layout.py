"""How the cards of the interview look, light and dark; the colours are those of slide and sheet."""

from string import Template
from typing import Final

import streamlit as st

from exports import style

_CSS: Final = """
[class*="st-key-sheet-"] {
  container-type: inline-size;
  --gl-ink: light-dark($ink, $night_ink);
  --gl-quiet: light-dark($quiet, $night_grey);
  --gl-paper: light-dark($paper, $night);
  --gl-panel: light-dark($panel, $night_panel);
  --gl-line: light-dark($hairline, $night_hairline);
  --gl-accent: light-dark($accent, $night_accent);
  --gl-warn: light-dark($below, $night_second);
  --gl-warn-paper: light-dark($below_light, $night_panel);
}
.gl-card { color: var(--gl-ink); }
.gl-card h4 { font-size: 1rem; font-weight: 700; padding: 0; margin: 0; line-height: 1.4; }
.gl-card h5 { font-size: 0.82rem; font-weight: 700; padding: 0; margin: 0 0 0.1rem; }
.gl-card p { margin: 0.15rem 0 0.5rem; line-height: 1.45; }
.gl-card .gl-mark, .gl-card .gl-note { font-size: 0.85rem; margin: 0.5rem 0 0; white-space: pre-line; }
.gl-card .gl-mark, .gl-card .gl-label, .gl-card small { color: var(--gl-quiet); }
.gl-badge { display: inline-block; font-size: 0.78rem; font-weight: 600; padding: 0.05rem 0.5rem;
  border-radius: 4px; margin-left: 0.35rem; vertical-align: 1px; color: var(--gl-quiet);
  background: var(--gl-panel); }
.gl-badge.gl-given { color: var(--gl-paper); background: var(--gl-accent); }
.gl-badge.gl-proposed { color: var(--gl-warn); background: var(--gl-warn-paper);
  border: 1px dashed currentColor; }
.gl-card button { font: inherit; color: inherit; cursor: pointer; background: var(--gl-paper);
  border: 1px solid var(--gl-line); border-radius: 6px; }
.gl-card button:hover { border-color: var(--gl-accent); }
.gl-card button:focus-visible { outline: 2px solid var(--gl-accent); outline-offset: 1px; }
.gl-card button:disabled { cursor: default; border-color: var(--gl-line); }
.gl-card button:disabled[aria-pressed="false"] { color: var(--gl-quiet); background: var(--gl-panel); }
.gl-card button[aria-pressed="true"] { color: var(--gl-paper); background: var(--gl-accent);
  border-color: var(--gl-accent); }
.gl-card button.gl-was { border: 2px dashed var(--gl-warn); }
.gl-card button.gl-soon { border-color: var(--gl-accent);
  box-shadow: inset 0 0 0 1px var(--gl-accent); }
.gl-card h4 + .gl-levels { margin-top: 0.5rem; }
.gl-levels { display: flex; gap: 3px; align-items: stretch; }
.gl-card .gl-tile { flex: 1 1 0; min-width: 0; padding: 0.4rem 0.5rem; text-align: left; font-size: 0.8rem;
  line-height: 1.32; display: flex; flex-direction: column; overflow-wrap: break-word; hyphens: auto; }
.gl-card .gl-seam { flex: 0 0 1.65rem; padding: 0; font-size: 0.74rem; color: var(--gl-quiet); }
.gl-quiet { display: flex; flex-wrap: wrap; gap: 0.3rem 0.25rem; align-items: center; margin-top: 0.6rem;
  font-size: 0.82rem; }
.gl-card .gl-quiet button { padding: 0.15rem 0.45rem; min-height: 1.75rem; background: none; }
.gl-card .gl-quiet button[aria-pressed="true"]:not(.gl-open) { background: var(--gl-accent); }
.gl-card .gl-quiet .gl-confirm { color: var(--gl-paper); font-weight: 600;
  background: var(--gl-accent); }
.gl-quiet .gl-label { margin-left: 0.3rem; }
.gl-sure { display: inline-flex; margin-right: 0.2rem; }
.gl-card .gl-sure button { border-radius: 0; margin-left: -1px; }
.gl-card .gl-sure button:first-child { border-radius: 6px 0 0 6px; }
.gl-card .gl-sure button:last-child { border-radius: 0 6px 6px 0; }
.gl-card .gl-quiet .gl-open { border-color: transparent; color: var(--gl-accent); }
.gl-card .gl-quiet .gl-open:hover { border-color: currentColor; }
.gl-card .gl-quiet .gl-open[aria-pressed="true"] { border-color: currentColor; background: var(--gl-panel); }
.gl-open i { color: var(--gl-quiet); }
.gl-aside { margin-top: 0.75rem; font-size: 0.82rem; line-height: 1.4; columns: 16rem; column-gap: 1.5rem; }
.gl-aside ul { margin: 0 0 0.6rem; padding-left: 1.1rem; break-before: avoid; }
.gl-card .gl-aside li { margin: 0; break-inside: avoid; font-size: 0.82rem; line-height: 1.4; }
.gl-aside h5 { break-after: avoid; }
@container (max-width: 760px) {
  .gl-card .gl-tile { padding: 0.35rem 0.3rem; font-size: 0.77rem; }
  .gl-card .gl-seam { flex-basis: 1.4rem; }
}
@container (min-width: 960px) {
  .gl-card { display: grid; grid-template-columns: minmax(0, 1fr) 14.5rem; column-gap: 1.25rem; }
  .gl-aside { columns: auto; margin-top: 0; }
}
[class*="st-key-editor-"] { border-top: 1px solid var(--gl-line); padding-top: 0.75rem; }
"""


def lay_out_cards() -> None:
    """Put the rules on the page."""
    st.html(f"<style>{rules()}</style>")


def rules() -> str:
    """The rules with their colours filled in."""
    dark = {f"night_{role}": colour for role, colour in style.DARK.items() if role != "background"}
    return Template(_CSS).substitute(
        dark,
        ink=style.INK,
        quiet=style.QUIET,
        paper=style.WHITE,
        panel=style.LEVELS[0],
        hairline=style.HAIRLINE,
        accent=style.ACCENT,
        below=style.BELOW[0],
        below_light=style.BELOW[2],
        night=style.DARK["background"],
    )
