"""Templates as clients have them: 4:3, without most layouts, with other names on a dark ground."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from pptx import Presentation
from pptx.util import Inches

from assessment.catalogue import Lang

OTHERS_WORDS = "Board paper of another client"
_COLOURS = {
    "standard": {},
    "bare": {"accent1": "7030A0", "accent2": "00B050"},
    "renamed": {
        "dk1": "101418",
        "lt1": "FFFFFF",
        "accent1": "FFC000",
        "accent2": "92D050",
        "accent4": "FFFF00",
    },
}


def standard_template() -> bytes:
    """Office's own layouts on 4:3, with two slides of somebody else's in it."""
    deck = Presentation()
    for number in range(2):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = f"{OTHERS_WORDS} {number}"
        slide.notes_slide.notes_text_frame.text = OTHERS_WORDS
    return _saved(deck)


def bare_template() -> bytes:
    """16:9 with no more than a layout of title and content and an empty one."""
    deck = Presentation()
    _keep_layouts(deck, ("Title and Content", "Blank"))
    _resize(deck, 13.333, 7.5)
    return _recoloured(_saved(deck), _COLOURS["bare"])


def renamed_template(lang: Lang = "zh") -> bytes:
    """16:10 with names in the client's words and no types, light on dark, in a wide face."""
    deck = Presentation()
    _keep_layouts(deck, ("Title Slide", "Section Header", "Title Only", "Two Content"))
    _resize(deck, 12.0, 7.5)
    names = {
        "en": ("ACME front page", "ACME divider", "ACME plain", "ACME two columns"),
        "zh": ("公司首页", "公司分隔页", "公司正文", "公司双栏"),
    }
    for layout, name in zip(deck.slide_layouts, names[lang], strict=True):
        layout.name = name
        layout._element.attrib.pop("type", None)
        for number, shape in enumerate(layout.placeholders):
            shape.name = f"Halter {number}"
    data = _recoloured(_saved(deck), _COLOURS["renamed"])
    dark = (b'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"', b'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"')
    return _edited(data, r"slideMasters/slideMaster\d+\.xml$", lambda xml: xml.replace(*dark))


RENAMED: dict[str, dict[str, str | int]] = {
    "cover": {"layout": "公司首页", "title": "Halter 0", "subtitle": "Halter 1"},
    "chapter": {"layout": "公司分隔页"},
    "finding": {"layout": "公司正文"},
}
"""What somebody would write down for it."""


def as_potx(template: bytes) -> bytes:
    """The same file as a template."""
    kinds = (b"presentationml.presentation.main+xml", b"presentationml.template.main+xml")
    return _edited(template, r"^\[Content_Types\]\.xml$", lambda xml: xml.replace(*kinds))


def in_arial(deck: bytes) -> bytes:
    """The file in a face of which every machine has a metric twin, as wide as what it was measured in."""
    return _edited(deck, r"theme/theme\d+\.xml$", lambda xml: xml.replace(b"Calibri", b"Arial"))


def with_part(template: bytes, name: str, content: bytes) -> bytes:
    """The file with one part more."""
    stream = BytesIO(template)
    with ZipFile(stream, "a", ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return stream.getvalue()


def edited(template: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one part changed."""
    return _edited(template, f"^{re.escape(name)}$", change)


def _keep_layouts(deck: object, names: tuple[str, ...]) -> None:
    layouts = deck.slide_layouts  # type: ignore[attr-defined]
    for layout in list(layouts):
        if layout.name not in names:
            layouts.remove(layout)


def _resize(deck: object, width: float, height: float) -> None:
    """Another size, every placeholder stretched with it."""
    across = Inches(width) / deck.slide_width  # type: ignore[attr-defined]
    down = Inches(height) / deck.slide_height  # type: ignore[attr-defined]
    master = deck.slide_master  # type: ignore[attr-defined]
    for holder in (master, *master.slide_layouts):
        for shape in holder.shapes:
            if shape._element.find(".//{*}xfrm") is not None:
                shape.left, shape.width = round(shape.left * across), round(shape.width * across)
                shape.top, shape.height = round(shape.top * down), round(shape.height * down)
    deck.slide_width, deck.slide_height = Inches(width), Inches(height)  # type: ignore[attr-defined]


def _recoloured(data: bytes, colours: dict[str, str]) -> bytes:
    def change(xml: bytes) -> bytes:
        for name, value in colours.items():
            pattern = rf"<a:{name}>.*?</a:{name}>".encode()
            xml = re.sub(pattern, f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'.encode(), xml)
        return xml.replace(b"Calibri", b"Verdana") if "dk1" in colours else xml

    return _edited(data, r"theme/theme1\.xml$", change)


def _edited(data: bytes, names: str, change: Callable[[bytes], bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry, change(content) if re.search(names, entry.filename) else content)
    return stream.getvalue()


def _saved(deck: object) -> bytes:
    stream = BytesIO()
    deck.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()
