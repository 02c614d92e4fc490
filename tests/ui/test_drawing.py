"""What the screen shows is compared with the store, also where the store has not changed."""

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from assessment.ui.components import drawing

if TYPE_CHECKING:
    from assessment.ui.components.desk import Desk


class DrawnAgainError(Exception):
    """The page is drawn again."""


def look(monkeypatch: pytest.MonkeyPatch, stale: list[str]) -> None:
    """Look at a store of revision 7 that was looked at before, with these cards behind."""

    def rerun() -> None:
        raise DrawnAgainError

    place = ("engagement", "unit", "wave", "rater")
    kept: dict[str, Any] = {drawing._WATCHED: (7, place)}
    desk = SimpleNamespace(now=lambda: SimpleNamespace(pinned=7, place=place), place=place)
    monkeypatch.setattr(drawing, "st", SimpleNamespace(session_state=kept, rerun=rerun))
    monkeypatch.setattr(drawing, "stale", lambda _: stale)
    drawing._look_again(cast("Desk", desk))


def test_a_card_whose_drawing_was_broken_off_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DrawnAgainError):
        look(monkeypatch, ["card-a"])


def test_a_page_that_shows_what_the_store_says_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    look(monkeypatch, [])
