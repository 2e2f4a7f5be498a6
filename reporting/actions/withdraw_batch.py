"""Take an import out of the figures, and put it back."""

from reporting.access.policies import check_restore_batch, check_withdraw_batch
from reporting.actions.common import event, found, permit
from reporting.model.people import Actor, Permission
from reporting.ports import Services


def withdraw_batch(services: Services, actor: Actor, batch_id: str) -> None:
    """Its rows count no longer; they are kept, so that it can be undone. Raises NotPossible(WRONG_STATE)."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.UPLOAD)
        check_withdraw_batch(found(uow.batches.get(batch_id)))
        uow.batches.withdraw(batch_id, services.clock(), event(services, by, "withdraw_batch", f"batch:{batch_id}"))
        uow.commit()


def restore_batch(services: Services, actor: Actor, batch_id: str) -> None:
    """Its rows count again. Raises NotPossible: WRONG_STATE, or ALREADY_IMPORTED when the same file was imported meanwhile."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.UPLOAD)
        batch = found(uow.batches.get(batch_id))
        check_restore_batch(batch, {b.id: b for b in uow.batches.all()})
        uow.batches.restore(batch_id, event(services, by, "restore_batch", f"batch:{batch_id}"))
        uow.commit()
