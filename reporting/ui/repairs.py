"""Step 3 of reading a file: counts that add up, wrong rows by kind with one repair per kind, and the list to download."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import cast

import pandas as pd
import streamlit as st

from reporting.intake import Intake, error_list_csv
from reporting.model.finding import Finding, FindingCode
from reporting.model.registration import REQUIRED, Column
from reporting.texts import screens_intake as texts
from reporting.texts.findings import CODE_NAMES, finding_sentence
from reporting.ui.plain import plain
from reporting.ui.upload import Repairs, preview_rows

_SHOWN = 20
_VALUES = 8
_KEY = "_herstel"
NOTHING = Repairs(frozenset(), None)
_NEVER_EMPTY = frozenset({FindingCode.WRONG_SHAPE, FindingCode.MISSING, FindingCode.BAD_CLIENT})


def decided() -> Repairs:
    """The repairs that hold for the file that is open. Kept apart from the fields: a mended group disappears from the screen."""
    held = cast(Repairs | None, st.session_state.get(_KEY))
    return held if held is not None else NOTHING


def forget() -> None:
    """Nothing is repaired, nor translated as it was before."""
    st.session_state[_KEY] = Repairs(frozenset(), {})


def check(intake: Intake) -> None:
    """The sum, the groups of errors, the warnings, and ten good rows."""
    st.header("3. Controleren", anchor=False)
    warned = len({(f.sheet, f.line) for f in intake.warnings})
    st.text(texts.sums(intake.rows_read, intake.rows_accepted, warned, intake.rows_reported, intake.rows_skipped))
    if intake.rows_skipped:
        st.caption(texts.SKIPPED)
    for warning in intake.file_warnings:
        st.warning(texts.FILE_WARNINGS.get(warning, warning), icon=":material/warning:")
    kept, replaced = decided().keep_with_empty, [pair for names in intake.replaced.values() for pair in names.items()]
    if kept or replaced:
        st.info(plain(texts.repaired([CODE_NAMES[c] for c in sorted(kept)], replaced)))
        st.button("Herstel ongedaan maken", on_click=forget)
    if not intake.errors:
        st.success(texts.ALL_GOOD, icon=":material/check_circle:")
    for (column, code), group in _grouped(intake.errors).items():
        with st.expander(plain(texts.error_group(CODE_NAMES[code], column, len(group)))):
            _group(intake, column, code, group)
    if intake.errors:
        st.download_button(
            "Foutenlijst downloaden (CSV)", error_list_csv(intake, CODE_NAMES, finding_sentence), "foutenlijst.csv", "text/csv", on_click="ignore"
        )
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
    field = next((c for c, cell in intake.mapping.items() if cell == column), None)
    may_be_empty = code not in _NEVER_EMPTY and intake.grain is not None and field not in REQUIRED[intake.grain]
    keep = may_be_empty and st.checkbox(texts.KEEP_EMPTY, key=f"herstel|leeg|{column}|{code}")
    typed: dict[str, str] = {}
    if field is not None:
        for value, rows in Counter(f.value for f in group if f.value.strip()).most_common(_VALUES):
            typed[value] = st.text_input(f"Vervang {plain(value)} ({rows} ×) door", key=f"herstel|waarde|{field}|{value}").strip()
    if (keep or field is not None) and st.button("Herstel toepassen", key=f"herstel|toepassen|{column}|{code}"):
        apply(intake, field, {old: new for old, new in typed.items() if new}, {code} if keep else set())


def apply(intake: Intake, field: Column | None, changed: Mapping[str, str], empty: Collection[FindingCode] = ()) -> None:
    """Repair more than holds already, and read the file again: other values in a field, and kinds of errors to leave empty."""
    replace = {c: dict(values) for c, values in intake.replaced.items()}
    if field is not None and changed:
        replace.setdefault(field, {}).update(changed)
    st.session_state[_KEY] = Repairs(decided().keep_with_empty | set(empty), replace)
    st.rerun()


def _table(findings: Sequence[Finding]) -> pd.DataFrame:
    rows = [(str(f.line) + (f" ({f.sheet})" if f.sheet else ""), f.column if f.column != "*" else "hele rij", f.value, finding_sentence(f)) for f in findings]
    return pd.DataFrame(rows, columns=["Rij in bestand", "Kolom", "Wat staat er", "Wat is er mis en wat kunt u doen"]).map(plain)
