"""Two dimensions with three indicators, and a shelf with one rubric, for tests that need no more."""

from assessment.benchmark import Benchmark
from assessment.rubric import Node, Rubric

RUBRIC = Rubric(
    id="small",
    version="1",
    name="Small",
    tiers=("dimension", "indicator"),
    tree=(
        Node(id="a", name="A", children=(Node(id="a.1", name="A one"), Node(id="a.2", name="A two"))),
        Node(id="b", name="B", children=(Node(id="b.1", name="B one"),)),
    ),
)


class OneRubric:
    """A shelf with one rubric on it and no published data."""

    def __init__(self, rubric: Rubric = RUBRIC) -> None:
        self._rubric = rubric

    def rubric(self, rubric_id: str, version: str | None = None) -> Rubric:
        assert (rubric_id, version or self._rubric.version) == (self._rubric.id, self._rubric.version)
        return self._rubric

    def rubrics(self) -> list[tuple[str, str]]:
        return [(self._rubric.id, self._rubric.version)]

    def benchmark(self, benchmark_id: str) -> Benchmark:
        raise AssertionError(benchmark_id)

    def benchmarks(self) -> list[str]:
        return []
