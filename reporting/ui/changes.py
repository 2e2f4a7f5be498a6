""" "Wat veranderde sinds het concept": a list of texts, figures and stories, counted when somebody asks for it."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from reporting.actions.changes import Changes, changes_since
from reporting.errors import Reason, UserError
from reporting.model.people import Actor
from reporting.model.period import Quarter
from reporting.model.stored import StoredReport
from reporting.texts import screens_changes as texts
from reporting.texts.errors import sentence
from reporting.texts.screens_read_back import EMPTY, place_name
from reporting.ui import session
from reporting.ui.choices import indicator_names
from reporting.ui.plain import plain


def changed(actor: Actor, chosen: StoredReport, reports: Sequence[StoredReport]) -> None:
    """Folded away: what changed from this document to another one of the same quarter and kind, or to now."""
    same = [r for r in reports if (r.quarter, r.edition) == (chosen.quarter, chosen.edition) and r.made_at > chosen.made_at]
    names = {"": texts.NOW, **{r.id: r.file_name for r in same}}
    with st.expander(texts.TITLE):
        until = st.selectbox(texts.LINE, list(names), format_func=lambda i: names[i], key=f"vergelijk|{chosen.id}")
        if not st.button(texts.SHOW, key=f"toon_verschil|{chosen.id}"):
            return
        with st.spinner("Bezig met vergelijken"):
            try:
                found = changes_since(session.world(), actor, chosen.id, until or None)
            except UserError as error:
                st.error(plain(texts.NOT_KEPT if error.reason is Reason.NOT_FOUND else sentence(error)), icon=":material/error:")
                return
        _listed(found, indicator_names(actor, chosen.municipality, Quarter.parse(chosen.quarter)))


def _listed(found: Changes, names: Mapping[str, str]) -> None:
    if not (found.texts or found.figures or found.stories):
        st.text(texts.NOTHING)
    if found.texts:
        st.markdown(f"**{texts.TEXTS}**")
        rows = [(place_name(t.place), t.was or EMPTY, t.now or EMPTY) for t in found.texts]
        st.table(pd.DataFrame(rows, columns=["Plaats", "Was", "Is nu"]).map(plain), hide_index=True)
    if found.figures:
        st.markdown(f"**{texts.FIGURES}**")
        first = sorted(found.figures, key=lambda f: f.figure.count("|"))  # totals before their breakdowns
        rows = [texts.figure_line(f.figure, f.was, f.now, names) for f in first[: texts.MOST]]
        st.table(pd.DataFrame(rows, columns=["Cijfer", "Was", "Is nu"]).map(plain), hide_index=True)
        if len(first) > texts.MOST:
            st.text(texts.more(len(first) - texts.MOST))
    if found.stories:
        st.markdown(f"**{texts.STORIES}**")
        st.text("\n".join(texts.story_line(s.title, s.turn) for s in found.stories))
