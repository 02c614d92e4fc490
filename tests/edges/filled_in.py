"""Offline workbooks for tests, filled in as a spreadsheet program would, or spoilt as an attacker would."""

import datetime as dt
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from assessment.benchmark import Benchmark
from assessment.catalogue import Lang
from assessment.edges.memory_store import MemoryStore
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.ratings import Rating
from assessment.rubric import Node, Rubric, Scale
from exports.offline_workbook import offline_workbook

_LEVELS = {0.0: "nothing", 3.0: "something", 5.0: "everything"}
_LEAVES = [
    Node(
        id=f"{top}.{k}", name=f"{top.upper()} {k}", question="How?", descriptors=_LEVELS, evidence=("A list",)
    )
    for top in "ab"
    for k in (1, 2, 3)
]
RUBRIC = Rubric(
    id="small",
    version="1",
    name="Small",
    tiers=("dimension", "indicator"),
    scale=Scale(levels={0.0: "None", 5.0: "All"}),
    tree=(
        Node(id="a", name="Data", children=tuple(_LEAVES[:3])),
        Node(id="b", name="Service: desk", children=tuple(_LEAVES[3:])),
    ),
).with_translation("zh", {"a.name": "数据", "b.name": "服务", "a.1.question": "如何？"})
ENGAGEMENT = Engagement(
    id="e", name="Study", rubric="small", rubric_version="1", rubric_fingerprint=RUBRIC.fingerprint
)
UNITS = [Unit(id="north", name="North", name_zh="北区"), Unit(id="south", name="South")]
WAVE = Wave(id="w1", name="First", name_zh="第一轮", date=dt.date(2024, 1, 1))
LI, WANG = Person(id="li", name="Li Wei", name_zh="李伟"), Person(id="wang", name="Wang Fang")


class OneRubric:
    """A shelf with one rubric on it and no published data."""

    def rubric(self, rubric_id: str, version: str | None = None) -> Rubric:
        assert (rubric_id, version) in {("small", "1"), ("small", None)}
        return RUBRIC

    def rubrics(self) -> list[tuple[str, str]]:
        return [("small", "1")]

    def benchmark(self, benchmark_id: str) -> Benchmark:
        raise AssertionError(benchmark_id)

    def benchmarks(self) -> list[str]:
        return []


def store_of(ratings: Iterable[Rating] = ()) -> MemoryStore:
    store = MemoryStore()
    store.add_engagement(ENGAGEMENT, UNITS, [WAVE], [LI])
    store.save_ratings("e", ratings)
    return store


def rating(indicator: str, score: float | None = 2.0, rater: str = "li", **more: object) -> Rating:
    state = "scored" if score is not None else "unknown"
    return Rating.model_validate(
        {
            "unit": "north",
            "wave": "w1",
            "rater": rater,
            "indicator": indicator,
            "score": score,
            "state": state,
        }
        | more
    )


def made(lang: Lang = "en", rater: Person = LI, ratings: Iterable[Rating] = ()) -> bytes:
    """An offline workbook as it is handed out."""
    return offline_workbook(RUBRIC, ENGAGEMENT, UNITS[0], WAVE, rater, ratings, lang)


def filled(workbook: bytes, answers: Mapping[str, Mapping[int, object]]) -> bytes:
    """The workbook with cells of these indicators (0-based column -> value) filled in and saved anew."""
    book = load_workbook(BytesIO(workbook))
    for sheet in book.worksheets[1:-1]:
        for row in sheet.iter_rows():
            for column, value in answers.get(str(row[0].value), {}).items():
                row[column].value = value  # type: ignore[assignment] # nothing is merged there
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_cell(workbook: bytes, sheet: str, place: str) -> object:
    found = load_workbook(BytesIO(workbook))[sheet]
    assert isinstance(found, Worksheet)
    return found[place].value


def parts_of(workbook: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_part(workbook: bytes, name: str, content: bytes) -> bytes:
    """The workbook with one part more, or another one in its place."""
    return zipped({**parts_of(workbook), name: content})


def replaced(workbook: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The workbook with the first such bytes of a part replaced."""
    content = parts_of(workbook)[name]
    assert old in content, (name, content[:600])
    return with_part(workbook, name, content.replace(old, new, 1))
