"""Check, make and download the report; vaststellen and note as sent; earlier reports."""

import streamlit as st

from reporting.actions.agreements import agreements_of
from reporting.model.people import Permission
from reporting.texts import screens_report as texts
from reporting.ui import conversation, explain, frame, messages, namesake, report, session, table
from reporting.ui.session import require

actor = require(Permission.MAKE_CONCEPT)
municipality, quarter = session.period()
indicators = agreements_of(session.world(), actor, municipality, quarter.year) if municipality else ()
left = explain.keep(actor, municipality, quarter, tuple(dict.fromkeys(i.theme for i in indicators)))
frame.heading("rapport", texts.LINE)
if not municipality:
    st.text(texts.NO_MUNICIPALITY)
    table.link("afspraken", "Naar de afspraken")
    st.stop()
report.ready(actor, municipality)
for sentence in left:
    report.not_taken(sentence)
namesake.ask(actor)
report.renew(actor, municipality)

st.header("1. Controleren", anchor=False)
report.checklist(actor, municipality, quarter)
st.header("2. Inhoud", anchor=False)
request = report.contents(actor, municipality, quarter)
conversation.fields(actor, municipality, quarter)
st.header("3. Maken", anchor=False)
st.text(texts.CONCEPT_WARNING)
if st.button("Rapport maken (Word)", type="primary"):
    messages.clear()
    if conversation.keep(actor, municipality, quarter):
        report.make(actor, request)
    st.rerun()
st.header("Eerdere rapporten", anchor=False)
report.earlier(actor, municipality)
table.link("bewerkt")
