"""What to replace in a story, and how it then reads."""

from collections.abc import Mapping

from reporting.access.policies import StoryAction, check_story
from reporting.actions.common import found, permit
from reporting.actions.telling import proposal_of, safe_texts
from reporting.model.people import Actor, Permission
from reporting.ports import Services
from reporting.stories import Proposal, SafeTexts, safe_segments


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


def preview_marked(services: Services, actor: Actor, story_id: str) -> Mapping[str, tuple[tuple[str, bool], ...]]:
    """The same texts by printed field, in stretches that say whether they were replaced. Never the words they stand for."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.REVIEW_STORY)
        proposal = proposal_of(uow, services.secrets, found(uow.stories.get(story_id)))
    return {name: tuple((s.text, s.redaction is not None) for s in safe_segments(proposal, name)) for name in proposal.texts}
