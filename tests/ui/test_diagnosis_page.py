"""The Problems page: proposals by theme with their scores, and a person's decision on each."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import Lang, text
from assessment.edges.store import SqliteStore
from assessment.engagement import Person

Open = Callable[..., AppTest]
ENGAGEMENT = "china-telecom-2003"
HELD = "china-telecom-2003-crm-diagnosis"
SHENZHEN, FUZHOU = "shenzhen-telecom", "fuzhou-telecom"
SEGMENTS = "problems.customers.segmentation"
LINK = {"engagement": ENGAGEMENT, "unit": SHENZHEN, "wave": "2003"}
PLACE = f"{ENGAGEMENT}:{SHENZHEN}:2003:{SEGMENTS}"
LANGS: tuple[Lang, ...] = ("en", "zh")


@pytest.fixture
def rated(store: SqliteStore) -> SqliteStore:
    """The 2003 engagement with Li Wei, who decides."""
    store.add_person(ENGAGEMENT, Person(id="li", name="Li Wei", name_zh="李伟"))
    return store


def words(app: AppTest) -> str:
    shown = [*app.header, *app.subheader, *app.markdown, *app.caption, *app.error, *app.info]
    return "\n".join(found.value for found in shown).replace("\\", "")


def titles(app: AppTest) -> list[str]:
    return [found.label.replace("\\", "") for found in app.expander]


def opened(open_app: Open, lang: Lang = "en", who: str | None = "li", *nodes: str) -> AppTest:
    app = open_app("diagnosis", lang, **LINK)
    if who:
        app.session_state["rater"] = who
    for node in nodes or (SEGMENTS,):
        app.session_state[f"diagnosis:{node}"] = True
    return app.run()


def part(app: AppTest, name: str) -> AppTest:
    app.session_state["diagnosis-part"] = name
    app.run()
    app.session_state[f"diagnosis:{SEGMENTS}"] = True
    return app.run()


@pytest.mark.parametrize(
    ("lang", "title", "theme"),
    [
        (
            "en",
            "Inadequate segmentation · strength 83%",
            "Strategy: Strengthen segment-based strategy making",
        ),
        ("zh", "客户细分不到位 · 程度 83%", "策略制定：完善基于客户细分的策略制定能力"),
    ],
)
@pytest.mark.usefixtures("rated")
def test_proposals_stand_below_their_theme_with_their_strength(
    open_app: Open, lang: Lang, title: str, theme: str
) -> None:
    app = opened(open_app, lang)

    assert not app.exception
    assert len(titles(app)) == 19
    assert title in titles(app)
    assert theme in words(app)


@pytest.mark.usefixtures("rated")
def test_the_head_says_how_many_by_which_rule_and_how_much_the_links_look_at(open_app: Open) -> None:
    said = words(opened(open_app))

    assert "Shenzhen Telecom: 19 problems and causes to decide on" in said
    assert "45 of 50 indicators; 44 of them are assessed" in said
    assert "below 2" in said


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("rated")
def test_an_open_proposal_shows_its_scores_with_what_their_level_looks_like(
    open_app: Open, lang: Lang
) -> None:
    said = words(opened(open_app, lang))

    assert {"en": "nobody can say what any single customer brings in", "zh": "客户价值评估"}[lang] in said
    assert {"en": "Not assessed: Customer segmentation", "zh": "未评：客户分群"}[lang] in said
    assert {"en": "Comes from: Information silos", "zh": "成因：信息孤岛"}[lang] in said


@pytest.mark.usefixtures("rated")
def test_a_score_is_one_click_from_its_why(open_app: Open) -> None:
    app = opened(open_app)
    app.button(key=f"diagnosis-why:{SEGMENTS}:insight.generate.value").click().run()

    assert not app.exception
    assert app.session_state["why-open"] == "insight.generate.value"


@pytest.mark.usefixtures("rated")
def test_what_is_shut_draws_nothing(open_app: Open) -> None:
    app = open_app("diagnosis", **LINK)
    assert not [button for button in app.button if str(button.key).startswith("diagnosis-")]


@pytest.mark.parametrize("lang", LANGS)
def test_confirming_keeps_the_level_and_moves_it_to_the_decided(
    rated: SqliteStore, open_app: Open, lang: Lang
) -> None:
    app = opened(open_app, lang)
    app.selectbox(key=f"diagnosis-level:{PLACE}").set_value(0.0)
    app.text_area(key=f"diagnosis-reason:{PLACE}").input("two workshops")
    app.button(key=f"diagnosis-confirm:{PLACE}").click().run()

    assert not app.exception
    assert len(titles(app)) == 18
    (rating,) = rated.ratings(HELD, SHENZHEN, "2003")
    assert (rating.rater, rating.indicator, rating.score, rating.note) == ("li", SEGMENTS, 0, "two workshops")
    part(app, "decided")
    assert titles(app) == [{"en": "Inadequate segmentation · Severe", "zh": "客户细分不到位 · 严重"}[lang]]
    assert {"en": "Severe, says Li Wei on", "zh": "评为“严重”：two workshops"}[lang] in words(app)
    assert rated.engagement(HELD).called(lang) in words(app)


@pytest.mark.usefixtures("rated")
def test_the_level_that_the_scores_amount_to_is_offered_first(open_app: Open) -> None:
    assert opened(open_app).selectbox(key=f"diagnosis-level:{PLACE}").value == 1


def test_dismissing_asks_for_a_reason_and_keeps_it(rated: SqliteStore, open_app: Open) -> None:
    app = opened(open_app)
    app.button(key=f"diagnosis-dismiss:{PLACE}").click().run()
    assert "Say why" in words(app)
    assert [one.id for one in rated.engagements()] == [ENGAGEMENT]

    app.text_area(key=f"diagnosis-reason:{PLACE}").input("segments seen in CRM")
    app.button(key=f"diagnosis-dismiss:{PLACE}").click().run()
    assert [(one.score, one.note) for one in rated.ratings(HELD, SHENZHEN, "2003")] == [
        (4, "segments seen in CRM")
    ]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("rated")
def test_nobody_decides_before_saying_who_it_is(open_app: Open, lang: Lang) -> None:
    app = opened(open_app, lang, None)

    assert text("diagnosis.nobody", lang) in words(app)
    assert app.button(key=f"diagnosis-confirm:{PLACE}").disabled


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("rated")
def test_what_is_not_proposed_says_why_not(open_app: Open, lang: Lang) -> None:
    app = part(opened(open_app, lang), "rest")
    told = text("diagnosis.verdict.not-indicated", lang)
    assert len(titles(app)) == 9
    assert all(told in title for title in titles(app))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("rated")
def test_chains_lead_from_the_problem_to_the_theme(open_app: Open, lang: Lang) -> None:
    app = part(opened(open_app, lang), "chains")
    said = words(app)

    assert not app.exception
    assert {"en": "**Inadequate segmentation** ← Information silos", "zh": "**客户细分不到位** ← 信息孤岛"}[
        lang
    ] in said
    assert {"en": "Solved by: Strengthen", "zh": "解决方向：完善"}[lang] in said


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("rated")
def test_a_unit_without_ratings_is_invited_to_rate(open_app: Open, lang: Lang) -> None:
    app = open_app("diagnosis", lang, engagement=ENGAGEMENT, unit=FUZHOU, wave="2003")

    assert not app.exception
    assert app.button(key="to-interview")


def test_the_engagement_of_decisions_has_no_proposals_of_its_own(rated: SqliteStore, open_app: Open) -> None:
    app = opened(open_app)
    app.button(key=f"diagnosis-confirm:{PLACE}").click().run()
    assert rated.engagement(HELD)
    there = open_app("diagnosis", engagement=HELD, unit=SHENZHEN, wave="2003")
    assert text("diagnosis.unlinked", "en") in words(there)


@pytest.mark.usefixtures("empty_store")
@pytest.mark.parametrize("lang", LANGS)
def test_an_empty_store_is_told_what_the_page_is_for(open_app: Open, lang: Lang) -> None:
    assert text("empty.diagnosis", lang) in words(open_app("diagnosis", lang))
