"""The tick "In het rapport"."""

from dataclasses import replace

from reporting.access.policies import StoryAction, check_story
from reporting.actions.common import event, found, permit
from reporting.actions.stories import CHOSEN, readable
from reporting.model.people import Actor, Permission
from reporting.model.story import Story
from reporting.ports import Services


def choose_story(services: Services, actor: Actor, story_id: str, chosen: bool) -> Story:
    """The story, in the next report or not; its text and approval stay as they are."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.MAKE_CONCEPT)
        story = found(uow.stories.get(story_id))
        check_story(by, story, StoryAction.CHOOSE)
        changed = replace(story, extra={**story.extra, CHOSEN: "yes" if chosen else "no"})
        stored = uow.stories.save(changed, story.version, event(services, by, "choose_story", f"story:{story_id}", chosen=changed.extra[CHOSEN]))
        uow.commit()
    return readable(stored, by)
