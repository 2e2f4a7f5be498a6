"""What was said after a report was read: recorded here, told in the next report."""

import secrets
from dataclasses import replace

from reporting.actions.common import event, found, municipality_of, permit, today
from reporting.errors import InputRejected, Reason
from reporting.model.people import Actor, Permission
from reporting.model.period import Quarter
from reporting.model.talk import StoredTalk, Talk
from reporting.ports import Services
from reporting.stories import personal_words


def talks_of(services: Services, actor: Actor, municipality: str, quarter: Quarter) -> tuple[StoredTalk, ...]:
    """The talks about this quarter's report, oldest first."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.EXPLAIN)
        return tuple(t for t in uow.talks.all(municipality) if t.quarter == str(quarter))


def new_talk(services: Services, municipality: str, quarter: Quarter) -> StoredTalk:
    """An empty talk of today, not stored yet (version 0)."""
    return StoredTalk(secrets.token_hex(8), municipality, str(quarter), Talk(today(services), ""), 0)


def save_talk(services: Services, actor: Actor, talk: StoredTalk, expected_version: int, *, checked: bool = False) -> StoredTalk:
    """The talk as stored, without answers in which nothing was written. `checked`: a person looked at what seems a personal detail.

    Raises Conflict; NotPossible(NOT_FOUND) for a story that is not there; InputRejected: UNCHECKED, or BAD_VALUE for a day to come.
    """
    answers = tuple(a for a in talk.talk.answers if not a.empty)
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.EXPLAIN)
        municipality_of(uow, talk.municipality)
        if talk.talk.day > today(services):
            raise InputRejected(Reason.BAD_VALUE, field="dag")
        for story in {a.story for a in answers if a.story}:
            found(uow.stories.get(story))
        typed = [talk.talk.whom, *(text for a in answers for text in (a.asked, a.promised, a.happened))]
        if not checked and personal_words(typed, uow.stories.names()):
            raise InputRejected(Reason.UNCHECKED)
        kept = replace(talk, talk=replace(talk.talk, answers=answers))
        saved = uow.talks.save(kept, expected_version, event(services, by, "save_talk", f"talk:{talk.id}", quarter=talk.quarter, answers=len(answers)))
        uow.commit()
    return saved
