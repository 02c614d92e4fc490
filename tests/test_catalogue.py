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
