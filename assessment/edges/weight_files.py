"""`weights.yaml` beside a rubric: who decided its weights, how and why."""

from pathlib import Path

from assessment.edges.files import read_bytes
from assessment.errors import FileRefusedError, Problem
from assessment.rubric import Rubric
from assessment.weights import WeightDecision
from assessment.weights_parsing import parse_weights
from assessment.yaml_source import MAX_BYTES, decode


def read_weights_file(path: Path, rubric: Rubric) -> tuple[tuple[WeightDecision, ...], list[Problem]]:
    """The decisions, and all that is wrong with the file."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        return (), [Problem("file-too-large", str(path), found=f"{size / 1e6:.1f} MB", allowed="5 MB")]
    text, problems = decode(read_bytes(path), str(path))
    return ((), problems) if text is None else parse_weights(text, str(path), rubric)


def decisions_at(path: Path, rubric: Rubric) -> tuple[WeightDecision, ...]:
    """The decisions beside a rubric, none where there is no such file.

    Raises:
        FileRefusedError: the file has problems.
        FileUnreachableError: it may not be read.
    """
    if not path.is_file():
        return ()
    found, problems = read_weights_file(path, rubric)
    errors = tuple(problem for problem in problems if problem.severity == "error")
    if errors:
        raise FileRefusedError(str(path), errors)
    return found
