"""What is done and what is next for this quarter."""

import streamlit as st

from reporting.actions.overview import overview
from reporting.model.people import Permission
from reporting.texts import screens_overview as texts
from reporting.ui import frame, session, table
from reporting.ui.overview import problem_list, task_list, welcome
from reporting.ui.sample import wipe_button
from reporting.ui.session import require

actor = require(Permission.LOOK)
municipality, quarter = session.period()
seen = overview(session.world(), actor, municipality, quarter)
if seen.first_time:
    welcome(actor)
    st.stop()
frame.heading("overzicht", texts.LINE)
st.header("Vijf stappen", anchor=False)
task_list(actor, seen.tasks)
st.header("Let op", anchor=False)
problem_list(actor, seen.problems)
if session.visit().sample:
    st.header("Verder", anchor=False)
    table.link("rapport", "Maak het voorbeeldrapport")
    wipe_button()
