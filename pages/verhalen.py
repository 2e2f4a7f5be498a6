"""The stories of this quarter: list, filter, what is missing, and going on with one."""

import streamlit as st

from reporting.actions.agreements import agreements_of
from reporting.actions.stories import list_stories, story_gaps
from reporting.model.people import Permission
from reporting.texts import screens_stories as texts
from reporting.ui import frame, session, stories, table
from reporting.ui.session import require

actor = require(Permission.WRITE_STORY)
municipality, quarter = session.period()
frame.heading("verhalen", texts.LIST_LINE)
if not municipality:
    st.text(texts.NO_MUNICIPALITY)
    table.link("afspraken", "Naar de afspraken")
    st.stop()
found = list_stories(session.world(), actor, municipality, quarter)
if not found:
    st.text(texts.LIST_EMPTY)
else:
    st.header("Dit kwartaal", anchor=False)
    shown = stories.filtered(found)
    stories.listing(shown)
    stories.one(actor, shown)
    stories.of_others(actor, shown)
if st.button("Verhaal schrijven", type="primary"):
    stories.begin(actor, municipality, quarter)
if found:
    st.header("Wat ontbreekt nog?", anchor=False)
    names = {i.code: i.name for i in agreements_of(session.world(), actor, municipality, quarter.year)}
    stories.gaps(story_gaps(session.world(), actor, municipality, quarter), names)
