"""What was agreed with which municipality."""

from reporting.actions.common import permit
from reporting.model.agreement import Indicator
from reporting.model.municipality import Municipality
from reporting.model.people import Actor, Permission
from reporting.ports import Services


def list_municipalities(services: Services, actor: Actor) -> tuple[Municipality, ...]:
    """Municipalities with agreements, by name."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        return uow.agreements.municipalities()


def years_of(services: Services, actor: Actor, municipality: str) -> tuple[int, ...]:
    """Years with agreements, oldest first."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        return uow.agreements.years(municipality)


def agreements_of(services: Services, actor: Actor, municipality: str, year: int) -> tuple[Indicator, ...]:
    """The indicators of a municipality and year, in the order of the agreements."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        return uow.agreements.of(municipality, year)
