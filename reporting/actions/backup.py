"""The whole database in one file, and putting it back. Keys are never in it."""

from collections.abc import Sequence

from reporting.actions.common import event, permit, today
from reporting.actions.erase_client import erase_rows
from reporting.model.audit import AuditEvent
from reporting.model.people import Actor, Permission
from reporting.ports import Services, UnitOfWork


def make_backup(services: Services, actor: Actor) -> tuple[str, bytes]:
    """File name and bytes: a consistent copy with its check. Readable only with the keys of this organisation."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.PEOPLE)
        uow.audit.note(event(services, by, "make_backup", "database"))
        uow.commit()
    now = services.clock()
    return f"reservekopie-{now:%Y-%m-%d-%H%M}.zip", services.archive.make(now)


def restore_backup(services: Services, actor: Actor, data: bytes) -> None:
    """Everything as it was in the backup; what was erased since stays erased. Everything or nothing.

    Raises InputRejected(BAD_BACKUP), or SetupError(KEY_WRONG) for a backup of other keys.
    """
    with services.reading() as uow:
        by = permit(services, uow, actor, Permission.PEOPLE)

    def noted(subject: str, rows: int) -> AuditEvent:
        return event(services, by, "erase_again", subject, rows=rows)

    def erase(copy: UnitOfWork, clients: Sequence[str]) -> None:
        for person in clients:
            erase_rows(copy, person, today(services), noted)
            copy.batches.note_erasure(person, noted("client", 0))

    services.archive.put_back(data, erase, event(services, by, "restore_backup", "database"))
