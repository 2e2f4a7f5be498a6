"""Make a concept: kept, downloadable again, and without a trace in what counts as published."""

import secrets

from reporting.actions.common import event, permit, today
from reporting.actions.facts import facts_of
from reporting.actions.prepare import Prepared, check_still_so, prepare, render, sha256
from reporting.actions.types import Progress, ReportRequest
from reporting.model.people import Actor, Permission
from reporting.model.period import Quarter
from reporting.model.safe import ReportStamp, ReportStatus
from reporting.model.stored import StoredReport
from reporting.ports import Services


def make_report(services: Services, actor: Actor, request: ReportRequest, progress: Progress | None = None) -> StoredReport:
    """The concept as stored. Raises NotPossible: NO_FIGURES, NAME_LEFT, DOCUMENT_CHECK; NotReleasable for a chosen story.

    Rendering takes seconds and holds no lock; stories and consents are looked at again in the transaction that stores the document.
    """
    with services.reading() as uow:
        by = permit(services, uow, actor, Permission.MAKE_CONCEPT)
        stamp = ReportStamp(status=ReportStatus.CONCEPT, made_on=today(services), sample=services.sample)
        prepared = prepare(services, uow, request, stamp)
    document = render(prepared, progress, office=services.office)
    report = stored_report(services, by, request, prepared, document)
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.MAKE_CONCEPT)
        check_still_so(uow, prepared, stamp.made_on)
        said = event(services, by, "make_report", f"report:{report.id}", quarter=report.quarter, sha256=report.sha256)
        uow.reports.add(report, document, (), said, facts_of(prepared.report))
        uow.commit()
    if progress is not None:
        progress(1.0, "")
    return report


def request_of(report: StoredReport) -> ReportRequest:
    """What its maker asked for, to make the same document anew."""
    return ReportRequest(
        municipality=report.municipality,
        quarter=Quarter.parse(report.quarter),
        recipient=report.recipient,
        title=report.title,
        chapters=frozenset(report.chapters),
        edition=report.edition,
        stories=report.stories,
    )


def stored_report(services: Services, by: Actor, request: ReportRequest, prepared: Prepared, document: bytes) -> StoredReport:
    """The ledger row of a document just made."""
    return StoredReport(
        id=secrets.token_hex(8),
        municipality=request.municipality,
        quarter=str(request.quarter),
        edition=request.edition,
        status=prepared.report.stamp.status,
        version=prepared.report.stamp.version,
        recipient=prepared.report.recipient,
        file_name=prepared.file_name,
        sha256=sha256(document),
        made_at=services.clock(),
        made_by=by.id,
        stories=tuple(s.id for s in prepared.stories),
        title=request.title,
        chapters=tuple(sorted(request.chapters)),
        origin=prepared.report.origin,
        aged=prepared.aged,
    )
