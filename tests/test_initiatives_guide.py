"""The guide tells every key of a library of initiatives, and its example passes the check."""

import re
from pathlib import Path

from assessment.initiatives_parsing import INITIATIVE_KEYS, KEYS, parse_initiatives
from assessment.rubric_parsing import parse_rubric

GUIDE = (Path(__file__).parents[1] / "rubrics" / "README.md").read_text(encoding="utf-8")
SECTION = GUIDE.split("## A library of initiatives\n")[1].split("\n## ")[0]
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


def test_the_guide_tells_every_key() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", SECTION, re.MULTILINE)) == {*KEYS, *INITIATIVE_KEYS}


def test_the_library_of_the_guide_passes_the_check() -> None:
    rubric, _ = parse_rubric(next(block for block in BLOCKS if block.startswith("id: care")), "rubric.yaml")
    assert rubric is not None
    written = next(block for block in BLOCKS if block.startswith("judged:"))
    library, problems = parse_initiatives(written, "initiatives.yaml", rubric)

    assert problems == []
    assert library is not None
    assert [one.id for one in library.initiatives] == ["call-back", "known-answers"]
