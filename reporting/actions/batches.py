"""The ledger of imports."""

from reporting.actions.common import permit
from reporting.model.people import Actor, Permission
from reporting.model.registration import ImportBatch
from reporting.model.stored import OpenRow
from reporting.ports import Services


def list_batches(services: Services, actor: Actor) -> tuple[ImportBatch, ...]:
    """Everything ever imported, newest first; withdrawn and superseded batches too."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        return uow.batches.all()[::-1]


def open_rows(services: Services, actor: Actor, batch_id: str) -> tuple[OpenRow, ...]:
    """The rows of a batch that were not counted, until they are repaired; values may be personal, so only for who uploads."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.UPLOAD)
        return uow.batches.open_rows(batch_id)
