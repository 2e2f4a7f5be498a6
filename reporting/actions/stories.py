"""Reading stories. Raw words are for the writer only; a colleague reads the proposed text (propose_story) or asks for the original."""

import secrets
from collections import Counter
from dataclasses import replace

from reporting.actions.common import found, permit
from reporting.actions.types import StoryGaps
from reporting.model.consent import Consent
from reporting.model.people import Actor, Permission, Role
from reporting.model.period import Quarter
from reporting.model.story import Story, StoryStatus, StorytellerRole, StoryText
from reporting.ports import Services

SAFE_TITLE = "safe_title"  # in Story.extra: the title with its replacements, as sent for review
SAFE_WHY, SAFE_BY = "safe_why", "safe_by"  # in Story.extra, as sent for review: why this story was chosen, and by whom
IN_STORY = "in_story"  # stands for a chooser who is in the story
CHOSEN = "chosen"  # in Story.extra: "no" when the tick "In het rapport" is off
NAMESAKE = "namesake:"  # in Story.extra: this and a name, why it is somebody else's
TOLD = frozenset({StoryStatus.APPROVED, StoryStatus.IN_REPORT})  # a second person has read it
_GONE = frozenset({StoryStatus.WITHDRAWN, StoryStatus.ERASED})


def new_story(actor: Actor, municipality: str, quarter: Quarter) -> Story:
    """An empty story of this writer, not stored yet (version 0); its id is for drafts from the first letter on."""
    return Story(secrets.token_hex(8), municipality, str(quarter), actor.id, StoryStatus.CONCEPT, StoryText())


def list_stories(services: Services, actor: Actor, municipality: str | None = None, quarter: Quarter | None = None) -> tuple[Story, ...]:
    """Stories of a municipality and quarter (or all), as this person may read them: see `readable`."""
    with services.reading() as uow:
        by = permit(services, uow, actor, Permission.WRITE_STORY, Permission.ERASE)
        return tuple(readable(s, by) for s in uow.stories.all(municipality, None if quarter is None else str(quarter)))


def get_story(services: Services, actor: Actor, story_id: str) -> Story:
    """One story as this person may read it. Raises NotPossible(NOT_FOUND)."""
    with services.reading() as uow:
        by = permit(services, uow, actor, Permission.WRITE_STORY, Permission.ERASE)
        return readable(found(uow.stories.get(story_id)), by)


def consents_of(services: Services, actor: Actor, story_id: str) -> tuple[Consent, ...]:
    """Every consent and withdrawal of a story, oldest first; the last one counts."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.WRITE_STORY, Permission.ERASE)
        return uow.stories.consents(story_id)


def readable(story: Story, reader: Actor) -> Story:
    """The whole story for its writer; for anybody else without the raw words: the title as replaced, and nothing that names somebody."""
    if reader.id == story.author or reader.role is Role.COMMAND_LINE:
        return story
    text = story.text
    kept = StoryText(
        recorded_on=text.recorded_on,
        storyteller_role=text.storyteller_role,
        age_class=text.age_class,
        title=story.extra.get(SAFE_TITLE, ""),
        grade=text.grade,
        recommend=text.recommend,
        failed=text.failed,
        selected_by=story.extra.get(SAFE_BY, ""),
        selected_why=story.extra.get(SAFE_WHY, ""),
    )
    extra = {key: value for key, value in story.extra.items() if not key.startswith(NAMESAKE)}
    return replace(story, text=kept, decisions=(), marks=(), extra=extra)


def chosen(story: Story) -> bool:
    """Whether the tick "In het rapport" is on; it is until somebody takes it off."""
    return story.extra.get(CHOSEN) != "no"


def story_gaps(services: Services, actor: Actor, municipality: str, quarter: Quarter) -> StoryGaps:
    """What the stories of a quarter do not show yet."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        stories = [s for s in uow.stories.all(municipality, str(quarter)) if s.status not in _GONE]
        indicators = uow.agreements.of(municipality, quarter.year)
    told = {code for s in stories for code in s.indicators}
    roles = Counter(s.text.storyteller_role.value for s in stories if s.text.storyteller_role is not None)
    return StoryGaps(
        indicators_without=tuple(i.code for i in indicators if i.code not in told),
        only_success=bool(stories) and not any(s.text.failed or s.text.not_working_yet for s in stories),
        roles={role.value: roles[role.value] for role in StorytellerRole if roles[role.value]},
        one_kind=len(stories) > 1 and len(roles) == 1,
        nobody_stopped=bool(stories) and not any(s.text.failed for s in stories),
    )
