"""Changing the version of an engagement's rubric: looked at first, confirmed by somebody, and back again."""

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Table

from assessment.catalogue import LANGUAGES, Lang, text
from assessment.edges.store import SqliteStore
from tests.ui.conftest import Open
from tests.ui.versions_of_care import FIRST, SECOND, put_on_shelf, two_versions

pytestmark = pytest.mark.usefixtures("empty_store")


def words(app: AppTest) -> str:
    found = [*app.markdown, *app.caption, *app.success, *app.warning, *app.info]
    return "\n".join(one.value for one in found).replace("\\", "")


def subheads(app: AppTest) -> list[str]:
    return [one.value.replace("\\", "") for one in app.subheader]


def rows(app: AppTest) -> list[list[str]]:
    (table,) = [one for one in app.table if isinstance(one, Table)]
    return [[str(cell).replace("\\", "") for cell in row] for row in table.value.to_numpy().tolist()]


def open_as(open_app: Open, engagement: str, lang: Lang = "en", who: str = "li", **link: str) -> AppTest:
    return open_app("migration", lang, engagement=engagement, rater=who, **link)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_newer_version_is_offered_on_the_page_of_the_rubric(
    empty_store: SqliteStore, open_app: Open, lang: Lang
) -> None:
    engagement = two_versions(empty_store)
    app = open_app("rubric", lang, engagement=engagement)

    told = text("rubric-page.newer", lang, version="2", engagement="Own", own="1")
    assert told in words(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_node_is_told_before_anything_is_written(
    empty_store: SqliteStore, open_app: Open, lang: Lang
) -> None:
    engagement = two_versions(empty_store)
    before = empty_store.revision()
    app = open_as(open_app, engagement, lang)

    assert not app.exception
    kinds = {kind: text(f"migration.kind.{kind}", lang) for kind in ("renamed", "new", "dropped")}
    assert [row[0] for row in rows(app)] == [kinds["renamed"], kinds["new"], kinds["dropped"]]
    renamed, new, dropped = rows(app)
    assert "Solving → Fixing" in renamed[1]
    assert "calls.solve → calls.fix" in renamed[1]
    assert (new[1], new[2]) == ("Following up", "Visits")
    assert text("migration.ratings.aside", lang, count=1) == dropped[3]
    assert text("migration.ratings.carried", lang, count=3) in words(app)
    assert "Answering" in words(app), "its weight changes"
    assert (empty_store.revision(), empty_store.engagement(engagement).rubric_version) == (before, "1")


def test_the_list_is_filtered_by_what_happens_and_by_words(empty_store: SqliteStore, open_app: Open) -> None:
    app = open_as(open_app, two_versions(empty_store))
    app.button_group(key="migration-kinds-1-2").set_value(["kept"]).run()
    assert {row[0] for row in rows(app)} == {"kept"}

    app.text_input(key="migration-search").set_value("plan").run()
    assert [row[1] for row in rows(app)] == ["Planning"]
    app.text_input(key="migration-search").set_value("nowhere").run()
    assert text("migration-page.none", "en") in words(app)


def test_where_every_node_is_kept_all_are_listed(empty_store: SqliteStore, open_app: Open) -> None:
    engagement = two_versions(empty_store)
    put_on_shelf(empty_store, {"rubric.yaml": FIRST.replace('"1"', '"3"')})
    app = open_as(open_app, engagement)

    assert {row[0] for row in rows(app)} == {"kept"}
    assert len(rows(app)) == 7


def test_nobody_changes_the_version_without_a_name(empty_store: SqliteStore, open_app: Open) -> None:
    app = open_app("migration", engagement=two_versions(empty_store))

    assert app.button(key="migration-now-1-2").disabled
    assert text("migration-page.nobody", "en") in words(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_version_is_changed_and_changed_back_without_loss(
    empty_store: SqliteStore, open_app: Open, lang: Lang
) -> None:
    engagement = two_versions(empty_store)
    before = [(one.indicator, one.score) for one in empty_store.ratings(engagement)]
    app = open_as(open_app, engagement, lang)

    app.button(key="migration-now-1-2").click().run()
    assert not app.exception
    assert empty_store.engagement(engagement).rubric_version == "2"
    done = text("migration-page.done", lang, engagement="Own", version="2", told="|").partition("|")[0]
    assert done in words(app)
    assert text("migration-page.back", lang, before="1") in words(app)
    assert text("migration-page.preview", lang, before="2", after="1") in subheads(app)
    assert "calls.fix" in {one.indicator for one in empty_store.ratings(engagement)}

    app.button(key="migration-now-2-1").click().run()
    assert empty_store.engagement(engagement).rubric_version == "1"
    assert [(one.indicator, one.score) for one in empty_store.ratings(engagement)] == before
    name = {"en": "Li Wei", "zh": "李伟"}[lang]
    assert words(app).count(name) >= 2, "both changes are on record"


def test_the_way_back_leads_first_to_the_version_that_was_left(
    empty_store: SqliteStore, open_app: Open
) -> None:
    engagement = two_versions(empty_store)
    put_on_shelf(empty_store, {"rubric.yaml": SECOND.replace('"2"', '"1.5"')})
    app = open_as(open_app, engagement)
    app.button(key="migration-now-1-2").click().run()

    assert app.selectbox(key="migration-version-own-2").value == "1"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_unit_that_is_signed_off_stands_in_the_way(
    empty_store: SqliteStore, open_app: Open, lang: Lang
) -> None:
    engagement = two_versions(empty_store)
    wave = empty_store.waves(engagement)[0]
    empty_store.sign_off(engagement, "north", wave.id, "li")
    app = open_as(open_app, engagement, lang)

    place = text("evidence.place", lang, unit="North", wave=wave.called(lang))
    assert place in app.warning[0].value.replace("\\", "")
    assert app.button(key="migration-now-1-2").disabled


def test_a_locked_wave_stays_and_says_so(empty_store: SqliteStore, open_app: Open) -> None:
    engagement = two_versions(empty_store)
    wave = empty_store.waves(engagement)[0]
    empty_store.lock_wave(engagement, wave.id)
    app = open_as(open_app, engagement)

    assert text("migration-page.locked", "en", waves=wave.called("en")) in words(app)
    app.button(key="migration-now-1-2").click().run()
    assert empty_store.waves(engagement)[0].rubric_version == "1"
    told = text("rubric-page.kept-version", "en", version="1", own="2")
    assert told in words(open_app("rubric", engagement=engagement, wave=wave.id))


def test_what_changed_meanwhile_is_refused_in_words(empty_store: SqliteStore, open_app: Open) -> None:
    engagement = two_versions(empty_store)
    app = open_as(open_app, engagement)
    wave = empty_store.waves(engagement)[0].id
    empty_store.sign_off(engagement, "north", wave, "li")

    app.button(key="migration-now-1-2").click().run()
    assert not app.exception
    assert empty_store.engagement(engagement).rubric_version == "1"
    assert app.error


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_another_version_or_an_engagement_the_page_says_what_it_is_for(
    empty_store: SqliteStore, open_app: Open, lang: Lang
) -> None:
    assert text("empty.migration", lang) in words(open_app("migration", lang))
    engagement = two_versions(empty_store)
    app = open_app("migration", lang, engagement=engagement)
    put_on_shelf(empty_store, {"rubric.yaml": SECOND.replace('"2"', '"3"')})
    app = open_app("migration", lang, engagement=engagement)
    assert app.selectbox(key="migration-version-own-1").options[0] == text(
        "migration-page.newest", lang, version="3"
    )
