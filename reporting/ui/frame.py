"""What every page has around its work: heading, one line, message, status strip, and the script that keeps the browser Dutch."""

from datetime import datetime
from pathlib import Path
from typing import cast

import streamlit as st

from reporting.model.period import Quarter
from reporting.texts import screens
from reporting.ui import messages, session, table

_HERE = Path(__file__).parent
_SCRIPT = (_HERE / "browser.js").read_text("utf-8")
_STYLE = (_HERE / "style.css").read_text("utf-8")
_SAVED = "_concept_om"


def browser() -> None:
    """Put our style and our one script on the page: Dutch built-in words, saving while typing, focus on messages, the visit's cookie."""
    st.html(f"<style>{_STYLE}</style>")
    component = st.components.v2.component("browser", js=_SCRIPT)
    component(key="browser", data={"words": screens.BUILT_IN, "dates": screens.BUILT_IN_PATTERNS, "cookie": session.COOKIE, "token": session.token()})


def heading(name: str, line: str) -> None:
    """The H1, what you do here, and the message that stands."""
    st.title(table.PAGES[name].name, anchor=False)
    st.text(line)
    messages.show(name)


def strip() -> None:
    """The status strip: quarter, which data, and when the last draft was saved."""
    visit = session.visit()
    parts = []
    known = session.municipality()
    if known is not None:
        parts.append(f"Gemeente: {known.name}")
    if visit.quarter:
        parts.append(f"Kwartaal: {Quarter.parse(visit.quarter).name}")
    parts.append(f"Gegevens: {screens.SAMPLE if visit.sample else screens.OWN}")
    saved = cast(datetime | None, st.session_state.get(_SAVED))
    if saved is not None:
        parts.append(screens.draft_saved(saved))
    with st.container(key="strook"):
        st.text("  |  ".join(parts))


def note_draft(at: datetime) -> None:
    """Remember when a draft was saved, for the strip and beside the field."""
    st.session_state[_SAVED] = at


def draft_line(form: str, typed: bool) -> None:
    """ "Concept opgeslagen om 14:02" beside the fields, once something was typed; browser.js repeats the newest in the strip."""
    saved = cast(datetime | None, st.session_state.get(_SAVED))
    with st.container(key=f"bewaard-{form}"):
        st.caption(screens.draft_saved(saved) if typed and saved is not None else "")
