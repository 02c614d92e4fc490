"""A chart as the browser takes it: put together once, then drawn again from what was put together."""

import json
from collections.abc import Callable, Hashable
from typing import Any

import altair as alt
from altair.utils.schemapi import debug_mode

from assessment.ui.context import memory


def vega(make: Callable[[], alt.LayerChart], *key: Hashable) -> dict[str, Any]:
    """The Vega-Lite specification of a chart, without altair's check of every part.

    Putting a chart together and checking it takes altair a tenth of a second or more; the tests check.

    Args:
        make: puts the chart together.
        *key: what the chart depends on; without it nothing is remembered.
    """
    written = memory().recall(("vega", *key), 0, lambda: _written(make)) if key else _written(make)
    return dict(json.loads(written))


def _written(make: Callable[[], alt.LayerChart]) -> str:
    with debug_mode(False):  # noqa: FBT003 - altair's own signature
        spec = make().to_dict(validate=False)
    data = spec.pop("datasets", {})
    view = spec.get("config", {}).get("view", {})
    for size in ("continuousWidth", "continuousHeight"):  # altair's own theme, of which nothing is wanted
        view.pop(size, None)
    return json.dumps(_with_rows(spec, data))


def _with_rows(spec: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """Rows back in their layers: those named at the top Streamlit makes into data frames, one by one."""
    found = dict(spec)
    if (name := found.get("data", {}).get("name")) in data:
        found["data"] = {"values": data[name]}
    if "layer" in found:
        found["layer"] = [_with_rows(one, data) for one in found["layer"]]
    return found
