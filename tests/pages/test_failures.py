"""An error we did not expect: a calm sentence on the screen, the place in the log, the words nowhere."""

import logging

import pytest
from streamlit.error_util import handle_user_script_exception
from streamlit.testing.v1 import AppTest

from reporting.errors import NotPossible, Reason
from reporting.ui.failures import keep_words_out_of_the_log, on_script_error, where


def _fails() -> None:
    raise ValueError("Ria Jansen, 06-12345678")


def test_the_place_is_told_without_the_words() -> None:
    try:
        _fails()
    except ValueError as error:
        told = where(error)
    assert told.startswith("ValueError ")
    assert "_fails" in told
    assert "Ria" not in told


def test_the_log_holds_no_words_of_the_error(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    keep_words_out_of_the_log()
    with caplog.at_level(logging.DEBUG):
        handle_user_script_exception(ValueError("Ria Jansen"), lambda error: True)
    out, err = capfd.readouterr()
    assert "Ria" not in caplog.text + out + err


def _screen() -> None:
    from reporting.errors import NotPossible, Reason
    from reporting.ui.failures import on_script_error

    on_script_error(ValueError("Ria Jansen"))
    on_script_error(NotPossible(Reason.NOT_FOUND))


def test_the_screen_says_what_to_do() -> None:
    app = AppTest.from_function(_screen).run()
    said = " ".join(str(e.value) for e in app.error)
    assert "Laad de pagina opnieuw" in said
    assert "Dit staat er niet meer" in said
    assert "Ria" not in said


def test_both_kinds_are_handled() -> None:
    assert on_script_error(ValueError("x")) is True
    assert on_script_error(NotPossible(Reason.NOT_FOUND)) is True
