"""P14: a workbook of 10,000 ratings read back with validation, against unzipping and scanning it."""

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

import datetime as dt  # noqa: E402 - after the settings above
import gc  # noqa: E402
import zipfile  # noqa: E402
from io import BytesIO  # noqa: E402
from xml.parsers import expat  # noqa: E402

from openpyxl import load_workbook  # noqa: E402
from timing import ratio, report, side_by_side, total  # type: ignore[import-not-found] # noqa: E402 - beside this script

from assessment.edges.offline_reading import OfflineAnswers, read_offline_workbook  # noqa: E402
from assessment.engagement import Engagement, Person, Unit, Wave  # noqa: E402
from assessment.ratings import Rating  # noqa: E402
from assessment.rubric import Node, Rubric  # noqa: E402
from exports.offline_workbook import offline_workbook  # noqa: E402

SHEETS, ROWS = 5, 2000


def _rubric() -> Rubric:
    levels = {float(k): f"What level {k} looks like, in a dozen words of a usual length" for k in range(6)}
    tree = tuple(
        Node(
            id=f"d{top}",
            name=f"Dimension {top}",
            children=tuple(
                Node(
                    id=f"d{top}.i{k}",
                    name=f"Indicator {top} {k}",
                    question="How is it done?",
                    descriptors=levels,
                )
                for k in range(ROWS)
            ),
        )
        for top in range(SHEETS)
    )
    return Rubric(id="large", version="1", name="Large", tiers=("dimension", "indicator"), tree=tree)


def _filled(rubric: Rubric) -> bytes:
    """A workbook in which every one of 10,000 questions is answered, a third of them with a note."""
    ratings = [
        Rating(
            unit="u",
            wave="w",
            rater="r",
            indicator=node.id,
            score=(place % 11) / 2,
            confidence="high" if place % 2 else None,
            note=f"Note number {place}" if place % 3 == 0 else "",
            revision=1,
        )
        for place, node in enumerate(rubric.indicators)
    ]
    engagement = Engagement(id="e", name="E", rubric=rubric.id, rubric_version="1")
    wave = Wave(id="w", name="W", date=dt.date(2024, 1, 1))
    return offline_workbook(
        rubric, engagement, Unit(id="u", name="U"), wave, Person(id="r", name="R"), ratings, "en"
    )


def _scan(data: bytes) -> int:
    """The floor: inflate every part and let the parser see all of it."""
    size = 0
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            size += len(content)
            if name.endswith((".xml", ".rels")):
                expat.ParserCreate().Parse(content, True)  # noqa: FBT003 - expat's own signature
    return size


def _openpyxl(data: bytes) -> list[tuple[object, ...]]:
    """The peer: only the values, nothing checked."""
    book = load_workbook(BytesIO(data), read_only=True)
    rows = [row for name in book.sheetnames[1:-1] for row in book[name].iter_rows(values_only=True)]
    return [row for row in rows if str(row[0]).startswith("d")]


def _check(found: OfflineAnswers, rows: list[tuple[object, ...]]) -> None:
    """Both readers found the same 10,000 answers, and each is somebody's rating."""
    said = [(one.indicator, one.score, one.note or None) for one in found.answers]
    assert said == [(row[0], row[5], row[8]) for row in rows]
    assert [one.rating.indicator for one in found.ratings] == [one.indicator for one in found.answers]
    assert len(said) == SHEETS * ROWS


def main() -> None:
    rubric = _rubric()
    data = _filled(rubric)

    def read() -> OfflineAnswers:
        answers, problems = read_offline_workbook(data, "answers.xlsx", rubric)
        assert answers is not None
        assert not problems
        return answers

    _check(read(), _openpyxl(data))
    gc.freeze()  # the garbage collector need not look through what only this script keeps
    measures = {
        "read": total(read),
        "ratings": total(lambda: read().ratings),
        "scan": total(lambda: _scan(data)),
        "openpyxl": total(lambda: _openpyxl(data)),
    }
    costs = side_by_side(measures)
    scan = sorted(costs["scan"])[len(costs["scan"]) // 2]
    what = f"10,000 ratings read and checked vs unzip and scan ({1000 * scan:.0f} ms)"
    report("P14", what, ratio(costs, "read", "scan"), "<= 4", "<= 2.5")
    report("P14", "the same, made into ratings", ratio(costs, "ratings", "scan"), "-", "-")
    report(
        "P14", "openpyxl read-only, values only, nothing checked", ratio(costs, "openpyxl", "scan"), "-", "-"
    )


if __name__ == "__main__":
    main()
