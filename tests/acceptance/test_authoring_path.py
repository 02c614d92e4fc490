"""The Excel way of the rubric guide in a real browser: from the empty template to stored ratings."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from assessment.edges.store import open_store
from tests.acceptance.interviewing import rate
from tests.acceptance.patience import choose, settled, until
from tests.edges.filled_in_rubric import NODES, fill_in

SCORES = dict(zip((node[0] for node in NODES if "." in node[0]), (3, 2, 1, 0, 2, 3), strict=True))
"""Calls: (2·3 + 2 + 1) / 4 = 2.25; visits: (0 + 2 + 3) / 3 = 1.67; overall 1.96."""


def go_to(tab: Page, page: str) -> None:
    settled(tab)
    tab.get_by_test_id("stSidebarNav").get_by_role("link", name=page).click()
    settled(tab)


def take_the_template(tab: Page, folder: Path) -> Path:
    settled(tab)
    with tab.expect_download() as started:
        tab.get_by_role("button", name="Excel template").click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def saved_by_another_program(path: Path, folder: Path) -> Path:
    """The workbook as LibreOffice saves it; as it is where there is none."""
    office = shutil.which("soffice")
    if office is None:
        return path
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    kind = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "saved"), str(path)]
    subprocess.run([office, profile, "--headless", *kind], check=True, capture_output=True, timeout=300)
    return folder / "saved" / path.name


def with_a_mistake(path: Path) -> Path:
    book = load_workbook(path)
    book["Nodes"]["B4"] = "cals"
    wrong = path.with_name("wrong.xlsx")
    book.save(wrong)
    return wrong


def hand_in(tab: Page, path: Path) -> None:
    settled(tab)
    delete = tab.get_by_test_id("stFileChipDeleteBtn").get_by_role("button")
    if delete.count():
        delete.first.click()
        settled(tab)
    tab.locator('[data-testid="stFileUploader"] input[type="file"]').set_input_files(path)


def begin_an_engagement_with(tab: Page, rubric: str) -> None:
    go_to(tab, "Home")
    name = tab.get_by_role("textbox", name="Name", exact=True)
    fold = tab.get_by_text("New engagement")
    until(tab, fold.click, lambda wait: expect(name).to_be_visible(timeout=wait))
    for label, said in (("Name", "North Mobile"), ("Units, one per line", "North")):
        tab.get_by_role("textbox", name=label, exact=True).fill(said)
    tab.get_by_role("textbox", name=re.compile("Your name")).fill("Li Wei")
    choose(tab.locator(".st-key-begin-rubric input"), re.compile(rubric))
    tab.locator(".st-key-begin-submit button").click()
    expect(tab).to_have_url(re.compile("interview.*engagement=north-mobile"))


@pytest.mark.browser
def test_six_indicators_from_the_template_are_interviewed(
    demo_app: str, browser_page: Page, tmp_path: Path
) -> None:
    tab = browser_page
    tab.goto(f"{demo_app}/authoring?lang=en")
    template = take_the_template(tab, tmp_path)
    fill_in(template)
    filled = saved_by_another_program(template, tmp_path)

    hand_in(tab, with_a_mistake(filled))
    expect(tab.get_by_text("Nodes!B4")).to_be_visible()
    expect(tab.get_by_role("button", name="Publish")).to_have_count(0)
    hand_in(tab, filled)
    expect(tab.get_by_text("No errors: Customer care, version 1, 6 indicators.")).to_be_visible()
    expect(tab.get_by_text("How long did callers wait last week")).to_be_visible()
    settled(tab)
    tab.get_by_role("button", name="Publish").click()
    expect(tab.get_by_text("Published: Customer care, version 1.")).to_be_visible()

    begin_an_engagement_with(tab, "Customer care 1")
    for group in ("Calls", "Visits"):
        settled(tab)
        tab.locator(".st-key-tree button").filter(has_text=group).click()
        for indicator in (node for node in SCORES if node.startswith(group.lower())):
            rate(tab, indicator, SCORES[indicator])

    store = open_store(tmp_path / "store.sqlite3", create=False)
    rated = {rating.indicator: rating.score for rating in store.ratings("north-mobile")}
    store.close()
    assert rated == SCORES
    go_to(tab, "Profile")
    expect(tab.get_by_role("heading", name=re.compile(r"reaches 2\.0 of 3"))).to_be_visible()
