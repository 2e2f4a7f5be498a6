"""Counting a report again on the screen: how many figures agree, which do not and why."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from reporting.actions.verify_report import Verification, verify_report
from reporting.document import Altered
from reporting.errors import InputRejected, Reason, UserError
from reporting.model.people import Actor
from reporting.texts import screens_verify as texts
from reporting.texts.errors import sentence
from reporting.texts.screens_report import cell_name
from reporting.texts.verified import FAULTS, Judged, judged, place_in_table
from reporting.ui import session
from reporting.ui.choices import indicator_names
from reporting.ui.plain import plain

_WHY = {Judged.EDITED: texts.EDITED, Judged.NOT_COUNTED: texts.NOT_COUNTED, Judged.DIFFERS: texts.DIFFERS}


def verify(actor: Actor) -> None:
    """The file field, and what recounting gave."""
    chosen = st.file_uploader(texts.FILE, key="narekenen")
    if chosen is None:
        return
    with st.spinner("Bezig met natellen"):
        try:
            found = verify_report(session.world(), actor, chosen.getvalue())
        except InputRejected:
            st.error(plain(sentence(InputRejected(Reason.NOT_OUR_REPORT))), icon=":material/error:")
            return
        except UserError as error:
            st.error(plain(sentence(error)), icon=":material/error:")
            return
    _shown(found, indicator_names(actor, found.municipality, found.quarter))


def _shown(found: Verification, names: Mapping[str, str]) -> None:
    faults: list[tuple[str, str, str, str]] = []
    erased: list[tuple[str, str, str, str]] = []
    for figure in found.recounts:
        kind, now = judged(figure.printed, figure.shown, figure.value, figure.unit, erased=figure.erased_on, rounded_to=found.rounded_to)
        if kind in FAULTS:
            said = f"{_WHY[kind]}; er stond {figure.printed or texts.NOTHING}" if kind is Judged.EDITED else _WHY[kind]
            faults.append((cell_name(figure.figure, names), figure.shown or texts.NOTHING, now or texts.NOTHING, said))
        elif kind is Judged.ERASED and figure.erased_on is not None:
            erased.append((cell_name(figure.figure, names), figure.shown, now, texts.erased(figure.erased_on)))
    total = len(found.recounts)
    st.text(texts.recounted(total - len(faults) - len(erased), total))
    faults += _altered(found.altered)
    if not faults and not erased:
        st.success(texts.ALL_AGREE, icon=":material/check_circle:")
    for title, rows in ((texts.FAULTS_TITLE, faults), (texts.ERASED_TITLE, erased)):
        if rows:
            st.header(title, anchor=False)
            st.table(pd.DataFrame(rows, columns=["Cijfer", "In het rapport", "Bij natellen", "Waarom"]).map(plain), hide_index=True)
    if faults and not found.same_files:
        st.text(texts.FILES_CHANGED)


def _altered(found: Altered) -> list[tuple[str, str, str, str]]:
    """The rows for numbers that stand beside the figures. What was typed over a figure that was not shown is not repeated."""
    rows = []
    for cell in found.cells:
        why = f"{texts.EDITED}; er stond {cell.was}" if cell.was else texts.NOT_SHOWN
        rows.append((place_in_table(cell.table, cell.row, cell.column), cell.shown if cell.was else texts.A_NUMBER, "", why))
    return rows + [(texts.chart(c.number, c.caption), texts.OTHER_NUMBERS, "", texts.CHART_EDITED) for c in found.charts]
