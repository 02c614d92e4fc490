import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.agreement import IndicatorAgreement, Vote, Workshop
from assessment.catalogue import Lang
from assessment.comparing_words import (
    agreement_sentences,
    change_sentence,
    light_words,
    peers_sentence,
    reference_title,
    rounded_to_add_up,
)
from assessment.peers import PeerFigure, PeerSpread
from assessment.reliability import Alpha, PanelReliability


@given(st.lists(st.floats(-2, 2), min_size=4, max_size=4))
def test_rounded_parts_add_up_and_none_is_off_by_a_last_place(parts: list[float]) -> None:
    total = sum(parts)
    shown = rounded_to_add_up(parts, total)

    assert round(sum(shown), 2) == pytest.approx(round(total * 100) / 100)
    assert all(abs(one - part) < 0.01 + 1e-9 for one, part in zip(shown, parts, strict=True))


def test_a_third_each_becomes_a_whole() -> None:
    assert rounded_to_add_up([1 / 3, 1 / 3, 1 / 3], 1.0) == (0.34, 0.33, 0.33)
    assert rounded_to_add_up([0.75, 0.05, 0.0, 0.0], 0.8) == (0.75, 0.05, 0.0, 0.0)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_reference_has_a_title_or_its_own_name(lang: Lang) -> None:
    assert reference_title("average", lang, {}) != "average"
    assert reference_title("guangdong-01", lang, {"guangdong-01": "Guangdong 01"}) == "Guangdong 01"
    assert reference_title("2024", lang, {}) == "2024"


def test_a_change_is_put_into_words() -> None:
    assert change_sentence("rerated", "en") == "Nothing changed: all of it is judging anew."
    assert "重新评定" in change_sentence("rerated", "zh")


def test_peers_are_told_by_quartiles_or_as_hidden() -> None:
    figures = tuple(PeerFigure(f"p{k}", float(k)) for k in range(5))
    spread = PeerSpread("a", 5, hidden=False, figures=figures, q1=1.0, median=2.0, q3=3.0)

    assert peers_sentence(spread, "en") == "Middle half 1.00 to 3.00, median 2.00, n = 5."
    assert "hidden below 5" in peers_sentence(PeerSpread("a", 2, hidden=True), "en")
    assert peers_sentence(PeerSpread("a", 1, hidden=False, figures=figures[:1]), "en") == ""


def test_alpha_comes_with_its_caveat_or_with_why_there_is_none() -> None:
    measured = Workshop(
        "u",
        ("a", "b"),
        Alpha(0.815, "measured", 2, 40),
        PanelReliability(None, None, "too-few", 2, 40),
        (1, 2, 3),
    )
    alpha, caveat, panel = agreement_sentences(measured, "en")

    assert alpha == "Krippendorff's alpha 0.81 (ordinal, 2 raters, 40 indicators)."
    assert "close together" in caveat
    assert "3 raters" in panel
    equal = Workshop(
        "u",
        ("a",),
        Alpha(None, "no-spread", 3, 40),
        PanelReliability(0.29, 0.62, "measured", 4, 40),
        (0, 0, 1),
    )
    assert agreement_sentences(equal, "en")[0].startswith("Full agreement, no spread")
    assert "ICC(2,4) 0.62" in agreement_sentences(equal, "en")[1]


def test_a_light_names_two_camps_and_a_disputed_scope() -> None:
    one = IndicatorAgreement(
        unit="u",
        indicator="a",
        votes=(Vote("x", 1.0, "scored"), Vote("y", None, "na")),
        median=1,
        low=1,
        high=1,
        range=0,
        deviation=0,
        agreement=1,
        split=True,
        scope_disputed=True,
        light="red",
    )

    assert light_words(one, "en") == (
        "Disputed",
        "Two camps with nothing between them",
        "Some say that it does not apply",
    )
