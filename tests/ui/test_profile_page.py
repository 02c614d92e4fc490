"""Profile: how a unit stands, against whom, and why."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.edges.store import SqliteStore
from assessment.ratings import Rating

Open = Callable[..., AppTest]
ENGAGEMENT = "china-telecom-2003"


def headline(app: AppTest) -> str:
    return app.header[0].value.replace("\\", "")


def charts(app: AppTest) -> list[str]:
    return [found.proto.alt for found in app.get("vega_lite_chart")]


def words(app: AppTest) -> str:
    return "\n".join(found.value for found in [*app.markdown, *app.caption]).replace("\\", "")


def ask_why(app: AppTest, node: str) -> AppTest:
    app.selectbox(key="why-node").select(node).run()
    return app.button(key="why-show").click().run()


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Shenzhen Telecom reaches 1.8 of 5; Customer Insight is its weakest dimension"),
        ("zh", "深圳电信总体得分 1.8（满分 5 分），客户洞察最弱"),
    ],
)
@pytest.mark.usefixtures("store")
def test_the_finding_comes_first(open_app: Open, lang: str, sentence: str) -> None:
    app = open_app("profile", lang, unit="shenzhen-telecom")
    assert not app.exception
    assert headline(app) == sentence


@pytest.mark.usefixtures("store")
def test_every_chart_tells_its_figures_to_those_who_cannot_see_it(open_app: Open) -> None:
    found = charts(open_app("profile", unit="shenzhen-telecom"))
    assert len(found) == 3
    assert all("Customer Insight: Shenzhen Telecom 1.4†" in alt for alt in found[:2])
    assert "Data Collection: Shenzhen Telecom 1.4" in found[2]


@pytest.mark.usefixtures("store")
def test_the_reference_is_chosen_in_one_control(open_app: Open) -> None:
    app = open_app("profile", unit="shenzhen-telecom")
    assert "best practice 4.0" in charts(app)[0]
    app.selectbox(key="reference").select("att-wireless").run()
    assert "AT&T Wireless 2.0" in charts(app)[0]
    app.selectbox(key="reference").select("").run()
    assert "AT&T" not in charts(app)[0]


@pytest.mark.usefixtures("store")
def test_the_reference_is_kept_on_other_pages(open_app: Open) -> None:
    app = open_app("profile", unit="shenzhen-telecom")
    app.selectbox(key="reference").select("att-wireless").run()
    app.switch_page("assessment/ui/pages/export.py").run()
    assert app.selectbox(key="reference").value == "att-wireless"


@pytest.mark.usefixtures("store")
def test_findings_stand_beside_the_scores_of_one_dimension_at_a_time(open_app: Open) -> None:
    app = open_app("profile", unit="shenzhen-telecom")
    assert "Data Collection scores 1.4" in words(app)
    assert "Channel Management scores" not in words(app)
    app.segmented_control(key="profile-dimension").set_value("interaction").run()
    assert "Channel Management scores" in words(app)


@pytest.mark.usefixtures("store")
def test_every_chart_and_table_can_be_taken_away(open_app: Open) -> None:
    app = open_app("profile", unit="shenzhen-telecom")
    charts = ("profile.dimensions", "profile.radar", "profile.capabilities")
    for chart in charts:
        app.session_state[f"fold-{chart}"] = True
    app.run()
    keys = {button.key for button in app.get("download_button")}
    for chart in charts:
        assert {f"picture-{chart}-png", f"picture-{chart}-svg", f"figures-{chart}-csv"} <= keys
    assert {"profile-scores-files-csv", "profile-scores-files-xlsx"} <= keys


@pytest.mark.usefixtures("store")
def test_why_shows_arithmetic_that_gives_the_score(open_app: Open) -> None:
    app = ask_why(open_app("profile", unit="shenzhen-telecom"), "insight.collect")
    assert app.code[0].value == "(1 + 2 + 0.5 + 2) ÷ 4 = 1.375"
    assert (app.metric[0].label, app.metric[0].value) == ("Data Collection", "1.4")


@pytest.mark.usefixtures("store")
def test_why_goes_down_to_the_rating_and_its_evidence(open_app: Open) -> None:
    app = ask_why(open_app("profile", unit="shenzhen-telecom"), "insight.collect.strategy")
    assert "**1** · 2003 study team" in words(app)
    assert "Customer data has no named owner" in words(app)
    assert "2003 study, p. 28" in words(app)


@pytest.mark.usefixtures("store")
def test_why_tells_a_mark_in_words(open_app: Open) -> None:
    app = ask_why(open_app("profile", unit="shenzhen-telecom"), "insight.generate.segmentation")
    assert "**not assessed**" in words(app)
    assert "Illegible in the source" in words(app)


@pytest.mark.usefixtures("store")
def test_why_says_what_is_missing_for_a_score(open_app: Open) -> None:
    app = ask_why(open_app("profile", "en", unit="guangzhou-telecom"), "overall")
    assert app.metric[0].value == "not enough data"
    assert "a score needs 60%" in words(app)
    assert not app.code


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("store")
def test_a_unit_without_ratings_says_so_and_leads_to_the_interview(open_app: Open, lang: str) -> None:
    app = open_app("profile", lang, unit="fuzhou-telecom")
    assert not app.exception
    assert headline(app) == {"en": "Fuzhou Telecom has not been assessed yet", "zh": "福州电信尚未评估"}[lang]
    assert app.button(key="to-interview").label
    assert not charts(app)


@pytest.mark.parametrize("page", ["profile", "compare", "export"])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.usefixtures("empty_store")
def test_without_an_engagement_the_page_teaches(open_app: Open, page: str, lang: str) -> None:
    app = open_app(page, lang)
    assert not app.exception
    assert app.button(key="go-home").label


def test_a_new_rating_shows_at_once(store: SqliteStore, open_app: Open) -> None:
    app = open_app("profile", unit="shenzhen-telecom")
    place: dict[str, Any] = {"unit": "shenzhen-telecom", "wave": "2003", "rater": "study-2003"}
    store.save_rating(ENGAGEMENT, Rating(**place, indicator="insight.collect.strategy", score=5.0))
    app.run()
    assert "Data Collection: Shenzhen Telecom 2.4" in charts(app)[2]


def test_what_people_wrote_is_text_and_never_markup(store: SqliteStore, open_app: Open) -> None:
    place: dict[str, Any] = {"unit": "shenzhen-telecom", "wave": "2003", "rater": "study-2003"}
    note = "<b>bold</b> **x** :red[y]"
    store.save_rating(ENGAGEMENT, Rating(**place, indicator="insight.collect.strategy", score=1.0, note=note))
    app = ask_why(open_app("profile", unit="shenzhen-telecom"), "insight.collect.strategy")
    assert r"\<b\>bold\</b\> \*\*x\*\* \:red\[y\]" in "\n".join(found.value for found in app.markdown)
