"""What was agreed with the municipality this year: a table per theme, reading a file, and changing one at a time."""

import streamlit as st

from reporting.access.permissions import may
from reporting.actions.agreements import agreements_of
from reporting.model.people import Permission
from reporting.texts import screens_intake as texts
from reporting.ui import agreements, frame, session
from reporting.ui.examples import agreements_example
from reporting.ui.session import require

actor = require(Permission.LOOK)
municipality, quarter = session.period()
indicators = agreements_of(session.world(), actor, municipality, quarter.year) if municipality else ()
frame.heading("afspraken", texts.AGREEMENTS_LINE)
may_change = may(actor, Permission.AGREEMENTS)
if not indicators:
    st.text(texts.AGREEMENTS_EMPTY)
agreements.tables(indicators, quarter)
if may_change:
    st.header("Afspraken inlezen", anchor=False)
    agreements.read_file(actor)
    if not indicators:
        agreements_example()
    if indicators:
        with st.expander("Eén afspraak wijzigen"):
            agreements.edit_one(actor, indicators)
else:
    st.text(texts.AGREEMENTS_READ_ONLY)
