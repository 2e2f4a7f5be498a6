"""Note on which day a report went to its reader."""

from datetime import date

from reporting.access.policies import check_send
from reporting.actions.common import event, found, permit
from reporting.model.people import Actor, Permission
from reporting.ports import Services


def note_sent(services: Services, actor: Actor, report_id: str, day: date) -> None:
    """The report is verstuurd. Raises NotPossible(WRONG_STATE) unless it is vastgesteld."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.FINALISE)
        report = found(uow.reports.get(report_id))
        check_send(report)
        uow.reports.mark_sent(report_id, day, event(services, by, "note_sent", f"report:{report_id}", day=day.isoformat(), recipient=report.recipient))
        uow.commit()
