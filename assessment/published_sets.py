"""Published data sets to compare with: which there are, and one's own, checked before anything is written."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from assessment import service
from assessment.benchmark import Benchmark
from assessment.benchmark_manifest import MANIFEST
from assessment.benchmark_parsing import parse_benchmark
from assessment.errors import FileRefusedError, GaplineError, Problem, UnknownBenchmarkError
from assessment.ports import Shelf, Store
from assessment.rubric import Rubric
from assessment.yaml_source import MAX_BYTES, decode

SOURCE: Final = "upload"
"""What problems of handed-in files call the folder that they did not come in."""
_MANIFESTS: Final = (".yaml", ".yml")


class HandedIn(NamedTuple):
    """What a handful of files would add.

    Attributes:
        benchmark: the data set; None where anything is wrong with it.
        problems: all that is wrong, warnings among them.
        standing: `new`; `same`, nothing would change; or `replaces` one of this id in the store.
    """

    benchmark: Benchmark | None
    problems: tuple[Problem, ...]
    standing: str = "new"


def sets_for(store: Store, shelf: Shelf, engagement: str) -> tuple[Benchmark, ...]:
    """Every data set on the engagement's rubric, its own first; a broken one on the shelf is left out."""
    found = store.engagement(engagement)
    own = service.benchmark_of(store, shelf, found)
    ids = dict.fromkeys([*store.published_sets(), *shelf.benchmarks()])
    others = [_found(store, shelf, one) for one in ids if own is None or one != own.id]
    fitting = [one for one in others if one is not None and one.rubric == found.rubric]
    return (*([own] if own else []), *fitting)


def named_set(store: Store, shelf: Shelf, engagement: str, name: str) -> Benchmark:
    """One of them; UnknownBenchmarkError where there is none of this id."""
    found = {one.id: one for one in sets_for(store, shelf, engagement)}
    if name not in found:
        raise UnknownBenchmarkError(name, ", ".join(found))
    return found[name]


def hand_in(store: Store, shelf: Shelf, rubric: Rubric, files: Mapping[str, bytes]) -> HandedIn:
    """Read the manifest and the CSV files of a data set; nothing is written.

    Args:
        store: says which sets it holds.
        shelf: whose sets cannot be replaced.
        rubric: what the data set is checked against.
        files: file name -> content; a YAML file alone of its kind is the manifest, whatever its name.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    yamls = [name for name in files if name.lower().endswith(_MANIFESTS)]
    for name, data in files.items():
        if len(data) > MAX_BYTES:
            problems.append(
                Problem("file-too-large", name, found=f"{len(data) / 1e6:.1f} MB", allowed="5 MB")
            )
            continue
        text, wrong = decode(data, name)
        problems += wrong
        texts |= {} if text is None else {MANIFEST if yamls == [name] else name: text}
    if problems:
        return HandedIn(None, tuple(problems))
    benchmark, found = parse_benchmark(texts, SOURCE, rubric)
    return HandedIn(benchmark, tuple(found)) if benchmark is None else _stands(store, shelf, benchmark, found)


def add(store: Store, handed: HandedIn) -> None:
    """Keep what was handed in; FileRefusedError, and nothing written, where anything is wrong with it."""
    if handed.benchmark is None:
        raise FileRefusedError(MANIFEST, handed.problems)
    store.add_published(handed.benchmark)


def _stands(store: Store, shelf: Shelf, benchmark: Benchmark, problems: list[Problem]) -> HandedIn:
    there = store.published(benchmark.id)
    if there == benchmark:
        return HandedIn(benchmark, tuple(problems), "same")
    if benchmark.id in shelf.benchmarks():
        taken = Problem("published-id-on-shelf", f"{SOURCE}/{MANIFEST}", key="id", found=benchmark.id)
        return HandedIn(None, (*problems, taken))
    return HandedIn(benchmark, tuple(problems), "new" if there is None else "replaces")


def _found(store: Store, shelf: Shelf, name: str) -> Benchmark | None:
    try:
        return store.published(name) or shelf.benchmark(name)
    except GaplineError:
        return None


def example(rubric: Rubric) -> dict[str, str]:
    """File name -> text of a small data set on this rubric that passes the check, to be filled in."""
    manifest = (
        "id: my-operators\n"
        "title: Survey of operators\n"
        "title_zh: 运营商调查\n"
        "publisher: Example Institute\n"
        "date: 2026-01-31\n"
        "obtained: Typed from the printed report, checked by a second person.\n"
        f"rubric: {rubric.id}\n"
        "operators:\n"
        "  - {id: north-mobile, name: North Mobile, kind: peer}\n"
        "  - {id: south-mobile, name: South Mobile, kind: peer}\n"
        "scores: [scores.csv]\n"
    )
    middle = (rubric.scale.min + rubric.scale.max) / 2
    rows = [
        f"{operator},{node.id},{middle:g},1"
        for operator in ("north-mobile", "south-mobile")
        for node in rubric.root.children
    ]
    return {MANIFEST: manifest, "scores.csv": "\n".join(["operator,node,score,page", *rows]) + "\n"}
