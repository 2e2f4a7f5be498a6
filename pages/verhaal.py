"""Write a story in four short steps; everything typed is kept."""

import streamlit as st

from reporting.model.people import Permission
from reporting.texts import screens_stories as texts
from reporting.ui import consent_step, frame, messages, review, story_page, story_steps, table
from reporting.ui.session import require

actor = require(Permission.WRITE_STORY)
frame.heading("verhaal", texts.WRITE_LINE)
story = story_page.opened(actor)
if story is None:
    table.link("verhalen", "Naar de verhalen")
    st.stop()
form = story_page.form_of(actor, story)
step = story_page.step()
st.header(texts.step(step), anchor=False)
if step == 1:
    story_steps.story(form)
elif step == 2:
    story_steps.belongs(actor, story, form)
elif step == 3:
    review.decide(actor, story)
else:
    consent_step.consent(actor, story)

with st.container(horizontal=True, key="stappen"):
    forward = st.button("Volgende", type="primary") if step < len(texts.STEPS) else st.button("Laten nakijken", type="primary")
    back = st.button("Vorige") if step > 1 else False
    keep = st.button("Opslaan als concept")
if forward or back or keep:
    messages.clear()
    saved = story_page.save(actor, story, form)
    if saved is not None and step == len(texts.STEPS) and forward:
        consent_step.submit(actor, saved)
    elif saved is not None and keep:
        messages.success(texts.SAVED, "verhalen", "Naar alle verhalen")
    elif saved is not None:
        story_page.go_to(step + (1 if forward else -1))
    st.rerun()
table.link("verhalen", "Terug naar de verhalen")
