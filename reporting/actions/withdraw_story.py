"""Take a story out of every new report, and put it back on its writer's desk."""

from dataclasses import replace

from reporting.access.policies import StoryAction, check_story
from reporting.actions.common import event, found, permit
from reporting.model.people import Actor, Permission
from reporting.model.safe import ReportStatus
from reporting.model.stored import StoredReport
from reporting.model.story import Story, StoryStatus
from reporting.ports import Services, UnitOfWork


def withdraw_story(services: Services, actor: Actor, story_id: str, expected_version: int) -> tuple[StoredReport, ...]:
    """The reports that were vastgesteld or sent with this story in it, oldest first: their readers must be told (AVG art. 19)."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.WRITE_STORY, Permission.ERASE)
        story = found(uow.stories.get(story_id))
        check_story(by, story, StoryAction.WITHDRAW)
        withdrawn = replace(story, status=StoryStatus.WITHDRAWN, reviewed_by="", approved_hash="")
        holding = reports_with(uow, story_id)
        uow.stories.save(withdrawn, expected_version, event(services, by, "withdraw_story", f"story:{story_id}", reports=len(holding)))
        uow.commit()
    return holding


def restore_story(services: Services, actor: Actor, story_id: str, expected_version: int) -> Story:
    """The story as a concept again; it must be read and approved anew."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.WRITE_STORY)
        story = found(uow.stories.get(story_id))
        check_story(by, story, StoryAction.RESTORE)
        back = replace(story, status=StoryStatus.CONCEPT)
        stored = uow.stories.save(back, expected_version, event(services, by, "restore_story", f"story:{story_id}"))
        uow.commit()
    return stored


def reports_with(uow: UnitOfWork, story_id: str) -> tuple[StoredReport, ...]:
    """Reports that are vastgesteld or sent and hold this story, oldest first."""
    return tuple(r for r in uow.reports.all() if story_id in r.stories and r.status is not ReportStatus.CONCEPT)
