"""The page's own script, played: a click or a key on a card becomes one event of its queue."""

import json
import re
from html import unescape
from typing import Any
from uuid import uuid4

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Html


def told(app: AppTest) -> dict[str, Any]:
    """What the page was told last."""
    found: dict[str, Any] = json.loads(app.get("bidi_component")[0].proto.json)[0]
    return found


def item(app: AppTest, indicator: str) -> dict[str, Any]:
    return next(found for found in told(app)["items"] if found["i"] == indicator)


def answer(app: AppTest, indicator: str, action: str, value: object = None) -> AppTest:
    """Say something about an indicator, as seen on the page, and wait until all is drawn."""
    return say(app, indicator, action, value).run()


def say(app: AppTest, indicator: str, action: str, value: object = None) -> AppTest:
    """Say something about an indicator; what is drawn first stays on the page."""
    event = {"c": uuid4().hex, "s": 1, "p": told(app)["place"], "i": indicator, "a": action, "v": value}
    return _send(app, {"events": [{**event, "r": item(app, indicator)["r"]}]})


def open_part(app: AppTest, indicator: str, part: str) -> AppTest:
    """Open a part below an indicator's card."""
    return _send(app, {"events": [], "open": [indicator, part]}).run()


def _send(app: AppTest, said: dict[str, Any]) -> AppTest:
    at = {
        "place": told(app)["place"],
        "at": told(app)["at"],
        "move": told(app)["moved"],
        "nonce": uuid4().hex,
    }
    states = app._tree.get_widget_states()
    sent = json.dumps({"queue": {**at, **said}})
    states.widgets.append(WidgetState(id=app.get("bidi_component")[0].proto.id, json_value=sent))
    return app._run(states)


def card(app: AppTest, indicator: str) -> str:
    """An indicator's card as HTML."""
    return next(found for found in cards(app) if f'data-indicator="{indicator}"' in found)


def cards(app: AppTest) -> list[str]:
    """All cards of the page as HTML."""
    drawn = [found.body for found in app.get("html") if isinstance(found, Html)]
    return [body for body in drawn if 'class="gl-card"' in body]


def words(html: str) -> str:
    """What a person reads."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def chosen(html: str) -> list[str]:
    """The scores, states and parts of a card that are filled."""
    buttons = re.findall(r"<button ([^>]*)>", html)
    filled = [dict(re.findall(r'([\w-]+)="([^"]*)"', each)) for each in buttons]
    return [b.get("data-value") or b["data-say"] for b in filled if b.get("aria-pressed") == "true"]


def badge(html: str) -> str:
    """What a card's title says of its answer; empty for nothing."""
    found = re.search(r'<span class="gl-badge[^"]*">(.*?)</span>', html)
    return unescape(found[1]) if found else ""
