"""What every action begins with: who is this really, and the event that goes with the write."""

from datetime import date
from typing import TypeVar

from reporting.access.permissions import check
from reporting.errors import NotAllowed, NotPossible, Reason
from reporting.model.audit import AuditEvent
from reporting.model.municipality import Municipality
from reporting.model.people import Actor, Permission, Role
from reporting.ports import Services, UnitOfWork

T = TypeVar("T")


def permit(services: Services, uow: UnitOfWork, actor: Actor, *permissions: Permission) -> Actor:
    """The actor with the role the database gives, who has at least one of the permissions.

    Raises NotAllowed: NO_PROFILE when this person was removed meanwhile (the sample world takes anybody), NOT_ALLOWED by role.
    """
    known = uow.people.get(actor.id)
    if known is None and actor.role is not Role.COMMAND_LINE and not services.sample:
        raise NotAllowed(Reason.NO_PROFILE)
    real = known or actor
    for permission in permissions[:-1]:
        try:
            check(real, permission)
        except NotAllowed:
            continue
        return real
    check(real, permissions[-1])
    return real


def event(services: Services, actor: Actor, action: str, subject: str, **details: str | int) -> AuditEvent:
    """The audit event of a write, now. `subject` is kind and id; details never hold personal data of clients."""
    return AuditEvent(actor, services.clock(), action, subject, details)


def today(services: Services) -> date:
    """The day it is in the Netherlands."""
    return services.clock().date()


def found(thing: T | None) -> T:
    """The thing. Raises NotPossible(NOT_FOUND) when there is none."""
    if thing is None:
        raise NotPossible(Reason.NOT_FOUND)
    return thing


def municipality_of(uow: UnitOfWork, key: str) -> Municipality:
    """The municipality with this key. Raises NotPossible(UNKNOWN_MUNICIPALITY) when nothing was agreed with it."""
    for municipality in uow.agreements.municipalities():
        if municipality.key == key:
            return municipality
    raise NotPossible(Reason.UNKNOWN_MUNICIPALITY)
