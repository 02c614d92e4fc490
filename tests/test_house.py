"""The house: which room may import which, how long a room may be."""

import ast
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
OPENERS = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
OUTSIDE = ("streamlit", "sqlite3", "sqlite_utils", "openpyxl", "pptx", "altair")
CORE = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "assessment").rglob("*.py")
    if not {"edges", "ui"} & set(path.parts) and not path.name.startswith("cli")
)


class Room(NamedTuple):
    """Its modules, and the packages that they may use besides the standard library."""

    modules: tuple[str, ...]
    packages: frozenset[str]


def _room(modules: str, packages: str = "") -> Room:
    return Room(tuple(modules.split()), frozenset(packages.split()))


CORE_ROOMS = {
    "sentences": _room("assessment.catalogue"),
    "failures": _room(
        "assessment assessment.errors assessment.diagnosis_errors assessment.spreadsheet_text"
        " assessment.authoring_errors assessment.roadmap_errors assessment.drawing_errors"
        " assessment.batch_errors assessment.file_names"
    ),
    "what is measured": _room(
        "assessment.rubric assessment.rubric_fields assessment.rubric_parsing assessment.rubric_tree"
        " assessment.yaml_source assessment.csv_table assessment.mapping assessment.mapping_parsing"
        " assessment.rubric_difference assessment.rubric_migration"
        " assessment.rubric_sheets assessment.sheet_tables assessment.rubric_from_sheets assessment.weights"
        " assessment.weights_parsing assessment.rubric_difference_words",
        "pydantic yaml",
    ),
    "what was said": _room(
        "assessment.ratings assessment.ratings_csv assessment.engagement assessment.progress"
        " assessment.next_step assessment.benchmark assessment.benchmark_manifest"
        " assessment.benchmark_parsing assessment.ports assessment.starting assessment.inherited"
        " assessment.importing assessment.offline_layout assessment.media_types assessment.quality"
        " assessment.changes assessment.grid assessment.diagnosis_links assessment.diagnosis_links_parsing"
        " assessment.holdings assessment.migration_frame assessment.migration_plan"
        " assessment.migration_initiatives assessment.initiatives"
        " assessment.initiative_checks assessment.initiatives_parsing"
        " assessment.importance assessment.wishes_csv"
        " assessment.roadmap assessment.roadmap_records assessment.roadmap_ports assessment.progress_checks",
        "pydantic pydantic_core",
    ),
    "what it amounts to": _room(
        "assessment.rollup assessment.matrix assessment.matrix_plan assessment.matrix_rules"
        " assessment.long_table assessment.scoring assessment.urgency"
        " assessment.standings",
        "numpy pandas",
    ),
    "how it compares": _room(
        "assessment.published assessment.explanation assessment.comparison assessment.agreement"
        " assessment.reliability assessment.rated_units assessment.wave_change assessment.references"
        " assessment.peers assessment.informed assessment.diagnosis assessment.common_nodes"
        " assessment.renamed_nodes",
        "numpy scipy",
    ),
    "how far it can be trusted": _room(
        "assessment.ranked_units assessment.weight_draws assessment.rank_counts assessment.robustness"
        " assessment.flips assessment.structures assessment.student_t assessment.rating_noise"
        " assessment.robustness_words assessment.robustness_tables assessment.assumptions",
        "numpy",
    ),
    "what matters first": _room(
        "assessment.node_noise assessment.priorities assessment.class_draws assessment.label_places"
        " assessment.priority_chart",
        "numpy",
    ),
    "what to do when": _room(
        "assessment.board assessment.holidays assessment.demands assessment.suggesting"
        " assessment.initiative_chain assessment.follow_through assessment.outcomes assessment.plan_case"
        " assessment.plan_recipe"
        " assessment.plan_numbers assessment.plan_model assessment.plan_greedy assessment.plan_checks"
        " assessment.plan_needs"
        " assessment.plan_words assessment.plan_left_out assessment.plan_clash assessment.planning"
        " assessment.planning_errors assessment.plan_changes assessment.projection"
        " assessment.plan_csv"
        " assessment.plan_moves",
        "numpy ortools",
    ),
    "what to show": _room(
        "assessment.report assessment.house assessment.drawn_house assessment.template_names"
    ),
    "a plan in words": _room(
        "assessment.board_words assessment.roadmap_words assessment.follow_words assessment.suggesting_words"
        " assessment.initiative_tables"
    ),
    "many units at a glance": _room(
        "assessment.heatmap assessment.heatmap_words assessment.heatmap_cells", "numpy"
    ),
    "use cases": _room(
        "assessment.service assessment.keyboard assessment.offline assessment.sign_off assessment.history"
        " assessment.waves assessment.evidence assessment.grid_saving assessment.ranking assessment.comparing"
        " assessment.comparing_tables assessment.comparing_words"
        " assessment.published_sets assessment.benchmark_view assessment.change_view assessment.side_view"
        " assessment.diagnosing assessment.diagnosis_tables assessment.informing assessment.migrating"
        " assessment.prioritising assessment.priority_tables"
        " assessment.opportunities assessment.roadmapping assessment.following assessment.plan_view"
        " assessment.migration_words assessment.weight_words"
        " assessment.map_view assessment.map_words",
        "pandas pydantic",
    ),
    "the story that a deck tells": _room("assessment.storyline"),
}
"""In this order: a room imports from itself and from those above it."""
OUTER_ROOMS = {
    "edges": _room("assessment.edges", "pydantic yaml sqlite_utils python_calamine"),
    "exports": _room("exports", "openpyxl pptx lxml"),
    "questions on paper": _room(
        "exports.offline_workbook exports.offline_questions exports.offline_start exports.rubric_workbook",
        "openpyxl",
    ),
    "ui": _room("assessment.ui", "streamlit altair pandas vl_convert"),
    "cli": _room(
        "assessment.cli assessment.cli_offline assessment.cli_robustness assessment.cli_comparing"
        " assessment.cli_diagnosis assessment.cli_rubric assessment.cli_authoring"
        " assessment.cli_initiatives assessment.cli_follow assessment.cli_planning"
        " assessment.cli_priorities assessment.cli_deck assessment.cli_refresh assessment.cli_template"
        " assessment.cli_choices assessment.cli_decks assessment.cli_decks_run assessment.cli_decks_work"
        " assessment.cli_onepage",
        "click",
    ),
}
ROOMS = CORE_ROOMS | OUTER_ROOMS
_OUTWARD = ["edges", "exports", "questions on paper"]
OPEN_TO = {"edges": [], "ui": _OUTWARD, "cli": _OUTWARD}
"""Which outer rooms an outer room imports from, besides the core and itself."""
KNOWN_TO_EXPORTS = {
    "exports": {"sentences", "failures", "what to show"},
    "questions on paper": {"sentences", "failures", "what is measured", "what was said", "exports"},
}
"""Exports know only the report; what is filled in offline asks for it anew, so it knows what is asked."""
FILES = {"pathlib", "os", "shutil", "tempfile", "glob", "sqlite3", "subprocess", "socket", "urllib", "http"}
"""Modules of the standard library that reach out of the process; the core has none of them."""
REACHING_OUT = {
    "edges": {"pathlib", "os", "tempfile", "sqlite3", "glob", "shutil", "subprocess"},
    "exports": {"pathlib"},
    "ui": {"pathlib", "urllib"},
    "cli": {"pathlib", "os", "socket", "subprocess"},
}


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def _sources() -> dict[str, ast.Module]:
    """Every module of the product, parsed."""
    paths = [path for folder in ("assessment", "exports") for path in (ROOT / folder).rglob("*.py")]
    return {_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(paths)}


