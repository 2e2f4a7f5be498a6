"""The PDF beside a report and page numbers in its contents, where LibreOffice is; a sentence where it is not."""

import io
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest

from reporting.actions.make_report import make_report
from reporting.actions.report_pdf import has_pdf, report_pdf
from reporting.actions.reports import download_report
from reporting.actions.types import ReportRequest
from reporting.errors import NotPossible, Reason
from tests.unit.actions.conftest import HERE, QUARTER, World
from tests.unit.actions.test_imports import contacts, upload

REQUEST = ReportRequest(HERE.key, QUARTER)


def test_without_libreoffice_there_is_a_report_and_a_sentence_instead_of_a_pdf(world: World) -> None:
    upload(world, contacts(30))
    made = make_report(world.services, world.worker, REQUEST)
    with pytest.raises(NotPossible) as refused:
        report_pdf(world.services, world.worker, made.id)
    assert refused.value.reason is Reason.NO_OFFICE
    assert not has_pdf(world.services, world.worker, made.id)


@pytest.mark.office
def test_with_it_the_contents_have_page_numbers_and_a_pdf_is_made_once(world: World, program: Callable[[str], str]) -> None:
    program("soffice")
    program("pdftotext")
    upload(world, contacts(30))
    services = replace(world.services, office=True)
    made = make_report(services, world.worker, REQUEST)
    document = docx.Document(io.BytesIO(download_report(services, world.worker, made.id)[1]))
    contents = [p.text for p in document.paragraphs if p.style is not None and p.style.name.casefold() == "toc 1"]
    assert contents[0] == "In één oogopslag\t2"
    name, pdf = report_pdf(services, world.worker, made.id)
    assert (name, pdf[:5]) == ("kwartaalrapport-2026-K3-concept.pdf", b"%PDF-")
    assert has_pdf(services, world.worker, made.id)
    assert report_pdf(world.services, world.lead, made.id) == (name, pdf)  # kept: LibreOffice is not asked again
    assert len(world.events("download_pdf")) == 2
