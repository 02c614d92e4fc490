"""A library of initiatives, suggestions and chains as tables for a file."""

from collections.abc import Iterable, Mapping, Sequence

from assessment.catalogue import Lang, text
from assessment.diagnosis_links import DiagnosisLinks
from assessment.initiative_chain import ChainRow
from assessment.initiatives import Initiative, InitiativeLibrary, names
from assessment.robustness_tables import Cell, Table
from assessment.rubric import Rubric
from assessment.spreadsheet_text import guarded
from assessment.suggesting import Suggestion
from assessment.suggesting_words import Speaker

_HEAD = ("id", "name", "track", "months", "effort")
_TAIL = (
    *("cost_low", "cost_high", "lifts", "predecessors", "needs", "owner", "risk", "theme", "judged"),
    *("source", "description", "risk_note"),
)


def initiatives_table(library: InitiativeLibrary, lang: Lang) -> Table:
    """A row per initiative, in the order of the library.

    `effort` is the person-months of all roles, `effort:<role>` those of one; costs are in cost units
    (thousands of the currency). `lifts` and `needs` are `node=levels`, `predecessors` ids, in one cell
    separated by `; `.
    """
    roles = [role.id for role in library.roles]
    called = names(library.initiatives, lang)
    columns = (*_HEAD, *(f"effort:{role}" for role in roles), *_TAIL)
    return Table(columns, [_row(one, called[one.id], roles, lang) for one in library.initiatives])


def _row(one: Initiative, name: str, roles: Sequence[str], lang: Lang) -> tuple[Cell, ...]:
    return (
        *(one.id, guarded(name), one.track, one.months, one.total_effort),
        *(one.effort.get(role, 0.0) for role in roles),
        *one.cost,
        _pairs({lift.node: lift.levels for lift in one.lifts}),
        "; ".join(one.predecessors),
        _pairs({need.node: need.level for need in one.needs}),
        *(one.owner, one.risk, one.theme, int(one.judged), guarded(one.source)),
        *(guarded(one.described(lang)), guarded(one.risk_said(lang))),
    )


def _pairs(values: Mapping[str, float]) -> str:
    return "; ".join(f"{node}={value:g}" for node, value in values.items())


def suggestions_table(found: Iterable[Suggestion], speaker: Speaker) -> Table:
    """A row per suggestion, best first, with its reason in words."""
    rows: list[tuple[Cell, ...]] = [
        (
            *(rank, one.initiative.id, guarded(speaker.called([one.initiative.id])[0])),
            *(text(f"initiative.track.{one.initiative.track}", speaker.lang), one.initiative.theme),
            *(one.worth, one.initiative.total_effort, one.per_effort),
            guarded(speaker.closes(one)),
            guarded(" ".join(speaker.first(one))),
        )
        for rank, one in enumerate(found, 1)
    ]
    columns = (
        "rank",
        "id",
        "name",
        "track",
        "theme",
        "worth",
        "effort",
        "worth_per_effort",
        "closes",
        "first",
    )
    return Table(columns, rows)


def chains_table(
    rows: Iterable[ChainRow], speaker: Speaker, diagnosis: Rubric, links: DiagnosisLinks
) -> Table:
    """A row per cause: problems, cause, theme, nodes and initiatives by name, and the sentence."""
    lang = speaker.lang

    def cells(row: ChainRow) -> tuple[Cell, ...]:
        theme = links.themes.get(row.theme)
        return (
            guarded("; ".join(diagnosis.name_of(node, lang) for node in row.problems)),
            *(row.cause, guarded(diagnosis.name_of(row.cause, lang))),
            guarded(theme.called(lang)) if theme else "",
            guarded("; ".join(speaker.urgent(one) for one in row.nodes)),
            guarded("; ".join(speaker.called(one.initiative for one in row.answers))),
            row.weight,
            guarded(speaker.chain(row, diagnosis, links)),
        )

    columns = ("problems", "cause", "cause_name", "theme", "nodes", "initiatives", "weight", "sentence")
    return Table(columns, [cells(row) for row in rows])