def _imported(module: str) -> set[str]:
    """What a module imports, anywhere in it: modules of the product by full name, others by package."""
    found = set()
    for node in ast.walk(_sources()[module]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in _sources() else str(node.module) for name in names}
    ours = {name for name in found if name in _sources()}
    return (ours | {name.partition(".")[0] for name in found - ours}) - {module}


def _room_of(module: str) -> str:
    """The room whose name of a module, or of a package around it, fits best; empty for none."""
    fitting = [
        (len(name), room)
        for room, (names, _) in ROOMS.items()
        for name in names
        if module == name or (module.startswith(f"{name}.") and name != "assessment")
    ]
    return max(fitting, default=(0, ""))[1]


def _open_to(room: str) -> set[str]:
    core = list(CORE_ROOMS)
    if room in CORE_ROOMS:
        return set(core[: core.index(room) + 1])
    if room in KNOWN_TO_EXPORTS:
        return {*KNOWN_TO_EXPORTS[room], room}
    return {room, *core, *OPEN_TO[room]}


def test_every_module_has_a_room() -> None:
    assert [module for module in _sources() if not _room_of(module)] == []


def test_imports_point_one_way() -> None:
    wrong = [
        f"{module} ({_room_of(module)}) imports {name} ({_room_of(name)})"
        for module in _sources()
        for name in _imported(module) & _sources().keys()
        if _room_of(name) not in _open_to(_room_of(module))
    ]
    assert wrong == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = {module: _imported(module) & _sources().keys() for module in _sources()}
    TopologicalSorter(graph).prepare()


