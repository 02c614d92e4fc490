"""Small helpers for words on the screen: escaping, times, scores."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import streamlit as st

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:^=&])")


def plain(words: str) -> str:
    """User text for a markdown place: every character stands for itself."""
    return _MARKDOWN.sub(r"\\\1", words)


def level(score: float) -> str:
    """A score as people write it: 2, 2.5, 1.75."""
    return f"{score:g}"


def local(at: dt.datetime) -> dt.datetime:
    """A stored time in the reader's time zone, as the browser tells it."""
    zone = st.context.timezone
    aware = at if at.tzinfo else at.replace(tzinfo=dt.UTC)
    return aware.astimezone(ZoneInfo(zone)) if zone else aware.astimezone()


def clock(at: dt.datetime) -> str:
    """A time of day with seconds, such as 14:02:11."""
    return f"{local(at):%H:%M:%S}"


def day_and_time(at: dt.datetime) -> str:
    """A day and time, such as 2003-09-28 14:02."""
    return f"{local(at):%Y-%m-%d %H:%M}"
