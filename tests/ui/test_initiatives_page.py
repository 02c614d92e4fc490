"""The Initiatives page: suggestions with reasons, the library, what is chosen, the chain from a problem."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment.catalogue import Lang
from assessment.edges.store import SqliteStore

Open = Callable[..., AppTest]
ENGAGEMENT, SHENZHEN = "china-telecom-2003", "shenzhen-telecom"
LINK = {"engagement": ENGAGEMENT, "unit": SHENZHEN, "wave": "2003"}
LANGS: tuple[Lang, ...] = ("en", "zh")


def words(app: AppTest) -> str:
    shown = [*app.header, *app.subheader, *app.markdown, *app.caption, *app.error, *app.info]
    return "\n".join(found.value for found in shown).replace("\\", "")


def opened(open_app: Open, lang: Lang = "en", part: str = "suggested", **link: str) -> AppTest:
    return open_app("initiatives", lang, **LINK, **({} if part == "suggested" else {"part": part}), **link)


def picks(app: AppTest) -> list[str]:
    keys = [str(button.key) for button in app.button]
    return [key.removeprefix("pick-initiative:") for key in keys if key.startswith("pick-initiative:")]


def chosen(store: SqliteStore) -> list[str]:
    return [one.id for one in store.initiatives(ENGAGEMENT, SHENZHEN)]


@pytest.mark.parametrize(
    ("lang", "head", "closes", "first"),
    [
        (
            "en",
            "Customer value model closes most for its effort",
            "Closes Customer value assessment by 1.5 of 3 levels (now)",
            "Needs Customer data integration at 2 (now 1.5), through Customer information management.",
        ),
        (
            "zh",
            "按投入计“客户价值分析模型”收效最大",
            "弥补：客户价值评估 1.5 级（缺 3 级，立即）",
            "要求客户数据集成达到 2 级（现为 1.5 级），可通过客户信息管理实现。",
        ),
    ],
)
@pytest.mark.usefixtures("store")
def test_the_best_suggestion_says_which_gap_it_closes_and_what_must_come_first(
    open_app: Open, lang: Lang, head: str, closes: str, first: str
) -> None:
    app = opened(open_app, lang)

    assert not app.exception
    assert picks(app)[0] == "customer-value-model"
    for said in (head, closes, first):
        assert said in words(app)


@pytest.mark.usefixtures("store")
def test_ten_are_shown_first_and_all_on_demand(open_app: Open) -> None:
    app = opened(open_app)
    assert len(picks(app)) == 10
    app.button(key="initiatives-show-all").click().run()
    assert len(picks(app)) > 35


@pytest.mark.usefixtures("store")
def test_what_can_start_at_once_needs_nothing_first(open_app: Open) -> None:
    app = opened(open_app)
    app.toggle(key="initiatives-ready").set_value(True).run()

    assert "customer-value-model" not in picks(app)
    assert "demand-forecasting" in picks(app)
    assert "First:" not in words(app)


def test_choosing_keeps_it_and_closes_its_gaps_for_the_others(store: SqliteStore, open_app: Open) -> None:
    app = opened(open_app)
    app.button(key="pick-initiative:demand-forecasting").click().run()

    assert not app.exception
    assert chosen(store) == ["demand-forecasting"]
    assert "demand-forecasting" not in picks(app)


def test_an_initiative_is_chosen_with_all_that_comes_before_it(store: SqliteStore, open_app: Open) -> None:
    app = opened(open_app)
    app.button(key="pick-with:customer-value-model").click().run()
    assert chosen(store) == ["customer-information", "customer-value-model"]


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_chosen_is_listed_and_can_be_taken_out(
    store: SqliteStore, open_app: Open, lang: Lang
) -> None:
    app = opened(open_app, lang)
    app.button(key="pick-initiative:demand-forecasting").click().run()
    app.query_params["part"] = "chosen"
    app.run()
    assert {"en": "Demand forecast management", "zh": "需求预测管理"}[lang] in words(app)

    app.button(key="take-out:demand-forecasting").click().run()
    assert not app.exception
    assert chosen(store) == []
    assert [
        one.deleted for one in store.initiative_history(ENGAGEMENT, (SHENZHEN, "demand-forecasting"))
    ] == [
        False,
        True,
    ]


def test_what_is_chosen_can_be_edited(store: SqliteStore, open_app: Open) -> None:
    app = opened(open_app)
    app.button(key="pick-initiative:demand-forecasting").click().run()
    app.query_params["part"] = "chosen"
    app.run()
    app.button(key="edit-initiative:demand-forecasting").click().run()

    assert not app.exception
    assert app.button(key="initiative-save")
    assert chosen(store) == ["demand-forecasting"]


@pytest.mark.usefixtures("store")
def test_an_own_initiative_can_be_written(open_app: Open) -> None:
    app = opened(open_app, part="chosen")
    app.button(key="write-own-initiative").click().run()

    assert not app.exception
    assert app.button(key="initiative-save")


@pytest.mark.usefixtures("store")
def test_the_library_holds_to_track_and_theme(open_app: Open) -> None:
    everything = opened(open_app, part="library").dataframe[0].value
    analytical = opened(open_app, part="library", track="analytical").dataframe[0].value
    both = opened(open_app, part="library", track="analytical", theme="systems").dataframe[0].value

    assert (len(everything), len(analytical)) == (47, 12)
    assert set(both["track"]) == {"Analytical"}
    assert set(both["theme"]) == {"Systems and information"}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("store")
def test_a_row_opens_everything_about_an_initiative(open_app: Open, lang: Lang) -> None:
    app = opened(open_app, lang, part="library")
    app.session_state["initiative-opened"] = "churn-prediction"
    app.run()

    assert not app.exception
    wanted = {
        "en": ("Predictive modelling by 1", "Data warehouse management at 1.5", "analytical item 6"),
        "zh": ("预测模型 1 级", "数据仓库管理达到 1.5 级", "分析型第 6 项"),
    }[lang]
    for said in wanted:
        assert said in words(app)


def test_what_a_row_opened_can_be_chosen_there(store: SqliteStore, open_app: Open) -> None:
    app = opened(open_app, part="library")
    app.session_state["initiative-opened"] = "churn-causes"
    app.run()
    app.button(key="pick-from-library:churn-causes").click().run()

    assert not app.exception
    assert chosen(store) == ["churn-causes"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("store")
def test_the_chain_goes_from_problem_to_initiative(open_app: Open, lang: Lang) -> None:
    app = opened(open_app, lang, part="chain")

    assert not app.exception
    wanted = {
        "en": "Undeveloped prospects, Chasing every customer come from “Plans that give little guidance”.",
        "zh": "潜在客户开发不足、争夺并留住所有客户均源于“规划对执行的指导性不够”",
    }[lang]
    assert wanted in words(app)


@pytest.mark.usefixtures("store")
def test_a_unit_without_scores_is_told_what_urgency_takes(open_app: Open) -> None:
    app = open_app("initiatives", engagement=ENGAGEMENT, unit="fuzhou-telecom", wave="2003")

    assert not app.exception
    assert "no gap is known to be urgent yet" in words(app)
    assert "A gap is urgent where" in words(app)


@pytest.mark.usefixtures("empty_store")
def test_an_empty_store_says_what_the_page_will_show(open_app: Open) -> None:
    assert "which initiatives close the urgent gaps" in words(open_app("initiatives"))


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_chosen_without_what_it_needs_first_says_so_and_offers_it(
    store: SqliteStore, open_app: Open, lang: Lang
) -> None:
    app = opened(open_app, lang)
    app.button(key="pick-initiative:customer-value-model").click().run()
    warned = {"en": "Others must come first and are not chosen", "zh": "以下举措的前置条件尚未选定"}[lang]
    assert warned in app.warning[0].value.replace("\\", "")

    app.query_params["part"] = "chosen"
    app.run()
    lacks = {"en": "What it needs first is not chosen", "zh": "其前置条件尚未选定"}[lang]
    assert lacks in words(app)
    assert {"en": "Customer information management", "zh": "客户信息管理"}[lang] in words(app)

    app.button(key="pick-with:customer-value-model").click().run()
    assert not app.exception
    assert {"customer-value-model", "customer-information"} <= set(chosen(store))
    assert lacks not in words(app)
    assert not app.warning
