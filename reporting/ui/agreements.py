"""Agreements on the screen: the tables per theme, reading a file with a dry run, and changing one indicator."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from reporting.actions.import_agreements import import_agreements
from reporting.actions.save_indicator import remove_indicator, save_indicator
from reporting.errors import Conflict, InputRejected, UserError
from reporting.intake import TARGET_FORMS, AgreementsIntake, parse_target
from reporting.model.agreement import Indicator
from reporting.model.people import Actor
from reporting.model.period import Quarter
from reporting.texts import screens
from reporting.texts import screens_intake as texts
from reporting.texts.errors import sentence
from reporting.texts.figures import target_text, unit_text
from reporting.texts.findings import agreement_sentence
from reporting.texts.numbers import tidy
from reporting.ui import messages, session
from reporting.ui.numbers import read_decimal
from reporting.ui.plain import plain


def tables(indicators: Sequence[Indicator], quarter: Quarter) -> None:
    """One table per theme, in the order of the file."""
    for theme in dict.fromkeys(i.theme for i in indicators):
        st.header(plain(theme), anchor=False)
        rows = [(i.code, i.name, unit_text(i), target_text(i.target, i.unit), _fits_now(i, quarter)) for i in indicators if i.theme == theme]
        columns = ["Code", "Indicator", "Wij tellen", "Jaardoel", f"Past bij {quarter.number}e kwartaal"]
        st.table(pd.DataFrame(rows, columns=columns).map(plain), hide_index=True)


def _fits_now(indicator: Indicator, quarter: Quarter) -> str:
    """What the path asks after this quarter, in the indicator's unit; means and shares are held against the target itself."""
    if indicator.target.amount is None or not indicator.target.is_number:
        return "n.v.t."
    if indicator.unit.is_ratio:
        return target_text(indicator.target, indicator.unit)
    return tidy(indicator.path.asks(indicator.target.amount, quarter.number))


def read_file(actor: Actor) -> None:
    """Choose a file, see what was read, store it."""
    st.text(texts.AGREEMENTS_REPLACE)
    turn = st.session_state.setdefault("_afspraken_beurt", 0)
    chosen = st.file_uploader("Bestand met afspraken", key=f"afspraken-{turn}")
    if chosen is None:
        return
    seen = messages.attempt(lambda: import_agreements(session.world(), actor, chosen.getvalue(), chosen.name, preview=True))
    if seen is None:
        st.rerun()
    if seen.reason is not None:
        st.error(plain(sentence(InputRejected(seen.reason, columns=", ".join(seen.missing)))), icon=":material/error:")
        st.text(texts.NOTHING_STORED)
        return
    _seen(seen)
    if st.button("Afspraken opslaan", type="primary"):
        stored = messages.attempt(lambda: import_agreements(session.world(), actor, chosen.getvalue(), chosen.name))
        if stored is not None:
            st.session_state["_afspraken_beurt"] = turn + 1
            first = stored.indicators[0]
            session.change(municipality=session.visit().municipality or first.municipality.key)
            messages.success(texts.agreements_stored(len(stored.indicators)), "registraties", "Lees registraties in")
        st.rerun()


def _seen(seen: AgreementsIntake) -> None:
    rows = [(i.municipality.name, str(i.year), i.theme, i.code, i.name, unit_text(i), target_text(i.target, i.unit)) for i in seen.indicators]
    columns = ["Gemeente", "Jaar", "Thema", "Code", "Indicator", "Wij tellen", "Jaardoel"]
    st.text(texts.sums(seen.rows_read, seen.rows_accepted, 0, seen.rows_reported, seen.rows_skipped))
    if rows:
        st.table(pd.DataFrame(rows, columns=columns).map(plain), hide_index=True)
    for finding in seen.findings:
        st.warning(plain(agreement_sentence(finding)), icon=":material/warning:")


def edit_one(actor: Actor, indicators: Sequence[Indicator]) -> None:
    """Change name, definition, target, baseline or source of one indicator, or take it away."""
    by_code = {i.code: i for i in indicators}
    code = st.selectbox("Afspraak", list(by_code), format_func=lambda c: f"{c} {by_code[c].name}", key="afspraak_kies")
    old = session.seen(f"afspraak|{code}", by_code[code])
    key = f"afspraak|{code}|{old.version}"
    name = st.text_input("Naam", old.name, key=f"{key}|naam")
    definition = st.text_area("Definitie", old.definition, key=f"{key}|definitie")
    target = st.text_input("Jaardoel", old.target.text, key=f"{key}|doel")
    st.caption(plain("Zo kan het: " + " · ".join(TARGET_FORMS)))
    baseline = st.text_input("Nulmeting", "" if old.baseline is None else tidy(old.baseline), key=f"{key}|nulmeting")
    source = st.text_input("Bron", old.source, key=f"{key}|bron")
    if st.button("Afspraak opslaan", key=f"{key}|opslaan"):
        parsed, number = parse_target(target), read_decimal(baseline)
        wrong = [texts.TARGET_UNREADABLE] if parsed is None else []
        wrong += [texts.BASELINE_UNREADABLE] if baseline.strip() and number is None else []
        if wrong or parsed is None:
            messages.problems(*wrong)
            st.rerun()
        new = replace(old, name=name, definition=definition, target=parsed, baseline=number, source=source)
        try:
            done = save_indicator(session.world(), actor, new, old.version)
        except Conflict as clash:
            session.look_again(f"afspraak|{code}")
            messages.problems(*_both(new, clash.theirs))
            st.rerun()
        except UserError as error:
            messages.failure(error)
            st.rerun()
        session.look_again(f"afspraak|{code}")
        messages.success(texts.changed(old.target.text, done.target.text) if old.target != done.target else texts.agreement_stored(code))
        st.rerun()
    if st.button("Afspraak weghalen", key=f"{key}|weg"):
        _confirm(actor, old)


def _both(mine: Indicator, theirs: object) -> list[str]:
    """What a colleague saved first and what was typed here, field by field where they differ."""
    if not isinstance(theirs, Indicator):
        return [texts.AGREEMENT_GONE]
    pairs = {
        "Naam": (theirs.name, mine.name),
        "Definitie": (theirs.definition, mine.definition),
        "Jaardoel": (theirs.target.text, mine.target.text),
        "Bron": (theirs.source, mine.source),
    }
    return [screens.clash(name, a, b) for name, (a, b) in pairs.items() if a != b] or [texts.AGREEMENT_SAME]


@st.dialog("Afspraak weghalen?")
def _confirm(actor: Actor, indicator: Indicator) -> None:
    st.text(texts.remove_agreement(indicator.code))
    with st.container(key="annuleren"):
        if st.button("Annuleren"):
            st.rerun()
    if st.button("Ja, weghalen"):
        if messages.did(lambda: remove_indicator(session.world(), actor, indicator.municipality.key, indicator.year, indicator.code)):
            messages.success(texts.agreement_removed(indicator.code))
        st.rerun()
