"""The ledger of imports on the screen: the list, the rows that are still open, withdrawing and putting back."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from reporting.access.policies import can_restore_batch, can_withdraw_batch
from reporting.actions.batches import open_rows
from reporting.actions.withdraw_batch import restore_batch, withdraw_batch
from reporting.model.finding import Finding
from reporting.model.people import Actor
from reporting.model.registration import ImportBatch
from reporting.texts import screens_intake as texts
from reporting.texts.findings import finding_sentence
from reporting.texts.numbers import number, short_day
from reporting.ui import messages, session
from reporting.ui.plain import plain

_SHOWN = 20


def listing(batches: Sequence[ImportBatch]) -> None:
    """All files, newest first."""
    names = session.names()
    files = {b.id: b.file_name for b in batches}
    rows = [
        (
            b.file_name,
            short_day(b.imported_at.date()),
            names.get(b.imported_by, "onbekend"),
            number(b.rows_read),
            number(b.rows_accepted),
            number(b.rows_reported),
            number(b.rows_skipped),
            texts.batch_state(b, files.get(b.superseded_by or "", "een later bestand")),
        )
        for b in batches
    ]
    columns = ["Bestand", "Datum", "Door", "Gelezen", "Goed", "Fout", "Overgeslagen", "Stand"]
    st.table(pd.DataFrame(rows, columns=columns).map(plain), hide_index=True)


def one_batch(actor: Actor, batches: Sequence[ImportBatch]) -> None:
    """Pick a file: its open rows, and taking it out of the figures or putting it back."""
    by_id = {b.id: b for b in batches}
    batch = by_id[st.selectbox("Bestand", list(by_id), format_func=lambda i: texts.batch_label(by_id[i]), key="welk_bestand")]
    rows = open_rows(session.world(), actor, batch.id)
    if rows:
        with st.expander(f"{number(batch.rows_reported)} rijen die niet meetellen"):
            found = [
                (str(r.line), r.column if r.column != "*" else "hele rij", r.value, finding_sentence(Finding(r.line, r.column, r.value, r.code, r.sheet)))
                for r in rows
            ]
            columns = ["Rij in bestand", "Kolom", "Wat staat er", "Wat is er mis en wat kunt u doen"]
            st.table(pd.DataFrame(found[:_SHOWN], columns=columns).map(plain), hide_index=True)
            if len(found) > _SHOWN:
                st.caption(f"Dit zijn de eerste {_SHOWN} van {number(len(found))}.")
    if can_withdraw_batch(batch) and st.button("Intrekken", key="intrekken"):
        _confirm(batch, lambda: withdraw_batch(session.world(), actor, batch.id))
    if can_restore_batch(batch, by_id) and st.button("Ongedaan maken", key="terugzetten"):
        if messages.did(lambda: restore_batch(session.world(), actor, batch.id)):
            messages.success(texts.RESTORED)
        st.rerun()


@st.dialog("Bestand intrekken?")
def _confirm(batch: ImportBatch, act: Callable[[], None]) -> None:
    st.text(texts.withdraw_question(batch.rows_accepted, batch.file_name))
    with st.container(key="annuleren"):
        if st.button("Annuleren"):
            st.rerun()
    if st.button("Ja, intrekken"):
        if messages.did(act):
            messages.success(texts.WITHDRAWN)
        st.rerun()
