"""The four steps from a file to stored registrations: choose, map, check, store."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from reporting.actions.batches import list_batches
from reporting.actions.preview_import import preview_import
from reporting.actions.types import ImportPreview
from reporting.errors import InputRejected
from reporting.intake import Intake
from reporting.model.finding import FindingCode
from reporting.model.people import Actor
from reporting.model.registration import REQUIRED, Column, Grain
from reporting.texts import screens_intake as texts
from reporting.texts.errors import sentence
from reporting.ui import choices, messages, session
from reporting.ui.plain import plain

_ORDER = tuple(c for c in Column if c is not Column.AGE_CLASS)
_TURN = "_bestand_beurt"  # a new key empties the file field after storing


@dataclass(frozen=True, slots=True)
class Repairs:
    """What the worker decided about wrong values."""

    keep_with_empty: frozenset[FindingCode]
    replace: Mapping[Column, Mapping[str, str]] | None  # None: nothing decided, so names as they were translated before


def choose_file() -> tuple[str, bytes] | None:
    """Step 1: the file's name and bytes, None until one is chosen."""
    st.header("1. Kies bestand", anchor=False)
    st.text(f"{texts.FILE_HELP}\n{texts.NEVER_KEPT}")
    turn = st.session_state.setdefault(_TURN, 0)
    chosen = st.file_uploader("Bestand met registraties", key=f"bestand-{turn}", on_change=_forget_choices)
    return None if chosen is None else (chosen.name, chosen.getvalue())


def forget_file() -> None:
    """Empty the file field and all that was decided about it."""
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    _forget_choices()


def _forget_choices() -> None:
    messages.clear()
    for key in [k for k in st.session_state if isinstance(k, str) and k.startswith(("koppel|", "herstel|", "_herstel", "_dry|"))]:
        del st.session_state[key]


def read(actor: Actor, name: str, data: bytes, mapping: Mapping[Column, str] | None, repairs: Repairs) -> ImportPreview | None:
    """The dry run, kept for as long as nothing changes. None where it could not be made; the reason stands under the H1."""
    words = None if repairs.replace is None else sorted((c, sorted(r.items())) for c, r in repairs.replace.items())
    choice = repr((sorted((mapping or {}).items()), mapping is None, sorted(repairs.keep_with_empty), words))
    key = f"_dry|{hashlib.sha256(data).hexdigest()}|{name}|{choice}"
    if key not in st.session_state:
        with st.spinner("Bezig met lezen"):
            made = messages.attempt(
                lambda: preview_import(session.world(), actor, data, name, mapping, keep_with_empty=repairs.keep_with_empty, replace=repairs.replace)
            )
        if made is None:
            return None
        for old in [k for k in st.session_state if isinstance(k, str) and k.startswith("_dry|")]:
            del st.session_state[old]
        st.session_state[key] = made
    kept: ImportPreview = st.session_state[key]
    return kept


def refusal(intake: Intake) -> None:
    """Why a file is refused, under the field; nothing is kept."""
    if intake.reason is None:
        return
    missing = ", ".join(texts.COLUMNS[c] for c in intake.missing)
    st.error(plain(sentence(InputRejected(intake.reason, columns=missing))), icon=":material/error:")
    st.text(texts.NOTHING_STORED)


def chosen_mapping(intake: Intake) -> dict[Column, str] | None:
    """The mapping as changed on the screen; None while nothing was changed."""
    keys = {c: f"koppel|{intake.header_fingerprint}|{c}" for c in _ORDER}
    if not any(k in st.session_state for k in keys.values()):
        return None
    chosen = {c: str(st.session_state.get(k, intake.mapping.get(c, texts.NOT_USED))) for c, k in keys.items()}
    changed: dict[Column, str] = {c: cell for c, cell in chosen.items() if cell != texts.NOT_USED}
    return None if changed == dict(intake.mapping) else changed


