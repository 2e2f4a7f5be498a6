"""The page table in action: menu, status strip, and the page that was asked for. Light imports only: this runs first."""

import streamlit as st

from reporting.errors import SetupError
from reporting.texts import screens
from reporting.texts.errors import sentence
from reporting.ui import frame, session, table


def run() -> None:
    """Draw the app once. A folder, key or database that cannot be used: only that sentence."""
    pages = {name: table.page(name) for name in table.PAGES}
    current = st.navigation(list(pages.values()), position="hidden")
    st.set_page_config(page_title=f"{current.title} - {screens.PRODUCT}", layout="centered")
    frame.browser()
    try:
        actor = session.person()
    except SetupError as error:
        st.title(screens.CANNOT_START, anchor=False)
        st.error(sentence(error), icon=":material/error:")
        return
    from reporting.ui import choices, menu, profile, sample

    if actor is not None:
        choices.settle(actor)
    menu.menu(actor)
    sample.banner()
    if actor is None:
        profile.choose_profile()
        return
    frame.strip()
    session.opened(current.url_path)
    current.run()


run()
