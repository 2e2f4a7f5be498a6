"""What was done with the stories: in which reports they stand, what was said and done since, and a sheet for the teller."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from reporting.actions.story_fate import StoryFate, story_fates, story_sheet
from reporting.model.people import Actor
from reporting.model.period import Quarter
from reporting.texts import screens_talks as texts
from reporting.texts.report import edition_name
from reporting.ui import messages, session
from reporting.ui.plain import plain

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "_vertellersblad"


def fates(actor: Actor, municipality: str) -> None:
    """One row per story, and the sheet of the one chosen."""
    st.header(texts.FATE_TITLE, anchor=False)
    found = story_fates(session.world(), actor, municipality)
    if not found:
        st.text(texts.NO_FATE)
        return
    st.table(_rows(found), hide_index=True)
    st.text(texts.SHEET_LINE)
    by_id = {f.story: f for f in found}
    chosen = st.selectbox("Verhaal", list(by_id), format_func=lambda i: by_id[i].title or "zonder titel", key="welk_verhaal")
    if st.button(texts.SHEET):
        made = messages.attempt(lambda: story_sheet(session.world(), actor, chosen))
        if made is not None:
            st.session_state[_SHEET] = (chosen, *made)
            messages.success(texts.SHEET_READY)
        st.rerun()
    story, name, data = st.session_state.get(_SHEET, ("", "", b""))
    if story == chosen:
        st.download_button(texts.SHEET_DOWNLOAD, data, name, _WORD, on_click="ignore", icon=":material/download:")


def _rows(found: Sequence[StoryFate]) -> pd.DataFrame:
    names = session.names()
    rows = [(f.title or "zonder titel", names.get(f.author, "onbekend"), _told_in(f), texts.said_of(f.talks)) for f in found]
    return pd.DataFrame(rows, columns=["Verhaal", "Schrijver", "Staat in", "Wat is er gezegd en gedaan"]).map(plain)


def _told_in(fate: StoryFate) -> str:
    return "; ".join(f"{edition_name(r.edition, Quarter.parse(r.quarter))}, {texts.sent(r.sent_on)}" for r in fate.reports) or "nog geen rapport"
