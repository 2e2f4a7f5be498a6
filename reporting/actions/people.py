"""The people who work with the app. Until there is sign-in, a profile is chosen, not proved (docs/decisions/0007-roles-without-sign-in.md)."""

import secrets
from dataclasses import replace

from reporting.actions.common import event, found, permit
from reporting.errors import InputRejected, NotAllowed, NotPossible, Reason
from reporting.model.people import Actor, Permission, Role
from reporting.ports import Services, UnitOfWork


def list_people(services: Services) -> tuple[Actor, ...]:
    """Everybody with a profile, by name; what the first screen asks before anybody has said who they are."""
    with services.reading() as uow:
        return uow.people.all()


def add_person(services: Services, actor: Actor | None, name: str, role: Role) -> Actor:
    """Add a profile and return it. Without an actor: only the very first profile, or a manager while there is none.

    Raises NotAllowed, or InputRejected(BAD_VALUE) for an empty name or the command line's role.
    """
    name = " ".join(name.split())
    if not name or role is Role.COMMAND_LINE:
        raise InputRejected(Reason.BAD_VALUE)
    person = Actor(secrets.token_hex(8), name, role)
    with services.unit_of_work() as uow:
        if actor is None:
            everybody = uow.people.all()
            if everybody and (role is not Role.MANAGER or any(p.role is Role.MANAGER for p in everybody)):
                raise NotAllowed(Reason.NO_PROFILE)
            by = person
        else:
            by = permit(services, uow, actor, Permission.PEOPLE)
        uow.people.save(person, event(services, by, "add_person", f"person:{person.id}", role=role.value))
        uow.commit()
    return person


def update_person(services: Services, actor: Actor, person: Actor) -> Actor:
    """Give a profile another name or role. Raises NotPossible(LAST_MANAGER) when nobody could manage people afterwards."""
    changed = replace(person, name=" ".join(person.name.split()))
    if not changed.name or changed.role is Role.COMMAND_LINE:
        raise InputRejected(Reason.BAD_VALUE)
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.PEOPLE)
        old = found(uow.people.get(person.id))
        if changed.role is not Role.MANAGER:
            _keep_a_manager(uow, person.id)
        uow.people.save(changed, event(services, by, "update_person", f"person:{person.id}", was=old.role.value, role=changed.role.value))
        uow.commit()
    return changed


def remove_person(services: Services, actor: Actor, person_id: str) -> None:
    """Remove a profile and its drafts; what the person did stays in the audit trail. Raises NotPossible(LAST_MANAGER)."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.PEOPLE)
        found(uow.people.get(person_id))
        _keep_a_manager(uow, person_id)
        uow.people.remove(person_id, event(services, by, "remove_person", f"person:{person_id}"))
        uow.commit()


def _keep_a_manager(uow: UnitOfWork, leaving: str) -> None:
    managers = {p.id for p in uow.people.all() if p.role is Role.MANAGER}
    if managers == {leaving}:
        raise NotPossible(Reason.LAST_MANAGER)
