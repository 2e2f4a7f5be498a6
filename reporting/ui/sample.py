"""The sample world: loading it, the mark on every page, and the way back. It never mixes with own data."""

import streamlit as st

from reporting.bootstrap import remove_sample
from reporting.settings import Settings
from reporting.texts import screens, screens_overview
from reporting.ui import messages, session


def banner() -> None:
    """The mark on every page of the sample world, with the way back."""
    if not session.visit().sample:
        return
    with st.container(key="voorbeeld", horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch", gap=None):
            st.markdown(f"**{screens.SAMPLE_MARK}**")
            st.text(screens.SAMPLE_BANNER)
        st.button("Terug naar eigen gegevens", key="terug", on_click=leave)


def load_button(label: str = "Voorbeeldgegevens laden", *, primary: bool = True) -> None:
    """The button that opens the sample world; the first time it is made, which takes some seconds."""
    if st.button(label, type="primary" if primary else "secondary", key="voorbeeld_laden"):
        with st.spinner("Bezig met laden"):
            opened = messages.attempt(lambda: session.services(sample=True))
        if opened is not None:
            session.change(sample=True, municipality="", quarter="")
            messages.success(screens_overview.SAMPLE_LOADED, "cijfers", "Bekijk de cijfers")
        st.rerun()


def leave() -> None:
    """Back to own data."""
    messages.clear()
    session.change(sample=False, guest="", municipality="", quarter="")


def wipe_button() -> None:
    """At the bottom of the overview of the sample world: throw the sample away, after a question."""
    if st.button("Voorbeeldgegevens wissen", key="voorbeeld_wissen"):
        _confirm()


@st.dialog("Voorbeeldgegevens wissen?")
def _confirm() -> None:
    st.text(screens_overview.WIPE_SAMPLE)
    with st.container(key="annuleren"):
        if st.button("Annuleren"):
            st.rerun()
    if st.button("Ja, wissen"):
        session.services.clear(sample=True)
        remove_sample(Settings.from_environment())
        leave()
        messages.success(screens_overview.SAMPLE_WIPED)
        st.rerun()
