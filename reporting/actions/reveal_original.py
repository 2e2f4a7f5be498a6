"""Show a colleague's raw words; the audit trail remembers who looked."""

from reporting.access.policies import StoryAction, check_story
from reporting.actions.common import event, found, permit
from reporting.model.people import Actor, Permission
from reporting.model.story import StoryText
from reporting.ports import Services


def reveal_original(services: Services, actor: Actor, story_id: str) -> StoryText:
    """The words as typed. Logged before they are shown."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.REVIEW_STORY)
        story = found(uow.stories.get(story_id))
        check_story(by, story, StoryAction.CHOOSE)
        uow.audit.note(event(services, by, "reveal_original", f"story:{story_id}"))
        uow.commit()
    return story.text
