"""Documents made so far, and what readers have seen."""

from reporting.actions.common import event, found, permit
from reporting.model.people import Actor, Permission
from reporting.model.stored import PublishedCell, StoredReport
from reporting.ports import Services


def list_reports(services: Services, actor: Actor, municipality: str | None = None) -> tuple[StoredReport, ...]:
    """Reports of a municipality (or all), newest first."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        return uow.reports.all(municipality)[::-1]


def download_report(services: Services, actor: Actor, report_id: str) -> tuple[str, bytes]:
    """File name and document, as it was made. The audit trail remembers who took it out."""
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.MAKE_CONCEPT, Permission.ERASE)
        report = found(uow.reports.get(report_id))
        document = uow.reports.document(report_id)
        uow.audit.note(event(services, by, "download_report", f"report:{report_id}", sha256=report.sha256))
        uow.commit()
    return report.file_name, document


def published_of(services: Services, actor: Actor, municipality: str) -> tuple[PublishedCell, ...]:
    """Every cell some reader has seen, oldest first."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        return uow.reports.published(municipality)
