"""The menu on the left: who you are, for what and when, and the pages in working order with your open work behind the name."""

import streamlit as st

from reporting.model.people import Actor
from reporting.texts import screens
from reporting.ui import choices, session, table
from reporting.ui.plain import plain


def menu(actor: Actor | None) -> None:
    """Draw the menu in the sidebar. Without a profile: only the product's name."""
    with st.sidebar:
        st.markdown(f"**{screens.PRODUCT_LONG}**")
        if actor is None:
            st.text(screens.PROMISE)
            return
        with st.container(key="wie"):
            st.text(f"Naam: {actor.name}\nRol: {actor.role.value}")
            st.button("Iemand anders kiezen", key="wissel", on_click=session.change, kwargs={"choosing": True})
        choices.municipality_picker()
        choices.quarter_picker(actor)
        counts = _open_work(actor)
        with st.container(key="menu"):
            for name, row in table.PAGES.items():
                if table.shown(actor, row):
                    table.link(name, plain(table.menu_label(name, counts.get(name, 0))))


def _open_work(actor: Actor) -> dict[str, int]:
    from reporting.ui.open_work import open_work

    return open_work(actor)