def test_every_room_has_its_own_tools() -> None:
    wrong = []
    for module in _sources():
        room = _room_of(module)
        others = _imported(module) - _sources().keys()
        packages = others - sys.stdlib_module_names - ROOMS[room].packages
        wrong += [f"{module} ({room}) uses {name}" for name in packages]
        wrong += [f"{module} ({room}) uses {n}" for n in others & FILES - REACHING_OUT.get(room, set())]
    assert wrong == []


def test_only_the_edges_and_those_who_ship_a_file_touch_files() -> None:
    opening = {
        module
        for module, tree in _sources().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id == "open")
            or (isinstance(node.func, ast.Attribute) and node.func.attr in OPENERS)
        )
    }
    assert {module for module in opening if _room_of(module) != "edges"} <= {
        "exports.base_template",
        "exports.template.opening",
        "assessment.ui.components.keys",  # the page's own script
        "assessment.ui.components.grid",  # the same
        "assessment.ui.components.heatmap",  # the same
        "assessment.ui.components.map_house",  # the same
        "assessment.media_types",  # a part of a package in memory
    }


def _loaded_by(modules: list[str]) -> set[str]:
    script = f"import sys\nfor name in {modules!r}: __import__(name)\nprint(*sys.modules)"
    run = [sys.executable, "-c", script]
    done = subprocess.run(run, capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


def test_the_core_loads_nothing_of_the_outside() -> None:
    assert not _loaded_by(CORE) & set(OUTSIDE)


def test_the_command_starts_without_arithmetic_charts_or_office_files() -> None:
    heavy = {"numpy", "pandas", "scipy", "altair", "streamlit", "sqlite_utils", "openpyxl", "pptx"}

    assert not _loaded_by(["assessment.cli"]) & heavy


def test_the_way_of_a_rating_into_the_store_loads_no_data_frames() -> None:
    modules = ["assessment.service", "assessment.edges.store", "assessment.edges.shelf"]

    assert not _loaded_by(modules) & {"pandas", "sqlite_utils", "scipy", "openpyxl", "pptx", "altair"}


@pytest.mark.parametrize("folder", ["assessment", "exports"])
def test_every_module_says_what_lives_there_and_fits_on_a_few_screens(folder: str) -> None:
    for path in (ROOT / folder).rglob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith('"""'), f"{path} does not open with its purpose"
        assert len(lines) <= 400, f"{path} is too long for one room"


def test_pages_are_short_scripts() -> None:
    for path in (ROOT / "assessment" / "ui" / "pages").glob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 60, path
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 20


def test_every_part_that_is_drawn_by_itself_stands_alone_in_its_place() -> None:
    users = {
        path.name for path in (ROOT / "assessment").rglob("*.py") if "st.fragment(" in path.read_text("utf-8")
    }
    assert users == {"apart.py"}
