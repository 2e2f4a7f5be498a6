"""What a visitor sees when we made a mistake: a calm sentence, never a traceback. The log gets the place, never the words."""

import logging
import traceback

import streamlit as st

from reporting.errors import UserError
from reporting.texts.errors import sentence
from reporting.texts.screens import OUR_FAULT, WENT_WRONG

_LOG = logging.getLogger(__name__)


def keep_words_out_of_the_log() -> None:
    """Streamlit writes every error with its own words to the log; those may hold personal data. `on_script_error` logs the place instead."""
    log = logging.getLogger("streamlit.error_util")
    if _places_only not in log.filters:
        log.addFilter(_places_only)


def _places_only(record: logging.LogRecord) -> bool:
    return not record.exc_info


def where(error: BaseException) -> str:
    """The kind of error and the places it went through. An error's own words may hold personal data; they are left out."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{f.filename.rsplit('/', 2)[-1]}:{f.lineno} {f.name}" for f in reversed(frames[-6:]))
    return f"{type(error).__name__} {places}"


def on_script_error(error: Exception) -> bool:
    """Show a sentence instead of Streamlit's own box; returns True: handled."""
    st.header(WENT_WRONG, anchor=False)
    if isinstance(error, UserError):
        st.error(sentence(error), icon=":material/error:")
        return True
    _LOG.error("not expected: %s", where(error))
    st.error(OUR_FAULT, icon=":material/error:")
    return True
