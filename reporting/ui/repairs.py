"""Step 3 of reading a file: counts that add up, wrong rows by kind with one repair per kind, and the list to download."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from reporting.intake import Intake, error_list_csv
from reporting.model.finding import Finding, FindingCode
from reporting.model.registration import Column
from reporting.texts import screens_intake as texts
from reporting.texts.findings import CODE_NAMES, finding_sentence
from reporting.ui.plain import plain
from reporting.ui.upload import Repairs, preview_rows

_SHOWN = 20
_VALUES = 8
_NEVER_EMPTY = frozenset({FindingCode.WRONG_SHAPE, FindingCode.MISSING, FindingCode.BAD_CLIENT})


def decided() -> Repairs:
    """What was decided about the groups on the screen."""
    keep: set[FindingCode] = set()
    replace: dict[Column, dict[str, str]] = {}
    for key, value in st.session_state.items():
        if not isinstance(key, str) or not key.startswith("herstel|"):
            continue
        _, kind, first, *rest = key.split("|", 3)
        if kind == "leeg" and value:
            keep.add(FindingCode(first))
        elif kind == "waarde" and str(value).strip():
            replace.setdefault(Column(first), {})[rest[0]] = str(value).strip()
    return Repairs(frozenset(keep), replace)


def check(intake: Intake) -> None:
    """The sum, the groups of errors, the warnings, and ten good rows."""
    st.header("3. Controleren", anchor=False)
    warned = len({(f.sheet, f.line) for f in intake.warnings})
    st.text(texts.sums(intake.rows_read, intake.rows_accepted, warned, intake.rows_reported, intake.rows_skipped))
    if intake.rows_skipped:
        st.caption(texts.SKIPPED)
    for warning in intake.file_warnings:
        st.warning(texts.FILE_WARNINGS.get(warning, warning), icon=":material/warning:")
    if not intake.errors:
        st.success(texts.ALL_GOOD, icon=":material/check_circle:")
    for (column, code), group in _grouped(intake.errors).items():
        with st.expander(plain(texts.error_group(CODE_NAMES[code], column, len(group)))):
            _group(intake, column, code, group)
    if intake.errors:
        st.download_button("Foutenlijst downloaden (CSV)", error_list_csv(intake), "foutenlijst.csv", "text/csv", on_click="ignore")
    if intake.warnings:
        with st.expander(f"Waarschuwingen ({len(intake.warnings)})"):
            st.table(_table(intake.warnings[:_SHOWN]), hide_index=True)
    if intake.rows_accepted:
        with st.expander("Voorbeeld: tien goede rijen"):
            st.table(preview_rows(intake), hide_index=True)


def _grouped(errors: Sequence[Finding]) -> dict[tuple[str, FindingCode], list[Finding]]:
    groups: dict[tuple[str, FindingCode], list[Finding]] = {}
    for finding in errors:
        groups.setdefault((finding.column, finding.code), []).append(finding)
    return dict(sorted(groups.items(), key=lambda g: -len(g[1])))


def _group(intake: Intake, column: str, code: FindingCode, group: Sequence[Finding]) -> None:
    st.table(_table(group[:_SHOWN]), hide_index=True)
    if len(group) > _SHOWN:
        st.caption(f"Dit zijn de eerste {_SHOWN}. De hele lijst kunt u downloaden.")
    if code not in _NEVER_EMPTY:
        st.checkbox(texts.KEEP_EMPTY, key=f"herstel|leeg|{code}")
    field = next((c for c, cell in intake.mapping.items() if cell == column), None)
    if field is None:
        return
    for value, rows in Counter(f.value for f in group if f.value.strip()).most_common(_VALUES):
        st.text_input(f"Vervang {plain(value)} ({rows} ×) door", key=f"herstel|waarde|{field}|{value}")


def _table(findings: Sequence[Finding]) -> pd.DataFrame:
    rows = [(str(f.line) + (f" ({f.sheet})" if f.sheet else ""), f.column if f.column != "*" else "hele rij", f.value, finding_sentence(f)) for f in findings]
    return pd.DataFrame(rows, columns=["Rij in bestand", "Kolom", "Wat staat er", "Wat is er mis en wat kunt u doen"]).map(plain)
