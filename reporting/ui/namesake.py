"""After the last gate found a name in the document: is it somebody else's? Asked under the message, with a reason."""

import streamlit as st

from reporting.actions.confirm_namesake import confirm_namesake
from reporting.errors import Reason, UserError
from reporting.model.people import Actor
from reporting.texts import screens_report as texts
from reporting.ui import messages, session

_STORY = "_naamgenoot"


def remember(error: UserError) -> None:
    """Ask at the next redraw, when the error is about a name."""
    if error.reason is Reason.NAME_LEFT:
        st.session_state[_STORY] = str(error.details["story_id"])


def ask(actor: Actor) -> None:
    """The question, as long as it is open."""
    story = st.session_state.get(_STORY, "")
    if not story:
        return
    with st.container(border=True, key="naamgenoot"):
        st.text(texts.NAMESAKE_LINE)
        name = st.text_input("Welke naam is van iemand anders?", key="naamgenoot_naam")
        reason = st.text_input("Wie is dat?", key="naamgenoot_reden")
        if st.button("Naamgenoot bevestigen"):
            if messages.did(lambda: confirm_namesake(session.world(), actor, story, name, reason)):
                st.session_state.pop(_STORY)
                messages.success(texts.NAMESAKE_CONFIRMED)
            st.rerun()
