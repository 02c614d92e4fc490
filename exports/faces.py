"""How wide the faces of client templates run against Arial, which all text is measured in."""

from typing import Final

_RUNS: Final = {
    "aptos": 1.0,
    "aptos display": 0.98,
    "aptos narrow": 0.9,
    "arial": 1.0,
    "arial black": 1.22,
    "arial narrow": 0.82,
    "avenir next": 1.04,
    "bahnschrift": 1.0,
    "book antiqua": 1.0,
    "bookman old style": 1.14,
    "calibri": 0.92,
    "calibri light": 0.92,
    "cambria": 0.97,
    "candara": 0.96,
    "century gothic": 1.12,
    "century schoolbook": 1.06,
    "consolas": 1.15,
    "constantia": 0.99,
    "corbel": 0.95,
    "courier new": 1.25,
    "franklin gothic book": 0.97,
    "franklin gothic medium": 0.98,
    "futura": 1.04,
    "garamond": 0.9,
    "georgia": 1.05,
    "gill sans mt": 0.97,
    "helvetica": 1.0,
    "helvetica neue": 1.01,
    "lato": 1.0,
    "liberation sans": 1.0,
    "lucida sans unicode": 1.11,
    "montserrat": 1.18,
    "noto sans": 1.06,
    "open sans": 1.07,
    "palatino linotype": 1.02,
    "roboto": 1.0,
    "rockwell": 1.06,
    "segoe ui": 1.02,
    "segoe ui light": 1.0,
    "source sans pro": 0.96,
    "tahoma": 1.02,
    "times new roman": 0.94,
    "trebuchet ms": 1.02,
    "tw cen mt": 0.93,
    "verdana": 1.2,
}
"""Mean advance of English prose over Arial's, rounded up; Chinese is drawn in a face of its own."""
_UNKNOWN: Final = 1.12
"""For a face that no list and no font file tells of: wider than all but the widest of text faces."""


def runs_wider(face: str) -> float:
    """How much wider than Arial a face runs; at least 1, so that a stand-in for a missing face still fits."""
    return max(1.0, _RUNS.get(face.strip().casefold(), _UNKNOWN))
