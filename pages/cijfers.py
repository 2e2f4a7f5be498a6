"""See the figures per indicator and write why."""

import streamlit as st

from reporting.access.permissions import may
from reporting.actions.agreements import agreements_of
from reporting.model.people import Permission
from reporting.texts import screens_figures as texts
from reporting.ui import explain, figures, frame, hidden, messages, session, table
from reporting.ui.plain import plain
from reporting.ui.session import require

actor = require(Permission.LOOK)
municipality, quarter = session.period()
frame.heading("cijfers", texts.LINE)
if not municipality or not agreements_of(session.world(), actor, municipality, quarter.year):
    st.text(texts.NO_AGREEMENTS)
    table.link("afspraken", "Naar de afspraken")
    st.stop()
protected = figures.protected(actor, municipality, quarter)
if not figures.any_rows(protected):
    st.text(texts.EMPTY)
    table.link("registraties", "Registraties inlezen")
    st.stop()

may_explain = may(actor, Permission.EXPLAIN)
if may_explain:
    st.text(explain.progress(actor, municipality, quarter, protected))
shown = figures.choose(actor, protected)
st.caption(texts.PROTECTED)
themes = tuple(dict.fromkeys(i.theme for i in protected.indicators))
for theme in themes:
    st.header(plain(theme), anchor=False)
    for indicator in (i for i in protected.indicators if i.theme == theme):
        figures.block(shown, indicator)
    if may_explain:
        explain.fields(actor, protected, theme)
if may(actor, Permission.SEE_RAW):
    figures.raw_view(actor, municipality, quarter)
    hidden.why(actor, protected)
if may_explain:
    st.caption(texts.ADVISED)
    if st.button("Toelichting opslaan", type="primary"):
        messages.clear()
        explain.store(actor, municipality, quarter, themes)
        st.rerun()
if may(actor, Permission.MAKE_CONCEPT):
    table.link("rapport", "Verder naar Rapport maken")
