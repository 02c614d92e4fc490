from pathlib import Path

import pytest
from PIL import Image

from assessment.catalogue import LANGUAGES, Lang
from exports.deck import deck
from tests.exports.deck_reading import titles
from tests.exports.rendering import colliding_words, pages_of
from tests.exports.sample_report import sample_report

PAPER = 245
"""Grey value above which a pixel counts as paper."""


@pytest.mark.office
@pytest.mark.parametrize("lang", LANGUAGES)
def test_libreoffice_draws_every_slide_full_and_without_words_over_words(lang: Lang, tmp_path: Path) -> None:
    made = deck(sample_report(lang))
    path = tmp_path / "deck.pptx"
    path.write_bytes(made)
    pages = pages_of(path, tmp_path)

    assert len(pages) == len(titles(made))
    for page in pages:
        with Image.open(page) as image:
            histogram = image.convert("L").histogram()
        assert sum(histogram[:PAPER]) > 0.01 * sum(histogram)
    assert colliding_words(tmp_path / "deck.pdf") == []
