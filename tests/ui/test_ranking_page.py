"""The Ranking page: the message, ties that follow the assumptions, and what a link carries."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import Lang, text
from assessment.edges.generated import Shape, load_generated
from assessment.edges.shelf import FileShelf
from assessment.edges.store import SqliteStore
from assessment.ui.components.rank_window import WHOLE, brackets, window

Open = Callable[..., AppTest]
LINK = {"engagement": "generated-2026", "wave": "2026"}


@pytest.fixture
def branches(empty_store: SqliteStore) -> SqliteStore:
    """A generated province with 13 branches."""
    load_generated(empty_store, FileShelf(), shape=Shape(provinces=1, branches=13))
    return empty_store


def words(app: AppTest) -> str:
    return "\n".join(found.value for found in [*app.header, *app.markdown, *app.caption]).replace("\\", "")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("branches")
def test_the_message_and_the_assumptions_stand_on_the_page(open_app: Open, lang: Lang) -> None:
    app = open_app("ranking", lang, unit="guangdong-03", **LINK)
    said = words(app)
    assert not app.exception
    start = {"en": "Guangdong 03 is number", "zh": "广东 03 在 13 个单位中排第"}[lang]
    assert app.header[0].value.replace("\\", "").startswith(start)
    assert text("robustness.assumptions", lang, spread="25%", draws="2,000", seed=2003) in said


@pytest.mark.usefixtures("branches")
def test_the_built_in_tie_is_told(open_app: Open) -> None:
    said = words(open_app("ranking", unit="guangdong-01", **LINK))
    tied = next(line for line in said.splitlines() if line.startswith("It cannot be told apart"))
    assert "Guangdong 02" in tied
    assert "Guangdong 07" not in tied


@pytest.mark.usefixtures("branches")
def test_the_tie_groups_follow_the_spread(open_app: Open) -> None:
    app = open_app("ranking", unit="guangdong-01", **LINK)
    before = words(app)
    app.selectbox(key="pick-spread").set_value("any").run()
    assert words(app) != before
    assert "Nothing is assumed about the weights" in words(app)


@pytest.mark.usefixtures("branches")
def test_a_link_carries_the_assumptions(open_app: Open) -> None:
    said = words(open_app("ranking", unit="guangdong-01", spread="10", draws="500", seed="7", **LINK))
    assert "±10%; 500 draws, seed 7" in said


@pytest.mark.usefixtures("branches")
def test_what_a_link_gets_wrong_counts_as_the_default(open_app: Open) -> None:
    said = words(open_app("ranking", unit="guangdong-01", spread="x", draws="9", seed="-4", part="?", **LINK))
    assert "±25%; 2,000 draws, seed 2003" in said


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("part", ["flips", "noise", "structure", "table"])
@pytest.mark.usefixtures("branches")
def test_every_part_says_something(open_app: Open, part: str, lang: Lang) -> None:
    app = open_app("ranking", lang, unit="guangdong-07", part=part, **LINK)
    first = {
        "flips": "ranking.flips.lead",
        "noise": "ranking.noise.lead",
        "structure": "ranking.structure.note",
        "table": "ranking.part.table",
    }[part]
    assert not app.exception
    assert part == "table" or text(first, lang) in words(app)
    assert part in {"flips", "noise"} or len(app.dataframe[0].value) == 13


@pytest.mark.usefixtures("branches")
def test_no_weights_put_the_dominated_branch_ahead(open_app: Open) -> None:
    app = open_app("ranking", unit="guangdong-06", other="guangdong-07", part="flips", **LINK)
    assert "Guangdong 06 is at least as good as Guangdong 07 on every node" in words(app)


@pytest.mark.usefixtures("store")
def test_an_unrated_unit_is_told_that_it_is_not_ranked(open_app: Open) -> None:
    app = open_app("ranking", engagement="china-telecom-2003", unit="fuzhou-telecom")
    assert not app.exception
    assert "Fuzhou" in words(app)


@pytest.mark.usefixtures("empty_store")
def test_an_empty_store_says_what_the_page_is_for(open_app: Open) -> None:
    app = open_app("ranking")
    assert text("empty.ranking", "en") in words(app)


def test_a_long_ranking_shows_the_ranks_around_the_own_unit() -> None:
    assert window(12, 5) == tuple(range(12))
    assert window(400, 304) == tuple(range(304 - WHOLE // 2, 304 + WHOLE // 2))
    assert window(400, 399)[-1] == 399
    assert window(400, None) == tuple(range(WHOLE))


def test_brackets_that_overlap_stand_side_by_side() -> None:
    found = brackets(((0, 1, 2), (2, 3), (5, 6)), range(10), own=3)
    assert [(one.rows, one.lane) for one in found] == [((2, 3), 0), ((0, 1, 2), 1), ((5, 6), 0)]


def test_of_a_group_that_shows_no_more_than_another_there_is_no_bracket() -> None:
    found = brackets(((0, 1, 2, 9), (1, 2, 12)), range(5), own=None)
    assert [one.group for one in found] == [0]
