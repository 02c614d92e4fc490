"""The client's house around a deck: template, names of its layouts, logo, and who may read it."""

import hashlib
from typing import TYPE_CHECKING, Final, NamedTuple

import streamlit as st

from assessment.catalogue import Lang, text
from assessment.errors import FileRefusedError
from assessment.template_names import MOST_LOGO_BYTES, Names, check_logo, parse_names
from assessment.ui.components.results import View
from assessment.ui.words import plain

if TYPE_CHECKING:
    from exports.deck import House

_MOST_MEGABYTES: Final = 150
_MOST_LOGO: Final = -(-MOST_LOGO_BYTES // 2**20)
_LACKS: Final = "house-lacks"
_KEY: Final = "house"


class Chosen(NamedTuple):
    """What was handed in for this deck.

    Attributes:
        house: None where something was refused.
        mark: tells one choice from another.
    """

    house: "House | None"
    mark: str


def house_choice(found: View) -> Chosen:
    """The choices, folded; without a template the deck is made in Gapline's own layout."""
    lang = found.lang
    with st.expander(text("template.title", lang), key="card-house"):
        st.caption(text("template.upload.about", lang))
        left, right = st.columns(2)
        with left:
            template = _file("template.upload", ["pptx", "potx"], lang)
            names = _file("template.names", ["yaml", "yml"], lang) if template else None
        with right:
            logo = _file("template.logo", ["png", "jpg", "jpeg"], lang, _MOST_LOGO)
            line = st.text_input(text("template.confidential", lang), key=f"{_KEY}-line", max_chars=200)
        st.caption(text("template.confidential.about", lang))
        return _chosen(template, names, logo, line.strip(), lang)


_File = tuple[str, bytes]


def _file(label: str, endings: list[str], lang: Lang, most: int = _MOST_MEGABYTES) -> _File | None:
    upload = st.file_uploader(text(label, lang), type=endings, key=f"{_KEY}-{label}", max_upload_size=most)
    return None if upload is None else (upload.name, upload.getvalue())


def _chosen(template: _File | None, names: _File | None, logo: _File | None, line: str, lang: Lang) -> Chosen:
    parts = [part for file in (template, names, logo) if file for part in (file[0].encode(), file[1])]
    mark = hashlib.sha256(b"\0".join([*parts, line.encode()])).hexdigest() if parts or line else ""
    try:
        house = _house(template, names, logo, line)
        if template is not None:
            _tell(house, mark, lang)
    except FileRefusedError as error:
        said = [plain(problem.report(lang)) for problem in error.problems]
        st.error("\n\n".join(said or [plain(error.sentence(lang))]), icon=":material/block:")
        return Chosen(None, mark)
    return Chosen(house, mark)


def _house(template: _File | None, names: _File | None, logo: _File | None, line: str) -> "House":
    from exports.deck import House
    from exports.template import Logo

    picture = None if logo is None else Logo(check_logo(*logo))
    name, data = template or ("", None)
    return House(data, name, None if names is None else _names(*names), line, picture)


def _names(name: str, data: bytes) -> Names:
    names, problems = parse_names(data, name)
    if names is None:
        raise FileRefusedError(name, tuple(problems))
    return names


def _tell(house: "House", mark: str, lang: Lang) -> None:
    """What the template lacks, and what stands in for it; read once per template."""
    held = st.session_state.get(_LACKS)
    if held is None or held[0] != mark:
        held = (mark, house.lacks())
        st.session_state[_LACKS] = held
    lacks = held[1]
    if not lacks:
        st.success(text("template.fits", lang), icon=":material/check:")
        return
    roles = {one: text(f"template.role.{one.role}", lang) for one in lacks}
    lines = [text(f"template.missing.{one.what}", lang, role=roles[one], used=one.used) for one in lacks]
    st.info("\n".join(f"- {plain(line)}" for line in lines))
