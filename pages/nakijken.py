"""A second person reads: only the text without personal data, then approve or send back."""

import streamlit as st

from reporting.actions.stories import list_stories
from reporting.model.people import Permission
from reporting.texts import screens_stories as texts
from reporting.ui import frame, reading, session
from reporting.ui.session import require

actor = require(Permission.REVIEW_STORY)
municipality, _ = session.period()
frame.heading("nakijken", texts.REVIEW_LINE)
stories = list_stories(session.world(), actor, municipality) if municipality else ()
waiting = reading.to_read(actor, stories)
if not waiting:
    st.text(texts.REVIEW_EMPTY)
else:
    st.header("Lezen", anchor=False)
    reading.one(actor, waiting)
reading.own(actor, stories)
reading.approved(actor, stories)
