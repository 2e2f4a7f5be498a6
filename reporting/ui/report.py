"""The parts of the page that makes the report: checklist, contents, making with progress, the kept download, earlier reports."""

from collections.abc import Sequence
from pathlib import PurePath

import pandas as pd
import streamlit as st

from reporting.access.permissions import may
from reporting.access.policies import can_finalise, can_send
from reporting.actions.finalise_report import finalise_report
from reporting.actions.make_report import make_report
from reporting.actions.note_sent import note_sent
from reporting.actions.report_pdf import has_pdf, report_pdf
from reporting.actions.reports import download_report, list_reports
from reporting.actions.settings import list_settings
from reporting.actions.types import CheckItem, Light, ReportRequest
from reporting.errors import NotPossible, UserError
from reporting.model.people import Actor, Permission
from reporting.model.period import Quarter
from reporting.model.safe import Edition
from reporting.model.stored import StoredReport
from reporting.texts import screens_report as texts
from reporting.texts.errors import sentence
from reporting.texts.numbers import short_day
from reporting.texts.report import CHAPTERS, EDITIONS, edition_name
from reporting.texts.screens_read_back import aged
from reporting.ui import messages, namesake, renewal, session, table
from reporting.ui.changes import changed
from reporting.ui.checks import checks
from reporting.ui.plain import plain

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WITH_CHAPTERS = frozenset({Edition.QUARTERLY, Edition.ANNUAL})
_READY, _OFFERED, _CHOICE = "_rapport_klaar", "_rapport_aangeboden", "welk_rapport"
_ICONS = {
    Light.GOOD: ":material/check_circle:",
    Light.ADVICE: ":material/info:",
    Light.BLOCK: ":material/block:",
    Light.BLOCK_FINAL: ":material/front_hand:",
}


def not_taken(words: str) -> None:
    """An explanation that could not go along yet, with the page where it can be mended."""
    st.warning(plain(words), icon=":material/warning:")
    table.link("cijfers", "Naar de toelichting")


