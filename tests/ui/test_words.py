from assessment.ui.words import plain


def test_every_sign_of_markdown_and_html_in_what_a_person_wrote_stands_for_itself() -> None:
    for sign in "\\`*_{}[]()<>#+-.!|~$:^=&":
        assert plain(f"a{sign}b") == f"a\\{sign}b"
    assert plain("R&amp;D 研发，见附件") == "R\\&amp;D 研发，见附件"
