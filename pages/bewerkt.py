"""Read a report back that was edited in Word or LibreOffice: see what differs, choose what to take over."""

import streamlit as st

from reporting.model.people import Permission
from reporting.texts import screens_read_back as texts
from reporting.ui import frame, messages, read_back, session, table
from reporting.ui.session import require

actor = require(Permission.EXPLAIN)
municipality, quarter = session.period()
frame.heading("bewerkt", texts.LINE)
data = read_back.choose()
found = None if data is None else read_back.read(actor, data)
if data is not None and found is not None:
    ticked, checked = read_back.differences(found)
    if found.changes and st.button(texts.SAVE, type="primary"):
        messages.clear()
        read_back.store(actor, data, ticked, checked)
        st.rerun()
    read_back.never_taken(actor, found)
read_back.own_messages(actor, municipality, quarter)
table.link("rapport", "Terug naar Rapport maken")
