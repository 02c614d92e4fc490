"""Newer figures in a deck that people have edited: what it holds, what would change, the changed file."""

from exports.refresh.items import Opened, opened
from exports.refresh.refreshing import Found, Refreshed, Status, refreshed
from exports.refresh.words import counted, listed

__all__ = ["Found", "Opened", "Refreshed", "Status", "counted", "listed", "opened", "refreshed"]
