"""What somebody is typing: kept on the server, sealed, for that person only. Scrap paper: no audit event."""

from collections.abc import Mapping

from reporting.actions.common import permit
from reporting.model.people import Actor, Permission
from reporting.model.stored import Draft
from reporting.ports import Services


def save_draft(services: Services, actor: Actor, form: str, fields: Mapping[str, str]) -> Draft:
    """Keep what stands in a form now; `saved_at` is for "Concept opgeslagen om". Forms: "story:<id>", "explanation:<…>"."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.LOOK)
        draft = Draft(by.id, form, dict(fields), services.clock())
        uow.drafts.save(draft)
        uow.commit()
    return draft


def load_draft(services: Services, actor: Actor, form: str) -> Draft | None:
    """What this person was typing in this form, None when nothing."""
    with services.reading() as uow:
        return uow.drafts.get(permit(services, uow, actor, Permission.LOOK).id, form)


def drop_draft(services: Services, actor: Actor, form: str) -> None:
    """Forget it: it was saved, or thrown away."""
    with services.unit_of_work() as uow:
        uow.drafts.drop(permit(services, uow, actor, Permission.LOOK).id, form)
        uow.commit()
