"""The PDF beside a report: made by LibreOffice when somebody asks for it, and kept."""

from pathlib import PurePath

from reporting.actions.common import event, found, permit
from reporting.actions.kept_files import pdf_name
from reporting.actions.prepare import sha256
from reporting.document import to_pdf
from reporting.errors import NotPossible, Reason
from reporting.model.people import Actor, Permission
from reporting.model.stored import StoredFile
from reporting.ports import Services


def has_pdf(services: Services, actor: Actor, report_id: str) -> bool:
    """Whether the PDF of this report was made already."""
    with services.reading() as uow:
        permit(services, uow, actor, Permission.LOOK)
        return uow.files.get(pdf_name(report_id)) is not None


def report_pdf(services: Services, actor: Actor, report_id: str) -> tuple[str, bytes]:
    """File name and PDF/UA of a report, for who may download it; made once. The audit trail remembers who took it out.

    Making takes seconds and holds no lock. Raises NotPossible(NO_OFFICE) where LibreOffice is not there or makes none.
    """
    with services.reading() as uow:
        permit(services, uow, actor, Permission.MAKE_CONCEPT, Permission.ERASE)
        report = found(uow.reports.get(report_id))
        kept = uow.files.get(pdf_name(report_id))
        data = None if kept is None else uow.files.body(kept.name)
        document = uow.reports.document(report_id)
    if data is None:
        data = to_pdf(document) if services.office else None
        if data is None:
            raise NotPossible(Reason.NO_OFFICE)
    name = PurePath(report.file_name).with_suffix(".pdf").name
    with services.unit_of_work() as uow:
        by = permit(services, uow, actor, Permission.MAKE_CONCEPT, Permission.ERASE)
        said = event(services, by, "download_pdf", f"report:{report_id}", sha256=sha256(data))
        if uow.files.get(pdf_name(report_id)) is None:
            uow.files.save(StoredFile(pdf_name(report_id), name, services.clock(), sha256(data)), data, said)
        else:
            uow.audit.note(said)
        uow.commit()
    return name, data
