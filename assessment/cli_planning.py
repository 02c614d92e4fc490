"""The command that makes a plan."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from assessment import service
from assessment.catalogue import Lang, text
from assessment.edges.files import read_bytes, write_bytes
from assessment.edges.shelf import FileShelf
from assessment.edges.store_file import own_rubrics, store_path
from assessment.errors import FileRefusedError, Problem
from assessment.yaml_source import decode

if TYPE_CHECKING:
    from assessment.plan_csv import PlanFile
    from assessment.roadmap import Plan, PlanCase, PlanSettings
    from assessment.rubric import Rubric

_MAX_BYTES = 20_000_000


@click.command("plan")
@click.option("--store", default=store_path, help="The store's file.")
@click.option("--engagement", help="Id of the engagement whose levels, targets and importance count.")
@click.option("--unit", help="Id of the unit (default: the first with ratings).")
@click.option("--wave", help="Id of the wave (default: the newest).")
@click.option(
    "--initiatives",
    type=click.Path(path_type=Path),
    help="CSV of initiatives (default: those that the unit has chosen, else the whole library).",
)
@click.option("--nodes", type=click.Path(path_type=Path), help="CSV: node, level, target, importance.")
@click.option(
    "--capacity", required=True, type=click.Path(path_type=Path), help="CSV: role and a column per phase."
)
@click.option("--phase-months", type=click.IntRange(1, 60), default=3, show_default=True)
@click.option("--start", help="First day of the first phase, such as 2027-01-01.")
@click.option("--budget", type=float, help="Cost units over all phases.")
@click.option("--limit", type=click.FloatRange(0), help="Deterministic time for the search.")
@click.option("--lang", type=click.Choice(get_args(Lang)), default="en", help="Language of the result.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="CSV to write.")
def plan_file(
    *,
    engagement: str | None,
    initiatives: Path | None,
    nodes: Path | None,
    limit: float | None,
    lang: Lang,
    out: Path,
    **given: Any,  # noqa: ANN401 - the options of settings and place
) -> None:
    """Schedule initiatives so that the gaps that matter close early; the same input, the same bytes."""
    from assessment.plan_csv import plan_to_csv
    from assessment.planning import DEFAULT_LIMIT, make_plan
    from assessment.roadmap import Clash

    if engagement is None and initiatives is None:
        raise click.UsageError(text("cli.plan.what", "en"))
    if engagement is not None and nodes is not None:
        raise click.UsageError(text("cli.plan.nodes", "en"))
    settings = _settings(**{key: given.pop(key) for key in ("capacity", "phase_months", "start", "budget")})
    case = (
        _case_of_engagement(engagement, initiatives, settings, **given)
        if engagement
        else _case_of_files(initiatives, nodes, settings)
    )
    _warn(case)
    found = make_plan(case, DEFAULT_LIMIT if limit is None else limit)
    if isinstance(found, Clash):
        raise click.ClickException(found.sentence("en"))
    write_bytes(out, plan_to_csv(case, found, lang))
    click.echo(text("cli.wrote", "en", path=out))
    _tell(found, settings)


def _tell(found: "Plan", settings: "PlanSettings") -> None:
    from assessment.roadmap_words import against_greedy, headline, proof

    for sentence in (headline(found, settings.phases, "en"), proof(found, "en"), against_greedy(found, "en")):
        if sentence:
            click.echo(sentence)


def _warn(case: "PlanCase") -> None:
    from assessment.plan_checks import problems_of

    for problem in problems_of(case):
        if problem.severity == "warning":
            click.echo(problem.sentence("en"), err=True)


def _settings(capacity: Path, phase_months: int, start: str | None, budget: float | None) -> "PlanSettings":
    from assessment.plan_csv import read_capacity
    from assessment.roadmap import PlanSettings

    read, problems = read_capacity(_text(capacity), str(capacity))
    _refuse(capacity, problems)
    try:
        day = dt.date.fromisoformat(start) if start else None
    except ValueError as error:
        raise click.UsageError(text("cli.plan.day", "en", found=start)) from error
    changes = {} if budget is None else {"budget": budget}
    return PlanSettings(**{**read, **changes}, phase_months=phase_months, start=day)


def _read_initiatives(path: Path, rubric: "Rubric | None" = None) -> "PlanFile":
    from assessment.plan_csv import read_initiatives

    read, problems = read_initiatives(_text(path), str(path), rubric)
    _refuse(path, problems)
    return read


def _case_of_files(initiatives: Path | None, nodes: Path | None, settings: "PlanSettings") -> "PlanCase":
    from assessment.plan_csv import PlanFile, case_of_files, read_stakes, with_demands

    stakes, problems = read_stakes(_text(nodes), str(nodes)) if nodes else ((), [])
    if nodes:
        _refuse(nodes, problems)
    found = _read_initiatives(initiatives) if initiatives else PlanFile()
    return case_of_files(found, stakes, with_demands(settings, found))


def _case_of_engagement(
    engagement: str,
    initiatives: Path | None,
    settings: "PlanSettings",
    *,
    store: str,
    unit: str | None,
    wave: str | None,
) -> "PlanCase":
    from assessment.edges.store import open_store
    from assessment.plan_csv import PlanFile, with_demands
    from assessment.prioritising import ground_of
    from assessment.roadmapping import case_of, choice_of

    opened, shelf = open_store(store, create=False), FileShelf(own=own_rubrics(store))
    try:
        opened.engagement(engagement)
        first_unit, newest = service.default_view(opened, engagement)
        place = (engagement, unit or first_unit, wave or newest)
        choice, ground = choice_of(opened, shelf, *place), ground_of(opened, shelf, *place)
    finally:
        opened.close()
    library = choice.library.initiatives if choice.library else ()
    picked = tuple(item.initiative for item in choice.picked) or library
    read = _read_initiatives(initiatives, choice.rubric) if initiatives else PlanFile(picked)
    return case_of(choice, ground, with_demands(settings, read), read.initiatives, read.benefits)


def _text(path: Path) -> str:
    found, problems = decode(read_bytes(path, _MAX_BYTES), str(path))
    if found is None or problems:
        raise FileRefusedError(str(path), tuple(problems))
    return found


def _refuse(path: Path, problems: list[Problem]) -> None:
    if problems:
        raise FileRefusedError(str(path), tuple(problems))
