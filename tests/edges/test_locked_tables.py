"""A locked wave's tables: the same bytes in any process, in any language, whatever was added since."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

from assessment.edges.demo import load_demo
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
from assessment.engagement import Person, Wave
from assessment.ratings import Rating

STUDY, WAVE = "china-telecom-2003", "2003"
_HASHES = f"""
import hashlib, sys
from assessment import service
from assessment.edges.shelf import FileShelf
from assessment.edges.store import open_store
store = open_store(sys.argv[1], create=False)
tables = service.ratings_table(store, "{STUDY}", "{WAVE}"), service.scores_table(
    store, FileShelf(), "{STUDY}", "{WAVE}")
print([(len(table), hashlib.sha256(table).hexdigest()) for table in tables])
"""


def _hashes(store: Path, seed: int, lang: str, zone: str) -> str:
    """Length and hash of the wave's tables, as a process with this seed, language and zone writes them."""
    env = {**os.environ, "PYTHONHASHSEED": str(seed), "LANG": lang, "LC_ALL": lang, "TZ": zone}
    command = [sys.executable, "-c", _HASHES, str(store)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True, timeout=300)
    return done.stdout


def test_a_locked_waves_tables_are_the_same_bytes_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    store = open_store(path)
    load_demo(store, FileShelf())
    store.lock_wave(STUDY, WAVE)
    before = _hashes(path, 1, "C.UTF-8", "UTC")

    store.add_wave(STUDY, Wave(id="2004", name="2004", date=dt.date(2004, 9, 1)))
    store.carry_over(STUDY, WAVE, "2004", "li")
    store.add_person(STUDY, Person(id="li", name="Li Wei", name_zh="李伟"))
    later = {"unit": "fuzhou-telecom", "wave": "2004", "rater": "li", "indicator": "insight.collect.strategy"}
    store.save_rating(STUDY, Rating.model_validate({**later, "score": 5.0}))
    store.close()

    assert _hashes(path, 2, "zh_CN.UTF-8", "Asia/Shanghai") == before
    assert len(before) > 100
