"""Erase a story for good (AVG art. 17): its key is destroyed, so no copy of the database can be read either."""

from reporting.access.policies import StoryAction, check_story
from reporting.actions.common import event, found, permit
from reporting.actions.withdraw_story import reports_with
from reporting.model.people import Actor, Permission
from reporting.model.stored import StoredReport
from reporting.ports import Services


def erase_story(services: Services, actor: Actor, story_id: str) -> tuple[StoredReport, ...]:
    """The reports that hold it and were vastgesteld or sent. Text, consents, drafts and names are gone; that it was, stays."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.ERASE)
        check_story(by, found(uow.stories.get(story_id)), StoryAction.ERASE)
        holding = reports_with(uow, story_id)
        uow.stories.erase(story_id, event(services, by, "erase_story", f"story:{story_id}", reports=len(holding)))
        uow.commit()
    return holding
