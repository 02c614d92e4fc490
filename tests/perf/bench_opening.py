"""Opening an interview in a store of 300,000 ratings against one of 300, as a new session of a warm app."""

import datetime as dt
import logging
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from streamlit import config
from streamlit.testing.v1 import AppTest

from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from assessment.engagement import Engagement, Person, Unit, Wave
from assessment.ratings import Rating
from tests.perf.timing import Measure, ratio, report, side_by_side

APP = Path(__file__).parents[2] / "app.py"
RUBRIC = "crm-five-capabilities"
SMALL, LARGE = 300, 300_000
UNITS, RATERS = 330, 4


def filled(path: Path, count: int) -> Path:
    """A store of one engagement with the first `count` of the ratings of many branches, raters and waves."""
    rubric, store = FileShelf().rubric(RUBRIC), open_store(path)
    waves = [Wave(id=str(year), name=str(year), date=dt.date(year, 9, 28)) for year in range(2000, 2006)]
    units = [Unit(id=f"u{k}", name=f"Branch {k}") for k in range(UNITS)]
    people = [Person(id=f"p{k}", name=f"Person {k}") for k in range(RATERS)]
    engagement = Engagement(id="bench", name="Bench", rubric=rubric.id, rubric_version=rubric.version)
    store.add_engagement(engagement, units, waves, people)
    indicators = [node.id for node in rubric.indicators]
    ratings = every(units, waves[::-1], people, indicators)
    store.save_ratings("bench", [rating for _, rating in zip(range(count), ratings, strict=False)])
    assert len(store.ratings("bench")) == count
    store.close()
    return path


def every(
    units: list[Unit], waves: list[Wave], people: list[Person], indicators: list[str]
) -> Iterator[Rating]:
    """All that could be said, the newest wave first."""
    for wave in waves:
        for unit in units:
            for person in people:
                for turn, indicator in enumerate(indicators):
                    place = {"unit": unit.id, "wave": wave.id, "rater": person.id, "indicator": indicator}
                    yield Rating(**place, score=turn % 11 / 2)


def opening(path: Path, page: str) -> Measure:
    """What a new session works until the page is drawn; processor time, which no neighbour disturbs."""

    def measure() -> float:
        os.environ["GAPLINE_STORE"] = str(path)
        app = AppTest.from_file(APP, default_timeout=60)
        app.query_params["lang"] = "en"
        app.query_params["wave"] = "2005"
        app.run()
        start = time.process_time()
        app.switch_page(f"assessment/ui/pages/{page}.py").run()
        seconds = time.process_time() - start
        assert not app.exception
        assert not app.error
        return seconds

    return measure


def main() -> None:
    """Print how much longer an interview opens in a store that has grown."""
    logging.getLogger("streamlit").setLevel(logging.ERROR)
    config.set_option("runner.enforceSerializableSessionState", False)  # noqa: FBT003 - its signature
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        small = filled(Path(folder) / "small.sqlite3", SMALL)
        large = filled(Path(folder) / "large.sqlite3", LARGE)
        measures = {"small": opening(small, "interview"), "large": opening(large, "interview")}
        for measure in measures.values():
            measure()
        costs = side_by_side(measures)
    report(
        "-", "interview opened in 300,000 ratings against 300", ratio(costs, "large", "small"), "<= 1.3", "-"
    )


if __name__ == "__main__":
    main()
