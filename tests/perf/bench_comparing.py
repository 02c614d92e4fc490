"""A wave of 500 branches: reading it anew, refreshing it after one rating, and loading 300,000 ratings."""

import sqlite3
import tempfile
import time
from functools import partial
from itertools import count
from pathlib import Path

from assessment import comparing
from assessment.edges.generated import Shape, generate, load_generated
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore, open_store
from assessment.ratings import Rating
from tests.perf.timing import ratio, report, side_by_side, total

LARGE = Shape(branches=500, raters=(4, 4))
SMALL = Shape(provinces=2, branches=26)


def _load_all(folder: Path) -> tuple[SqliteStore, str]:
    store = open_store(folder / "large.sqlite3")
    start, used = time.perf_counter(), time.process_time()
    engagement = load_generated(store, FileShelf(), shape=LARGE)
    found = len(store.ratings(engagement))
    took, worked = time.perf_counter() - start, time.process_time() - used
    print(f"load {found:,} ratings of 500 branches: {took:.1f} s ({worked:.1f} s of the processor)")
    return store, engagement


def _refresh(store: SqliteStore, engagement: str) -> None:
    shelf = FileShelf()
    start = comparing.read_wave(store, shelf, engagement, "2026")
    turn = count()

    def rate_and(answer: str) -> comparing.AssessedWave:
        given = start.ratings[next(turn) % 100]
        store.save_rating(engagement, given.model_copy(update={"note": f"{next(turn)}"}))
        if answer == "refresh":
            return comparing.refreshed(store, start)
        return comparing.read_wave(store, shelf, engagement, "2026")

    one, other = rate_and("refresh"), comparing.refreshed(store, start)
    anew = comparing.read_wave(store, shelf, engagement, "2026")
    if (other.ratings, other.adopted) != (anew.ratings, anew.adopted) or not one.ratings:
        raise SystemExit("the refreshed wave is not the one that is there")
    costs = side_by_side({name: total(partial(rate_and, name)) for name in ("refresh", "anew")}, 7)
    report("-", "refresh a wave of 100,000 ratings / read it anew", ratio(costs, "refresh", "anew"), "-", "-")


def _bulk(folder: Path) -> None:
    made = generate(FileShelf().rubric("crm-five-capabilities"), shape=SMALL)
    ratings = list(made.ratings("2026"))
    number = count()

    def product() -> None:
        store = open_store(folder / f"bulk{next(number)}.sqlite3")
        store.add_engagement(made.engagement, made.units, made.waves, made.people)
        store.save_ratings(made.engagement.id, ratings)
        store.close()

    def raw() -> None:
        db = sqlite3.connect(folder / f"raw{next(number)}.sqlite3")
        db.execute(
            "CREATE TABLE rating (unit TEXT, wave TEXT, rater TEXT, indicator TEXT, revision INTEGER,"
            " score REAL, state TEXT, note TEXT, PRIMARY KEY (unit, wave, rater, indicator, revision))"
        )
        with db:
            db.executemany("INSERT INTO rating VALUES (?, ?, ?, ?, 1, ?, ?, ?)", map(_row, ratings))
        db.close()

    costs = side_by_side({"product": total(product), "raw": total(raw)}, 7)
    report(
        "-", f"save {len(ratings):,} ratings at once / raw sqlite3", ratio(costs, "product", "raw"), "-", "-"
    )


def _row(rating: Rating) -> tuple[object, ...]:
    return (*rating.key, rating.score, rating.state, rating.note)


def main() -> None:
    """Print a line per measurement."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _bulk(folder)
        store, engagement = _load_all(folder)
        _refresh(store, engagement)
        store.close()


if __name__ == "__main__":
    main()
