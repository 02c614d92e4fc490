"""Whatever rubric is shipped: it is chosen on Home and rated, and every page shows what it amounts to."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from assessment.catalogue import Lang
from assessment.edges.store import SqliteStore
from assessment.heatmap_cells import unpacked
from tests.every_framework import SHELF, begun, both_languages, each_framework, fully
from tests.ui.answering import answer, item, told

Open = Callable[..., AppTest]
PAGES = (
    "rubric",
    "interview",
    "branches",
    "quality",
    "profile",
    "heatmap",
    "compare",
    "ranking",
    "benchmark",
    "change",
    "agreement",
    "diagnosis",
    "waves",
    "offline",
    "export",
)


def words(app: AppTest) -> str:
    found = [*app.header, *app.subheader, *app.markdown, *app.caption, *app.info]
    return "\n".join(each.value for each in found).replace("\\", "")


@each_framework
def test_it_is_chosen_on_home_and_rated_in_the_interview(
    empty_store: SqliteStore, open_app: Open, name: str
) -> None:
    rubric = SHELF.rubric(name)
    app = open_app()
    app.selectbox(key="begin-rubric").select(f"{name} {rubric.version}")
    app.text_input(key="begin-name").input("Own")
    app.text_area(key="begin-units").input("North\nSouth")
    app.text_input(key="begin-person").input("Ann")
    app.button(key="begin-submit").click().run()

    assert not app.exception
    first = rubric.indicators[0].id
    assert told(app)["items"][0]["i"] == first
    answer(app, first, "score", rubric.scale.max)
    assert item(app, first)["r"] == 1
    assert [(one.indicator, one.score) for one in empty_store.ratings("own")] == [(first, rubric.scale.max)]


@both_languages
@each_framework
def test_every_page_opens_on_it(empty_store: SqliteStore, open_app: Open, name: str, lang: Lang) -> None:
    begun(empty_store, name)
    for page in PAGES:
        app = open_app(page, lang, unit="south")
        assert not app.exception, page
        assert not app.error, (page, [one.value for one in app.error])


@both_languages
@each_framework
def test_a_profile_names_its_tiers_and_its_nodes(
    empty_store: SqliteStore, open_app: Open, name: str, lang: Lang
) -> None:
    begun(empty_store, name)
    rubric = SHELF.rubric(name)
    top = rubric.root.children
    for unit in ("north", "south"):
        app = open_app("profile", lang, unit=unit)
        assert not app.exception
        drawn = [found.proto.alt for found in app.get("vega_lite_chart")]
        assert all(rubric.name_of(node.id, lang) in drawn[0] for node in top)
        assert any(rubric.tier_name(rubric.tier(top[0].id), lang) in each for each in drawn)


@both_languages
@each_framework
def test_a_heat_map_explains_the_rubrics_own_levels(
    empty_store: SqliteStore, open_app: Open, name: str, lang: Lang
) -> None:
    begun(empty_store, name)
    rubric = SHELF.rubric(name)
    keys = unpacked(open_app("heatmap", lang, unit="south").get("bidi_component")[0].proto.bytes)[0]["legend"]

    named = [f"{level:g} {rubric.level_name(level, lang)}" for level in sorted(rubric.scale.levels)]
    assert [key["t"] for key in keys][: len(named)] == named
    colours = [key["k"] for key in keys][: len(named)]
    assert colours == sorted(set(colours))
    assert (colours[0], colours[-1]) == ("t0", "t5")


@both_languages
@each_framework
def test_two_units_are_ranked_and_held_side_by_side(
    empty_store: SqliteStore, open_app: Open, name: str, lang: Lang
) -> None:
    """North has too little for an overall score, until its other half is rated, too."""
    engagement = begun(empty_store, name)
    empty_store.save_ratings(engagement, [one for one in fully(SHELF.rubric(name)) if one.unit == "north"])
    for page in ("compare", "ranking"):
        app = open_app(page, lang, unit="south", against="north")
        assert not app.exception
        assert not app.error
        assert "North" in words(app)
