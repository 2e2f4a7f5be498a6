"""What was done with a story: in which reports it stood, what was said of it, and what happened since; also as a sheet for its teller."""

from dataclasses import dataclass

from reporting.actions.common import event, found, permit, today
from reporting.actions.kept_files import template_of
from reporting.actions.settings import setting
from reporting.actions.stories import SAFE_TITLE
from reporting.actions.telling import gate_of
from reporting.document import StorySheet, ToldIn, check_document, document_texts, render_story_sheet
from reporting.errors import NotPossible, Reason
from reporting.model.people import Actor, Permission
from reporting.model.period import Quarter
from reporting.model.safe import ReportStatus
from reporting.model.stored import StoredReport
from reporting.model.story import Story, StoryStatus
from reporting.model.talk import Talk
from reporting.ports import Services, UnitOfWork
from reporting.stories import find_names


@dataclass(frozen=True, slots=True)
class StoryFate:
    """One story: its title as a reader may see it, the reports vastgesteld with it, and the talks with only the answers about it."""

    story: str
    title: str
    author: str
    reports: tuple[StoredReport, ...]
    talks: tuple[Talk, ...]


def story_fates(services: Services, actor: Actor, municipality: str) -> tuple[StoryFate, ...]:
    """Stories that stand in a report that is vastgesteld, or were talked about; the newest quarter first."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.WRITE_STORY)
        stories = sorted(uow.stories.all(municipality), key=lambda s: s.period, reverse=True)
        fates = (_fate(uow, story) for story in stories if story.status is not StoryStatus.ERASED)
        return tuple(f for f in fates if f.reports or f.talks)


def story_sheet(services: Services, actor: Actor, story_id: str) -> tuple[str, bytes]:
    """File name and Word file for the teller. Raises NotPossible: NOT_FOUND while there is nothing to tell, NAME_LEFT, DOCUMENT_CHECK."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.WRITE_STORY)
        story = found(uow.stories.get(story_id))
        if story.status is StoryStatus.ERASED:
            raise NotPossible(Reason.ERASED)
        fate = _fate(uow, story)
        if not (fate.reports or fate.talks):
            raise NotPossible(Reason.NOT_FOUND)
        told_in = tuple(ToldIn(r.edition, Quarter.parse(r.quarter), r.recipient, r.sent_on) for r in fate.reports)
        sheet = StorySheet(setting(uow, "organisation"), fate.title, told_in, fate.talks, today(services))
        document, name = render_story_sheet(sheet, template_of(uow)), f"uw-verhaal-{story.period}.docx"
        gate = gate_of(uow, services.secrets, story)
        if find_names(document_texts(document), gate.names, gate.exempt):
            raise NotPossible(Reason.NAME_LEFT, story=gate.title, story_id=story.id)
        if problems := check_document(document):
            raise NotPossible(Reason.DOCUMENT_CHECK, problem=problems[0])
        uow.audit.note(event(services, by, "story_sheet", f"story:{story.id}"))
        uow.commit()
    return name, document


def _fate(uow: UnitOfWork, story: Story) -> StoryFate:
    final = [r for r in uow.reports.all(story.municipality) if r.status is not ReportStatus.CONCEPT and story.id in r.stories]
    newest = {(r.quarter, r.edition): r for r in final}  # of each document its last version
    said = []
    for stored in uow.talks.all(story.municipality):
        answers = tuple(a for a in stored.talk.answers if a.story == story.id)
        if answers:
            said.append(Talk(stored.talk.day, stored.talk.whom, answers))
    return StoryFate(story.id, story.extra.get(SAFE_TITLE, ""), story.author, tuple(newest.values()), tuple(said))
