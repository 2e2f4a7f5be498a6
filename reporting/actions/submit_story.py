"""Send a story to a second person."""

from dataclasses import replace

from reporting.access.policies import StoryAction, check_story
from reporting.actions.common import event, found, permit, today
from reporting.actions.register_check import check_register
from reporting.actions.stories import IN_STORY, SAFE_BY, SAFE_TITLE, SAFE_WHY
from reporting.actions.telling import check_ready
from reporting.model.people import Actor, Permission
from reporting.model.story import Story, StoryStatus
from reporting.ports import Services
from reporting.stories import find_names

_SOMEBODY = "?"  # who will approve is not known yet


def submit_story(services: Services, actor: Actor, story_id: str, expected_version: int) -> Story:
    """The story, now waiting. Everything but the approval must be in order: raises NotReleasable with what is missing, or Conflict."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.WRITE_STORY)
        story = found(uow.stories.get(story_id))
        check_story(by, story, StoryAction.SUBMIT)
        check_register(services, uow, story)
        texts, proposal = check_ready(uow, services.secrets, story, _SOMEBODY, today(services))
        safe = {SAFE_TITLE: texts.title, SAFE_WHY: texts.selected_why, SAFE_BY: _chosen_by(story, proposal.originals)}
        sent = replace(story, status=StoryStatus.WAITING, review_note="", extra={**story.extra, **safe})
        stored = uow.stories.save(sent, expected_version, event(services, by, "submit_story", f"story:{story_id}"))
        uow.commit()
    return stored


def _chosen_by(story: Story, names: tuple[str, ...]) -> str:
    """Who chose the story, as colleagues may read it: nobody by name who is in it."""
    chooser = story.text.selected_by.strip()
    return IN_STORY if find_names({"": chooser}, names) else chooser
