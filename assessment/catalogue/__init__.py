"""Every sentence of the product in every language, found by its id.

Each module of this folder holds the sentences of one area as `TEXTS: {id: (English, Chinese)}`.
"""

from typing import Final, Literal, get_args

from assessment.catalogue import (
    agreement_page,
    authoring,
    authoring_sheets,
    backups,
    batch,
    benchmark,
    capability_map,
    change,
    command_line,
    comparing,
    comparing_columns,
    deck,
    diagnosis,
    diagnosis_page,
    evidence,
    evidence_files,
    failures,
    following,
    glossary,
    grid,
    headlines,
    heatmap,
    history,
    initiative_editing,
    initiatives,
    initiatives_page,
    interview,
    keyboard,
    migration_page,
    offline,
    own_findings,
    planning,
    priorities,
    priorities_page,
    problems_benchmark,
    problems_file,
    problems_initiatives,
    problems_links,
    problems_offline,
    problems_ratings,
    problems_rubric,
    problems_wishes,
    quality,
    ranking_page,
    refresh,
    report,
    roadmap_page,
    robustness,
    rubric_versions,
    screen,
    screen_results,
    side_by_side,
    starting,
    storyline,
    templates,
    waves,
    workings,
)
from assessment.catalogue.spacing import spaced

Lang = Literal["en", "zh"]
LANGUAGES: Final[tuple[Lang, ...]] = get_args(Lang)

_TEXTS: Final[dict[str, tuple[str, str]]] = {
    **glossary.TEXTS,
    **grid.TEXTS,
    **heatmap.TEXTS,
    **keyboard.TEXTS,
    **initiative_editing.TEXTS,
    **interview.TEXTS,
    **failures.TEXTS,
    **following.TEXTS,
    **backups.TEXTS,
    **batch.TEXTS,
    **evidence.TEXTS,
    **own_findings.TEXTS,
    **priorities.TEXTS,
    **priorities_page.TEXTS,
    **evidence_files.TEXTS,
    **command_line.TEXTS,
    **comparing.TEXTS,
    **comparing_columns.TEXTS,
    **benchmark.TEXTS,
    **capability_map.TEXTS,
    **change.TEXTS,
    **side_by_side.TEXTS,
    **deck.TEXTS,
    **diagnosis.TEXTS,
    **diagnosis_page.TEXTS,
    **problems_file.TEXTS,
    **problems_ratings.TEXTS,
    **problems_rubric.TEXTS,
    **problems_wishes.TEXTS,
    **problems_links.TEXTS,
    **problems_initiatives.TEXTS,
    **initiatives.TEXTS,
    **initiatives_page.TEXTS,
    **problems_benchmark.TEXTS,
    **quality.TEXTS,
    **planning.TEXTS,
    **ranking_page.TEXTS,
    **refresh.TEXTS,
    **agreement_page.TEXTS,
    **authoring.TEXTS,
    **authoring_sheets.TEXTS,
    **migration_page.TEXTS,
    **history.TEXTS,
    **waves.TEXTS,
    **workings.TEXTS,
    **report.TEXTS,
    **headlines.TEXTS,
    **roadmap_page.TEXTS,
    **robustness.TEXTS,
    **rubric_versions.TEXTS,
    **offline.TEXTS,
    **problems_offline.TEXTS,
    **screen.TEXTS,
    **starting.TEXTS,
    **storyline.TEXTS,
    **templates.TEXTS,
    **screen_results.TEXTS,
}


def text(key: str, lang: Lang, /, **values: object) -> str:
    """The sentence with this id, its `{placeholders}` filled in.

    Args:
        key: id of the sentence, such as `state.na`.
        lang: language of the reader.
        **values: what the placeholders stand for.

    Raises:
        KeyError: the id, or a placeholder's value, is missing (a programmer's mistake).
    """
    sentence = _TEXTS[key][LANGUAGES.index(lang)]
    if not values:
        return sentence
    return spaced(sentence, values) if lang == "zh" else sentence.format(**values)


def ids() -> frozenset[str]:
    """All ids of the catalogue, for tests."""
    return frozenset(_TEXTS)