def map_columns(seen: ImportPreview, alike: Mapping[Column, str], *, by_hand: bool) -> None:
    """Step 2: a choice per field with three sample values; what is needed first. `alike`: columns whose names look like a field's."""
    intake = seen.intake
    alike = {c: cell for c, cell in alike.items() if cell not in intake.mapping.values()}
    st.header("2. Kolommen koppelen", anchor=False)
    st.text(texts.recognised(intake.delimiter, intake.sheets, intake.rows_read, intake.grain))
    if seen.remembered is not None and not by_hand:
        st.text(texts.SAME_LAYOUT)
    if seen.change is not None:
        change = seen.change
        st.info(plain(texts.header_changed(change.file_name, change.at, change.came, change.went)), icon=":material/difference:")
    grain = intake.grain or Grain.CONTACT
    needed = list(REQUIRED[grain])
    mapped = [c for c in _ORDER if (c in intake.mapping or c in alike) and c not in needed]
    others = [c for c in _ORDER if c not in needed and c not in mapped]
    _fields(intake, [*needed, *mapped], needed, alike)
    if others:
        with st.expander(f"Andere velden ({len(others)})"):
            _fields(intake, others, needed, alike)
    if intake.unused:
        st.text(texts.unused(intake.unused))
    if intake.personal:
        st.text(texts.personal(intake.personal))


def _fields(intake: Intake, columns: Sequence[Column], needed: Sequence[Column], alike: Mapping[Column, str]) -> None:
    """Two fields beside each other, on a phone one under the other."""
    for start in range(0, len(columns), 2):
        for place, column in zip(st.columns(2, gap="medium"), columns[start : start + 2], strict=False):
            with place:
                _field(intake, column, alike.get(column), needed=column in needed)


def _field(intake: Intake, column: Column, alike: str | None, *, needed: bool) -> None:
    options = [texts.NOT_USED, *dict.fromkeys(intake.header)]
    current = intake.mapping.get(column, texts.NOT_USED)
    label = texts.COLUMNS[column] + (" (nodig)" if needed else "")
    key = f"koppel|{intake.header_fingerprint}|{column}"
    if key not in st.session_state:
        st.session_state[key] = current if current in options else texts.NOT_USED
    chosen = st.selectbox(label, options, key=key)
    if column in intake.guessed and chosen == current:
        st.caption(f":material/help: {texts.GUESSED}")
    if chosen == texts.NOT_USED and alike is not None:
        st.caption(f":material/help: {plain(texts.suggestion(alike))}")
        st.caption(plain(texts.samples(intake.samples.get(alike, ()))))
    if chosen != texts.NOT_USED:
        st.caption(plain(texts.samples(intake.samples.get(chosen, ()))))


def preview_rows(intake: Intake) -> pd.DataFrame:
    """Ten good rows with Dutch headings, ready for a table."""
    columns = [c for c in intake.frame.columns if c in set(Column) and intake.frame[c].notna().any()]
    rows = intake.frame[columns].head(10).astype("string").fillna("")
    return rows.rename(columns={c: texts.COLUMNS[Column(c)] for c in columns}).map(plain)


def municipality_for(intake: Intake) -> str:
    """Whose registrations these are: "" where the file has a column for it or there is only one."""
    known = choices.municipalities()
    if Column.MUNICIPALITY in intake.mapping or len(known) < 2:
        return ""
    names = {m.key: m.name for m in known}
    keys = list(names)
    return str(st.selectbox("Van welke gemeente zijn deze registraties?", keys, index=keys.index(session.visit().municipality), format_func=lambda k: names[k]))


def what_it_replaces(actor: Actor, seen: ImportPreview) -> str | None:
    """The id of the batch this file corrects, "" for a new file, None where the worker chose to stop."""
    if seen.already is not None:
        st.warning(plain(texts.already(seen.already.imported_at, seen.already.file_name)), icon=":material/warning:")
        choice = st.radio("Wat wilt u doen?", (texts.STOP, texts.REPLACE), key="herhaald")
        return seen.already.id if choice == texts.REPLACE else None
    active = {b.id: b for b in list_batches(session.world(), actor) if b.active}
    if not active:
        return ""
    with st.expander("Is dit een verbeterde versie van een eerder bestand?"):
        options = ["", *active]
        return str(
            st.selectbox("Dit bestand vervangt", options, format_func=lambda i: texts.batch_label(active[i]) if i else "geen ander bestand", key="vervangt")
        )


def what_to_save(intake: Intake) -> bool:
    """Whether to store, when there are rows with errors."""
    if not intake.rows_reported:
        return True
    good = texts.only_good(intake.rows_accepted)
    return st.radio("Er zijn rijen met fouten. Wat wilt u doen?", (good, texts.NOT_YET), key="wat_opslaan") == good
