"""A wave with everything that comparing starts from: read once, then followed change by change."""

from dataclasses import replace

import streamlit as st

from assessment import comparing
from assessment.catalogue import text
from assessment.comparing import AssessedWave
from assessment.engagement import Engagement
from assessment.ui.context import Context


def assessed_wave(found: Context, engagement: Engagement, wave: str) -> AssessedWave:
    """One wave as it is now, for all sessions; the same object while nothing changes.

    What is made of it is cached under its `revision`. Reading 100,000 ratings takes a second or more, and
    says so; after that only what changed is read.
    """

    def step(before: AssessedWave | None) -> AssessedWave:
        now = _now(found, engagement, wave, before)
        same = now.tree is not found.units and now.tree == found.units
        return replace(now, tree=found.units) if same else now  # one and the same is soon compared

    return found.memory.follow((found.path, "assessed", engagement.id, wave), step)


def _now(found: Context, engagement: Engagement, wave: str, before: AssessedWave | None) -> AssessedWave:
    if before is not None and before.tree == found.units and _same_rubric(found, engagement, wave, before):
        return comparing.refreshed(found.store, before)
    with st.spinner(text("comparing.reading", found.lang)):
        return comparing.read_wave(found.store, found.shelf, engagement.id, wave)


def _same_rubric(found: Context, engagement: Engagement, wave: str, before: AssessedWave) -> bool:
    now = next((one for one in found.waves if one.id == wave), before.wave)
    wanted = now.rubric_fingerprint or engagement.rubric_fingerprint
    return wanted in ("", before.rubric.fingerprint)