def checklist(actor: Actor, municipality: str, quarter: Quarter) -> None:
    """Each check in words with its state, and where it can be mended."""
    for item in checks(actor, municipality, quarter):
        name = texts.CHECK_PAGES[item.check]
        with st.container(key=f"taak-{item.check}", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            with st.container(width="content", gap=None):
                st.markdown(f"{_ICONS[item.light]} **{texts.LIGHTS[item.light]}:** {plain(_words(item))}")
            if item.light is not Light.GOOD and may(actor, table.PAGES[name].permission):
                table.link(name)


def _words(item: CheckItem) -> str:
    words = texts.check_text(item.check, item.done, item.total, item.names)
    if item.reason is None or item.light not in (Light.BLOCK, Light.BLOCK_FINAL):
        return words
    return f"{words}. {sentence(NotPossible(item.reason))}"


def contents(actor: Actor, municipality: str, quarter: Quarter) -> ReportRequest:
    """What the maker chooses: edition, recipient, title and chapters."""
    settings = list_settings(session.world(), actor)
    recipient = settings["recipient"].value if "recipient" in settings else ""
    kinds = list(Edition)
    edition = st.selectbox("Soort document", kinds, format_func=lambda e: EDITIONS[e], key="soort")
    st.caption(texts.edition_line(edition, quarter))
    with st.container(horizontal=True):
        title = st.text_input("Titel", key="titel", placeholder=edition_name(edition, quarter))
        whom = st.text_input("Voor wie", key="ontvanger", placeholder=recipient or "wethouder …")
    left_out = set()
    if edition in _WITH_CHAPTERS:
        with st.expander("Hoofdstukken kiezen"):
            st.text(texts.ORDER_FIXED)
            for code, name in CHAPTERS.items():
                if not st.checkbox(name, value=True, key=f"hoofdstuk|{code}"):
                    left_out.add(code)
    return ReportRequest(municipality, quarter, whom.strip(), title.strip(), frozenset(left_out), edition)


def make(actor: Actor, request: ReportRequest) -> None:
    """Make the document once, with a bar that tells how far it is, and keep it."""
    bar = st.progress(0.0, "Bezig met maken")
    try:
        made = make_report(session.world(), actor, request, progress=lambda share, what: _step(bar, share, what))
    except UserError as error:
        messages.problems(sentence(error), texts.NOTHING_LOST)
        namesake.remember(error)
        return
    st.session_state[_READY] = made.id
    messages.success(texts.ready(made.file_name))


def _step(bar: "st.delta_generator.DeltaGenerator", share: float, what: str) -> None:
    bar.progress(min(max(share, 0.0), 1.0), plain(what))


def ready(actor: Actor, municipality: str) -> None:
    """The report just made, to download."""
    made = _found(actor, municipality, st.session_state.get(_READY, ""))
    if made is not None:
        with st.container(horizontal=True):
            _download(actor, made, "Downloaden")
            _pdf(actor, made)
        if made.aged:
            st.warning(plain(aged(made.aged)), icon=":material/warning:")


def renew(actor: Actor, municipality: str) -> None:
    """Documents with a story that was withdrawn since; a concept without it is then the report just made."""
    made = renewal.offer(actor, municipality)
    if made is not None:
        st.session_state[_READY] = made.id
        st.rerun()


def _found(actor: Actor, municipality: str, report_id: str) -> StoredReport | None:
    return next((r for r in list_reports(session.world(), actor, municipality) if r.id == report_id), None)


def _download(actor: Actor, made: StoredReport, label: str) -> None:
    services = session.world()  # the document is fetched when the button is pressed, outside this session's script
    st.download_button(
        label,
        lambda: download_report(services, actor, made.id)[1],
        made.file_name,
        WORD,
        key=f"download|{label}|{made.id}",
        on_click="ignore",
        icon=":material/download:",
    )


def _pdf(actor: Actor, made: StoredReport) -> None:
    """The PDF beside a report: made on the button, then kept to download. Where none can be made it says why."""
    services = session.world()
    if has_pdf(services, actor, made.id):
        name = PurePath(made.file_name).with_suffix(".pdf").name
        st.download_button(
            "PDF downloaden",
            lambda: report_pdf(services, actor, made.id)[1],
            name,
            "application/pdf",
            key=f"pdf|{made.id}",
            on_click="ignore",
            icon=":material/download:",
        )
    elif not services.office:
        st.caption(texts.NO_PDF)
    elif st.button("PDF maken", key=f"maak_pdf|{made.id}"):
        with st.spinner("Bezig met de PDF"):
            if messages.did(lambda: report_pdf(services, actor, made.id)):
                messages.success(texts.PDF_READY)
        st.rerun()


def earlier(actor: Actor, municipality: str) -> None:
    """All documents made for this municipality, newest first; one to download, vaststellen or note as sent."""
    reports = list_reports(session.world(), actor, municipality)
    if not reports:
        st.text(texts.NO_REPORTS)
        return
    st.table(_rows(reports), hide_index=True)
    by_id = {r.id: r for r in reports}
    ready = st.session_state.get(_READY)
    if ready in by_id and st.session_state.get(_OFFERED) != ready:  # what was just made is what one goes on with
        st.session_state[_CHOICE] = st.session_state[_OFFERED] = ready
    chosen = by_id[st.selectbox("Rapport", list(by_id), format_func=lambda i: texts.made_at(by_id[i].file_name, by_id[i].made_at), key=_CHOICE)]
    with st.container(horizontal=True):
        _download(actor, chosen, "Dit rapport downloaden")
        if chosen.id != st.session_state.get(_READY):
            _pdf(actor, chosen)
    changed(actor, chosen, reports)
    if not may(actor, Permission.FINALISE):
        st.caption(texts.LEAD_ONLY)
        return
    if can_finalise(chosen) and st.button("Vaststellen", key="vaststellen"):
        _confirm(actor, chosen)
    if can_send(chosen):
        _note_sent(actor, chosen)


def _rows(reports: Sequence[StoredReport]) -> pd.DataFrame:
    names = session.names()
    rows = [
        (
            r.file_name,
            Quarter.parse(r.quarter).name,
            texts.STATUSES[r.status],
            str(r.version) if r.version else "n.v.t.",
            short_day(r.made_at.date()),
            names.get(r.made_by, "onbekend"),
            texts.sent(r.sent_on) or "nog niet",
        )
        for r in reports[:20]
    ]
    return pd.DataFrame(rows, columns=["Bestand", "Kwartaal", "Stand", "Versie", "Gemaakt", "Door", "Verstuurd"]).map(plain)


@st.dialog("Rapport vaststellen?")
def _confirm(actor: Actor, chosen: StoredReport) -> None:
    st.text(texts.finalise_question(chosen.file_name, chosen.recipient))
    with st.container(key="annuleren"):
        if st.button("Annuleren"):
            st.rerun()
    if st.button("Ja, vaststellen"):
        with st.spinner("Bezig met vaststellen"):
            final = messages.attempt(lambda: finalise_report(session.world(), actor, chosen.id))
        if final is not None:
            st.session_state[_READY] = final.id
            messages.success(texts.finalised(final.file_name))
        st.rerun()


def _note_sent(actor: Actor, chosen: StoredReport) -> None:
    today = session.world().clock().date()
    day = st.date_input("Verstuurd op", today, format="DD-MM-YYYY", key=f"verstuurd|{chosen.id}")
    if st.button("Noteren als verstuurd", key="noteer_verstuurd"):
        if day > today:
            messages.problems(texts.DAY_IN_FUTURE)
        elif messages.did(lambda: note_sent(session.world(), actor, chosen.id, day)):
            messages.success(texts.SENT_NOTED)
        st.rerun()
