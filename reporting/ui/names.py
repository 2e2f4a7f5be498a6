"""Names in a file that nobody here knows: which activity or district of ours is meant. Remembered for the next file of this source."""

import streamlit as st

from reporting.actions.types import ImportPreview, UnknownNames
from reporting.intake import Intake, nearest
from reporting.texts import screens_intake as texts
from reporting.ui import repairs
from reporting.ui.plain import plain

_MOST = 12


def translate(seen: ImportPreview) -> None:
    """One choice per unknown name, most rows first, with one button per column."""
    for unknown in seen.unknown:
        with st.expander(texts.unknown_names(unknown.column, len(unknown.names), sum(unknown.names.values()))):
            _column(seen.intake, unknown)


def _column(intake: Intake, unknown: UnknownNames) -> None:
    st.text(texts.UNKNOWN_LINE[unknown.column])
    options = [texts.LEAVE_NAME, *unknown.known]
    chosen = {}
    for name, rows in list(unknown.names.items())[:_MOST]:
        guess = nearest(name, unknown.known)
        chosen[name] = str(st.selectbox(plain(texts.which_name(name, rows)), options, key=f"herstel|naam|{unknown.column}|{name}"))
        if guess is not None and chosen[name] == texts.LEAVE_NAME:
            st.caption(f":material/help: {plain(texts.maybe_name(guess))}")
    if len(unknown.names) > _MOST:
        st.caption(texts.more_names(len(unknown.names) - _MOST))
    if st.button("Namen overnemen", key=f"herstel|namen|{unknown.column}"):
        repairs.apply(intake, unknown.column, {name: meant for name, meant in chosen.items() if meant != texts.LEAVE_NAME})
