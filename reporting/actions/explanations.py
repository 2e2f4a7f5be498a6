"""The explanation per theme, the talk chapter of a report, and key messages that people wrote themselves."""

from dataclasses import replace

from reporting.actions.common import event, municipality_of, permit
from reporting.model.edits import StoredMessage
from reporting.model.people import Actor, Permission
from reporting.model.period import Quarter
from reporting.model.safe import Conversation
from reporting.model.stored import StoredConversation, StoredExplanation
from reporting.ports import Services


def explanations_of(services: Services, actor: Actor, municipality: str, quarter: Quarter) -> tuple[StoredExplanation, ...]:
    """What was written for this quarter; a theme nobody wrote about is not in it."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        return uow.explanations.of(municipality, str(quarter))


def save_explanation(services: Services, actor: Actor, explanation: StoredExplanation, expected_version: int) -> StoredExplanation:
    """The explanation as stored, with its new version (0 expected: a first one) and the imports it was written by. Raises Conflict."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.EXPLAIN)
        municipality_of(uow, explanation.municipality)
        written = replace(explanation, batches=tuple(b.id for b in uow.batches.active()))
        subject = f"explanation:{explanation.municipality}:{explanation.quarter}:{explanation.theme}"
        saved = uow.explanations.save(written, expected_version, event(services, by, "save_explanation", subject))
        uow.commit()
    return saved


def new_rows_since(services: Services, actor: Actor, explanation: StoredExplanation) -> int:
    """Registrations of the quarter in active imports that were not there when this was written."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        return sum(b.per_quarter.get(explanation.quarter, 0) for b in uow.batches.active() if b.id not in explanation.batches)


def conversation_of(services: Services, actor: Actor, municipality: str, quarter: Quarter) -> StoredConversation:
    """The talk chapter; an empty one with version 0 when nobody wrote it."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        stored = uow.explanations.conversation(municipality, str(quarter))
    return stored or StoredConversation(municipality, str(quarter), Conversation(), 0)


def save_conversation(services: Services, actor: Actor, conversation: StoredConversation, expected_version: int) -> StoredConversation:
    """The talk chapter as stored, with its new version. Raises Conflict."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.EXPLAIN)
        municipality_of(uow, conversation.municipality)
        subject = f"conversation:{conversation.municipality}:{conversation.quarter}"
        saved = uow.explanations.save_conversation(conversation, expected_version, event(services, by, "save_conversation", subject))
        uow.commit()
    return saved


def messages_of(services: Services, actor: Actor, municipality: str, quarter: Quarter) -> tuple[StoredMessage, ...]:
    """Key messages written by people for this quarter, in every edition; those taken away are not in it."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        return tuple(m for m in uow.explanations.messages(municipality, str(quarter)) if m.text)


def drop_message(services: Services, actor: Actor, message: StoredMessage) -> None:
    """Give the place back to the app's own sentence. Raises Conflict when somebody wrote there since."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.EXPLAIN)
        subject = f"message:{message.municipality}:{message.quarter}:{message.edition.value}:{message.place}"
        uow.explanations.save_message(replace(message, text=""), message.version, event(services, by, "drop_message", subject))
        uow.commit()
