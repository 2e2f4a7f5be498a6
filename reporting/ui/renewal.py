"""Documents that readers have with a story that was withdrawn since: named, and made again without it."""

from functools import partial

import streamlit as st

from reporting.access.permissions import may
from reporting.actions.renew_report import ToRenew, renew_report, reports_to_renew
from reporting.model.people import Actor, Permission
from reporting.model.stored import StoredReport
from reporting.texts import screens_report as texts
from reporting.ui import messages, session
from reporting.ui.plain import plain


def offer(actor: Actor, municipality: str) -> StoredReport | None:
    """Each such document with a button; the concept when one was just made."""
    made = None
    for item in reports_to_renew(session.world(), actor, municipality):
        with st.container(border=True, key=f"vernieuwen-{item.report.id}"):
            st.warning(plain(_words(item)), icon=":material/warning:")
            if st.button(texts.RENEW, key=f"vernieuw|{item.report.id}"):
                with st.spinner("Bezig met maken"):
                    made = messages.attempt(partial(renew_report, session.world(), actor, item.report.id))
                if made is not None:
                    messages.success(texts.renewed(made.file_name))
    return made


def _words(item: ToRenew) -> str:
    return texts.to_renew(item.report.file_name, len(item.withdrawn), item.report.recipient, item.report.sent_on)


def said_after(actor: Actor, done: str, holding: tuple[StoredReport, ...], in_reports: str) -> None:
    """Say that a story was withdrawn or erased, and where the next version without it is made."""
    words = " ".join(x for x in (done, in_reports) if x)
    if holding and may(actor, Permission.MAKE_CONCEPT):
        messages.success(words, "rapport", texts.RENEW_LINK)
    else:
        messages.success(words)
