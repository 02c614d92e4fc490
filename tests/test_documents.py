"""What the documents promise about the files around them."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "rubrics/README.md", "benchmarks/README.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?[^)]*\)|(?:src|href)=\"([^\"]+)\"")
CODE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)


def links(path: Path) -> list[str]:
    """The links of a document that lead to a place in the repository."""
    text = CODE.sub("", path.read_text(encoding="utf-8"))
    found = [one or other for one, other in LINK.findall(text)]
    return [link for link in found if not re.match(r"[a-z][a-z+.-]*:", link)]


def anchors(path: Path) -> set[str]:
    """The headings of a document as links name them."""
    headings = HEADING.findall(CODE.sub("", path.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    broken = []
    for link in links(document):
        name, _, anchor = link.partition("#")
        target = (document.parent / name).resolve() if name else document
        inside = target == ROOT or ROOT in target.parents
        if not inside or not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


def test_the_readme_has_links_to_check() -> None:
    assert len(links(ROOT / "README.md")) >= 3
