"""Figures from before this tool: read from a file, looked at, kept in the memory of what readers have."""

import streamlit as st

from reporting.actions.enter_published import enter_published, read_published
from reporting.model.people import Actor
from reporting.texts import disclosure as texts
from reporting.ui import messages, session

_TURN = "_eerdere-beurt"


def enter(actor: Actor) -> None:
    """The file, what could be read of it, and the button that keeps it."""
    known = session.municipality()
    if known is None:
        return
    st.subheader(texts.EARLIER_TITLE, anchor=False)
    st.text(texts.EARLIER_LINE)
    chosen = st.file_uploader(texts.EARLIER_FILE, type=["csv"], key=f"eerdere-{st.session_state.setdefault(_TURN, 0)}")
    if chosen is None:
        return
    found = read_published(session.world(), actor, known.key, chosen.getvalue())
    if found.missing:
        st.warning(texts.earlier_missing(found.missing), icon=":material/warning:")
        return
    st.text(texts.earlier_read(len(found.cells), found.wrong))
    if found.cells and st.button(texts.EARLIER_SAVE):
        if messages.did(lambda: enter_published(session.world(), actor, found.cells)):
            st.session_state[_TURN] += 1
            messages.success(texts.earlier_saved(len(found.cells)))
        st.rerun()
