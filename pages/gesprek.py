"""After the talk: record what was said about a report, and see what was done with the stories."""

import streamlit as st

from reporting.model.people import Permission
from reporting.texts import screens_talks as texts
from reporting.ui import fates, frame, session, table, talks
from reporting.ui.session import require

actor = require(Permission.EXPLAIN)
municipality, quarter = session.period()
frame.heading("gesprek", texts.LINE)
if not municipality:
    st.text(texts.NO_MUNICIPALITY)
    table.link("afspraken", "Naar de afspraken")
    st.stop()
talks.talks(actor, municipality, quarter)
fates.fates(actor, municipality)
