"""P17: a click on the benchmark page until its four charts have settled, against a minimal app."""

import itertools
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.perf.bench_interview import (
    ENGAGEMENT,
    MINIMAL,
    QUIET,
    ROOT,
    minimal_buttons,
    product_store,
    settled,
    streamlit_server,
)
from tests.perf.timing import ratio, report, side_by_side

UNIT = "shenzhen-telecom"
CLICKS, WARM = 7, 4
# A grid repeats its cells inside its canvas for screen readers, a while after they were drawn: not looked at.
TIERS = "[data-testid='stButtonGroup'] button"
SETTLED = """async ([label, quiet]) => {
  const found = [...document.querySelectorAll("[data-testid='stButtonGroup'] button")]
    .find((one) => one.innerText.trim() === label);
  let last = performance.now();
  const hidden = (node) => (node.parentElement ?? node).closest('[data-testid="stStatusWidget"], canvas');
  const seen = new MutationObserver((all) => {
    if (all.some((one) => !hidden(one.target))) last = performance.now();
  });
  seen.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
  const start = performance.now();
  found.click();
  const title = () => document.querySelector("[data-testid='stMain'] h2").innerText;
  const before = title();
  while (title() === before || performance.now() - last < quiet) {
    if (performance.now() - start > 15000) throw new Error("not settled: " + label);
    await new Promise((go) => setTimeout(go, 4));
  }
  seen.disconnect();
  return last - start;
}"""


def tiers() -> Iterator[str]:
    return itertools.cycle(("Capability", "Dimension"))


def main() -> None:
    """Print P17: switching the tier redraws all charts; the frames behind them are cached."""
    browser_program = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if browser_program is None:
        print("P17  not measured: no Chromium here; install it, for example apt-get install chromium")
        return
    with tempfile.TemporaryDirectory() as name:
        in_the_browser(Path(name), browser_program)


def in_the_browser(folder: Path, browser_program: str) -> None:
    path, minimal = product_store(folder), folder / "minimal.py"
    minimal.write_text(MINIMAL, encoding="utf-8")
    with ExitStack() as stack:
        product = stack.enter_context(streamlit_server(ROOT / "app.py", {"GAPLINE_STORE": str(path)}))
        small = stack.enter_context(streamlit_server(minimal, {"BENCH_FILE": str(folder / "minimal.jsonl")}))
        playwright = stack.enter_context(sync_playwright())
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=browser_program, args=flags)
        tabs = [browser.new_context(viewport={"width": 1440, "height": 1000}).new_page() for _ in range(2)]
        tabs[0].goto(f"{product}/benchmark?lang=en&engagement={ENGAGEMENT}&unit={UNIT}&named=yes")
        tabs[0].wait_for_selector(TIERS)
        tabs[1].goto(small)
        tabs[1].wait_for_selector(".st-key-q6-5 button")
        tabs[1].wait_for_timeout(3000)
        tabs[0].locator("[data-testid='stVegaLiteChart']").nth(3).wait_for()
        each: list[float] = []
        labels, plain = tiers(), settled(tabs[1], minimal_buttons(), [])

        def measure() -> float:
            times = [switched(tabs[0], next(labels)) for _ in range(CLICKS)]
            each.extend(times)
            return statistics.median(times)

        for _ in range(WARM):
            switched(tabs[0], next(labels))
        plain()
        costs = side_by_side({"product": measure, "minimal": plain}, rounds=7)
        browser.close()
    took = statistics.median(each) * 1000
    what = f"benchmark page, click to settled ({took:.0f} ms) against a minimal app"
    report("P17", what, ratio(costs, "product", "minimal"), "<= 3.0", "<= 2.0")


def switched(tab: Page, label: str) -> float:
    """Seconds from a click on a tier to the last change of the screen."""
    return float(tab.evaluate(SETTLED, [label, QUIET])) / 1000


if __name__ == "__main__":
    main()
