"""Erasing for good (AVG art. 17) and the log: for the privacy officer."""

import pandas as pd
import streamlit as st

from reporting.actions.audit_trail import audit_trail
from reporting.actions.erase_client import erase_client
from reporting.actions.erase_story import erase_story
from reporting.actions.stories import list_stories
from reporting.model.people import Actor
from reporting.model.story import Story, StoryStatus
from reporting.texts import screens_settings as texts
from reporting.texts import screens_stories
from reporting.texts.numbers import short_day
from reporting.ui import messages, renewal, session
from reporting.ui.plain import plain
from reporting.ui.stories import title_of

_SHOWN = 20


def client(actor: Actor) -> None:
    """Erase a client from every import."""
    st.subheader("Cliënt wissen", anchor=False)
    st.text(texts.ERASE_LINE)
    number = st.text_input("Cliëntnummer", key="wis_client")
    if st.button("Cliënt wissen"):
        if number.strip():
            _confirm_client(actor, number.strip())
        else:
            messages.problems(texts.NUMBER_MISSING)
            st.rerun()


@st.dialog("Cliënt wissen?")
def _confirm_client(actor: Actor, number: str) -> None:
    st.text(texts.erase_question(number))
    with st.container(key="annuleren"):
        if st.button("Annuleren"):
            st.rerun()
    if st.button("Ja, voorgoed wissen"):
        proof = messages.attempt(lambda: erase_client(session.world(), actor, number))
        if proof is not None:
            messages.success(texts.erased(proof.rows, proof.files, proof.left))
        st.rerun()


def story(actor: Actor) -> None:
    """Erase a story."""
    found = {s.id: s for s in list_stories(session.world(), actor) if s.status is not StoryStatus.ERASED}
    if not found:
        return
    st.subheader("Verhaal wissen", anchor=False)
    st.text(screens_stories.ERASE)
    chosen = st.selectbox("Verhaal", list(found), format_func=lambda i: f"{title_of(found[i])} ({found[i].period})", key="wis_verhaal")
    if st.button("Verhaal wissen"):
        _confirm_story(actor, found[chosen])


@st.dialog("Verhaal wissen?")
def _confirm_story(actor: Actor, chosen: Story) -> None:
    st.text(f"{title_of(chosen)}\n\n{screens_stories.ERASE}")
    with st.container(key="annuleren"):
        if st.button("Annuleren"):
            st.rerun()
    if st.button("Ja, voorgoed wissen"):
        holding = messages.attempt(lambda: erase_story(session.world(), actor, chosen.id))
        if holding is not None:
            renewal.said_after(actor, screens_stories.ERASED, holding, screens_stories.in_reports(tuple(r.file_name for r in holding)))
        st.rerun()


def trail(actor: Actor) -> None:
    """Who did what, newest first."""
    st.text(texts.TRAIL_LINE)
    events = audit_trail(session.world(), actor, _SHOWN)
    rows = [(f"{short_day(e.at.date())} {e.at:%H:%M}", e.actor.name, texts.action_name(e.action), texts.subject_name(e.subject)) for e in events]
    st.table(pd.DataFrame(rows, columns=["Wanneer", "Wie", "Wat", "Waarover"]).map(plain), hide_index=True)
