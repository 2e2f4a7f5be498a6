"""The sheet a storyteller signs, with exactly the text that is asked consent for."""

from reporting.access.policies import StoryAction, check_story
from reporting.actions.common import event, found, permit, today
from reporting.actions.kept_files import template_of
from reporting.actions.settings import setting
from reporting.actions.telling import gate_of, proposal_of
from reporting.document import ConsentSheet, check_document, document_texts, render_consent_sheet
from reporting.errors import NotPossible, NotReleasable, Reason
from reporting.model.people import Actor, Permission
from reporting.ports import Services
from reporting.stories import find_names, preview, text_hash

_NEEDED = ("title", "printed", "alias")


def consent_sheet(services: Services, actor: Actor, story_id: str) -> tuple[str, bytes]:
    """File name (quarter and the text's code, nothing of a person) and the Word file, for who may record consent.

    Raises NotReleasable: UNDECIDED or FIELDS_MISSING, for the client must see the final text; NotPossible: NAME_LEFT when a name that was
    to be replaced is in it, DOCUMENT_CHECK. The audit trail remembers which text was printed.
    """
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.WRITE_STORY)
        story = found(uow.stories.get(story_id))
        check_story(by, story, StoryAction.RECORD_CONSENT)
        proposal = proposal_of(uow, services.secrets, story)
        if proposal.undecided:
            raise NotReleasable(Reason.UNDECIDED, story=story.id, count=len(proposal.undecided))
        seen = preview(story, proposal)
        missing = [name for name in _NEEDED if not getattr(seen, name).strip()]
        if missing:
            raise NotReleasable(Reason.FIELDS_MISSING, story=story.id, fields=",".join(missing))
        code = text_hash(seen)
        sheet = ConsentSheet(
            setting(uow, "organisation"), seen.title, seen.quote, seen.printed, seen.what_changed, seen.alias, text_hash=code, made_on=today(services)
        )
        document, name = render_consent_sheet(sheet, template_of(uow)), f"toestemming-{story.period}-{code[:8]}.docx"
        gate = gate_of(uow, services.secrets, story)
        if find_names({**document_texts(document), "file name": name}, gate.names, gate.exempt):
            raise NotPossible(Reason.NAME_LEFT, story=gate.title, story_id=story.id)
        if problems := check_document(document):
            raise NotPossible(Reason.DOCUMENT_CHECK, problem=problems[0])
        uow.audit.note(event(services, by, "consent_sheet", f"story:{story.id}", text_sha256=code))
        uow.commit()
    return name, document
