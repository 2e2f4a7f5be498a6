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
from reporting.texts.screens_figures import NUMBERS_CHECKED
from reporting.ui import figures, frame, messages, session, typed
from reporting.ui.drafts import DraftForm
from reporting.ui.plain import plain


def _form(actor: Actor, stored: StoredConversation) -> DraftForm:
    talk, invitation = stored.conversation, stored.conversation.invitation
    words = {name: "\n".join(talk.questions) if name == "questions" else str(getattr(talk, name)) for name in texts.TALK}
    words |= {f"invitation_{name}": str(getattr(invitation, name)) for name in texts.INVITATION}
    return DraftForm(actor, f"conversation:{stored.municipality}:{stored.quarter}", {**words, "version": str(stored.version), "numbers": ""})


def fields(actor: Actor, municipality: str, quarter: Quarter) -> None:
    """The fields of the talk chapter, folded away: nothing in it is needed."""
    with st.expander("Gesprek en uitnodiging", key="gesprek"):
        _typed(actor, municipality, quarter)


@st.fragment
def _typed(actor: Actor, municipality: str, quarter: Quarter) -> None:
    stored = conversation_of(session.world(), actor, municipality, quarter)
    form = _form(actor, stored)
    st.text(texts.TALK_LINE)
    with form.box():
        for name, label in texts.TALK.items():
            form.area(label, name)
        for name, label in texts.INVITATION.items():
            form.line(label, f"invitation_{name}")
        told = _held(actor, stored, form)
        if told:
            st.warning(plain(texts.talk_numbers(told)), icon=":material/visibility_off:")
            typed.tick(form, NUMBERS_CHECKED, "numbers", typed.listing(told))
        frame.draft_line(form.form, form.open())


def _held(actor: Actor, stored: StoredConversation, form: DraftForm) -> tuple[str, ...]:
    """Sentences about typed numbers and comparisons that may give a hidden figure away; the day and hour of an invitation are no figures."""
    if not form.open():
        return ()
    talk, values = stored.conversation, form.values()
    before = (*talk.questions, *(getattr(talk, n) for n in texts.TALK if n != "questions"), talk.invitation.what, talk.invitation.whom)
    now = (*(values[n] for n in texts.TALK), values["invitation_what"], values["invitation_whom"])
    return typed.held_in(now, before, figures.protected(actor, stored.municipality, Quarter.parse(stored.quarter)))


def keep(actor: Actor, municipality: str, quarter: Quarter) -> bool:
    """Save what was typed, before a report is made of it. False where it was not (numbers to confirm first, say); the reason stands under the H1."""
    stored = conversation_of(session.world(), actor, municipality, quarter)
    form = _form(actor, stored)
    if not form.open():
        return True
    values, told = form.values(), _held(actor, stored, form)
    if told and values["numbers"] != typed.listing(told):
        messages.problems(texts.talk_numbers(told))
        return False
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
