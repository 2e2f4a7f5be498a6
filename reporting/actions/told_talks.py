"""The talks a report opens with: what was asked after the report before it, what was promised, and what happened."""

from collections.abc import Iterable
from datetime import date

from reporting.actions.stories import TOLD
from reporting.actions.telling import Gate, gate_of, released
from reporting.actions.types import ReportRequest
from reporting.errors import NotReleasable
from reporting.model.period import Quarter
from reporting.model.safe import Edition
from reporting.model.story import StoryStatus
from reporting.model.talk import StoredTalk, TalkedStory, ToldTalk
from reporting.ports import Secrets, UnitOfWork


def told_talks(uow: UnitOfWork, secrets: Secrets, request: ReportRequest, on: date) -> tuple[ToldTalk, ...]:
    """The talks with the title of a story only where it may be read outside now."""
    return tuple(
        ToldTalk(t.talk.day, t.talk.whom, tuple(TalkedStory(_title(uow, secrets, a.story, on), a) for a in t.talk.answers)) for t in _wanted(uow, request)
    )


def talk_gates(uow: UnitOfWork, secrets: Secrets, request: ReportRequest) -> Iterable[Gate]:
    """What may not be in the document because of the stories that were talked about."""
    for story_id in dict.fromkeys(a.story for t in _wanted(uow, request) for a in t.talk.answers if a.story):
        story = uow.stories.get(story_id)
        if story is not None and story.status is not StoryStatus.ERASED:
            yield gate_of(uow, secrets, story)


def _wanted(uow: UnitOfWork, request: ReportRequest) -> tuple[StoredTalk, ...]:
    """Those about the last report that was talked about before this quarter; an annual report has all since the year began.

    A first meeting has none: who reads it asked nothing yet.
    """
    if request.edition is Edition.FIRST_MEETING:
        return ()
    talks = [t for t in uow.talks.all(request.municipality) if Quarter.parse(t.quarter) < request.quarter]
    if request.edition is Edition.ANNUAL:
        first = Quarter(request.quarter.year, 1).previous
        return tuple(t for t in talks if Quarter.parse(t.quarter) >= first)
    return tuple(t for t in talks if t.quarter == talks[-1].quarter)


def _title(uow: UnitOfWork, secrets: Secrets, story_id: str, on: date) -> str:
    story = uow.stories.get(story_id) if story_id else None
    if story is None or story.status not in TOLD:
        return ""
    try:
        return released(uow, secrets, story, on).title
    except NotReleasable:
        return ""
