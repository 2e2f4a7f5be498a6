"""Numbers that people type, held against what a report leaves out: what is asked about them, and the box that confirms it."""

from collections.abc import Iterable

import streamlit as st

from reporting.disclosure import held_against
from reporting.model.safe import SafeTable
from reporting.texts.disclosure import held_sentence
from reporting.ui.drafts import DraftForm


def held_in(now: Iterable[str], before: Iterable[str], table: SafeTable) -> tuple[str, ...]:
    """Sentences about typed numbers and comparisons that may give a hidden figure away, each once; what was stored was confirmed then."""
    known = {h.text for text in before for h in held_against(text, table)}
    held = [h for text in now for h in held_against(text, table) if h.text not in known]
    return tuple(dict.fromkeys(held_sentence(h.why, h.text) for h in held))


def listing(found: Iterable[str]) -> str:
    """What a draft keeps of what was confirmed."""
    return "\n".join(found)


def tick(form: DraftForm, label: str, name: str, confirmed: str) -> None:
    """A box to confirm what was found; the draft keeps what it was that was confirmed."""
    key = f"gezien|{form.form}|{name}|{confirmed}"
    st.session_state.setdefault(key, form.values().get(name) == confirmed)
    st.checkbox(label, key=key, on_change=lambda: form.put(name, confirmed if st.session_state[key] else ""))
