"""The file that names a template's layouts, and the logo."""

import pytest

from assessment.errors import FileRefusedError, Problem
from assessment.template_names import check_logo, parse_names

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\0" * 20


def _codes(problems: list[Problem]) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.line) for problem in problems]


def test_layouts_are_named_and_placeholders_named_or_numbered() -> None:
    written = (
        "cover:\n  layout: Titelfolie\nfinding:\n  layout: Nur Titel\n  source: 13\n  lead: Untertitel\n"
    )

    names, problems = parse_names(written.encode(), "names.yaml")

    assert problems == []
    assert names == {
        "cover": {"layout": "Titelfolie"},
        "finding": {"layout": "Nur Titel", "source": 13, "lead": "Untertitel"},
    }


def test_everything_wrong_is_told_in_one_pass_with_its_line() -> None:
    written = "cover:\n  layout: 3\n  colour: red\nchapters:\n  layout: A\nfinding:\n  title: true\n"

    names, problems = parse_names(written.encode(), "names.yaml")

    assert names is None
    assert _codes(problems) == [
        ("template-name-layout", 2),
        ("rubric-unknown-key", 3),
        ("rubric-unknown-key", 4),
        ("template-name", 7),
    ]


def test_every_problem_is_told_in_both_languages() -> None:
    _, problems = parse_names(b"cover:\n  layout: 3\nfinding:\n  title: []\n", "names.yaml")

    for problem in problems:
        assert problem.sentence("en") != problem.sentence("zh")


def test_a_file_that_is_no_text_is_refused() -> None:
    names, problems = parse_names(b"\xff\xfe\x00", "names.yaml")

    assert names is None
    assert [problem.code for problem in problems] == ["file-encoding"]


def test_a_logo_is_a_png_or_jpeg_of_five_megabytes_at_most() -> None:
    assert check_logo("logo.png", PNG) == PNG
    for name, data, code in (
        ("logo.svg", b"<svg/>", "logo-kind"),
        ("logo.png", b"MZ\x90", "logo-kind"),
        ("logo.png", PNG + b"\0" * 5_000_000, "logo-large"),
    ):
        with pytest.raises(FileRefusedError) as refused:
            check_logo(name, data)
        assert [problem.code for problem in refused.value.problems] == [code]
