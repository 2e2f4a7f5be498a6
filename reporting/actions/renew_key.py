"""Make a new master key, for instance when a colleague who knew the old one leaves."""

from reporting.actions.common import event, permit
from reporting.model.people import Actor, Permission
from reporting.ports import Services


def renew_key(services: Services, actor: Actor) -> int:
    """How many data keys are wrapped by the new master key now; sealed data stays as it is. Keep the new key file safe: it differs."""
    with services.reading() as uow:
        by = permit(services, uow, actor, Permission.PEOPLE)
    return services.archive.renew_key(event(services, by, "renew_key", "keys"))
