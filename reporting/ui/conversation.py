"""The talk chapter: outlook, what was asked last time, questions and the invitation. Typed text is a draft until it is saved."""

import streamlit as st

from reporting.actions.explanations import conversation_of, save_conversation
from reporting.errors import Conflict, UserError
from reporting.model.people import Actor
from reporting.model.period import Quarter
from reporting.model.safe import Conversation, Invitation
from reporting.model.stored import StoredConversation
from reporting.texts import screens_report as texts
from reporting.texts.errors import sentence
from reporting.ui import frame, messages, session
from reporting.ui.drafts import DraftForm


def _form(actor: Actor, stored: StoredConversation) -> DraftForm:
    talk, invitation = stored.conversation, stored.conversation.invitation
    words = {name: "\n".join(talk.questions) if name == "questions" else str(getattr(talk, name)) for name in texts.TALK}
    words |= {f"invitation_{name}": str(getattr(invitation, name)) for name in texts.INVITATION}
    return DraftForm(actor, f"conversation:{stored.municipality}:{stored.quarter}", {**words, "version": str(stored.version)})


def fields(actor: Actor, municipality: str, quarter: Quarter) -> None:
    """The fields of the talk chapter, folded away: nothing in it is needed."""
    with st.expander("Gesprek en uitnodiging", key="gesprek"):
        _typed(actor, municipality, quarter)


@st.fragment
def _typed(actor: Actor, municipality: str, quarter: Quarter) -> None:
    form = _form(actor, conversation_of(session.world(), actor, municipality, quarter))
    st.text(texts.TALK_LINE)
    with form.box():
        for name, label in texts.TALK.items():
            form.area(label, name)
        for name, label in texts.INVITATION.items():
            form.line(label, f"invitation_{name}")
        frame.draft_line(form.form, form.open())


def keep(actor: Actor, municipality: str, quarter: Quarter) -> bool:
    """Save what was typed, before a report is made of it. False where it could not be saved; the reason stands under the H1."""
    stored = conversation_of(session.world(), actor, municipality, quarter)
    form = _form(actor, stored)
    if not form.open():
        return True
    values = form.values()
    invitation = Invitation(**{name: values[f"invitation_{name}"].strip() for name in texts.INVITATION})
    questions = tuple(q.strip() for q in values["questions"].splitlines() if q.strip())
    rest = {name: values[name].strip() for name in texts.TALK if name != "questions"}
    new = StoredConversation(municipality, str(quarter), Conversation(**rest, questions=questions, invitation=invitation), 0)
    try:
        save_conversation(session.world(), actor, new, int(values["version"] or 0))
    except Conflict:
        form.put("version", str(conversation_of(session.world(), actor, municipality, quarter).version))
        messages.problems(texts.TALK_CONFLICT)
        return False
    except UserError as error:
        messages.problems(sentence(error))
        return False
    form.drop()
    return True
