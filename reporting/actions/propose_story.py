"""What to replace in a story, and how it then reads."""

from reporting.access.policies import StoryAction, check_story
from reporting.actions.common import found, permit
from reporting.actions.telling import proposal_of, safe_texts
from reporting.model.people import Actor, Permission
from reporting.ports import Services
from reporting.stories import Proposal, SafeTexts


def propose_story(services: Services, actor: Actor, story_id: str) -> Proposal:
    """The proposal for the writer: it holds the original words. Raises NotPossible(NOT_OWN_STORY) for anybody else."""
    with services.reading() as uow:
        by = permit(services, uow, actor, Permission.WRITE_STORY)
        story = found(uow.stories.get(story_id))
        check_story(by, story, StoryAction.EDIT)
        return proposal_of(uow, services.secrets, story)


def preview_story(services: Services, actor: Actor, story_id: str) -> SafeTexts:
    """The texts with every decision applied, as the reader of the report would see them; what a second person reads."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.REVIEW_STORY)
        return safe_texts(uow, services.secrets, found(uow.stories.get(story_id)))
