"""Say that a name in a document is somebody else's: an alderman, a colleague, a neighbourhood."""

from dataclasses import replace

from reporting.access.policies import StoryAction, check_story
from reporting.actions.common import event, found, permit
from reporting.actions.stories import NAMESAKE, readable
from reporting.errors import InputRejected, Reason
from reporting.model.people import Actor, Permission
from reporting.model.story import Story
from reporting.ports import Services


def confirm_namesake(services: Services, actor: Actor, story_id: str, name: str, reason: str) -> Story:
    """The story, with the name let through by the last gate; in the story's own text it stays replaced.

    Name and reason are kept with the story, sealed; the audit trail says who confirmed, not which name. Raises InputRejected(BAD_VALUE).
    """
    if not name.strip() or not reason.strip():
        raise InputRejected(Reason.BAD_VALUE, field="reden" if name.strip() else "naam")
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.MAKE_CONCEPT)
        story = found(uow.stories.get(story_id))
        check_story(by, story, StoryAction.CHOOSE)
        confirmed = replace(story, extra={**story.extra, NAMESAKE + " ".join(name.split()): reason.strip()})
        stored = uow.stories.save(confirmed, story.version, event(services, by, "confirm_namesake", f"story:{story_id}"))
        uow.commit()
    return readable(stored, by)
