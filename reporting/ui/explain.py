"""The explanation per theme: four fields that keep their draft, a look for personal details, saving, and two people at once."""

from collections.abc import Mapping, Sequence
from typing import cast

import streamlit as st

from reporting.actions.explanations import explanations_of, new_rows_since, save_explanation
from reporting.errors import Conflict, UserError
from reporting.model.people import Actor
from reporting.model.period import Quarter
from reporting.model.safe import Explanation, SafeTable
from reporting.model.stored import StoredExplanation
from reporting.stories import personal_words
from reporting.texts import screens_figures as texts
from reporting.texts.errors import sentence
from reporting.ui import figures, frame, messages, session, typed
from reporting.ui.drafts import DraftForm
from reporting.ui.plain import plain


def _stored(actor: Actor, municipality: str, quarter: Quarter, theme: str) -> StoredExplanation:
    found = {e.theme: e for e in explanations_of(session.world(), actor, municipality, quarter)}
    return found.get(theme, StoredExplanation(municipality, str(quarter), theme, Explanation(), 0))


def _form(actor: Actor, stored: StoredExplanation) -> DraftForm:
    words = {name: getattr(stored.explanation, name) for name in texts.FIELDS}
    return DraftForm(
        actor, f"explanation:{stored.municipality}:{stored.quarter}:{stored.theme}", {**words, "version": str(stored.version), "checked": "", "numbers": ""}
    )


def progress(actor: Actor, municipality: str, quarter: Quarter, table: SafeTable) -> str:
    """How many themes have an explanation, drafts counted."""
    themes = tuple(dict.fromkeys(i.theme for i in table.indicators))
    forms = [_form(actor, _stored(actor, municipality, quarter, t)).values() for t in themes]
    return texts.progress(sum(any(f[name].strip() for name in texts.FIELDS) for f in forms), len(themes))


def fields(actor: Actor, table: SafeTable, theme: str) -> None:
    """The four fields of a theme. Typing redraws only these."""
    municipality, quarter = table.municipality.key, table.quarter
    stored = _stored(actor, municipality, quarter, theme)
    if _clash(actor, stored):
        return
    rows = new_rows_since(session.world(), actor, stored) if stored.version else 0
    if rows:
        st.info(texts.stale(rows), icon=":material/update:")
    _typed(actor, stored, table)


@st.fragment
def _typed(actor: Actor, stored: StoredExplanation, table: SafeTable) -> None:
    form = _form(actor, stored)
    with form.box(), st.container(border=True):
        st.markdown(f"**Toelichting bij {plain(stored.theme)}**")
        for name, label in texts.FIELDS.items():
            form.area(label, name)
        found = personal(form.values())
        if found:
            st.warning(plain(texts.flagged(stored.theme, found)), icon=":material/warning:")
            typed.tick(form, texts.CHECKED, "checked", "ja")
        told = typed_numbers(form.values(), stored, table)
        if told:
            st.warning(plain(texts.numbers_held(stored.theme, told)), icon=":material/visibility_off:")
            typed.tick(form, texts.NUMBERS_CHECKED, "numbers", typed.listing(told))
        frame.draft_line(form.form, form.open())


def typed_numbers(values: Mapping[str, str], stored: StoredExplanation, table: SafeTable) -> tuple[str, ...]:
    """Sentences about typed numbers and comparisons that may give a hidden figure away."""
    return typed.held_in((values.get(n, "") for n in texts.FIELDS), (getattr(stored.explanation, n) for n in texts.FIELDS), table)


def personal(values: dict[str, str]) -> tuple[str, ...]:
    """Words that look like a personal detail of somebody, each once."""
    return personal_words(values.get(name, "") for name in texts.FIELDS)


def store(actor: Actor, municipality: str, quarter: Quarter, themes: Sequence[str]) -> None:
    """Save every theme with a draft; say what was saved, or what must be looked at first."""
    wrong = keep(actor, municipality, quarter, themes)
    if wrong:
        messages.problems(*wrong)
    else:
        messages.success(texts.SAVED, "rapport", "Maak het rapport")


def keep(actor: Actor, municipality: str, quarter: Quarter, themes: Sequence[str]) -> list[str]:
    """Make explanations of this person's drafts. What comes back are sentences about the themes that could not be saved."""
    wrong = []
    for theme in themes:
        stored = _stored(actor, municipality, quarter, theme)
        form = _form(actor, stored)
        if not form.open():
            continue
        values = form.values()
        found = personal(values)
        if found and values.get("checked") != "ja":
            wrong.append(texts.flagged(theme, found))
            continue
        told = typed_numbers(values, stored, figures.protected(actor, municipality, quarter))
        if told and values.get("numbers") != typed.listing(told) and values["version"] == str(stored.version):  # else a colleague was first
            wrong.append(texts.numbers_held(theme, told))
            continue
        new = StoredExplanation(municipality, str(quarter), theme, Explanation(**{name: values[name].strip() for name in texts.FIELDS}), 0)
        try:
            save_explanation(session.world(), actor, new, int(values["version"] or 0))
        except Conflict as clash:
            st.session_state[f"_botsing|{form.form}"] = clash.theirs
            wrong.append(f"{theme}: {texts.CONFLICT}")
        except UserError as error:
            wrong.append(sentence(error))
        else:
            form.drop()
    return wrong


def _clash(actor: Actor, stored: StoredExplanation) -> bool:
    """Both texts, to choose from, when a colleague saved first. Whether there is such a clash."""
    form = _form(actor, stored)
    theirs = cast(StoredExplanation | None, st.session_state.get(f"_botsing|{form.form}"))
    if theirs is None:
        return False
    st.warning(f"{plain(stored.theme)}: {texts.CONFLICT}", icon=":material/warning:")
    mine = form.values()
    for title, words in (("Uw tekst", mine), ("Tekst van uw collega", {n: getattr(theirs.explanation, n) for n in texts.FIELDS})):
        st.markdown(f"**{title}**")
        st.text("\n".join(f"{label} {words[name]}" for name, label in texts.FIELDS.items()))
    if st.button("Mijn tekst houden", key=f"mijn|{form.form}"):
        form.put("version", str(theirs.version))
        del st.session_state[f"_botsing|{form.form}"]
        st.rerun()
    if st.button("Tekst van collega houden", key=f"hun|{form.form}"):
        form.drop()
        del st.session_state[f"_botsing|{form.form}"]
        st.rerun()
    return True
