import string
from itertools import pairwise

import pytest

from assessment.catalogue import _TEXTS, LANGUAGES, ids, text


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("key", sorted(ids()))
def test_every_sentence_stands_in_every_language_and_asks_for_nothing_that_english_lacks(key: str) -> None:
    english, *others = _TEXTS[key]

    assert len(others) == len(LANGUAGES) - 1
    assert all(sentence.strip() for sentence in _TEXTS[key])
    assert all(_placeholders(sentence) <= _placeholders(english) for sentence in others)


def test_chinese_sentences_use_full_width_punctuation() -> None:
    chinese = "\n".join(_TEXTS[key][1] for key in ids())

    assert not [pair for pair in pairwise(chinese) if "\u4e00" <= pair[0] <= "\u9fff" and pair[1] in ",;:?!"]


def test_placeholders_are_filled_in() -> None:
    assert text("error.WaveLockedError", "en", wave="2003").startswith("The wave 2003 is signed off")


def test_an_unknown_id_is_a_programmers_mistake() -> None:
    with pytest.raises(KeyError):
        text("no.such.sentence", "en")


@pytest.mark.parametrize(
    ("name", "said"), [("广东 01", "广东 01 暂无总体得分"), ("深圳电信", "深圳电信暂无总体得分")]
)
def test_a_chinese_sentence_sets_a_name_that_ends_in_a_figure_apart(name: str, said: str) -> None:
    assert text("heatmap.title.one.no-score", "zh", unit=name) == said


def test_what_is_filled_in_stays_as_it_was_given() -> None:
    assert text("heatmap.sort", "zh", node="4G网络") == "按 4G网络排序"
