"""What the page Change is put together from: choices, charts, tables, what was not re-assessed."""

from typing import Final

import streamlit as st

from assessment import change_view, comparing
from assessment.catalogue import text
from assessment.change_view import Change
from assessment.common_nodes import ScalesDifferError, common_nodes
from assessment.comparing import AssessedWave
from assessment.report.wording import headed
from assessment.ui import navigation, state
from assessment.ui.caching import remembered
from assessment.ui.components import in_link
from assessment.ui.components.assessed import assessed_wave
from assessment.ui.components.charts import show_chart
from assessment.ui.components.results import View
from assessment.ui.components.tables import grid, table_files
from assessment.ui.components.why import ask_why
from assessment.ui.words import plain
from assessment.wave_change import WaveChange

SINCE, WHOSE, TIER = "since", "whose", "tier"
UNIT, BELOW, ALL = "unit", "below", "all"
_MOST_SLOPES: Final = 24
_MOST_LINKS: Final = 12
_MOST_NAMED: Final = 5


def first_wave(found: View) -> None:
    """For the first wave: what will stand here, and the way to a second one."""
    lang = found.lang
    st.header(text("shell.page.change", lang), anchor=False)
    name = plain(found.wave.called(lang))
    st.info(text("change.first", lang, wave=name), icon=":material/lightbulb:")
    if st.button(text("change.to-waves", lang), type="primary", key="to-waves"):
        st.switch_page(navigation.page("waves", lang))


def earlier_waves(found: View) -> list[str]:
    """Ids of the waves before the one in view, the latest last."""
    ids = [wave.id for wave in found.context.waves]
    return ids[: ids.index(found.wave.id)]


def chosen(found: View, earlier: list[str]) -> Change | None:
    """Whose change between which waves; None where there is nothing to compare."""
    lang, context = found.lang, found.context
    first, second = st.columns([1, 2])
    with first:
        waves = {wave.id: wave.called(lang) for wave in context.waves if wave.id in earlier}
        since = _select(SINCE, text("change.since", lang), waves, earlier[-1])
    after = assessed_wave(context, found.engagement, found.wave.id)
    before = assessed_wave(context, found.engagement, since)
    before = comparing.on_the_nodes_of(context.shelf, before, after)
    if (common := common_nodes(before.rubric, after.rubric)) is not None:
        st.caption(" ".join(common.told(lang)))
    try:
        split = _split(found, before, after)
    except ScalesDifferError as error:
        st.warning(error.sentence(lang))
        return None
    with second:
        groups = _groups(found, split)
        names = {name: _group_name(found, name, len(units)) for name, units in groups.items()}
        otherwise = UNIT if found.unit.id in split.units else next(iter(names))
        whose = _select(WHOSE, text("change.whose", lang), names, otherwise)
    name = names[whose] if whose != UNIT else found.unit.called(lang)
    change = Change(before, after, split, groups[whose], name, lang)
    row = change.rows([change.rubric.root])[0]
    return None if row.before is None and row.after is None and whose == UNIT else change


def _split(found: View, before: AssessedWave, after: AssessedWave) -> WaveChange:
    def split() -> WaveChange:
        with st.spinner(text("comparing.reading", found.lang)):
            return comparing.changed_since(before, after)

    key = ("wave-change", found.engagement.id, before.wave.id, after.wave.id, before.revision, after.revision)
    return remembered(found.context, split, *key, revision=after.revision)


def _groups(found: View, split: WaveChange) -> dict[str, tuple[str, ...]]:
    """The unit, the rated units below it, and all; what would be the same is left out."""
    parents = {unit.id: unit.parent for unit in found.context.units}

    def inside(unit: str) -> bool:
        above = parents.get(unit)
        return above is not None and (above == found.unit.id or inside(above))

    below = tuple(unit for unit in split.units if inside(unit))
    groups: dict[str, tuple[str, ...]] = {UNIT: (found.unit.id,)} if found.unit.id in split.units else {}
    if len(below) > 1:
        groups[BELOW] = below
    if len(split.units) > 1 and len(split.units) > len(below):
        groups[ALL] = split.units
    return groups or {UNIT: (found.unit.id,)}


def _group_name(found: View, name: str, count: int) -> str:
    unit = found.unit.called(found.lang)
    return text(f"change.whose.{name}", found.lang, unit=unit, count=count)


