"""A document that comes back is known again by its mark."""

from reporting.document import origin_of
from reporting.errors import InputRejected, Reason
from reporting.model.stored import StoredReport
from reporting.ports import UnitOfWork


def original_of(uow: UnitOfWork, document: bytes) -> tuple[StoredReport, bytes]:
    """The report a document was made as, and that document. Raises InputRejected: DOCUMENT_BROKEN, NOT_OUR_REPORT."""
    try:
        origin = origin_of(document)
    except InputRejected:
        raise InputRejected(Reason.DOCUMENT_BROKEN) from None
    report = next((r for r in reversed(uow.reports.all()) if origin and r.origin == origin), None)
    if report is None:
        raise InputRejected(Reason.NOT_OUR_REPORT)
    return report, uow.reports.document(report.id)
