"""The ledger: every file that was read in, what counts, and taking one out with undo."""

import streamlit as st

from reporting.actions.batches import list_batches
from reporting.model.people import Permission
from reporting.texts import screens_intake as texts
from reporting.ui import frame, ledger, session, table
from reporting.ui.session import require

actor = require(Permission.UPLOAD)
frame.heading("ingelezen", texts.LEDGER_LINE)
batches = list_batches(session.world(), actor)
if not batches:
    st.text(texts.LEDGER_EMPTY)
else:
    st.header("Bestanden", anchor=False)
    ledger.listing(batches)
    st.header("Een bestand bekijken of intrekken", anchor=False)
    ledger.one_batch(actor, batches)
table.link("registraties", "Nog een bestand inlezen")
