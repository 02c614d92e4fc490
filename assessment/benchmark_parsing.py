"""Files of a published data set to a checked `Benchmark`, and everything that is wrong with them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final, get_args

from assessment.benchmark import Benchmark, Operator, OutsideNode, PublishedFinding, PublishedScore
from assessment.benchmark_manifest import MANIFEST, Manifest, Outline, outline, read_manifest
from assessment.csv_table import Row, read_table
from assessment.errors import Problem
from assessment.ratings import Mark
from assessment.rubric import Rubric, Scale
from assessment.yaml_source import MAX_PROBLEMS, YamlDocument, capped, nearest, read_yaml

FINDING_MAX: Final = 400
"""Characters of a finding, in either language; one or two sentences that fit a slide."""

SCORE_COLUMNS: Final = ("operator", "node", "score")
SCORE_OPTIONS: Final = ("printed", "mark", "page", "note", "note_zh")
FINDING_COLUMNS: Final = ("operator", "node", "text")
FINDING_OPTIONS: Final = ("text_zh", "page")

_MARKS: Final[dict[str, Mark]] = {mark: mark for mark in get_args(Mark)}
_NUMBER: Final = re.compile(r"[-+]?\d{1,9}(\.\d{1,9})?", re.ASCII)
_NUMBER_WITH_COMMA: Final = re.compile(r"[-+]?\d{1,9},\d{1,9}", re.ASCII)
_PAGE: Final = re.compile(r"[1-9]\d{0,5}", re.ASCII)


def parse_benchmark(
    files: Mapping[str, str], source: str, rubric: Rubric
) -> tuple[Benchmark | None, list[Problem]]:
    """A published data set: what was understood of its files, and all their problems in one pass.

    Args:
        files: file name -> text: `manifest.yaml` and the CSV files that it names.
        source: the folder as the person named it; problems name `<source>/<file>`.
        rubric: what the data set's nodes and scores are checked against.

    Returns:
        The data set, None where anything is wrong with it (a warning does not refuse), and the problems.
    """
    if MANIFEST not in files:
        return None, [Problem("published-no-manifest", source)]
    document, problems = read_yaml(files[MANIFEST], f"{source}/{MANIFEST}")
    if document is None:
        return None, problems
    manifest, wrong = read_manifest(document, rubric)
    known = outline(document, rubric)
    problems += [*wrong, *_missing_files(document, files)]
    problems.sort(key=lambda problem: (problem.line or 0, problem.column or 0))
    reading = _Reading(known, rubric.scale)
    scores = [score for name in known.scores for score in reading.scores(files.get(name), f"{source}/{name}")]
    findings = [
        finding
        for name in known.findings
        for finding in reading.findings(files.get(name), f"{source}/{name}")
    ]
    problems += reading.problems
    if manifest is None:
        return None, capped(problems, source)
    problems += [
        Problem("published-file-unread", f"{source}/{name}", severity="warning")
        for name in _tables(files)
        if name not in (*known.scores, *known.findings)
    ]
    problems = capped(problems, source)
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    return _benchmark(manifest, scores, findings), problems


def _missing_files(document: YamlDocument, files: Mapping[str, str]) -> list[Problem]:
    """Files that the manifest names and the folder lacks."""
    data = document.data if isinstance(document.data, dict) else {}
    named = [
        (name, (part, place))
        for part in ("scores", "findings")
        for place, name in enumerate(data[part] if isinstance(data.get(part), list) else ())
        if isinstance(name, str) and name
    ]
    tables = _tables(files)
    return [
        document.problem(
            "published-file-missing", path, allowed=nearest(name, tables) or ", ".join(tables) or "–"
        )
        for name, path in named
        if name not in files
    ]


def _tables(files: Mapping[str, str]) -> list[str]:
    return [name for name in files if name.endswith(".csv")]


def _benchmark(
    manifest: Manifest, scores: list[PublishedScore], findings: list[PublishedFinding]
) -> Benchmark:
    told = manifest.model_dump(exclude={"operators", "outside_nodes", "scores", "findings"})
    return Benchmark(
        **told,
        operators=tuple(Operator(**operator.model_dump()) for operator in manifest.operators),
        outside_nodes=tuple(OutsideNode(**node.model_dump()) for node in manifest.outside_nodes),
        scores=tuple(scores),
        findings=tuple(findings),
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads the CSV files of one data set and gathers their problems.

    A check answers None where its column is missing: that was said once, for the header.
    """

    known: Outline
    scale: Scale
    problems: list[Problem] = field(default_factory=list)
    seen: dict[tuple[str, ...], str] = field(default_factory=dict)

    def scores(self, text: str | None, source: str) -> list[PublishedScore]:
        """All scores of a file whose rows are in order; none where the file is not there."""
        rows = self._table(text, source, SCORE_COLUMNS, SCORE_OPTIONS)
        return [score for row in self._some(rows) if (score := self._score(row)) is not None]

    def findings(self, text: str | None, source: str) -> list[PublishedFinding]:
        """All findings of a file whose rows are in order; none where the file is not there."""
        rows = self._table(text, source, FINDING_COLUMNS, FINDING_OPTIONS)
        return [finding for row in self._some(rows) if (finding := self._finding(row)) is not None]

    def _some(self, rows: list[Row]) -> Iterator[Row]:
        """The rows until there are more problems than anybody reads."""
        return takewhile(lambda _: len(self.problems) <= MAX_PROBLEMS, rows)

    def _table(
        self, text: str | None, source: str, required: tuple[str, ...], optional: tuple[str, ...]
    ) -> list[Row]:
        if text is None:
            return []
        rows, problems = read_table(text, source, required, optional)
        self.problems.extend(problems)
        return rows

    def _score(self, row: Row) -> PublishedScore | None:
        before = len(self.problems)
        self._place(row)
        self._mark(row)
        score = self._number(row)
        page = self._page(row)
        self._once(row, "score", row.get("operator"), row.get("node"))
        if len(self.problems) > before or set(SCORE_COLUMNS) - set(row.columns):
            return None
        return PublishedScore(
            operator=row.get("operator"),
            node=row.get("node"),
            score=score,
            printed=row.get("printed") or row.get("score"),
            mark=_MARKS[row.get("mark")],
            page=page,
            note=row.get("note"),
            note_zh=row.get("note_zh"),
        )

    def _finding(self, row: Row) -> PublishedFinding | None:
        before = len(self.problems)
        self._place(row)
        if "text" in row.cells and not row.get("text"):
            self._note(row, "published-finding-empty", "text")
        for column in ("text", "text_zh"):
            if len(row.get(column)) > FINDING_MAX:
                self._note(row, "published-finding-long", column, str(len(row.get(column))), str(FINDING_MAX))
        page = self._page(row)
        self._once(row, "finding", row.get("operator"), row.get("node"), row.get("text"))
        if len(self.problems) > before or set(FINDING_COLUMNS) - set(row.columns):
            return None
        return PublishedFinding(
            operator=row.get("operator"),
            node=row.get("node"),
            text=row.get("text"),
            text_zh=row.get("text_zh"),
            page=page,
        )

    def _place(self, row: Row) -> None:
        """Operator and node must be known."""
        operators, nodes = self.known.operators, self.known.nodes
        operator, node = row.get("operator"), row.get("node")
        if "operator" in row.cells and operators is not None and operator not in operators:
            allowed = nearest(operator, operators) or ", ".join(sorted(operators))
            self._note(row, "published-operator-unknown", "operator", allowed=allowed)
        if "node" in row.cells and node not in nodes:
            self._note(row, "published-node-unknown", "node", allowed=nearest(node, nodes) or "–")

    def _mark(self, row: Row) -> None:
        """A mark must be known and fit what the row prints."""
        mark, has_score = row.get("mark"), bool(row.get("score"))
        if mark not in _MARKS:
            self._note(row, "published-mark", "mark", allowed=", ".join(filter(None, _MARKS)))
        elif mark == "illegible" and (has_score or row.get("printed")):
            self._note(row, "published-illegible-scored", "score" if has_score else "printed")
        elif mark == "inferred" and "score" in row.cells and not has_score:
            self._note(row, "published-inferred-empty", "score")
        elif not mark and "score" in row.cells and not has_score:
            self._note(row, "published-score-missing", "score")

    def _number(self, row: Row) -> float | None:
        """The score of a row; None where it has none or none that can be read."""
        written = row.get("score")
        if not written:
            return None
        if _NUMBER_WITH_COMMA.fullmatch(written):
            self._note(row, "published-comma", "score", allowed=written.replace(",", "."))
        elif not _NUMBER.fullmatch(written):
            self._note(row, "published-not-a-number", "score")
        elif not self.scale.min <= float(written) <= self.scale.max:
            self._note(
                row, "published-off-scale", "score", allowed=f"{self.scale.min:g} … {self.scale.max:g}"
            )
        else:
            return float(written)
        return None

    def _page(self, row: Row) -> int | None:
        written = row.get("page")
        if written and not _PAGE.fullmatch(written):
            self._note(row, "published-page", "page")
            return None
        return int(written) if written else None

    def _once(self, row: Row, *key: str) -> None:
        """The same score, or the same finding, may stand in one row only."""
        first = self.seen.setdefault(key, f"{row.source}:{row.line}")
        if first != f"{row.source}:{row.line}" and all(key):
            self._note(row, "published-row-twice", "node", ", ".join(key[1:3]), first)

    def _note(self, row: Row, code: str, column: str, found: str | None = None, allowed: str = "") -> None:
        self.problems.append(row.problem(code, column, found=found, allowed=allowed))
