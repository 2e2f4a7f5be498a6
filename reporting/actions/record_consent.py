"""Consent of the storyteller, and its withdrawal: facts that are only ever added to (AVG art. 7)."""

from dataclasses import replace

from reporting.access.policies import StoryAction, check_story
from reporting.actions.common import event, found, permit
from reporting.actions.telling import safe_texts
from reporting.actions.withdraw_story import reports_with
from reporting.errors import InputRejected, NotPossible, Reason
from reporting.model.consent import Consent
from reporting.model.people import Actor, Permission
from reporting.model.stored import StoredReport
from reporting.model.story import StoryStatus
from reporting.ports import Services
from reporting.stories import text_hash


def record_consent(services: Services, actor: Actor, consent: Consent) -> Consent:
    """The consent as stored: bound to the hash of the text as it reads now, and to this moment.

    A `text_hash` that is given must be that of the present text, else NotPossible(TEXT_CHANGED): the client saw something else.
    """
    if not consent.purposes or not consent.how.strip():
        raise InputRejected(Reason.BAD_VALUE, field="toestemming")
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.WRITE_STORY)
        story = found(uow.stories.get(consent.story_id))
        check_story(by, story, StoryAction.RECORD_CONSENT)
        now = text_hash(safe_texts(uow, services.secrets, story, consent))
        if consent.text_hash not in ("", now):
            raise NotPossible(Reason.TEXT_CHANGED, story=story.id)
        stored = replace(consent, text_hash=now, asked_by=consent.asked_by or by.id, recorded_at=services.clock(), withdrawn=False)
        details = {"purposes": ",".join(sorted(consent.purposes)), "text_sha256": now}
        uow.stories.add_consent(stored, event(services, by, "record_consent", f"story:{story.id}", **details))
        uow.commit()
    return stored


def withdraw_consent(services: Services, actor: Actor, story_id: str) -> tuple[StoredReport, ...]:
    """The reports that hold the story and were vastgesteld or sent. The story leaves every new report at once; as easy as giving."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.WRITE_STORY, Permission.ERASE)
        story = found(uow.stories.get(story_id))
        given = uow.stories.consents(story_id)
        if not given or given[-1].withdrawn:
            raise NotPossible(Reason.NO_CONSENT, story=story_id)
        holding = reports_with(uow, story_id)
        ended = replace(given[-1], withdrawn=True, recorded_at=services.clock(), asked_by=by.id)
        uow.stories.add_consent(ended, event(services, by, "withdraw_consent", f"story:{story_id}", reports=len(holding)))
        if story.status is not StoryStatus.WITHDRAWN:
            left = replace(story, status=StoryStatus.WITHDRAWN, reviewed_by="", approved_hash="")
            uow.stories.save(left, story.version, event(services, by, "withdraw_story", f"story:{story_id}", reports=len(holding)))
        uow.commit()
    return holding
