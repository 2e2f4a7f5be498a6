"""Save what the writer typed, decided and marked."""

import re
from dataclasses import replace

from reporting.access.policies import StoryAction, after_edit, check_story
from reporting.actions.clients import pseudonym_of
from reporting.actions.common import event, municipality_of, permit
from reporting.actions.stories import TOLD
from reporting.actions.telling import safe_texts
from reporting.errors import InputRejected, Reason
from reporting.model.people import Actor, Permission
from reporting.model.story import Story, StoryStatus, StoryText
from reporting.ports import Services, UnitOfWork
from reporting.stories import text_hash

_PSEUDONYM = re.compile(r"[0-9a-f]{32}")
_MOST_INDICATORS, _MOST_REGISTRATIONS = 3, 20


def save_story(services: Services, actor: Actor, story: Story, expected_version: int) -> Story:
    """The story as stored, with its new version; 0 expected is a new one. State and approval are never taken from the caller.

    A changed text goes back: approved → waiting, waiting → concept. Registrations typed as client numbers are kept as pseudonyms.
    Raises Conflict (theirs: what stands now), NotPossible (not the writer's, withdrawn, erased), InputRejected(BAD_VALUE).
    """
    if len(story.indicators) > _MOST_INDICATORS or len(story.text.registrations) > _MOST_REGISTRATIONS:
        raise InputRejected(Reason.BAD_VALUE, field="indicators")
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.WRITE_STORY)
        municipality_of(uow, story.municipality)
        old = uow.stories.get(story.id)
        text = _with_pseudonyms(story.text, services.secrets.pseudonym)
        if old is None:
            saved = Story(story.id, story.municipality, story.period, by.id, StoryStatus.CONCEPT, text)
        else:
            check_story(by, old, StoryAction.EDIT)
            saved = replace(old, municipality=story.municipality, period=story.period, text=text)
        saved = replace(
            saved,
            indicators=story.indicators,
            outside_figures=story.outside_figures,
            decisions=story.decisions,
            marks=story.marks,
            read_without_personal_data=story.read_without_personal_data,
        )
        if old is not None and saved == old and old.version == expected_version and not _outdated(services, uow, old):
            return old
        if old is not None:
            saved = replace(saved, status=after_edit(old.status), reviewed_by="", approved_hash="")
        stored = uow.stories.save(saved, expected_version, event(services, by, "save_story", f"story:{story.id}", status=saved.status.value))
        uow.commit()
    return stored


def _outdated(services: Services, uow: UnitOfWork, story: Story) -> bool:
    """Whether an approved text reads otherwise now, because a name became known since; saving it then sends it back."""
    return story.status in TOLD and text_hash(safe_texts(uow, services.secrets, story)) != story.approved_hash


def _with_pseudonyms(text: StoryText, key: bytes) -> StoryText:
    """Client numbers replaced by the pseudonyms the registrations carry."""
    return replace(text, registrations=tuple(r if _PSEUDONYM.fullmatch(r) else pseudonym_of(r, key) for r in text.registrations))
