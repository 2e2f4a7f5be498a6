"""Read registrations in: four steps, the next one appears when the former is in order."""

import streamlit as st

from reporting.actions.batches import list_batches
from reporting.actions.import_batch import import_batch
from reporting.model.people import Permission
from reporting.texts import screens_intake as texts
from reporting.ui import choices, frame, messages, names, repairs, session, table, upload
from reporting.ui.examples import registration_example
from reporting.ui.sample import load_button
from reporting.ui.session import require

actor = require(Permission.UPLOAD)
frame.heading("registraties", texts.LINE)
if not choices.municipalities():
    st.info(texts.NO_AGREEMENTS, icon=":material/info:")
    table.link("afspraken", "Afspraken inlezen")
    if not session.visit().sample:
        load_button(primary=False)
    st.stop()
chosen = upload.choose_file()
if chosen is None:
    registration_example()
    if not session.visit().sample and not list_batches(session.world(), actor):
        load_button(primary=False)
    table.link("ingelezen")
    st.stop()

name, data = chosen
first = upload.read(actor, name, data, None, repairs.NOTHING)
if first is None:
    st.rerun()
mapping, decided = upload.chosen_mapping(first.intake), repairs.decided()
seen = first if mapping is None and decided == repairs.NOTHING else upload.read(actor, name, data, mapping, decided)
if seen is None:
    st.rerun()
intake = seen.intake
if intake.reason is not None and not intake.header:
    upload.refusal(intake)
    st.stop()
upload.map_columns(seen, first.intake.suggested, by_hand=mapping is not None)
if intake.reason is not None:
    upload.refusal(intake)
    st.stop()
repairs.check(intake)
names.translate(seen)

st.header("4. Opslaan", anchor=False)
municipality = upload.municipality_for(intake)
replaces = upload.what_it_replaces(actor, seen)
save = upload.what_to_save(intake)
if st.button("Registraties opslaan", type="primary"):
    messages.clear()
    if not save or replaces is None:
        messages.problems(texts.CHOSE_NOT_TO_STORE)
        st.rerun()
    batch = messages.attempt(lambda: import_batch(session.world(), actor, intake, municipality, supersedes=replaces or None))
    if batch is not None:
        upload.forget_file()
        messages.success(texts.stored(batch.rows_accepted, batch.file_name), "verhalen", "Schrijf een verhaal bij deze cijfers")
    st.rerun()
table.link("ingelezen")
