"""How a link and a session agree on what is looked at."""

from assessment.ui.state import choose, chosen, remember


def test_the_link_counts_before_the_session() -> None:
    assert chosen("unit", {"a", "b"}, {"unit": "a"}, {"unit": "b"}) == "a"


def test_an_unknown_name_in_the_link_falls_back_to_the_session() -> None:
    assert chosen("unit", {"a", "b"}, {"unit": "gone"}, {"unit": "b"}) == "b"
    assert chosen("unit", {"a"}, {"unit": "gone"}, {}) is None


def test_another_engagement_forgets_unit_wave_node_and_rater() -> None:
    link = {"engagement": "one", "unit": "a", "lang": "en"}
    session = {"engagement": "one", "unit": "a", "wave": "w", "node": "n", "rater": "p"}
    choose("engagement", "two", link, session)
    assert link == {"engagement": "two", "lang": "en"}
    assert session == {"engagement": "two"}


def test_another_unit_keeps_the_rater() -> None:
    session = {"unit": "a", "node": "n", "rater": "p"}
    choose("unit", "b", {"unit": "a", "node": "n"}, session)
    assert session == {"unit": "b", "rater": "p"}


def test_the_capability_that_a_link_names_stays_when_the_unit_differs() -> None:
    link, session = {"unit": "b", "node": "n"}, {"unit": "a", "node": "old"}
    remember("unit", "b", link, session)
    assert link == {"unit": "b", "node": "n"}
    assert session == {"unit": "b"}


def test_who_rates_never_goes_into_the_link() -> None:
    link: dict[str, str] = {}
    remember("rater", "p", link, {})
    assert link == {}