def _select(name: str, label: str, names: dict[str, str], otherwise: str) -> str:
    value = in_link.kept(name, names, otherwise)
    st.selectbox(
        label,
        list(names),
        format_func=lambda one: names.get(one, one),
        key=in_link.widget_key(name, value),
        on_change=in_link.picked,
        args=(name, otherwise),
    )
    return value


def tier_choice(change: Change) -> str:
    """Which tier of the rubric; kept in the link."""
    tiers, lang = list(change.rubric.tiers), change.lang
    tier = in_link.kept(TIER, tiers, tiers[0])
    st.segmented_control(
        text("change.tier", lang),
        tiers,
        format_func=lambda one: headed(change.rubric.tier_name(one, lang)),
        key=in_link.widget_key(TIER, tier),
        on_change=in_link.picked,
        args=(TIER, tiers[0]),
        required=True,
    )
    return tier


def draw(found: View, change: Change, tier: str) -> None:
    """Parts and slopes, and the figures."""
    lang, source = change.lang, f"{found.engagement.called(change.lang)}, {found.wave.called(change.lang)}"
    pick = ask_why if change.alone else None
    if len(change_view.nodes_of(change.rubric, tier)) <= _MOST_SLOPES:
        with st.container(horizontal=True, gap="medium"):
            with st.container(key="profile-bars"):
                show_chart(change_view.parts_chart(change, tier), lang, source, pick)
            with st.container(width=500, key="change-slope"):
                show_chart(change_view.slope_chart(change, tier), lang, source)
    else:
        show_chart(change_view.parts_chart(change, tier), lang, source, pick)
    st.caption(text("change.method", lang))
    table = change_view.change_table(change, tier)
    st.markdown(f"**{plain(table.title)}**")
    grid(table, "change-nodes", (lambda node, _: ask_why(node)) if change.alone else None)
    if change.alone:
        st.caption(text("change.click", lang))
    table_files(table, lang, "change-nodes-files")


def by_unit(found: View, change: Change) -> None:
    """Where several are averaged: each of them, the largest change first; a click looks at one."""
    names = {unit.id: unit for unit in found.context.units}
    units = [names[one] for one in change.units if one in names]
    table = change_view.units_table(change, change.rubric.root, units)
    st.markdown(f"**{plain(table.title)}**")
    grid(table, "change-units", _look_at)
    st.caption(text("change.click-unit", change.lang))
    table_files(table, change.lang, "change-units-files")


def _look_at(unit: str, column: str) -> None:
    del column
    state.choose(state.UNIT, unit, st.query_params, st.session_state)
    in_link.keep(WHOSE, UNIT, UNIT)


def not_reassessed(found: View, change: Change) -> None:
    """What had a score and has no answer now; for one unit with the way to each."""
    lang = change.lang
    before, after = change.wave_names()
    counts = {
        unit: len(change.split.open_indicators(unit)) for unit in change.units if unit in change.split.units
    }
    left = sum(counts.values())
    st.subheader(text("change.left.title", lang, count=left), anchor=False)
    if not left:
        st.markdown(plain(text("change.left.none", lang, before=before, after=after)))
    elif change.alone:
        st.markdown(plain(text("change.left.about", lang, before=before, after=after)))
        _links(found, change)
    else:
        st.markdown(_most_open(found, counts))


def _most_open(found: View, counts: dict[str, int]) -> str:
    lang = found.lang
    names = {unit.id: unit.called(lang) for unit in found.context.units}
    most = sorted((unit for unit in counts if counts[unit]), key=lambda unit: -counts[unit])
    listed = [text("change.left.unit", lang, unit=names[u], count=counts[u]) for u in most[:_MOST_NAMED]]
    comma = "、" if lang == "zh" else ", "
    values = {"count": len(most), "total": len(counts), "names": comma.join(listed)}
    return plain(text("change.left.several", lang, **values))


def _links(found: View, change: Change) -> None:
    indicators = change.split.open_indicators(change.units[0])
    for indicator in indicators[:_MOST_LINKS]:
        link = {
            state.ENGAGEMENT: found.engagement.id,
            state.UNIT: found.unit.id,
            state.WAVE: found.wave.id,
            state.LANG: change.lang,
            state.NODE: indicator,
        }
        st.page_link(
            navigation.page("interview", change.lang),
            label=plain(change.rubric.name_of(indicator, change.lang)),
            icon=":material/forum:",
            query_params=link,
        )
    rest = indicators[_MOST_LINKS:]
    if rest:
        st.caption(plain("; ".join(change.rubric.name_of(one, change.lang) for one in rest)))
