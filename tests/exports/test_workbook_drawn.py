from pathlib import Path

import pytest
from PIL import Image

from assessment.catalogue import LANGUAGES, Lang
from exports.workbook import workbook
from tests.exports.rendering import pages_of
from tests.exports.workbook_reading import computed_report
from tests.report.sample_material import MATERIAL

PAPER = 245
"""Grey value above which a pixel counts as paper."""


@pytest.mark.office
@pytest.mark.parametrize("lang", LANGUAGES)
def test_libreoffice_prints_every_sheet_and_no_page_is_empty(lang: Lang, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook(computed_report(MATERIAL, lang)))
    pages = pages_of(path, tmp_path)

    assert len(pages) >= 6
    for page in pages:
        with Image.open(page) as image:
            histogram = image.convert("L").histogram()
        assert sum(histogram[:PAPER]) > 0.002 * sum(histogram)
