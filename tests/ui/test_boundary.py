import logging

import pytest
from streamlit.testing.v1 import AppTest

from assessment.ui.boundary import LOG


def _fails() -> None:
    from assessment.ui.boundary import sentences

    with sentences("en"):
        raise RuntimeError("nobody foresaw this")


def test_what_nobody_foresaw_is_a_sentence_on_the_screen_and_a_trace_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    app = AppTest.from_function(_fails).run()

    assert "Everything you saved is safe" in app.error[0].value
    assert "nobody foresaw this" in caplog.text
    assert not app.exception
    assert LOG.getEffectiveLevel() <= logging.ERROR
    caplog.clear()
