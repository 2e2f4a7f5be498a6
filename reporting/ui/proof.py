""" "Waarom dit cijfer klopt": where a figure comes from, for everybody in words and for who may see raw figures in numbers."""

import pandas as pd
import streamlit as st

from reporting.actions.figures import prove_figure
from reporting.errors import NotAllowed
from reporting.model.agreement import Indicator
from reporting.model.count import CountTable
from reporting.model.figure import FigureKey
from reporting.model.people import Actor
from reporting.model.period import Period, PeriodKind, report_periods
from reporting.model.proof import FigureProof
from reporting.model.safe import SafeTable
from reporting.texts import screens_proof as words
from reporting.texts.figures import unit_text, value_text
from reporting.texts.numbers import capital, number, period_name
from reporting.texts.screens_figures import why_not
from reporting.ui import session
from reporting.ui.plain import plain


def show(actor: Actor, table: SafeTable, indicator: Indicator) -> None:
    """Definition, unit, source and way of measuring; for SEE_RAW also files, rows counted, rows left out and the fingerprint."""
    said = {
        "Wij tellen": unit_text(indicator),
        "Definitie": indicator.definition,
        "Activiteiten": ", ".join(indicator.activities),
        "Wijze van meten": indicator.measurement_method,
        "Bron": indicator.source,
    }
    st.text("\n".join(f"{name}: {words}" for name, words in said.items() if words))
    periods = {period_name(p): p for p in (Period(table.quarter), Period(table.quarter, PeriodKind.TO_DATE))}
    name = st.radio("Periode", list(periods), horizontal=True, key=f"bewijs-periode|{indicator.code}")
    try:
        proof = prove_figure(session.world(), actor, table.municipality.key, table.quarter, indicator.code, periods[name])
    except NotAllowed:
        st.text(words.HIDDEN)
    else:
        _numbers(proof)


def _numbers(proof: FigureProof) -> None:
    figure = proof.figure
    value = why_not(figure.why_not) if figure.value is None else value_text(figure.value, figure.unit)
    st.text(f"Uitkomst: {value}\nRijen die meetellen: {number(figure.rows)}")
    if not proof.files:
        st.text(words.NO_FILES)
        return
    rows = [(f.file_name, number(f.read), number(f.accepted), number(f.counted), words.left_out(f), number(f.reported), number(f.skipped)) for f in proof.files]
    columns = ["Bestand", "Gelezen", "Goed", "Telt mee", "Telt niet mee", "Fout", "Overgeslagen"]
    st.table(pd.DataFrame(rows, columns=columns).map(plain), hide_index=True)
    st.text(f"{words.FINGERPRINT}\n{proof.fingerprint}")


def raw_table(raw: CountTable) -> pd.DataFrame:
    """All raw totals, one row per indicator; a figure that could not be computed says why."""
    periods = report_periods(raw.quarter)
    rows = []
    for indicator in raw.indicators:
        cells = []
        for period in periods:
            figure = raw.figures.get(FigureKey(indicator.code, period))
            cells.append("onbekend" if figure is None or figure.value is None else value_text(figure.value, indicator.unit))
        rows.append((f"{indicator.code} {indicator.name}", *cells))
    return pd.DataFrame(rows, columns=["Indicator", *(capital(period_name(p)) for p in periods)]).map(plain)
