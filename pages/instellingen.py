"""How the program works for this organisation: names, limits, people, backup, erasing, and who did what."""

import streamlit as st

from reporting.access.permissions import may
from reporting.model.people import Permission
from reporting.texts import screens_house
from reporting.texts import screens_settings as texts
from reporting.ui import earlier, erasing, frame, hidden, house, people, settings
from reporting.ui.session import require

actor = require(Permission.LOOK)
frame.heading("instellingen", texts.LINE)
parts = [p for p in (Permission.AGREEMENTS, Permission.PEOPLE, Permission.ERASE) if may(actor, p)]
if not parts:
    st.text(texts.NOTHING_FOR_YOU)
if Permission.AGREEMENTS in parts:
    st.header("Organisatie en rapport", anchor=False)
    settings.organisation(actor)
    hidden.proposal(actor)
    st.header(screens_house.TITLE, anchor=False)
    house.house_style(actor)
if Permission.PEOPLE in parts:
    st.header("Mensen en rollen", anchor=False)
    people.listing(actor)
    st.header("Reservekopie", anchor=False)
    people.backup(actor)
    people.renew(actor)
if Permission.ERASE in parts:
    st.header("Privacy", anchor=False)
    settings.privacy(actor)
    earlier.enter(actor)
    erasing.client(actor)
    erasing.story(actor)
    st.header("Logboek", anchor=False)
    erasing.trail(actor)
