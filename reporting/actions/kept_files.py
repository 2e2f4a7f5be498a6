"""The names under which files are kept, and the house style as documents are made with it."""

from reporting.ports import UnitOfWork

HOUSE_STYLE = "house_style"


def pdf_name(report_id: str) -> str:
    """The PDF beside a report."""
    return f"pdf:{report_id}"


def template_of(uow: UnitOfWork) -> bytes | None:
    """The organisation's cleaned house style; None where documents get our own."""
    return None if uow.files.get(HOUSE_STYLE) is None else uow.files.body(HOUSE_STYLE)
