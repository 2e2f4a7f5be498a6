"""Who did what, and when."""

from reporting.actions.common import permit
from reporting.model.audit import AuditEvent
from reporting.model.people import Actor, Permission
from reporting.ports import Services


def audit_trail(services: Services, actor: Actor, limit: int = 500) -> tuple[AuditEvent, ...]:
    """The newest events first."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.ERASE)
        return uow.audit.all(limit)
