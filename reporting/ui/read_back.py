"""Reading an edited report back: a file, each difference old and new with a tick, what is never taken, and own key messages."""

import hashlib
from typing import cast

import pandas as pd
import streamlit as st

from reporting.actions.explanations import drop_message, messages_of
from reporting.actions.read_back import ReadBack, ReadChange, read_back, take_back
from reporting.disclosure import HeldFor
from reporting.errors import Conflict, UserError
from reporting.model.people import Actor
from reporting.model.period import Quarter
from reporting.texts import screens_read_back as texts
from reporting.texts.disclosure import held_sentence
from reporting.texts.errors import sentence
from reporting.texts.report import EDITIONS
from reporting.ui import messages, session
from reporting.ui.choices import indicator_names
from reporting.ui.plain import plain

_TURN, _READ = "_bewerkt_beurt", "_bewerkt_gelezen"


def choose() -> bytes | None:
    """The file field; the bytes of what was chosen."""
    chosen = st.file_uploader(texts.FILE, key=f"bewerkt-{st.session_state.setdefault(_TURN, 0)}")
    st.caption(texts.FILE_HELP)
    return None if chosen is None else chosen.getvalue()


def read(actor: Actor, data: bytes) -> ReadBack | None:
    """What differs, read once per file; None where it is refused, with the sentence on the page."""
    mark = hashlib.sha256(data).hexdigest()
    if st.session_state.get(_READ, ("", None))[0] != mark:
        with st.spinner("Bezig met lezen"):
            try:
                st.session_state[_READ] = mark, read_back(session.world(), actor, data)
            except UserError as error:
                st.error(plain(sentence(error)), icon=":material/error:")
                return None
    return cast(ReadBack, st.session_state[_READ][1])


def differences(found: ReadBack) -> tuple[dict[str, int], set[str]]:
    """Every difference on the screen; what is ticked (place → version seen), and the places somebody says to have looked at."""
    report = found.report
    st.header(texts.TITLE, anchor=False)
    st.text(texts.about(report.file_name, Quarter.parse(report.quarter).name, report.made_at.date()))
    if not found.changes:
        st.text(texts.NOTHING)
    ticked, checked = {}, set()
    for change in found.changes:
        with st.container(border=True):
            st.subheader(plain(texts.place_name(change.place)), anchor=False)
            _old_and_new(change)
            if change.doubtful and st.checkbox(texts.CHECKED, key=f"gezien|{change.place}|{change.version}"):
                checked.add(change.place)
            free = not change.doubtful and change.stored is None
            if st.checkbox(texts.TAKE, value=free, key=f"neem|{change.place}|{change.version}"):
                ticked[change.place] = change.version
    return ticked, checked


def _old_and_new(change: ReadChange) -> None:
    for label, words in ((texts.WAS, change.was), (texts.NOW, change.now)):
        st.markdown(f"**{label}**")
        st.text(words or texts.EMPTY)
    if change.stored is not None:
        st.warning(texts.THEIRS, icon=":material/warning:")
        st.text(change.stored or texts.EMPTY)
    if change.personal:
        st.warning(plain(texts.personal(change.personal)), icon=":material/warning:")
    if change.numbers:
        st.warning(plain(texts.odd_numbers(tuple((n.text, n.cells) for n in change.numbers))), icon=":material/warning:")
    for words in change.compared:
        st.warning(plain(held_sentence(HeldFor.COMPARISON, words)), icon=":material/visibility_off:")


def never_taken(actor: Actor, found: ReadBack) -> None:
    """Figures that were typed over, and other paragraphs that came or went."""
    if found.figures:
        st.header(texts.FIGURES_TITLE, anchor=False)
        names = indicator_names(actor, found.report.municipality, Quarter.parse(found.report.quarter))
        st.text("\n".join((texts.FIGURES, *(texts.edited_figure(f.figure, f.printed, f.shown, names) for f in found.figures))))
    named = {text for f in found.figures for text in (f.printed, f.shown)}
    others, gone = (tuple(t for t in said if t not in named) for said in (found.others, found.gone))
    if others or gone:
        st.header(texts.OTHER_TITLE, anchor=False)
        for line, said in ((texts.OTHERS, others), (texts.GONE, gone)):
            if said:
                with st.expander(line):
                    st.text("\n".join(said))


def store(actor: Actor, data: bytes, ticked: dict[str, int], checked: set[str]) -> None:
    """Keep what was ticked; say how many, or what stands in the way. Nothing of the choice is lost then."""
    if not ticked:
        messages.problems(texts.NONE_CHOSEN)
        return
    try:
        done = take_back(session.world(), actor, data, ticked, checked)
    except Conflict:
        st.session_state.pop(_READ, None)
        messages.problems(texts.CLASH)
    except UserError as error:
        messages.failure(error)
    else:
        st.session_state[_TURN] += 1
        st.session_state.pop(_READ, None)
        messages.success(texts.saved(len(done)), "rapport")


def own_messages(actor: Actor, municipality: str, quarter: Quarter) -> None:
    """Key messages people wrote, and giving a place back to the app."""
    st.header(texts.OWN_TITLE, anchor=False)
    found = messages_of(session.world(), actor, municipality, quarter)
    st.text(texts.OWN_LINE if found else texts.OWN_NONE)
    if not found:
        return
    rows = [(EDITIONS[m.edition], texts.place_name(f"message:{m.place}"), m.text) for m in found]
    st.table(pd.DataFrame(rows, columns=["Document", "Plaats", "Uw tekst"]).map(plain), hide_index=True)
    names = [f"{document}: {place}" for document, place, _ in rows]
    chosen = found[st.selectbox("Kernboodschap", range(len(found)), format_func=lambda n: names[n], key="welke_kernboodschap")]
    if st.button("Kernboodschap weghalen"):
        if messages.did(lambda: drop_message(session.world(), actor, chosen)):
            messages.success(texts.OWN_DROPPED)
        st.rerun()
