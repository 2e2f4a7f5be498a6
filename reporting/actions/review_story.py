"""The second pair of eyes: approve, send back, undo. The writer never approves."""

from dataclasses import replace

from reporting.access.policies import StoryAction, check_story
from reporting.actions.common import event, found, permit, today
from reporting.actions.register_check import check_register
from reporting.actions.telling import check_ready
from reporting.errors import InputRejected, Reason
from reporting.model.people import Actor, Permission
from reporting.model.story import Story, StoryStatus
from reporting.ports import Services
from reporting.stories import text_hash


def approve_story(services: Services, actor: Actor, story_id: str, expected_version: int) -> Story:
    """The story, approved with the hash of the text that was read. Raises NotPossible(OWN_STORY), NotReleasable, Conflict."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.REVIEW_STORY)
        story = found(uow.stories.get(story_id))
        check_story(by, story, StoryAction.APPROVE)
        check_register(services, uow, story)
        texts, _ = check_ready(uow, services.secrets, story, by.id, today(services))
        read = text_hash(texts)
        approved = replace(story, status=StoryStatus.APPROVED, reviewed_by=by.id, approved_hash=read, review_note="")
        stored = uow.stories.save(approved, expected_version, event(services, by, "approve_story", f"story:{story_id}", text_sha256=read))
        uow.commit()
    return stored


def send_back_story(services: Services, actor: Actor, story_id: str, expected_version: int, note: str) -> Story:
    """The story, sent back with one sentence for its writer. Raises InputRejected(BAD_VALUE) without a sentence."""
    if not note.strip():
        raise InputRejected(Reason.BAD_VALUE, field="reden")
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.REVIEW_STORY)
        story = found(uow.stories.get(story_id))
        check_story(by, story, StoryAction.SEND_BACK)
        back = replace(story, status=StoryStatus.SENT_BACK, reviewed_by="", approved_hash="", review_note=note.strip())
        stored = uow.stories.save(back, expected_version, event(services, by, "send_back_story", f"story:{story_id}"))
        uow.commit()
    return stored


def undo_approval(services: Services, actor: Actor, story_id: str, expected_version: int) -> Story:
    """The story, waiting again; possible until it stands in a report that is vastgesteld."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.REVIEW_STORY)
        story = found(uow.stories.get(story_id))
        check_story(by, story, StoryAction.UNDO_APPROVAL)
        waiting = replace(story, status=StoryStatus.WAITING, reviewed_by="", approved_hash="")
        stored = uow.stories.save(waiting, expected_version, event(services, by, "undo_approval", f"story:{story_id}"))
        uow.commit()
    return stored
